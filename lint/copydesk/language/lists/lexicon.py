"""Word lists that come with copydesk, opened on first use. `data/README.md` names source and licence."""

from __future__ import annotations

import os
from collections.abc import Set
from functools import cache
from mmap import ACCESS_READ, mmap

_DATA = os.path.join(os.path.dirname(__file__), "data")


class WordList:
    """A file of sorted lines, each of a word of its own, searched where it lies until a set of them pays.

    A set of twenty thousand words costs more than everything else that is done for one draft, and a draft
    asks for a few hundred; an archive asks for all.

    end  what ends the word of a line
    """

    _PATIENCE = 600
    _WINDOW = 1_000

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
        return self._words.intersection(words) if self._words else {word for word in words if word in self}

    def line(self, word: str) -> str | None:
        """Return the line of a word; None where there is none."""
        lines, end, sought = self._lines, self._end, word.encode("utf-8", "surrogatepass")
        low, high = 0, len(lines)
        while high - low > self._WINDOW:
            middle = (low + high) // 2
            at = lines.find(b"\n", middle)
            if b"" < lines[at + 1 : lines.find(end, at + 1)] <= sought:
                low = at
            else:
                high = middle
        at = lines.find(b"\n" + sought + end, low, high + len(sought) + 2) + 1
        if lines[at : at + len(sought) + 1] != sought + end:
            return None
        return lines[at : lines.find(b"\n", at)].decode("utf-8")


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


def _groups(name: str) -> dict[str, int]:
    with open(os.path.join(_DATA, name), encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    return {word: number for number, line in enumerate(lines) for word in line.split()}


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
