"""The sentences of two versions of a story that changed, side by side."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from copydesk.analyses.likeness.matching import Pair, find_partners
from copydesk.analyses.likeness.similarity import Mismatch, measure_words
from copydesk.analyses.versions.paragraphs import Paragraphs
from copydesk.analyses.versions.tokens import Token, find_tokens, plain_words, token_differences
from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.model.prose import Block, Span

ALIKE = 0.6
"""The share of words, in order, that a sentence has in common with the one that it became."""

ALIKE_IN_PLACE = 0.5
"""The same where both stand at one place of one paragraph."""


class Sentence(Struct, frozen=True):
    """A sentence of one version, with its words and figures."""

    span: Span
    tokens: list[Token]


class SentencePair(Struct, frozen=True):
    """A sentence that was rewritten, in both versions, and where its words differ."""

    old: Sentence
    new: Sentence
    differences: list[Mismatch]

    def only_old(self) -> Counter[str]:
        """Count the words and figures that the newer version has less often."""
        return Counter(plain_words(self.old.tokens)) - Counter(plain_words(self.new.tokens))

    def only_new(self) -> Counter[str]:
        """Count the words and figures that the older version has less often."""
        return Counter(plain_words(self.new.tokens)) - Counter(plain_words(self.old.tokens))


def align_sentences(older: Document, newer: Document, paragraphs: Paragraphs) -> list[SentencePair]:
    """Return the sentences that were rewritten, in the order of the newer version.

    Those that stand in both versions, wherever, are left out; the others are matched over the whole story.
    """
    olds = list(_sentences(older, [one.old for one in paragraphs.all if one.old is not None]))
    news = list(_sentences(newer, [one.new for one in paragraphs.all if one.new is not None]))
    same = Counter(older.slice(span) for _, span in olds) & Counter(newer.slice(span) for _, span in news)
    gone = [*_left(older, olds, Counter(same))]
    came = [*_left(newer, news, Counter(same))]
    hints = _in_pairs(paragraphs, [block for block, _ in gone], [block for block, _ in came])
    old_sentences = [Sentence(span, find_tokens(older.text, span)) for _, span in gone]
    new_sentences = [Sentence(span, find_tokens(newer.text, span)) for _, span in came]
    old_words = [plain_words(one.tokens) for one in old_sentences]
    new_words = [plain_words(one.tokens) for one in new_sentences]
    partners = find_partners(old_words, new_words, measure_words, ALIKE, hints, ALIKE_IN_PLACE)
    pairs = [
        SentencePair(
            old_sentences[one.old],
            new_sentences[one.new],
            token_differences(old_sentences[one.old].tokens, new_sentences[one.new].tokens),
        )
        for one in partners
    ]
    return sorted((pair for pair in pairs if pair.differences), key=lambda pair: pair.new.span)


def _sentences(document: Document, blocks: list[Block]) -> Iterator[tuple[int, Span]]:
    """Yield the sentences of some blocks, each with where its block begins."""
    starts = document.sentences.starts
    for block in blocks:
        if document.copy.of(block) is CopyKind.QUOTED:
            continue  # its words are a quotation
        for index in range(bisect_left(starts, block.start), bisect_left(starts, block.end)):
            yield block.start, document.sentences[index]


def _left(
    document: Document, sentences: list[tuple[int, Span]], same: Counter[str]
) -> Iterator[tuple[int, Span]]:
    """Yield the sentences that the other version lacks."""
    for block, span in sentences:
        text = document.slice(span)
        if same[text] > 0:
            same[text] -= 1
        else:
            yield block, span


def _in_pairs(paragraphs: Paragraphs, gone: list[int], came: list[int]) -> list[Pair]:
    """Return pairs of sentences that stand alike in the two versions of one paragraph, by their indexes."""
    old_of: dict[int, list[int]] = {}
    for index, block in enumerate(gone):
        old_of.setdefault(block, []).append(index)
    new_of: dict[int, list[int]] = {}
    for index, block in enumerate(came):
        new_of.setdefault(block, []).append(index)
    hints: list[Pair] = []
    for one in paragraphs.all:
        if one.old is None or one.new is None:
            continue
        olds, news = old_of.get(one.old.start, []), new_of.get(one.new.start, [])
        hints += zip(olds, news, strict=False)
        hints += zip(reversed(olds), reversed(news), strict=False)
    return hints
