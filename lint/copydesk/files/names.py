"""Formats of files by their names."""

from __future__ import annotations

import os

MARKED = ".copydesk"
"""What stands before the suffix of a copy in which copydesk marked its findings."""

_LOCK = "~$"
"""What the name of the file begins with by which Word tells that it has a document open."""


def suffix_of(path: str) -> str:
    """Return the suffix that names the format of a file, lower case, with the dot; empty where there is none.

    What follows the last dot of "Interview with Mr. Roe" and of "budget 2.0" names no format.
    """
    suffix = os.path.splitext(path)[1].lower()
    return "" if suffix[1:].isdecimal() or " " in suffix or suffix == "." else suffix


def is_set_aside(path: str) -> bool:
    """Whether a file is no draft, whatever its suffix: a copy that copydesk marked, or a lock of Word's."""
    name = os.path.basename(path)
    stem = os.path.splitext(name)[0]
    return name.startswith(_LOCK) or stem.endswith(MARKED)


def marked_copy(path: str) -> str:
    """Return the path of the marked copy of a draft: `draft.copydesk.docx`."""
    stem, suffix = os.path.splitext(path)
    return f"{stem}{MARKED}{suffix}"
