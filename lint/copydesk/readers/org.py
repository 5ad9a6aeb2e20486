"""Org files: outlines of Emacs.

Headings, lists, tables and quotations become blocks; code, examples, drawers and settings are no prose. A
line that begins with `# ` is a note.
"""

from __future__ import annotations

import re

from copydesk.model.prose import BlockKind, Prose
from copydesk.readers.markup.lines import Line, LineReader, read_lines

_LONGEST_DRAWER = 100
"""Lines of the longest drawer; one that nothing ends is a line of its own."""

_KEYWORDS = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "description": BlockKind.STANDFIRST,
    "author": BlockKind.BYLINE,
    "caption": BlockKind.CAPTION,
}
_QUOTES = frozenset({"quote", "verse"})
_NO_PROSE = frozenset("comment example export src".split())

_HEADING = re.compile(
    r"\*+[ \t]+(?:(?:TODO|DONE|NEXT|WAITING)[ \t]+)?(?:\[#[A-Z]\][ \t]+)?"
    r"(.*?)(?:[ \t]{1,40}:[\w@:]{1,200}:)?$"
)
_KEYWORD = re.compile(r"#\+(\w+)(?:\[[^\]]*\])?:[ \t]*(.*)")
_BEGIN = re.compile(r"#\+begin_(\w+)", re.IGNORECASE)
_END = re.compile(r"#\+end_(\w+)", re.IGNORECASE)
_COMMENT = re.compile(r"#(?:[ \t]+(.*)|$)")
_DRAWER = re.compile(r":[\w-]+:$")
_BULLET = re.compile(
    r"(?:[-+]|\d+[.)]|\*(?!\*))[ \t]+(?:\[[ X-]\][ \t]+)?(?:(.{1,200}?)[ \t]{1,40}::(?:[ \t]+|$))?"
)
_RULE = re.compile(r"-{5,}$|\|-[-+]*\|?$|:(?:[ \t]|$)|\[fn:[^\]]*\]$")
_NOTE_MARK = re.compile(r"\[fn:[^\]\s]*\][ \t]*")
_CELL = re.compile(r"[^|]+")

_INLINE = re.compile(
    r"(?<![\w=~])(?P<code1>=(?=\S)[^=\n]{1,200}(?<=\S)=|~(?=\S)[^~\n]{1,200}(?<=\S)~)(?![\w=~])"
    r"|\[\[[^\[\]]{1,2000}\]\[(?P<words1>[^\[\]]{1,500})\]\]"
    r"|(?P<code2>\[\[[^\[\]]{1,2000}\]\]|<https?://[^<>\s]{1,500}>)"
    r"|\[fn:[^\[\]]{1,500}\]|<<<?[^<>\n]{1,200}>>>?|\\\\(?=\s)"
    r"|(?<![\w*])\*(?=\S)(?P<words2>[^*]{1,500}?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w/:])/(?=\S)(?P<words3>[^/]{1,500}?)(?<=\S)/(?![\w/])"
    r"|(?<![\w_])_(?=\S)(?P<words4>[^_]{1,500}?)(?<=\S)_(?![\w_])"
    r"|(?<![\w+])\+(?=\S)[^+\n]{1,200}(?<=\S)\+(?![\w+])"
)


def read(path: str, data: bytes) -> Prose:
    """Read Org.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    return read_lines(path, data, _INLINE, _read)


def _read(reader: LineReader) -> None:
    quoting = False
    # How far the words of the list that is open are indented, or 0.
    listed = 0
    while not reader.is_done:
        line = reader.line
        if line is None:
            reader.at += 1
        elif begin := reader.match(_BEGIN, line):
            reader.at += 1
            name = begin[1].lower()
            quoting = quoting or name in _QUOTES
            if name in _NO_PROSE:
                _skip(reader, name)
        elif end := reader.match(_END, line):
            reader.at += 1
            quoting = quoting and end[1].lower() not in _QUOTES
        elif reader.match(_DRAWER, line):
            _skip_drawer(reader)
        elif _is_block_of_its_own(reader, line):
            reader.at += 1
            _single(reader, line)
        else:
            listed = _paragraph(reader, line, quoting, listed)


def _paragraph(reader: LineReader, line: Line, quoting: bool, listed: int) -> int:
    """Read a paragraph or a list item, and return how far the words of its list are indented."""
    bullet = reader.match(_BULLET, line)
    lines = reader.paragraph(lambda other: _ends_paragraph(reader, other))
    if bullet:
        listed = 0 if bullet[1] else line.indent + 1
    elif line.indent < listed:
        listed = 0
    kind = BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH
    kind = BlockKind.BLOCK_QUOTE if quoting else kind
    start = line.start
    if bullet:
        start = bullet.end()
        if bullet[1]:
            reader.block(kind, *bullet.span(1))
    elif mark := reader.match(_NOTE_MARK, line):
        start = mark.end()
    reader.block(kind, start, lines[-1].end)
    return listed


def _single(reader: LineReader, line: Line) -> None:
    """Read a line that is a block of its own."""
    words = reader.words(line)
    if heading := (reader.match(_HEADING, line) if not line.indent else None):
        first = not reader.writer.builder.finished
        reader.block(BlockKind.HEADLINE if first else BlockKind.HEADING, *heading.span(1))
    elif keyword := reader.match(_KEYWORD, line):
        kind = _KEYWORDS.get(keyword[1].lower())
        if kind:
            reader.block(kind, *keyword.span(2))
    elif comment := reader.match(_COMMENT, line):
        reader.note(comment[1] or "", line.start, line.end)
    elif words.startswith("|") and not reader.match(_RULE, line):
        for cell in _CELL.finditer(reader.text, line.start, line.end):
            reader.block(BlockKind.TABLE_CELL, *cell.span())


def _is_block_of_its_own(reader: LineReader, line: Line) -> bool:
    if not line.indent and reader.match(_HEADING, line):
        return True
    patterns = (_KEYWORD, _COMMENT, _RULE)
    return reader.words(line).startswith("|") or any(reader.match(pattern, line) for pattern in patterns)


def _ends_paragraph(reader: LineReader, line: Line) -> bool:
    if _is_block_of_its_own(reader, line) or reader.match(_BEGIN, line) or reader.match(_END, line):
        return True
    return bool(reader.match(_BULLET, line) and (line.indent or not reader.words(line).startswith("*")))


def _skip(reader: LineReader, name: str) -> None:
    while not reader.is_done:
        end = reader.match(_END, reader.line)
        reader.at += 1
        if end and end[1].lower() == name:
            return


def _skip_drawer(reader: LineReader) -> None:
    start = reader.at
    for line in reader.lines[start : start + _LONGEST_DRAWER]:
        reader.at += 1
        if line is None:
            break
        if reader.words(line).upper() == ":END:":
            return
    reader.at = start + 1
