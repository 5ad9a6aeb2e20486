"""The paragraphs of a draft, made comparable, and which of them repeat the story on purpose."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, compress, count, repeat

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import REPEATING
from copydesk.language.quotes import Quotation
from copydesk.language.words import fold_words
from copydesk.model.prose import Block, BlockKind, Span, composed, once_a_draft

RUN = 3
"""Words in a row that make a run."""

SHARED_RUNS = 0.4
"""The share of a text's three-word runs that an earlier one must have. One word changed breaks three."""

COMPARED = frozenset({BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
"""Headings, bylines and table cells repeat as a matter of course, and a standfirst is made of the story."""


_STOPS = (".", "!", "?", "…")
_CLOSING = "\"'”’)] \u00a0\t\n"
_QUOTATION_OPENS = ('"', "“", "‘", "'")
_QUOTATION_CLOSES = ('"', "”", "’", "'")


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


def words_of(
    document: Document, stretches: Sequence[Block] | Sequence[Span] | Sequence[Quotation]
) -> Iterator[range]:
    """Return the indices of the words of each stretch: what `Words.between` says of one."""
    starts = repeat(document.words.starts)
    first = map(bisect_left, starts, [stretch.start for stretch in stretches])
    return map(range, first, map(bisect_left, starts, [stretch.end for stretch in stretches]))


def folded_paragraph(document: Document, block: Block, within: range) -> Paragraph:
    """Return a block and its words, of which `within` are the indices."""
    return Paragraph(block, fold_words(document.words, within), len(within))


def folded_words(document: Document, span: Span) -> list[FoldedWord]:
    """Return the words of a stretch, one by one, as `Paragraph.folded` has them."""
    return [
        FoldedWord(part, document.words[index].span)
        for index in document.words.between(span.start, span.end)
        for part in composed(document.words.lowers[index]).replace("-", " ").split()
    ]


def stands_beside(document: Document, one: Block, other: Block) -> bool:
    """Whether one of two like paragraphs looks like a caption, a deck, an embedded post or a pull quote.

    Such a paragraph repeats the story by its nature. Where its own words do not say what it is, its shape
    does: no full stop at the end, quotation marks around what the other one says without.
    """
    return (
        one.kind != other.kind
        or any(document.copy.of(block) in REPEATING for block in (one, other))
        or any(not ends_a_sentence(document, block) for block in (one, other))
        or is_quotation(document, one) != is_quotation(document, other)
        or abs(quoted_share(document, one) - quoted_share(document, other)) > 0.5
    )


def is_quotation(document: Document, block: Block) -> bool:
    """Whether a block is one quotation and nothing else."""
    text = document.slice(block.span).rstrip()
    inside = text[1:-1] if text.endswith(_QUOTATION_CLOSES) else text[1:]
    return text.startswith(_QUOTATION_OPENS) and not any(mark in inside for mark in '"“”')


def ends_a_sentence(document: Document, block: Block) -> bool:
    """Whether a block ends as a sentence does."""
    return document.text[max(block.start, block.end - 20) : block.end].rstrip(_CLOSING).endswith(_STOPS)


def quoted_share(document: Document, block: Block) -> float:
    """Return the share of a paragraph that stands inside quotation marks."""
    quotes = document.quotes.within(block.span)
    if not quotes:
        return 0.0
    inside = sum(quote.end - quote.start for quote in quotes)
    return inside / (block.end - block.start)


@once_a_draft
def repeated_runs(document: Document) -> AbstractSet[int]:
    """Return the indices of the words with which those runs begin that stand in the draft more than once."""
    lowers = document.words.lowers
    first: dict[tuple[str, str, str], int] = {}
    repeated = set()
    for index in compress(count(), _begin_runs(document)):
        earlier = first.setdefault((lowers[index], lowers[index + 1], lowers[index + 2]), index)
        if earlier != index:
            repeated.add(earlier)
            repeated.add(index)
    return repeated


def _begin_runs(document: Document) -> bytes:
    """Return for each word a 1 where it and the two after it all stand in the draft again, else a 0."""
    again = bytearray(b"\1") * len(document.words)
    for places in document.words.vocabulary.values():
        if len(places) == 1:
            again[places[0]] = 0
    bits = int.from_bytes(again, "little")
    return (bits & bits >> 8 & bits >> 16).to_bytes(len(again), "little")


def may_be_copy(within: range, repeated: AbstractSet[int]) -> bool:
    """Whether words may stand elsewhere too in this order: the first ones do, or the last ones."""
    return len(within) < RUN or within.start in repeated or within.stop - RUN in repeated


def may_have_version(document: Document, stretches: Iterable[range]) -> bool:
    """Whether one of the stretches has as many runs that stand elsewhere too as a version of it has."""
    starts = sorted_runs(document)
    return any(_may_be_version(within, _repeated_in(starts, within)) for within in stretches)


def share_runs_with_version(document: Document, stretches: Sequence[range]) -> list[bool]:
    """Return for each stretch whether it has a run of one that `may_have_version` finds."""
    if not may_have_version(document, stretches):
        return [False] * len(stretches)
    lowers, starts = document.words.lowers, sorted_runs(document)
    rows = [_repeated_in(starts, within) for within in stretches]
    runs = [{tuple(lowers[at : at + RUN]) for at in starts[row.start : row.stop]} for row in rows]
    likely = map(_may_be_version, stretches, rows)
    wanted = set(chain.from_iterable(compress(runs, likely)))
    return [not wanted.isdisjoint(own) for own in runs]


def _may_be_version(within: range, repeated: range) -> bool:
    return len(repeated) >= SHARED_RUNS * (len(within) - RUN + 1)


def _repeated_in(starts: list[int], within: range) -> range:
    """Return which of the `sorted_runs` begin in a stretch."""
    return range(bisect_left(starts, within.start), bisect_left(starts, within.stop))


@once_a_draft
def sorted_runs(document: Document) -> list[int]:
    """Return the `repeated_runs` in the order of the text."""
    return sorted(repeated_runs(document))
