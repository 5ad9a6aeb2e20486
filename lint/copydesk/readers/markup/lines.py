"""Markup that is read line by line: what AsciiDoc, reStructuredText and Org share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from msgspec import Struct

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind, Prose
from copydesk.model.source import line_spans
from copydesk.readers.encoding import decode
from copydesk.readers.markup.templates import find_stets, mask
from copydesk.readers.markup.writer import ProseWriter
from copydesk.readers.parts.dates import FIELDS, HEAD, keep_dates

_SPACES = re.compile(r"[\t\n\f\r][ \t\n\f\r]*+| [ \t\n\f\r]++")


class Line(Struct, frozen=True, gc=False):
    """A line that is not empty: where its words begin and end, and how far they are from the margin."""

    start: int
    end: int
    indent: int


class LineReader:
    """The lines of a file, read one after the other, and the blocks that are made of them.

    text    the text of the file, with the notes in brackets overwritten
    lines   its lines, without white space at their ends; None for a blank one
    at      the index of the line that is read next
    inline  the marks inside a sentence. A group `code…` leaves an `OBJECT`; the words of a group `words…`
            stay and are searched for marks again; those of a group `as…` stand for all that was found; all
            else goes
    """

    def __init__(self, writer: ProseWriter, text: str, inline: re.Pattern[str]) -> None:
        self.text = text
        self.lines = [_line(text, start, end) for start, end in line_spans(text)]
        self.at = 0
        self.writer = writer
        self._inline = inline

    @property
    def line(self) -> Line | None:
        """The line that is read next; None for a blank one and behind the last."""
        return self.lines[self.at] if self.at < len(self.lines) else None

    @property
    def is_done(self) -> bool:
        """Whether every line was read."""
        return self.at >= len(self.lines)

    def words(self, line: Line) -> str:
        """Return the words of a line."""
        return self.text[line.start : line.end]

    def match(self, pattern: re.Pattern[str], line: Line | None) -> re.Match[str] | None:
        """Match a pattern at the beginning of the words of a line."""
        return pattern.match(self.text, line.start, line.end) if line else None

    def paragraph(self, ends: Callable[[Line], bool] | None = None) -> list[Line]:
        """Take the lines up to a blank one, or one that `ends` says is another block's."""
        taken: list[Line] = []
        while (line := self.line) and not (taken and ends and ends(line)):
            taken.append(line)
            self.at += 1
        return taken

    def indented(self, least: int) -> list[Line]:
        """Take the lines that are indented by at least so much, blank lines between them too."""
        taken: list[Line] = []
        while not self.is_done:
            line = self.line
            if line and line.indent < least:
                break
            taken += [line] if line else []
            self.at += 1
        return taken

    def block(self, kind: BlockKind, start: int, end: int) -> None:
        """Add a block whose words stand at `start:end` of the file, on one line or several."""
        self.writer.open(kind, start)
        self._sentence(start, end)
        self.writer.settle(end)
        self.writer.close()

    def add(self, kind: BlockKind, lines: Sequence[Line]) -> None:
        """Add a block of whole lines."""
        if lines:
            self.block(kind, lines[0].start, lines[-1].end)

    def note(self, words: str, start: int, end: int) -> None:
        """Keep a comment."""
        self.writer.close()
        self.writer.note(words, start, end)

    def _sentence(self, start: int, end: int) -> None:
        at = start
        for match in self._inline.finditer(self.text, start, end):
            self._words(at, match.start())
            at = match.end()
            group = match.lastgroup or ""
            if group.startswith("code"):
                self.writer.object(*match.span())
                continue
            self.writer.gap()
            if group.startswith("words"):
                self._sentence(*match.span(group))
            elif group.startswith("as"):
                self.writer.replace(match[group], *match.span())
        self._words(at, end)

    def _words(self, start: int, end: int) -> None:
        at = start
        for match in _SPACES.finditer(self.text, start, end):
            if at < match.start():
                self.writer.prose(at, match.start())
            self.writer.space(*match.span())
            at = match.end()
        if at < end:
            self.writer.prose(at, end)


def read_lines(path: str, data: bytes, inline: re.Pattern[str], read: Callable[[LineReader], None]) -> Prose:
    """Read a file of a format line by line.

    inline  the marks inside a sentence, see `LineReader`
    read    reads all the lines

    Raises UnreadableError for what is not text.
    """
    source = decode(path, data)
    builder = ProseBuilder(source)
    templates = find_stets(source.text)
    writer = ProseWriter(builder, source.text, templates)
    reader = LineReader(writer, mask(source.text, templates), inline)
    read(reader)
    keep_dates(builder, source.text[:HEAD], FIELDS)
    writer.finish()
    return builder.build()


def _line(text: str, start: int, end: int) -> Line | None:
    line = text[start:end]
    words = line.lstrip(" \t")
    indent = len(line) - len(words)
    words = words.rstrip()
    return Line(start + indent, start + indent + len(words), indent) if words else None
