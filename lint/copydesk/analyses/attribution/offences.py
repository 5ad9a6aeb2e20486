"""Words that say that somebody did a grave wrong, from `data/offences.txt`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from enum import StrEnum
from functools import cache, reduce
from itertools import product
from operator import or_

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import COPY, CopyKind
from copydesk.language.lists.inflections import plurals
from copydesk.language.lists.lexicon import WordList
from copydesk.model.prose import once_a_draft

_DATA = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data")
PATH_OF_WORDS = os.path.join(_DATA, "offence_words.txt")
"""The words of the list with their forms, made by `tools/offence_words.py`."""

MONEY = "$"
"""The entry among the objects of a verb that stands for an amount of money."""

ANYTHING = "*"
"""The entry among the objects of a verb that stands for all but what is done in a figure of speech."""

ANYBODY = "person"
"""The entry among the objects of a verb that stands for whoever can be told."""


class VerbForm(StrEnum):
    """The form of a verb, on which depends what must stand before it."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    DOING = "doing"


class Offence(Struct, frozen=True):
    """A sense of a verb in which it is a grave wrong.

    forms    the forms that the word may be: a past may be a participle
    objects  the words one of which it must be done to, with their plurals; none: see `human`
    further  choices of words, one of each of which its sentence must have beside that, with their plurals
    human    whether it is a wrong when it is done to a person
    beside   whether it is a wrong only beside another
    omitted  whether it is a wrong to leave it undone
    """

    forms: frozenset[VerbForm]
    objects: frozenset[str]
    further: tuple[frozenset[str], ...]
    human: bool
    beside: bool
    omitted: bool


class Nouns(Struct, frozen=True):
    """Wrongs as things, what those are called who do them, adjectives, and objects of figures of speech.

    pairs  the second words of each label of two words, by the first
    all    wrongs, labels and brands
    """

    wrongs: frozenset[str]
    labels: frozenset[str]
    brands: frozenset[str]
    figures: frozenset[str]
    pairs: dict[str, frozenset[str]]
    all: frozenset[str]


OMITS = frozenset("never not didn't doesn't failed fails refused refuses neglected".split())
"""Words one of which says that something is left undone."""

_READ = COPY | {CopyKind.FIRST_PERSON, CopyKind.DISPLAY}


@once_a_draft
def find_wrongs(document: Document) -> dict[int, list[Offence]]:
    """Find the words that may state a wrong in our own voice: in no quotation, and in copy of ours.

    Returns the index of each in `document.words`, in order, with those senses of the verb whose object and
    further words stand in its sentence: none for a noun. Nothing where no word states a wrong by itself.
    """
    words, vocabulary = document.words, document.words.vocabulary
    known = {word: _known_word(word) for word in _words_of_offences().among(vocabulary.keys())}
    in_draft = reduce(or_, (what.sets for what in known.values()), 0)
    possible = {
        word: [sense for sense in what.senses if sense.needed & in_draft == sense.needed]
        for word, what in known.items()
        if what.senses or what.is_noun
    }
    wanted = reduce(or_, (sense.needed for senses in possible.values() for sense in senses), 0)
    sentences = document.sentences_of_words
    beside = [0] * len(document.sentences)
    for word, what in known.items():
        if sets := what.sets & wanted:
            for index in vocabulary[word]:
                beside[sentences[index]] |= sets
    phrases = set(_idioms(document, [word for word, what in known.items() if what.ends_idiom]))
    found: dict[int, list[Offence]] = {index: [] for index in phrases}
    for word, senses in possible.items():
        is_noun = known[word].is_noun
        if not senses and not is_noun:
            continue
        for index in vocabulary[word]:
            sets = beside[sentences[index]]
            stated = [sense for sense in senses if sense.needed & sets == sense.needed]
            if (
                (stated or (is_noun and _is_whole(document, index)))
                and document.copy.at(words.starts[index]) in _READ
                and not document.quotes.hold(words[index].span)
            ):
                found[index] = [_offence(sense.line, sense.forms) for sense in stated]
    is_grave = phrases or any(
        not stated or any(not one.beside for one in stated) for stated in found.values()
    )
    blocks = Counter(document.block_index(words.starts[index]) for index in found)
    return {
        index: found[index]
        for index in sorted(found)
        if is_grave or blocks[document.block_index(words.starts[index])] > 1
    }


def _is_whole(document: Document, index: int) -> bool:
    """Whether a word is a noun for a wrong, and no first word of a label of two without the second."""
    lowers = document.words.lowers
    second = nouns().pairs.get(lowers[index])
    return second is None or not second.isdisjoint(lowers[index + 1 : index + 2])


def _idioms(document: Document, lasts: Iterable[str]) -> Iterator[int]:
    """Yield the index of the last word of each idiom of a wrong in our own voice.

    lasts  the words of the draft that an idiom ends with
    """
    words = document.words
    for word in lasts:
        phrases = [phrase for phrase in idioms()[word] if all(map(words.vocabulary.__contains__, phrase))]
        for index, phrase in product(words.vocabulary[word], phrases):
            if tuple(words.lowers[max(0, index - len(phrase) + 1) : index + 1]) == phrase:
                span = words[index].span
                if document.copy.at(span.start) in _READ and not document.quotes.hold(span):
                    yield index


class _Sense(Struct, frozen=True):
    """A line of the list that a word may be a verb of.

    line    its number among the lines of verbs
    forms   the forms that the word may be: `base+past`
    needed  the bits of the sets of which a sentence must have a word each
    """

    line: int
    forms: str
    needed: int


class _KnownWord(Struct, frozen=True):
    """What a word of a draft is to the list.

    senses      the lines that it may be a verb of, in their order
    sets        the bits of the sets that it is a word of: one number says so which a sentence has
    is_noun     whether it is a wrong, a label or a brand
    ends_idiom  whether it is the last word of an idiom
    """

    senses: list[_Sense]
    sets: int
    is_noun: bool
    ends_idiom: bool


@cache
def _words_of_offences() -> WordList:
    return WordList(PATH_OF_WORDS, end=b" ")


@cache
def _known_word(word: str) -> _KnownWord:
    """Take the line of a word apart: its head says what it holds. Nothing is known of other words."""
    facts = (_words_of_offences().line(word) or "").split()[1:]
    return _KnownWord(
        [_sense(*fact.split("/")) for fact in facts if "/" in fact],
        _bits(filter(str.isdecimal, facts)),
        "noun" in facts,
        "idiom" in facts,
    )


def _sense(line: str, forms: str, *needed: str) -> _Sense:
    return _Sense(int(line), forms, _bits(needed))


def _bits(numbers: Iterable[str]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << int(number)
    return bits


def forms_of_wrong(word: str) -> Set[VerbForm]:
    """Return the forms that a lower-case word may be of a verb of the list; none for any other word."""
    return frozenset().union(*(_forms(sense.forms) for sense in _known_word(word).senses))


@cache
def _forms(forms: str) -> frozenset[VerbForm]:
    return frozenset(map(VerbForm, forms.split("+")))


@cache
def _offence(line: int, forms: str) -> Offence:
    """Return what a line of verbs says, for some forms of them."""
    section, text = lines_of_verbs()[line]
    _, choice, others = parts_of_line(text)
    return Offence(
        _forms(forms),
        _with_plurals(choice),
        tuple(map(_with_plurals, others)),
        section == "human" and not choice,
        section in ("beside", "omitted"),
        section == "omitted",
    )


@cache
def lines_of_verbs() -> list[tuple[str, str]]:
    """Return the lines of the list with verbs, in order, each after the name of its section."""
    return [
        (section, text)
        for section in ("alone", "human", "beside", "omitted")
        for text in _sections()[section]
    ]


def parts_of_line(text: str) -> tuple[list[str], str, list[str]]:
    """Return the verbs of a line, the choice of what it must be done to, and the choices beside that."""
    first, *others = text.split(" > ")
    verbs, _, choice = first.partition("+")
    return verbs.split(), choice, others


@cache
def entries_of(choice: str) -> frozenset[str]:
    """Return the entries of a choice such as `@kin|official`; none of an empty one."""
    words: set[str] = set()
    for word in choice.split("|") if choice else ():
        words |= _classes()[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)


@cache
def _with_plurals(choice: str) -> frozenset[str]:
    """Return the entries of a choice, and their plurals."""
    entries = entries_of(choice)
    return entries.union(*map(plurals_of, entries))


def plurals_of(word: str) -> list[str]:
    """Return the plurals of an entry."""
    return plurals(word) if word.isalpha() else [f"{word}s"]


def words_of(name: str) -> frozenset[str]:
    """Return the words of a class of the list, with their plurals."""
    return _with_plurals(f"@{name}")


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Return the words of each class of the list."""
    return {name: frozenset(words) for name, *words in map(str.split, _sections()["class"])}


@cache
def nouns() -> Nouns:
    """Return the nouns and adjectives of wrongs, lower case."""
    named = {name: frozenset(" ".join(_sections()[name]).split()) for name in ("noun", "branded", "figure")}
    lines = [line.split() for line in _sections()["pair"]]
    pairs = {first: frozenset(second) for first, *second in lines}
    labels = frozenset(" ".join(_sections()["label"]).split()) | pairs.keys()
    every = named["noun"] | labels | named["branded"]
    return Nouns(named["noun"], labels, named["branded"], named["figure"], pairs, every)


@cache
def idioms() -> dict[str, list[tuple[str, ...]]]:
    """Return the words of each idiom that says that somebody does a wrong, lower case, by its last word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for line in _sections()["idiom"]:
        words = tuple(line.split())
        found.setdefault(words[-1], []).append(words)
    return found


@cache
def _sections() -> dict[str, list[str]]:
    with open(os.path.join(_DATA, "offences.txt"), encoding="utf-8") as file:
        _, *sections = file.read().split("\n[")
    parts = (section.partition("]\n") for section in sections)
    return {
        name: [line for line in lines.split("\n") if line and not line.startswith("#")]
        for name, _, lines in parts
    }
