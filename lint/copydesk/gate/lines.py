"""New lines of a text, against an earlier version."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from copydesk.model.source import line_spans

Pair = tuple[int, int]
"""The indexes of a line in the old text and in the new one."""


def changed_lines(old: str, new: str) -> frozenset[int]:
    """Return the numbers, from 1, of lines that an older text lacks; line ends are ignored.

    A line that was moved is changed. Lines that stand in both texts once are matched first, what lies between
    them afterwards, so the work grows with the texts, whatever stands in them.
    """
    before, after = _lines(old), _lines(new)
    changed = set(range(1, len(after) + 1))
    first_old = first_new = 0
    for old_index, new_index in [*_rising(_unique(before, after)), (len(before), len(after))]:
        kept = _kept(before[first_old:old_index], after[first_new:new_index])
        changed.difference_update(first_new + index + 1 for index in kept)
        changed.discard(new_index + 1)
        first_old, first_new = old_index + 1, new_index + 1
    return frozenset(changed)


def _lines(text: str) -> list[str]:
    return [text[start:end] for start, end in line_spans(text)]


def _unique(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Lines that stand in both texts, and once in each."""
    counts = Counter(before), Counter(after)
    places = {line: index for index, line in enumerate(before) if counts[0][line] == 1}
    for index, line in enumerate(after):
        if line in places and counts[1][line] == 1:
            yield places[line], index


def _kept(before: Sequence[str], after: Sequence[str]) -> Iterator[int]:
    """Yield the indexes of lines of `after` that stand in `before` in the same order."""
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and before[first] == after[first]:
        yield first
        first += 1
    last = 0
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
        yield len(after) - last
    middle = after[first : len(after) - last]
    for _, index in _rising(_in_turn(before[first : len(before) - last], middle)):
        yield first + index


def _in_turn(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Equal lines: the first for the first, the second for the second, and so on."""
    places: dict[str, list[int]] = {}
    for index in reversed(range(len(before))):
        places.setdefault(before[index], []).append(index)
    for index, line in enumerate(after):
        if places.get(line):
            yield places[line].pop(), index


def _rising(pairs: Iterable[Pair]) -> list[Pair]:
    """As many of the pairs as go up on both sides, by patience sorting, in the order of the texts."""
    tops: list[int] = []
    ends: list[int] = []
    found: list[Pair] = []
    previous: list[int] = []
    for number, pair in enumerate(pairs):
        pile = bisect_left(tops, pair[0])
        found.append(pair)
        previous.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [pair[0]]
        ends[pile : pile + 1] = [number]
    rising = []
    number = ends[-1] if ends else -1
    while number >= 0:
        rising.append(found[number])
        number = previous[number]
    return rising[::-1]
