"""Whether somebody or something answers for an accusation."""

from __future__ import annotations

from copydesk.analyses.attribution.accusations import Accusation
from copydesk.analyses.attribution.answers import Answerer, Backing, Nearness, answer_for
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.verbs import CUES
from copydesk.model.prose import Span, once_a_draft

_CHARGES = frozenset(
    """
    accused accuse accuses accusing accusation accusations acquitted alleged allegedly alleges alleging
    allegation allegations arraigned arrested charged charges complaint convicted conviction guilty
    indicted indictment lawsuit lawsuits pleaded plea prosecutors prosecutor sentenced sued suing suit
    verdict suspicion jailed imprisoned convict prosecuted murderer murderers felon felons fugitive
    fugitives manhunt attacker attackers gunman terrorist escaped petition tribunal claim claims claimed
    claiming
    """.split()
)
_NO_CHARGE = frozenset("not nobody no never hasn't".split())
_LINKS = english.DETERMINERS
_BEING = (" was ", " were ", " been ", " is ", " are ", " and ")
_OF_A_CRIME = (" with ", " against ", "charges of ", "charges that ", "charges.")
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
    if backing.nearness is Nearness.ABOVE and not _opens_with_pronoun(document, accusation):
        return False
    return backing.words.start < accusation.sentence.start and backing.kind is not Answerer.UNNAMED


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
    if backing.kind is Answerer.CHARGE:
        return not _is_price(document, words.start)
    return not accusation.words.start <= words.start < accusation.words.end + _OBJECT


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
    for sentence in _with_charge(document):
        if sentence.start >= end:
            return False
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
def _with_charge(document: Document) -> list[Span]:
    """The sentences that tell of a charge, verdict, plea or suit, in the order of the text."""
    vocabulary, starts = document.words.vocabulary, document.words.starts
    places = sorted(starts[at] for word in vocabulary.keys() & _CHARGES for at in vocabulary[word])
    found = dict.fromkeys(document.sentence_at(place) for place in places if not _is_price(document, place))
    return [s for s in found if _NO_CHARGE.isdisjoint(document.slice(s).lower().split())]


def _is_price(document: Document, place: int) -> bool:
    """Whether a word for a charge is one for a price: `charged customers higher rates`."""
    text = document.text
    if not text.startswith(("charged", "charges"), place):
        return False
    was_charged = text.startswith("charged", place) and text[:place].endswith(_BEING)
    return not was_charged and not any(word in text[place : place + 60] for word in _OF_A_CRIME)
