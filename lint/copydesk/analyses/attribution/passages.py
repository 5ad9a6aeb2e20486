"""Paragraphs of quotation: what they share with those around them, and whose words they may be."""

from __future__ import annotations

from enum import IntEnum

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind, Speaker
from copydesk.language.attribution.speakers import Speakers
from copydesk.language.copy import PROSE, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.lists.verbs import DOCUMENTS, FACELESS
from copydesk.language.quotes import Quotation
from copydesk.model.prose import Block, Span, once_a_draft


@once_a_draft
def quotes_by_block(document: Document) -> dict[int, list[Quotation]]:
    """Return the outer quotations of each block that has any, by its index."""
    found: dict[int, list[Quotation]] = {}
    for quote in document.quotes.outer:
        found.setdefault(document.block_index(quote.start), []).append(quote)
    return found


def is_whole(document: Document, index: int) -> bool:
    """Whether a paragraph is nothing but quotation, by its marks, with nothing of the reporter's."""
    block = document.blocks[index]
    quotes = quotes_by_block(document).get(index, [])
    return (
        len(quotes) == 1
        and document.copy[index] in PROSE
        and quotes[0].opened
        and quotes[0].start == block.start
        and quotes[0].end == block.end
        and document.text[quotes[0].inner.end - 1] in ".!?…—–-"
    )


def runs_on(document: Document, index: int) -> bool:
    """Whether a block ends inside a quotation that was opened in it."""
    quotes = quotes_by_block(document).get(index)
    if not quotes:
        return False
    return quotes[-1].opened and not quotes[-1].closed and quotes[-1].end == document.blocks[index].end


def lone_speaker(document: Document, index: int) -> Attribution | None:
    """Return the last attribution of a block's quotations if one named speaker says them all."""
    found = [document.attributions.of(quote) for quote in quotes_by_block(document).get(index, ())]
    attributed = [attribution for attribution in found if attribution and attribution.speaker]
    speakers = {_identity(document, attribution.speaker) for attribution in attributed if attribution.speaker}
    return attributed[-1] if attributed and len(speakers) == 1 else None


def _identity(document: Document, speaker: Speaker) -> object:
    """Return who a speaker is, as far as the draft says: the person, or the words."""
    if speaker.person is not None:
        return id(speaker.person)
    return "he" if speaker.kind is SourceKind.PRONOUN else document.slice(speaker.span).lower()


class Reach(IntEnum):
    """The distance of a possible speaker from a quotation; the smaller, the nearer."""

    BESIDE = 0
    NEAR = 1
    NOBODY = 2


_STORY = PROSE | {CopyKind.QUOTED}
"""What a speaker of the story may stand in: no caption, credit, post or pull quote."""

_LINE = 60
"""A paragraph of fewer characters between two others may be a caption, a cross-head or an advertisement."""

_POINTS = frozenset("this these here following".split())
"""Words with which a sentence that names a person points to the quotation below: `Remember this from Roe.`"""

_HERE = frozenset({"here", "here's"})
_SERIES = 6
"""The most paragraphs of quotation that may have one credit below them."""

_ALIKE = 36
"""How many characters two quotations share at their beginnings that are one."""

_BEFORE, _AFTER = 2, 1
"""How many paragraphs before and after a quotation its speaker may stand in."""

_PERSONAL = english.SUBJECT_PRONOUNS - {"it", "they", "you"}
_ANYBODY = ROLE_NOUNS | FACELESS | english.ANYBODY | english.MASCULINE | english.FEMININE
_HUMAN = frozenset(
    "man woman resident mother father teacher driver farmer owner officer student witness".split()
)


def reach_of(document: Document, quote: Quotation) -> Reach:
    """Return how near somebody stands to a quotation that has no attribution.

    BESIDE  its paragraph, or the last sentence of the one before, has a person as its subject, leads to it
            with a colon or asks a question; the one after goes on with a quotation whose speaker is named; or
            the same words stand elsewhere
    NEAR    somebody speaks in the two paragraphs before or in the one after
    NOBODY  nobody does, or the paragraph right above has nobody in it and parts the two
    """
    index = document.block_index(quote.start)
    if _is_beside(document, quote, index) or _is_copy(document, quote):
        return Reach.BESIDE
    before, after = _paragraphs(document, index, -1, _BEFORE), _paragraphs(document, index, 1, _AFTER)
    is_parted = (
        bool(before) and before[0] is document.blocks[index - 1] and not _has_anybody(document, before[0])
    )
    speaks = any(_speaks(document, block) for block in (*before, *after))
    return Reach.NEAR if speaks and not is_parted else Reach.NOBODY


def _is_beside(document: Document, quote: Quotation, index: int) -> bool:
    block = document.blocks[index]
    for sentence in _sentences(document, Span(block.start, quote.start)):
        if _has_person(document, sentence):
            return True
    is_under_heading = index > 0 and document.copy[index - 1] is CopyKind.DISPLAY
    if is_under_heading and _leads_on(document, document.blocks[index - 1]):
        return True
    above = next(iter(_paragraphs(document, index, -1, 1)), None)
    if above is not None:
        last = document.sentence_at(above.end - 1)
        leads = _leads_on(document, above) or _has_subject(document, last) or _one_speaks(document, last)
        if (leads and not is_under_heading) or _points(document, last):
            return True
    if _is_credited(document, index) or _is_dated(document, quote, block):
        return True
    following = next(iter(_paragraphs(document, index, 1, 1)), None)
    return following is not None and _goes_on(document, following)


def _points(document: Document, sentence: Span) -> bool:
    """Whether a sentence that names a person points to what follows: `Here’s what Ann Poe has to say.`"""
    words = document.slice(sentence).lower().replace("’", "'").split()
    is_short = sentence.end - sentence.start < _LINE and not _POINTS.isdisjoint(words)
    return (is_short or words[0] in _HERE) and _has_person(document, sentence)


def _leads_on(document: Document, block: Block) -> bool:
    """Whether a paragraph leads to the next one: with a colon, a lost full stop, or a question.

    A heading in capitals, or one without a mark, only parts two paragraphs.
    """
    last = document.text[block.end - 1]
    is_heading = document.copy.of(block) is CopyKind.DISPLAY
    if is_heading:
        return last in ":,?" and not document.slice(block.span).isupper()
    return last in ":,?" or last.isalnum()


def _is_credited(document: Document, index: int) -> bool:
    """Whether the name of whoever wrote it stands on a line below a quotation, or the last of several."""
    for block in document.blocks[index + 1 : index + 1 + _SERIES]:
        words = document.slice(block.span)
        if words[0] not in "“\"‘'":
            is_line = len(words) < _LINE and words[-1] not in ".?!:”\"’'"
            is_source = not DOCUMENTS.isdisjoint(words.lower().split())
            is_source = is_source or ", " in words or words[0] in "-–—―"
            return is_line and (is_source or _has_person(document, block.span))
    return False


def _is_dated(document: Document, quote: Quotation, block: Block) -> bool:
    """Whether a line of its own follows a quotation in its paragraph: `“…” Hull, Nov. 3`."""
    after = document.text[quote.end : block.end].strip()
    return 0 < len(after) < _LINE and after[-1] not in ".?!:”\"’'"


def _goes_on(document: Document, block: Block) -> bool:
    """Whether a paragraph begins with a quotation whose speaker is named, or with he or she."""
    first = document.sentence_at(block.start)
    quote = next(iter(document.quotes.within(first)), None)
    if quote is not None and quote.start == block.start:
        attribution = document.attributions.of(quote)
        return attribution is not None and attribution.speaker is not None
    return document.slice(first).lower().startswith(("he ", "she "))


def _has_person(document: Document, sentence: Span) -> bool:
    """Whether a sentence names a person, or says he or she."""
    at = document.words.between(sentence.start, sentence.end)
    if not _PERSONAL.isdisjoint(document.words.lowers[at.start : at.stop]):
        return True
    return any(
        m.start < sentence.end and m.end > sentence.start for p in document.people.all for m in p.mentions
    )


def _has_anybody(document: Document, block: Block) -> bool:
    """Whether a paragraph has anybody in it, named or by a word for a person, or somebody's words."""
    at = document.words.between(block.start, block.end)
    words = document.words.lowers[at.start : at.stop]
    return (
        _has_person(document, block.span)
        or bool(quotes_by_block(document).get(document.block_index(block.start)))
        or any(word in _ANYBODY or word.removesuffix("s") in _ANYBODY for word in words)
    )


def _has_subject(document: Document, sentence: Span) -> bool:
    """Whether the subject of a sentence is a person, he or she, or somebody by a word for a person."""
    subject = _speakers(document).subject(sentence.start, sentence.end)
    return subject is not None and _is_one(document, subject)


def _is_one(document: Document, speaker: Speaker) -> bool:
    words = document.slice(speaker.span).lower().split()
    if speaker.kind is SourceKind.PRONOUN:
        return speaker.person is not None or words[0] in _PERSONAL
    return speaker.kind is SourceKind.PERSON or (words[0] in ("a", "an") and not _HUMAN.isdisjoint(words))


def _one_speaks(document: Document, sentence: Span) -> bool:
    """Whether one person says something in a sentence."""
    return any(
        _is_one(document, attribution.speaker)
        for attribution in document.attributions
        if attribution.speaker and sentence.contains(attribution.speaker.span)
    )


def _speaks(document: Document, block: Block) -> bool:
    """Whether anybody says something in a paragraph, or is the subject of one of its sentences."""
    return block.start in _spoken(document) or any(
        _has_subject(document, sentence) for sentence in _sentences(document, block.span)
    )


@once_a_draft
def _spoken(document: Document) -> set[int]:
    """Return where the blocks begin in which somebody says something."""
    speakers = (a.speaker for a in document.attributions if a.speaker)
    return {document.block_at(speaker.span.start).start for speaker in speakers}


@once_a_draft
def _speakers(document: Document) -> Speakers:
    return Speakers(document, document.words, document.people)


def _sentences(document: Document, span: Span) -> list[Span]:
    """Return the sentences that begin inside a span."""
    found = []
    offset = span.start
    while offset < span.end:
        sentence = document.sentence_at(offset)
        found.append(sentence)
        offset = max(sentence.end, offset) + 1
    return found


def _paragraphs(document: Document, index: int, step: int, count: int) -> list[Block]:
    """Return the paragraphs before (-1) or after (1) a block, nearest first; none across a heading.

    A short line without a full stop is a caption or a cross-head, and is passed over.
    """
    found: list[Block] = []
    at = index + step
    while 0 <= at < len(document.blocks) and len(found) < count:
        block = document.blocks[at]
        is_line = block.end - block.start < _LINE and document.text[block.end - 1] not in ".,?!:”\"’'"
        if document.copy[at] in _STORY and not is_line:
            found.append(block)
        at += step
    return found


def _is_copy(document: Document, quote: Quotation) -> bool:
    """Whether a quotation begins with words that stand elsewhere in the draft, too: a pull quote."""
    first = document.text[quote.inner.start : min(quote.inner.end, quote.inner.start + _ALIKE)]
    return document.text.count(first.rstrip(".,?!")) > 1
