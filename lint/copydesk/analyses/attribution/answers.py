"""Who answers for each sentence of a draft, how near that stands; and what a source is quoted as saying."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from enum import IntEnum, StrEnum

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, CueKind, SourceKind, Speaker
from copydesk.model.prose import Span, once_a_draft


class Answerer(StrEnum):
    """What kind of source answers for a sentence."""

    PERSON = "person"
    BODY = "body"
    DOCUMENT = "document"
    CHARGE = "charge"
    OBSERVATION = "observation"
    UNNAMED = "unnamed"
    NOBODY = "nobody"


class Nearness(IntEnum):
    """Where the answerer of a sentence stands; the smaller, the nearer."""

    SENTENCE = 0
    BESIDE = 1
    PARAGRAPH = 2
    ABOVE = 3
    NOWHERE = 4


class Backing(Struct, frozen=True, gc=False):
    """Who answers for a sentence.

    kind      the kind of source; NOBODY where none is in reach, UNNAMED where it cannot be looked up
    nearness  in the SENTENCE; in the one BESIDE it, before or after, of its paragraph; earlier in its
              PARAGRAPH; in the paragraph ABOVE, whose speech goes on; NOWHERE
    words     the words of the draft that show it: the source, the charge, the quotation; None for NOBODY
    speaker   who speaks, where the source is one
    """

    kind: Answerer
    nearness: Nearness
    words: Span | None = None
    speaker: Speaker | None = None


NOBODY = Backing(Answerer.NOBODY, Nearness.NOWHERE)

_KINDS = {
    SourceKind.PERSON: Answerer.PERSON,
    SourceKind.PRONOUN: Answerer.PERSON,
    SourceKind.GROUP: Answerer.BODY,
    SourceKind.DOCUMENT: Answerer.DOCUMENT,
    SourceKind.ANONYMOUS: Answerer.UNNAMED,
}

_DOCUMENTS = frozenset(
    """
    according report reports reported study studies survey surveys poll polls data figures estimates
    estimated statement filing filings affidavit memo documents records
    transcript testimony census rankings tracker analysis findings calculations
    forecast forecasts argue argues say says found finds surveyed polled
    announced announces
    """.split()
)
"""Words with which a sentence names what it was read in."""

_CHARGES = frozenset(
    """
    accused acquitted alleged allegedly alleges alleging arraigned arrested charge charged charges complaint
    convicted conviction guilty indicted indictment jury lawsuit pleaded plea prosecutors ruled ruling
    sentenced settlement sued suit verdict
    """.split()
)
"""Words with which a sentence says that a court, a prosecutor or a plaintiff answers for it."""

_REPORTERS = frozenset("reporter reporters journalist journalists correspondent photographer".split())
_SEEING = frozenset("saw watched witnessed observed counted visited heard found seen reviewed".split())
_NEAR = 4
"""How many words may stand between a reporter and what the reporter did."""

_GOES_ON = frozenset("he she they his her their".split())


@once_a_draft
def answers(document: Document) -> list[Backing]:
    """Who answers for each sentence of a draft, and how near, in the order of `document.sentences`."""
    own = _own(document)
    found = [NOBODY] * len(own)
    starts = document.sentences.starts
    first, above, last_end = 0, NOBODY, 0
    for block in document.blocks:
        last = bisect_right(starts, block.end - 1)
        if last == first:
            continue
        is_led_to = last_end > 0 and document.text[last_end - 1] == ":"
        last_end = block.end
        carried = above if is_led_to or _carries_on(document, first) else NOBODY
        reached = replace(carried, nearness=Nearness.ABOVE) if carried is not NOBODY else NOBODY
        for index in range(first, last):
            found[index] = _nearest(own, index, first, last, reached)
            if own[index] is not NOBODY:
                reached = replace(own[index], nearness=Nearness.PARAGRAPH)
            elif reached is NOBODY:
                reached = found[index]
        first, above = last, reached
    return found


def answer_for(document: Document, offset: int) -> Backing:
    """Return who answers for the sentence at an offset of the prose."""
    return answers(document)[bisect_right(document.sentences.starts, offset) - 1]


def is_said(document: Document, span: Span) -> bool:
    """Whether a source says the words of a span; how the reporter introduces the source is not said by it."""
    number = bisect_right(document.sentences.starts, span.start) - 1
    return any(_says(document, said, span) for said in _sourced(document).get(number, ()))


def _says(document: Document, attribution: Attribution, span: Span) -> bool:
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


def _nearest(own: list[Backing], index: int, first: int, last: int, reached: Backing) -> Backing:
    """The answerer of the sentence at an index of the paragraph `first:last`."""
    if own[index] is not NOBODY:
        return own[index]
    for beside in (index - 1, index + 1):
        if first <= beside < last and own[beside] is not NOBODY:
            return replace(own[beside], nearness=Nearness.BESIDE)
    return reached


def _own(document: Document) -> list[Backing]:
    """For each sentence the answerer that stands in it."""
    found = [NOBODY] * len(document.sentences)
    for index, backing in (*_speakers(document), *_cited(document), *_seen(document), *_quoted(document)):
        if found[index] is NOBODY:
            found[index] = backing
    return found


def _speakers(document: Document) -> Iterator[tuple[int, Backing]]:
    """Yield the speaker of each attribution, by the index of each sentence that it has a part in."""
    for index, attributions in _sourced(document).items():
        for attribution in attributions:
            speaker = attribution.speaker
            if speaker is not None:
                yield index, Backing(_KINDS[speaker.kind], Nearness.SENTENCE, speaker.span, speaker)


@once_a_draft
def _sourced(document: Document) -> dict[int, list[Attribution]]:
    """Return the attributions with a speaker, by the index of each sentence that they have a part in."""
    starts = document.sentences.starts
    found: dict[int, list[Attribution]] = defaultdict(list)
    for attribution in document.attributions:
        if attribution.speaker is not None:
            for index in _sentences_of(attribution, starts):
                found[index].append(attribution)
    return found


def _sentences_of(attribution: Attribution, starts: list[int]) -> set[int]:
    """Return the indices of the sentences with the first or last words of an attribution, or its verb."""
    content, cue = attribution.content, attribution.cue
    parts = {bisect_right(starts, content.start), bisect_right(starts, max(content.start, content.end - 1))}
    if cue:
        parts.add(bisect_right(starts, cue.start))
    return {part - 1 for part in parts}


def _quoted(document: Document) -> Iterator[tuple[int, Backing]]:
    """Each sentence with words in quotation marks: they are somebody's, whoever it is."""
    starts = document.sentences.starts
    for quote in document.quotes.outer:
        for number in range(bisect_right(starts, quote.start), bisect_right(starts, quote.end - 1) + 1):
            yield number - 1, Backing(Answerer.UNNAMED, Nearness.SENTENCE, quote.span)


def _cited(document: Document) -> Iterator[tuple[int, Backing]]:
    """Each sentence that names a document that it was read in, or a charge, suit, plea or verdict."""
    vocabulary, words = document.words.vocabulary, document.words
    starts = document.sentences.starts
    for kind, cited in ((Answerer.CHARGE, _CHARGES), (Answerer.DOCUMENT, _DOCUMENTS)):
        for at in sorted(at for word in vocabulary.keys() & cited for at in vocabulary[word]):
            span = words[at].span
            yield bisect_right(starts, span.start) - 1, Backing(kind, Nearness.SENTENCE, span)


def _seen(document: Document) -> Iterator[tuple[int, Backing]]:
    """Each sentence that says what a reporter of the paper saw: `A Gazette reporter counted 40 cars.`"""
    vocabulary, words, lowers = document.words.vocabulary, document.words, document.words.lowers
    starts = document.sentences.starts
    for word in vocabulary.keys() & _REPORTERS:
        for at in vocabulary[word]:
            if not _SEEING.isdisjoint(lowers[max(0, at - _NEAR) : at + 1 + _NEAR]):
                span, number = words[at].span, bisect_right(starts, words[at].start) - 1
                yield number, Backing(Answerer.OBSERVATION, Nearness.SENTENCE, span)


def _carries_on(document: Document, index: int) -> bool:
    """Whether the paragraph that a sentence begins goes on with the speech of the one above."""
    start = document.sentences[index].start
    word = document.text[start : start + 8].split(maxsplit=1)[0].lower()
    return word in _GOES_ON or word[0] in "“\"'‘"
