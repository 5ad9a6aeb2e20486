"""Words that are misspelled for sure, from `data/misspellings.txt`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from copydesk.document import Document
from copydesk.model.prose import Span, once_a_draft


@cache
def _listed() -> dict[str, str]:
    """Return the misspellings, each with what may be meant, parted by `/`."""
    path = os.path.join(os.path.dirname(__file__), os.pardir, "data", "misspellings.txt")
    with open(path, encoding="utf-8") as file:
        columns = file.read().split()
    return dict(zip(columns[::2], columns[1::2], strict=True))


def meant_by(word: str) -> tuple[str, ...]:
    """Return what a misspelling in lower case may mean, the likeliest first; nothing for other words."""
    return tuple(filter(None, _listed().get(word, "").split("/")))


@once_a_draft
def find_misspellings(document: Document) -> list[Span]:
    """Return where the misspellings stand, quotations and names included, in the order of the text.

    Before a possessive 's and between hyphens they are found as well: `the goverment’s`, `well-recieved`.
    """
    words, listed = document.words, _listed()
    found = [
        Span(words.starts[index], words.starts[index] + len(form))
        for form in words.vocabulary.keys() & listed.keys()
        for index in words.vocabulary[form]
    ]
    for form in words.vocabulary:
        if not form.isalnum():
            for at, part in _parts(form):
                if part in listed:
                    starts = (words.starts[index] + at for index in words.vocabulary[form])
                    found += [Span(start, start + len(part)) for start in starts]
    return sorted(found)


def _parts(form: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a compound without a possessive ending, each with the offset at which it begins."""
    at = 0
    for part in form.split("-"):
        yield at, part.removesuffix("'s")
        at += len(part) + 1
