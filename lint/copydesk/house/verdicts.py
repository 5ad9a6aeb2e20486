"""The verdicts file: what editors hold of findings, a line each, in a text file that git merges.

A finding is known again by its rule, its words, the words beside them and the name of its draft (its digest),
never by where it stands. Lines may stand in any order, and twice: of two verdicts on one finding the later
counts.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal, get_args

from msgspec import Meta, MsgspecError, Struct, ValidationError
from msgspec.json import Decoder, encode

from copydesk.errors import ConfigError
from copydesk.files.reading import CONFLICT
from copydesk.model.finding import Severity
from copydesk.model.precision import PROMISES, Precision
from copydesk.wording import cut

FILE = "verdicts.jsonl"
"""The default name of the file."""

Opinion = Literal["right", "petty", "wrong"]
OPINIONS: tuple[Opinion, ...] = get_args(Opinion)
"""What a verdict may say: a fault; a fault not worth a word; no fault. Of equal dates the last one counts."""

LARGEST = 20_000_000
"""Bytes: a hundred thousand verdicts."""

LONGEST = 4_000
"""Bytes of the longest line."""

LONGEST_REASON = 300
DIGITS = 16
"""Hexadecimal digits of a digest."""

ENOUGH = 30
"""Verdicts from which on a rule is held to its promise."""

_EXPECTED = {
    "date": "a date with a time in UTC: 2031-03-02T09:30:00Z",
    "digest": f"{DIGITS} hexadecimal digits in small letters",
    "excerpt": "text in quotation marks",
    "rule": "the name of a rule",
    "verdict": f"{', '.join(OPINIONS[:-1])} or {OPINIONS[-1]}",
    "reason": "text in quotation marks",
    "certain": "true or false",
    "stet": "true or false",
}
"""What stands under each key of a line, in words."""

_FORM = f'mend the line, or take it out (one is {{"date": …, "verdict": "{OPINIONS[-1]}", …}} on a line)'


class Verdict(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename={"opinion": "verdict"},
):
    """What somebody holds of one finding.

    date     when it was given, in UTC
    digest   what the finding is known by: hexadecimal digits
    excerpt  the words at fault, for people: cut, and without names unless the house wants them
    rule     the rule that reported it
    opinion  right, petty or wrong
    reason   why, or empty
    certain  whether the finding was as certain as its rule is: where not, the rule promises nothing of it
    stet     whether it is taken from a note: a verdict that somebody gave counts before it
    """

    date: Annotated[datetime, Meta(tz=True)]
    digest: Annotated[str, Meta(pattern=rf"\A[0-9a-f]{{{DIGITS}}}\Z")]
    excerpt: str
    rule: Annotated[str, Meta(min_length=1)]
    opinion: Opinion
    reason: str = ""
    certain: bool = True
    stet: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for a day that no verdict was given on."""
        if self.date.utcoffset() or not 2000 <= self.date.year < 2200:
            raise ValueError("Expected a date of this century in UTC - at `$.date`")  # worded as msgspec does

    @property
    def finding(self) -> tuple[str, str]:
        """What tells the finding from others: its rule and its digest."""
        return self.rule, self.digest

    @property
    def rank(self) -> tuple[bool, datetime, int, str, str, bool]:
        """The order of verdicts on one finding: the last one counts."""
        opinion = OPINIONS.index(self.opinion)
        return not self.stet, self.date, opinion, self.reason, self.excerpt, self.certain


class Tally(Struct, frozen=True):
    """How many findings of a rule were judged right, petty and wrong."""

    right: int = 0
    petty: int = 0
    wrong: int = 0

    @property
    def precision(self) -> Precision:
        """The share that is right: what is petty was not worth the look, and counts as what is wrong does."""
        return Precision(self.right, self.right + self.petty + self.wrong)

    def falls_short(self, severity: Severity) -> bool:
        """Whether a rule of this severity breaks its promise, on as many verdicts as are enough to tell."""
        judged = self.precision
        return judged.judged >= ENOUGH and judged.share < PROMISES.get(severity, 0)


NO_TALLY = Tally()


def read_verdicts(data: bytes, shown: str) -> list[Verdict]:
    """Read a verdicts file; blank lines are passed over.

    shown  how errors call it

    Raises ConfigError, with the line, for the first thing that is wrong.
    """
    decoder = Decoder(Verdict)
    found = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        line = line.strip(b"\r \t")
        if not line:
            continue
        if line.startswith(tuple(mark.encode() for mark in CONFLICT)):
            raise ConfigError(
                shown,
                number,
                1,
                "a merge left a conflict here: keep the lines of both sides, and no marks "
                "(`*.jsonl merge=union` in .gitattributes lets git do so)",
            )
        if len(line) > LONGEST:
            raise ConfigError(shown, number, 1, f"a verdict has {LONGEST:,} bytes at most: {_FORM}")
        try:
            found.append(decoder.decode(line))
        except (MsgspecError, RecursionError, UnicodeError) as error:
            raise ConfigError(shown, number, 1, f"is no verdict: {_worded(error)}: {_FORM}") from error
    return found


def written(verdict: Verdict) -> bytes:
    """Return the line of a verdict: JSON with its keys in the order of the alphabet, and a line end."""
    return encode(verdict, order="sorted") + b"\n"


def last_verdicts(verdicts: Iterable[Verdict]) -> dict[tuple[str, str], Verdict]:
    """Return the verdict that counts on each finding, by `Verdict.finding`."""
    last: dict[tuple[str, str], Verdict] = {}
    for one in verdicts:
        known = last.get(one.finding)
        if known is None or known.rank < one.rank:
            last[one.finding] = one
    return last


def tallies(
    verdicts: Iterable[Verdict], current: Callable[[str], str] = str
) -> dict[tuple[str, bool], Tally]:
    """Count verdicts by rule, and by whether the findings were as certain as their rule is.

    What notes say counts once for each reason: thirty notes that a program wrote are one opinion.

    current  returns the name that a rule has now
    """
    counts: dict[tuple[str, bool], Counter[str]] = {}
    noted = set()
    for one in last_verdicts(verdicts).values():
        key = current(one.rule), one.certain
        if one.stet:
            note = (*key, one.opinion, " ".join(one.reason.casefold().split()))
            if note in noted:
                continue
            noted.add(note)
        counts.setdefault(key, Counter())[one.opinion] += 1
    return {key: Tally(**counts[key]) for key in sorted(counts, key=lambda key: (key[0], not key[1]))}


def date_after(last: Verdict | None) -> datetime:
    """Return the date of a verdict that is given now: later than the last one, whatever a clock says."""
    now = datetime.now(UTC)
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    return now if last is None else max(now, last.date + timedelta(milliseconds=1))


def _worded(error: Exception) -> str:
    """Return what is wrong with a line, in plain words."""
    message = str(error)
    if not isinstance(error, ValidationError):
        return "it is not JSON"
    if key := re.search(r"at `\$\.(\w+)", message):
        return f'"{key[1]}" is to be {_EXPECTED[key[1]]}'
    if field := re.search(r"missing required field `(.*)`", message):
        return f'"{field[1]}" is missing'
    if field := re.search(r"unknown field `(.*)`", message, re.DOTALL):
        return f'it has an unknown key "{cut(field[1])}"'
    return "it is no object of JSON"
