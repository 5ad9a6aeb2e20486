"""Sources that could be anybody, and the people with names who show who is meant."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.analyses.phrases import find_phrases
from copydesk.document import Document
from copydesk.language.attribution.attributions import SourceKind
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import Span, once_a_draft

_NAMELESS = (SourceKind.ANONYMOUS, SourceKind.DOCUMENT, SourceKind.GROUP)

_EXPERTS = frozenset("experts expert analysts analyst economists scientists researchers".split())
_POWERS = frozenset("officials official lawmakers aides staffers".split())
_SIDES = frozenset(
    """
    critics critic supporters opponents commentators advocates detractors skeptics sceptics activists
    residents neighbors neighbours witnesses groups some many others several people
    """.split()
)
_NOBODY = frozenset("source sources observers insiders insider pundits reports studies surveys polls".split())
"""Sources that no name near makes good."""

_HEADS = _EXPERTS | _POWERS | _SIDES | _NOBODY
_ENDS = tuple(_HEADS)
_BEFORE_HEAD = english.PLURAL_QUANTIFIERS | frozenset(
    """
    most a an one two three few
    unnamed anonymous local political senior government media news legal security health human rights civil
    liberties environmental advocacy aid industry military intelligence policy independent outside foreign law
    enforcement
    """.split()
)
_EXPERT_WORDS = frozenset(
    """
    professor director analyst economist scientist researcher expert fellow institute university historian
    epidemiologist dr doctor scholar strategist school college center centre lecturer author physician
    """.split()
)
_POWER_WORDS = frozenset(
    """
    secretary senator sen rep representative spokesman spokeswoman spokesperson official mayor governor gov
    minister president chief commissioner sheriff police director ambassador general adm chairman chairwoman
    attorney leader judge
    """.split()
)
_TURNS = ("But ", "However", "Still", "Yet ", "In response")
"""How a sentence begins in which the other side speaks."""

_NO_CLAIM = "disagree"
"""What a crowd does, and nobody has to be on record for."""

_REST = ("others", "several")
"""Words for the rest of a crowd that the sentence has named: `some Republicans agreed, while others`."""

_REACH = 2
"""Blocks after a bare source in which a name still shows who is meant."""


def faceless_sources(document: Document) -> list[Span]:
    """The words of each bare source for which no name of its kind stands in the paragraph or the next."""
    found: dict[int, Span] = {}
    for phrase in find_phrases(document).get("faceless", ()):
        span = Span(phrase.start, phrase.start + document.slice(phrase).find(" "))
        if _stands_alone(document, span) and not _is_named_near(document, span):
            found[span.end] = span
    for attribution in document.attributions:
        speaker = attribution.speaker
        if speaker is None or speaker.kind not in _NAMELESS or attribution.verb == _NO_CLAIM:
            continue
        if document.slice(speaker.span).lower().endswith(_ENDS):
            span = _without_conjunction(document, speaker.span)
            if is_faceless(document, span) and not _is_named_near(document, span):
                found[span.end] = span
    return sorted(found.values())


def _stands_alone(document: Document, span: Span) -> bool:
    """Whether no word stands before a word that could tell whose critics or officials these are."""
    before = document.text[max(0, span.start - 2) : span.start].strip()
    parted = not before or before in ",;:—–)”" or (before == "." and document.text[span.start].isupper())
    return parted and is_faceless(document, span)


def _without_conjunction(document: Document, span: Span) -> Span:
    first, _, rest = document.slice(span).partition(" ")
    return Span(span.end - len(rest), span.end) if first.lower() in ("but", "and", "yet") else span


def is_faceless(document: Document, span: Span) -> bool:
    """Whether the words for a source are a bare plural, or one of a crowd, and nothing that tells which."""
    words = document.slice(span).lower().split()
    if document.text[max(0, span.start - 3) : span.start].replace("’", "'").endswith(("' ", "'s ")):
        return False
    return bool(words) and words[-1] in _HEADS and _BEFORE_HEAD.issuperset(words[:-1])


@once_a_draft
def _named(document: Document) -> list[int]:
    """Where people with names say something."""
    return sorted(
        a.speaker.span.start
        for a in document.attributions
        if a.speaker is not None and a.speaker.kind is SourceKind.PERSON
    )


def _is_named_near(document: Document, span: Span) -> bool:
    """Whether somebody with a name, of the kind of a bare source, speaks soon after it."""
    *described, head = document.slice(span).lower().split()
    if head in _NOBODY:
        return False
    if head in _REST and document.text[span.start].islower():
        return True
    if head in _POWERS and not described and _is_told_before(document, head, span.start):
        return True
    block = document.block_index(span.start)
    reach = 1 if head in _SIDES else _REACH
    end = document.blocks[min(block + reach, len(document.blocks)) - 1].end
    named = _named(document)
    for start in named[bisect_right(named, document.sentence_at(span.start).end) :]:
        if start >= end:
            return False
        if head in _SIDES:
            return not document.text.startswith(_TURNS, document.sentence_at(start).start)
        if _is_of_kind(document, start, _EXPERT_WORDS if head in _EXPERTS else _POWER_WORDS):
            return True
    return False


def _is_told_before(document: Document, head: str, offset: int) -> bool:
    """Whether the draft has said whose officials they are: `Pentagon officials`."""
    words, text = document.words, document.text
    for index in document.words.vocabulary[head]:
        word, before = words[index], words[index - 1]
        if word.start >= offset:
            return False
        if before.end + 1 == word.start and text[before.start].isupper() and before.lower not in _BEFORE_HEAD:
            return True
    return False


def _is_of_kind(document: Document, offset: int, words: frozenset[str]) -> bool:
    sentence = document.slice(document.sentence_at(offset)).lower()
    return any(word.strip(".,’'") in words for word in sentence.split())
