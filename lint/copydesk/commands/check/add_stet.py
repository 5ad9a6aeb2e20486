"""`copydesk check --add-stet`: let today's findings of a rule stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from copydesk.commands.shared.output import tell
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.model.report import Problem, Report
    from copydesk.model.source import Position
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input
    from copydesk.run.jobs import SettingsFor


def check_request(registry: Registry, rule: str, reason: str) -> None:
    """Raise UsageError for a rule that is not there, and for a reason that no note can hold."""
    from copydesk.edits.stet_writer import check_reason
    from copydesk.errors import CannotNoteError, UsageError
    from copydesk.wording import nearest

    if registry.current(rule) not in registry.rules:
        near = nearest(rule, registry.rules)
        raise UsageError(f'--add-stet: there is no rule "{rule}"{near} (`copydesk rules` lists them)')
    try:
        check_reason(reason)
    except CannotNoteError as error:
        raise UsageError(f"--reason: {error}") from error


def write_notes(
    report: Report,
    registry: Registry,
    inputs: Iterable[Input],
    rule: str,
    reason: str,
    settings_for: SettingsFor,
) -> list[Problem]:
    """Write a note for every finding of a rule into the drafts, and say on standard error how many.

    report        what the drafts hold now
    settings_for  says of a path whether a note holds, and whether it must give a reason

    Returns what could not be done.
    """
    from copydesk.model.report import Problem
    from copydesk.model.source import Position

    rule = registry.current(rule)
    places: dict[str, list[Position]] = {}
    for finding in report.findings:
        if finding.rule == rule:
            at = finding.place
            places.setdefault(at.path, []).append(Position(at.line, at.column))
    problems: list[Problem] = []
    notes = drafts = 0
    for item in inputs:
        if item.path not in places:
            continue
        if item.data is not None:
            problems.append(Problem("no note can be written into standard input", item.path))
            continue
        settings = settings_for(item.path)
        if settings.refuses_note(rule, registry.rules[rule].entry.family):
            why = f"no note lets {rule} stand in this house (no-stet): mend the copy"
            problems.append(Problem(why, item.path))
            continue
        is_reasoned = registry.rules[rule].rule.reasoned
        if (is_reasoned or settings.require_reason) and not reason:
            which = f"a note for {rule}" if is_reasoned else "every note here"
            problems.append(Problem(f"{which} needs a reason: give one with --reason", item.path))
            continue
        written = _add_to_file(item.path, registry, places[item.path], rule, reason, problems)
        notes += written
        drafts += bool(written)
    tell(f"{count(notes, 'note')} for {rule} in {count(drafts, 'draft')}")
    return problems


def _add_to_file(
    path: str, registry: Registry, places: list[Position], rule: str, reason: str, problems: list[Problem]
) -> int:
    """Write the notes of one draft, and return how many there are; what fails is added to the problems."""
    from copydesk.edits.stet_writer import add_notes
    from copydesk.errors import CannotNoteError, CannotWriteError
    from copydesk.files.reading import read_file
    from copydesk.files.reading import reason as why
    from copydesk.files.writing import replace_file
    from copydesk.model.report import Problem

    try:
        data = read_file(path)
        noted = add_notes(path, data, registry.reader_for(path), places, rule, reason)
        if noted.notes:
            replace_file(path, noted.data, data)
    except (CannotNoteError, CannotWriteError) as error:
        problems.append(Problem(str(error), path))
        return 0
    except OSError as error:
        problems.append(Problem(f"cannot be read: {why(error)}", path))
        return 0
    for place in noted.left:
        message = f"no note can be written for the finding at {place.line}:{place.column}: write it by hand"
        problems.append(Problem(message, path))
    return noted.notes
