"""British and American spellings, from `data/dialects.txt`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct


class DialectPair(Struct, frozen=True, order=True):
    """A word of two spellings.

    british, american   the two
    proves_british      whether the British one is hardly ever seen in American copy
    proves_american     whether the American one is hardly ever seen in British copy
    american_is_shared  whether the American one is a British word too, of another meaning: program, license
    is_common           whether both are spellings of any English: adviser, advisor
    """

    british: str
    american: str
    proves_british: bool = False
    proves_american: bool = False
    american_is_shared: bool = False
    is_common: bool = False

    @property
    def lemma(self) -> str:
        """The common stem of the forms of one word: organise, organised and organisation."""
        return re.sub(r"(?:ations?|ing|e[drs]?|ers|s)$", "", self.british)


PERCENT = DialectPair("per cent", "percent")
ONE_WAY = frozenset({"whilst", "amongst", "learnt", "dreamt", "spelt", "spoilt", "licence", "licences"})
"""British words whose other spelling stands in British copy as well: only these are ever reported."""


@cache
def _columns() -> list[str]:
    """Return the cells of the list, row after row of three."""
    path = os.path.join(os.path.dirname(__file__), os.pardir, "data", "dialects.txt")
    with open(path, encoding="utf-8") as file:
        text = file.read()
    return text[text.rindex("#") :].partition("\n")[2].split()


class _DialectTable:
    """The list, taken apart no further than what a draft asks for: pairs are made one by one."""

    def __init__(self) -> None:
        self._british, self._american, self._marks = (_columns()[column::3] for column in range(3))
        numbers = range(len(self._british))
        self.british = dict(zip(self._british, numbers, strict=True))
        self.american = dict(zip(self._american, numbers, strict=True))

    def pair(self, row: int) -> DialectPair:
        """Return the pair in a row."""
        marks = self._marks[row]
        return DialectPair(
            self._british[row], self._american[row], "b" in marks, "a" in marks, "w" in marks, "n" in marks
        )


_table = cache(_DialectTable)


@cache
def _british() -> frozenset[str]:
    return frozenset(_columns()[::3])


def holds_british(vocabulary: Mapping[str, object]) -> bool:
    """Whether any word of a draft may be British: in most American copy there is none."""
    return "cent" in vocabulary or not _british().isdisjoint(vocabulary)


def find_pairs(vocabulary: Mapping[str, object]) -> set[DialectPair]:
    """Return the pairs that the words of a draft belong to."""
    table = _table()
    found = {
        table.pair(rows[word])
        for rows in (table.british, table.american)
        for word in vocabulary.keys() & rows.keys()
    }
    if "cent" in vocabulary and "percent" in vocabulary:
        found.add(PERCENT)
    return found
