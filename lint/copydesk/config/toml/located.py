"""TOML whose keys and values know their line and column. `tomllib` reads it, but keeps no places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from msgspec import Struct

from copydesk.config.toml.reading import read_bytes
from copydesk.errors import ConfigError

MOST_PARTS = 20
"""Parts of one dotted key. `tomllib` needs time by the square of them."""

Key = str | int
"""A step into a document: the name in a table, or the index in an array."""

_WHERE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_PART = r"""(?:(?<![\w-])[\w-]++|"[^"\n]*+"|'[^'\n]*+')"""
_TOO_MANY_PARTS = re.compile(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MOST_PARTS}}}")

_BASIC = r'"[^"\\\n]*+(?:\\.[^"\\\n]*+)*"'
_BLANK = re.compile(r"(?:[ \t\n]++|\#[^\n]*+)*")
_NAME = re.compile(rf"""[ \t]*+([\w-]++|{_BASIC}|'[^'\n]*+')[ \t]*+""", re.ASCII)
_STRING = re.compile(
    rf'''"""(?:[^\\]|\\.)*?"{{3,5}}(?!")|\'\'\'.*?'{{3,5}}(?!')|{_BASIC}|'[^'\n]*+\'''', re.DOTALL
)
_SCALAR = re.compile(r"[^\s,\]}#]++(?: \d[^\s,\]}#]*+)?")


_COMMENTED_OUT = re.compile(r"[\w.\"'-]+ *=|\[")


class _Comment(Struct, frozen=True):
    """A comment without its mark, and whether it has a line of its own."""

    text: str
    is_alone: bool


__all__ = ["ConfigError", "Key", "Located", "load", "parse"]


class Located:
    """A table of a TOML file that can say where its keys and values stand.

    path  the file, as it is to be shown
    data  the table, as `tomllib` gives it
    text  the whole file
    """

    def __init__(self, path: str, text: str, data: dict[str, Any], table: tuple[Key, ...] = ()) -> None:
        self.path = path
        self.data = data
        self.text = text
        self._table = table

    def inside(self, *keys: str) -> Located | None:
        """Return a table inside this one, or None where there is none."""
        data: Any = self.data
        for key in keys:
            data = data.get(key) if isinstance(data, dict) else None
        return Located(self.path, self.text, data, self._table + keys) if isinstance(data, dict) else None

    def place(self, *keys: Key) -> tuple[int, int]:
        """Line and column, both from 1, of a key, or of the element of an array.

        What stands nowhere in the file has the place of the nearest table around it.
        """
        path = self._table + keys
        while path and path not in self._places:
            path = path[:-1]
        return _position(self.text, self._places[path] if path else 0)

    def error(self, message: str, *keys: Key) -> ConfigError:
        """Return an error at the place of a key or an element, ready to be raised."""
        return ConfigError(self.path, *self.place(*keys), message)

    def value_error(self, message: str, *keys: Key) -> ConfigError:
        """Return an error at the place of the value of a key; of a table in brackets, at that of the key."""
        path, values = self._table + keys, self._scanned.values
        offset = values.get(path)
        if offset is None and keys and isinstance(keys[-1], int):  # a value that stands for a list of itself
            offset = values.get(path[:-1])
        place = self.place(*keys) if offset is None else _position(self.text, offset)
        return ConfigError(self.path, *place, message)

    def comment(self, *keys: Key) -> str:
        """Return the comment on a key or an element: at the end of its line, or in the lines above it.

        One that has none shares that of its array, or of the table in brackets that it stands in. Settings
        that are commented out are no comment; empty where there is none.
        """
        for last in range(len(keys), 0, -1):
            offset = self._places.get(self._table + keys[:last])
            is_element = last < len(keys) and isinstance(keys[last], int)
            if offset is None or not (last == len(keys) or is_element or self._is_header(offset)):
                continue
            found = self._comment_at(_position(self.text, offset)[0])
            if found:
                return found
        return ""

    def _is_header(self, offset: int) -> bool:
        start = self.text.rfind("\n", 0, offset) + 1
        return self.text[start : offset + 1].lstrip(" \t").startswith("[")

    def _comment_at(self, line: int) -> str:
        comments = self._comments
        if line in comments:
            return comments[line].text
        found: list[str] = []
        while (above := comments.get(line - 1)) is not None and above.is_alone:
            line -= 1
            if not _COMMENTED_OUT.match(above.text):
                found.append(above.text)
        return " ".join(reversed(found))

    @property
    def _places(self) -> dict[tuple[Key, ...], int]:
        return self._scanned.places

    @cached_property
    def _comments(self) -> dict[int, _Comment]:
        return dict(self._scanned.comments())

    @cached_property
    def _scanned(self) -> _Scanner:
        scanner = _Scanner(self.text)
        try:
            scanner.scan()
        except RecursionError:
            return _Scanner("")
        return scanner


def load(path: str, shown: str | None = None) -> Located:
    """Read a TOML file.

    shown  what to call the file in messages; by default `path`

    Raises ConfigError for a file that cannot be read, or is not TOML.
    """
    shown = path if shown is None else shown
    return parse(read_bytes(path, shown), shown)


def parse(data: bytes, path: str) -> Located:
    """Return the document in the bytes of a TOML file; raises ConfigError for what is not TOML."""
    from tomllib import loads

    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        place = _position(data[: error.start].decode("utf-8-sig", "replace"), None)
        raise ConfigError(path, *place, "not UTF-8 from here on: save the file as UTF-8") from error
    many = _TOO_MANY_PARTS.search(text)
    if many:
        place = _position(text, many.start())
        raise ConfigError(path, *place, f"a key of more than {MOST_PARTS} parts")
    try:
        return Located(path, text, loads(text))
    except RecursionError as error:
        raise ConfigError(path, 1, 1, "not TOML that can be read: nested too deeply") from error
    except ValueError as error:
        where = _WHERE.fullmatch(str(error))
        if where is None:
            raise ConfigError(path, 1, 1, f"not TOML: {_lower(str(error))}") from error
        place = (int(where[2]), int(where[3])) if where[2] else _position(text, None)
        raise ConfigError(path, *place, f"not TOML: {_lower(where[1])}") from error


def _lower(message: str) -> str:
    return message[:1].lower() + message[1:]


def _position(text: str, offset: int | None) -> tuple[int, int]:
    """Line and column of an offset, or of the end of the text."""
    offset = len(text) if offset is None else offset
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Scanner:
    """Walks through what is known to be TOML, and notes where everything stands."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places: dict[tuple[Key, ...], int] = {}
        self.values: dict[tuple[Key, ...], int] = {}
        self.lengths: dict[tuple[Key, ...], int] = {}
        self.blanks: list[tuple[int, int]] = []

    def scan(self) -> None:
        """Fill `places` with the offset of every key and element, `values` with that of every value."""
        table: tuple[Key, ...] = ()
        self.skip()
        while self.at < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            self.skip()

    def skip(self, mark: str = "") -> None:
        """Go past blanks, line ends and comments, and past one mark where it follows."""
        self.blank()
        if mark and self.text.startswith(mark, self.at):
            self.at += len(mark)
            self.blank()

    def blank(self) -> None:
        """Go past blanks, line ends and comments."""
        start = self.at
        self.at = _BLANK.match(self.text, start).end()  # type: ignore[union-attr]  # may be empty
        if self.at > start:
            self.blanks.append((start, self.at))

    def comments(self) -> Iterator[tuple[int, _Comment]]:
        """Yield every comment with the number of its line."""
        line, counted = 1, 0
        for start, end in self.blanks:
            line += self.text.count("\n", counted, start)
            counted = start
            for number, part in enumerate(self.text[start:end].split("\n")):
                _, mark, said = part.partition("#")
                if mark:
                    is_alone = number > 0 or self.text[start - 1 : start] in ("", "\n")
                    yield line + number, _Comment(said.strip(), is_alone)

    def header(self) -> tuple[Key, ...]:
        """`[table]` or `[[array of tables]]`; returns the way to the table."""
        start = self.at
        brackets = 2 if self.text.startswith("[[", self.at) else 1
        self.at += brackets
        path: tuple[Key, ...] = ()
        names = self.names()
        for number, (name, offset) in enumerate(names, 1):
            path += (name,)
            self.places.setdefault(path, offset)
            if number == len(names) and brackets == 2:
                self.lengths[path] = self.lengths.get(path, 0) + 1
                self.places[(*path, self.lengths[path] - 1)] = start
            if path in self.lengths:
                path += (self.lengths[path] - 1,)
        self.at += brackets
        return path

    def pair(self, table: tuple[Key, ...]) -> None:
        """`key = value`."""
        for name, offset in self.names():
            table += (name,)
            self.places.setdefault(table, offset)
        self.at += 1
        self.value(table)

    def names(self) -> list[tuple[str, int]]:
        """Return the parts of a dotted key, each with its offset."""
        found = []
        while match := _NAME.match(self.text, self.at):
            found.append((_name(match[1]), match.start(1)))
            self.at = match.end()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return found

    def value(self, path: tuple[Key, ...]) -> None:
        """Read the value right of the equals sign, or an element of an array."""
        self.skip()
        self.values[path] = self.at
        mark = self.text[self.at]
        if mark == "[":
            self.skip("[")
            index = 0
            while self.text[self.at] != "]":
                self.places[(*path, index)] = self.at
                self.value((*path, index))
                self.skip()
                self.skip(",")
                index += 1
            self.at += 1
        elif mark == "{":
            self.skip("{")
            while self.text[self.at] != "}":
                self.pair(path)
                self.skip()
                self.skip(",")
            self.at += 1
        else:
            match = _STRING.match(self.text, self.at) or _SCALAR.match(self.text, self.at)
            self.at = match.end()  # type: ignore[union-attr]  # it is TOML


def _name(written: str) -> str:
    """Return a part of a key as it is meant."""
    if written[0] == '"' and "\\" in written:
        from tomllib import loads

        name: str = loads(f"name = {written}")["name"]
        return name
    return written[1:-1] if written[0] in "\"'" else written
