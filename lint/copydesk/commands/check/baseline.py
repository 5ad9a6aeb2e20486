"""`copydesk baseline`: hold today's findings, so that a gate shows only new ones."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.options import (
    checking_options,
    complete_paths,
    installed,
    quiet_option,
    rules_option,
    take_line,
)
from copydesk.commands.shared.output import say, tell, tell_left_out, tell_renamed, write_problems
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.commands.check.steps import Check
    from copydesk.gate.baseline import Entry
    from copydesk.model.report import Report


@click.command()
@click.argument("paths", nargs=-1, metavar="PATHS...", shell_complete=complete_paths)
@click.option(
    "--file",
    metavar="FILE",
    default="copydesk.baseline",
    show_default=True,
    help="Where the baseline is written.",
)
@click.option(
    "--prune", is_flag=True, help="Only take out the entries that are no longer needed; add nothing."
)
@rules_option("--select", help="Hold only the findings of these rules or families")
@rules_option("--ignore", help="Do not hold the findings of these rules or families")
@checking_options
@quiet_option
def command(paths: tuple[str, ...], file: str, prune: bool, **asked: Any) -> None:
    """Hold today's findings.

    `copydesk check --baseline` then reports only new ones. PATHS are what `check` takes. Entries of drafts
    and rules that are not looked at stay as they are.

    Exit codes: 0 written; 2 something was not checked, and nothing was written.
    """
    if not paths:
        raise click.UsageError("name what to hold: `copydesk baseline drafts/`")
    from copydesk.commands.check.steps import Check, CheckRequest
    from copydesk.gate.baseline import read
    from copydesk.work.progress import ProgressBar

    _refuse_leading_out(file)
    registry = installed()
    line = take_line(asked, "select", "ignore")
    check = Check(CheckRequest(paths=paths, line=line, **asked), registry)
    there = read(file) if prune or os.path.lexists(file) else []
    check.choose()
    tell_left_out(check.found, check.house)
    with check.open_workers(), ProgressBar() as progress:
        report = check.check(progress=progress)
    tell_renamed(registry)
    problems = [*check.problems, *report.problems]
    if problems:
        write_problems(sorted(problems, key=lambda problem: problem.order))
        say(f"{file} was not written: what was not checked would be missing in it")
        raise click.exceptions.Exit(2)
    _hold(check, report, file, there, prune=prune)


def _hold(check: Check, report: Report, file: str, there: list[Entry], *, prune: bool) -> None:
    """Write the baseline: what it held and is still found, and the findings of the report.

    there  what the file holds now
    prune  whether nothing is added
    """
    from copydesk.commands.check.gate import of_rules
    from copydesk.gate.baseline import entry, is_held, judge, path_from, written

    folder = os.path.dirname(os.path.abspath(file))
    named = {path_from(draft.path, folder) for draft in report.drafts}
    across = all(one.path in named for one in there)
    judged = judge(report, there, folder, check.registry, check.house.settings, across=across)
    settings = check.house.settings
    shown = [] if prune else [one for one in judged.new if settings(one.place.path).shows(one)]
    new = [entry(one, folder) for one in shown if is_held(one, settings)]
    if refused := [one for one in shown if settings(one.place.path).refuses_note(one.rule, one.family)]:
        tell(f"{of_rules(refused)} not put in: no-stet")
    entries = [*judged.held, *judged.untold, *new]
    if prune and sorted(entries) == sorted(there):
        tell(f"{file}: every entry is still needed")
        return
    _write(file, written(entries))
    drafts = len({one.path for one in entries})
    tell(
        f"{file} holds {count(len(entries), 'finding')} in {count(drafts, 'draft')} "
        f"({len(new)} new, {len(judged.unneeded)} no longer needed)"
    )


def _refuse_leading_out(path: str) -> None:
    """Raise UsageError, before anything is checked, for a baseline that could not be written afterwards."""
    from copydesk.errors import CannotWriteError, UsageError
    from copydesk.files.writing import refuse_leading_out

    try:
        refuse_leading_out(path)
    except CannotWriteError as error:
        raise UsageError(f"{path}: {error}") from error


def _write(path: str, text: str) -> None:
    from copydesk.errors import CannotWriteError, UsageError
    from copydesk.files.writing import write_file

    try:
        write_file(path, text.encode("utf-8"))
    except CannotWriteError as error:
        raise UsageError(f"{path}: {error}") from error
