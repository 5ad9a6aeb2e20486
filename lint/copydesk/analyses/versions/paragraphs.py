"""The paragraphs of two versions of a story, side by side."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

from msgspec import Struct

from copydesk.analyses.likeness.matching import (
    Pair,
    equal_in_order,
    find_partners,
    rising,
    share_of_words,
)
from copydesk.document import Document
from copydesk.language.copy import PROSE, CopyKind
from copydesk.model.prose import Block, BlockKind, Span

STORY = PROSE | {CopyKind.QUOTED, CopyKind.PULL_QUOTE}
"""Kinds of copy that are the story: not its captions, notes, promotion, nor what is set large."""

ALIKE = 0.5
"""The share of words that a paragraph has in common with the one that it became."""

MOVED = 0.8
"""The same for a paragraph that stands elsewhere."""

RUN = 4
"""Words in a row by which a text is found again in another."""

KEPT = 0.5
"""The share of such runs that stand elsewhere where a paragraph was joined to another, or split."""

WRITE_THROUGH = 0.6
"""A version is a new story where more than this share of its words stands in paragraphs that are new."""


class Fate(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    JOINED = "joined"
    """Its words stand in other paragraphs of the newer version."""
    LOST = "lost"
    SPLIT = "split"
    """Of the newer version alone; its words stood in other paragraphs of the older one."""
    ADDED = "added"


class Paragraph(Struct, frozen=True):
    """A paragraph of the story in the older version, the newer one, or both."""

    fate: Fate
    old: Block | None
    new: Block | None


class Paragraphs(Struct, frozen=True):
    """The paragraphs of two versions.

    all   those of the newer version in its order, those that only the older one has where they stood
    new   the share of the newer version, 0 to 1, that stands in paragraphs of which the older one has nothing
    """

    all: list[Paragraph]
    new: float

    @property
    def is_write_through(self) -> bool:
        """Whether most of the story is new."""
        return self.new > WRITE_THROUGH

    def of(self, *fates: Fate) -> list[Paragraph]:
        """Return the paragraphs of some fates."""
        return [one for one in self.all if one.fate in fates]


def align_paragraphs(older: Document, newer: Document) -> Paragraphs:
    """Return the paragraphs of two versions of a story side by side."""
    olds, news = story_blocks(older), story_blocks(newer)
    old_texts = [older.slice(block.span) for block in olds]
    new_texts = [newer.slice(block.span) for block in news]
    fates: dict[Pair, Fate] = dict.fromkeys(equal_in_order(old_texts, new_texts), Fate.SAME)
    left_old = _without(len(olds), {old for old, _ in fates})
    left_new = _without(len(news), {new for _, new in fates})
    old_words = {one: _words(older, olds[one]) for one in left_old}
    new_words = {one: _words(newer, news[one]) for one in left_new}
    partners = find_partners(
        [old_words[one] for one in left_old],
        [new_words[one] for one in left_new],
        share_of_words,
        ALIKE,
        _neighbours(left_old, left_new, [*sorted(fates), (len(olds), len(news))]),
    )
    likeness = {(left_old[one.old], left_new[one.new]): one.likeness for one in partners}
    straight = {*rising(sorted({*fates, *likeness}, key=lambda pair: pair[1]))}
    for pair, share in likeness.items():
        if pair in straight:
            fates[pair] = Fate.CHANGED
        elif share >= MOVED:
            fates[pair] = Fate.MOVED
    return _laid_out(older, newer, olds, news, fates)


def story_blocks(document: Document) -> list[Block]:
    """Return the blocks of a document that are the story."""
    copy = document.copy
    return [
        block for block in document.blocks if copy.of(block) in STORY or block.kind is BlockKind.STANDFIRST
    ]


def _words(document: Document, block: Block) -> list[str]:
    within = document.words.between(block.start, block.end)
    return document.words.lowers[within.start : within.stop]


def _without(length: int, taken: set[int]) -> list[int]:
    return [index for index in range(length) if index not in taken]


def _neighbours(left_old: list[int], left_new: list[int], same: list[Pair]) -> list[Pair]:
    """Return pairs that stand alike between two paragraphs that did not change, by their places in the lists.

    same  the paragraphs that did not change, ascending, and the end of both versions
    """
    old_places = {one: place for place, one in enumerate(left_old)}
    new_places = {one: place for place, one in enumerate(left_new)}
    hints = []
    for (first_old, first_new), (last_old, last_new) in pairwise([(-1, -1), *same]):
        gap = min(last_old - first_old, last_new - first_new) - 1
        for step in range(gap):
            hints.append((first_old + 1 + step, first_new + 1 + step))
            hints.append((last_old - 1 - step, last_new - 1 - step))
    return [
        (old_places[old], new_places[new]) for old, new in hints if old in old_places and new in new_places
    ]


def _laid_out(
    older: Document, newer: Document, olds: list[Block], news: list[Block], fates: dict[Pair, Fate]
) -> Paragraphs:
    partner_of = {new: old for old, new in fates}
    gone = set(range(len(olds))) - {old for old, _ in fates}
    came = set(range(len(news))) - {new for _, new in fates}
    found_in_new = _Runs(newer, news) if gone else None
    found_in_old = _Runs(older, olds) if came else None
    laid: list[Paragraph] = []
    placed = 0

    def lay_old(until: int) -> None:
        nonlocal placed
        for one in range(placed, until):
            if one in gone:
                is_joined = found_in_new is not None and found_in_new.hold(older, olds[one])
                laid.append(Paragraph(Fate.JOINED if is_joined else Fate.LOST, olds[one], None))
        placed = max(placed, until)

    for new, block in enumerate(news):
        old = partner_of.get(new)
        if old is None:
            is_split = found_in_old is not None and found_in_old.hold(newer, block)
            laid.append(Paragraph(Fate.SPLIT if is_split else Fate.ADDED, None, block))
            continue
        fate = fates[old, new]
        if fate is not Fate.MOVED:
            lay_old(old)
        laid.append(Paragraph(fate, olds[old], block))
    lay_old(len(olds))
    added = [one.new for one in laid if one.fate is Fate.ADDED and one.new is not None]
    whole = sum(block.end - block.start for block in news)
    return Paragraphs(laid, sum(block.end - block.start for block in added) / whole if whole else 0.0)


class _Runs:
    """The runs of words of the blocks of a version."""

    def __init__(self, document: Document, blocks: list[Block]) -> None:
        self._runs = {run for block in blocks for run in _runs_of(document, block.span)}

    def hold(self, document: Document, block: Block) -> bool:
        """Whether most of a block of the other version stands here."""
        runs = _runs_of(document, block.span)
        return bool(runs) and sum(run in self._runs for run in runs) >= KEPT * len(runs)


def _runs_of(document: Document, span: Span) -> list[tuple[str, ...]]:
    within = document.words.between(span.start, span.end)
    lowers = document.words.lowers[within.start : within.stop]
    return list(zip(*(lowers[step:] for step in range(RUN)), strict=False))
