"""Names of a draft that are spelled nearly alike: whether there are any is asked before what they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from copydesk.analyses.spelling.capitals import capitalized
from copydesk.document import Document
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, DEMONYMS, NOT_A_NAME, ROLE_NOUNS
from copydesk.language.spelling.similar_words import is_contraction, is_inflection, one_slip_apart
from copydesk.model.prose import once_a_draft

_FEW = 16
"""Words that are compared each with each."""

_MOST_ALIKE = 6
"""The most words of a draft that may be one slip from a word: one among more is a list's, and no slip."""

_LONGEST = 60
"""Letters of the longest word that is compared."""

LONG = 8
"""Letters of an ordinary word that is hardly one slip from another by chance: Discovery, not State."""


def has_names_alike(document: Document) -> bool:
    """Whether two names of a draft may be one: by a slip, a short form, or a table of spellings."""
    lowers, people = capitalized(document).lowers, document.people.all
    return (
        differ(lexicon.given_name_spellings(), lowers)
        or differ(lexicon.given_name_short_forms(), {person.name.split()[0].lower() for person in people})
        or "al-" in document.text
        or "al" in document.words.vocabulary
        or differ(lexicon.transliterations(), lowers)
        or bool(one_slip_apart_names(document))
    )


def differ(table: dict[str, int], forms: Iterable[str]) -> bool:
    """Whether some of the forms spell one name of a table in two ways."""
    known = table.keys() & forms
    return len({table[form] for form in known}) < len(known)


@once_a_draft
def one_slip_apart_names(document: Document) -> list[tuple[str, str]]:
    """Return the pairs of names that are one slip apart, and no two forms of one word.

    Such are Korea and Korean, Republican and Republicans.
    """
    return [
        (one, other)
        for one, other in _one_slip_apart(capitalized(document).surfaces)
        if len(one) == len(other)
        or not (is_inflection(one.lower(), other.lower()) and is_known(one) and is_known(other))
    ]


def _one_slip_apart(surfaces: Iterable[str]) -> list[tuple[str, str]]:
    """Return the pairs of words that begin with one letter and are one slip apart.

    Words in capitals, and contractions (We've, We're), are left out.
    """
    words = [
        word
        for word in surfaces
        if 3 < len(word) <= _LONGEST
        and not word.isupper()
        and (word.isalpha() or not ("-" in word or is_contraction(word) or any(map(str.isdigit, word))))
    ]
    # A slip leaves the second letter as it is, or everything after the third.
    begins = _pairs(words, [word[:2] for word in words])
    ends = (
        (one, other) for one, other in _pairs(words, [w[0] + w[-2:] for w in words]) if one[1] != other[1]
    )
    found = [pair for pair in chain(begins, ends) if one_slip_apart(pair[0].lower(), pair[1].lower())]
    alike = Counter(chain.from_iterable(found))
    return [pair for pair in found if max(alike[pair[0]], alike[pair[1]]) <= _MOST_ALIKE]


def _pairs(words: list[str], keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that have one key and about one length. Most words have theirs alone."""
    groups: dict[str, list[str]] = {}
    for key, word in zip(keys, words, strict=True):
        groups.setdefault(key, []).append(word)
    for group in groups.values():
        if len(group) > _FEW:
            yield from _near(group)
            continue
        for index, word in enumerate(group):
            for other in group[:index]:
                if -2 < len(other) - len(word) < 2:
                    yield other, word


def _near(words: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words that are the same when each loses one letter at most: two one slip apart are.

    A list of names has thousands of words with one beginning: to compare each with each takes too long.
    """
    having: dict[str, list[int]] = {}
    for index, word in enumerate(words):
        lower, near = word.lower(), set()
        for rest in {lower, *(lower[:at] + lower[at + 1 :] for at in range(1, len(lower)))}:
            others = having.setdefault(rest, [])
            near.update(others)
            if len(others) < _MOST_ALIKE:
                others.append(index)
        for other in sorted(near):
            yield words[other], word


@lru_cache(maxsize=20_000)
def how_known(word: str) -> int:
    """Return how well a name is known, as `Form.known` says it.

    A place with a long name has no other spelling. A surname may be any: the draft's majority decides.
    """
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) >= LONG and word in lexicon.places():
        return 2
    return int(is_known(word))


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether a word is a name, a place, a people or a word of its own."""
    return is_listed(word) or is_ordinary(word)


def is_listed(word: str) -> bool:
    """Whether somebody or a place is called so."""
    return word in lexicon.given_names() or word in lexicon.surnames() or word in lexicon.places()


def is_ordinary(word: str) -> bool:
    """Whether a word is no name of somebody or a place alone."""
    lower = word.lower()
    return any(
        form in words
        for form in {lower, lower.removesuffix("s")}
        for words in (lexicon.common_words(), DEMONYMS, CALENDAR, NOT_A_NAME, ROLE_NOUNS)
    )
