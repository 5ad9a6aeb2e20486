"""Words that say that somebody did a grave wrong, from `data/offences.txt`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from itertools import product, repeat

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import COPY, CopyKind
from copydesk.language.lists.inflections import inflections
from copydesk.model.prose import once_a_draft

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
    objects  the words one of which it must be done to; empty: see `human`
    further  sets of words, one of each of which its sentence must have beside that; none: none needed
    human    whether it is a wrong when it is done to a person
    beside   whether it is a wrong only beside another
    omitted  whether it is a wrong to leave it undone
    needed   sets of words, of each of which one stands in every sentence that has this sense
    first, second  the numbers of the two smallest of these: see `_marks_of_sets`
    """

    forms: frozenset[VerbForm]
    objects: frozenset[str]
    further: tuple[frozenset[str], ...]
    human: bool
    beside: bool
    omitted: bool
    needed: tuple[frozenset[str], ...]
    first: int
    second: int

    def may_be_stated(self, marks: dict[int, int], here: int) -> bool:
        """Whether a sentence that `here` marks may have the words of this sense."""
        return bool((here := here & marks.get(self.first, 0)) and here & marks.get(self.second, 0))

    def is_stated(self, stems: list[str]) -> bool:
        """Whether a sentence has the further words of this sense, and may have its object.

        stems  its words in lower case, without a possessive 's
        """
        return not any(map(frozenset.isdisjoint, self.needed, repeat(stems)))


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


_OMITS = frozenset("never not didn't doesn't failed fails refused refuses neglected".split())
"""Words one of which says that something is left undone."""

_THIRD = {"do": "does", "go": "goes", "have": "has"}
"""The third person of verbs that have one of their own."""

_READ = COPY | {CopyKind.FIRST_PERSON, CopyKind.DISPLAY}
_OPEN = frozenset([MONEY, ANYTHING, ANYBODY])
"""Objects that stand for others."""

_OPEN_BEFORE = _OPEN | {"man", "off"}
"""Those of a participle, whose object stands before it: `man` is any person, `off` may be `up`."""


@once_a_draft
def find_wrongs(document: Document) -> dict[int, list[Offence]]:
    """Find the words that may state a wrong in our own voice: in no quotation, and in copy of ours.

    Returns the index of each in `document.words`, in order, with those senses of the verb whose object and
    further words stand in its sentence: none for a noun. Nothing where no word states a wrong by itself.
    """
    words, vocabulary = document.words, document.words.vocabulary
    wrongs = nouns().all.intersection(vocabulary)
    sentences, ranges = document.sentences_of_words, document.words_of_sentences
    verbs = {word: senses(word) for word in vocabulary.keys() & _verbs_of_forms().keys()}
    marks = _marks_of_sets(document)
    phrases = set(_idioms(document))
    found: dict[int, list[Offence]] = {index: [] for index in phrases}
    for word in verbs.keys() | wrongs:
        here = _mark(vocabulary[word], sentences)
        possible = [sense for sense in verbs.get(word, ()) if sense.may_be_stated(marks, here)]
        for index in vocabulary[word] if possible or word in wrongs else ():
            within = ranges[sentences[index]]
            stems = [lower.removesuffix("'s") for lower in words.lowers[within.start : within.stop]]
            stated = [sense for sense in possible if sense.is_stated(stems)]
            if (
                (stated or (word in wrongs and _is_whole(document, index)))
                and document.copy.at(words.starts[index]) in _READ
                and not document.quotes.hold(words[index].span)
            ):
                found[index] = stated
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


def _idioms(document: Document) -> Iterator[int]:
    """Yield the index of the last word of each idiom of a wrong in our own voice."""
    words = document.words
    for word in words.vocabulary.keys() & idioms().keys():
        phrases = [phrase for phrase in idioms()[word] if all(map(words.vocabulary.__contains__, phrase))]
        for index, phrase in product(words.vocabulary[word], phrases):
            if tuple(words.lowers[max(0, index - len(phrase) + 1) : index + 1]) == phrase:
                span = words[index].span
                if document.copy.at(span.start) in _READ and not document.quotes.hold(span):
                    yield index


_ALL, _NO_SET = -1, 0
_WIDTH = 60
"""Sentences that have a bit of their own in a mark; a further one shares the bit of an earlier one."""

_NUMBERS: dict[frozenset[str], int] = {}
_SETS: dict[str, list[int]] = {}
"""The numbers of the sets of words that senses need, and for each word those of the sets that hold it."""


@cache
def _number_of(words: frozenset[str]) -> int:
    """Return the number of a set of words, by which each of them leads to it."""
    number = _NUMBERS.setdefault(words, len(_NUMBERS) + 1)
    for word in words:
        _SETS.setdefault(word, []).append(number)
    return number


def _marks_of_sets(document: Document) -> dict[int, int]:
    """Return in which sentences of a draft a word of each set stands, by the number of the set.

    A mark is a row of bits, one for each sentence. It may show a sentence too many, and none too few.
    """
    marks: dict[int, int] = {_NO_SET: _ALL}
    for places in (document.words.vocabulary, document.words.parts):
        for word, indices in places.items():
            if numbers := _SETS.get(word):
                mark = _mark(indices, document.sentences_of_words)
                for number in numbers:
                    marks[number] = marks.get(number, 0) | mark
    return marks


def _mark(indices: list[int], sentences: list[int]) -> int:
    """Return the mark of the sentences of some words."""
    mark = 0
    for index in indices:
        mark |= 1 << sentences[index] % _WIDTH
    return mark


@cache
def senses(word: str) -> list[Offence]:
    """Return the senses of a form of a verb, lower case.

    Empty for any other word. Only the lines that a draft needs are parsed.
    """
    lines: dict[_Line, set[VerbForm]] = {}
    for verb, kind in _verbs_of_forms().get(word, ()):
        for place in _lines_of_verbs()[verb]:
            lines.setdefault(place, set()).add(kind)
    return [_sense(section, line, frozenset(forms)) for (_, section, line), forms in sorted(lines.items())]


@cache
def _sense(section: str, line: str, forms: frozenset[VerbForm]) -> Offence:
    """Return what a line of the list says of a verb in one of some forms."""
    verbs, *choices = line.split(" > ")
    choice = verbs.partition("+")[2]
    objects = _expanded(choice) if choice else frozenset()
    further = tuple(map(_expanded, choices))
    is_omitted = section == "omitted"
    is_open = not objects or not objects.isdisjoint(_OPEN_BEFORE if VerbForm.PAST in forms else _OPEN)
    needed = (*further, *(() if is_open else (objects,)), *((_OMITS,) if is_omitted else ()))
    first, second, *_ = (*map(_number_of, sorted(needed, key=len)[:2]), _NO_SET, _NO_SET)
    return Offence(
        forms,
        objects,
        further,
        section == "human" and not objects,
        section == "beside" or is_omitted,
        is_omitted,
        needed,
        first,
        second,
    )


@cache
def _expanded(choice: str) -> frozenset[str]:
    """Return the words of a choice such as `@kin|official`, with their plurals."""
    words: set[str] = set()
    for word in choice.split("|"):
        words |= words_of(word[1:]) if word.startswith("@") else {word, *_plurals(word)}
    return frozenset(words)


@cache
def _plurals(word: str) -> list[str]:
    return inflections(word)[0] if word.isalpha() else [f"{word}s"]


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the words of a class of the list, with their plurals."""
    line = next(line for line in _sections()["class"] if line.startswith(f"{name} "))
    words = line.split()[1:]
    return frozenset(words).union(*map(_plurals, words))


_Line = tuple[int, str, str]
"""A line of the list: its number among the lines of verbs, its section, and what it says."""


@cache
def _lines_of_verbs() -> dict[str, list[_Line]]:
    """Return the lines that each verb stands in."""
    found: dict[str, list[_Line]] = {}
    lines = [
        (section, line)
        for section in ("alone", "human", "beside", "omitted")
        for line in _sections()[section]
    ]
    for number, (section, line) in enumerate(lines):
        for verb in line.partition(" > ")[0].partition("+")[0].split():
            found.setdefault(verb, []).append((number, section, line))
    return found


@cache
def _verbs_of_forms() -> dict[str, list[tuple[str, VerbForm]]]:
    """Return the verbs that each form may be of, with what it is there."""
    found: dict[str, list[tuple[str, VerbForm]]] = {}
    for verb in _lines_of_verbs():
        for form, kind in _forms(verb):
            found.setdefault(form, []).append((verb, kind))
    return found


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
    path = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "offences.txt")
    sections: dict[str, list[str]] = {}
    with open(path, encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    for line in lines:
        if line.startswith("["):
            section = sections.setdefault(line[1:-1], [])
        else:
            section.append(line)
    return sections


def _forms(verb: str) -> list[tuple[str, VerbForm]]:
    """Return the forms of a verb of the list: irregular ones as given, others by the rules of spelling."""
    base, *irregular = verb.split("/")
    if base == "-":  # its present means something else: a town lies
        return [(form, VerbForm.PAST) for form in irregular]
    plurals, pasts, doing = inflections(base)
    present = [_THIRD[base]] if base in _THIRD else plurals or [base + "s"]
    return [
        (base, VerbForm.BASE),
        *((form, VerbForm.PRESENT) for form in present),
        *((form, VerbForm.PAST) for form in irregular or pasts),
        *((form, VerbForm.DOING) for form in doing),
    ]
