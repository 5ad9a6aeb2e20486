"""What a terminal, and a tool that reads a report line by line, can be given."""

from __future__ import annotations

import re

# Control characters, line ends of every kind, marks that turn the direction of writing, and what a
# file name holds where it is not text (lone surrogates).
_UNPRINTABLE = "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"


def printable(text: str) -> str:
    """The text on one line, with what cannot be printed written out: `\\n`, `\\x1b`, `\\u2028`."""
    if text.isprintable():
        return text
    return re.sub(_UNPRINTABLE, lambda match: match[0].encode("unicode_escape").decode("ascii"), text)
