"""Which texts are worth comparing: linear in the length of the draft."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from copydesk.document import Document
from copydesk.model.prose import once_a_draft

RUN = 3
"""How many words in a row are a run."""

SHARED_RUNS = 0.4
"""The share of a text's three-word runs that an earlier one must have. One word changed breaks three."""

LENGTH_RATIO = 0.5
"""How short the shorter one may be: less is a sentence that was used again, not a paragraph."""

MOST_CANDIDATES = 2


@once_a_draft
def repeated_runs(document: Document) -> AbstractSet[int]:
    """The indices of the words with which those runs begin that stand in the draft more than once."""
    lowers = [*document.words.lowers, "", ""]
    repeated = set()
    for places in document.words.vocabulary.values():
        if len(places) > 1:
            first: dict[tuple[str, str], int] = {}
            for index in places:
                earlier = first.setdefault((lowers[index + 1], lowers[index + 2]), index)
                if earlier != index:
                    repeated.add(earlier)
                    repeated.add(index)
    return repeated


def may_be_copy(within: range, repeated: AbstractSet[int]) -> bool:
    """Whether words may stand elsewhere too in this order: the first ones do, or the last ones."""
    return len(within) < RUN or within.start in repeated or within.stop - RUN in repeated


def may_have_version(document: Document, stretches: Iterable[range]) -> bool:
    """Whether one of the stretches has as many runs that stand elsewhere too as `candidates` asks for."""
    starts = sorted(repeated_runs(document))
    return any(
        bisect_left(starts, within.stop) - bisect_left(starts, within.start)
        >= SHARED_RUNS * (len(within) - RUN + 1)
        for within in stretches
    )


def candidates(texts: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """For each text that is like earlier ones, those most like it; verbatim copies are left out.

    texts  folded: words parted by single spaces. The answer names them by their indices

    Every three-word run leads to the first text that has it, so no pair is looked at that shares none.
    """
    seen: set[str] = set()
    first_with: dict[int, int] = {}
    for index, text in enumerate(texts):
        if text in seen:
            continue
        seen.add(text)
        words = text.split(" ")
        runs = set(map(hash, zip(words, words[1:], words[2:], strict=False)))
        known = first_with.keys() & runs
        if len(known) >= SHARED_RUNS * len(runs):
            shared = Counter(first_with[run] for run in known)
            best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:MOST_CANDIDATES]
            others = [other for other, _ in best if _are_of_a_size(text, texts[other])]
            if others:
                yield index, others
        first_with.update(dict.fromkeys(runs - known, index))


def _are_of_a_size(one: str, other: str) -> bool:
    shorter, longer = sorted((len(one), len(other)))
    return shorter >= LENGTH_RATIO * longer
