"""The people of a draft, and who says what in it, as the page lists them beside the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from msgspec import Struct

from copydesk.analyses.sources.sources import find_sources
from copydesk.document import Document
from copydesk.model.prose import Span

BlockKey = Callable[[int], str]


class Person(Struct, frozen=True):
    """Somebody whom the draft names.

    introduced  the id of the paragraph that introduces the person, or None where none does
    line        the line of the file that does
    forms       how the draft names the person, each with how often
    """

    name: str
    introduced: str | None
    line: int | None
    forms: list[tuple[str, int]]


class SourceRow(Struct, frozen=True):
    """Somebody or something that the draft lets speak.

    kind    `person`, `group`, `document` or `anonymous`
    quoted  how often in quotation marks, and `told` in the draft's own words
    places  id and line of each paragraph in which it speaks
    """

    name: str
    kind: str
    quoted: int
    told: int
    places: list[tuple[str, int]]


class Silence(Struct, frozen=True):
    """Somebody who was asked and did not answer.

    words  the words that say so
    place  the id of the paragraph where they stand, and `line` that of the file
    """

    name: str
    words: str
    place: str
    line: int


def people_of(document: Document, block_key: BlockKey) -> list[Person]:
    """Return the people of the draft in the order of their first mentions."""
    people = []
    for person in document.people.all:
        introduction = person.introduction
        people.append(
            Person(
                person.name,
                None if introduction is None else block_key(introduction.start),
                None if introduction is None else _line(document, introduction.start),
                list(Counter(document.slice(mention.span) for mention in person.mentions).items()),
            )
        )
    return people


def sources_of(document: Document, block_key: BlockKey) -> list[SourceRow]:
    """Return the sources of the draft in the order in which they first speak."""
    return [
        SourceRow(
            source.name,
            source.kind,
            sum(bool(attribution.quotes) for attribution in source.said),
            sum(not attribution.quotes for attribution in source.said),
            list({block_key(a.content.start): _line(document, a.content.start) for a in source.said}.items()),
        )
        for source in find_sources(document).found
    ]


def silences_of(document: Document, block_key: BlockKey) -> list[Silence]:
    """Return who was asked and did not answer, in the order of the text."""
    return [
        Silence(
            silence.name or "somebody",
            document.slice(silence.words),
            block_key(silence.words.start),
            _line(document, silence.words.start),
        )
        for silence in find_sources(document).silent
    ]


def _line(document: Document, offset: int) -> int:
    return document.line(Span(offset, offset + 1))
