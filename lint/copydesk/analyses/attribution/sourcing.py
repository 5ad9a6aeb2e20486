"""Which sentences of a draft rest on a source."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, CueKind
from copydesk.model.prose import Span, once_a_draft

_CITED = frozenset(
    """
    according report reports reported study studies survey surveys poll polls data figures estimates
    estimated statement filing filings indictment complaint lawsuit affidavit memo documents records
    transcript testimony census ruling verdict rankings tracker analysis findings calculations
    forecast forecasts argue argues charge say says found finds surveyed polled
    announced announces
    """.split()
)
"""Words with which a sentence names what it was read in."""

_GOES_ON = frozenset("he she they his her their".split())


@once_a_draft
def _by_sentence(document: Document) -> dict[int, list[Attribution]]:
    """The attributions with a source, by the index of each sentence that they have a part in."""
    starts = document.sentences.starts
    found: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in document.attributions:
        if attribution.speaker is not None:
            content, cue = attribution.content, attribution.cue
            first = bisect_right(starts, content.start)
            parts = {first, bisect_right(starts, max(content.start, content.end - 1))}
            if cue:
                parts.add(bisect_right(starts, cue.start))
            for number in parts:
                found[number - 1].append(attribution)
    return found


def is_said(document: Document, span: Span) -> bool:
    """Whether the words of a span are what somebody says, and not how the reporter says so."""
    near = _by_sentence(document).get(bisect_right(document.sentences.starts, span.start) - 1, ())
    return any(_covers(document, attribution, span) for attribution in near)


def _covers(document: Document, attribution: Attribution, span: Span) -> bool:
    cue, speaker = attribution.cue, attribution.speaker
    if cue is None or speaker is None:
        return attribution.content.contains(span)
    is_object = attribution.kind is CueKind.LOADED and cue.end <= span.start and not attribution.quotes
    if is_object and not document.text.startswith(" that ", cue.end):
        return False  # Ann Poe blasted the infamous board: she may have said so, or not
    if span.overlaps(cue) or span.overlaps(speaker.span):
        return False
    begin = min(cue.start, speaker.span.start)
    comes_last = span.end <= begin and document.text[begin - 2 : begin] == ", "
    return comes_last or attribution.content.contains(span)


@once_a_draft
def sourced_sentences(document: Document) -> list[bool]:
    """For each sentence whether a source is in reach.

    One that is named in the paragraph covers what follows there and the sentence before it; one of the
    paragraph before covers a paragraph that begins with a quotation or a pronoun.
    """
    starts = document.sentences.starts
    sourced = [False] * len(starts)
    for index in _by_sentence(document):
        sourced[index] = True
    for quote in document.quotes.outer:
        for number in range(bisect_right(starts, quote.start), bisect_right(starts, quote.end - 1) + 1):
            sourced[number - 1] = True
    vocabulary, word_starts = document.words.vocabulary, document.words.starts
    for word in vocabulary.keys() & _CITED:
        for at in vocabulary[word]:
            sourced[bisect_right(starts, word_starts[at]) - 1] = True
    before = False
    first = 0
    for block in document.blocks:
        last = bisect_right(starts, block.end - 1)
        if last == first:
            continue
        reached = before and _carries_on(document, first)
        for index in range(first, last):
            reached = reached or sourced[index] or (index + 1 < last and sourced[index + 1])
            sourced[index] = reached
        first, before = last, reached
    return sourced


def _carries_on(document: Document, index: int) -> bool:
    start = document.sentences[index].start
    word = document.text[start : start + 8].split(maxsplit=1)[0].lower()
    return word in _GOES_ON or word[0] in "“\"'‘"
