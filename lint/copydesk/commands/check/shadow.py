"""What a check writes of rules in shadow: their findings go to a file, and nowhere else."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk.commands.check.outputs import SCREENS
from copydesk.commands.shared.output import tell, write_out
from copydesk.wording import count

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from copydesk.commands.check.steps import Check
    from copydesk.model.report import Diagnostic, Problem, Report


def write_shadow(check: Check, report: Report) -> list[Problem]:
    """Write the findings of rules in shadow to their files; what could not be written is returned.

    What comes on standard input, as an editor sends a draft that is being written, is in no configured file.

    report  with all findings
    """
    hidden = [one for one in report.findings if check.in_shadow(one)]
    named = check.request.shadow_output
    if named is not None:
        return _told(named, len(hidden), lambda: _write_named(named, hidden))
    piped = {text.path for text in check.request.texts}
    files: dict[str, list[str]] = {}
    for draft in report.drafts:
        file = check.house.settings(draft.path).shadow_file
        if file and draft.path not in piped:
            files.setdefault(file, []).append(draft.path)
    problems: list[Problem] = []
    for file, drafts in files.items():
        problems += _write(check, hidden, file, drafts)
    return problems


def _write(check: Check, hidden: Sequence[Diagnostic], file: str, drafts: list[str]) -> list[Problem]:
    """Bring a configured file up to date, for some drafts."""
    from copydesk.files.writing import make_folder_of, write_file
    from copydesk.gate.shadow import merged, read, written

    paths = set(drafts)
    found = [one for one in hidden if one.place.path in paths]
    ran = {path: frozenset(active.name for active in check.house.settings(path).rules) for path in drafts}

    def write() -> None:
        kept = read(file)
        now = merged(kept, found, file, ran)
        if now != kept:
            make_folder_of(file)
            write_file(file, written(now))

    return _told(file, len(found), write)


def _write_named(file: str, found: Sequence[Diagnostic]) -> None:
    """Write what this run found to the file of `--shadow-output`, paths as the report has them.

    Raises CannotWriteError for a file that copydesk did not write.
    """
    from copydesk.files.writing import is_stream, write_file
    from copydesk.gate.shadow import described, read, written

    data = written(described(found))
    if file in SCREENS:
        write_out(data.decode())
        return
    if not is_stream(file):
        read(os.path.realpath(file))
    write_file(file, data)


def _told(file: str, found: int, write: Callable[[], None]) -> list[Problem]:
    """Write a file and say on standard error how many findings it got; what failed is returned."""
    from copydesk.errors import CannotWriteError
    from copydesk.files.links import shown
    from copydesk.model.report import Problem

    try:
        write()
    except CannotWriteError as error:
        return [Problem(f"the findings of rules in shadow were not kept: {error}", shown(file))]
    if found:
        tell(f"{shown(file)}: {count(found, 'finding')} of rules in shadow written")
    return []
