"""Which words of a draft stand in it twice, three in a row: what has none of them needs no comparing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from copydesk.document import Document
from copydesk.model.prose import once_a_draft

RUN = 3
"""How many words in a row are a run."""

SHARED_RUNS = 0.4
"""The share of a text's three-word runs that an earlier one must have. One word changed breaks three."""


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
    """Whether one of the stretches has as many runs that stand elsewhere too as a version of it has."""
    starts = sorted(repeated_runs(document))
    return any(
        bisect_left(starts, within.stop) - bisect_left(starts, within.start)
        >= SHARED_RUNS * (len(within) - RUN + 1)
        for within in stretches
    )
