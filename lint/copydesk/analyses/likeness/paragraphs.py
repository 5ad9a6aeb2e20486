"""The paragraphs of a draft, folded so that two of them can be compared."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import repeat

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.words import fold_words
from copydesk.model.prose import Block, BlockKind, Span, composed

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


def words_of(document: Document, stretches: Sequence[Block] | Sequence[Span]) -> Iterator[range]:
    """The indices of the words of each stretch: what `Words.between` says of one."""
    starts = repeat(document.words.starts)
    first = map(bisect_left, starts, [stretch.start for stretch in stretches])
    return map(range, first, map(bisect_left, starts, [stretch.end for stretch in stretches]))


def folded_paragraph(document: Document, block: Block, within: range) -> Paragraph:
    """A block and its words, of which `within` are the indices."""
    return Paragraph(block, fold_words(document.words, within), len(within))


def folded_words(document: Document, span: Span) -> list[FoldedWord]:
    """The words of a stretch, one by one, as `Paragraph.folded` has them."""
    return [
        FoldedWord(part, document.words[index].span)
        for index in document.words.between(span.start, span.end)
        for part in composed(document.words.lowers[index]).replace("-", " ").split()
    ]
