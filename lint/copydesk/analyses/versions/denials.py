"""Words beside a quotation, or gone from it, that turn what it says round: denials and conditions."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.analyses.versions.tokens import Token, find_tokens
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.quotes import Quotation
from copydesk.model.prose import Span

_CONDITIONS = frozenset({"if", "unless"})
_BEFORE_CONDITION = frozenset({"and", "but", "only"})
_NO_CONDITION = frozenset({"anything", "necessary", "needed", "not", "possible", "so"})
"""What follows the `if` of a phrase that asks for nothing."""

_COURTEOUS = frozenset({("i", "may"), ("you", "ask"), ("you", "like"), ("you", "want"), ("you", "will")})
"""The same of two words: `if you ask me`."""

_NO_TURN = frozenset({"alone", "doubt", "just", "least", "merely", "only", "question", "simply", "wonder"})
"""What follows a negation that turns nothing round: `not only`, `no doubt`."""


def turns_round(document: Document, tokens: Sequence[Token], at: range) -> bool:
    """Whether words at an edge deny what is kept, or make a condition of it: `not`, `I don’t think`, `if`.

    So does a denial that points replaced: `will not, of course, sell`, `will … sell`. What has a clause or a
    sentence of its own does not: `No, we pay`, `We pay. We never borrow.`
    """
    words = [token.plain for token in tokens[at.start : at.stop]]
    if at.start == 0 and at.stop < len(tokens):
        kept = tokens[at.stop].start
        sentence = document.sentence_at(kept).start
        first = next((index for index in at if tokens[index].start >= sentence), at.stop)
        if _is_condition(words[first:]):
            return True
        return any(
            _is_negation(tokens, index)
            and not re.search(r"[,;:.?!–—]", document.text[tokens[index].end : kept])
            and {"and", "but"}.isdisjoint(words[index:])
            for index in range(first, at.stop)
        )
    if at.start and at.stop == len(tokens):
        before = document.text[tokens[at.start - 1].end : tokens[at.start].start]
        return not re.search(r"[;:.?!]", before) and _is_condition(words)
    before = document.text[tokens[at.start - 1].end : tokens[at.start].start]
    return not before.strip() and _is_negation(tokens, at.start)


def _is_condition(words: Sequence[str]) -> bool:
    """Whether some words begin with a condition: `if`, `but only if`, `unless`."""
    for index, word in enumerate(words):
        if word in _CONDITIONS:
            following = tuple(words[index + 1 : index + 3])
            return _NO_CONDITION.isdisjoint(following[:1]) and following not in _COURTEOUS
        if word not in _BEFORE_CONDITION:
            return False
    return False


def _is_negation(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].plain in english.NEGATIONS and not (
        index + 1 < len(tokens) and tokens[index + 1].plain in _NO_TURN
    )


def is_told_beside(document: Document, quote: Quotation) -> bool:
    """Whether the sentence around a quotation denies or makes a condition: `It was not “a crime.”`"""
    block = document.block_at(quote.start)
    start = min(document.sentence_at(quote.start).start, quote.start)
    end = max(document.sentence_at(max(quote.start, quote.end - 1)).end, quote.end)
    tokens = [
        *find_tokens(document.text, Span(max(block.start, start), quote.start)),
        *find_tokens(document.text, Span(quote.end, min(block.end, end))),
    ]
    return any(token.plain in _CONDITIONS or token.plain in english.NEGATIONS for token in tokens)


def count_denials(tokens: Sequence[Token], within: range) -> int:
    """Count the words of a range that deny."""
    return sum(_is_negation(tokens, index) for index in within)
