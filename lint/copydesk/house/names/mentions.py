"""The names that a draft gives in full, with the words that stand near them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.house.names.known import NameKey, name_key
from copydesk.language.copy import NOT_STORY, OTHERS, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, COURTESY, OFFICES, RANKS_IN_FULL
from copydesk.language.lists.verbs import CUES
from copydesk.language.people.people import Mention, MentionKind
from copydesk.language.words import is_title_case
from copydesk.model.prose import BlockKind, Span, once_a_draft

NEAR = 70
"""Characters on either side of a name in which words describe it."""

SHORTEST = 4
"""Letters of a word that describes."""

_OFFICES = OFFICES | frozenset(RANKS_IN_FULL.values())
_NOT_OURS = OTHERS | NOT_STORY | {CopyKind.FOREIGN}
_SAY_NOTHING = (
    english.DETERMINERS
    | english.QUANTIFIERS
    | english.SUBJECT_PRONOUNS
    | english.OBJECT_PRONOUNS
    | english.REFLEXIVES
    | english.ANYBODY
    | english.ANYTHING
    | english.QUESTION_WORDS
    | english.RELATIVES
    | english.AUXILIARIES
    | english.PREPOSITIONS
    | english.CONJUNCTIONS
    | frozenset(english.ONES + english.TEENS + english.TENS + english.ORDINALS)
    | CALENDAR
    | COURTESY
    | CUES.keys()
    | frozenset(
        """
        also back began came even ever former gave gone held here just kept last left less made make next once
        only over same soon still such take taken then there today tonight took tomorrow very well went when
        year years yesterday
        """.split()
    )
)


class NamedPerson(Struct, frozen=True):
    """A name that a draft gives in full.

    name         as it stands at the first place, on one line; set in capitals, as it may be otherwise
    places       where it stands, title and role left out
    offices      the words for offices before it, in lower case: `mayor`, `senator` of Sen.
    in_capitals  whether all places are set in capitals
    is_guess     whether it is two words of a headline in capitals, which may be no name at all
    """

    key: NameKey
    name: str
    places: tuple[Span, ...]
    offices: frozenset[str]
    in_capitals: bool
    is_guess: bool = False


def full_names(document: Document) -> list[NamedPerson]:
    """Return the full names of people in the house's own copy, speech included, in the order of the text.

    What a post, a document or a paragraph in another language says is left out.
    """
    mentions: dict[NameKey, list[Mention]] = {}
    for mention in _mentions(document):
        key = name_key(_in_small_letters(document.slice(mention.name)))
        if key is not None:
            mentions.setdefault(key, []).append(mention)
    found = []
    for key, of_key in mentions.items():
        places = sorted(mention.name for mention in of_key)
        roles = " ".join(mention.role or "" for mention in of_key).lower().replace(".", "").split()
        offices = frozenset(RANKS_IN_FULL.get(word, word) for word in roles) & _OFFICES
        name = " ".join(document.slice(places[0]).split())
        if "(" not in name:
            name = name.replace(")", "")  # (Ada) Verhoef
        capitals = all(document.slice(place).isupper() for place in places)
        found.append(NamedPerson(key, _in_small_letters(name), tuple(places), offices, capitals))
    return sorted(found, key=lambda named: named.places[0])


def headline_guesses(document: Document) -> list[NamedPerson]:
    """Return what may be full names in a headline in capitals, where the people of the draft are not."""
    found = []
    taken = _in_names(document)
    for block in document.blocks:
        if block.kind is not BlockKind.HEADLINE or not is_title_case(document.slice(block.span)):
            continue
        for index in document.words.between(block.start, block.end):
            given, surname = document.word(index), document.word(index).next
            if _INITIAL.match(document.text, given.end):
                surname = surname.next
            place = Span(given.start, surname.end - 2 * surname.is_possessive)
            name = document.slice(place)
            if (
                surname.end > block.end
                or not taken.isdisjoint((index, index + 1))
                or not _NAME.fullmatch(name)
            ):
                continue
            key = name_key(_in_small_letters(name))
            if key is not None:
                named = _in_small_letters(name)
                found.append(NamedPerson(key, named, (place,), frozenset(), name.isupper(), is_guess=True))
    return found


_INITIAL = re.compile(r" [A-Z]\. ")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+ (?:[A-Z]\. )?[^\W\d_a-z][\w’'-]+")


def _in_small_letters(name: str) -> str:
    return name.title() if name.isupper() else name


def _mentions(document: Document) -> Iterator[Mention]:
    for person in document.people.all:
        for mention in person.mentions:
            if mention.kind is MentionKind.FULL and document.copy.at(mention.start) not in _NOT_OURS:
                yield mention


def descriptions(document: Document, named: NamedPerson) -> list[str]:
    """Return the words near a name that may describe it, neighbours together: `executive director`.

    They are in lower case. Words of grammar, verbs of speech, past tenses, days and people's names are none.
    """
    own = {part.lower() for part in named.name.replace("’", "'").split()}
    found: dict[str, None] = {}
    for place in named.places:
        block = document.block_at(place.start)
        stretch = Span(max(block.start, place.start - NEAR), min(block.end, place.end + NEAR))
        found.update(dict.fromkeys(_runs(document, stretch, own)))
    return list(found)


def single_words(runs: Iterable[str]) -> set[str]:
    """Return the words of phrases."""
    return {word for run in runs for word in run.split()}


def _runs(document: Document, stretch: Span, own: set[str]) -> Iterator[str]:
    """Yield the runs of describing words in a stretch, without the words of a name."""
    words, text, names = document.words, document.text, _in_names(document)
    run: list[str] = []
    end = -1
    for index in words.between(stretch.start, stretch.end):
        word = words[index]
        lower = word.lower.removesuffix("'s")
        lower = RANKS_IN_FULL.get(lower, lower)
        describes = (
            len(lower) >= SHORTEST
            and lower not in _SAY_NOTHING
            and lower not in own
            and index not in names
            and not (lower.endswith("ed") and lower in lexicon.common_words())
            and word.end <= stretch.end
            and any(map(str.isalpha, lower))
        )
        if run and not (describes and text[end : word.start] == " "):
            yield " ".join(run)
            run = []
        if describes:
            run.append(lower)
            end = word.end
    if run:
        yield " ".join(run)


@once_a_draft
def _in_names(document: Document) -> frozenset[int]:
    """Return the indices of the words that stand in people's names."""
    spans = (mention.name for person in document.people.all for mention in person.mentions)
    return frozenset(index for span in spans for index in document.words.between(span.start, span.end))
