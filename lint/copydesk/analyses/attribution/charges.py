"""Whether somebody or something answers for an accusation."""

from __future__ import annotations

from collections import Counter

from copydesk.analyses.attribution.accusations import Accusation, find_accusations
from copydesk.analyses.attribution.answers import (
    Answerer,
    Backing,
    Nearness,
    answer_for,
    find_citations,
    is_said,
)
from copydesk.analyses.attribution.wrongdoers import BODIES
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.lists.verbs import CUES, DOCUMENTS
from copydesk.model.prose import Span, once_a_draft

_NO_CHARGE = english.NEGATIONS | {"hasn't"}
_LINKS = english.DETERMINERS
_SHOWS = frozenset(
    """
    according alleged alleges by charges conclude concluded concludes described describes detailing
    documenting found in indicate indicated indicates named names obtained reported reveal revealed reveals
    reviewed said say says seen show showed shows state states suggest suggests that under
    """.split()
)
"""Words right beside a document that say that something was read in it."""

_POLICE = frozenset(
    "police officer officers deputy deputies guard guards sheriff agent agents trooper".split()
)
_CRIMINAL = frozenset(
    """
    acquitted arraigned arrested charge charged charges clemency commuted convict convicted fugitive guilty
    imprisoned indicted
    indictment jailed manhunt murderer pleaded prosecuted sentence sentenced trial verdict
    """.split()
)
"""What answers for a crime that stands before it; a fine, suit or reprimand may be for less."""

_CUSTODY = frozenset("arrested charged jailed imprisoned".split())
"""What the police do to others."""

_SUMS_UP = (
    "That is what ",
    "That's what ",
    "Those are ",
    "That was ",
    "So ",
    "This is what ",
    "That is the ",
)
_CLAIMS = DOCUMENTS | frozenset(
    "accusation allegation belief claim claims idea notion rumor rumour suggestion suspicion theory".split()
)
_REPORTING = frozenset("reported reports said say says writes wrote".split())
_PERSONAL = frozenset("he she they his her their".split())
_OCCASIONS = frozenset("after because before once until when whenever".split())
_SHORT, _BESIDE, _NOUN_BEFORE, _SOURCE_AT_MOST = 4, 3, 6, 6
_OBJECT = 30
"""Characters after a verb in which a document is what the wrong was done to."""


@once_a_draft
def unanswered_accusations(document: Document) -> list[Accusation]:
    """Return the accusations for which nobody and nothing in reach answers, one of each sentence.

    One that is grave only beside another counts where the draft has a grave one, or its paragraph two.
    """
    found = [one for one in find_accusations(document) if not is_answered(document, one)]
    is_grave = any(one.alone for one in found)
    beside = Counter(document.block_index(one.sentence.start) for one in found)
    kept = [one for one in found if is_grave or beside[document.block_index(one.sentence.start)] > 1]
    return list({one.sentence: one for one in reversed(kept)}.values())[::-1]


def is_answered(document: Document, accusation: Accusation) -> bool:
    """Whether a source, document or charge is in reach of an accusation.

    A source answers in the sentence, or where the speech of the sentence before goes on; a charge, plea,
    verdict or suit against the accused in the same paragraph, or anywhere before.
    """
    if _is_embedded(document, accusation) or _is_in_headline_of(document, accusation):
        return True
    if _ends_with_reporter(document, accusation.sentence) or _charged(document, accusation):
        return True
    backing = answer_for(document, accusation.sentence.start)
    if backing.words is None:
        return False
    if backing.kind in (Answerer.LINK, Answerer.INTERVIEW):
        return True
    if backing.words.start >= accusation.sentence.end:
        return _is_summed_up(document, accusation, backing.words)
    if not _answers_for_it(document, accusation, backing):
        return False
    if backing.nearness is Nearness.SENTENCE:
        return True
    if not _is_about(document, accusation, backing.words):
        return False
    if backing.nearness is Nearness.ABOVE and not _opens_with_pronoun(document, accusation):
        return False
    return backing.kind is not Answerer.UNNAMED


def _is_summed_up(document: Document, accusation: Accusation, words: Span) -> bool:
    """Whether the next sentence says where an accusation is from: `That is what the auditor concluded.`"""
    start = document.sentence_at(words.start).start
    return start > accusation.sentence.start and document.text.startswith(_SUMS_UP, start)


def _is_about(document: Document, accusation: Accusation, words: Span) -> bool:
    """Whether what a source said before an accusation is of the accused, or of the same act.

    The accused is not the source: `The mayor said the pool will open. He stole $40,000.`
    """
    first, end = document.sentence_at(words.start).start, accusation.sentence.start
    accused = document.people.at(accusation.subject.start)
    subject = document.slice(accusation.subject).lower()
    if subject in english.SUBJECT_PRONOUNS | english.POSSESSIVES:
        starts, speaker = document.words.starts, document.people.at(words.start)
        return any(
            document.people.at(starts[at]) not in (None, speaker) or document.words.lowers[at] in ROLE_NOUNS
            for at in document.words.between(first, end)
            if not words.start <= starts[at] < words.end
        )
    if accused is not None:
        return any(
            first <= m.start < end and not words.start <= m.start < words.end for m in accused.mentions
        )
    said = document.words.between(first, end)
    heard = {
        document.words.lowers[at] for at in said if not words.start <= document.words.starts[at] < words.end
    }
    done = document.words.between(accusation.words.start, accusation.words.end)
    wrong = {lower for lower in document.words.lowers[done.start : done.stop] if len(lower) > _SHORT}
    return subject.removesuffix("'s") in heard or not wrong.isdisjoint(heard)


def _answers_for_it(document: Document, accusation: Accusation, backing: Backing) -> bool:
    """Whether the words that seem to answer for a sentence are no part of the accusation.

    `falsified its safety records` names no record that says so; the accused do not answer for it.
    """
    words = backing.words
    if words is None:
        return False
    if backing.speaker is not None:
        is_another = not words.overlaps(accusation.subject) and not _is_aside(document, accusation, words)
        is_relative = document.slice(words).lower() in ("who", "which")
        return is_another and (not is_relative or is_said(document, accusation.words))
    if backing.kind is Answerer.CHARGE:
        return False  # it may be another's: see `_charged`
    is_object = accusation.words.start <= words.start < accusation.words.end + _OBJECT
    if backing.kind is Answerer.DOCUMENT:
        return not is_object and _is_read(document, words)
    return not is_object


def _is_aside(document: Document, accusation: Accusation, words: Span) -> bool:
    """Whether a speaker is only the occasion of a wrong: `moved him when the mothers complained`."""
    at = document.words.between(words.start, words.end).start
    before = document.words.lowers[at - 1]
    if document.words.lowers[at] in _LINKS or before in _LINKS:
        before = document.words.lowers[at - 2] if before in _LINKS else before
    return words.start > accusation.words.end and before in _OCCASIONS


def _is_read(document: Document, words: Span) -> bool:
    """Whether words right beside a document say that something was read in it: `the audit found that`."""
    lowers = document.words.lowers
    at = document.words.between(words.start, words.end).start
    beside = (*lowers[max(0, at - _BESIDE) : at], *lowers[at : at + 2 + _BESIDE])
    return not _SHOWS.isdisjoint(beside)


def _is_embedded(document: Document, accusation: Accusation) -> bool:
    """Whether a verb of speech or thought governs the accusation: `those who suggested the firm lied`."""
    within = document.words.between(accusation.sentence.start, accusation.subject.start)
    lowers = document.words.lowers[within.start : within.stop]
    before = [word for word in lowers if word not in _LINKS]
    if "that" in lowers[-2:] and not _CLAIMS.isdisjoint(before[-_NOUN_BEFORE:]):
        return True
    return bool(before) and before[-1] in CUES


def _is_in_headline_of(document: Document, accusation: Accusation) -> bool:
    """Whether a headline names who says it: `State police: Roe stole it`, `Poe Said Roe Stole It`."""
    sentence = accusation.sentence
    words = document.slice(sentence).split()
    if 2 * sum(word[0].islower() for word in words) > len(words) and document.text[sentence.end - 1] == ".":
        return False
    if ": " in document.text[sentence.start : accusation.subject.start]:
        return True
    within = document.words.between(sentence.start, accusation.words.start)
    return not _REPORTING.isdisjoint(document.words.lowers[within.start : within.stop])


def _ends_with_reporter(document: Document, sentence: Span) -> bool:
    """Whether a sentence ends with who reports it: `…, The Daily Post reports.`"""
    within = document.words.between(sentence.start, sentence.end)
    if document.words.lowers[within.stop - 1] not in _REPORTING:
        return False
    comma = document.text.rfind(", ", sentence.start, sentence.end)
    return document.text[comma + 2 : sentence.end].count(" ") < _SOURCE_AT_MOST


def _opens_with_pronoun(document: Document, accusation: Accusation) -> bool:
    start = accusation.sentence.start
    return document.text.startswith(("He ", "She ", "They "), start)


def _charged(document: Document, accusation: Accusation) -> bool:
    """Whether the draft tells of a charge against the accused in the paragraph or before it."""
    block = document.block_at(accusation.sentence.start)
    start, end = block.start, block.end
    for sentence, word in _with_charge(document):
        if sentence.start >= end:
            return _goes_on(document, accusation, sentence)
        is_in_it = accusation.words.start <= word.start < accusation.words.end
        if is_in_it or accusation.subject.contains(word):
            continue
        if sentence == accusation.sentence:
            is_object = accusation.words.end <= word.start < accusation.words.end + _OBJECT
            if not (is_object and document.slice(word) == "jury"):
                return True
            continue
        if sentence.start > accusation.sentence.start and document.slice(word).lower() not in _CRIMINAL:
            continue
        is_beside = sentence.start >= start and _may_be_accused(document, accusation, sentence, word)
        if is_beside or _names_accused(document, accusation, sentence):
            return True
    return False


def _goes_on(document: Document, accusation: Accusation, sentence: Span) -> bool:
    """Whether the paragraph after an accusation tells of a charge against the same pronoun."""
    subject = document.slice(accusation.subject).lower()
    last, block = document.block_index(accusation.sentence.start), document.block_index(sentence.start)
    within = document.words.between(sentence.start, sentence.end)
    is_pronoun = subject in english.SUBJECT_PRONOUNS and block == last + 1
    return is_pronoun and subject in document.words.lowers[within.start : within.stop]


def _names_accused(document: Document, accusation: Accusation, sentence: Span) -> bool:
    """Whether a sentence names the accused: the person, or the same words."""
    person = document.people.at(accusation.subject.start)
    if person is not None:
        first = document.blocks[max(0, document.block_index(sentence.start) - 1)].start
        within = document.words.between(sentence.start, sentence.end)
        is_meant = not _PERSONAL.isdisjoint(document.words.lowers[within.start : within.stop])
        begin = first if is_meant else sentence.start
        return any(begin <= mention.start < sentence.end for mention in person.mentions)
    name = document.slice(accusation.subject).lower()
    return name not in english.SUBJECT_PRONOUNS and name in document.slice(sentence).lower()


def _may_be_accused(document: Document, accusation: Accusation, sentence: Span, word: Span) -> bool:
    """Whether a charge of the same paragraph that does not name the accused may be theirs.

    It is that of somebody with another name where it names one, and the accused has a name; and what the
    police do to others is none against them.
    """
    subject = document.slice(accusation.subject)
    if document.slice(word).lower() in _CUSTODY and not _POLICE.isdisjoint(_called(document, accusation)):
        return False
    has_name = subject[0].isupper() and subject.lower() not in english.SUBJECT_PRONOUNS
    if not has_name:
        return True
    is_bodys = document.people.at(accusation.subject.start) is not None and _is_against_body(document, word)
    return not is_bodys and not _names_another(document, sentence)


def _is_against_body(document: Document, charge: Span) -> bool:
    """Whether a charge is against a firm or body: `fined the dairy`."""
    after = document.words.between(charge.end, charge.end + _OBJECT)
    lowers = document.words.lowers[after.start : after.start + _BESIDE]
    return lowers[:1] == ["the"] and not BODIES.isdisjoint(lowers)


def _called(document: Document, accusation: Accusation) -> list[str]:
    """The words that say who is accused, with the role before a name."""
    at = document.words.between(accusation.subject.start, accusation.subject.end)
    return document.words.lowers[max(0, at.start - 2) : at.stop]


def _names_another(document: Document, sentence: Span) -> bool:
    """Whether a sentence names anybody."""
    within = document.words.between(sentence.start, sentence.end)
    starts = document.words.starts[within.start : within.stop]
    return any(document.people.at(start) for start in starts)


@once_a_draft
def _with_charge(document: Document) -> list[tuple[Span, Span]]:
    """The sentences that tell of a charge, verdict, plea or suit, each with the word that does."""
    lowers, words = document.words.lowers, document.words
    told = [
        words[one.index].span
        for one in find_citations(document)
        if one.is_charge
        and _NO_CHARGE.isdisjoint(lowers[max(0, one.index - _BESIDE) : one.index])
        and not _is_supposed(document, one.index)
    ]
    return [(document.sentence_at(span.start), span) for span in told]


def _is_supposed(document: Document, index: int) -> bool:
    """Whether a sentence opens with `if`: `If he did, a grand jury should hear of it.`"""
    start = document.sentence_at(document.words.starts[index]).start
    return document.text.startswith(("If ", "Should "), start)
