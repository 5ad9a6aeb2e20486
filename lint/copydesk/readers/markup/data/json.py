"""The strings of a JSON file, each with its path and its exact place: the parsers of Python give none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from msgspec import Struct

from copydesk.readers.markup.data.strings import JSON, json_character

DEEPEST = 500
"""Levels; what is nested deeper is no article."""

_TOKEN = re.compile(
    r"[ \t\r\n]*+(?:\"((?:[^\"\\\x00-\x1f]|\\(?:[\"\\/bfnrt]|u[0-9A-Fa-f]{4}))*)\"|([{}\[\],:])"
    r"|(-?[0-9][-+.0-9eE]*+|true\b|false\b|null\b))"
)
_ENDS = {"}": "{", "]": "["}

Path = tuple[str | int, ...]
"""The keys and indexes that lead to a value."""


class NotJsonError(ValueError):
    """The text is not JSON. `offset` is where, in code points."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


class JsonString(Struct, frozen=True):
    """A string that is a value, and where it stands, without its quotation marks."""

    path: Path
    start: int
    end: int


def json_strings(text: str, start: int = 0) -> tuple[list[JsonString], int]:
    """Return every string of the JSON value that begins at `start`, and where the value ends.

    Raises: NotJsonError.
    """
    strings: list[JsonString] = []
    keys: list[str | int | None] = []
    kinds: list[str] = []
    expected = "value"
    before = ""
    at = start
    while True:
        match = _TOKEN.match(text, at)
        if match is None:
            raise NotJsonError(f"expected a {expected}", _after_space(text, at))
        string, mark, _ = match.groups()
        begin = match.start(match.lastindex or 0) - (string is not None)
        at = match.end()
        if expected == "key" and string is not None:
            keys[-1] = json.loads(f'"{string}"') if "\\" in string else string
            expected = "colon"
        elif expected == "colon" and mark == ":":
            expected = "value"
        elif expected == "comma" and mark == ",":
            expected = "key" if kinds[-1] == "{" else "value"
            last = keys[-1]
            keys[-1] = last + 1 if isinstance(last, int) else None
        elif (
            mark in _ENDS
            and kinds
            and kinds[-1] == _ENDS[mark]
            and (expected == "comma" or before == kinds[-1])
        ):
            kinds.pop()
            keys.pop()
            expected = "comma"
        elif expected == "value" and mark in ("{", "["):
            if len(kinds) == DEEPEST:
                raise NotJsonError(f"nested in more than {DEEPEST} levels", begin)
            kinds.append(mark)
            keys.append(0 if mark == "[" else None)
            expected = "value" if mark == "[" else "key"
        elif expected == "value" and mark is None:
            if string is not None:
                path = tuple(key for key in keys if key is not None)
                strings.append(JsonString(path, begin + 1, at - 1))
            expected = "comma"
        else:
            raise NotJsonError(f"expected a {expected}", begin)
        if not kinds:
            return strings, at
        before = mark


def json_pieces(text: str, start: int, end: int, line_end: str = " ") -> Iterator[tuple[str, int, int]]:
    """Yield the characters of a string at `start:end`, what was copied and what each escape stands for.

    line_end  what a line end stands for
    """
    at = start
    for match in JSON.finditer(text, start, end):
        if match.start() > at:
            yield text[at : match.start()], at, match.start()
        yield line_end if match.group() == r"\n" else json_character(match.group()), *match.span()
        at = match.end()
    if at < end:
        yield text[at:end], at, end


def _after_space(text: str, offset: int) -> int:
    space = re.compile(r"[ \t\r\n]*+").match(text, offset)
    return space.end() if space else offset
