"""The paragraphs of a draft, folded so that two of them can be compared."""

from __future__ import annotations

from msgspec import Struct

from copydesk.document import Block, BlockKind, Document, Span
from copydesk.language.folding import composed, fold

COMPARED = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
"""Headings, bylines and table cells repeat as a matter of course, and a standfirst is made of the story."""


class Paragraph(Struct, frozen=True):
    """A block and its words.

    block   where it stands
    folded  its words without case, punctuation and dashes, parted by single spaces
    words   how many they are, a word with a hyphen counted once
    """

    block: Block
    folded: str
    words: int


class FoldedWord(Struct, frozen=True):
    """A word of `Paragraph.folded`, and where it stands. The parts of a hyphenated word share its span."""

    text: str
    span: Span


def folded_paragraph(document: Document, block: Block, within: range) -> Paragraph:
    """A block and its words, of which `within` are the indices."""
    return Paragraph(block, fold(document, block.span) or "", len(within))


def folded_words(document: Document, span: Span) -> list[FoldedWord]:
    """The words of a stretch, one by one, as `Paragraph.folded` has them."""
    return [
        FoldedWord(part, document.words[index].span)
        for index in document.words.between(span.start, span.end)
        for part in composed(document.words.lowers[index]).replace("-", " ").split()
    ]
