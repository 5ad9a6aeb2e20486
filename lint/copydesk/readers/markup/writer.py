"""Prose out of marked-up text: what every reader of a markup language shares."""

from __future__ import annotations

import re
from bisect import bisect_right

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import OBJECT, BlockKind
from copydesk.readers.markup.templates import Template, TemplateKind
from copydesk.readers.parts.addresses import copy_prose, may_hold_address
from copydesk.readers.parts.blocks import OPENING_BLOCKS, is_caption
from copydesk.readers.parts.byline import is_byline
from copydesk.readers.parts.dateline import part_dateline

Piece = tuple[str, int, int]
"""Words, and the stretch of the file that they were read from."""

_FILE_NAME = re.compile(r".{1,200}\.(?:avif|gif|jpe?g|png|svg|tiff?|webp)", re.IGNORECASE)


_LINE_ENDS = "\n\t\r\f"

_OPEN_TAG = re.compile(r"</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*(?:\"[^\"]*|'[^']*)?")
_LONGEST_TAG = 1000
"""How many characters back the beginning of a tag is looked for."""


class ProseWriter:
    """Write blocks into a builder, and close the gaps that markup leaves.

    Where something was left out between two spaces, one of them goes too. Captions wait for the end of
    the block whose sentence they would break.

    text       the text of the file
    templates  the marks of a site generator in it
    """

    def __init__(self, builder: ProseBuilder, text: str, templates: list[Template]) -> None:
        self.builder = builder
        self.empty = True
        """Whether the open block holds no word yet."""
        self.quoted = False
        """Whether the words that follow are somebody else's, by an element of HTML inside the block."""
        self._text = text
        self._templates = templates
        self._template_ends = [template.end for template in templates]
        self._quotes = [template for template in templates if template.quotes]
        self._quote_starts = [template.start for template in self._quotes]
        self._noted = 0
        self._captions: list[list[Piece]] = []
        self._after_space = False
        self._gap = False
        self._dateline = False

    def open(self, kind: BlockKind, start: int) -> None:
        """Begin a block, which stands at `start` of the file; the one before is closed."""
        self.close()
        self.empty = True
        self._note_templates(start)
        self.builder.open(kind)
        self.quoted = False
        self._after_space = self._gap = False

    def prose(self, start: int, end: int) -> None:
        """Add `start:end` of the file, which holds no line end, without the marks of site generators."""
        index = bisect_right(self._template_ends, start)
        while index < len(self._templates) and self._templates[index].start < end:
            template = self._templates[index]
            self._run(start, template.start)
            self._note_templates(template.end)
            if template.kind is TemplateKind.WORDS:
                self.object(template.start, template.end)
            elif template.kind is TemplateKind.STET and start <= template.start:
                self.note(template.note, template.start, template.end)
            self._gap = True
            start = template.end
            index += 1
        self._run(start, end)

    def flow(self, start: int, end: int) -> bool:
        """Add `start:end` of the file in one piece, a space for each line end; False where that will not do.

        It will not where there are marks of site generators or addresses in it, or letters to be composed.
        """
        index = bisect_right(self._template_ends, start)
        if index < len(self._templates) and self._templates[index].start < end:
            return False
        text = self._text[start:end]
        if self.builder.composes or may_hold_address(text):
            return False
        if self._gap and self._after_space and text[0] in " \t\r\n\f":
            start += 1
            text = text[1:]
        if text:
            for space in _LINE_ENDS:
                if space in text:
                    text = text.replace(space, " ")
            self.builder.replace(text, start, end)
            self._wrote(text)
        return True

    def replace(self, text: str, start: int, end: int) -> None:
        """Add words that stand for `start:end` of the file."""
        if text:
            self.builder.replace(text, start, end)
            self._wrote(text)

    def object(self, start: int, end: int) -> None:
        """Leave an `OBJECT` for what is no prose at `start:end` of the file."""
        self.builder.replace(OBJECT, start, end)
        self._wrote("")

    def space(self, start: int, end: int) -> None:
        """Add the space that a line break at `start:end` of the file becomes, unless there is one already."""
        if not self._after_space:
            self.builder.replace(" ", start, end)
            self._after_space = self._gap = True

    def gap(self) -> None:
        """Say that something was left out here."""
        self._gap = True

    def caption(self, pieces: list[Piece]) -> None:
        """Add a caption: before the open block if that has no word yet, else after it.

        Systems put the name of the file where nobody wrote a caption; that is none.
        """
        if _FILE_NAME.fullmatch("".join(words for words, _, _ in pieces).strip()):
            return
        if self.empty:
            kind = self.builder.kind
            self._write_caption(pieces)
            self.builder.open(kind)
        else:
            self._captions.append(pieces)

    def note(self, text: str, start: int, end: int) -> None:
        """Keep a note that stands at `start:end` of the file, unless an attribute of HTML holds it."""
        self._gap = True
        if self._is_in_tag(start):
            return
        quoted = self.quoted or self.builder.kind is BlockKind.BLOCK_QUOTE
        self.builder.note(text.strip(), start, end, quoted=quoted)

    def settle(self, end: int) -> None:
        """Say what the open block is, which ends at `end` of the file: a paragraph may be furniture."""
        builder = self.builder
        if builder.kind is not BlockKind.PARAGRAPH:
            return
        words = builder.pending.rstrip()
        if is_byline(words):
            builder.kind = BlockKind.BYLINE
        elif is_caption(words):
            builder.kind = BlockKind.CAPTION
        elif builder.finished < OPENING_BLOCKS and not self._dateline:
            self._dateline = part_dateline(builder, self._text[end:])

    def is_quoted(self, offset: int) -> bool:
        """Whether a shortcode says that the words at an offset of the file are somebody else's."""
        index = bisect_right(self._quote_starts, offset) - 1
        return index >= 0 and offset < self._quotes[index].quotes

    def close(self) -> None:
        """End the open block, and add the captions that waited for that."""
        self.builder.close()
        for pieces in self._captions:
            self._write_caption(pieces)
        self._captions = []

    def finish(self) -> None:
        """Close the last block; the notes after it are kept too."""
        self.close()
        self._note_templates(len(self._text))

    def _run(self, start: int, end: int) -> None:
        if self._gap and self._after_space and self._text[start:end].startswith((" ", "\t")):
            start += 1
        if start < end:
            copy_prose(self.builder, self._text, start, end)
            self._wrote(self._text[start:end])

    def _wrote(self, text: str) -> None:
        self.empty = self.empty and text.isspace()
        self._after_space = text[-1:].isspace()
        self._gap = False

    def _is_in_tag(self, offset: int) -> bool:
        """Whether a tag of HTML is open at an offset of the file."""
        first = self._text.rfind("<", max(0, offset - _LONGEST_TAG), offset)
        return first >= 0 and _OPEN_TAG.fullmatch(self._text, first, offset) is not None

    def _write_caption(self, pieces: list[Piece]) -> None:
        self.builder.open(BlockKind.CAPTION)
        for piece in pieces:
            self.builder.replace(*piece)
        self.builder.close()

    def _note_templates(self, before: int) -> None:
        """Keep the comments among the marks that stand before an offset of the file."""
        while self._noted < len(self._templates) and self._templates[self._noted].start < before:
            template = self._templates[self._noted]
            if template.note or template.captions:
                self._note_template(template)
            self._noted += 1

    def _note_template(self, template: Template) -> None:
        if template.kind is TemplateKind.STET or self._is_in_tag(template.start):
            return
        if template.kind is TemplateKind.NOTE:
            self.builder.note(template.note, template.start, template.end)
        for pieces in template.captions:
            self.caption(list(pieces))
