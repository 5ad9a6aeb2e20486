"""Word lists that come with copydesk, opened on first use. `data/README.md` names source and licence."""

from __future__ import annotations

import os
from bisect import bisect_right
from collections.abc import Set
from functools import cache, cached_property
from mmap import ACCESS_READ, mmap

_DATA = os.path.join(os.path.dirname(__file__), "data")


class WordList:
    """A file of sorted lines, each of a word of its own, searched where it lies until a set of them pays.

    A set of twenty thousand words costs more than everything else that is done for one draft, and a draft
    asks for a few hundred; an archive asks for all.

    end  what ends the word of a line
    """

    _PATIENCE = 600
    _BLOCK = 1_000
    """Bytes of a block of lines, which is searched as a whole; a line is shorter."""

    def __init__(self, path: str, end: bytes = b"\n") -> None:
        with open(path, "rb", buffering=0) as file:
            self._lines = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._end = end
        self._asked: dict[str, bool] = {}
        self._words: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        if self._words:
            return word in self._words
        known = self._asked.get(word)
        if known is None:
            known = self._asked[word] = self.line(word) is not None
            if len(self._asked) > self._PATIENCE:
                lines, end = self._lines[:].decode("utf-8").splitlines(keepends=True), self._end.decode()
                self._words = frozenset(line.partition(end)[0] for line in lines)
        return known

    def among(self, words: Set[str]) -> Set[str]:
        """Return those of some words that are in the list."""
        return self._words & words if self._words else {word for word in words if word in self}

    def line(self, word: str) -> str | None:
        """Return the line of a word; None where there is none."""
        lines, sought = self._lines, word.encode("utf-8", "surrogatepass")
        first, starts = self._blocks
        block = bisect_right(first, sought) - 1
        if block < 0:
            return None
        at = starts[block]
        if first[block] != sought:
            at = lines.find(b"\n" + sought + self._end, at, starts[block + 1]) + 1
            if not at:
                return None
        return lines[at : lines.find(b"\n", at)].decode("utf-8")

    @cached_property
    def _blocks(self) -> tuple[list[bytes], list[int]]:
        """The first word of each block of lines; where each block begins, and where the last one ends."""
        lines, end, size = self._lines, self._end, self._BLOCK
        starts = [0, *(lines.find(b"\n", at) + 1 for at in range(size, len(lines) - size, size))]
        return [lines[start : lines.find(end, start)] for start in starts], [*starts, len(lines)]


def _word_list(name: str) -> WordList:
    return WordList(os.path.join(_DATA, name))


@cache
def given_names() -> WordList:
    """Given names of many countries, capitalised."""
    return _word_list("given_names.txt")


@cache
def given_name_spellings() -> dict[str, int]:
    """Given names that have several spellings, lower case, each with the number of its name: alan, allen."""
    return _groups("given_name_spellings.txt")


@cache
def given_name_short_forms() -> dict[str, int]:
    """Given names and their short forms, lower case, each with the number of its name: alexander, alex."""
    return _groups("given_name_short_forms.txt")


@cache
def transliterations() -> dict[str, int]:
    """Names that have several spellings in English, lower case, each with the number of its name."""
    return _groups("transliterations.txt")


def _groups(name: str) -> dict[str, int]:
    with open(os.path.join(_DATA, name), encoding="utf-8") as file:
        lines = file.read().splitlines()
    return {
        word: number for number, line in enumerate(lines) if not line.startswith("#") for word in line.split()
    }


@cache
def surnames() -> WordList:
    """Frequent surnames of many countries, capitalised."""
    return _word_list("surnames.txt")


@cache
def places() -> WordList:
    """Countries, their capitals, the states of the U.S., and large cities."""
    return _word_list("places.txt")


@cache
def common_words() -> WordList:
    """Return the forty thousand most common English words, lower case, inflected forms included."""
    return _word_list("common_words.txt")


@cache
def public_figures() -> WordList:
    """Return the names of people whom news copy need not introduce: Putin, de Gaulle, Madonna."""
    return _word_list("public_figures.txt")
