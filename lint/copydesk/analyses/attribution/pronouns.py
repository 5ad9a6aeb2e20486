"""Whom a pronoun may mean that is on record for a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.attribution.antecedents import Pronouns
from copydesk.language.attribution.attributions import SourceKind, Speaker
from copydesk.language.copy import PROSE
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.lists.verbs import FACELESS
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.model.prose import Span

_ANY = english.MASCULINE | english.FEMININE
_HUMANS = english.ANYBODY | (
    ROLE_NOUNS
    | FACELESS
    | frozenset(
        """
    man woman boy girl child baby kid person guy lady teen male female senior freshman sophomore junior
    native immigrant migrant who
    """.split()
    )
)
_NEAR = 2
"""How many paragraphs after a pronoun its person may be introduced in."""


class Rivals(Struct, frozen=True):
    """A pronoun that speaks, and two mentions before it that it may mean."""

    speaker: Speaker
    one: Mention
    other: Mention


def unnamed_speakers(document: Document) -> Iterator[Speaker]:
    """Yield each he or she on record for a quotation before which nobody stands whom it could mean."""
    for speaker in _speaking_pronouns(document):
        start = speaker.span.start
        if any(person.mentions[0].start < start for person in document.people.all):
            return
        before = document.words.lowers[: _word_at(document, start)]
        if any(_is_human(lower) or lower in _ANY for lower in before):
            return
        yield speaker


def first_named_after(document: Document, offset: int) -> Span | None:
    """Return the first mention of a person after a place, within two paragraphs."""
    last = min(document.block_index(offset) + _NEAR, len(document.blocks) - 1)
    mentions = (m for person in document.people.all for m in person.mentions if not m.quoted)
    after = [m.span for m in mentions if offset <= m.start < document.blocks[last].end]
    return min(after, default=None)


def rivals(document: Document) -> Iterator[Rivals]:
    """Yield each pronoun whose paragraph so far names two people side by side, and lets nobody else speak."""
    speaking = list(_speaking_pronouns(document))
    if not speaking:
        return
    people = document.people.all
    mentions = sorted(((m, p) for p in people for m in p.mentions if not m.quoted), key=_place)
    pronouns = Pronouns(document, document.words, document.quotes, document.people)
    starts = [mention.start for mention, _ in mentions]
    spoken = sorted(a.speaker.span.start for a in document.attributions if a.speaker)
    for speaker in speaking:
        block = document.block_at(speaker.span.start)
        low, high = bisect_left(starts, block.start), bisect_left(starts, speaker.span.start)
        speaks_first = bisect_left(spoken, block.start) == bisect_left(spoken, speaker.span.start)
        if high - low != 2 or not speaks_first:
            continue
        (one, first), (other, second) = mentions[low:high]
        pronoun = document.slice(speaker.span).lower()
        if (
            first is not second
            and document.text[one.end : other.start] == " and "
            and one.start == document.sentence_at(one.start).start
            and _may_be_subject(one)
            and _may_be_subject(other)
            and pronouns.of(first) == pronoun == pronouns.of(second)
        ):
            yield Rivals(speaker, one, other)


def _speaking_pronouns(document: Document) -> Iterator[Speaker]:
    """Yield each he or she on record for a quotation of a paragraph, in the order of the text, each once."""
    seen = set()
    for attribution in document.attributions:
        speaker = attribution.speaker
        if attribution.quotes and speaker and speaker.kind is SourceKind.PRONOUN and speaker.span not in seen:
            seen.add(speaker.span)
            is_paragraph = document.copy.at(speaker.span.start) in PROSE
            if is_paragraph and document.slice(speaker.span).lower() in ("he", "she"):
                yield speaker


def _place(pair: tuple[Mention, Person]) -> int:
    return pair[0].start


def _word_at(document: Document, offset: int) -> int:
    """Return the index of the first word that begins at a place or after it."""
    return bisect_left(document.words.starts, offset)


def _is_human(lower: str) -> bool:
    return lower in _HUMANS or lower.endswith("-year-old")


def _may_be_subject(mention: Mention) -> bool:
    return not mention.possessive and mention.kind is not MentionKind.ATTRIBUTIVE
