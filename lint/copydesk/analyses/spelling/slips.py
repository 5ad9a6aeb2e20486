"""Names that are one slip of the finger away from another name of the draft.

Distance alone is wrong three times in four: Obama and Osama, Comey and Corey, Yemen and Yemeni. Here the
rarer word must be one that nobody knows, or stand where only the other name can.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from copydesk.analyses.spelling.alike import (
    LONG,
    how_known,
    is_known,
    is_listed,
    is_ordinary,
    one_slip_apart_names,
)
from copydesk.analyses.spelling.capitals import CapitalizedWord, capitalized
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import (
    CALENDAR,
    COURTESY,
    FOLLOWS_A_NAME,
    NOT_A_NAME,
    ROLE_NOUNS,
)
from copydesk.language.lists.verbs import CUES
from copydesk.language.people.evidence import goes_on
from copydesk.language.spelling.similar_words import (
    is_adjective,
    is_inflection,
)
from copydesk.language.words import SPACES
from copydesk.model.prose import Span

_MOST = 2
"""How often a slip of the finger is made in one draft."""

_OFTEN = 3
"""How often a surname must stand before an ordinary word with a capital is taken for it: Tramp for Trump."""

_SHORT_PLACE = 6
"""Letters of a place that is not often one slip from another name by chance: Hawaii, not Iran (Irna)."""

_ENDS_SPEECH = frozenset("”\"’',")
_NOT_BEFORE = english.ARTICLES | (english.CORE_PREPOSITIONS - {"by", "on", "with"}) | {"near"}
"""Words before a capitalised word that is rather a place or a thing than a person."""

_LONG_SURNAME = 7
"""Letters of a surname that need not speak to be somebody's: few others are one slip from it by chance."""


class Slip(Struct, frozen=True):
    """Two spellings of one name.

    odd, usual  the places of either
    introduced  whether the draft introduces a person by the usual one and nobody by the other, so that it is
                right however often each stands
    """

    odd: list[Span]
    usual: list[Span]
    introduced: bool = False


def misspelt_names(document: Document) -> Iterator[Slip]:
    """Pairs of names of which one is the other, misspelt."""
    words = capitalized(document)
    for one, other in one_slip_apart_names(document):
        places, others = words.places(one), words.places(other)
        rare, usual = one, other
        if (how_known(one) > 1, len(places), is_known(one)) > (
            how_known(other) > 1,
            len(others),
            is_known(other),
        ):
            rare, usual, places, others = other, one, others, places
        if not places or not others:
            continue
        for odd, right in ((places, others), (others, places)):
            if (
                not _is_plural(document, odd[0], right[0])
                and _is_of_nobody(document, odd)
                and _is_introduced_by(document, right)
            ):
                yield Slip([place.span for place in odd], [place.span for place in right], introduced=True)
                break
        else:
            if _Pair(document, rare, usual, places, others).is_slip():
                yield Slip([place.span for place in places], [place.span for place in others])


def _is_plural(document: Document, place: CapitalizedWord, other: CapitalizedWord) -> bool:
    """Whether a name is several of another: the Roes."""
    word, single = document.slice(place.span), document.slice(other.span)
    return word in (f"{single}s", f"{single}es")


def _is_introduced_by(document: Document, places: list[CapitalizedWord]) -> bool:
    """Whether a word is the surname that the draft introduces somebody with."""
    people = (document.people.at(place.span.start) for place in places)
    surfaces = {document.slice(place.span) for place in places}
    return any(
        person.introduction is not None and " " in person.name and person.surname.split()[-1] in surfaces
        for person in people
        if person
    )


def _is_of_nobody(document: Document, places: list[CapitalizedWord]) -> bool:
    """Whether a word is used as a surname in every place, speaks or acts, and nobody is introduced by it.

    A public figure needs no introduction; a place, a plain word and a part of a longer name is no surname.
    """
    word = document.slice(places[0].span)
    if word in lexicon.public_figures() or word in lexicon.places() or not _may_be_surname(word):
        return False
    speaks = False
    for place in places:
        start, end = place.span.start, place.span.end
        title = place.before.rstrip(".").lower()
        if place.after or (
            _part_of_name(place.before) and not document.opens_sentence(start - len(title) - 1)
        ):
            return False
        beside = document.word_before(start, across=SPACES)
        before, after = beside.surface, document.word_after(end, across=SPACES + ",").common
        if beside.lower in _NOT_BEFORE:
            return False
        person = document.people.at(start)
        if person is not None and (" " in person.name or person.introduction is not None):
            return False
        speaks = speaks or after in CUES or title in COURTESY or before in ROLE_NOUNS
        speaks = speaks or (before in CUES and beside.previous.gap[-2:-1] in _ENDS_SPEECH)
        speaks = speaks or (len(word) >= _LONG_SURNAME and bool(after) and goes_on(after))
    return speaks


def _may_be_surname(word: str) -> bool:
    return not is_ordinary(word) or word in lexicon.surnames()


class _Pair:
    """Two words one slip apart: the rarer one with its places, and the other."""

    def __init__(
        self,
        document: Document,
        rare: str,
        usual: str,
        places: list[CapitalizedWord],
        others: list[CapitalizedWord],
    ) -> None:
        self.document = document
        self.rare = rare
        self.usual = usual
        self.places = places
        self.others = others
        self.before = {p.before for p in places} & {p.before for p in others} - {""}
        self.after = {p.after for p in places} & {p.after for p in others} - {""}

    def is_slip(self) -> bool:
        """Whether the rarer word is the other one, misspelt."""
        if len(self.places) <= _MOST and self._is_given_name():
            return True
        if self._is_introduced(self.places) and not self._is_person() and self._has_article():
            return False
        if len(self.places) > _MOST or self._are_joined() or self._are_two() or self._are_parts_of_two():
            return False
        if is_adjective(self.rare, self.usual):
            return False
        if self.rare in (self.usual + "s", self.usual + "es"):
            return False
        known = is_known(self.rare)
        same_person = any(word in lexicon.given_names() for word in self.before)
        is_form = is_inflection(self.rare.lower(), self.usual.lower())
        is_other_ending = same_person and len(self.rare) == len(self.usual)
        if is_form and not is_other_ending and (known or not same_person):
            return False
        if same_person:
            return len(self.others) > 1 or not known
        if known:
            return self._stands_for_a_person()
        beside = bool(self.before or self.after)
        if how_known(self.usual) > 1 and self._names_nobody():
            return True
        if is_ordinary(self.usual) and not self._is_person():
            return beside or (len(self.others) > 1 and len(self.usual) >= LONG)
        if self.usual in lexicon.places() and len(self.usual) < _SHORT_PLACE:
            return beside
        return beside or len(self.others) > 1

    def _is_given_name(self) -> bool:
        """Whether both stand before one surname alone, and one is a given name: Rosalind, Rosalynd Orley."""
        after = [{place.after for place in places} for places in (self.places, self.others)]
        if not self.after or after[0] - self.after:
            return False
        words = (self.rare, self.usual)
        if not any(word in lexicon.given_names() for word in words) or any(
            is_ordinary(word) or word in lexicon.places() for word in words
        ):
            return False
        at = self.document.sentence_at
        together = {at(place.span.start) for place in self.places}
        return not any(at(place.span.start) in together for place in self.others)

    def _are_joined(self) -> bool:
        """Whether the two stand side by side in one name: Coca-Cola."""
        ends = {place.span.end for place in (*self.places, *self.others)}
        return any(place.span.start - 1 in ends for place in (*self.places, *self.others))

    def _are_two(self) -> bool:
        """Whether the words beside show two people: other given names before, other surnames after."""
        given = [
            {p.before for p in ps if p.before in lexicon.given_names()} for ps in (self.places, self.others)
        ]
        if all(given) and given[0].isdisjoint(given[1]):
            return True
        if all(self._is_introduced(ps) for ps in (self.places, self.others)):
            return not self.before
        after = [{p.after for p in ps} - {""} for ps in (self.places, self.others)]
        return bool(after[0]) and self.usual in lexicon.given_names() and after[0].isdisjoint(after[1])

    def _are_parts_of_two(self) -> bool:
        """Whether each stands in longer names alone, and these are others: Al Arabiya, Saudi Arabia."""
        sides = [
            [{_part_of_name(place.before) for place in places} for places in (self.places, self.others)],
            [{_part_of_name(place.after) for place in places} for places in (self.places, self.others)],
        ]
        return any("" not in here | there and here.isdisjoint(there) for here, there in sides)

    def _is_introduced(self, places: list[CapitalizedWord]) -> bool:
        person = self.document.people.at(places[0].span.start)
        return person is not None and " " in person.name

    def _names_nobody(self) -> bool:
        """Whether the draft has the rarer word for no person, and in no longer name that others lack."""
        people = self.document.people
        return all(
            people.at(place.span.start) is None
            and {place.before, place.after} <= {"", *self.before, *self.after}
            for place in self.places
        )

    def _has_article(self) -> bool:
        """Whether the usual word is a thing: the Capitol."""
        return any(
            self.document.word_before(place.span.start, across=SPACES).lower == "the" for place in self.others
        )

    def _is_person(self) -> bool:
        """Whether the usual word names a person somewhere in the draft."""
        return any(self.document.people.at(place.span.start) for place in self.others)

    def _stands_for_a_person(self) -> bool:
        """Whether a word that exists stands alone where a sentence names a person: `said Tramp`."""
        if len(self.others) < _OFTEN or len(self.places) > 1 or not _is_only_common(self.rare):
            return False
        if not self._is_person():
            return False
        if (
            self.rare.lower() in self.document.words.vocabulary
            and len(self.document.words.vocabulary[self.rare.lower()]) > 1
        ):
            return False
        (place,) = self.places
        text = self.document.text
        if place.after or (place.before and place.before.lower() not in COURTESY | ROLE_NOUNS):
            return False
        determined = text[max(0, place.span.start - 4) : place.span.start].split(" ")[-2:][:1]
        return determined[0].lower() not in ("a", "an", "the") and not self.document.opens_sentence(
            place.span.start
        )


def _part_of_name(word: str) -> str:
    """Return a word beside a name, or "" if it is a title, a common role or no part of a name."""
    lower = word.rstrip(".").lower()
    return "" if any(lower in words for words in (COURTESY, ROLE_NOUNS, FOLLOWS_A_NAME, CALENDAR)) else word


def _is_only_common(word: str) -> bool:
    """Whether a word is an ordinary one that nobody and no place is called."""
    lower = word.lower()
    return lower in lexicon.common_words() and not is_listed(word) and lower not in NOT_A_NAME
