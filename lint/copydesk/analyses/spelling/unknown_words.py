"""Words of a draft that no word list has, though one slip leads from them to a very frequent word."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from string import ascii_lowercase

from copydesk.analyses.spelling.misspellings import meant_by
from copydesk.document import Document
from copydesk.language.lists import lexicon

_SHORTEST = 5
"""Letters of the shortest word that is judged, as in the lists."""

_LONGEST = 40
"""Letters of the longest."""


@cache
def _words(name: str) -> frozenset[str]:
    path = os.path.join(os.path.dirname(__file__), os.pardir, "data", name)
    with open(path, encoding="utf-8") as file:
        return frozenset(file.read().split())


def find_unknown(document: Document) -> dict[str, str]:
    """Return the words that stand once and in no list, each with the frequent word that it is one slip from.

    What a plural or an ending makes of a known word is known.
    """
    found = {}
    for word, indices in document.words.vocabulary.items():
        if len(indices) == 1 and _SHORTEST <= len(word) <= _LONGEST and word.isascii() and word.isalpha():
            if _is_known(word) or _is_known(word.removesuffix("s")) or meant_by(word):
                continue
            frequent = sorted(_words("frequent_words.txt").intersection(_slips(word)))
            if len(frequent) == 1:
                found[word] = frequent[0]
    return found


def _is_known(word: str) -> bool:
    return word in lexicon.common_words() or word in _words("near_words.txt")


def _slips(word: str) -> Iterator[str]:
    """Yield what one slip makes of a word: a letter more, less or another, two neighbours swapped."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        yield left + right[1:]
        yield left + right[1:2] + right[:1] + right[2:]
        for letter in ascii_lowercase:
            yield left + letter + right
            yield left + letter + right[1:]
