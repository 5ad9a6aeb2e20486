"""Whom a pronoun may mean that is on record for a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.attribution.attributions import SourceKind, Speaker
from copydesk.language.copy import PROSE
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.lists.verbs import FACELESS
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.model.prose import Span

_HE = english.MASCULINE
_SHE = english.FEMININE
_ANY = _HE | _SHE
_TITLES = {"mr": "he", "mrs": "she", "ms": "she", "miss": "she"}
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
    pronouns = _Pronouns(document)
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


class _Pronouns:
    """The pronouns, he or she, of people: by courtesy title, or where a paragraph names nobody else."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[int, str | None] = {}

    def of(self, person: Person) -> str | None:
        """Return the pronoun that the draft has for a person; None where it has none, or both."""
        if id(person) not in self._known:
            titles = {_TITLES.get((m.courtesy or "").lower().rstrip(".")) for m in person.mentions} - {None}
            found = titles or self._beside(person)
            self._known[id(person)] = found.pop() if len(found) == 1 else None
        return self._known[id(person)]

    def _beside(self, person: Person) -> set[str | None]:
        """Return the pronouns of the paragraphs in which a person is named, and nobody else."""
        found: set[str | None] = set()
        for index in {self._document.block_index(mention.start) for mention in person.mentions}:
            if self._named.get(index) == {id(person)}:
                block = self._document.blocks[index]
                first, last = (_word_at(self._document, at) for at in (block.start, block.end))
                words = set(self._document.words.lowers[first:last])
                found |= {"he"} if words & _HE else set()
                found |= {"she"} if words & _SHE else set()
        return found

    @cached_property
    def _named(self) -> dict[int, set[int]]:
        """Who is named in each block."""
        named: dict[int, set[int]] = defaultdict(set)
        for person in self._document.people.all:
            for mention in person.mentions:
                named[self._document.block_index(mention.start)].add(id(person))
        return named
