"""`copydesk check --comments`: findings written into Word documents, as comments at their words."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from copydesk.commands.shared.output import tell
from copydesk.errors import CannotReadError, CannotWriteError, UnreadableError
from copydesk.files.names import is_set_aside, marked_copy
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.model.report import Diagnostic, Problem, Report
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input


def write_comments(
    report: Report, inputs: Iterable[Input], piped: Iterable[str], registry: Registry, *, in_place: bool
) -> list[Problem]:
    """Write a comment for each finding of a Word document into a copy of it, and say where.

    report    what is to be seen of them
    inputs    the drafts as they were checked, with their bytes
    piped     what came on standard input, which cannot be written to
    in_place  whether the document itself is written to

    Returns what could not be done.
    """
    from copydesk.model.report import Problem

    documents = [item for item in inputs if not registry.reader_for(item.path).is_text]
    if not documents:
        return [
            Problem("--comments writes into Word documents (.docx), and there is none among these drafts")
        ]
    found: dict[str, list[Diagnostic]] = {}
    for finding in report.findings:
        found.setdefault(finding.place.path, []).append(finding)
    read = {draft.path for draft in report.drafts}
    problems: list[Problem] = []
    for item in documents:
        if item.path not in read:  # it is a problem already
            continue
        try:
            if item.path in piped:
                raise CannotWriteError("no comment can be written to standard input: name a file")
            _write(item, found.get(item.path, []), in_place=in_place)
        except (CannotReadError, CannotWriteError, UnreadableError) as error:
            problems.append(Problem(str(error), item.path))
    return problems


def _write(item: Input, findings: Sequence[Diagnostic], *, in_place: bool) -> None:
    from copydesk.edits.word.marking import has_own_comments, mark
    from copydesk.edits.word.remarks import remarks_of

    data = item.data or b""
    remarks = remarks_of(findings)
    stale = has_own_comments(item.path, data) if in_place else os.path.lexists(marked_copy(item.path))
    if not (remarks or stale):
        tell(f"no comments for {item.path}: nothing is to be said of it")
        return
    marked = mark(item.path, data, remarks)
    target = put(item.path, marked, data, in_place=in_place)
    tell(f"{count(len(remarks), 'comment')} in {target}")


def put(path: str, data: bytes, before: bytes, *, in_place: bool) -> str:
    """Write a Word document to its marked copy, or in its place, and return where.

    before  what the draft held when it was read

    Raises: CannotWriteError where somebody has the file open, or has worked in an earlier copy.
    """
    from copydesk.edits.word.marking import seal
    from copydesk.files.writing import replace_file, write_file

    if in_place:
        _refuse_open(path)
        replace_file(path, data, before)
        return path
    if is_set_aside(path):
        raise CannotWriteError("is a copy that copydesk marked: --in-place marks it again")
    target = marked_copy(path)
    _refuse_worked_in(target)
    _refuse_open(target)
    write_file(target, seal(path, data))
    return target


def _refuse_worked_in(target: str) -> None:
    """Raise CannotWriteError where there is a copy that holds what somebody did since, or no file."""
    if not os.path.lexists(target):
        return
    from copydesk.edits.word.marking import is_untouched
    from copydesk.run.inputs import Input, read_bytes

    if not os.path.isfile(target):
        what = "a link that leads nowhere" if os.path.islink(target) else "a folder or a device"
        raise CannotWriteError(f"was not marked: {target}, where the copy goes, is {what}. Move it away")
    try:
        untouched = is_untouched(read_bytes(Input(target)))
    except CannotReadError as error:
        raise CannotWriteError(f"was not marked: {target} {error}") from error
    if not untouched:
        raise CannotWriteError(
            f"was not marked: somebody has worked in {target} since. Move it away, or check it --in-place"
        )


def _refuse_open(path: str) -> None:
    """Raise CannotWriteError where Word tells by a file of its own that it has a document open."""
    folder, name = os.path.split(path)
    # Of long names Word leaves out the first one or two letters.
    if any(os.path.exists(os.path.join(folder, f"~${name[cut:]}")) for cut in range(3)):
        raise CannotWriteError(f"was not changed: {path} is open in Word. Close it there first")
