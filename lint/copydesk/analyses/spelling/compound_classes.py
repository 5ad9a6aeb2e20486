"""Compounds of one class, which a draft spells alike though the words differ: north-east and south-west."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.spelling.compounds import DETERMINERS, FUNCTION_WORDS, may_end_subject
from copydesk.model.prose import Span

Forms = dict[str, list[Span]]
"""Places by what stands between the two parts: nothing, a hyphen, a space."""

_POINTS = frozenset(product(("north", "south"), ("east", "west", "eastern", "western")))
_TENS = english.TENS
_ONES = english.ONES
_NUMBERS = frozenset(product(_TENS, _ONES))
_FRACTIONS = frozenset(product(_ONES, english.ORDINALS[2:]))
_CLASSES = (_POINTS, _NUMBERS, _FRACTIONS)
_FIRSTS = frozenset(first for parts in _CLASSES for first, _ in parts)
_KEYS = frozenset("".join(parts) for pairs in _CLASSES for parts in pairs)

_PREFIXES = "anti co e ex geo micro mid multi non pre re self semi ultra vice".split()
"""Prefixes that are seldom words of their own: where one stands alone, a hyphen is missing.

`counter`, `cyber`, `over`, `post`, `pro`, `sub` and `under` are words: `a post office`, `the pro shop`.
"""
_PERIODS = frozenset(english.MONTHS) | frozenset(
    """
    afternoon air autumn career century day decade evening fall flight game life month morning night season
    session spring stream summer term war week winter year
    """.split()
)
"""What `mid` stands before as a prefix. `The mid price` and `a mid market firm` have it as a word."""
_SHORTEST_SECOND = 3


def is_of_class(key: str) -> bool:
    """Whether a word, closed up and in the singular, is compared with all of its class."""
    return key in _KEYS


def find_classes(document: Document) -> Iterator[Forms]:
    """Yield the compounds of each class that the draft writes in two ways."""
    vocabulary, words = document.words.vocabulary, document.words
    joined, apart = _compounds("-"), _compounds(" ")
    found = [Forms() for _ in _CLASSES]
    for form in joined.keys() & document.words.hyphenated:
        for index in vocabulary[form]:
            _add(document, found[joined[form]], "-", words[index].span)
    for first in vocabulary.keys() & _FIRSTS:
        for index in vocabulary[first]:
            number = apart.get(" ".join(words.lowers[index : index + 2]))
            if number is not None and (end := _apart(document, index)) is not None:
                _add(document, found[number], " ", Span(words.starts[index], end))
    if any(found):
        closed = _compounds("")
        for form in vocabulary.keys() & closed.keys():
            for index in vocabulary[form]:
                _add(document, found[closed[form]], "", words[index].span)
    found += [_prefixed(document, prefix) for prefix in _PREFIXES if prefix in vocabulary]
    yield from (forms for forms in found if len(forms) > 1)


@cache
def _compounds(joint: str) -> dict[str, int]:
    """Return every compound of a class, with what stands between its parts, and the number of the class."""
    return {
        f"{first}{joint}{second}{ending}": number
        for number, pairs in enumerate(_CLASSES)
        for first, second in pairs
        for ending in ("", "s")
    }


def _prefixed(document: Document, prefix: str) -> Forms:
    forms = Forms()
    for index in document.words.vocabulary[prefix]:
        end = _apart(document, index)
        start = document.words.starts[index]
        if end is not None and document.text[start].islower() and _is_prefix(document, prefix, index):
            forms.setdefault(" ", []).append(Span(start, end))
    for lower in document.words.hyphenated if forms else ():
        if lower.startswith(f"{prefix}-") and _is_alike(prefix, lower.partition("-")[2]):
            for index in document.words.vocabulary[lower]:
                span = document.words[index].span
                text = document.slice(span)
                if text[0].islower() or text[1:].islower():
                    forms.setdefault("-", []).append(span)
    return forms


def _is_alike(prefix: str, second: str) -> bool:
    """Whether what follows a hyphen may follow a space: vice president is a noun, vice-presidential none."""
    return prefix != "vice" or second.removesuffix("'s").removesuffix("s") in ROLE_NOUNS


def _is_prefix(document: Document, prefix: str, index: int) -> bool:
    """Whether a word that may be a prefix makes one word with the next."""
    lowers = document.words.lowers
    before, second = lowers[index - 1] if index else "", lowers[index + 1].removesuffix("'s")
    if not second.isalpha() or len(second) < _SHORTEST_SECOND or second in FUNCTION_WORDS:
        return False
    if prefix == "mid":
        return second in _PERIODS
    if prefix == "vice":
        return second in ROLE_NOUNS
    if prefix == "self":
        return before in ("a", "an") or (before in DETERMINERS and not may_end_subject(second))
    if prefix == "ex":
        return before in DETERMINERS and not may_end_subject(second)
    return True


def _apart(document: Document, index: int) -> int | None:
    """Return where the next word ends, if nothing but a space stands before it."""
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
