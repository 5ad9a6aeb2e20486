"""`copydesk verdicts`: how often each rule is right, by the verdicts of the house."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.options import (
    checking_options,
    complete_paths,
    installed,
    quiet_option,
    take_line,
    text_or_json_option,
)
from copydesk.commands.shared.output import tell, tell_renamed, write_line, write_out, write_problems

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from copydesk.commands.check.steps import Check
    from copydesk.edits.verdict_writer import Judged
    from copydesk.house.verdicts import Tally
    from copydesk.model.finding import Severity
    from copydesk.model.report import StetNote


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...", shell_complete=complete_paths)
@click.option(
    "--file",
    "files",
    multiple=True,
    metavar="FILE",
    help="Count the verdicts of this file, not of the one that the configuration names (repeatable: of all).",
)
@click.option(
    "--stets",
    is_flag=True,
    help="First keep the findings in PATHS that a stet note with a reason lets stand, as petty, but for "
    "those that have a verdict.",
)
@text_or_json_option("a list of the rules with their verdicts, precision and its interval")
@checking_options
@quiet_option
def command(
    paths: tuple[str, ...], files: tuple[str, ...], stets: bool, format_name: str, **asked: Any
) -> None:
    """Show how often each rule is right.

    The precision of a rule is the share of its verdicts that say `right`, with the interval that it lies in
    19 times of 20: what is petty was not worth the look, and counts as what is wrong does.

    Exit codes: 0 shown; 2 something is wrong with a file, or was not checked.
    """
    if bool(paths) is not stets:
        raise click.UsageError("--stets and PATHS go together: they say which drafts have the notes")
    from copydesk.commands.check.steps import Check, CheckRequest
    from copydesk.config.merge import load_verdicts
    from copydesk.errors import UsageError
    from copydesk.house.verdicts import tallies

    registry = installed()
    check = Check(CheckRequest(paths=paths, line=take_line(asked), **asked), registry)
    if stets:
        _keep_stets(check)
    here = "draft.md"  # the settings of this folder are those of a draft in it
    found = []
    for file in files or (check.house.verdicts_file(here),):
        verdicts = load_verdicts(file)
        if not verdicts and files:
            raise UsageError(f"{file}: there are no verdicts: `copydesk verdict` writes them")
        found += verdicts
    counted = tallies(found, registry.current)
    severities = {rule.name: rule.severity for rule in check.house.settings(here).rules}
    if format_name == "json":
        write_out(_json(counted, severities))
    elif counted:
        for row in _table(counted, severities, registry.rules):
            write_line(row)
    else:
        tell("there are no verdicts yet: `copydesk verdict draft.md:12 RULE right|petty|wrong` gives one")
    tell_renamed(registry)


def _table(
    counted: Mapping[tuple[str, bool], Tally], severities: Mapping[str, Severity], known: Container[str]
) -> Iterable[str]:
    """Return the table for people; `known` holds the names of all rules, those that are off too."""
    from copydesk.model.precision import promise_of
    from copydesk.views.inspection import table
    from copydesk.wording import printable

    rows = [("RULE", "SEVERITY", "RIGHT", "PETTY", "WRONG", "PRECISION", "PROMISE")]
    for (rule, certain), tally in counted.items():
        severity, promise = severities.get(rule), ""
        if not certain:
            label = "less certain"
        elif severity is None:
            label = "off" if rule in known else "unknown"
        else:
            label = severity.label
            promise = promise_of(severity) + (", broken" if tally.falls_short(severity) else "")
        numbers = (str(tally.right), str(tally.petty), str(tally.wrong))
        rows.append((printable(rule), label, *numbers, tally.precision.text, promise))
    return table(rows)


def _json(counted: Mapping[tuple[str, bool], Tally], severities: Mapping[str, Severity]) -> str:
    from copydesk.model.precision import PROMISES
    from copydesk.reporters.json import dumps

    rules = []
    for (rule, certain), tally in counted.items():
        severity, judged = severities.get(rule), tally.precision
        promise = PROMISES.get(severity) if severity and certain else None
        rules.append(
            {
                "rule": rule,
                "certain": certain,
                "severity": severity and severity.label,
                "right": tally.right,
                "petty": tally.petty,
                "wrong": tally.wrong,
                "precision": judged.share,
                "interval": [*judged.interval],
                "promise": promise,
                "broken": bool(promise and severity and tally.falls_short(severity)),
            }
        )
    return dumps({"version": 1, "rules": rules}, indent=2) + "\n"


def _keep_stets(check: Check) -> None:
    """Write what stet notes with a reason say into the verdicts files of their drafts."""
    from copydesk.edits.verdict_writer import keep_stets
    from copydesk.errors import CannotReadError, CannotWriteError, UsageError
    from copydesk.files.links import shown
    from copydesk.wording import count
    from copydesk.work.progress import ProgressBar

    check.choose()
    with check.open_workers(), ProgressBar() as progress:
        report = check.check(progress=progress)
    problems = [*check.problems, *report.problems]
    if problems:
        write_problems(sorted(problems, key=lambda problem: problem.order))
        raise click.exceptions.Exit(2)
    by_file: dict[str, list[StetNote]] = {}
    for note in report.notes:
        if note.reason and note.stands:
            by_file.setdefault(check.house.verdicts_file(note.place.path), []).append(note)
    for file, notes in by_file.items():
        try:
            kept = keep_stets(check.house, file, _stetted(check, notes))
        except (CannotReadError, CannotWriteError) as error:
            raise UsageError(f"{shown(file)}: {error}") from error
        once = "; of notes on one rule with the same reason one counts" if kept > 1 else ""
        tell(f"{shown(file)}: {count(kept, 'finding')} kept as petty{once}")


def _stetted(check: Check, notes: Iterable[StetNote]) -> Iterator[Judged]:
    """Yield what notes let stand, each with its draft: of these one is in memory at a time."""
    from itertools import groupby

    from copydesk.edits.verdict_writer import Judged
    from copydesk.run.inputs import read_input

    inputs = {item.path: item for item in check.inputs}
    for path, of_draft in groupby(notes, key=lambda note: note.place.path):
        document = read_input(inputs[path], check.registry.reader_for(path))
        for note in of_draft:
            for finding in note.stands:
                yield Judged(path, document, finding, "petty", note.reason)
