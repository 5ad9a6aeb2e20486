"""What the name of a file says of its format."""

from __future__ import annotations

import os


def suffix_of(path: str) -> str:
    """The suffix that names the format of a file, lower case, with the dot; empty where there is none.

    What follows the last dot of "Interview with Mr. Roe" and of "budget 2.0" names no format.
    """
    suffix = os.path.splitext(path)[1].lower()
    return "" if suffix[1:].isdecimal() or " " in suffix or suffix == "." else suffix
