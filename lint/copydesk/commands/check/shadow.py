"""What a check writes of rules in shadow: their findings go to a file, and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.commands.shared.output import tell
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.commands.check.steps import Check
    from copydesk.model.report import Problem, Report


def write_shadow(check: Check, report: Report) -> list[Problem]:
    """Write the findings of rules in shadow to their files; what could not be written is returned.

    What comes on standard input, as an editor sends a draft that is being written, is in no configured file.

    report  with all findings
    """
    named = check.request.shadow_output
    piped = {text.path for text in check.request.texts}
    files: dict[str, list[str]] = {} if named is None else {named: []}
    for draft in report.drafts:
        file = check.house.settings(draft.path).shadow_file
        if file and (named or draft.path not in piped):
            files.setdefault(named or file, []).append(draft.path)
    problems: list[Problem] = []
    for file, drafts in files.items():
        problems += _write(check, report, file, drafts)
    return problems


def _write(check: Check, report: Report, file: str, drafts: list[str]) -> list[Problem]:
    """Write one file, for some drafts; one that --shadow-output names has only what this run found."""
    from copydesk.errors import CannotWriteError
    from copydesk.files.links import shown
    from copydesk.files.writing import write_file
    from copydesk.gate.shadow import merged, read, written
    from copydesk.model.report import Problem

    paths = set(drafts)
    found = [one for one in report.findings if one.place.path in paths and check.in_shadow(one)]
    ran = {path: frozenset(active.name for active in check.house.settings(path).rules) for path in drafts}
    is_named = file == check.request.shadow_output
    try:
        kept = [] if is_named else read(file)
        now = merged(kept, found, file, ran)
        if is_named or now != kept:
            write_file(file, written(now).encode())
    except CannotWriteError as error:
        return [Problem(f"the findings of rules in shadow were not kept: {error}", shown(file))]
    if found:
        tell(f"{shown(file)}: {count(len(found), 'finding')} of rules in shadow written")
    return []
