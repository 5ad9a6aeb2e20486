"""reStructuredText: what Sphinx and docutils read.

Sections, lists, tables and quotations become blocks, and so do the words of notes and figures; code, literal
blocks, other directives, targets and options are no prose. A comment, `.. words`, is a note.
"""

from __future__ import annotations

import re

from copydesk.model.prose import BlockKind, Prose
from copydesk.readers.markup.lines import Line, LineReader, read_lines

_ADORNMENT = re.compile(r"([=\-~^\"'`#*+.:_<>])\1{2,}$")
_BORDER = re.compile(r"=+(?:[ ]+=+)+$")
_GRID = re.compile(r"\+[-=+]{2,}\+$")
_DIRECTIVE = re.compile(r"\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?([\w:+-]+)::(?:[ \t]+(.*))?$")
_TARGET = re.compile(r"\.\.[ \t]+_|__[ \t]")
_FOOTNOTE = re.compile(r"\.\.[ \t]+\[[^\]]*\][ \t]*")
_COMMENT = re.compile(r"\.\.(?:[ \t]+|$)")
_OPTION = re.compile(r":(\w[\w -]*):(?:[ \t]+(.*))?$")
_BULLET = re.compile(r"(?:[-*+•]|\(?(?:\d+|[A-Za-z]|#)[.)])[ \t]+")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]+|$)")
_CELL = re.compile(r"[^|]+")
_COLUMN = re.compile(r"=+")

_WITH_PROSE = frozenset(
    "admonition attention caution container danger epigraph error figure highlights hint important note "
    "pull-quote rubric seealso sidebar tip topic versionadded versionchanged warning".split()
)
_QUOTES = frozenset("epigraph highlights pull-quote".split())
_PICTURES = frozenset("figure image".split())

_INLINE = re.compile(
    r"(?P<code1>``[^`]{1,500}?``|:(?:code|kbd|math|literal|samp|file|command|option):`[^`]{1,500}`)"
    r"|(?::[\w:+.-]{1,40}:)?`(?P<words1>[^`<>]{1,500}?)(?:\s*<[^<>`]{0,500}>)?`(?:__?|:[\w:+.-]{1,40}:)?"
    r"|\[(?:\#?\w*|\*)\]_|\|(?P<code2>[\w][^|\n]{0,80})\|_{0,2}"
    r"|\*\*(?=\S)(?P<words2>[^*]{1,500}?)(?<=\S)\*\*"
    r"|(?<![\w*])\*(?=\S)(?P<words3>[^*]{1,500}?)(?<=\S)\*(?![\w*])"
    r"|\b(?P<words4>\w[\w.-]{0,80})__?(?![\w_])"
    r"|\\[ \n]|\\(?P<as1>[^\s\w])"
)


def read(path: str, data: bytes) -> Prose:
    """Read reStructuredText.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    return read_lines(path, data, _INLINE, lambda reader: _Rst(reader).read())


class _Rst:
    """Reads one file."""

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader
        # How far the words of a directive that holds prose are indented, and what they are.
        self._inside: list[tuple[int, BlockKind]] = []
        self._list_indent = 0

    def read(self) -> None:
        """Read all the lines."""
        reader = self._reader
        while not reader.is_done:
            line = reader.line
            if line is None:
                reader.at += 1
                continue
            while self._inside and line.indent <= self._inside[-1][0]:
                self._inside.pop()
            if not (self._heading(line) or self._explicit(line) or self._table(line)):
                self._paragraph(line)

    def _heading(self, line: Line) -> bool:
        reader = self._reader
        over = reader.match(_ADORNMENT, line) is not None
        title = self._after(1) if over else line
        under = self._after(2 if over else 1)
        if title is None or under is None or reader.match(_ADORNMENT, title):
            if over and not reader.match(_BORDER, line):
                reader.at += 1  # a line between two paragraphs
                return True
            return False
        mark = reader.match(_ADORNMENT, under)
        if mark is None or under.end - under.start + 2 < title.end - title.start or under.indent:
            return False
        reader.at += 3 if over else 2
        first = not reader.writer.builder.finished
        reader.add(BlockKind.HEADLINE if first else BlockKind.HEADING, [title])
        return True

    def _after(self, lines: int) -> Line | None:
        at = self._reader.at + lines
        return self._reader.lines[at] if at < len(self._reader.lines) else None

    def _explicit(self, line: Line) -> bool:
        """Read what begins with two dots, or is a field; False where it is neither."""
        reader = self._reader
        if directive := reader.match(_DIRECTIVE, line):
            reader.at += 1
            self._directive(line, directive)
        elif reader.match(_TARGET, line):
            reader.at += 1
            reader.indented(line.indent + 1)
        elif footnote := reader.match(_FOOTNOTE, line):
            reader.at += 1
            body = reader.indented(line.indent + 1)
            reader.block(BlockKind.PARAGRAPH, footnote.end(), body[-1].end if body else line.end)
        elif comment := reader.match(_COMMENT, line):
            reader.at += 1
            # Two dots alone are a comment without words, and end nothing but a list.
            is_empty = comment.end() >= line.end and reader.line is None
            self._list_indent = 0 if is_empty else self._list_indent
            body = [] if is_empty else reader.indented(line.indent + 1)
            end = body[-1].end if body else line.end
            words = " ".join(reader.text[comment.end() : end].split())
            if words:
                reader.note(words, line.start, end)
        elif (option := reader.match(_OPTION, line)) and not self._inside:
            reader.at += 1
            if option[1].lower() in ("author", "authors") and option[2]:
                reader.block(BlockKind.BYLINE, *option.span(2))
            reader.indented(line.indent + 1)
        else:
            return False
        return True

    def _directive(self, line: Line, directive: re.Match[str]) -> None:
        reader = self._reader
        name = directive[1].lower()
        while (
            (option := reader.match(_OPTION, reader.line))
            and reader.line
            and reader.line.indent > line.indent
        ):
            reader.at += 1
            if name in _PICTURES and option[1] == "alt" and option[2]:
                reader.block(BlockKind.CAPTION, *option.span(2))
        if name not in _WITH_PROSE:
            reader.indented(line.indent + 1)
            return
        kind = BlockKind.BLOCK_QUOTE if name in _QUOTES else BlockKind.PARAGRAPH
        kind = BlockKind.CAPTION if name in _PICTURES else kind
        self._inside.append((line.indent, kind))
        if directive[2] and name not in _PICTURES:
            kind = BlockKind.HEADING if name in ("rubric", "admonition", "topic", "sidebar") else kind
            reader.block(kind, *directive.span(2))

    def _table(self, line: Line) -> bool:
        reader = self._reader
        if reader.match(_GRID, line):
            while (row := reader.line) and reader.words(row)[0] in "+|":
                reader.at += 1
                if reader.words(row)[0] == "|":
                    for cell in _CELL.finditer(reader.text, row.start, row.end):
                        reader.block(BlockKind.TABLE_CELL, *cell.span())
            return True
        if not reader.match(_BORDER, line):
            return False
        columns = [
            (match.start() - line.start, match.end() - line.start)
            for match in _COLUMN.finditer(reader.text, line.start, line.end)
        ]
        reader.at += 1
        borders = 1
        while not reader.is_done and borders < 3:
            row = reader.line
            reader.at += 1
            if row is None:
                if borders == 1 or not reader.line:
                    break
            elif reader.match(_BORDER, row):
                borders += 1
                if borders == 2 and reader.line is None:
                    break
            elif not reader.match(_ADORNMENT, row):
                self._row(row, line, columns)
        return True

    def _row(self, row: Line, border: Line, columns: list[tuple[int, int]]) -> None:
        margin = row.start - row.indent + border.indent
        for number, (first, last) in enumerate(columns):
            start = max(margin + first, row.start)
            end = row.end if number == len(columns) - 1 else min(margin + last, row.end)
            if start < end:
                self._reader.block(BlockKind.TABLE_CELL, start, end)

    def _paragraph(self, line: Line) -> None:
        reader = self._reader
        bullet = reader.match(_BULLET, line) or reader.match(_LINE_BLOCK, line)
        is_item = bullet is not None and not bullet.group().startswith("|")
        below = self._after(1)
        if bullet is None and below and below.indent > line.indent and not line.indent:
            # A term, and what it means.
            reader.at += 1
            reader.add(BlockKind.PARAGRAPH, [line])
            self._inside.append((line.indent, BlockKind.PARAGRAPH))
            return
        lines = reader.paragraph(lambda other: self._ends_paragraph(line, other, is_item))
        kind = self._kind(line, is_item)
        if is_item:
            self._list_indent = line.indent + 1
        elif not line.indent:
            self._list_indent = 0
        end = lines[-1].end
        literal = reader.text.endswith("::", line.start, end)
        if literal:
            end -= 1 if end - 2 > line.start and not reader.text[end - 3].isspace() else 2
        reader.block(kind, bullet.end() if bullet else line.start, end)
        if literal:
            reader.indented(line.indent + 1)

    def _kind(self, line: Line, is_item: bool) -> BlockKind:
        if self._inside:
            outside = self._inside[-1][1]
            return BlockKind.LIST_ITEM if is_item and outside is BlockKind.PARAGRAPH else outside
        if is_item or (self._list_indent and line.indent >= self._list_indent):
            return BlockKind.LIST_ITEM
        return BlockKind.BLOCK_QUOTE if line.indent else BlockKind.PARAGRAPH

    def _ends_paragraph(self, first: Line, other: Line, is_item: bool) -> bool:
        reader = self._reader
        if is_item or reader.match(_LINE_BLOCK, first):
            return bool(reader.match(_BULLET, other) or reader.match(_LINE_BLOCK, other))
        return False
