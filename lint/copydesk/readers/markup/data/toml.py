"""TOML front matter: where the strings of some keys stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator

from copydesk.errors import UnreadableError
from copydesk.model.source import Source
from copydesk.readers.markup.data.strings import BACKSLASH, Value

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
    |(?P<long_basic>\"{3}(?:[^\\]|\\.)*?\"{3,5}(?!\"))
    |(?P<long_literal>'{3}.*?'{3,5}(?!'))
    |(?P<basic>"(?:[^"\\\r\n]|\\.)*")
    |(?P<literal>'[^'\r\n]*')
    |(?P<line>[\r\n])
    |(?P<mark>[\[\]{}=,])
    |(?P<bare>[^\s\#"'\[\]{}=,]+)""",
    re.VERBOSE | re.DOTALL,
)
_QUOTES: dict[str, tuple[int, re.Pattern[str] | None]] = {
    "basic": (1, BACKSLASH),
    "literal": (1, None),
    "long_basic": (3, BACKSLASH),
    "long_literal": (3, None),
}
"""How many quotation marks a string has at either end, and how its escapes look."""

_DATE = re.compile(r"\d{4}-\d\d-\d\d[^\s#,\]]*(?: \d[^\s#,\]]*)?")
_DEPTHS = {"[": 1, "{": 1, "]": -1, "}": -1}
_ERROR = re.compile(r"(.*) \(at line (\d+), column (\d+)\)", re.DOTALL)


def toml_values(source: Source, start: int, end: int, nested: Container[str]) -> list[Value]:
    """Return the strings and dates at `start:end` of the file that belong to the first, nameless table.

    A string belongs to a key also from inside an array, and as a `name` in an inline table.

    nested  keys that count in any table, in lower case; the file may write them in any

    Raises UnreadableError, with line and column, for what is broken.
    """
    try:
        tomllib.loads(re.sub(r"\r(?!\n)", "\n", source.text[start:end]))
    except (ValueError, RecursionError) as error:
        problem = str(error)
        place = _ERROR.match(problem)
        if place:
            # What the parser calls line 1 is the rest of the line that opens the front matter.
            problem, line, column = place[1], int(place[2]), int(place[3])
        else:
            at = source.position(end)
            line, column = at.line, at.column
        raise UnreadableError(
            f"the front matter is not TOML at line {line}, column {column}: {problem}"
        ) from error
    return list(_values(source.text, start, end, nested))


def _values(text: str, start: int, end: int, nested: Container[str]) -> Iterator[Value]:
    """Walk the tokens of what is known to be TOML."""
    key = word = ""
    inner: str | None = None
    depth = 0
    in_value, is_first = False, True
    found: Value | None = None
    for token in _TOKEN.finditer(text, start, end):
        kind, mark = token.lastgroup or "", token.group()
        if mark == "=":
            # A string before an equals sign was a key.
            found = None
            inner = word if in_value else None
            in_value = True
            continue
        if found:
            yield found
            found = None
        if kind == "line" and depth == 0:
            key, in_value = "", False
        elif kind == "mark":
            if mark == "[" and not in_value:
                is_first = False
            depth += _DEPTHS.get(mark, 0)
            inner = None if mark == "}" else inner
        elif kind in _QUOTES or kind == "bare":
            word = mark.strip("\"'").lower()
            if not in_value:
                key += word
            elif kind in _QUOTES and (
                inner in nested or ((is_first or key in nested) and inner in (None, "name"))
            ):
                marks, escape = _QUOTES[kind]
                name = inner if inner and inner in nested else key
                found = Value(name, token.start() + marks, token.end() - marks, escape)
            elif is_first and inner is None and (day := _DATE.match(text, token.start(), end)):
                yield Value(key, *day.span(), None)
    if found:
        yield found
