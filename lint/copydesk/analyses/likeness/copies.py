"""Paragraphs that copy other ones; the parts of a copied paragraph are not reported again."""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.analyses.likeness.paragraphs import (
    COMPARED,
    SHARED_RUNS,
    Paragraph,
    folded_paragraph,
    may_be_copy,
    repeated_runs,
    share_runs_with_version,
    words_of,
)
from copydesk.document import Document
from copydesk.model.prose import Block, BlockKind, Span, once_a_draft

if TYPE_CHECKING:
    from copydesk.analyses.likeness.differences import Likeness

MINIMUM_WORDS = 20
"""The shortest paragraph that may be a near copy: what shorter ones share is often a formula."""

SIMILARITY = 0.9
"""The share of words that a near copy and its original have in common."""

NOTED = 0.8
"""The share of common words from which a pair is worth a note, if not a warning."""


class NearCopy(Struct, frozen=True):
    """A paragraph, the earlier one that is most like it, and how like it is."""

    copy: Paragraph
    original: Paragraph
    likeness: Likeness


class Copies:
    """The paragraphs of a draft that stand there more than once.

    verbatim  the starts of the blocks that repeat an earlier one word for word
    near      the starts of near copies, each with the start of its original
    """

    def __init__(
        self, document: Document, verbatim: frozenset[int], near: frozenset[tuple[int, int]]
    ) -> None:
        self._document = document
        self._verbatim = verbatim
        self._near = near

    def hold(self, later: Span, earlier: Span) -> bool:
        """Whether two like places stand in paragraphs that are like each other as a whole."""
        copy, original = (self._document.block_at(place.start).start for place in (later, earlier))
        return copy in self._verbatim or (copy, original) in self._near


@once_a_draft
def _compared(document: Document) -> list[tuple[Block, range]]:
    """Return the blocks that can be copies of each other, with the indices of their words."""
    blocks = [block for block in document.blocks if block.kind in COMPARED]
    return [
        (block, within) for block, within in zip(blocks, words_of(document, blocks), strict=True) if within
    ]


def verbatim_copies(document: Document, minimum: int) -> list[Paragraph]:
    """Return the paragraphs that may be copies of each other word for word, in the order of the text.

    minimum  how many words a block must have; captions, credits and refrains are often shorter
    """
    repeated = repeated_runs(document)
    return [
        folded_paragraph(document, block, within)
        for block, within in _compared(document)
        if len(within) >= minimum and may_be_copy(within, repeated)
    ]


@once_a_draft
def likely_near_copies(document: Document, minimum_words: int) -> list[Paragraph]:
    """Return the paragraphs of which one may be like another; none, where all of them have the same words.

    minimum_words  shorter paragraphs are not compared

    List items, which are built alike, are left out, and so is a paragraph of fewer words than a run.
    """
    compared = [
        (block, within)
        for block, within in _compared(document)
        if len(within) >= minimum_words and block.kind is not BlockKind.LIST_ITEM
    ]
    likely = share_runs_with_version(document, [within for _, within in compared])
    found = [folded_paragraph(document, *one) for one in compress(compared, likely)]
    return found if len({paragraph.folded for paragraph in found}) > 1 else []


@once_a_draft
def near_copies(document: Document, minimum_words: int, similarity: float) -> list[NearCopy]:
    """Return every paragraph that is like an earlier one.

    minimum_words  shorter paragraphs are not compared
    similarity     the share of words that makes one a version of the other; below it, NOTED is enough
    """
    found = likely_near_copies(document, minimum_words)
    if not found:
        return []
    from copydesk.analyses.likeness.differences import compare
    from copydesk.analyses.likeness.similarity import find_nearest

    copies = []
    for later, earlier in find_nearest([paragraph.folded for paragraph in found], SHARED_RUNS):
        copy, original = found[later], found[earlier]
        likeness = compare(document, copy.block.span, original.block.span)
        if likeness.common >= NOTED or likeness.is_edit(similarity):
            copies.append(NearCopy(copy, original, likeness))
    return copies


@once_a_draft
def find_copies(document: Document) -> Copies:
    """Return the copies of a draft, by the rules' own defaults."""
    seen: set[str] = set()
    verbatim = set()
    for paragraph in verbatim_copies(document, 1):
        if paragraph.folded in seen:
            verbatim.add(paragraph.block.start)
        seen.add(paragraph.folded)
    near = near_copies(document, MINIMUM_WORDS, SIMILARITY)
    pairs = frozenset((pair.copy.block.start, pair.original.block.start) for pair in near)
    return Copies(document, frozenset(verbatim), pairs)
