"""Which of many texts are like each other, in time and memory linear in their number.

It knows texts and nothing of drafts or rules: the rule across drafts and `copydesk duplicates` both ask it.

Every three words in a row are a run, every run has a number, and the least numbers of a text are its sketch.
Texts that have two numbers of their sketches in common are compared word by word. Each number leads to the
first text that has it, so a text that stands in an archive ten thousand times costs no more than others.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from zlib import crc32

from msgspec import Struct

SKETCH = 24
"""Numbers in a sketch. Of two texts that share three words in four, 98 of 100 pairs share two numbers."""

SHARED = 2
"""Numbers that two sketches must share. One is often chance: a common turn of phrase."""

MOST_CANDIDATES = 3
"""How many earlier texts one text is compared with."""

LARGEST_TABLE = 25_000_000
"""Words of one text times words of the other beyond which they are judged by their runs alone."""

_PARTS = 256
_NUMBER = 0xFFFFFFFF


class Pair(Struct, frozen=True):
    """Two like texts, by their indices, and the share of words that both have in one order, 0 to 1."""

    later: int
    earlier: int
    similarity: float


class Cluster(Struct, frozen=True):
    """Texts that are alike.

    members     their indices, ascending
    similarity  how like the least like of them is to the one that it was compared with
    """

    members: list[int]
    similarity: float


def find_clusters(texts: Sequence[str], similarity: float) -> list[Cluster]:
    """The clusters of like texts, those with the most members first, then in the order of the texts.

    texts       folded: words parted by single spaces
    similarity  the share of words that two texts must have in common, 0 to 1
    """
    parent: dict[int, int] = {}
    least: dict[int, float] = {}

    def root(index: int) -> int:
        while (up := parent.setdefault(index, index)) != index:
            parent[index] = index = parent[up]
        return index

    for pair in find_pairs(texts, similarity):
        one, other = sorted((root(pair.later), root(pair.earlier)))
        least[one] = min(pair.similarity, least.get(one, 1.0), least.pop(other, 1.0))
        parent[other] = one
    members: dict[int, list[int]] = {}
    for index in sorted(parent):
        members.setdefault(root(index), []).append(index)
    clusters = [Cluster(found, least[first]) for first, found in members.items()]
    return sorted(clusters, key=lambda cluster: (-len(cluster.members), cluster.members))


def find_pairs(texts: Sequence[str], similarity: float) -> Iterator[Pair]:
    """Each text that is like earlier ones, with those most like it; copies with their first occurrence only.

    Verbatim copies come first, then the others in the order of the texts.
    """
    first: dict[str, int] = {}
    sketches = _Sketches()
    for index, text in enumerate(texts):
        earlier = first.setdefault(text, index)
        if earlier == index:
            sketches.add(index, text)
        else:
            yield Pair(index, earlier, 1.0)
    del first
    for later, others in sketches.candidates():
        for earlier in others:
            alike = measure(texts[later], texts[earlier], similarity)
            if alike >= similarity:
                yield Pair(later, earlier, alike)


def measure(one: str, other: str, least: float = 0.0) -> float:
    """The share of words that two folded texts have in common, in one order; 0 where it is below `least`."""
    words, others = one.split(" "), other.split(" ")
    longest = 2 * min(len(words), len(others)) / (len(words) + len(others))
    if longest < least:
        return 0.0
    if len(words) * len(others) > LARGEST_TABLE:
        return _by_runs(words, others)
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(words, others, score_cutoff=least)


def _by_runs(words: list[str], others: list[str]) -> float:
    """The share of words in common, guessed from the share of runs: a changed word changes three."""
    runs, other_runs = (set(zip(w, w[1:], w[2:], strict=False)) for w in (words, others))
    shared = 2 * len(runs & other_runs) / (len(runs) + len(other_runs))
    return float(shared ** (1 / 3))


class _Sketches:
    """The sketches of many texts, in arrays: objects would take ten times the memory."""

    def __init__(self) -> None:
        self._parts = [array("Q") for _ in range(_PARTS)]

    def add(self, index: int, text: str) -> None:
        """Put the sketch of a text among the others."""
        words = [*map(crc32, text.encode("utf-8", "surrogatepass").split(b" "))]
        # The hash of a row of integers, unlike that of strings, is the same in every process.
        runs = set(map(hash, zip(words, words[1:], words[2:], strict=False)))
        parts, high = self._parts, index << 32
        for run in sorted(runs)[:SKETCH]:
            number = run & _NUMBER
            parts[number % _PARTS].append(high | number)

    def candidates(self) -> Iterator[tuple[int, list[int]]]:
        """For each text whose sketch is like those of earlier texts, these, the most like first."""
        for later, pairs in groupby(sorted(self._shared()), key=lambda pair: pair >> 32):
            counted = [(-len([*same]), pair & _NUMBER) for pair, same in groupby(pairs)]
            others = [other for count, other in sorted(counted)[:MOST_CANDIDATES] if -count >= SHARED]
            if others:
                yield later, others

    def _shared(self) -> Iterable[int]:
        """For each number that an earlier text had first, the two texts: the later one in the high bits."""
        shared = array("Q")
        while self._parts:
            first: dict[int, int] = {}
            for entry in self._parts.pop():
                index = entry >> 32
                earlier = first.setdefault(entry & _NUMBER, index)
                if earlier != index:
                    shared.append(index << 32 | earlier)
        return shared
