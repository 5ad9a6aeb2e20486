"""The paragraphs of a draft, folded so that two of them can be compared."""

from __future__ import annotations

from msgspec import Struct

from copydesk.document import Block, BlockKind, Document, Span
from copydesk.language.folding import composed, fold
from copydesk.once import once_a_draft

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


def paragraphs(document: Document, minimum: int) -> list[Paragraph]:
    """The blocks that can be copies of each other, in the order of the text.

    minimum  how many words a block must have; captions, credits and refrains are often shorter
    """
    return [paragraph for paragraph in _paragraphs(document) if paragraph.words >= minimum]


@once_a_draft
def _paragraphs(document: Document) -> list[Paragraph]:
    found = []
    for block in document.blocks:
        if block.kind in COMPARED:
            folded = fold(document, block.span)
            if folded is not None:
                found.append(Paragraph(block, folded, len(document.words.between(block.start, block.end))))
    return found


def folded_words(document: Document, span: Span) -> list[FoldedWord]:
    """The words of a stretch, one by one, as `Paragraph.folded` has them."""
    return [
        FoldedWord(part, document.words[index].span)
        for index in document.words.between(span.start, span.end)
        for part in composed(document.words.lowers[index]).replace("-", " ").split()
    ]
