"""Two sequences side by side: equal items in order, and items that are alike.

The work grows with the sequences, whatever stands in them: nothing is compared with everything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from msgspec import Struct

Pair = tuple[int, int]
"""The indexes of an item in the older sequence and in the newer one."""


class Partner(Struct, frozen=True):
    """Two items that are alike, by their indexes, and how much: 0 to 1."""

    old: int
    new: int
    likeness: float


COMMON = 12
"""A word that more items have than this leads to none of them."""

CANDIDATES = 4
"""The most items that one item is compared with because they share rare words."""


def equal_in_order(before: Sequence[str], after: Sequence[str]) -> list[Pair]:
    """Return equal items of both sequences that stand in one order, ascending.

    Items that stand in both once are matched first, what lies between them afterwards.
    """
    found: list[Pair] = []
    first_old = first_new = 0
    for old, new in [*rising(_unique(before, after)), (len(before), len(after))]:
        kept = _equal(before[first_old:old], after[first_new:new])
        found += [(first_old + one, first_new + other) for one, other in kept]
        if old < len(before):
            found.append((old, new))
        first_old, first_new = old + 1, new + 1
    return found


def find_partners(
    olds: Sequence[Sequence[str]],
    news: Sequence[Sequence[str]],
    measure: Callable[[Sequence[str], Sequence[str]], float],
    least: float,
    hints: Iterable[Pair] = (),
    least_hinted: float | None = None,
) -> list[Partner]:
    """Return pairs of items that are alike, each item in one pair at most, in the order of the older ones.

    olds, news    the words of each item
    measure       how like two items are, 0 to 1
    least         the least likeness of a pair
    hints         pairs to measure beside those that share rare words
    least_hinted  the least likeness of a pair that is hinted at; `least`, where it is not given
    """
    hinted = set(hints)
    pairs = {*hinted, *_sharing(olds, news)}
    measured = (Partner(old, new, measure(olds[old], news[new])) for old, new in pairs)
    alike = [
        partner
        for partner in measured
        if partner.likeness >= least
        or (least_hinted and partner.likeness >= least_hinted and (partner.old, partner.new) in hinted)
    ]
    found, taken_old, taken_new = [], set(), set()
    for partner in sorted(alike, key=lambda one: (-one.likeness, abs(one.old - one.new), one.old)):
        if partner.old not in taken_old and partner.new not in taken_new:
            found.append(partner)
            taken_old.add(partner.old)
            taken_new.add(partner.new)
    return sorted(found, key=lambda one: one.old)


def share_of_words(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words, 0 to 1, that two items have in common in any order."""
    total = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / total if total else 1.0


def rising(pairs: Iterable[Pair]) -> list[Pair]:
    """Return as many of the pairs as go up on both sides, in the order of the newer sequence.

    pairs  in the order of the newer sequence
    """
    tops: list[int] = []
    ends: list[int] = []
    found: list[Pair] = []
    previous: list[int] = []
    for number, pair in enumerate(pairs):  # patience sorting
        pile = bisect_left(tops, pair[0])
        found.append(pair)
        previous.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [pair[0]]
        ends[pile : pile + 1] = [number]
    upwards = []
    number = ends[-1] if ends else -1
    while number >= 0:
        upwards.append(found[number])
        number = previous[number]
    return upwards[::-1]


def _unique(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Items that stand in both sequences, and once in each."""
    counts = Counter(before), Counter(after)
    places = {item: index for index, item in enumerate(before) if counts[0][item] == 1}
    for index, item in enumerate(after):
        if item in places and counts[1][item] == 1:
            yield places[item], index


def _equal(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Yield equal items in order: those that both begin with, then those between, then those at the end."""
    shorter = min(len(before), len(after))
    first = 0
    while first < shorter and before[first] == after[first]:
        yield first, first
        first += 1
    last = 0
    while last < shorter - first and before[-1 - last] == after[-1 - last]:
        last += 1
    middle = after[first : len(after) - last]
    for old, new in rising(_in_turn(before[first : len(before) - last], middle)):
        yield first + old, first + new
    for back in range(last, 0, -1):
        yield len(before) - back, len(after) - back


def _in_turn(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Equal items: the first for the first, the second for the second, and so on."""
    places: dict[str, list[int]] = {}
    for index in reversed(range(len(before))):
        places.setdefault(before[index], []).append(index)
    for index, item in enumerate(after):
        if places.get(item):
            yield places[item].pop(), index


def _sharing(olds: Sequence[Sequence[str]], news: Sequence[Sequence[str]]) -> Iterator[Pair]:
    """Yield each older item with the few newer ones that share most rare words with it."""
    owners: dict[str, list[int]] = defaultdict(list)
    for new, words in enumerate(news):
        for word in set(words):
            owners[word].append(new)
    for old, words in enumerate(olds):
        shared: Counter[int] = Counter()
        for word in set(words):
            having = owners.get(word, ())
            if len(having) <= COMMON:
                shared.update(having)
        for new, _ in islice(
            sorted(shared.items(), key=lambda one: (-one[1], abs(one[0] - old))), CANDIDATES
        ):
            yield old, new
