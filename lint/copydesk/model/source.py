"""The file behind a draft, and the way back to it from the prose."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

LINE_END = re.compile(r"\r\n|\r|\n")
"""Where lines end in a file. Nothing else ends one: a CMS leaves U+2028 and U+0085 inside lines."""


def line_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield where every line of `text[start:end]` begins and ends, without its line end."""
    end = len(text) if end is None else end
    if "\r" in text:
        for match in LINE_END.finditer(text, start, end):
            yield start, match.start()
            start = match.end()
    else:
        while (line_end := text.find("\n", start, end)) >= 0:
            yield start, line_end
            start = line_end + 1
    yield start, end


class Position(Struct, frozen=True, order=True):
    """A place in a file: line and column, both 1-based, the column in code points."""

    line: int
    column: int


class Source:
    """A decoded file.

    path      as it was named to copydesk, for reports
    text      the whole file after decoding, line ends as they are, without a byte order mark
    encoding  the codec that decoded it
    fallback  the offset of the first character that is not UTF-8, when the file had to be read as
              Windows-1252; else None
    """

    unit = "line"
    """What people call a line of the file."""

    shows_lines = True
    """Whether readers may see where a line of the file ends; in HTML they see a space."""

    def __init__(self, path: str, text: str, encoding: str = "utf-8", fallback: int | None = None) -> None:
        self.path = path
        self.text = text
        self.encoding = encoding
        self.fallback = fallback

    @cached_property
    def _line_starts(self) -> list[int]:
        return [start for start, _ in line_spans(self.text)]

    def position(self, offset: int) -> Position:
        """Line and column of a code-point offset into `text`; the end of the text counts."""
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Return the code-point offset of a position that `position` gave."""
        return self._line_starts[line - 1] + column - 1

    def place(self, offset: int) -> str:
        """Return where an offset is, as people name it in a list of places: `line:column`.

        A format whose files have no lines that people see overrides it, `named_line` and `label`.
        """
        at = self.position(offset)
        return f"{at.line}:{at.column}"

    def named_line(self, offset: int) -> str:
        """The line at an offset, as a message names it: `line 12`.

        A format whose files have no lines that people see overrides it: `paragraph 12`.
        """
        return f"{self.unit} {self.position(offset).line}"

    def label(self, start: int, end: int) -> str:  # noqa: ARG002  other formats need them
        """Return where a stretch is, as a person finds it in a program that shows no lines.

        Empty in a format that has lines.
        """
        return ""

    def line(self, number: int, first: int = 0, length: int | None = None) -> str:
        """Return the text of a line, 1-based, without its line end.

        With `first`, only so many characters from there on.
        """
        starts = self._line_starts
        end = starts[number] if number < len(starts) else len(self.text)
        start = starts[number - 1] + first
        return self.text[start : end if length is None else min(end, start + length)].rstrip("\r\n")


class Segment(Struct, frozen=True, gc=False):
    """A span of the prose and the span of the file it was read from.

    A segment whose two lengths are equal was copied character by character. Any other was replaced
    (an entity, an escape, a soft line break that became a space) and maps as a whole.
    """

    text_start: int
    source_start: int
    source_end: int


class SourceMap:
    """Map spans of the prose to spans of the file. Offsets are code points on both sides.

    segments  sorted, without gaps in the prose; a segment ends where the next begins
    length    the length of the prose
    """

    def __init__(self, segments: list[Segment], length: int) -> None:
        self._segments = segments
        self._starts = [segment.text_start for segment in segments]
        self._length = length

    def _at(self, offset: int) -> tuple[int, int]:
        """Return the stretch of the file behind the one character of prose at `offset`."""
        index = bisect_right(self._starts, offset) - 1
        segment = self._segments[index]
        start = segment.text_start
        end = self._starts[index + 1] if index + 1 < len(self._starts) else self._length
        if end - start != segment.source_end - segment.source_start:
            return segment.source_start, segment.source_end
        return segment.source_start + offset - start, segment.source_start + offset - start + 1

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Return the stretch of the file behind `start:end` of the prose.

        The end is found through the last character, not the one after it: markup that follows a word
        is not part of the word. An empty span maps to an empty place.
        """
        if not self._segments:
            return 0, 0
        if start >= self._length:
            last = self._at(self._length - 1)[1]
            return last, last
        first = self._at(start)[0]
        return (first, first) if end <= start else (first, self._at(end - 1)[1])
