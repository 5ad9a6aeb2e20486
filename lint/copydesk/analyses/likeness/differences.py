"""The likeness of two paragraphs, and the words in which they differ."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter

from msgspec import Struct

from copydesk.analyses.likeness.paragraphs import FoldedWord, folded_words
from copydesk.analyses.likeness.similarity import measure, mismatches
from copydesk.document import Document
from copydesk.model.prose import Span
from copydesk.wording import count

SAME_WORDS = 0.95
"""The share of common words from which two paragraphs have the same ones."""

LEAST_WHOLE = 0.7
"""However many sentences were put in or taken out, this much must be common to both."""

SHOWN_DIFFERENCES = 3
SHOWN_WORDS = 8


class Difference(Struct, frozen=True):
    """A stretch in which two paragraphs differ, as ranges of their words; one of the two may be empty.

    sentences  whether it is whole sentences that one paragraph has and the other has not
    """

    here: range
    there: range
    sentences: bool

    @property
    def words(self) -> int:
        """How many words differ, on both sides together."""
        return len(self.here) + len(self.there)


class Likeness(Struct, frozen=True):
    """The shares of words that two paragraphs have in common, 0 to 1.

    whole        what both have in one order
    edited       the same, without the sentences that only one of them has
    reordered    what both have in any order
    differences  in the order of the text
    """

    whole: float
    edited: float
    reordered: float
    differences: list[Difference]
    here: list[FoldedWord]
    there: list[FoldedWord]

    @property
    def is_reordered(self) -> bool:
        """Whether the words are the same and their order is not."""
        return self.reordered >= SAME_WORDS and self.reordered - self.whole >= 1 - SAME_WORDS

    @property
    def is_cut_off(self) -> bool:
        """Whether the one is the other without its first words, as when too little was selected."""
        if len(self.differences) != 1:
            return False
        only = self.differences[0]
        return not (only.here and only.there) and (only.here or only.there).start == 0

    @property
    def common(self) -> float:
        """The share of common words that a message gives: in any order for a reordered paragraph."""
        return self.reordered if self.is_reordered else self.whole

    def is_edit(self, similarity: float) -> bool:
        """Whether one is a version of the other; `similarity` is the share of words that must be common."""
        edited = self.edited >= similarity or self.is_cut_off
        return self.is_reordered or (edited and self.whole >= LEAST_WHOLE)


def compare(document: Document, here: Span, there: Span) -> Likeness:
    """Compare two paragraphs, or quotations, word by word; `measure` says how much is common."""
    ours, theirs = folded_words(document, here), folded_words(document, there)
    our_words, their_words = [word.text for word in ours], [word.text for word in theirs]
    our_breaks, their_breaks = _sentence_starts(document, ours), _sentence_starts(document, theirs)
    differences = []
    for one in mismatches(our_words, their_words):
        run, other = one.old, one.new
        mine = None if other else _as_sentences(our_words, run, our_breaks)
        yours = None if run else _as_sentences(their_words, other, their_breaks)
        differences.append(Difference(mine or run, yours or other, bool(mine or yours)))
    total = len(ours) + len(theirs)
    different = sum(difference.words for difference in differences)
    more = sum(difference.words for difference in differences if difference.sentences)
    whole = measure(" ".join(our_words), " ".join(their_words))
    return Likeness(
        whole,
        max(whole, 1 - (different - more) / max(1, total - more)),
        2 * (Counter(our_words) & Counter(their_words)).total() / total,
        differences,
        ours,
        theirs,
    )


def _sentence_starts(document: Document, words: list[FoldedWord]) -> set[int]:
    """Return the indices of the words that begin a sentence, and the one after the last word."""
    starts = [word.span.start for word in words]
    first = max(0, bisect_right(document.sentences, starts[0], key=lambda s: s.start) - 1)
    last = bisect_right(document.sentences, starts[-1], key=lambda s: s.start)
    return {bisect_left(starts, sentence.start) for sentence in document.sentences[first:last]} | {len(words)}


def _as_sentences(words: list[str], run: range, breaks: set[int]) -> range | None:
    """Return the run, moved to where it is whole sentences; None where it is not.

    Between `He sat. He ran.` and `He sat.` the words `sat He` are as much a difference as `He ran`.
    """
    start, stop = run.start, run.stop
    while start not in breaks or stop not in breaks:
        if start == 0 or words[start - 1] != words[stop - 1]:
            return None
        start, stop = start - 1, stop - 1
    return range(start, stop)


def describe(document: Document, likeness: Likeness) -> str:
    """Return the words that differ, for a message: here "46 people", there "47 people"."""
    parts = []
    differences = _joined(likeness.differences)
    for here, there in differences[:SHOWN_DIFFERENCES]:
        if len(here) == len(there) == 1 and max(here) + 1 < len(likeness.here):
            # A number alone says little. The next word, which both have, says what is counted.
            here, there = range(here.start, here.stop + 1), range(there.start, there.stop + 1)
        ours, theirs = _excerpt(document, likeness.here, here), _excerpt(document, likeness.there, there)
        if here and there:
            parts.append(f"here {ours}, there {theirs}")
        else:
            parts.append(f"only here {ours}" if here else f"only there {theirs}")
    left = len(differences) - SHOWN_DIFFERENCES
    if left > 0:
        parts.append(f"and {count(left, 'more difference')}")
    return "; ".join(parts)


def _joined(differences: list[Difference]) -> list[tuple[range, range]]:
    """Return both sides of each difference; differences that only one word parts are joined."""
    joined: list[tuple[range, range]] = []
    for difference in differences:
        here, there = difference.here, difference.there
        if joined and max(here.start - joined[-1][0].stop, there.start - joined[-1][1].stop) <= 1:
            last_here, last_there = joined.pop()
            here, there = range(last_here.start, here.stop), range(last_there.start, there.stop)
        joined.append((here, there))
    return joined


def _excerpt(document: Document, words: list[FoldedWord], run: range) -> str:
    """Return the words of a run as they stand in the draft, in quotation marks, the first few of many."""
    if not run:
        return ""
    last = min(run.stop, run.start + SHOWN_WORDS) - 1
    text = document.slice(Span(words[run.start].span.start, words[last].span.end))
    return f'"{text}{"…" if last + 1 < run.stop else ""}"'
