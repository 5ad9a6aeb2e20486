"""Readers turn the bytes of a file into a `Document`. One module a format."""

from __future__ import annotations

import os
from collections.abc import Callable

from msgspec import Struct

from copydesk.document import Document


class UnreadableError(Exception):
    """The file is not what its reader reads. The message says what was expected, and where."""


def suffix_of(path: str) -> str:
    """The suffix that names the format of a file, lower case, with the dot; empty where there is none.

    What follows the last dot of "Interview with Mr. Roe" and of "budget 2.0" names no format.
    """
    suffix = os.path.splitext(path)[1].lower()
    return "" if suffix[1:].isdecimal() or " " in suffix or suffix == "." else suffix


class Reader(Struct, frozen=True):
    """A file format.

    name      what `--stdin-filename`, examples and reports call it
    suffixes  lower case, with the dot; a folder is searched for these
    read      path (for reports) and bytes in, document out; raises UnreadableError
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Document]
