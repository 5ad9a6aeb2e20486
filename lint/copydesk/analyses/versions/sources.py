"""Who says what in two versions of a story: speakers that changed, sources that are gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from copydesk.analyses.versions.quotations import QuotationPair, attribution_of, is_speech
from copydesk.analyses.versions.sentences import SentencePair
from copydesk.analyses.versions.tokens import letters
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind
from copydesk.language.lists.lexicon import given_name_short_forms
from copydesk.language.people.people import Person
from copydesk.language.spelling.similar_words import one_slip_apart
from copydesk.model.prose import Span

CLAIM = 4
"""Words of the shortest claim that can lose its source."""

KEPT = 0.7
"""The share of the words of a claim that stand in the newer version where only its source is gone."""


class Speakers(StrEnum):
    """How the speakers of one quotation compare."""

    SAME = "same"
    RESPELT = "respelt"
    OTHER = "other"


class SpeakerChange(Struct, frozen=True):
    """A quotation with another speaker, or with a speaker whose name is spelled in another way."""

    how: Speakers
    pair: QuotationPair
    old: Person
    new: Person


class LostSource(Struct, frozen=True):
    """A claim or a quotation that is kept, and nobody is on record for it any more.

    old, new  its sentence, or the quotation with its marks, in both versions
    source    the words that are gone, in the older version: the speaker and the verb
    quoted    whether it is a quotation
    """

    old: Span
    new: Span
    source: Span
    quoted: bool


def changed_speakers(
    older: Document, newer: Document, pairs: Iterable[QuotationPair]
) -> Iterator[SpeakerChange]:
    """Yield the quotations whose speaker is another one.

    Both must be named, by name and with a verb of speech: a pronoun or a line with a dash may mean anybody.
    """
    told_before = ""
    for pair in pairs:
        before, after = attribution_of(older, pair.old), attribution_of(newer, pair.new)
        one, other = _named_speaker(older, before), _named_speaker(newer, after)
        if before is None or after is None or one is None or other is None:
            continue
        how = Speakers.OTHER if _are_both(older, newer, one, other) else compare_people(one, other)
        if how is Speakers.SAME or _naming(older, before) == _naming(newer, after):
            continue
        told_before = told_before or letters(older.text)
        if letters(_telling(newer, after)) not in told_before:
            yield SpeakerChange(how, pair, one, other)


def _are_both(older: Document, newer: Document, one: Person, other: Person) -> bool:
    """Whether both full names stand in both versions: `Dora Pell` and `Dora Pell-Greene` are two people."""
    return (
        one.name != other.name
        and " " in one.name
        and " " in other.name
        and all(
            person.name in {known.name for known in document.people.all}
            for person in (one, other)
            for document in (older, newer)
        )
    )


def _naming(document: Document, attribution: Attribution) -> str:
    """Return the words that name a speaker."""
    return letters(document.slice(attribution.speaker.span)) if attribution.speaker else ""


def _telling(document: Document, attribution: Attribution) -> str:
    """Return the sentence that says who spoke. Where both versions have it, nobody changed the speaker."""
    return document.slice(document.sentence_at(attribution.cue.start)) if attribution.cue else ""


def compare_people(one: Person, other: Person) -> Speakers:
    """Tell whether the people of two versions are one, by their names: `Robert Ames` is `Bob Ames`."""
    names, others = _parts(one.name), _parts(other.name)
    if names == others or set(names) <= set(others) or set(others) <= set(names):
        return Speakers.SAME
    if len(names) == len(others):
        differing = [pair for pair in zip(names, others, strict=True) if pair[0] != pair[1]]
        if all(min(map(len, pair)) > 3 and one_slip_apart(*pair) for pair in differing):
            return Speakers.RESPELT
    surnames = letters(one.surname), letters(other.surname)
    if len(names) == 1 or len(others) == 1:
        is_slip = min(map(len, surnames)) > 3 and one_slip_apart(*surnames)
        return Speakers.RESPELT if is_slip else Speakers.OTHER
    is_namesake = surnames[0] == surnames[1] and (
        names[0][0] == others[0][0] or _is_short_form(names[0], others[0])
    )
    return Speakers.SAME if is_namesake else Speakers.OTHER


def _is_short_form(one: str, other: str) -> bool:
    forms = given_name_short_forms()
    return one in forms and forms[one] == forms.get(other)


def _parts(name: str) -> list[str]:
    """Return the words of a name, those of a double surname one by one."""
    return [letters(part) for part in re.findall(r"\w[\w.'’]*", name)]


def _named_speaker(document: Document, attribution: Attribution | None) -> Person | None:
    """Return the person whom an attribution names with a verb of speech."""
    if (
        attribution is None
        or attribution.speaker is None
        or attribution.cue is None
        or attribution.verb is None
    ):
        return None
    speaker = attribution.speaker
    if speaker.kind is not SourceKind.PERSON or speaker.person is None:
        return None
    words = document.slice(speaker.span)
    is_near = document.block_index(speaker.span.start) == document.block_index(attribution.cue.start)
    return speaker.person if is_near and any(part in words for part in speaker.person.name.split()) else None


def lost_sources(
    older: Document, newer: Document, sentences: Iterable[SentencePair], quotes: Iterable[QuotationPair]
) -> Iterator[LostSource]:
    """Yield what is kept without the source that it had, each sentence once."""
    attributed = _attributed(newer)
    told = [one for one in older.attributions if one.cue is not None and one.speaker is not None]
    by_sentence: dict[Span, list[Attribution]] = {}
    for one in told:
        if one.cue is not None:
            by_sentence.setdefault(older.sentence_at(one.cue.start), []).append(one)
    seen = set()
    for pair in sentences:
        if any(
            span.overlaps(pair.new.span)
            for span in attributed.get(newer.block_index(pair.new.span.start), ())
        ):
            continue
        for one in by_sentence.get(pair.old.span, ()):
            if pair.new.span not in seen and _is_kept(older, one, pair):
                seen.add(pair.new.span)
                yield LostSource(pair.old.span, pair.new.span, _words_of(one), quoted=False)
    for quote in quotes:
        before = attribution_of(older, quote.old)
        if before is None or before.speaker is None or before.cue is None or not is_speech(newer, quote.new):
            continue
        after = attribution_of(newer, quote.new)
        if (after is None or after.speaker is None) and newer.sentence_at(quote.new.start) not in seen:
            seen.add(newer.sentence_at(quote.new.start))
            yield LostSource(quote.old.span, quote.new.span, _words_of(before), quoted=True)


def _attributed(document: Document) -> dict[int, list[Span]]:
    """Return what is attributed in each block: the words, the speaker and the cue."""
    found: dict[int, list[Span]] = {}
    for one in document.attributions:
        if one.speaker is not None:
            for span in (one.content, one.speaker.span, *([one.cue] if one.cue else ())):
                found.setdefault(document.block_index(span.start), []).append(span)
    return found


def _is_kept(older: Document, one: Attribution, pair: SentencePair) -> bool:
    """Whether the words that a source vouched for stand in the newer sentence, and its name does not."""
    gone = {index for difference in pair.differences for index in difference.old}
    cue, claim = [], []
    for index, token in enumerate(pair.old.tokens):
        if one.cue is not None and one.cue.overlaps(token.span):
            cue.append(index)
        elif one.content.contains(token.span) and not older.quotes.hold(token.span):
            claim.append(index)
    kept = sum(index not in gone for index in claim)
    return bool(cue) and gone.issuperset(cue) and len(claim) >= CLAIM and kept >= KEPT * len(claim)


def _words_of(attribution: Attribution) -> Span:
    """Return the stretch of the speaker and the verb."""
    spans = [span for span in (attribution.cue, attribution.speaker and attribution.speaker.span) if span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))
