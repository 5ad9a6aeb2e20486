"""What a terminal, and a tool that reads a report line by line, can be given."""

from __future__ import annotations

import re

# Control characters, line ends of every kind, marks that turn the direction of writing, and what a
# file name holds where it is not text (lone surrogates).
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text on one line, with what cannot be printed written out: `\\n`, `\\x1b`, `\\u2028`."""
    return _UNPRINTABLE.sub(lambda match: match.group().encode("unicode_escape").decode("ascii"), text)
