"""Which texts are worth comparing: linear in the length of the draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

SHARED_RUNS = 0.4
"""The share of a text's three-word runs that an earlier one must have. One word changed breaks three."""

LENGTH_RATIO = 0.5
"""How short the shorter one may be: less is a sentence that was used again, not a paragraph."""

MOST_CANDIDATES = 2


def candidates(texts: Sequence[str]) -> Iterator[tuple[int, list[int]]]:
    """For each text that is like earlier ones, those most like it; verbatim copies are left out.

    texts  folded: words parted by single spaces. The answer names them by their indices

    Every three-word run leads to the first text that has it, so no pair is looked at that shares none.
    """
    seen: set[str] = set()
    first_with: dict[tuple[str, str, str], int] = {}
    for index, text in enumerate(texts):
        if text in seen:
            continue
        seen.add(text)
        words = text.split(" ")
        runs = set(zip(words, words[1:], words[2:], strict=False))
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
