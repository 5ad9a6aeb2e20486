"""Words that are misspelled for sure, from `data/misspellings.txt`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from copydesk.document import Document
from copydesk.language.lists.lexicon import SortedLines
from copydesk.model.prose import Span, once_a_draft

_SHORTEST = 5
"""Letters of the shortest word that is listed."""


@cache
def _lines() -> SortedLines:
    path = os.path.join(os.path.dirname(__file__), os.pardir, "data", "misspellings.txt")
    return SortedLines(path, end=b" ")


_looked_up: set[str] = set()
_found: set[str] = set()
"""Words that drafts had before, and those of them that are listed."""

_MOST_KEPT = 100_000


def meant_by(word: str) -> tuple[str, ...]:
    """Return what a misspelling in lower case may mean, the likeliest first; nothing for other words."""
    line = _lines().line(word) if len(word) >= _SHORTEST else None
    return tuple(line.partition(" ")[2].split("/")) if line else ()


@once_a_draft
def find_misspellings(document: Document) -> list[Span]:
    """Return where the misspellings stand, quotations and names included, in the order of the text.

    Before a possessive 's and between hyphens they are found as well: `the goverment’s`, `well-recieved`.
    """
    words, vocabulary, parts = document.words, document.words.vocabulary, document.words.parts
    listed = _listed_among({*vocabulary, *parts})
    indices = {index for word in listed for index in (*vocabulary.get(word, ()), *parts.get(word, ()))}
    return sorted(
        Span(words.starts[index] + at, words.starts[index] + at + len(part))
        for index in indices
        for at, part in _parts(words.lowers[index])
        if part in listed
    )


def _listed_among(words: set[str]) -> set[str]:
    """Return the words that are listed. Each is looked up in the first draft that has it."""
    new = words - _looked_up
    if len(_looked_up) + len(new) > _MOST_KEPT:
        _looked_up.clear()
    _found.update(filter(meant_by, new))
    _looked_up.update(new)
    return words & _found


def _parts(form: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a compound without a possessive ending, each with the offset at which it begins."""
    at = 0
    for part in form.split("-"):
        yield at, part.removesuffix("'s")
        at += len(part) + 1
