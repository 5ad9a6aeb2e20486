"""Markdown: CommonMark with tables, footnotes, strikethrough and task lists, and front matter.

What is prose, and what it becomes:

- Code, link targets, HTML tags, footnote marks, task boxes and struck-out words are not prose. Code
  inside a sentence, and a web address, leave an `OBJECT`, so that the words around them stay apart.
- Emphasis, links and inline HTML are looked through. Entities and escapes become their characters.
  Soft and hard line breaks become one space.
- The alternative text and the title of a picture are captions. They follow the paragraph that the
  picture stands in, or come before it where it begins with the picture.
- The words inside blocks of HTML are prose: `figcaption` a caption, `li` a list item, `td` and `th`
  table cells, headings headings, `blockquote` a block quote, all else paragraphs. Scripts, styles,
  code and drawings are not.
- HTML comments are notes, and so is `[stet: …]`. So are the comments of Liquid and Hugo; their other marks
  are not prose.
- Quotation marks and dashes are left as they are typed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from enum import Enum, auto
from itertools import accumulate
from typing import Any

import pyromark
from pyromark import Options

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind, Prose
from copydesk.readers.encoding import decode
from copydesk.readers.markup.frontmatter import read_front_matter
from copydesk.readers.markup.html.reader import HtmlReader
from copydesk.readers.markup.templates import Template, find_templates, mask
from copydesk.readers.markup.writer import Piece, ProseWriter
from copydesk.readers.parts.blocks import MAX_TITLE_BLOCKS

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)


def read(path: str, data: bytes) -> Prose:
    """Read Markdown.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text, and for broken front matter.
    """
    return read_markdown(path, data, find_templates)


def read_markdown(
    path: str,
    data: bytes,
    find: Callable[[str, int], list[Template]],
    indents: Callable[[str, list[Template]], list[tuple[int, int]]] | None = None,
) -> Prose:
    """Read a format that is Markdown with marks of its own.

    find     find the marks in a text from an offset on
    indents  find the white space at the head of lines that does not count, in the text without its marks
    """
    source = decode(path, data)
    builder = ProseBuilder(source)
    front = read_front_matter(builder, source)
    templates = find(source.text, front.end)
    writer = ProseWriter(builder, source.text, templates)
    masked = mask(source.text, templates)
    left_out = indents(masked, templates) if indents else []
    _Body(writer, source.text, masked, front.headline).read(front.end, left_out)
    return builder.build()


_DESK_NOTE = re.compile(r"<(?:add|check|confirm|insert|needs?|verify) [^<>=]{1,80}>\s*", re.IGNORECASE)
"""What an editor typed and the parser takes for a tag: <insert graf>."""


class _Offsets:
    """Convert byte offsets of a text's UTF-8 to code points of the text that it was made from.

    left_out  where that text has what this one lacks
    """

    def __init__(self, text: str, left_out: list[tuple[int, int]]) -> None:
        lengths = [0, *accumulate(end - start for start, end in left_out)]
        self._left_out = lengths
        self._cuts = [start - length for (start, _), length in zip(left_out, lengths, strict=False)]
        self._ends: list[int] = []
        self._extra = [0]
        if not text.isascii():
            extra = 0
            for match in re.finditer(r"[^\x00-\x7f]", text):
                extra += len(match.group().encode()) - 1
                self._ends.append(match.end() + extra)
                self._extra.append(extra)

    def __call__(self, offset: int) -> int:
        offset -= self._extra[bisect_right(self._ends, offset)]
        return offset + self._left_out[bisect_right(self._cuts, offset)]


class _Element(Enum):
    """An open element of the Markdown, with what must be undone where it ends."""

    TRANSPARENT = auto()
    BLOCK = auto()
    ITEM = auto()
    QUOTE = auto()
    HTML = auto()
    SILENT = auto()
    PICTURE = auto()
    LINK = auto()


class _Body:
    """The Markdown after the front matter, event by event.

    text    the text of the file
    masked  the same characters, but for the marks of site generators
    """

    def __init__(self, writer: ProseWriter, text: str, masked: str, has_headline: bool) -> None:
        self._writer = writer
        self._text = text
        self._masked = masked
        self._html = HtmlReader(writer, text, masked)
        self._may_be_headline = not has_headline
        self._quotes = 0
        # Where the event that is read stands.
        self._at = 0
        self._items = 0
        self._links = 0
        self._open: list[_Element] = []
        # How many of the open elements hold no prose.
        self._silent = 0
        # The alternative text and the title of the picture that is open.
        self._picture: list[Piece] | None = None
        self._title = ""
        # A stretch that is copied as soon as something else than its next character follows.
        self._run = (0, 0)
        self._html_runs: list[tuple[int, int]] = []

    def read(self, start: int, left_out: list[tuple[int, int]]) -> None:
        """Read the text from `start` on, but for some of its white space."""
        left_out = [(first - start, last - start) for first, last in left_out if first >= start]
        ends, starts = [0, *(last for _, last in left_out)], [*(first for first, _ in left_out), None]
        whole = self._masked[start:]
        kept = "".join([whole[end:first] for end, first in zip(ends, starts, strict=True)])
        # The parser takes a lone carriage return for a line end too, but not everywhere.
        body = re.sub(r"\r(?!\n)", "\n", kept)
        offset = _Offsets(body, left_out)
        for event, place in pyromark.events_with_range(body, options=_OPTIONS):
            self._event(event, start + offset(place["start"]), start + offset(place["end"]))
        self._writer.finish()

    def _event(self, event: Any, start: int, end: int) -> None:
        self._at = start
        if event == "Rule":
            return
        if isinstance(event, str):
            self._break(start, end)
            return
        ((name, value),) = event.items()
        match name:
            case "Text":
                self._words(value, start, end)
            case "Start":
                self._flush()
                self._start(value, start, end)
            case "End":
                self._flush()
                self._end(start, end)
            case "Html":
                self._html_line(start, end)
            case "InlineHtml":
                self._inline_html(start, end)
            case "Code" if self._is_prose():
                self._flush()
                self._writer.object(start, end)
            case "FootnoteReference":
                self._flush()
                self._writer.gap()
            case _:
                pass

    def _start(self, tag: Any, start: int, end: int) -> None:
        name: str = tag if isinstance(tag, str) else next(iter(tag))
        data: Any = None if isinstance(tag, str) else tag[name]
        element = _Element.TRANSPARENT
        match name:
            case "Paragraph" | "TableCell":
                element = _Element.BLOCK
                kind = BlockKind.PARAGRAPH if name == "Paragraph" else BlockKind.TABLE_CELL
                self._writer.open(self._kind(kind), start)
            case "Heading":
                element = _Element.BLOCK
                self._writer.open(self._kind(self._heading(data["level"])), start)
            case "Item":
                element = _Element.ITEM
                self._items += 1
                self._writer.open(self._kind(BlockKind.LIST_ITEM), start)
            case "BlockQuote" if data is None:
                element = _Element.QUOTE
                self._quotes += 1
            case "HtmlBlock":
                element = _Element.HTML
                self._writer.open(self._kind(BlockKind.PARAGRAPH), start)
            case "CodeBlock" | "Strikethrough":
                element = _Element.SILENT
                self._silent += 1
            case "Link" if data["link_type"] in ("Autolink", "Email"):
                if self._is_prose():
                    self._writer.object(start, end)
                element = _Element.SILENT
                self._silent += 1
            case "Link":
                element = _Element.LINK
                self._links += 1
            case "Image" if self._is_prose():
                element = _Element.PICTURE
                self._picture = []
                self._title = data["title"] if data["link_type"] == "Inline" else ""
            case _:
                pass
        self._open.append(element)

    def _end(self, start: int, end: int) -> None:
        match self._open.pop():
            case _Element.BLOCK:
                self._close(end)
            case _Element.ITEM:
                self._close(end)
                self._items -= 1
                # Words of the outer item may follow.
                self._writer.open(self._kind(BlockKind.PARAGRAPH), end)
            case _Element.QUOTE:
                self._quotes -= 1
            case _Element.HTML:
                self._end_html()
            case _Element.SILENT:
                self._silent -= 1
                self._writer.gap()
            case _Element.LINK:
                self._links -= 1
            case _Element.PICTURE:
                self._end_picture(start, end)
            case _:
                pass

    def _kind(self, kind: BlockKind) -> BlockKind:
        """Return the kind of a block here: in a block quote, a block quote whatever else it is."""
        if self._quotes or self._writer.is_quoted(self._at):
            return BlockKind.BLOCK_QUOTE
        if self._items and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.LIST_ITEM
        return self._html.kind(kind)

    def _heading(self, level: str) -> BlockKind:
        first, self._may_be_headline = self._may_be_headline, False
        top = first and level == "H1" and self._writer.builder.finished <= MAX_TITLE_BLOCKS
        return BlockKind.HEADLINE if top else BlockKind.HEADING

    def _close(self, end: int) -> None:
        """End a block, which ends at `end` of the file."""
        self._html.end_sentence()
        self._writer.settle(end)
        self._writer.close()

    def _is_prose(self) -> bool:
        return not self._silent and self._picture is None and not self._html.silent

    def _words(self, value: str, start: int, end: int) -> None:
        if self._picture is not None:
            # What differs is the mask of a site generator's mark.
            if len(value) != end - start or value == self._text[start:end]:
                self._picture.append((" ".join(value.splitlines()), start, end))
        elif not self._is_prose():
            return
        elif len(value) != end - start:
            self._flush()
            # An entity may stand for a line end.
            self._writer.replace(" ".join(value.splitlines()) or " ", start, end)
        elif start == self._run[1]:
            self._run = (self._run[0], end)
        else:
            self._flush()
            if self._text[start - 1 : start] == "\\":
                # A backslash that the parser left out: it and the character it protects go together.
                self._writer.replace(self._text[start], start - 1, start + 1)
                start += 1
            self._run = (start, end)

    def _break(self, start: int, end: int) -> None:
        self._flush()
        if self._picture is not None:
            self._picture.append((" ", start, end))
        elif self._is_prose():
            self._writer.space(start, end)

    def _inline_html(self, start: int, end: int) -> None:
        if self._text[start - 1 : start] == "<" and self._text[end : end + 1] == ">":
            # <<confirm>> is a note that an editor typed.
            self._words(self._text[start:end], start, end)
        elif _DESK_NOTE.fullmatch(self._text, start, end):
            self._words(self._text[start:end], start, end)
        elif self._links and self._text.startswith("<!--", start):
            self._flush()  # a label holds no notes
            self._writer.gap()
        elif not self._silent and self._picture is None:
            self._flush()
            self._html.inline(start, end)

    def _html_line(self, start: int, end: int) -> None:
        if not self._html_runs and _DESK_NOTE.fullmatch(self._text, start, end):
            words = self._text[start:end].rstrip()
            self._words(words, start, start + len(words))
            self._flush()
        elif self._html_runs and self._html_runs[-1][1] == start:
            self._html_runs[-1] = (self._html_runs[-1][0], end)
        else:
            self._html_runs.append((start, end))

    def _end_html(self) -> None:
        runs, self._html_runs = self._html_runs, []
        if runs:
            self._html.feed(runs, self._kind(BlockKind.PARAGRAPH))
        self._html.end_block()
        self._writer.close()

    def _flush(self) -> None:
        start, end = self._run
        self._run = (end, end)
        if start < end:
            self._writer.prose(start, end)

    def _end_picture(self, start: int, end: int) -> None:
        """Add the captions of the picture at `start:end` of the file: its alternative text, its title."""
        pieces, self._picture = self._picture or [], None
        self._writer.gap()
        self._writer.caption(pieces)
        title = " ".join(self._title.split())
        if not title or title == "".join(words for words, _, _ in pieces).strip():
            return
        # `"title")` ends the picture; only white space may stand before the bracket.
        last = end - len(")")
        while self._text[last - 1] in " \t\r\n":
            last -= 1
        last -= len('"')
        first = last - len(title)
        if self._text.startswith(title, first):
            self._writer.caption([(title, first, last)])
        elif "\\" in self._text[start:end] or "&" in self._text[start:end]:
            self._writer.caption([(title, start, end)])
