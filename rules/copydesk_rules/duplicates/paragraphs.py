"""The paragraphs of a draft, folded so that two of them can be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from copydesk.document import Block, BlockKind, Document, Span

COMPARED = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
"""Headings, bylines and table cells repeat as a matter of course, and a standfirst is made of the story."""


class Paragraph(NamedTuple):
    """A block and its words.

    block   where it stands
    folded  its words without case, punctuation and dashes, parted by single spaces
    """

    block: Block
    folded: str


class FoldedWord(NamedTuple):
    """A word of `Paragraph.folded`, and where it stands. The parts of a hyphenated word share its span."""

    text: str
    span: Span


def paragraphs(document: Document, minimum: int) -> Iterator[Paragraph]:
    """The blocks that can be copies of each other, in the order of the text.

    minimum  how many words a block must have; captions, credits and refrains are often shorter
    """
    words = document.words
    lowers = [word.lower for word in words]
    for block in document.blocks:
        if block.kind not in COMPARED:
            continue
        first, last = (
            bisect_left(words, offset, key=lambda w: w.start) for offset in (block.start, block.end)
        )
        if last - first >= minimum:
            folded = " ".join(lowers[first:last]).replace("-", " ")
            yield Paragraph(block, folded if folded.isascii() else normalize("NFC", folded))


def folded_words(document: Document, span: Span) -> list[FoldedWord]:
    """The words of a stretch, one by one, as `Paragraph.folded` has them."""
    words = document.words
    first, last = (bisect_left(words, offset, key=lambda w: w.start) for offset in span)
    return [
        FoldedWord(part, word.span)
        for word in words[first:last]
        for part in normalize("NFC", word.lower).replace("-", " ").split()
    ]
