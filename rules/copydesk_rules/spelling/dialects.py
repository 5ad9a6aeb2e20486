"""British and American spellings, from `data/dialects.txt`."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

import copydesk_rules.data


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


class _DialectTable:
    """The list, taken apart no further than what a draft asks for: pairs are made one by one."""

    def __init__(self) -> None:
        path = os.path.join(os.path.dirname(copydesk_rules.data.__file__), "dialects.txt")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        columns = text[text.rindex("#") :].partition("\n")[2].split()
        self._british, self._american, self._marks = columns[::3], columns[1::3], columns[2::3]
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


def holds_british(vocabulary: Mapping[str, object]) -> bool:
    """Whether any word of a draft may be British: in most American copy there is none."""
    return "cent" in vocabulary or not vocabulary.keys().isdisjoint(_table().british.keys())


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
