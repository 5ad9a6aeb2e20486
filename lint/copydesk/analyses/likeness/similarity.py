"""Like texts among many, found in time and memory linear in their number.

It knows texts and nothing of drafts or rules: paragraphs and quotations of one draft, the rule across drafts
and `copydesk duplicates` all ask it.

Every three words in a row are a run, every run has a number, and the least numbers of a text are its sketch,
which whoever reads the text may make: the texts themselves are looked at again only where it says so.
Texts that have two numbers of their sketches in common are compared word by word. Each number leads to the
first text that has it, so a text that stands in an archive ten thousand times costs no more than others.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, groupby, islice
from operator import eq, itemgetter
from zlib import crc32

from msgspec import Struct

SKETCH = 24
"""Numbers in a sketch. Of two texts that share three words in four, 98 of 100 pairs share two numbers."""

SHARED = 2
"""Numbers that two sketches must share. One is often chance: a common turn of phrase."""

MOST_CANDIDATES = 3
"""The most earlier texts that one text is compared with."""

LARGEST_TABLE = 25_000_000
"""Words of one text times words of the other beyond which they are judged by their runs alone."""

_PARTS, _MANY = 64, 10_000
"""The parts of an index of many texts, so that it is not all in memory twice while it is read."""

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


def sketch(text: str) -> bytes:
    """Return the sketch of a folded text.

    A sketch has up to SKETCH numbers of four bytes each, the same in every process.
    """
    words = [*map(crc32, text.encode("utf-8", "surrogatepass").split(b" "))]
    # The hash of a row of integers, unlike that of strings, is the same in every process.
    runs = set(map(hash, zip(words, words[1:], words[2:], strict=False)))
    return array("I", [run & _NUMBER for run in sorted(runs)[:SKETCH]]).tobytes()


def find_clusters(
    texts: Sequence[str], similarity: float, sketches: Iterable[bytes] | None = None
) -> list[Cluster]:
    """Return the clusters of like texts, those with the most members first, then in the order of the texts.

    texts       folded: words parted by single spaces
    similarity  the share of words that two texts must have in common, 0 to 1
    sketches    that of each text, where they were made already
    """
    parent: dict[int, int] = {}
    least: dict[int, float] = {}

    def root(index: int) -> int:
        while (up := parent.setdefault(index, index)) != index:
            parent[index] = index = parent[up]
        return index

    for pair in find_pairs(texts, similarity, sketches):
        one, other = sorted((root(pair.later), root(pair.earlier)))
        least[one] = min(pair.similarity, least.get(one, 1.0), least.pop(other, 1.0))
        parent[other] = one
    members: dict[int, list[int]] = {}
    for index in sorted(parent):
        members.setdefault(root(index), []).append(index)
    clusters = [Cluster(found, least[first]) for first, found in members.items()]
    return sorted(clusters, key=lambda cluster: (-len(cluster.members), cluster.members))


def find_pairs(
    texts: Sequence[str], similarity: float, sketches: Iterable[bytes] | None = None
) -> Iterator[Pair]:
    """Yield each text that is like earlier ones, with those most like it.

    Copies with their first occurrence only.

    Verbatim copies come first, then the others in the order of the texts.
    """
    first: dict[str, int] = {}
    for index, text in enumerate(texts):
        earlier = first.setdefault(text, index)
        if earlier != index:
            yield Pair(index, earlier, 1.0)
    del first
    for later, others in candidates(texts, sketches):
        for earlier in others:
            alike = measure(texts[later], texts[earlier], similarity)
            if alike >= similarity:
                yield Pair(later, earlier, alike)


def candidates(
    texts: Sequence[str], sketches: Iterable[bytes] | None = None, share: float = 0.0
) -> Iterator[tuple[int, list[int]]]:
    """Yield each text that may be like earlier ones, with these, the likeliest first.

    Verbatim copies are left out.

    texts     folded: words parted by single spaces. The answer names them by their indices
    sketches  that of each text, where they were made already
    share     the share of its runs that an earlier text must have, 0 to 1
    """
    seen: set[str] = set()
    numbers = _SketchIndex(_PARTS if len(texts) >= _MANY else 1)
    made = map(sketch, texts) if sketches is None else sketches
    for index, (text, one) in enumerate(zip(texts, made, strict=True)):
        if text not in seen:
            seen.add(text)
            numbers.add(index, one)
    del seen
    for later, others in numbers.candidates():
        if share:
            runs = _runs(texts[later].split(" "))
            least = share * len(runs)
            others = [one for one in others if len(runs & _runs(texts[one].split(" "))) >= least]
        if others:
            yield later, others


def find_nearest(texts: Sequence[str], share: float) -> Iterator[tuple[int, int]]:
    """Yield each text that may be like earlier ones, with the one of them that has most words in common.

    texts  folded: words parted by single spaces. The answer names them by their indices
    share  the share of its runs that an earlier text must have, 0 to 1
    """
    if len(texts) < 2:
        return
    for later, others in candidates(texts, share=share):
        yield later, max(others, key=lambda other: measure(texts[later], texts[other]))


def measure(one: str, other: str, least: float = 0.0) -> float:
    """Return the share of words, 0 to 1, that two folded texts have in common in one order.

    Whatever asks how like two texts are asks here. A share below `least` is 0.
    """
    return measure_words(one.split(" "), other.split(" "), least)


def measure_words(words: Sequence[str], others: Sequence[str], least: float = 0.0) -> float:
    """Return the same of two texts that are parted into words already."""
    if not (words or others):
        return 1.0
    longest = 2 * min(len(words), len(others)) / (len(words) + len(others))
    if longest < least:
        return 0.0
    if len(words) * len(others) > LARGEST_TABLE:
        return _by_runs(words, others)
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(words, others, score_cutoff=least)


class Mismatch(Struct, frozen=True):
    """A stretch in which two items differ, as ranges of their words; one of the two may be empty."""

    old: range
    new: range


def mismatches(olds: Sequence[str], news: Sequence[str]) -> list[Mismatch]:
    """Return where two items differ, in order. What both begin and end with is set aside first."""
    shorter = min(len(olds), len(news))
    head = next((i for i in range(shorter) if olds[i] != news[i]), shorter)
    tail = next((i for i in range(shorter - head) if olds[-1 - i] != news[-1 - i]), shorter - head)
    left, right = olds[head : len(olds) - tail], news[head : len(news) - tail]
    if not (left and right) or len(left) * len(right) > LARGEST_TABLE:
        whole = Mismatch(range(head, head + len(left)), range(head, head + len(right)))
        return [whole] if left or right else []
    from rapidfuzz.distance import Indel

    found, i, j = [], 0, 0
    for code in Indel.opcodes(left, right):
        if code.tag != "equal":
            continue
        if i < code.src_start or j < code.dest_start:
            found.append(
                Mismatch(range(head + i, head + code.src_start), range(head + j, head + code.dest_start))
            )
        i, j = code.src_end, code.dest_end
    if i < len(left) or j < len(right):
        found.append(Mismatch(range(head + i, head + len(left)), range(head + j, head + len(right))))
    return found


def _by_runs(words: Sequence[str], others: Sequence[str]) -> float:
    """Return the share of words in common, guessed from the share of runs: a changed word changes three."""
    runs, other_runs = _runs(words), _runs(others)
    shared = 2 * len(runs & other_runs) / (len(runs) + len(other_runs))
    return float(shared ** (1 / 3))


def _runs(words: Sequence[str]) -> set[tuple[str, str, str]]:
    """Return every three words in a row."""
    return set(zip(words, words[1:], words[2:], strict=False))


class _SketchIndex:
    """The sketches of many texts, in arrays: objects would take ten times the memory."""

    def __init__(self, parts: int) -> None:
        self._parts = [(array("I"), array("I")) for _ in range(parts)]
        """Numbers and, beside each, the text that has it: like numbers are in one part."""

    def add(self, index: int, sketch: bytes) -> None:
        """Put the sketch of a text among the others."""
        parts = self._parts
        for number in array("I", sketch):
            numbers, owners = parts[number % len(parts)]
            numbers.append(number)
            owners.append(index)

    def candidates(self) -> Iterator[tuple[int, list[int]]]:
        """Yield each text whose sketch is like those of earlier texts, with these, the most like first."""
        pairs = sorted(self._shared())
        often = Counter(compress(pairs, map(eq, pairs, islice(pairs, SHARED - 1, None))))
        del pairs
        found = sorted((pair >> 32, -count, pair & _NUMBER) for pair, count in often.items())
        for later, others in groupby(found, key=itemgetter(0)):
            yield later, [earlier for _, _, earlier in islice(others, MOST_CANDIDATES)]

    def _shared(self) -> Iterable[int]:
        """Return the two texts of each number that both have, the later one in the high bits."""
        shared = array("Q")
        while self._parts:
            numbers, owners = self._parts.pop()
            firsts: dict[int, int] = {}
            pairs = zip(owners, map(firsts.setdefault, numbers, owners), strict=True)
            shared.extend([later << 32 | earlier for later, earlier in pairs if later != earlier])
        return shared
