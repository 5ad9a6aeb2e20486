"""Who stands beside a verb of speech."""

from __future__ import annotations

import re
from bisect import bisect_left
from enum import StrEnum
from typing import NamedTuple

from copydesk.document import Block, Document, Span
from copydesk.language.cues import DOCUMENTS, FACELESS
from copydesk.language.people import Mention, MentionKind, Person
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


_FILLER = re.compile(
    r"(?:\b(?:has|had|have|also|later|then|once|earlier|would|will|did|is|was|were|are|be|been|being|not|never"
    r"|even|just|still|often|further|first|all|both|[a-z]+ly|too|that)"
    r"|,? (?:too|however|meanwhile),) $"
)
_PRONOUN_END = re.compile(r"\b(he|she|they|it|we|I|who)$", re.IGNORECASE)
_PRONOUN_START = re.compile(r"(he|she|they|it|we)\b")
_PRONOUN_SUBJECT = re.compile(
    r"(?:(?:But|And|So|Then|Yet|Later|Still),? )?(he|she|they|it|we|I)\b", re.IGNORECASE
)
_CLAUSE_START = re.compile(
    r"[,;:!?()\"“”—–]|\.(?= [A-Z\"“])|''| -+ "
    r"|\b(?:that|but|as|when|because|if|while|which|where|whether|so|and|or|said|says)\b"
)
_PHRASE_END = re.compile(
    r"[,;:.!?()\"“”—–\n]|''| -+ "
    r"|\b(?:that|in|on|at|during|who|when|as|to|about|after|before|while|from|with|last|this)\b"
)
_DETERMINED = re.compile(
    r"\b(?:the|an?|one|his|her|their|its|my|our|some|many|several|other|[\w’']+['’]s)\b", re.IGNORECASE
)
_WORD = re.compile(r"[\w’'-]+")
_ARTICLES = frozenset("a an the one two some his her its".split())
_GOVERNS = frozenset("of to with by for from against about at on and or under over than like between".split())
"""Words that keep the name after them from being the subject."""

REACH = 160
"""How far a source may stand from its verb, and a verb from its quotation, in characters."""


class Speakers:
    """Finds the source beside a place of a document, outside quotations."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._text = document.text
        found = sorted(
            ((m, p) for p in document.people.all for m in p.mentions if not m.quoted),
            key=lambda pair: pair[0].start,
        )
        self._mentions = found
        self._starts = [mention.start for mention, _ in found]

    def after(self, end: int, *, whole_phrase: bool = False) -> Speaker | None:
        """The source that follows a verb (`said Mary Roe, a lawyer`)."""
        start = end + 1
        pronoun = _PRONOUN_START.match(self._text, start)
        if pronoun:
            return self._pronoun(Span(*pronoun.span()))
        stop = _PHRASE_END.search(self._text, start)
        phrase_end = min(stop.start() if stop else len(self._text), start + REACH)
        index = bisect_left(self._starts, start)
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
            or words[0].lower() in _ARTICLES
            or words[0][0].isupper()
            or words[-1].lower() in FACELESS
        ):
            return self._nameless(Span(start, start + len(phrase)))
        return None

    def before(self, start: int, block: Block, *, participle: bool) -> Speaker | None:
        """The source that stands before a verb (`Mr. Roe said`, `Ann Poe, a lawyer, said`)."""
        low = max(block.start, start - 2 * REACH)
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
        sentence = self._document.sentence_at(start).start
        if head.endswith((",", ")", "—", "–", "--", " and", " but")) or participle:
            return self.subject(sentence, end)
        return self._noun_phrase(max(low, sentence), end)

    def _mention_ending(self, end: int) -> Speaker | None:
        """The person whose mention ends right here."""
        index = bisect_left(self._starts, end) - 1
        if index < 0:
            return None
        mention, person = self._mentions[index]
        if mention.end == end and not mention.possessive:
            return Speaker(mention.span, SourceKind.PERSON, person)
        return None

    def subject(self, start: int, end: int) -> Speaker | None:
        """The subject of the clause between two places: a name that no preposition governs, or a pronoun."""
        start = max(start, end - 4 * REACH)
        index = bisect_left(self._starts, start)
        while index < len(self._mentions) and self._starts[index] < end:
            mention, person = self._mentions[index]
            before = self._text[max(start, mention.start - 12) : mention.start].split()
            if _may_speak(mention) and (not before or before[-1].lower() not in _GOVERNS):
                return Speaker(mention.span, SourceKind.PERSON, person)
            index += 1
        opening = self._text[start:end].lstrip(' ,”"')
        at = end - len(opening)
        pronoun = _PRONOUN_SUBJECT.match(opening)
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
            index = bisect_left(self._starts, span.start) - 1
            if index >= 0 and self._starts[index] >= block.start:
                person = self._mentions[index][1]
        return Speaker(span, SourceKind.PRONOUN, person)

    def named_before(self, offset: int, low: int) -> Speaker | None:
        """The person named last before a place, not before `low`."""
        index = bisect_left(self._starts, offset) - 1
        while index >= 0 and self._starts[index] >= low:
            mention, person = self._mentions[index]
            if _may_speak(mention):
                return Speaker(mention.span, SourceKind.PERSON, person)
            index -= 1
        return None


def _may_speak(mention: Mention) -> bool:
    """Whether a mention names a person, not something of a person's."""
    return not mention.possessive and mention.kind is not MentionKind.ATTRIBUTIVE
