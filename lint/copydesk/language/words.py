"""The words of a text."""

from __future__ import annotations

import re
from typing import NamedTuple

from copydesk.document import Span

# A combining mark belongs to the letter before it, and is no \w of its own.
_LETTERS = r"\w[\w\u0300-\u036f]*+"
_WORD = re.compile(rf"{_LETTERS}(?:['-]{_LETTERS})*+")


class Word(NamedTuple):
    """A word: where it stands, and its lower-case form with straight apostrophes and hyphens."""

    start: int
    end: int
    lower: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


def find_words(text: str) -> list[Word]:
    """Every word of a text, in order. Offsets are code points.

    Letters, digits and combining marks, joined by apostrophes and hyphens: `don’t`, `anti-tank` and
    `1,000` are one word, one word and two. A mark at either end (`’em`, `dogs’`) is not part of the word.
    """
    # What `Word(...)` comes down to, without a call in Python for every word of a draft.
    new = tuple.__new__
    return [new(Word, (match.start(), match.end(), match[0])) for match in _WORD.finditer(_folded(text))]


def _folded(text: str) -> str:
    """The text in lower case, with one apostrophe and one hyphen, every character at its place."""
    # İ is the one letter whose lower case is two code points.
    lower = text.replace("İ", "i").lower()
    return lower.replace("’", "'").replace("‐", "-").replace("‑", "-")
