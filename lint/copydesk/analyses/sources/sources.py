"""The sources of a draft: who and what it rests on, and who was asked and did not answer."""

from __future__ import annotations

from msgspec import Struct

from copydesk.analyses.sources.descriptions import (
    has_name,
    head_of,
    is_body,
    is_one_again,
    is_somebody,
    kind_of_phrase,
    phrase_at,
)
from copydesk.analyses.sources.on_record import OnRecord
from copydesk.analyses.sources.silences import find_silences
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind, Speaker
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import DEMONYMS, ROLE_NOUNS
from copydesk.language.lists.verbs import DOCUMENTS
from copydesk.language.people.people import MentionKind, Person
from copydesk.model.prose import Span, once_a_draft


class Source(Struct, frozen=True):
    """Somebody or something on record, with what rests on it.

    name   a person's fullest name; else the words of the draft
    kind   what kind of source it is: a person, a group, a document, one without a name
    named  whether a reader could look it up: it has a name
    said   its attributions, in the order of the text
    """

    name: str
    kind: SourceKind
    named: bool
    said: list[Attribution]


class Silence(Struct, frozen=True):
    """Somebody who was asked and did not answer.

    name   a person's fullest name, or the words of the draft; "" where it is not clear who is meant
    words  the words that say so: `declined to comment`
    """

    name: str
    words: Span


class Sources(Struct, frozen=True):
    """The sources of a draft.

    found   the sources, in the order in which they come on record
    unsure  how many attributions have a source that is not clear, such as a pronoun that may be anybody's
    silent  who was asked and did not answer, in the order of the text
    """

    found: list[Source]
    unsure: int
    silent: list[Silence]

    @property
    def named(self) -> int:
        """How many sources have a name."""
        return sum(source.named for source in self.found)


@once_a_draft
def find_sources(document: Document) -> Sources:
    """Return the sources of a draft; what only stands in somebody's account of somebody else is none."""
    found: dict[object, Source] = {}
    last: Source | None = None
    unsure = 0
    on_record = OnRecord(document)
    for attribution in document.attributions:
        speaker = attribution.speaker
        if speaker is None or not on_record.holds(attribution, speaker):
            continue
        again = _again(document, speaker, list(found.values())) or _goes_on(document, speaker, last)
        known = None if again else _identify(document, speaker)
        if again is None and known is None:
            unsure += 1
            last = None
            continue
        last = again or (known and found.setdefault(*known))
        if last:
            last.said.append(attribution)
        other = _other(document, speaker)
        if other:
            found.setdefault(*_of_person(other, SourceKind.PERSON)).said.append(attribution)
    silent = []
    for subject, words in find_silences(document):
        asked = _identify(document, subject) if subject else None
        silent.append(Silence(asked[1].name if asked else _as_written(document, subject), words))
    return Sources(list(found.values()), unsure, silent)


def _as_written(document: Document, subject: Speaker | None) -> str:
    """Return the words for somebody whom no name is known of; "" for a pronoun."""
    if subject is None or subject.kind is SourceKind.PRONOUN:
        return ""
    return " ".join(phrase_at(document, subject.span))


def _identify(document: Document, speaker: Speaker) -> tuple[object, Source] | None:
    """Return the key that identifies a source, and the source.

    Returns None if it is not clear who is meant.
    """
    if speaker.person is not None:
        return _of_person(speaker.person, speaker.kind)
    if speaker.kind is SourceKind.PRONOUN:
        return None
    words = phrase_at(document, speaker.span)
    person = (
        _named_first(document, speaker.span)
        or _titled(document, speaker.span)
        or _described(document, speaker.span)
        or _office_holder(document, speaker.span)
    )
    if person is not None and not any(word.endswith(("’s", "'s", "s’", "s'")) for word in words):
        return _of_person(person, SourceKind.PERSON)
    if not words:
        return None
    name = " ".join(words)
    if speaker.kind is SourceKind.PERSON:
        return name.lower(), Source(name, SourceKind.PERSON, True, [])
    kind = kind_of_phrase(words)
    if kind is None:
        return None
    bearers = _bearers(document, words)
    if bearers:
        return _of_person(bearers[0], SourceKind.PERSON) if len(bearers) == 1 else None
    if is_one_again(words):
        return None
    lowers = [word.lower() for word in words]
    key = " ".join(lowers[1:] if lowers[0] in english.ARTICLES | english.DEMONSTRATIVES else lowers)
    head = head_of(words)
    named = (
        kind is not SourceKind.ANONYMOUS
        and has_name(words)
        and (is_body(head.lower()) or not is_somebody(head))
    )
    return key, Source(name, kind, named, [])


def _titled(document: Document, span: Span) -> Person | None:
    """Who is named at the end of a phrase, after a role: `Secretary of the Harbor Ada Roe`."""
    before = document.slice(span).partition(" of ")[0]
    end = span.start + len(before)
    described = document.people.at(end - 1) if before.endswith(head_of(before.split())) else None
    if described and any(span.start < mention.start and mention.end == end for mention in described.mentions):
        return described  # `Harbor scholar Ada Roe of the institute`
    person = document.people.at(span.end - 1)
    is_last = person is not None and any(mention.end == span.end for mention in person.mentions)
    head = head_of(document.slice(span).split())
    return person if is_last and head[0].isupper() and head.lower() in ROLE_NOUNS else None


def _described(document: Document, span: Span) -> Person | None:
    """Who is named right before a description: `Ada Roe, a deputy, asked`."""
    if not document.text.endswith(", ", 0, span.start) or not document.text.startswith(",", span.end):
        return None
    is_description = document.slice(span).split()[0].lower() in english.ARTICLES
    person = document.people.at(span.start - 3) if is_description else None
    is_before = person is not None and any(mention.end == span.start - 2 for mention in person.mentions)
    return person if is_before else None


def _named_first(document: Document, span: Span) -> Person | None:
    """Who is named at the beginning of a phrase, not only by what is his: `Roe officials`."""
    person = document.people.at(span.start)
    named = [m for m in person.mentions if m.start <= span.start < m.end] if person else []
    is_object = any(document.text.startswith((" into ", " onto ", " out "), m.end) for m in named)
    return None if is_object or any(m.kind is MentionKind.ATTRIBUTIVE for m in named) else person


def _again(document: Document, speaker: Speaker, found: list[Source]) -> Source | None:
    """The source that a phrase means again: `the official`, or `the officials`, after `a senior official`."""
    words = document.slice(speaker.span).split()
    head = words[-1]
    is_known = words[0].lower() in ("the", "this", "these") and [word.lower() for word in words[1:-1]] in (
        [],
        ["same"],
    )
    is_known = is_known and (head.lower() in DOCUMENTS or is_somebody(head) or is_body(head))
    if not is_known and not is_one_again(words):
        return None
    return next((one for one in found[::-1] if head_of(one.name.split()).lower() == head.lower()), None)


def _goes_on(document: Document, speaker: Speaker, last: Source | None) -> Source | None:
    """The source told of by a phrase who spoke last, where he or she goes on: `An aide said no. He left.`"""
    is_pronoun = speaker.kind is SourceKind.PRONOUN and speaker.person is None
    if last is None or not is_pronoun or document.slice(speaker.span).lower() not in ("he", "she"):
        return None
    spoke = last.said[-1].speaker
    if spoke is None or spoke.person is not None or spoke.kind is SourceKind.PRONOUN:
        return last if spoke and spoke.kind is SourceKind.PRONOUN and spoke.person is None else None
    head = head_of(document.slice(spoke.span).split())
    is_one = is_somebody(head) and not is_body(head.lower()) and not head.endswith("s")
    if not is_one:
        return None
    blocks = document.block_index(speaker.span.start) - document.block_index(spoke.span.start)
    return last if blocks in (0, 1) else None


def _other(document: Document, speaker: Speaker) -> Person | None:
    """Who says the same with a person: `said Ada Roe and Bo Renn.`, `Ada Roe and Bo Renn said`."""
    text, span = document.text, speaker.span
    if speaker.kind is not SourceKind.PERSON:
        return None
    if text.startswith(" and ", span.end):
        start = span.end + len(" and ")
        person = document.people.at(start)
        ends = [mention.end for mention in person.mentions if mention.start == start] if person else []
        return person if ends and text[ends[0] : ends[0] + 1] in (".", ",", ";") else None
    if text.endswith(" and ", 0, span.start):
        end = span.start - len(" and ")
        person = document.people.at(end - 1)
        starts = [mention.start for mention in person.mentions if mention.end == end] if person else []
        return person if starts and document.opens_sentence(starts[0]) else None
    return None


def _of_person(person: Person, kind: SourceKind) -> tuple[object, Source]:
    kind = SourceKind.PERSON if kind is SourceKind.PRONOUN else kind
    return id(person), Source(person.name.rstrip(","), kind, True, [])


def _bearers(document: Document, words: list[str]) -> list[Person]:
    """Return the people whose role a definite phrase names: `the Hull senator`, after `Sen. Ines Roe`."""
    head = words[-1].lower()
    is_whole = head_of(words) == words[-1] and not head.endswith("s")
    is_definite = words[0].lower() in english.POSSESSIVES | {"the"} or words[0].endswith(("’s", "'s"))
    if not is_definite or not is_whole or not is_somebody(words[-1]):
        return []
    return [
        person
        for person in document.people.all
        if any(mention.role and _bears(mention.role, head) for mention in person.mentions)
    ]


def _office_holder(document: Document, span: Span) -> Person | None:
    """Whose office a phrase names: `the secretary of state`, where the draft has `Secretary of State Roe`."""
    office = document.slice(span).partition(" ")[2].title().replace(" Of ", " of ")
    if " of " not in office:
        return None
    holders = [
        person
        for person in document.people.all
        if any(document.text.endswith(office + " ", 0, mention.name.start) for mention in person.mentions)
    ]
    return holders[0] if len(holders) == 1 else None


def _bears(role: str, head: str) -> bool:
    """Whether a role before a name is a noun, or short for it: `Sen.` and `senator`; not one abroad."""
    if not DEMONYMS.isdisjoint(role.lower().split()):
        return False
    word = role.lower().split()[-1].rstrip(".")
    return word == head or (len(word) > 2 and head.startswith(word))
