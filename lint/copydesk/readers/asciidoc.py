"""AsciiDoc: manuals and stories, as asciidoctor reads them.

Sections, lists, tables, quotations and captions become blocks; listings, literal text, passthroughs,
attributes and directives are no prose. A line that begins with `//` is a note.
"""

from __future__ import annotations

import re

from copydesk.model.prose import BlockKind, Prose
from copydesk.readers.markup.lines import Line, LineReader, read_lines

_FENCES = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|_{4,}|\*{4,}|={4,}|--|```\w*|[|,:!]={3,})$")
_NO_PROSE = frozenset("-.+`")
_QUOTES = frozenset({"quote", "verse"})
_DEEPEST = 100
"""Delimited blocks that may be open at once."""

_HEADING = re.compile(r"(={1,6}|#{1,6})[ \t]+(.*)")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:[ \t].*)?$")
_STYLE = re.compile(r"\[(.*)\]$")
_TITLE = re.compile(r"\.(?=[^\s.])(.*)")
_COMMENT = re.compile(r"//(?!/)[ \t]*(.*)")
_MACRO = re.compile(r"(\w+)::(\S*?)\[(.*)\]$")
_BULLET = re.compile(
    r"(?:\*{1,5}|-|\.{1,5}|\d+\.|<\d*\.?>)[ \t]+(?:\[[ x*]\][ \t]+)?|(.+?):{2,4}(?:[ \t]+|$)"
)
_ADMONITION = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_AUTHOR = re.compile(r"([^<>:=|\[\]]{3,80}?)[ \t]*(?:<[^<>]*>)?$")
_CELL = re.compile(r"(?:[\d.+*<>^]*[a-z]?)\|([^|]*)")
_RULE = re.compile(r"(?:'{3}|<{3}|\+|---|\*\*\*)$")
_NAMED = re.compile(r"(?:alt|title|caption)=\"?([^\",\]]*)\"?")
_FIRST = re.compile(r"\"([^\"]*)\"|([^,=\]]*)(?=,|$)")

_INLINE = re.compile(
    r"(?<!\w)(?P<code1>`\+?(?=\S)[^`]{1,200}`)(?!\w)"
    r"|(?:https?://|link:|mailto:|xref:)[^\s\[\]]{0,500}\[(?P<words1>[^\[\]]{0,500}?)(?:,[^\[\]]*|\^)?\]"
    r"|<<[^<>,]{1,200}(?:,(?P<words2>[^<>]{1,200}))?>>|\[\[[^\[\]]{1,200}\]\]"
    r"|(?:footnote|footnoteref|indexterm|anchor|kbd|btn|menu|pass|stem|latexmath):[\w-]*\[[^\[\]]{0,500}\]"
    r"|image:(?!:)[^\s\[\]]{1,500}\[[^\[\]]{0,200}\]"
    r"|(?P<code2>\{[\w-]{1,50}\})|\[line-through\](?:\#[^#]{1,500}\#|\*[^*]{1,500}\*)|\[[.#%][^\[\]]{1,80}\](?=[#*_`])"
    r"|\*\*(?P<words3>[^*]{1,500}?)\*\*|__(?P<words4>[^_]{1,500}?)__|\#\#(?P<words5>[^#]{1,500}?)\#\#"
    r"|(?<![\w*])\*(?=\S)(?P<words6>[^*]{1,500}?)(?<=\S)\*(?![\w*])"
    r"|(?<![\w_])_(?=\S)(?P<words7>[^_]{1,500}?)(?<=\S)_(?![\w_])"
    r"|(?<![\w#&])\#(?=\S)(?P<words8>[^#]{1,500}?)(?<=\S)\#(?![\w#])"
    r"|\\(?P<as1>[*_`#{<\[])|[ \t]\+(?=\s*$)",
    re.MULTILINE,
)


def read(path: str, data: bytes) -> Prose:
    """Read AsciiDoc.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    return read_lines(path, data, _INLINE, lambda reader: _AsciiDoc(reader).read())


class _AsciiDoc:
    """Reads one file."""

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader
        # What the block attributes say of the next block.
        self._style = ""
        # Whether the next block belongs to the list item before it.
        self._continues = False
        # The delimited blocks that are open: the mark of each, and whether it holds words of others.
        self._fences: list[tuple[str, bool]] = []

    def read(self) -> None:
        """Read all the lines."""
        reader = self._reader
        while not reader.is_done:
            line = reader.line
            if line is None:
                reader.at += 1
                self._style = ""
            elif fence := reader.match(_FENCES, line):
                reader.at += 1
                self._fence(line, fence[1])
            elif any(mark[0] in "|,:!" for mark, _ in self._fences[-1:]):
                reader.at += 1
                for cell in _CELL.finditer(reader.text, line.start, line.end):
                    reader.block(BlockKind.TABLE_CELL, *cell.span(1))
            elif self._single(line):
                pass
            elif self._style in ("source", "listing", "literal", "stem", "pass") or self._is_literal(line):
                reader.paragraph()
            else:
                self._paragraph(line)

    def _is_literal(self, line: Line) -> bool:
        return line.indent > 0 and not self._continues and not self._reader.match(_BULLET, line)

    def _quotes(self) -> bool:
        return self._style in _QUOTES or any(quotes for _, quotes in self._fences[-1:])

    def _fence(self, line: Line, mark: str) -> None:
        if self._fences and self._fences[-1][0] == mark:
            self._fences.pop()
            return
        if (mark[0] in _NO_PROSE and mark != "--") or mark[0] == "/" or self._style in ("source", "stem"):
            start = line.start
            end = line.end
            while not self._reader.is_done:
                other = self._reader.line
                self._reader.at += 1
                end = other.end if other else end
                if other and self._reader.words(other) == mark[: 3 if mark[0] == "`" else None]:
                    break
            if mark[0] == "/":
                words = self._reader.text[start:end].strip("/ \t\r\n")
                self._reader.note(words, start, end)
            self._style = ""
        elif len(self._fences) < _DEEPEST:
            quotes = mark[0] == "_" or self._style in _QUOTES or self._quotes()
            self._fences.append((mark, quotes))
            self._style = ""

    def _single(self, line: Line) -> bool:
        """Read a line that is a block of its own; False where it is none."""
        reader = self._reader
        if heading := reader.match(_HEADING, line):
            self._heading(heading)
        elif comment := reader.match(_COMMENT, line):
            reader.at += 1
            reader.note(comment[1], line.start, line.end)
        elif style := reader.match(_STYLE, line):
            reader.at += 1
            self._style = re.split(r"[,.#%]", style[1].strip('"'))[0].strip().lower() or self._style
        elif (title := reader.match(_TITLE, line)) and not line.indent:
            reader.at += 1
            reader.block(BlockKind.CAPTION, *title.span(1))
        elif macro := reader.match(_MACRO, line):
            reader.at += 1
            self._macro(macro)
        elif reader.match(_ATTRIBUTE, line) or reader.match(_RULE, line):
            reader.at += 1
            self._continues = reader.words(line) == "+"
        else:
            return False
        return True

    def _heading(self, heading: re.Match[str]) -> None:
        """Read a heading; the first of the file is the headline, and the author stands right below it."""
        reader = self._reader
        first = len(heading[1]) < 3 and not reader.writer.builder.finished
        reader.at += 1
        reader.block(BlockKind.HEADLINE if first else BlockKind.HEADING, *heading.span(2))
        author = reader.match(_AUTHOR, reader.line) if first and len(heading[1]) == 1 else None
        if author:
            reader.at += 1
            reader.block(BlockKind.BYLINE, *author.span(1))

    def _macro(self, macro: re.Match[str]) -> None:
        if macro[1] not in ("image", "video"):
            return
        reader = self._reader
        first = _FIRST.match(reader.text, *macro.span(3))
        spans = [first.span(1 if first[1] is not None else 2)] if first else []
        spans += [match.span(1) for match in _NAMED.finditer(reader.text, *macro.span(3))]
        for start, end in spans:
            reader.block(BlockKind.CAPTION, start, end)

    def _paragraph(self, line: Line) -> None:
        reader = self._reader
        bullet = reader.match(_BULLET, line)
        is_item = self._continues or (bullet is not None and not bullet[1])
        kind = BlockKind.LIST_ITEM if is_item else BlockKind.PARAGRAPH
        kind = BlockKind.BLOCK_QUOTE if self._quotes() else kind
        self._continues = False
        lines = reader.paragraph(self._ends_paragraph)
        start = line.start
        if bullet:
            start = bullet.end()
            if bullet[1]:
                reader.block(kind, *bullet.span(1))
        elif admonition := reader.match(_ADMONITION, line):
            start = admonition.end()
        reader.block(kind, start, lines[-1].end)
        self._style = ""

    def _ends_paragraph(self, line: Line) -> bool:
        reader = self._reader
        patterns = (_FENCES, _COMMENT, _STYLE, _MACRO, _RULE, _BULLET)
        return any(reader.match(pattern, line) for pattern in patterns)
