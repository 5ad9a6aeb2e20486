"""Whether somebody or something answers for an accusation."""

from __future__ import annotations

from copydesk.analyses.attribution.accusations import Accusation
from copydesk.analyses.attribution.answers import Answerer, Backing, Nearness, answer_for
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.lists.verbs import CUES
from copydesk.model.prose import Span, once_a_draft

_CHARGES = frozenset(
    """
    accused accuse accuses accusing accusation accusations acquitted alleged allegedly alleges alleging
    allegation allegations arraigned arrested charged charges complaint convicted conviction guilty
    indicted indictment lawsuit lawsuits pleaded plea prosecutors prosecutor sentenced sued suing suit
    verdict suspicion jailed imprisoned convict prosecuted murderer murderers felon felons fugitive
    fugitives manhunt attacker attackers gunman terrorist escaped petition tribunal claim claims claimed
    claiming revoked disbarred fined reprimanded censured disciplined sanctioned defrocked debarred
    """.split()
)
_NO_CHARGE = frozenset("not nobody no never hasn't".split())
_LINKS = english.DETERMINERS
_BEING = (" was ", " were ", " been ", " is ", " are ", " and ")
_OF_A_CRIME = (" with ", " against ", "charges of ", "charges that ", "charges.")
_SUMS_UP = (
    "That is what ",
    "That's what ",
    "Those are ",
    "That was ",
    "So ",
    "This is what ",
    "That is the ",
)
_SHORT = 4
_OBJECT = 30
"""Characters after a verb in which a document is what the wrong was done to."""


def is_answered(document: Document, accusation: Accusation) -> bool:
    """Whether a source, document or charge is in reach of an accusation.

    A source answers in the sentence, or where the speech of the sentence before goes on; a charge, plea,
    verdict or suit against the accused in the same paragraph, or anywhere before.
    """
    backing = answer_for(document, accusation.sentence.start)
    if _charged(document, accusation) or _is_embedded(document, accusation):
        return True
    if backing.words is None or not _answers_for_it(document, accusation, backing):
        return False
    if backing.nearness is Nearness.SENTENCE:
        return True
    if backing.words.start > accusation.sentence.start:
        return _is_summed_up(document, accusation, backing.words)
    if backing.speaker is not None and not _is_about(document, accusation, backing.words):
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
        return not words.overlaps(accusation.subject) and document.slice(words).lower() not in (
            "who",
            "which",
        )
    is_object = accusation.words.start <= words.start < accusation.words.end + _OBJECT
    if backing.kind is Answerer.CHARGE:
        if document.slice(words) == "jury" and is_object:
            return False
        return not _is_price(document, words.start)
    return not is_object


def _is_embedded(document: Document, accusation: Accusation) -> bool:
    """Whether a verb of speech or thought governs the accusation: `those who suggested the firm lied`."""
    within = document.words.between(accusation.sentence.start, accusation.subject.start)
    before = [word for word in document.words.lowers[within.start : within.stop] if word not in _LINKS]
    return bool(before) and before[-1] in CUES


def _opens_with_pronoun(document: Document, accusation: Accusation) -> bool:
    start = accusation.sentence.start
    return document.text.startswith(("He ", "She ", "They "), start)


def _charged(document: Document, accusation: Accusation) -> bool:
    """Whether the draft tells of a charge against the accused in the paragraph or before it."""
    person = document.people.at(accusation.subject.start)
    end = document.block_at(accusation.sentence.start).end
    for sentence, word in _with_charge(document):
        if sentence.start >= end:
            return False
        if accusation.words.start <= word < accusation.words.end:
            continue
        if document.block_index(sentence.start) == document.block_index(accusation.sentence.start):
            return True
        if person is None:
            name = document.slice(accusation.subject).lower()
            if name in document.slice(sentence).lower():
                return True
        elif any(sentence.start <= mention.start < sentence.end for mention in person.mentions):
            return True
    return False


@once_a_draft
def _with_charge(document: Document) -> list[tuple[Span, int]]:
    """Return the sentences that tell of a charge, verdict, plea or suit, each with the place of its word."""
    vocabulary, starts = document.words.vocabulary, document.words.starts
    places = sorted(starts[at] for word in vocabulary.keys() & _CHARGES for at in vocabulary[word])
    found = [(document.sentence_at(place), place) for place in places if not _is_price(document, place)]
    return [one for one in found if _NO_CHARGE.isdisjoint(document.slice(one[0]).lower().split())]


def _is_price(document: Document, place: int) -> bool:
    """Whether a word for a charge is one for a price: `charged customers higher rates`."""
    text = document.text
    if not text.startswith(("charged", "charges"), place):
        return False
    was_charged = text.startswith("charged", place) and text[:place].endswith(_BEING)
    return not was_charged and not any(word in text[place : place + 60] for word in _OF_A_CRIME)
