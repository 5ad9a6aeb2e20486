"""`copydesk check --fix` and `--diff`: corrections made in the drafts, or shown."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from copydesk.commands.shared.output import tell, write_out
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.edits.rounds import CorrectionResult, Look
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input


def with_data(inputs: Iterable[Input]) -> list[Input]:
    """Return the drafts with their bytes.

    The corrections are made in these bytes, even if a file changes meanwhile.

    What cannot be read comes back without: the run says why.
    """
    from copydesk.files.reading import read_file
    from copydesk.run.inputs import LARGEST

    found = []
    for item in inputs:
        data = item.data
        if data is None and "://" not in item.path:
            with suppress(OSError, ValueError):
                data = read_file(item.path, LARGEST + 1)
        found.append(replace(item, data=data))
    return found


def write_drafts(
    outcome: CorrectionResult, piped: Collection[str], look: Look, registry: Registry, *, in_place: bool
) -> CorrectionResult:
    """Write the corrected drafts, and say on standard error how many there are.

    piped     what came on standard input, which cannot be written to
    in_place  whether Word documents are written to themselves: else their corrections go into copies

    Returns what was done: a draft that cannot be written is a problem, and reported as it is.
    """
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import replace_file
    from copydesk.model.report import Problem

    failed: dict[str, Problem] = {}
    for path, data in outcome.after.items():
        try:
            if path in piped:
                raise CannotWriteError("standard input cannot be corrected: name a file, or ask for --diff")
            before = outcome.before[path]
            if registry.reader_for(path).is_text:
                replace_file(path, data, before)
            else:
                from copydesk.commands.check.marking import put

                target = put(path, data, before, in_place=in_place)
                tell(f"the corrections of {path} are tracked changes in {target}")
        except CannotWriteError as error:
            failed[path] = Problem(str(error), path)
    made = {path: number for path, number in outcome.made.items() if path not in failed}
    report, inputs = outcome.report, outcome.inputs
    if failed:
        inputs = [
            replace(item, data=outcome.before[item.path]) if item.path in failed else item for item in inputs
        ]
        report = look(inputs)
    if made:
        tell(f"corrected {_findings(made)}")
    problems = [*outcome.problems, *failed.values()]
    return replace(outcome, report=report, inputs=inputs, made=made, problems=problems)


def show_diff(outcome: CorrectionResult, registry: Registry, *, color: bool, unsafe: bool) -> None:
    """Write what `patch -p0` needs to correct the drafts, in their own encodings; to a terminal, text.

    Of a Word document it shows the paragraphs that change: those no program can patch.
    """
    diff = b"".join(
        _diff(path, *(_as_text(registry, path, one) for one in (outcome.before[path], data)))
        for path, data in outcome.after.items()
    )
    if sys.stdout.isatty() or color:
        lines = diff.decode("utf-8", "replace").split("\n")[:-1]
        write_out("".join(_painted(line) for line in lines), color)
    else:
        write_out(diff)
    corrected = _findings(outcome.made) if outcome.made else "nothing"
    options = "--fix --unsafe-fixes" if unsafe else "--fix"
    tell(f"{options} would correct {corrected}")


def _diff(path: str, before: bytes, after: bytes) -> bytes:
    from difflib import diff_bytes, unified_diff

    from copydesk.wording import printable

    name = printable(path).encode("utf-8", "replace") + (b"\t" if " " in path else b"")
    lines = diff_bytes(unified_diff, _lines(before), _lines(after), name, name)
    return b"".join(
        line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n" for line in lines
    )


def _as_text(registry: Registry, path: str, data: bytes) -> bytes:
    """Return a draft as text: the file itself, or the text that its reader finds in it."""
    reader = registry.reader_for(path)
    return data if reader.is_text else f"{reader.read(path, data).source.text}\n".encode()


def _lines(data: bytes) -> list[bytes]:
    """Return the lines as `patch` counts them, with their line ends."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return lines if lines[-1] else lines[:-1]


def _painted(line: str) -> str:
    from copydesk.wording import printable

    colors = {"+": "green", "-": "red", "@": "cyan"}
    return click.style(printable(line.rstrip("\r")), fg=colors.get(line[:1])) + "\n"


def _findings(made: Mapping[str, int]) -> str:
    return f"{count(sum(made.values()), 'finding')} in {count(len(made), 'draft')}"
