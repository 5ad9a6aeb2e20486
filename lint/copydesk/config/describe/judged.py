"""How often the findings of a rule were right on published copy, as the rule's package has counted it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from msgspec import Struct, ValidationError

from copydesk.config.toml.located import load
from copydesk.house.verdicts import ENOUGH, NO_TALLY, Tally
from copydesk.model.finding import Severity
from copydesk.model.precision import PROMISES
from copydesk.plugins.registry import RegisteredRule
from copydesk.wording import count

FILE = os.path.join("data", "judged.toml")
"""Where a package has the counts of its rules."""

KEEPS = "keeps it"
BREAKS = "falls short"
TOO_FEW = f"fewer than {ENOUGH} judged"
UNJUDGED = "not judged"


class Judged(Struct, frozen=True):
    """The findings of one rule at one level.

    found                how many there were
    right, petty, wrong  what those of them are that somebody judged
    """

    rule: str
    level: str
    found: int
    right: int
    petty: int
    wrong: int

    @property
    def severity(self) -> Severity:
        """The level."""
        return Severity.parse(self.level)

    @property
    def tally(self) -> Tally:
        """The verdicts."""
        return Tally(self.right, self.petty, self.wrong)


class JudgedCopy(Struct, frozen=True):
    """Findings on some copy that were judged one by one.

    copy     what was read, in words: `published news articles`
    drafts   how many there were, with so many `words`
    date     when the findings were made
    version  of what reported them
    """

    copy: str
    drafts: int
    words: int
    date: date
    version: str
    rules: tuple[Judged, ...]

    def of(self, rule: str) -> list[Judged]:
        """Return what is counted of a rule, its highest level first."""
        return [one for one in self.rules if one.rule == rule]


def judged_copy(registered: RegisteredRule) -> JudgedCopy | None:
    """Return what the package of a rule has counted; None where it has not. Raises: ConfigError."""
    package = sys.modules.get(registered.entry.target.partition(":")[0].partition(".")[0])
    for folder in getattr(package, "__path__", ()):
        path = os.path.join(folder, FILE)
        if os.path.isfile(path):
            return _read(path)
    return None


@cache
def _read(path: str) -> JudgedCopy:
    from msgspec import convert

    located = load(path)
    try:
        found: JudgedCopy = convert(located.data, JudgedCopy)
    except ValidationError as error:
        raise located.error(f"is no count of judged findings: {error}") from error
    return found


def standing(tally: Tally, severity: Severity) -> str:
    """Return whether a rule keeps the promise of its level, as far as anybody can tell; empty for an info."""
    if severity not in PROMISES:
        return ""
    if tally == NO_TALLY:
        return UNJUDGED
    if tally.precision.judged < ENOUGH:
        return TOO_FEW
    return BREAKS if tally.falls_short(severity) else KEEPS


def honest_line(registered: RegisteredRule) -> str:
    """Return in a sentence how often a rule was right; raises ConfigError as `judged_copy` does."""
    name, own = registered.entry.name, registered.entry.severity
    copy = judged_copy(registered)
    found = copy.of(name) if copy else []
    judged = [one for one in found if one.tally != NO_TALLY]
    if copy is None or not found:
        return "No finding of this rule has been judged yet."
    if not judged:
        total = sum(one.found for one in found)
        which = f"None of its {total:,} findings" if total > 1 else "Its one finding"
        return f"{which} on {copy.copy} has {'' if total > 1 else 'not '}been judged yet ({copy.date:%Y-%m})."
    said = _share(judged[0].tally)
    if len(judged) > 1 or judged[0].severity is not own:
        said = "; ".join(f"as {_LEVELS[one.level]} {_share(one.tally)}" for one in judged)
    return f"{said[:1].upper()}{said[1:]}, {copy.copy}, {copy.date:%Y-%m}."


_LEVELS = {"error": "an error", "warning": "a warning", "info": "an info"}


def _share(tally: Tally) -> str:
    low, high = (f"{100 * part:.0f}" for part in tally.precision.interval)
    return f"right in {tally.right} of {count(tally.precision.judged, 'judged finding')} ({low} to {high} %)"


def rows(rules: Mapping[str, RegisteredRule]) -> Iterator[Judged]:
    """Yield the counts of every rule: for each level that was found, or none for its own level.

    Raises: ConfigError.
    """
    for name, registered in rules.items():
        copy = judged_copy(registered)
        found = copy.of(name) if copy else []
        yield from found or [Judged(name, registered.entry.severity.label, 0, 0, 0, 0)]


def copies(rules: Mapping[str, RegisteredRule]) -> list[JudgedCopy]:
    """Return what was read to judge some rules: one copy for each package of rules. Raises: ConfigError."""
    return [*dict.fromkeys(copy for rule in rules.values() if (copy := judged_copy(rule)))]


def describe_judged(one: Judged) -> dict[str, Any]:
    """Return the counts of a rule at one level as plain values, for JSON."""
    precision = one.tally.precision
    return {
        "rule": one.rule,
        "level": one.level,
        "found": one.found,
        "judged": precision.judged,
        "right": one.right,
        "petty": one.petty,
        "wrong": one.wrong,
        "precision": precision.share if precision.judged else None,
        "interval": [*precision.interval] if precision.judged else None,
        "promise": PROMISES.get(one.severity),
        "standing": standing(one.tally, one.severity) or None,
    }
