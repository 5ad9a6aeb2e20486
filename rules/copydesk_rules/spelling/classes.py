"""Compounds of one class, which a draft spells alike though the words differ: north-east and south-west."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from copydesk.document import Document, Span
from copydesk.language.spellings import singular

Forms = dict[str, list[Span]]
"""Places by what stands between the two parts: nothing, a hyphen, a space."""

_POINTS = frozenset(product(("north", "south"), ("east", "west", "eastern", "western")))
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ONES = "one two three four five six seven eight nine".split()
_NUMBERS = frozenset(product(_TENS, _ONES))
_FRACTIONS = frozenset(product(_ONES, "third fourth fifth sixth seventh eighth ninth tenth".split()))
_CLASSES = (_POINTS, _NUMBERS, _FRACTIONS)
_FIRSTS = frozenset(first for parts in _CLASSES for first, _ in parts)
_KEYS = frozenset("".join(parts) for pairs in _CLASSES for parts in pairs)

_PREFIXES = "anti mid multi non pre semi".split()
"""Prefixes that are no words of their own: where one stands alone, a hyphen is missing."""


def is_of_class(key: str) -> bool:
    """Whether a word, closed up and in the singular, is compared with all of its class."""
    return key in _KEYS


def find_classes(document: Document) -> Iterator[Forms]:
    """The compounds of each class that the draft writes in two ways."""
    vocabulary = document.vocabulary
    if not _FIRSTS.isdisjoint(vocabulary) or not _KEYS.isdisjoint(vocabulary) or "-" in document.text:
        for parts in _CLASSES:
            forms = _class(document, parts)
            if len(forms) > 1:
                yield forms
    for prefix in _PREFIXES:
        if prefix in vocabulary:
            forms = _prefixed(document, prefix)
            if len(forms) > 1:
                yield forms


def _class(document: Document, parts: frozenset[tuple[str, str]]) -> Forms:
    vocabulary, forms = document.vocabulary, Forms()
    for first, second in sorted(parts):
        for joint in ("", "-"):
            for form in (f"{first}{joint}{second}", f"{first}{joint}{second}s"):
                for index in vocabulary.get(form, ()):
                    _add(document, forms, joint, document.words[index].span)
        for index in vocabulary.get(first, ()):
            end = _apart(document, index)
            if end is not None and singular(document.words.lowers[index + 1]) == second:
                _add(document, forms, " ", Span(document.words.starts[index], end))
    return forms


def _prefixed(document: Document, prefix: str) -> Forms:
    forms = Forms()
    for index in document.vocabulary[prefix]:
        end = _apart(document, index)
        if end is not None and document.words.lowers[index + 1].isalpha():
            _add(document, forms, " ", Span(document.words.starts[index], end))
    for lower, places in document.vocabulary.items():
        if lower.startswith(f"{prefix}-"):
            for index in places:
                _add(document, forms, "-", document.words[index].span)
    return forms


def _apart(document: Document, index: int) -> int | None:
    """Where the next word ends, if nothing but a space stands before it."""
    words = document.words
    if index + 1 == len(words):
        return None
    start = words.starts[index] + len(words.lowers[index])
    following = words[index + 1]
    return following.end if document.text[start : following.start] in (" ", "\u00a0") else None


def _add(document: Document, forms: Forms, joint: str, span: Span) -> None:
    """Keep a place that is no name: the Northeast, Twenty One Pilots."""
    text = document.slice(span)
    if text.islower() or (joint and text[1:].islower()):
        forms.setdefault(joint, []).append(span)
