"""The words of a text."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, count, filterfalse
from operator import add, itemgetter
from typing import overload

from msgspec import Struct

from copydesk.model.prose import OBJECT, Span, composed

_OF_WORDS = bytes(
    ord(sign.lower()) if sign.isalnum() or sign in "_'-" else ord(" ") for sign in map(chr, range(256))
)
"""Each character of Latin-1 in lower case; a space for one that no word has."""

# A combining mark belongs to the letter before it, and is no \w of its own.
_LETTER = r"\w\u0300-\u036f"
_OF_NO_WORD = rf"[^{_LETTER} '-]"
_MARKS_ALONE = rf"[\u0300-\u036f](?<![{_LETTER}].)[\u0300-\u036f]*"
_AT_AN_END = re.compile(r"['-](?:(?<![^ '-].)|(?![^ '-]))")
"""An apostrophe or a hyphen that joins no two words."""

_IN_WORD = r"(?<=[^\W\d_])‘(?=[^\W\d_])"
"""A mark between two letters is one of the word's: Hawai‘i."""
_SPACE = re.compile(r"\s")

# İ is the one letter whose lower case is two code points.
_PLAIN = {"İ": "i", "‐": "-", "‑": "-", **dict.fromkeys(f"“”‘—–…\u00a0{OBJECT}", " ")}

SPACES = " \u00a0"
MARKS = SPACES + ',;:—–-"“‘('
"""What may stand between a name and the words that introduce it: `her son, Lou`."""

LONG = 500_000
"""Characters of a draft that is read in pieces."""


class Word(Struct, frozen=True, gc=False):
    """A word: where it stands, and its lower-case form with straight apostrophes and hyphens."""

    start: int
    end: int
    lower: str

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


class Words(Sequence[Word]):
    """The words of a text, in order. A `Word` is made when it is asked for, because most never are.

    lowers  the lower-case forms; each is as long as the word in the text
    starts  where the words begin
    """

    def __init__(self, lowers: list[str], starts: Sequence[int]) -> None:
        self.lowers = lowers
        self.starts = starts

    def __len__(self) -> int:
        return len(self.lowers)

    @overload
    def __getitem__(self, index: int) -> Word: ...
    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...
    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            return list(map(_word, self.starts[index], self.lowers[index]))
        start, lower = self.starts[index], self.lowers[index]
        return Word(start, start + len(lower), lower)

    def __iter__(self) -> Iterator[Word]:
        return map(_word, self.starts, self.lowers)

    @cached_property
    def vocabulary(self) -> dict[str, list[int]]:
        """Every lower-case form, with the indices of the words that have it."""
        found: dict[str, list[int]] = {}
        for index, lower in enumerate(self.lowers):
            if lower in found:
                found[lower].append(index)
            else:
                found[lower] = [index]
        return found

    @cached_property
    def hyphenated(self) -> list[str]:
        """The lower-case forms that have a hyphen, in the order in which they first stand."""
        return [lower for lower in self.vocabulary if "-" in lower]

    @cached_property
    def accented(self) -> list[str]:
        """The lower-case forms with a letter beyond ASCII, in the order in which they first stand."""
        vocabulary = self.vocabulary
        return [] if "".join(vocabulary).isascii() else [low for low in vocabulary if not low.isascii()]

    @cached_property
    def parts(self) -> dict[str, list[int]]:
        """The parts of the words with hyphens or apostrophes, each with the indices of those words.

        Example: `country's` and `cross-country` are found under `country`.
        """
        found: dict[str, list[int]] = defaultdict(list)
        for word in filterfalse(str.isalnum, self.vocabulary):
            if "-" in word or "'" in word:
                for part in word.replace("'", "-").split("-"):
                    found[part] += self.vocabulary[word]
        return dict(found)

    def doubled(self, length: int) -> Iterator[int]:
        """Yield the index of each word from which `length` words stand twice in a row.

        Whatever stands between the words makes no difference.
        """
        lowers, initials = self.lowers, self._initials
        unlike, row = _xor(initials[:-length], initials[length:]), b"\0" * length
        at = unlike.find(row)
        while at >= 0:
            second = at + length
            if lowers[at] == lowers[second] and lowers[at:second] == lowers[second : second + length]:
                yield at
            at = unlike.find(row, at + 1)

    @cached_property
    def _initials(self) -> bytes:
        """The first letter of each word in one byte: most words that differ differ in it."""
        return "".join(map(itemgetter(0), self.lowers)).encode("latin-1", "replace")

    def between(self, start: int, end: int) -> range:
        """Return the indices of the words that begin at an offset or after it, and before another."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))


class Cursor(Struct, frozen=True, gc=False):
    """A word of a text with the words around it: made where a rule asks what stands beside a word.

    Before the first word and after the last one stands an empty word: its forms are "", and it is false.
    """

    words: Words
    text: str
    index: int

    def __bool__(self) -> bool:
        return 0 <= self.index < len(self.words)

    @property
    def start(self) -> int:
        """Where the word begins."""
        return self.words.starts[self.index] if self else 0 if self.index < 0 else len(self.text)

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.lower)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    @property
    def lower(self) -> str:
        """The lower-case form, with straight apostrophes and hyphens."""
        return self.words.lowers[self.index] if self else ""

    @property
    def surface(self) -> str:
        """The word as it is written."""
        return self.text[self.start : self.end]

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins with a capital."""
        return self.surface[:1].isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's, as `Roe’s` does; that of `dogs’` is no part of the word."""
        return self.lower.endswith("'s")

    @property
    def stem(self) -> str:
        """The lower-case form without a possessive 's."""
        return self.lower.removesuffix("'s")

    @property
    def common(self) -> str:
        """The word if it is in lower case, without what an apostrophe adds (`who` of `who’s`); else ""."""
        word = self.surface.partition("’")[0].partition("'")[0]
        return word if word.islower() else ""

    @property
    def gap(self) -> str:
        """The text between this word and the next one, or the end of the text."""
        return self.text[self.end : self.next.start]

    @property
    def next(self) -> Cursor:
        """The next word; it may stand in another block, and `gap` has a line break then."""
        return Cursor(self.words, self.text, min(self.index + 1, len(self.words)))

    @property
    def previous(self) -> Cursor:
        """The word before; the `gap` between is its own."""
        return Cursor(self.words, self.text, max(self.index - 1, -1))


def find_words(text: str) -> Words:
    """Return every word of a text, in order. Offsets are code points.

    Letters, digits and combining marks, joined by apostrophes and hyphens: `don’t`, `anti-tank` and
    `1,000` are one word, one word and two. `Hawai‘i` is one, too. A mark at either end (`’em`, `dogs’`) is
    not part of the word.
    """
    return _find(text) if len(text) <= LONG else _find_in_long(text)


def _find(text: str) -> Words:
    parts = _AT_AN_END.sub(" ", _parted(_folded(text))).split(" ")
    starts = map(add, accumulate(map(len, parts), initial=0), count())
    return Words([*filter(None, parts)], [*compress(starts, parts)])


def _find_in_long(text: str) -> Words:
    """Find the words piece by piece, each form kept once, to save memory on a book."""
    known: dict[str, str] = {}
    lowers: list[str] = []
    starts = array("I")
    at = 0
    while at < len(text):
        space = _SPACE.search(text, at + LONG)
        end = space.end() if space else len(text)
        words = _find(text[at:end])
        lowers += map(known.setdefault, words.lowers, words.lowers)
        starts.extend(map(at.__add__, words.starts))
        at = end
    return Words(lowers, starts)


def _xor(one: bytes, other: bytes) -> bytes:
    """Return for each byte of two strings of one length what tells them apart: 0 where they are the same."""
    return (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))


def _word(start: int, lower: str) -> Word:
    return Word(start, start + len(lower), lower)


def _folded(text: str) -> str:
    """Return the text with one apostrophe and one hyphen, every character at its place.

    Common marks become spaces: what is left of most drafts is Latin-1 then, which is parted faster.
    """
    folded = text.replace("’", "'")
    if not folded.isascii():
        if "‘" in folded:
            folded = re.compile(_IN_WORD).sub("'", folded)
        for sign, plain in _PLAIN.items():
            folded = folded.replace(sign, plain)
    return folded


def _parted(text: str) -> str:
    """Return the text in lower case, with a space for each character that is in no word."""
    try:
        return text.encode("latin-1").translate(_OF_WORDS).decode("latin-1")
    except UnicodeEncodeError:
        if "\n" in text:  # a letter that Latin-1 lacks slows down its own line alone
            return " ".join(map(_parted, text.split("\n")))
        parted = re.sub(_OF_NO_WORD, " ", text.lower())
        return re.sub(_MARKS_ALONE, lambda found: " " * len(found[0]), parted)


def fold(words: Words, span: Span, minimum: int = 1) -> str | None:
    """Return the words of a stretch in lower case, parted by single spaces; None for fewer than `minimum`."""
    within = words.between(span.start, span.end)
    return None if len(within) < minimum else fold_words(words, within)


def fold_words(words: Words, within: range) -> str:
    """Return words in lower case by their indices, parted by single spaces."""
    return composed(" ".join(words.lowers[within.start : within.stop]).replace("-", " "))


def is_title_case(text: str) -> bool:
    """Whether a headline or heading is set in capitals, so that they say nothing about names."""
    words = text.split()
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)
