"""What a house may want written another way: which kinds of it a draft has, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.language.lists import closed_classes as english
from copydesk.language.words import Cursor
from copydesk.model.prose import Span, once_a_draft

NUMBERS: Mapping[str, int] = {
    **{word: number for number, word in enumerate((*english.ONES, *english.TEENS), start=1)},
    **{word: number * 10 for number, word in enumerate(english.TENS, start=2)},
    **{
        f"{ten}-{one}": tens * 10 + ones
        for tens, ten in enumerate(english.TENS, start=2)
        for ones, one in enumerate(english.ONES, start=1)
    },
}
"""The numbers from one to ninety-nine, in words."""

_WORDS = {number: word for word, number in NUMBERS.items()}

_SMALL_ORDINALS = (
    *english.ORDINALS,
    *"eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(),
)
_TENTHS = tuple(ten.removesuffix("y") + "ieth" for ten in english.TENS)

ORDINALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_SMALL_ORDINALS, start=1)},
    **{word: number * 10 for number, word in enumerate(_TENTHS, start=2)},
    **{
        f"{ten}-{one}": tens * 10 + ones
        for tens, ten in enumerate(english.TENS, start=2)
        for ones, one in enumerate(_SMALL_ORDINALS[:9], start=1)
    },
}
"""The ordinals from first to ninety-ninth, in words."""

_ORDINAL_WORDS = {number: word for word, number in ORDINALS.items()}

_MONTHS = frozenset((*english.MONTHS, *english.SHORT_MONTHS))
_SHORT_WEEKDAYS = frozenset("mon tue tues wed weds thu thur thurs fri".split())


class Trigger(Struct, frozen=True):
    """What a draft must have before one kind of form is searched for.

    words  one of these, in lower case
    texts  or one of these anywhere, as they stand
    """

    words: frozenset[str] = frozenset()
    texts: Iterable[str] = ()


TRIGGERS: Mapping[str, Trigger] = {
    "dash": Trigger(texts="—–-"),
    "date": Trigger(_MONTHS | _SHORT_WEEKDAYS),
    "figure": Trigger(texts="0123456789"),
    "fraction": Trigger(frozenset("third thirds fifths sevenths eighths tenths".split())),
    "number word": Trigger(frozenset(NUMBERS)),
    "ordinal word": Trigger(frozenset(ORDINALS)),
    "percentage": Trigger(texts=("%", "percent", "per cent", "per\u00a0cent", "pct")),
    "sum": Trigger(texts="$£€¥"),
}
"""Every kind of form that a house decides, with what a draft must have before it is looked for."""


@once_a_draft
def find_kinds(document: Document) -> frozenset[str]:
    """Return the kinds of `TRIGGERS` that a draft may have."""
    vocabulary, text = document.words.vocabulary.keys(), document.text
    return frozenset(
        kind
        for kind, trigger in TRIGGERS.items()
        if not vocabulary.isdisjoint(trigger.words) or any(part in text for part in trigger.texts)
    )


@once_a_draft
def find_figures(document: Document) -> list[re.Match[str]]:
    """Return every figure with its commas, points and colons: 1,000 and 9:30 are one."""
    return list(re.compile(r"[0-9](?:[0-9,.:]*[0-9])?").finditer(document.text))


def find_words(document: Document, words: Iterable[str]) -> Iterator[Cursor]:
    """Yield where any of some words stands, given in lower case."""
    vocabulary = document.words.vocabulary
    for word in vocabulary.keys() & words:
        yield from map(document.word, vocabulary[word])


def is_own(document: Document, span: Span) -> bool:
    """Whether the desk writes a stretch in its own words, and in sentences."""
    return document.copy.at(span.start) in PROSE and not document.quotes.hold(span)


@cache
def in_words(number: int) -> str:
    """Return a number in words, from 1 to 100."""
    return "one hundred" if number == 100 else _WORDS[number]


def as_ordinal(number: int) -> str:
    """Return an ordinal in figures: 1st, 12th."""
    teens = 10 < number % 100 < 14
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def ordinal_in_words(number: int) -> str:
    """Return an ordinal in words, from 1 to 99."""
    return _ORDINAL_WORDS[number]
