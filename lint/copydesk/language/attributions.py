"""Who says what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.document import Block, Document, Span
from copydesk.language.quotes import Quotation
from copydesk.language.speakers import REACH, SourceKind, Speaker, Speakers
from copydesk.language.speech import Cue, Cues

__all__ = ["Attribution", "Attributions", "SourceKind", "Speaker", "find_attributions"]


class Attribution(NamedTuple):
    """A source and what is put in its mouth.

    cue      the verb or phrase (`said`, `according to`), or None where only a name stands beside the words
    speaker  who says so, or None where nobody is named ("it was said")
    content  the words attributed; for a quotation, with its marks
    quotes   the outer quotations inside the content
    """

    cue: Span | None
    speaker: Speaker | None
    content: Span
    quotes: tuple[Quotation, ...]


class Attributions:
    """Every attribution of a draft, in the order of the text."""

    def __init__(self, attributions: list[Attribution]) -> None:
        self._all = sorted(attributions, key=lambda a: a.content)
        self._by_quote = {quote.start: a for a in self._all for quote in a.quotes}

    def __iter__(self) -> Iterator[Attribution]:
        return iter(self._all)

    def of(self, quotation: Quotation) -> Attribution | None:
        """The attribution of an outer quotation, or None: nobody is on record for it."""
        return self._by_quote.get(quotation.start)


def find_attributions(document: Document) -> Attributions:
    """The attributions of a draft: of every quotation that has one, and of indirect speech."""
    return Attributions(_Reading(document).attributions())


_CREDIT = re.compile(r"[ \u00a0]*(―|—|–|--|-)[ \u00a0]*(?=\w)")

_Source = tuple[Span | None, Speaker | None]
"""Cue and speaker, where they are handed on."""


class _Reading:
    """A document being read for attributions, block by block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._speakers = Speakers(document)
        self._cues = Cues(document, self._speakers)
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._found: list[Attribution] = []

    def attributions(self) -> list[Attribution]:
        """Everything found, unsorted."""
        before: _Source | None = None
        for block in self._document.blocks:
            quotes = self._document.quotes.within(block.span)
            cues = self._cues.of(block)
            used: set[Span] = set()
            by_quote = self._attribute_quotes(block, quotes, cues, before, used)
            self._found.extend(by_quote)
            self._found.extend(self._indirect(cue) for cue in cues if cue.speaker and cue.span not in used)
            before = self._handed_on(block, by_quote, cues)
        return self._found

    def _handed_on(self, block: Block, attributed: list[Attribution], cues: list[Cue]) -> _Source | None:
        """Cue and speaker of a block for a quotation that is all of the next one."""
        if self._text[block.end - 1] == ":":
            if cues:
                return cues[-1].span, cues[-1].speaker
            return None, self._speakers.subject(self._document.sentence_at(block.end - 1).start, block.end)
        if attributed:
            return attributed[-1].cue, attributed[-1].speaker
        last = self._document.sentence_at(block.end - 1).start
        reported = [cue for cue in cues if cue.span.start >= last and cue.speaker]
        return (None, reported[-1].speaker) if reported else None

    def _attribute_quotes(
        self,
        block: Block,
        quotes: list[Quotation],
        cues: list[Cue],
        before: _Source | None,
        used: set[Span],
    ) -> list[Attribution]:
        """The attribution of each quotation of a block that has one.

        First those with a cue of their own, then the rest by what stands beside them.
        """
        own = [self._own_cue(quotes, index, cues) for index in range(len(quotes))]
        sourced = [cue for cue in cues if cue.speaker]
        found = []
        for index, (quote, carried) in enumerate(zip(quotes, _carried(quotes, own), strict=True)):
            cue = own[index] or (carried if self._is_speech(quote) else None)
            if cue is not None:
                used.add(cue.span)
                found.append(Attribution(cue.span, cue.speaker, quote.span, (quote,)))
                continue
            beside = self._beside(quote, index, block, before, sourced)
            if beside:
                found.append(Attribution(beside[0], beside[1], quote.span, (quote,)))
        return found

    def _own_cue(self, quotes: list[Quotation], index: int, cues: list[Cue]) -> Cue | None:
        """The cue in the sentence around a quotation, the nearest on the likelier side."""
        quote = quotes[index]
        high = quotes[index + 1].start if index + 1 < len(quotes) else quote.end + REACH
        following = _first_from(cues, quote.end)
        if following and (
            following.span.start >= min(high, quote.end + REACH)
            or self._ends_before(quote.end, following.span.start)
        ):
            following = None
        leading = _last_before(cues, quote.start)
        if leading and leading.span.start < self._document.sentence_at(quote.start).start:
            leading = None
        if following and self._is_clause_of(quote, following):
            return following
        if leading and (index == 0 or leading.span.start >= quotes[index - 1].end):
            return leading
        return following if following and following.speaker else leading

    def _ends_before(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places; `…?” Ann Poe asked` does not end at its mark."""
        index = bisect_right(self._sentence_starts, start + 2)
        return index < len(self._sentence_starts) and self._sentence_starts[index] <= end

    def _is_clause_of(self, quote: Quotation, cue: Cue) -> bool:
        """Whether a cue after a quotation is its own: `…,” he said`, `…?” asked Ann Poe`."""
        last = self._text[quote.inner.end - 1 : quote.inner.end]
        gap = self._text[quote.end : cue.span.start]
        return (last in ",?!—–…-" or gap.startswith((",", " —", " –", " --"))) and bool(cue.speaker)

    def _is_speech(self, quote: Quotation) -> bool:
        """Whether a quotation is a sentence somebody says, not a word or a title in quotation marks."""
        words = self._text[quote.inner.start : quote.inner.end].split()
        return len(words) >= 4 and (
            self._text[quote.inner.end - 1] in ".,?!…—–-" or not quote.closed or len(words) >= 8
        )

    def _beside(
        self, quote: Quotation, index: int, block: Block, before: _Source | None, sourced: list[Cue]
    ) -> _Source | None:
        """Cue and speaker for a quotation whose sentence has no cue.

        A paragraph that begins with a quotation goes on with the speaker of the paragraph before; a name
        in the words that lead to the quotation is its speaker.
        """
        if not self._is_speech(quote):
            return None
        leading = self._text[block.start : quote.start].strip()
        if index == 0 and not leading:
            return self._credit(quote, block) or before
        earlier = _last_before(sourced, quote.start)
        if earlier:
            return earlier.span, earlier.speaker
        named = self._speakers.named_before(quote.start, max(block.start, quote.start - 2 * REACH))
        return (None, named) if named else None

    def _credit(self, quote: Quotation, block: Block) -> tuple[Span, Speaker] | None:
        """A dash and a name after a quotation that is a paragraph of its own, or on the line below it."""
        if quote.end == block.end:
            below = self._document.block_index(quote.start) + 1
            if below == len(self._document.blocks):
                return None
            block = self._document.blocks[below]
        dash = _CREDIT.match(self._text, max(quote.end, block.start), block.end)
        if not dash or block.end - dash.end() > 80:
            return None
        name = Span(dash.end(), block.end - (self._text[block.end - 1] in "\u00a0."))
        person = self._document.people.at(name.start)
        return Span(*dash.span(1)), Speaker(name, SourceKind.PERSON, person)

    def _indirect(self, cue: Cue) -> Attribution:
        """Speech without quotation marks: the rest of the sentence on the side where the source is not."""
        start, end = self._document.sentence_at(cue.span.start)
        begins = min(cue.span.start, cue.speaker.span.start if cue.speaker else cue.span.start)
        content = (
            Span(start, begins)
            if cue.inverted and begins > start
            else Span(cue.span.end, max(end, cue.span.end))
        )
        return Attribution(cue.span, cue.speaker, content, ())


def _first_from(cues: list[Cue], offset: int) -> Cue | None:
    index = bisect_left(cues, offset, key=lambda cue: cue.span.start)
    return cues[index] if index < len(cues) else None


def _last_before(cues: list[Cue], offset: int) -> Cue | None:
    index = bisect_left(cues, offset, key=lambda cue: cue.span.start)
    return cues[index - 1] if index else None


def _carried(quotes: list[Quotation], own: list[Cue | None]) -> list[Cue | None]:
    """For each quotation of a paragraph the cue of the one before that has one, or else of the one after.

    Speech goes on with its speaker; it comes before him only where the next quotation is near.
    """
    carried: list[Cue | None] = []
    last: Cue | None = None
    for cue in own:
        last = cue or last
        carried.append(last)
    following: Cue | None = None
    for index in range(len(quotes) - 1, -1, -1):
        is_near = index + 1 == len(quotes) or quotes[index + 1].start - quotes[index].end <= REACH
        following = following if is_near else None
        carried[index] = carried[index] or following
        following = own[index] or following
    return carried
