"""Sources that could be anybody, and the people with names who show who is meant."""

from __future__ import annotations

import re
from bisect import bisect_right

from copydesk.analyses.attribution.answers import is_said
from copydesk.analyses.attribution.unnamed import find_unnamed
from copydesk.analyses.phrases import find_phrases
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind
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

_DOCUMENTS = frozenset("reports studies surveys polls".split())
_ONE_OF_THEM = (
    r" (?:One|Another|The latest|A (?:report|study|survey|poll)),? (?:by|from|of|in) (?:the )?[A-Z]"
)
"""What begins the sentence after a bare plural and says which: `Polls show it. One by the Hull Institute`."""

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
"""Beginnings of sentences in which the other side speaks."""

_NO_CLAIM = ("disagree", "sing", "chant", "read", "protest")
"""What a crowd does, and nobody has to be on record for."""

_TELLS_WHICH = re.compile(
    r" (?:at|of|from|with|for|in) (?:the |its )?[A-Z]|, (?:along )?with [A-Z]"
    r"|,? (?:among them|including|such as|like)\b"
)
"""What follows a crowd and says which one: `researchers at Dunmore College`, `critics such as Ann Poe`."""

_COUNTED = frozenset("two three a an one".split())
"""Sources that can be counted were there to be asked: another rule speaks of them."""

_REST = ("others", "several")
"""Words for the rest of a crowd that the sentence has named: `some Republicans agreed, while others`."""

_GOING_ON = frozenset("it they this that them".split())
_STEM, _OPENING = 5, 3

_REACH = 2
"""Blocks after a bare source in which a name still shows who is meant."""


def vague_sources(document: Document) -> list[Span]:
    """Return the words of each bare source that no name of its kind near it makes good."""
    found: dict[int, Span] = {}
    for phrase in find_phrases(document).get("faceless", ()):
        span = Span(phrase.start, phrase.start + document.slice(phrase).find(" "))
        if _stands_alone(document, span) and not _is_named_near(document, span):
            found[span.end] = span
    for attribution in document.attributions:
        speaker = attribution.speaker
        if speaker is None or speaker.kind not in _NAMELESS or attribution.verb in _NO_CLAIM:
            continue
        if document.slice(speaker.span).lower().endswith(_ENDS):
            span = _without_conjunction(document, speaker.span)
            if _is_object(document, span) or _is_supposed(document, span):
                continue
            if is_vague(document, span) and not _is_named_near(document, span):
                found[span.end] = span
    for crowd in find_unnamed(document):
        taken = any(crowd.span.overlaps(span) for span in found.values())
        is_everybody = document.slice(crowd.span).lower() in english.ANYBODY
        which = not is_everybody and _TELLS_WHICH.match(document.text, crowd.span.end)
        if crowd.is_crowd and not taken and not which and not _is_named_near(document, crowd.span):
            found[crowd.span.end] = crowd.span
    for span in find_phrases(document).get("crowd", ()):
        if not is_said(document, span):
            found[span.end] = span
    told = {document.sentence_at(span.start) for span in find_phrases(document).get("unnamed", ())}
    return sorted(span for span in found.values() if document.sentence_at(span.start) not in told)


def _is_object(document: Document, span: Span) -> bool:
    """Whether a crowd is what somebody has, or is counted: `no matter how many advocates`."""
    index = document.words.between(span.start, span.end).start
    before = document.words.lowers[index - 1] if index else ""
    return before == "how" or before in english.HAVE


def _is_supposed(document: Document, span: Span) -> bool:
    """Whether nobody need have said so: `if people say`, `when people asked`."""
    return document.word_before(span.start, " ").lower in ("if", "when", "whenever")


def _stands_alone(document: Document, span: Span) -> bool:
    """Whether no word stands before a word that could tell whose critics or officials these are."""
    before = document.before(span.start, 2).strip()
    parted = not before or before in ",;:—–)”" or (before == "." and document.text[span.start].isupper())
    return parted and is_vague(document, span)


def _without_conjunction(document: Document, span: Span) -> Span:
    first, _, rest = document.slice(span).partition(" ")
    return Span(span.end - len(rest), span.end) if first.lower() in ("but", "and", "yet") else span


def is_vague(document: Document, span: Span) -> bool:
    """Whether the words for a source are a bare plural, or one of a crowd, and nothing that tells which."""
    words = document.slice(span).lower().split()
    if _TELLS_WHICH.match(document.text, span.end) or (words and words[0] in _COUNTED):
        return False
    if document.before(span.start, 3).replace("’", "'").endswith(("' ", "'s ")):
        return False
    return bool(words) and words[-1] in _HEADS and _BEFORE_HEAD.issuperset(words[:-1])


@once_a_draft
def _named(document: Document) -> list[Attribution]:
    """Return the attributions of named people, in the order of the text."""
    said = (a for a in document.attributions if a.speaker is not None and a.speaker.kind is SourceKind.PERSON)
    return sorted(said, key=_begin)


def _begin(attribution: Attribution) -> int:
    return attribution.speaker.span.start if attribution.speaker else attribution.content.start


def _is_named_near(document: Document, span: Span) -> bool:
    """Whether somebody with a name, of the kind of a bare source, speaks soon after it, and of the same."""
    *described, head = document.slice(span).lower().split()
    if head in _NOBODY:
        is_told = re.compile(_ONE_OF_THEM).match(document.text, document.sentence_at(span.start).end)
        return is_told is not None and head in _DOCUMENTS
    if head in _REST and document.text[span.start].islower():
        return True
    if head in _POWERS and not described and _is_told_before(document, head, span.start):
        return True
    block = document.block_index(span.start)
    is_side = head not in _EXPERTS | _POWERS
    end = document.blocks[min(block + (1 if is_side else _REACH), len(document.blocks)) - 1].end
    named = _named(document)
    first = bisect_right(named, document.sentence_at(span.start).end, key=_begin)
    for attribution in named[first:]:
        start = _begin(attribution)
        if start >= end:
            return False
        if not _is_of_the_same(document, span, attribution):
            continue
        if is_side:
            return not document.text.startswith(_TURNS, document.sentence_at(start).start)
        if _is_of_kind(document, start, _EXPERT_WORDS if head in _EXPERTS else _POWER_WORDS):
            return True
    return False


def _is_of_the_same(document: Document, span: Span, attribution: Attribution) -> bool:
    """Whether what a person says bears out a crowd: quoted, about `it`, or with a word of the claim."""
    if attribution.quotes:
        return True
    said = document.slice(attribution.content).lower().split()
    claim = document.text[span.end : document.sentence_at(span.start).end].lower().split()
    words = {word.strip(".,;:’'")[:_STEM] for word in claim if len(word) > _STEM}
    of_it = any(word in _GOING_ON for word in said[:_OPENING])
    return of_it or any(word[:_STEM] in words for word in said)


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
