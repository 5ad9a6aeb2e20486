"""`copydesk audit`: who let what stand, where, and why."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.options import (
    checking_options,
    complete_paths,
    installed,
    take_line,
    text_or_json_option,
)
from copydesk.commands.shared.output import (
    tell_left_out,
    tell_renamed,
    write_line,
    write_out,
    write_problems,
)
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.commands.check.steps import Check
    from copydesk.gate.history import LastChange
    from copydesk.gate.record import RecordEntry
    from copydesk.model.report import Diagnostic, Problem, Report

_TITLES = {"configuration": "Configuration", "stet": "Stet notes", "baseline": "Baseline"}
_LISTED = 5
"""How many findings of one note are listed for people."""


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=complete_paths)
@click.option(
    "--baseline",
    metavar="FILE",
    help="The baseline (default: copydesk.baseline in the current folder, where there is one).",
)
@text_or_json_option("one object with everything, for programs")
@checking_options
def command(paths: tuple[str, ...], baseline: str | None, format_name: str, **asked: Any) -> None:
    """List what is let stand: why, by whom, since when.

    That is every stet note of the drafts, with what it lets stand today; what the configuration ignores,
    lowers and excludes; and every entry of the baseline. PATHS are what `check` takes; by default the
    current folder. The reason of a setting is the comment on it. Who and when is what git says of the line
    as it was committed last.

    Exit codes: 0 listed, whatever it is; 2 something could not be read.
    """
    from copydesk.commands.check.steps import Check, CheckRequest
    from copydesk.work.progress import ProgressBar

    registry = installed()
    request = CheckRequest(paths=paths or (os.curdir,), line=take_line(asked), **asked)
    check = Check(request, registry)
    check.choose()
    with check.open_workers(), ProgressBar() as progress:
        report = check.check(progress=progress)
    problems = [*check.problems, *report.problems]
    entries = [
        *_of_configurations(check, problems),
        *_of_notes(check, report, problems),
        *_of_baseline(check, report, baseline, problems),
    ]
    changes = _last_changes(entries, problems)
    if format_name == "json":
        write_out(_json(entries, changes, problems))
    else:
        for text in _text(entries, changes, is_whole=not problems):
            if not write_line(text):
                break
    tell_renamed(registry)
    write_problems(sorted(problems, key=lambda problem: problem.order))
    tell_left_out(check.found, check.house)
    raise click.exceptions.Exit(2 if problems else 0)


def _of_configurations(check: Check, problems: list[Problem]) -> list[RecordEntry]:
    """Return the settings of every configuration that a draft of the run goes by, each once.

    A file that is wrong is a problem, unless that is among the problems already.
    """
    from copydesk.errors import ConfigError
    from copydesk.gate.record import of_configurations
    from copydesk.model.report import Problem

    named = [path if os.path.isdir(path) else os.path.dirname(path) for path in check.request.paths]
    drafts = [item.path for item in check.found.inputs if "://" not in item.path]
    readable = []
    for draft in dict.fromkeys((*(os.path.join(folder, "draft") for folder in named), *drafts)):
        try:
            check.house.all_layers(draft)
        except ConfigError as error:
            if not any(str(error) in problem.message for problem in problems):
                problems.append(Problem(str(error)))
        else:
            readable.append(draft)
    return of_configurations(check.house, check.registry, readable)


def _of_notes(check: Check, report: Report, problems: list[Problem]) -> list[RecordEntry]:
    """Return the stet notes of all drafts, those of drafts whose configuration is wrong too."""
    from copydesk.errors import CannotReadError
    from copydesk.gate.record import of_notes, of_unchecked
    from copydesk.model.report import Problem
    from copydesk.run.inputs import read_input

    found = of_notes(report)
    for item in check.unset:
        try:
            found += of_unchecked(read_input(item, check.registry.reader_for(item.path)))
        except CannotReadError as error:
            problems.append(Problem(str(error), item.path))
    return sorted(found, key=lambda entry: (entry.path, entry.line))


def _of_baseline(
    check: Check, report: Report, baseline: str | None, problems: list[Problem]
) -> list[RecordEntry]:
    """Return the entries of the baseline, if there is one; one that is broken is a problem."""
    from copydesk.errors import BrokenBaselineError
    from copydesk.gate.baseline import FILE
    from copydesk.gate.record import of_baseline
    from copydesk.model.report import Problem

    if not baseline and not os.path.lexists(FILE):
        return []
    try:
        return of_baseline(baseline or FILE, report, check.house, check.registry)
    except BrokenBaselineError as error:
        problems.append(Problem(str(error)))
        return []


def _last_changes(
    entries: Iterable[RecordEntry], problems: list[Problem]
) -> dict[tuple[str, int], LastChange]:
    """Return who changed the line of each entry last; a file that cannot be read any more is a problem."""
    from copydesk.files.reading import reason
    from copydesk.gate.history import LastChange, last_changes
    from copydesk.model.report import Problem

    lines: dict[str, list[int]] = {}
    for entry in entries:
        lines.setdefault(entry.path, []).append(entry.line)
    try:
        return last_changes(lines)
    except OSError as error:
        problems.append(
            Problem(f"changed during the run: {reason(error)}", os.fsdecode(error.filename or ""))
        )
        unknown = LastChange(None, "the file changed during the run")
        return {(entry.path, entry.line): unknown for entry in entries}


def _text(
    entries: list[RecordEntry], changes: dict[tuple[str, int], LastChange], *, is_whole: bool
) -> Iterator[str]:
    """Yield the lines of the record for people; `is_whole`: everything could be read."""
    from copydesk.gate.record import BASELINE, EVERY_DRAFT

    if not entries and not is_whole:
        yield "no record: not everything could be read, and what could be read lets nothing stand"
        return
    if not entries:
        yield "nothing is let stand: no stet note, no baseline, and no setting that reports less"
        return
    for kind, group in groupby(entries, key=lambda entry: entry.kind):
        yield _TITLES[kind]
        for entry in group:
            is_told = entry.where in (entry.path, EVERY_DRAFT) or entry.where in entry.what
            where = "" if is_told else f" (in {entry.where})"
            yield f"  {entry.path}:{entry.line}: {entry.what}{where}"
            if kind != BASELINE:
                yield f"      reason: {entry.reason or 'none is given'}"
            if entry.today:
                yield f"      {entry.today}"
            findings = (*entry.refused, *entry.stands)
            for finding in findings[:_LISTED]:
                yield f"        {finding.place.line}:{finding.place.column} {finding.rule}: {finding.message}"
            if len(findings) > _LISTED:
                yield f"        and {len(findings) - _LISTED:,} more"
            yield f"      {_who(changes[entry.path, entry.line])}"
        yield ""
    yield _tally(entries) + ("" if is_whole else "; not everything could be read")


def _who(last: LastChange) -> str:
    change = last.change
    if change is None:
        return f"who and when is unknown: {last.unknown}"
    return f'{change.author}, {change.date[:10]}, in {change.commit[:10]} "{change.summary}"'


def _tally(entries: list[RecordEntry]) -> str:
    from copydesk.gate.record import BASELINE, CONFIGURATION, STET, UNCHECKED

    kinds = Counter(entry.kind for entry in entries)
    parts = [
        count(kinds[CONFIGURATION], "setting"),
        count(kinds[STET], "stet note"),
        f"{count(kinds[BASELINE], 'finding')} in the baseline",
    ]
    silent = sum(entry.kind != BASELINE and not entry.reason for entry in entries)
    idle = sum(entry.kind == STET and not entry.stands and entry.today != UNCHECKED for entry in entries)
    said = [
        f"{silent:,} without a reason" if silent else "",
        f"{count(idle, 'note')} that {'lets' if idle == 1 else 'let'} nothing stand today" if idle else "",
    ]
    return "; ".join([", ".join(parts), *filter(None, said)])


def _json(
    entries: Iterable[RecordEntry],
    changes: dict[tuple[str, int], LastChange],
    problems: Iterable[Problem],
) -> str:
    from copydesk.reporters.json import dumps

    listed = [
        {
            "kind": entry.kind,
            "path": entry.path,
            "line": entry.line,
            "what": entry.what,
            "where": entry.where,
            "reason": entry.reason or None,
            "today": entry.today or None,
            "stands": list(map(_finding, entry.stands)),
            "refused": list(map(_finding, entry.refused)),
            **_change(changes[entry.path, entry.line]),
        }
        for entry in entries
    ]
    unread = [{"path": problem.path, "message": problem.message} for problem in problems]
    return dumps({"entries": listed, "problems": unread}, indent=2) + "\n"


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "line": finding.place.line,
        "column": finding.place.column,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "excerpt": finding.excerpt,
    }


def _change(last: LastChange) -> dict[str, Any]:
    change = last.change
    return {
        "author": change and change.author,
        "date": change and change.date,
        "commit": change and change.commit,
        "summary": change and change.summary,
        "unknown": last.unknown or None,
    }
