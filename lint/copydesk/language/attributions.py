"""Who says what."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from copydesk.document import Block, Document, Span
from copydesk.language.cues import CUES, DOCUMENTS, FACELESS, SHOWING, SURE
from copydesk.language.people import Mention, MentionKind, Person
from copydesk.language.quotes import Quotation
from copydesk.language.titles import ROLE_NOUNS


class SourceKind(StrEnum):
    """What kind of source somebody or something is."""

    PERSON = "person"
    PRONOUN = "pronoun"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class Speaker(NamedTuple):
    """The words that name a source. A pronoun stays a pronoun; `person` is who is meant, where known."""

    span: Span
    kind: SourceKind
    person: Person | None


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


_ACCORDING = re.compile(r"\b[Aa]ccording to\b|\b[Ii]n the words of\b")
_FILLER = re.compile(
    r"(?:\b(?:has|had|have|also|later|then|once|earlier|would|will|did|is|was|were|are|be|been|being|not|never"
    r"|even|just|still|often|further|first|all|both|[a-z]+ly|too|that)"
    r"|,? (?:too|however|meanwhile),) $"
)
_PRONOUN_END = re.compile(r"\b(he|she|they|it|we|I|who)$", re.IGNORECASE)
_PRONOUN_START = re.compile(r"(he|she|they|it|we)\b")
_CLAUSE_START = re.compile(
    r"[,;:!?()\"“”—–]|\.(?= [A-Z\"“])|''| -+ "
    r"|\b(?:that|but|as|when|because|if|while|which|where|whether|so|and|or|said|says)\b"
)
_PHRASE_END = re.compile(
    r"[,;:.!?()\"“”—–\n]|''| -+ "
    r"|\b(?:that|in|on|at|during|who|when|as|to|about|after|before|while|from|with|last|this)\b"
)
_DETERMINER = re.compile(
    r"(?:the|a|an|his|her|its|their|our|my|no|any|this|that|[\w’']+['’]s) (?:\w+ )?$", re.IGNORECASE
)
_DETERMINED = re.compile(
    r"\b(?:the|an?|one|his|her|their|its|my|our|some|many|several|other|[\w’']+['’]s)\b", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being) (?:[a-z]+ly )?$")
_AGENT = re.compile(r"(?: [a-z]+)? by\b")
_CREDIT = re.compile(r"[ \u00a0]*(―|—|–|--|-)[ \u00a0]*(?=\w)")
_WORD = re.compile(r"[\w’'-]+")

_GOVERNS = frozenset("of to with by for from against about at on and or under over than like between".split())
"""Words that keep the name after them from being the subject."""

_REACH = 160
"""How far a cue may stand from the quotation that it belongs to, in characters."""


class _Cue(NamedTuple):
    """A verb or phrase of attribution with its source."""

    span: Span
    speaker: Speaker | None
    inverted: bool


_Source = tuple[Span | None, Speaker | None]
"""Cue and speaker, where they are handed on."""


class _Reading:
    """A document being read for attributions, block by block."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        self._word_starts = [word.start for word in document.words]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        found = sorted(
            ((m, p) for p in document.people.all for m in p.mentions), key=lambda pair: pair[0].start
        )
        self._mentions = [pair for pair in found if not pair[0].quoted]
        self._mention_starts = [m.start for m, _ in self._mentions]
        self._found: list[Attribution] = []

    def attributions(self) -> list[Attribution]:
        """Everything found, unsorted."""
        before: _Source | None = None
        for block in self._document.blocks:
            quotes = self._document.quotes.within(block.span)
            cues = self._cues(block)
            used: set[Span] = set()
            by_quote = self._attribute_quotes(block, quotes, cues, before, used)
            self._found.extend(by_quote)
            self._found.extend(
                self._indirect(cue, block) for cue in cues if cue.speaker and cue.span not in used
            )
            before = self._handed_on(block, by_quote, cues)
        return self._found

    def _handed_on(self, block: Block, attributed: list[Attribution], cues: list[_Cue]) -> _Source | None:
        """Cue and speaker of a block for a quotation that is all of the next one."""
        if self._text[block.end - 1] == ":":
            if cues:
                return cues[-1].span, cues[-1].speaker
            return None, self._subject(self._sentence_start(block.end - 1, block), block.end)
        if attributed:
            return attributed[-1].cue, attributed[-1].speaker
        last = self._sentence_start(block.end - 1, block)
        reported = [cue for cue in cues if cue.span.start >= last and cue.speaker]
        return (None, reported[-1].speaker) if reported else None

    # Cues

    def _cues(self, block: Block) -> list[_Cue]:
        """The cues of a block, outside quotations, with their sources."""
        cues = [
            _Cue(Span(*m.span()), self._phrase_speaker(m.end()), True)
            for m in _ACCORDING.finditer(self._text, block.start, block.end)
        ]
        words = self._document.words
        first, last = bisect_left(self._word_starts, block.start), bisect_left(self._word_starts, block.end)
        for word in words[first:last]:
            verb = CUES.get(word.lower)
            if verb and self._is_verb(word.span, block) and not self._document.quotes.hold(word.span):
                cue = self._cue(word.span, verb, block)
                if cue:
                    cues.append(cue)
        return sorted(cues, key=lambda cue: cue.span)

    def _cue(self, span: Span, verb: str, block: Block) -> _Cue | None:
        """A verb with its subject; None where it is no verb of speech here."""
        before = self._text[max(block.start, span.start - 1) : span.start]
        if before in ("-", "’", "'"):
            return None
        if verb not in SURE and _DETERMINER.search(
            self._text[max(block.start, span.start - 40) : span.start]
        ):
            return None
        is_passive = _PASSIVE.search(self._text, max(block.start, span.start - 24), span.start)
        if is_passive and not self._is_participle(span):
            agent = _AGENT.match(self._text, span.end)
            return _Cue(span, self._speaker_after(agent.end(), whole_phrase=True) if agent else None, True)
        if verb == "continue" and self._text.startswith(" to ", span.end):
            return None
        speaker = None
        inverted = False
        if self._follows_quote(span.start, block):
            speaker = self._speaker_after(span.end)
            inverted = speaker is not None
        speaker = speaker or self._speaker_before(span.start, block, participle=self._is_participle(span))
        if speaker is None and self._may_invert(span.start, block):
            speaker = self._speaker_after(span.end)
            inverted = speaker is not None
        if speaker is None and verb not in SURE:
            return None
        if verb in SHOWING and speaker and speaker.kind is not SourceKind.DOCUMENT:
            return None
        return _Cue(span, speaker, inverted)

    def _is_verb(self, span: Span, block: Block) -> bool:
        """Whether a word may be a verb here: one with a capital (the States) only heads a sentence."""
        return self._text[span.start].islower() or span.start == self._sentence_start(span.start, block)

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
        return self._text[max(block.start, start - 2) : start] == ", " or start == self._sentence_start(
            start, block
        )

    # Speakers

    def _phrase_speaker(self, end: int) -> Speaker | None:
        """The source after `according to`."""
        return self._speaker_after(end, whole_phrase=True)

    def _speaker_after(self, end: int, *, whole_phrase: bool = False) -> Speaker | None:
        """The source that follows a verb (`said Mary Roe, a lawyer`)."""
        start = end + 1
        pronoun = _PRONOUN_START.match(self._text, start)
        if pronoun:
            return self._pronoun(Span(*pronoun.span()))
        stop = _PHRASE_END.search(self._text, start)
        phrase_end = min(stop.start() if stop else len(self._text), start + _REACH)
        index = bisect_left(self._mention_starts, start)
        if index < len(self._mentions):
            mention, person = self._mentions[index]
            if mention.start < phrase_end and _may_speak(mention):
                return Speaker(Span(start, mention.end), SourceKind.PERSON, person)
        phrase = self._text[start:phrase_end].rstrip()
        words = phrase.split()
        if not words or len(words) > 12:
            return None
        if (
            whole_phrase
            or words[0].lower() in ("a", "an", "the", "one", "two", "some", "his", "her", "its")
            or words[0][0].isupper()
            or words[-1].lower() in FACELESS
        ):
            return self._nameless(Span(start, start + len(phrase)))
        return None

    def _speaker_before(self, start: int, block: Block, *, participle: bool) -> Speaker | None:
        """The source that stands before a verb (`Mr. Roe said`, `Ann Poe, a lawyer, said`)."""
        low = max(block.start, start - 2 * _REACH)
        at = start
        while at > low:
            filler = _FILLER.search(self._text[max(low, at - 24) : at])
            if not filler:
                break
            at -= len(filler.group())
        head = self._text[low:at].rstrip()
        end = low + len(head)
        pronoun = _PRONOUN_END.search(head)
        if pronoun:
            span = Span(low + pronoun.start(), end)
            antecedent = None
            if pronoun.group().lower() == "who":
                antecedent = self._mention_ending(low + len(head[: pronoun.start()].rstrip(" ,")))
            return Speaker(span, SourceKind.PRONOUN, antecedent.person) if antecedent else self._pronoun(span)
        adjacent = self._mention_ending(end)
        if adjacent:
            return adjacent
        sentence = self._sentence_start(start, block)
        if head.endswith((",", ")", "—", "–", "--", " and", " but")) or participle:
            return self._subject(sentence, end)
        return self._noun_phrase(max(low, sentence), end)

    def _sentence_start(self, offset: int, block: Block) -> int:
        index = bisect_right(self._sentence_starts, offset) - 1
        return max(block.start, self._sentence_starts[index]) if index >= 0 else block.start

    def _mention_ending(self, end: int) -> Speaker | None:
        """The person whose mention ends right here."""
        index = bisect_left(self._mention_starts, end) - 1
        if index < 0:
            return None
        mention, person = self._mentions[index]
        if mention.end == end and not mention.possessive:
            return Speaker(mention.span, SourceKind.PERSON, person)
        return None

    def _subject(self, start: int, end: int) -> Speaker | None:
        """The subject of the clause between two places: a name that no preposition governs, or a pronoun."""
        index = bisect_left(self._mention_starts, start)
        while index < len(self._mentions) and self._mention_starts[index] < end:
            mention, person = self._mentions[index]
            before = self._text[max(start, mention.start - 12) : mention.start].split()
            if _may_speak(mention) and (not before or before[-1].lower() not in _GOVERNS):
                return Speaker(mention.span, SourceKind.PERSON, person)
            index += 1
        opening = self._text[start:end].lstrip(' ,”"')
        at = end - len(opening)
        pronoun = re.match(
            r"(?:(?:But|And|So|Then|Yet|Later|Still),? )?(he|she|they|it|we|I)\b", opening, re.IGNORECASE
        )
        if pronoun:
            return self._pronoun(Span(at + pronoun.start(1), at + pronoun.end(1)))
        return None

    def _noun_phrase(self, low: int, end: int) -> Speaker | None:
        """The words right before a verb, back to where their clause begins."""
        text = self._text[low:end]
        begin = 0
        for match in _CLAUSE_START.finditer(text):
            begin = match.end()
        phrase = text[begin:].strip()
        words = phrase.split()
        if not words or len(words) > 9:
            return None
        # An object may stand before the subject: `a plan the mayor said was dead`.
        inner = [match.start() for match in _DETERMINED.finditer(phrase)]
        phrase = phrase[inner[-1] :] if inner else phrase
        last = words[-1].lower()
        is_source = last in FACELESS or last in DOCUMENTS or last in ROLE_NOUNS or words[-1][0].isupper()
        return self._nameless(Span(end - len(phrase), end)) if inner or is_source else None

    def _nameless(self, span: Span) -> Speaker:
        words = [word.lower() for word in _WORD.findall(self._text[span.start : span.end])]
        if any(word in FACELESS for word in words):
            kind = SourceKind.ANONYMOUS
        elif any(word in DOCUMENTS for word in words):
            kind = SourceKind.DOCUMENT
        else:
            kind = SourceKind.GROUP
        return Speaker(span, kind, None)

    def _pronoun(self, span: Span) -> Speaker:
        """A pronoun, with the person who spoke or was named last before it in the paragraph."""
        person = None
        if self._text[span.start : span.end].lower() in ("he", "she"):
            block = self._document.block_at(span.start)
            index = bisect_left(self._mention_starts, span.start) - 1
            if index >= 0 and self._mention_starts[index] >= block.start:
                person = self._mentions[index][1]
        return Speaker(span, SourceKind.PRONOUN, person)

    # Quotations

    def _attribute_quotes(
        self,
        block: Block,
        quotes: list[Quotation],
        cues: list[_Cue],
        before: _Source | None,
        used: set[Span],
    ) -> list[Attribution]:
        """The attribution of each quotation of a block that has one.

        First those with a cue of their own, then the rest by what stands beside them.
        """
        own: list[_Cue | None] = [self._own_cue(quotes, i, cues, block) for i in range(len(quotes))]
        found = []
        for index, quote in enumerate(quotes):
            cue = own[index]
            if cue is None:
                cue = self._carried(own, index, quotes)
            if cue is not None:
                used.add(cue.span)
                found.append(Attribution(cue.span, cue.speaker, quote.span, (quote,)))
                continue
            beside = self._beside(quote, index, block, before, cues)
            if beside:
                found.append(Attribution(beside[0], beside[1], quote.span, (quote,)))
        return found

    def _own_cue(self, quotes: list[Quotation], index: int, cues: list[_Cue], block: Block) -> _Cue | None:
        """The cue in the sentence around a quotation, the nearest on the likelier side."""
        quote = quotes[index]
        low = quotes[index - 1].end if index else block.start
        high = quotes[index + 1].start if index + 1 < len(quotes) else block.end
        sentence_start = max(self._sentence_start(quote.start, block), block.start)
        after = [c for c in cues if quote.end <= c.span.start < min(high, quote.end + _REACH)]
        is_near = bool(after) and not self._ends_before(quote.end, after[0].span.start)
        following = after[0] if is_near else None
        earlier = [c for c in cues if max(sentence_start, block.start) <= c.span.start < quote.start]
        leading = earlier[-1] if earlier else None
        if following and self._is_clause_of(quote, following):
            return following
        if leading and leading.span.start >= low:
            return leading
        if following and following.speaker:
            return following
        return leading

    def _ends_before(self, start: int, end: int) -> bool:
        """Whether a sentence ends between two places; `…?” Ann Poe asked` does not end at its mark."""
        index = bisect_right(self._sentence_starts, start + 2)
        return index < len(self._sentence_starts) and self._sentence_starts[index] <= end

    def _is_clause_of(self, quote: Quotation, cue: _Cue) -> bool:
        """Whether a cue after a quotation is its own: `…,” he said`, `…?” asked Ann Poe`."""
        last = self._text[quote.inner.end - 1 : quote.inner.end]
        gap = self._text[quote.end : cue.span.start]
        return (last in ",?!—–…-" or gap.startswith((",", " —", " –", " --"))) and bool(cue.speaker)

    def _carried(self, own: list[_Cue | None], index: int, quotes: list[Quotation]) -> _Cue | None:
        """The cue of a neighbour in the paragraph that goes on speaking in this quotation."""
        quote = quotes[index]
        if not self._is_speech(quote):
            return None
        for other in range(index - 1, -1, -1):
            if own[other] is not None:
                return own[other]
        for other in range(index + 1, len(quotes)):
            if own[other] is not None and quotes[other].start - quotes[other - 1].end <= _REACH:
                return own[other]
        return None

    def _is_speech(self, quote: Quotation) -> bool:
        """Whether a quotation is a sentence somebody says, not a word or a title in quotation marks."""
        words = self._text[quote.inner.start : quote.inner.end].split()
        return len(words) >= 4 and (
            self._text[quote.inner.end - 1] in ".,?!…—–-" or not quote.closed or len(words) >= 8
        )

    def _beside(
        self, quote: Quotation, index: int, block: Block, before: _Source | None, cues: list[_Cue]
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
        earlier = [cue for cue in cues if cue.span.start < quote.start and cue.speaker]
        if earlier:
            return earlier[-1].span, earlier[-1].speaker
        low = max(block.start, quote.start - 2 * _REACH)
        index = bisect_left(self._mention_starts, quote.start) - 1
        while index >= 0 and self._mention_starts[index] >= low:
            mention, person = self._mentions[index]
            if _may_speak(mention):
                return None, Speaker(mention.span, SourceKind.PERSON, person)
            index -= 1
        return None

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

    def _indirect(self, cue: _Cue, block: Block) -> Attribution:
        """Speech without quotation marks: the rest of the sentence on the side where the source is not."""
        start = self._sentence_start(cue.span.start, block)
        index = bisect_right(self._sentence_starts, cue.span.start)
        end = self._document.sentences[index - 1].end if index else block.end
        begins = min(cue.span.start, cue.speaker.span.start if cue.speaker else cue.span.start)
        content = (
            Span(start, begins)
            if cue.inverted and begins > start
            else Span(cue.span.end, max(end, cue.span.end))
        )
        return Attribution(cue.span, cue.speaker, content, ())


def _may_speak(mention: Mention) -> bool:
    """Whether a mention names a person, not something of a person's."""
    return not mention.possessive and mention.kind is not MentionKind.ATTRIBUTIVE
