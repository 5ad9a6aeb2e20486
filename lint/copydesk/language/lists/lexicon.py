"""Word lists that come with copydesk, opened on first use. `data/README.md` names source and licence."""

from __future__ import annotations

import os
from functools import cache

_DATA = os.path.join(os.path.dirname(__file__), "data")


class SortedLines:
    """A file of sorted lines, each of a word of its own, searched where it lies.

    To take twenty thousand lines apart costs more than everything else that is done for one draft, and a
    draft asks for a few hundred.

    end  the byte that ends the word of a line
    """

    _WINDOW = 1_000

    def __init__(self, path: str, end: bytes = b"\n") -> None:
        with open(path, "rb") as file:
            self._lines = b"\n" + file.read()
        self._end = end

    def line(self, word: str) -> str | None:
        """Return the line of a word; None where there is none."""
        lines, end, sought = self._lines, self._end, word.encode("utf-8", "surrogatepass")
        low, high = 0, len(lines)
        while high - low > self._WINDOW:
            at = lines.index(b"\n", (low + high) // 2)
            if lines[at + 1 : lines.find(end, at + 1)] <= sought:
                low = at
            else:
                high = at + 1
        at = lines.find(b"\n" + sought + end, low, high)
        return None if at < 0 else lines[at + 1 : lines.find(b"\n", at + 1)].decode("utf-8")

    def words(self) -> frozenset[str]:
        """Return the words of all lines."""
        lines, end = self._lines[1:].decode("utf-8").splitlines(), self._end.decode()
        return frozenset(lines if end == "\n" else (line.partition(end)[0] for line in lines))


class WordList:
    """A sorted list of words, one a line, of which a set is made where it pays: an archive asks for all."""

    _PATIENCE = 600

    def __init__(self, name: str) -> None:
        self._lines = SortedLines(os.path.join(_DATA, name))
        self._asked: dict[str, bool] = {}
        self._words: frozenset[str] = frozenset()

    def __contains__(self, word: str) -> bool:
        if self._words:
            return word in self._words
        known = self._asked.get(word)
        if known is None:
            known = self._asked[word] = self._lines.line(word) is not None
            if len(self._asked) > self._PATIENCE:
                self._words = self._lines.words()
        return known


@cache
def given_names() -> WordList:
    """Given names of many countries, capitalised."""
    return WordList("given_names.txt")


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
    return WordList("surnames.txt")


@cache
def places() -> WordList:
    """Countries, their capitals, the states of the U.S., and large cities."""
    return WordList("places.txt")


@cache
def common_words() -> WordList:
    """Return the forty thousand most common English words, lower case, inflected forms included."""
    return WordList("common_words.txt")


@cache
def public_figures() -> WordList:
    """Return the names of people whom news copy need not introduce: Putin, de Gaulle, Madonna."""
    return WordList("public_figures.txt")
