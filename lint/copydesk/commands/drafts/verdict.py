"""`copydesk verdict`: say what a finding is worth."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.options import (
    complete_rules,
    configuration_options,
    installed,
    no_plugins_option,
    quiet_option,
    reading_options,
    take_line,
)
from copydesk.commands.shared.output import tell, write_problems

if TYPE_CHECKING:
    from copydesk.house.verdicts import Opinion
    from copydesk.model.report import Diagnostic
    from copydesk.plugins.registry import Registry

_LISTED = 5
"""How many other places a message names."""


@click.command()
@click.argument("place", metavar="FILE:LINE[:COLUMN]")
@click.argument("rule", shell_complete=complete_rules)
@click.argument(
    "opinion",
    metavar="right|petty|wrong",
    type=click.Choice(["right", "petty", "wrong"], case_sensitive=False),
)
@click.option("--reason", metavar="TEXT", default="", help="Why, in a line.")
@reading_options
@configuration_options
@no_plugins_option
@quiet_option
def command(place: str, rule: str, opinion: Opinion, reason: str, **asked: Any) -> None:
    """Say what a finding is worth.

    `right`: a fault. `petty`: true, and not worth a word. `wrong`: no fault. The draft is checked, and the
    verdict on the finding of RULE at this place is kept in the verdicts file of the house; the last verdict
    on a finding counts, and counts instead of a stet note. `copydesk verdicts` shows how often each rule is
    right.

    Exit codes: 0 kept; 2 there is no such finding, or the verdict could not be kept.
    """
    from copydesk.commands.check.steps import Check, CheckRequest
    from copydesk.edits.verdict_writer import Judged, keep_verdict
    from copydesk.errors import CannotReadError, CannotWriteError, UsageError
    from copydesk.files.links import enclosing_root, shown
    from copydesk.run.inputs import read_input

    path, line, column = _place(place)
    registry = installed()
    rule = _rule(registry, rule)
    check = Check(CheckRequest(paths=[path], line=take_line(asked), jobs=1, **asked), registry)
    check.choose()
    with check.open_workers():
        report = check.check()
    problems = [*check.problems, *report.problems]
    if problems:
        write_problems(problems)
        raise click.exceptions.Exit(2)
    if len(check.inputs) != 1 or not os.path.isfile(path):
        raise UsageError(f"{path}: a verdict is on a finding in one draft: name a file")
    stetted = [finding for note in report.notes for finding in note.stands]
    finding = _finding(registry, [*report.findings, *stetted], path, line, column, rule)
    item = check.inputs[0]
    is_new = not os.path.lexists(check.house.verdicts_file(item.path))
    try:
        document = read_input(item, registry.reader_for(item.path))
        file = keep_verdict(check.house, Judged(item.path, document, finding, opinion, reason))
    except (CannotReadError, CannotWriteError) as error:
        raise UsageError(f"the verdict was not kept: {error}") from error
    at = finding.place
    by_note = " (it counts, not the note there)" if finding in stetted else ""
    tell(f"{path}:{at.line}:{at.column}: {rule}: {opinion}, kept in {shown(file)}{by_note}")
    if is_new and os.path.lexists(os.path.join(enclosing_root(os.path.dirname(file)), ".git")):
        tell(f"git merges it where .gitattributes has the line: {os.path.basename(file)} merge=union")


def _place(place: str) -> tuple[str, int, int]:
    """Return the file, the line and the column, 0 where none is named, of a place on the command line."""
    from copydesk.errors import UsageError

    found = re.fullmatch(r"(.+?):(\d{1,9})(?::(\d{1,9}))?", place, re.DOTALL | re.ASCII)
    if found is None:
        raise UsageError(f'"{place}" is no place: write FILE:LINE, or FILE:LINE:COLUMN, as reports do')
    line, column = int(found[2]), int(found[3] or 1)
    if not line or not column:
        raise UsageError(f"{place}: lines and columns count from 1")
    return found[1], line, column if found[3] else 0


def _rule(registry: Registry, name: str) -> str:
    from copydesk.errors import UsageError
    from copydesk.wording import nearest

    rule = registry.current(name)
    if rule not in registry.rules:
        raise UsageError(
            f'there is no rule "{name}"{nearest(name, registry.rules)} (`copydesk rules` lists them)'
        )
    return rule


def _finding(
    registry: Registry, findings: Iterable[Diagnostic], path: str, line: int, column: int, rule: str
) -> Diagnostic:
    """Return the finding of a rule at a place; raises UsageError where there is none, or more than one."""
    from copydesk.errors import UsageError
    from copydesk.wording import count

    of_rule = [one for one in findings if one.rule == rule]
    there = [one for one in of_rule if one.place.line == line]
    exact = [one for one in there if one.place.column == column] if column else there
    if len(exact) == 1 or (column and exact):
        return exact[0]
    if there:
        places = " or ".join(dict.fromkeys(f"{path}:{line}:{one.place.column}" for one in there))
        if column:
            raise UsageError(f"{path}:{line}:{column}: {rule} reports nothing there: write {places}")
        raise UsageError(f"{path}:{line}: {rule} has {count(len(there), 'finding')} here: write {places}")
    if registry.rules[rule].entry.across:
        known = "here: it compares drafts, so give its verdicts in an editor that has them open"
    elif not of_rule:
        known = "in this draft"
    else:
        lines = [*map(str, sorted({one.place.line for one in of_rule}))]
        more = f" and {len(lines) - _LISTED} more" if len(lines) > _LISTED else ""
        known = f"here (it does on line {', '.join(lines[:_LISTED])}{more})"
    raise UsageError(f"{path}:{line}: {rule} reports nothing {known}")
