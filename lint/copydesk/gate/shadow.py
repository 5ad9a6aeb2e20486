"""The shadow file: the findings of rules on probation, which nobody is shown and no run fails for.

One JSON object a line, as in the JSON report, sorted by place. A run replaces what the file has of the drafts
and the rules that it looked at; the rest stays.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import CannotWriteError, NotAFileError
from copydesk.files.reading import NO_FILE, read_file, reason
from copydesk.gate.baseline import path_from
from copydesk.model.report import Diagnostic
from copydesk.reporters.json import describe_finding, dumps, loads
from copydesk.wording import printable

LARGEST = 20_000_000
"""Bytes: forty thousand findings. No larger file is read, and none is written."""


class Kept(Struct, frozen=True):
    """A line of the file: what tells it from a line of somebody else, and the line itself."""

    path: str
    line: int
    column: int
    rule: str
    family: str
    severity: str
    message: str
    excerpt: str
    text: str = ""


def read(file: str) -> list[Kept]:
    """Return the lines of a shadow file; none where there is no file.

    Raises CannotWriteError for a link, and for a file that copydesk did not write: it stays as it is.
    """
    if os.path.islink(file):
        raise CannotWriteError("is a link, and they are written through none")
    try:
        data = read_file(file, LARGEST + 1)
    except FileNotFoundError:
        return []
    except NotAFileError as error:
        raise CannotWriteError(NO_FILE) from error
    except OSError as error:
        raise CannotWriteError(f"cannot be read: {reason(error)}") from error
    _refuse_larger(data)
    kept = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                kept.append(_line(line))
            except ValueError as error:
                raise CannotWriteError(
                    f"line {number} is no finding that copydesk wrote, so nothing was written: name another "
                    f"file, or mend this one ({error})"
                ) from error
    return kept


def written(kept: Iterable[Kept]) -> bytes:
    """Return what a shadow file holds; raises CannotWriteError for one that would be too large to read."""
    data = "".join(f"{one.text}\n" for one in kept).encode()
    _refuse_larger(data)
    return data


def described(findings: Iterable[Diagnostic], path_of: Callable[[str], str] = printable) -> list[Kept]:
    """Return findings as lines of a shadow file.

    path_of  returns how the file calls a draft
    """
    lines = (dumps({**describe_finding(one), "path": path_of(one.place.path)}) for one in findings)
    return sorted((_line(line.encode()) for line in lines), key=_order)


def merged(
    kept: Iterable[Kept], findings: Iterable[Diagnostic], file: str, ran: Mapping[str, frozenset[str]]
) -> list[Kept]:
    """Return the lines of a shadow file after a run.

    kept      what it had
    findings  those of the run, in report order
    ran       by the path of each draft that was looked at: the rules that ran
    """
    folder = os.path.dirname(os.path.abspath(file))
    looked_at = {path_from(path, folder): rules for path, rules in ran.items()}
    stays = [
        one
        for one in kept
        if one.rule not in looked_at.get(one.path, ()) and os.path.lexists(os.path.join(folder, one.path))
    ]
    new = described(findings, lambda path: path_from(path, folder))
    return sorted([*stays, *new], key=_order)


def _line(line: bytes) -> Kept:
    """Raises ValueError for what is no finding."""
    return replace(loads(line, Kept), text=line.decode())


def _order(one: Kept) -> tuple[str, int, int, str, str]:
    return one.path, one.line, one.column, one.rule, one.text


def _refuse_larger(data: bytes) -> None:
    if len(data) > LARGEST:
        raise CannotWriteError(f"is larger than {LARGEST:,} bytes: read it, and delete it")
