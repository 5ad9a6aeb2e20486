"""Verbs and phrases of attribution in a draft, each with its source."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from copydesk.document import Block, Document, Span
from copydesk.language.cues import CUES, NOUNS_TOO, SHOWING, SURE
from copydesk.language.speakers import SourceKind, Speaker, Speakers

_ACCORDING = re.compile(r"\b[Aa]ccording to\b|\b[Ii]n the words of\b")
_DETERMINER = re.compile(
    r"(?:the|a|an|his|her|its|their|our|my|no|any|this|that|[\w’']+['’]s) (?:\w+ )?$", re.IGNORECASE
)
_QUANTIFIED = re.compile(r"\b(?:some|many|several|most|other|few|all|two|three|these|those) $", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:[a-z]+ly )?$")
_AGENT = re.compile(r"(?: [a-z]+)? by\b")


class Cue(NamedTuple):
    """A verb or phrase of attribution.

    span      the words
    speaker   the source, or None where nobody is named
    inverted  whether the source stands after it
    """

    span: Span
    speaker: Speaker | None
    inverted: bool


class Cues:
    """Finds the cues of a document, outside quotations, block by block."""

    def __init__(self, document: Document, speakers: Speakers) -> None:
        self._document = document
        self._text = document.text
        self._speakers = speakers
        self._word_starts = document.words.starts

    def of(self, block: Block) -> list[Cue]:
        """The cues of a block, outside quotations, with their sources."""
        cues = [
            Cue(Span(*m.span()), self._speakers.after(m.end(), whole_phrase=True), True)
            for m in _ACCORDING.finditer(self._text, block.start, block.end)
        ]
        words = self._document.words
        first, last = bisect_left(self._word_starts, block.start), bisect_left(self._word_starts, block.end)
        for word in words[first:last]:
            verb = CUES.get(word.lower)
            if verb and self._is_verb(word.span) and not self._document.quotes.hold(word.span):
                cue = self._cue(word.span, verb, block)
                if cue:
                    cues.append(cue)
        return sorted(cues, key=lambda cue: cue.span)

    def _cue(self, span: Span, verb: str, block: Block) -> Cue | None:
        """A verb with its subject; None where it is no verb of speech here."""
        before = self._text[max(block.start, span.start - 1) : span.start]
        if before in ("-", "’", "'"):
            return None
        if verb not in SURE and _DETERMINER.search(
            self._text[max(block.start, span.start - 40) : span.start]
        ):
            return None
        if verb in NOUNS_TOO and _QUANTIFIED.search(
            self._text, max(block.start, span.start - 12), span.start
        ):
            return None
        is_passive = _PASSIVE.search(self._text, max(block.start, span.start - 24), span.start)
        if is_passive and not self._is_participle(span):
            agent = _AGENT.match(self._text, span.end)
            return Cue(span, self._speakers.after(agent.end(), whole_phrase=True) if agent else None, True)
        if verb == "continue" and self._text.startswith(" to ", span.end):
            return None
        speaker = None
        inverted = False
        if self._follows_quote(span.start, block):
            speaker = self._speakers.after(span.end)
            inverted = speaker is not None
        speaker = speaker or self._speakers.before(span.start, block, participle=self._is_participle(span))
        if speaker is None and self._may_invert(span.start, block):
            speaker = self._speakers.after(span.end)
            inverted = speaker is not None
        if speaker is None and verb not in SURE:
            return None
        if verb in SHOWING and speaker and speaker.kind is not SourceKind.DOCUMENT:
            return None
        return Cue(span, speaker, inverted)

    def _is_verb(self, span: Span) -> bool:
        """Whether a word may be a verb here: one with a capital (the States) only heads a sentence."""
        return self._text[span.start].islower() or span.start == self._document.sentence_at(span.start).start

    def _is_participle(self, span: Span) -> bool:
        return self._text[span.start : span.end].endswith("ing")

    def _follows_quote(self, start: int, block: Block) -> bool:
        """Whether nothing but a comma stands between a quotation and this place."""
        gap_start = start
        while gap_start > block.start and self._text[gap_start - 1] in " ,":
            gap_start -= 1
        quote = (
            self._document.quotes.around(Span(gap_start - 1, gap_start)) if gap_start > block.start else None
        )
        return quote is not None and quote.end == gap_start

    def _may_invert(self, start: int, block: Block) -> bool:
        """Whether a verb may stand before its subject here: after a comma, or at the head of a sentence."""
        return (
            self._text[max(block.start, start - 2) : start] == ", "
            or start == self._document.sentence_at(start).start
        )
