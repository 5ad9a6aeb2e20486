"""The shadow file: the findings of rules on probation, which nobody is shown and no run fails for.

One JSON object a line, as in the JSON report, sorted by place. A run replaces what the file has of the drafts
and the rules that it looked at; the rest stays.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import CannotWriteError, NotAFileError
from copydesk.files.reading import NO_FILE, read_file, reason
from copydesk.gate.baseline import path_from
from copydesk.model.report import Diagnostic
from copydesk.reporters.json import describe_finding, dumps, loads

LARGEST = 200_000_000
"""Bytes: several hundred thousand findings."""


class Kept(Struct, frozen=True):
    """A line of the file: the draft and the rule that it is about, and the line itself."""

    path: str
    rule: str
    line: int
    column: int
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
    if len(data) > LARGEST:
        raise CannotWriteError(f"is larger than {LARGEST:,} bytes: read it, and delete it")
    kept = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                kept.append(replace(loads(line, Kept), text=line.decode()))
            except ValueError as error:
                raise CannotWriteError(
                    f"line {number} is no finding that copydesk wrote, so nothing was written: name another "
                    f"file, or mend this one ({error})"
                ) from error
    return kept


def written(kept: Iterable[Kept]) -> str:
    """Return the text of a shadow file."""
    return "".join(f"{one.text}\n" for one in kept)


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
    new = [_kept(finding, folder) for finding in findings]
    return sorted([*stays, *new], key=lambda one: (one.path, one.line, one.column, one.rule, one.text))


def _kept(finding: Diagnostic, folder: str) -> Kept:
    at, path = finding.place, path_from(finding.place.path, folder)
    told: dict[str, Any] = {**describe_finding(finding), "path": path}
    return Kept(path, finding.rule, at.line, at.column, dumps(told))
