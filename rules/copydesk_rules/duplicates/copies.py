"""Which paragraphs are copies of which: what is said of a paragraph is not said of its parts again."""

from __future__ import annotations

from msgspec import Struct

from copydesk.document import BlockKind, Document, Span
from copydesk.once import once_a_draft
from copydesk_rules.duplicates.candidates import candidates
from copydesk_rules.duplicates.likeness import Likeness, compare
from copydesk_rules.duplicates.paragraphs import Paragraph, paragraphs

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
def near_copies(document: Document, minimum_words: int, similarity: float) -> list[NearCopy]:
    """Every paragraph that is like an earlier one; list items, which are built alike, are left out.

    minimum_words  shorter paragraphs are not compared
    similarity     the share of words that makes one a version of the other; below it, NOTED is enough
    """
    found = [p for p in paragraphs(document, minimum_words) if p.block.kind is not BlockKind.LIST_ITEM]
    copies = []
    for index, others in candidates([paragraph.folded for paragraph in found]):
        copy = found[index]
        pairs = [
            NearCopy(copy, found[other], compare(document, copy.block.span, found[other].block.span))
            for other in others
        ]
        best = max(pairs, key=lambda pair: pair.likeness.whole)
        if best.likeness.common >= NOTED or best.likeness.is_edit(similarity):
            copies.append(best)
    return copies


@once_a_draft
def find_copies(document: Document) -> Copies:
    """The copies of a draft, by the rules' own defaults."""
    seen: set[str] = set()
    verbatim = set()
    for block, folded in ((found.block, found.folded) for found in paragraphs(document, 1)):
        if folded in seen:
            verbatim.add(block.start)
        seen.add(folded)
    near = near_copies(document, MINIMUM_WORDS, SIMILARITY)
    pairs = frozenset((pair.copy.block.start, pair.original.block.start) for pair in near)
    return Copies(document, frozenset(verbatim), pairs)
