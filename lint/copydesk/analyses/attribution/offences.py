"""Words that say that somebody did a grave wrong, from `data/offences.txt`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Set
from enum import StrEnum
from functools import cache, cached_property, reduce
from itertools import count, product
from operator import or_
from threading import RLock

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import COPY, CopyKind
from copydesk.language.lists.inflections import inflections, plurals
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
    choice   what it must be done to, as the list has it: `@kin|official`; empty: see `human`
    others   choices of words, one of each of which its sentence must have beside that; none: none needed
    human    whether it is a wrong when it is done to a person
    beside   whether it is a wrong only beside another
    omitted  whether it is a wrong to leave it undone
    bits     the bits of the words that every sentence of this sense has one of: see `_WordSets`
    """

    forms: frozenset[VerbForm]
    choice: str
    others: tuple[str, ...]
    human: bool
    beside: bool
    omitted: bool
    bits: int

    @property
    def objects(self) -> frozenset[str]:
        """The words one of which it must be done to, with their plurals."""
        return _with_plurals(self.choice)

    @property
    def further(self) -> tuple[frozenset[str], ...]:
        """The words of the other choices, with their plurals."""
        return tuple(map(_with_plurals, self.others))


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
    verbs = {word: senses(word) for word in _VERBS.among(vocabulary)}
    in_draft, in_sentence = _WORD_SETS.bits_of(vocabulary), dict[int, int]()
    sentences, ranges = document.sentences_of_words, document.words_of_sentences
    phrases = set(_idioms(document))
    found: dict[int, list[Offence]] = {index: [] for index in phrases}
    for word in verbs.keys() | wrongs:
        possible = [sense for sense in verbs.get(word, ()) if sense.bits & in_draft == sense.bits]
        if not possible and word not in wrongs:
            continue
        for index in vocabulary[word]:
            if (beside := in_sentence.get(sentences[index])) is None:
                within = ranges[sentences[index]]
                beside = _WORD_SETS.bits_of(words.lowers[within.start : within.stop])
                in_sentence[sentences[index]] = beside
            stated = [sense for sense in possible if sense.bits & beside == sense.bits]
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


class _WordSets(dict[str, int]):
    """Sets of words, each with a bit of its own; and by words of drafts, the bits of the sets that hold them.

    One number says so which of the sets hold some word of a sentence.
    """

    _MOST = 20_000
    """Words of drafts that are kept."""

    def __init__(self) -> None:
        self._lock = RLock()
        self._bits: dict[frozenset[str], int] = {}
        self._bits_of_entries: dict[str, int] = {}
        self._lowers_of_entries: dict[str, list[str]] = {}

    def bit_of(self, words: frozenset[str]) -> int:
        """Return the bit of a set; one that was not asked for before gets the next."""
        with self._lock:
            if words not in self._bits:
                bit = self._bits[words] = 1 << len(self._bits)
                for word in words:
                    self._bits_of_entries[word] = self._bits_of_entries.get(word, 0) | bit
                    for lower in self._lowers_of_entries.get(word, ()):
                        self[lower] |= bit
            return self._bits[words]

    def bits_of(self, lowers: Iterable[str]) -> int:
        """Return the bits of the sets that hold one of some words of a draft, or what one is a plural of."""
        return reduce(or_, map(self.__getitem__, lowers), 0)

    def __missing__(self, lower: str) -> int:
        with self._lock:
            if len(self) >= self._MOST:
                self.clear()
                self._lowers_of_entries.clear()
            bits = 0
            for entry in _entries(lower):
                bits |= self._bits_of_entries.get(entry, 0)
                self._lowers_of_entries.setdefault(entry, []).append(lower)
            self[lower] = bits
            return bits


_WORD_SETS = _WordSets()


def _entries(lower: str) -> Iterator[str]:
    """Yield the entries of a choice that a word of a draft may be: itself, or what it is a plural of."""
    word = lower.removesuffix("'s")
    yield word
    for ending, of_one in _PLURALS if word.endswith(("s", "men")) else ():
        if word.endswith(ending) and word in _plurals(singular := word.removesuffix(ending) + of_one):
            yield singular


_PLURALS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"))
"""The endings of plurals, each with that of one."""


class _Verbs:
    """The verbs of the list by their forms.

    To inflect all of them costs more than all else that a run of one draft does here. So for a first draft
    only those are inflected that begin like one of its words.
    """

    _SHARED = 4
    """Letters at the beginning of a form by which its verb is found."""

    def __init__(self) -> None:
        self._of_forms: dict[str, list[tuple[str, VerbForm]]] = {}

    def among(self, vocabulary: Collection[str]) -> Set[str]:
        """Return the words of a draft that are forms of a verb."""
        is_first = not self._of_forms
        self._inflect({word[: self._SHARED] for word in vocabulary} if is_first else self._waiting.keys())
        return self._of_forms.keys() & vocabulary

    def of(self, form: str) -> list[tuple[str, VerbForm]]:
        """Return the verbs that a word may be a form of, each with which one it is."""
        self._inflect({form[: self._SHARED]})
        return self._of_forms.get(form, [])

    @cached_property
    def _waiting(self) -> dict[str, list[str]]:
        """The verbs that are not inflected yet, by the beginnings of their forms."""
        found: dict[str, list[str]] = {}
        for verb in _lines_of_verbs():
            for beginning in self._beginnings(verb):
                found.setdefault(beginning, []).append(verb)
        return found

    def _beginnings(self, verb: str) -> set[str]:
        """Return the beginnings of the forms of a verb: a long regular one keeps its own."""
        if "/" in verb or len(verb) <= self._SHARED or verb.endswith("man"):
            return {form[: self._SHARED] for form, _ in _forms(verb)}
        return {verb[: self._SHARED]}

    def _inflect(self, beginnings: Set[str]) -> None:
        for beginning in self._waiting.keys() & beginnings:
            for verb in self._waiting.get(beginning, ()):
                for form, kind in _forms(verb):
                    if form[: self._SHARED] == beginning:
                        self._of_forms.setdefault(form, []).append((verb, kind))
            self._waiting.pop(beginning, None)


_VERBS = _Verbs()


@cache
def senses(word: str) -> list[Offence]:
    """Return the senses of a form of a verb, lower case.

    Empty for any other word. Only the lines that a draft needs are parsed.
    """
    lines: dict[_Line, set[VerbForm]] = {}
    for verb, kind in _VERBS.of(word):
        for place in _lines_of_verbs()[verb]:
            lines.setdefault(place, set()).add(kind)
    return [_sense(line, frozenset(forms)) for line, forms in sorted(lines.items())]


@cache
def _sense(line: _Line, forms: frozenset[VerbForm]) -> Offence:
    """Parse a line for some forms of its verbs."""
    _, section, text = line
    verbs, *others = text.split(" > ")
    choice = verbs.partition("+")[2]
    entries = _entries_of(choice)
    needed = list(map(_entries_of, others))
    if choice and entries.isdisjoint(_OPEN_BEFORE if VerbForm.PAST in forms else _OPEN):
        needed.append(entries)
    is_omitted = section == "omitted"
    if is_omitted:
        needed.append(_OMITS)
    return Offence(
        forms,
        choice,
        tuple(others),
        section == "human" and not choice,
        section == "beside" or is_omitted,
        is_omitted,
        reduce(or_, map(_WORD_SETS.bit_of, needed), 0),
    )


@cache
def _entries_of(choice: str) -> frozenset[str]:
    """Return the entries of a choice such as `@kin|official`; none of an empty one."""
    words: set[str] = set()
    for word in choice.split("|") if choice else ():
        words |= _classes()[word[1:]] if word.startswith("@") else {word}
    return frozenset(words)


@cache
def _with_plurals(choice: str) -> frozenset[str]:
    """Return the entries of a choice, and their plurals."""
    entries = _entries_of(choice)
    return entries.union(*map(_plurals, entries))


def _plurals(word: str) -> list[str]:
    return plurals(word) if word.isalpha() else [f"{word}s"]


def words_of(name: str) -> frozenset[str]:
    """Return the words of a class of the list, with their plurals."""
    return _with_plurals(f"@{name}")


@cache
def _classes() -> dict[str, frozenset[str]]:
    """Return the words of each class of the list."""
    return {name: frozenset(words) for name, *words in map(str.split, _sections()["class"])}


_Line = tuple[int, str, str]
"""A line of the list: its number among the lines of verbs, its section, and what it says."""


@cache
def _lines_of_verbs() -> dict[str, list[_Line]]:
    """Return the lines that each verb stands in."""
    found: dict[str, list[_Line]] = {}
    sections = ("alone", "human", "beside", "omitted")
    numbers = count()
    for line in ((next(numbers), section, text) for section in sections for text in _sections()[section]):
        for verb in line[2].partition(" > ")[0].partition("+")[0].split():
            found.setdefault(verb, []).append(line)
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
    with open(path, encoding="utf-8") as file:
        _, *sections = file.read().split("\n[")
    parts = (section.partition("]\n") for section in sections)
    return {
        name: [line for line in lines.split("\n") if line and not line.startswith("#")]
        for name, _, lines in parts
    }


def _forms(verb: str) -> list[tuple[str, VerbForm]]:
    """Return the forms of a verb of the list: irregular ones as given, others by the rules of spelling."""
    base, *irregular = verb.split("/")
    if base == "-":  # its present means something else: a town lies
        return [(form, VerbForm.PAST) for form in irregular]
    many, pasts, doing = inflections(base)
    present = [_THIRD[base]] if base in _THIRD else many or [base + "s"]
    return [
        (base, VerbForm.BASE),
        *((form, VerbForm.PRESENT) for form in present),
        *((form, VerbForm.PAST) for form in irregular or pasts),
        *((form, VerbForm.DOING) for form in doing),
    ]
