"""Titles that end in a full point, or do not: Mr. and Mr, Sen. and Sen."""

from __future__ import annotations

import re

from copydesk.document import Document
from copydesk.model.prose import Span

_NAME = re.compile(r" (\w[\w.'’-]+)")
_BRANDS = frozenset(["dr martens", "dr oetker", "dr pepper", "mr kipling", "mr muscle", "mr porter"])
"""Trade names that begin like a person's and have no full point."""


def titles_before_names(document: Document, titles: tuple[str, ...]) -> list[list[Span]]:
    """The places where one of the titles, given in lower case, stands before a name.

    First those with a full point, then those without, both in the order of the text.
    """
    text, words = document.text, document.words
    dotted: list[Span] = []
    plain: list[Span] = []
    for index in (i for title in titles for i in document.words.vocabulary.get(title, ())):
        start, end = words[index].start, words[index].end
        point = text[end : end + 1] == "."
        named = _NAME.match(text, end + point)
        if not named or not named[1][0].isupper() or f"{words[index].lower} {named[1].lower()}" in _BRANDS:
            continue
        if text[start].isupper() and not text[start + 1].isupper():
            (dotted if point else plain).append(Span(start, end + point))
    return [sorted(dotted), sorted(plain)]


def with_point_of(word: str, model: str) -> str:
    """A title with a full point where `model` has one, else without."""
    return word.rstrip(".") + ("." if model.endswith(".") else "")
