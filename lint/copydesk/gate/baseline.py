"""The baseline: findings that were there before anybody checked, and are held until somebody mends them.

One line a finding, sorted, in a text file that people read and git merges. A finding is known again by its
rule, its words and the words beside them, never by where it stands or by what its message counts.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from copydesk.engine.checking import ENGINE_FINDINGS
from copydesk.errors import BrokenBaselineError, NotAFileError
from copydesk.files.reading import CONFLICT, NO_FILE, read_file, reason
from copydesk.model.finding import Severity
from copydesk.model.report import Diagnostic, Report
from copydesk.plugins.registry import Registry
from copydesk.reporters.fingerprints import fingerprint, normalised
from copydesk.wording import cut, printable

if TYPE_CHECKING:
    from copydesk.run.jobs import SettingsFor

FILE = "copydesk.baseline"
"""The default name of the file."""

VERSION = 1
LARGEST = 50_000_000
"""Bytes: a quarter of a million findings."""

DIGITS = 16
"""How much of a fingerprint a line has: enough for a quarter of a million."""

NEVER_HELD = frozenset({"internal-error"})
"""Rules whose findings no baseline holds: a draft that was not checked in full is no old fault."""

_HEAD = "# copydesk baseline "
_ABOUT = "findings that were there first. `copydesk baseline` writes this file."
_KEY = re.compile(r"[0-9a-f]{16}")


class Entry(Struct, frozen=True, order=True):
    """A line of the baseline: a known finding that is not reported.

    path   the draft, from the folder of the baseline, with slashes
    rule   the name of the rule
    words  the words at fault, for people: cut to what one line can show
    key    what the finding is known by
    """

    path: str
    rule: str
    words: str
    key: str


class ComparedReport(Struct, frozen=True):
    """A report split by a baseline into new and known findings.

    new       the findings that it does not hold
    held      entries for those that it holds, under the names that their drafts have now
    unneeded  the entries that hold nothing any more
    untold    those that the run cannot tell of: their drafts, or their rules, were not looked at
    refused   the new findings that entries stand for, of rules whose findings nothing lets stand (`no-stet`)
    """

    new: list[Diagnostic]
    held: list[Entry]
    unneeded: list[Entry]
    untold: list[Entry]
    refused: list[Diagnostic]


def entry(finding: Diagnostic, folder: str) -> Entry:
    """Convert a finding to a line of a baseline in `folder`."""
    words = printable(cut(normalised(finding.excerpt)))
    return Entry(path_from(finding.place.path, folder), finding.rule, words, fingerprint(finding)[:DIGITS])


def is_held(finding: Diagnostic, settings_for: SettingsFor) -> bool:
    """Whether a baseline may hold a finding: not of a rule that broke, and none that `no-stet` is about."""
    if finding.rule in NEVER_HELD:
        return False
    return not settings_for(finding.place.path).refuses_note(finding.rule, finding.family)


def path_from(path: str, folder: str) -> str:
    """Return a path as a baseline in a folder has it."""
    path = os.path.abspath(path)
    with suppress(ValueError):  # on another drive of Windows there is no way from here
        path = os.path.relpath(path, os.path.abspath(folder))
    return printable(path.replace(os.sep, "/"))


def _former_entries(finding: Diagnostic, folder: str, registry: Registry) -> list[Entry]:
    """Return the lines that hold a finding under names that its rule had."""
    rule = registry.rules.get(finding.rule)
    return [entry(replace(finding, rule=old), folder) for old in (rule.entry.formerly if rule else ())]


def judge(
    report: Report,
    entries: Iterable[Entry],
    folder: str,
    registry: Registry,
    settings_for: SettingsFor,
    *,
    across: bool = False,
) -> ComparedReport:
    """Split findings into new ones and those that the baseline lists.

    Two equal faults count twice: of three, where two are held, the last is new. An entry whose draft is gone
    holds the same finding in a draft of another name.

    folder  where the baseline stands
    across  whether the run can tell of rules across drafts, because no draft of theirs is missing from it
    """
    left = Counter(entries)
    there = {one.path: os.path.lexists(os.path.join(folder, one.path)) for one in left}
    gone: dict[tuple[str, str], list[Entry]] = {}
    for one in left.elements():
        if not there[one.path]:
            gone.setdefault((one.rule, one.key), []).append(one)
    new, held, refused = [], [], []
    for finding in report.findings:
        own = match = entry(finding, folder)
        renamed = gone.get((own.rule, own.key))
        former = [one for one in _former_entries(finding, folder, registry) if left[one] > 0]
        if left[own] <= 0 and former:
            match = former[0]
            registry.current(match.rule)
        elif left[own] <= 0 and renamed:
            match = renamed.pop()
        if left[match] <= 0:
            new.append(finding)
        elif not is_held(finding, settings_for):
            new.append(finding)
            refused.append(finding)
        else:
            left[match] -= 1
            held.append(own)
    drafts = {path_from(draft.path, folder): draft.path for draft in report.drafts}

    def is_over(one: Entry) -> bool:
        name = registry.current(one.rule)
        rule = registry.rules.get(name)
        if not there[one.path] or (rule is None and one.rule not in ENGINE_FINDINGS):
            return True
        if one.path not in drafts or (rule and rule.entry.across and not across):
            return False
        settings = settings_for(drafts[one.path])
        if rule is None:
            return settings.severities.get(one.rule, Severity.INFO) is not None
        return any(active.name == name for active in settings.rules)

    rest = sorted(left.elements())
    unneeded, untold = [one for one in rest if is_over(one)], [one for one in rest if not is_over(one)]
    return ComparedReport(new, held, unneeded, untold, refused)


def read(path: str) -> list[Entry]:
    """Return the entries of a baseline; raises BrokenBaselineError for a file that is none."""
    return [one for _, one in read_lines(path)]


def read_lines(path: str) -> list[tuple[int, Entry]]:
    """Return the entries of a baseline, each with the number of its line, from 1; raises as `read` does."""
    try:
        data = read_file(path, LARGEST + 1)
    except NotAFileError as error:
        raise BrokenBaselineError(f"{path}: {NO_FILE}") from error
    except FileNotFoundError as error:
        raise BrokenBaselineError(
            f"{path}: there is no such baseline: `copydesk baseline` writes one"
        ) from error
    except OSError as error:
        raise BrokenBaselineError(f"{path}: cannot be read: {reason(error)}") from error
    if len(data) > LARGEST:
        raise BrokenBaselineError(f"{path}: is larger than {LARGEST:,} bytes, too large for a baseline")
    try:
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
    except UnicodeDecodeError as error:
        raise BrokenBaselineError(f"{path}: is no baseline: it is not UTF-8 text") from error
    _check_head(path, lines[0])
    numbered = enumerate(lines, 1)
    return [(number, _parse(path, number, line)) for number, line in numbered if line and line[0] != "#"]


def written(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline."""
    lines = (f"{one.path}\t{one.rule}\t{one.key}\t{one.words}\n" for one in sorted(entries))
    return f"{_HEAD}{VERSION}: {_ABOUT}\n" + "".join(lines)


def _check_head(path: str, line: str) -> None:
    found = re.match(rf"{_HEAD}(\d+)", line)
    if found is None:
        raise BrokenBaselineError(
            f'{path}:1: is no baseline: the first line of one begins with "{_HEAD}{VERSION}"'
        )
    if found[1] != str(VERSION):
        raise BrokenBaselineError(
            f"{path}:1: is a baseline of version {found[1]}, and this copydesk reads version {VERSION}: "
            "use the copydesk that wrote it, or delete the file and write it again"
        )


def _parse(path: str, number: int, line: str) -> Entry:
    if line.startswith(CONFLICT):
        raise BrokenBaselineError(
            f"{path}:{number}: a merge left a conflict here: keep the lines of both sides, and no marks"
        )
    parts = line.split("\t")
    if len(parts) != 4 or not _KEY.fullmatch(parts[2]):
        raise BrokenBaselineError(
            f"{path}:{number}: is no line of a baseline (draft, rule, 16 hexadecimal digits and words, with "
            "tabs between them): mend it, or delete the file and write it again with `copydesk baseline`"
        )
    draft, rule, key, words = parts
    return Entry(draft, rule, words, key)
