"""Word lists that come with copydesk, opened on first use. `data/README.md` names source and licence."""

from __future__ import annotations

import os
from bisect import bisect_left
from functools import cache

_DATA = os.path.join(os.path.dirname(__file__), "data")


class WordList:
    """A sorted list of words, one a line, searched where it lies until that no longer pays.

    Taking a list of twenty thousand words apart costs more than everything else that is done for one
    draft, and a draft asks for a few hundred. A set of them is never made: that would cost ten times as much.
    """

    _PATIENCE = 600
    _WINDOW = 1_000
    _REMEMBERED = 20_000

    def __init__(self, name: str) -> None:
        with open(os.path.join(_DATA, name), "rb") as file:
            self._lines = b"\n" + file.read()
        self._asked: dict[str, bool] = {}
        self._words: list[str] = []

    def __contains__(self, word: str) -> bool:
        known = self._asked.get(word)
        if known is None:
            if len(self._asked) >= self._REMEMBERED:
                self._asked.clear()
            known = self._asked[word] = self._is_listed(word)
        return known

    def _is_listed(self, word: str) -> bool:
        if not self._words:
            if len(self._asked) < self._PATIENCE:
                return self._find(word.encode("utf-8", "surrogatepass"))
            self._words = self._lines[1:].decode("utf-8").splitlines()
        at = bisect_left(self._words, word)
        return self._words[at : at + 1] == [word]

    def _find(self, word: bytes) -> bool:
        lines = self._lines
        low, high = 0, len(lines)
        while high - low > self._WINDOW:
            at = lines.index(b"\n", (low + high) // 2)
            if lines[at + 1 : lines.find(b"\n", at + 1)] <= word:
                low = at
            else:
                high = at + 1
        return lines.find(b"\n" + word + b"\n", low, high) >= 0


@cache
def given_names() -> WordList:
    """Given names of many countries, capitalised."""
    return WordList("given_names.txt")


@cache
def surnames() -> WordList:
    """Frequent surnames of many countries, capitalised."""
    return WordList("surnames.txt")


@cache
def places() -> WordList:
    """Countries, their capitals, the states of the U.S., and large cities."""
    return WordList("places.txt")


@cache
def common_words() -> WordList:
    """The forty thousand most common English words, lower case, inflected forms included."""
    return WordList("common_words.txt")


@cache
def public_figures() -> WordList:
    """What news copy calls the people whom it need not introduce: Putin, de Gaulle, Madonna."""
    return WordList("public_figures.txt")
