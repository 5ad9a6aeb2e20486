"""Words that are misspelled for sure, from `data/misspellings.txt`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from copydesk.document import Document
from copydesk.language.lists.lexicon import WordList
from copydesk.model.prose import Span, once_a_draft

_SHORTEST = 5
"""Letters of the shortest word that is listed."""


@cache
def _listed() -> WordList:
    """Return the misspellings, each with what may be meant on its line, parted by `/`."""
    path = os.path.join(os.path.dirname(__file__), os.pardir, "data", "misspellings.txt")
    return WordList(path, end=b" ")


def meant_by(word: str) -> tuple[str, ...]:
    """Return what a misspelling in lower case may mean, the likeliest first; nothing for other words."""
    line = _listed().line(word)
    return tuple(line.partition(" ")[2].split("/")) if line else ()


@once_a_draft
def find_misspellings(document: Document) -> list[Span]:
    """Return where the misspellings stand, quotations and names included, in the order of the text.

    Before a possessive 's and between hyphens they are found as well: `the goverment’s`, `well-recieved`.
    """
    words, vocabulary = document.words, document.words.vocabulary
    compounds = [form for form in vocabulary if not form.isalnum()]
    parts = {part for form in compounds for _, part in _parts(form)}
    listed = _listed().among({word for word in vocabulary.keys() | parts if len(word) >= _SHORTEST})
    if not listed:
        return []
    found = [
        Span(words.starts[index], words.starts[index] + len(form))
        for form in listed & vocabulary.keys()
        for index in vocabulary[form]
    ]
    for form in compounds:
        for at, part in _parts(form):
            if part in listed:
                starts = (words.starts[index] + at for index in vocabulary[form])
                found += [Span(start, start + len(part)) for start in starts]
    return sorted(found)


def _parts(form: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a compound without a possessive ending, each with the offset at which it begins."""
    at = 0
    for part in form.split("-"):
        yield at, part.removesuffix("'s")
        at += len(part) + 1
