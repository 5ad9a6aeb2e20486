"""YAML front matter: where the strings of some keys stand."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import Any

import yaml

from copydesk.errors import UnreadableError
from copydesk.model.source import LINE_END, Source
from copydesk.readers.markup.data.strings import BACKSLASH, DOUBLED, Value

MAX_DEPTH = 100
"""For what is nested deeper, the parser takes quadratic time."""

# What YAML 1.1 takes for a line end, or refuses, and later versions do not.
_FOREIGN = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

# `title: Flood: the inquiry` is no YAML, and what editors type.
_PLAIN_LINE = re.compile(r"(?<![^\r\n])([\w-]+:[ \t]+)([^\s\"'\[{|>&*!%#@`][^\r\n]*)")
_COLON = re.compile(r":(?=\s|$)")

_KEY_LINE = re.compile(r"(?:\s*#[^\r\n]*[\r\n])*\s*[\"']?[\w.-]+[\"']?[ \t]*:(?:\s|$)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL", "true", "false"})


class _Level:
    """A mapping or a list that is being read; `key` is the key whose value comes next."""

    def __init__(self, mapping: bool) -> None:
        self.mapping = mapping
        self.key: str | None = None


def yaml_values(source: Source, start: int, end: int, nested: Container[str]) -> list[Value] | None:
    """Return the values at `start:end` of the file, each with its key; None where it holds no mapping.

    A value belongs to a key of the outermost mapping also from inside a list, and as a `name` in a
    mapping of its own.

    nested  keys that count in any mapping, in lower case; the file may write them in any

    Raises UnreadableError, with line and column, for what begins with a key and is broken.
    """
    # Only offsets are taken from the parser, so what it would stumble over can be overwritten.
    text = _FOREIGN.sub(" ", source.text[start:end])
    text = _PLAIN_LINE.sub(lambda line: line[1] + _COLON.sub(";", line[2]), text)
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        events = yaml.parse(text, Loader=loader)
        return _values(source.text, start, events, nested)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        if not _KEY_LINE.match(text):
            return None
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        at = source.position(start + (mark.index if mark else 0))
        problem = getattr(error, "problem", None) or str(error)
        raise UnreadableError(
            f"the front matter is not YAML at line {at.line}, column {at.column}: {problem}"
        ) from error


def _values(text: str, start: int, events: Iterator[Any], nested: Container[str]) -> list[Value] | None:
    values = []
    levels: list[_Level] = []
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            if len(levels) == MAX_DEPTH:
                raise ValueError(f"nested in more than {MAX_DEPTH} levels")
            levels.append(_Level(isinstance(event, yaml.MappingStartEvent)))
            if not levels[0].mapping:
                return None
        elif isinstance(event, yaml.CollectionEndEvent):
            levels.pop()
            _step(levels, "")
        elif isinstance(event, yaml.NodeEvent):
            if not levels:
                return None
            key, scalar = _key(levels, nested), ""
            if isinstance(event, yaml.ScalarEvent):
                scalar = event.value
                if key and (event.style or scalar not in _NOTHING):
                    values.append(_value(text, start, key, event))
            _step(levels, scalar)
    return values


def _step(levels: list[_Level], scalar: str) -> None:
    """Note that a key or a value was read."""
    if levels and levels[-1].mapping:
        levels[-1].key = scalar if levels[-1].key is None else None


def _key(levels: list[_Level], nested: Container[str]) -> str:
    """Return the key that a string here belongs to; none where it is a key itself."""
    inner = (levels[-1].key or "").lower()
    if inner in nested:
        return inner
    if any(level.mapping and level.key != "name" for level in levels[1:]):
        return ""
    return (levels[0].key or "").lower()


def _value(text: str, offset: int, key: str, scalar: Any) -> Value:
    """Return the string of a scalar event, whose marks count from `offset` of the file."""
    start, end = offset + scalar.start_mark.index, offset + scalar.end_mark.index
    properties = _PROPERTIES.match(text, start, end)
    start = properties.end() if properties else start
    if scalar.style == "'":
        return Value(key, start + 1, end - 1, DOUBLED)
    if scalar.style == '"':
        return Value(key, start + 1, end - 1, BACKSLASH)
    if scalar.style in ("|", ">"):
        header = LINE_END.search(text, start, end)
        return Value(key, header.end() if header else end, end, None)
    return Value(key, start, end, None)
