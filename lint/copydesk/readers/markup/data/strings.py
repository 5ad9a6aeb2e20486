"""Strings of YAML, TOML and JSON: their words, through quoting, escapes and folding."""

from __future__ import annotations

import re

from msgspec import Struct

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind
from copydesk.model.source import line_spans
from copydesk.readers.parts.addresses import copy_prose

DOUBLED = re.compile("''")
"""How a YAML string in single quotation marks writes one."""

BACKSLASH = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
"""What a string in double quotation marks may escape."""

JSON = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)
"""What a string of JSON may escape; a character may be a pair of escapes."""

_ESCAPES = {**dict.fromkeys("nrtNLP", " "), **dict.fromkeys("0abefv", ""), "_": "\xa0"}


_LINE_ENDS = "\n\r\t\x85\u2028\u2029"


class Value(Struct, frozen=True):
    """A string or a date of the front matter.

    key         the key of the outermost table that it belongs to, in lower case
    start, end  where it stands in the file, without its quotation marks
    escape      how its escapes look, or None: it has none
    """

    key: str
    start: int
    end: int
    escape: re.Pattern[str] | None


def add_value(builder: ProseBuilder, text: str, kind: BlockKind, value: Value) -> None:
    """Add the words of a value as blocks of one kind.

    A line end becomes a space, and a blank line parts two blocks.

    text  the text of the file
    """
    builder.open(kind)
    end_before, glued = value.start, True
    for start, end in line_spans(text, value.start, value.end):
        line = text[start:end]
        words = line.strip()
        if not words:
            builder.open(kind)
            glued = True
            continue
        first = end - len(line.lstrip())
        last = first + len(words)
        if not glued:
            builder.replace(" ", end_before, first)
        # An odd backslash at the end of a line takes the line end away.
        glued = value.escape is BACKSLASH and (len(words) - len(words.rstrip("\\"))) % 2 == 1
        _add_words(builder, text, first, last - glued, value.escape)
        end_before = last
    builder.close()


def _add_words(
    builder: ProseBuilder, text: str, start: int, end: int, escape: re.Pattern[str] | None
) -> None:
    at = start
    for match in escape.finditer(text, start, end) if escape else ():
        copy_prose(builder, text, at, match.start())
        builder.replace(_unescape(match), *match.span())
        at = match.end()
    copy_prose(builder, text, at, end)


def json_character(escape: str) -> str:
    """Return the character of a JSON escape; a space for a line end or tab, U+FFFD for half a character."""
    if escape[1] != "u" or len(escape) < len(r"\u0000"):
        return {"b": "", "f": "", "n": " ", "r": " ", "t": " "}.get(escape[1], escape[1])
    code = int(escape[2:6], 16)
    if len(escape) > len(r"\u0000"):
        code = 0x10000 + (code - 0xD800) * 0x400 + int(escape[8:], 16) - 0xDC00
    return "\ufffd" if 0xD800 <= code < 0xE000 else " " if chr(code) in _LINE_ENDS else chr(code)


def _unescape(match: re.Match[str]) -> str:
    """Return the character of an escape; line ends become spaces, other control characters nothing."""
    if match.re is DOUBLED:
        return "'"
    if match.re is JSON:
        return json_character(match.group())
    digits = match[1] or match[2] or match[3]
    if not digits:
        return _ESCAPES.get(match[4], match[4])
    code = int(digits, 16)
    if 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return " " if chr(code) in _LINE_ENDS else chr(code)
