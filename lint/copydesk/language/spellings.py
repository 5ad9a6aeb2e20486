"""Words that one draft spells in more than one way, found without a list of pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from copydesk.document import Document, Span
from copydesk.language.compounds import ADJECTIVES, acts_as_verb, in_noun_position, never_one_word, use_of

SHORTEST_PART = 3
"""Letters of the shorter word of an open form. `e mail` and `TV set` are more often something else."""

_CLOSED = str.maketrans("", "", "-‐‑ \u00a0")
_APART = str.maketrans("-‐‑", "   ")
_ADDRESS = frozenset("@#/._\\")
_SENTENCE_ENDS = ".?!:;•—\n"
_BEFORE_A_SENTENCE = " \u00a0\"'“‘(["
_OTHER_WORDS = (
    r"coop|unioni[sz]ed|re(?:collect|count|cover|creat|dress|form|lay|leas|mark|present|sent|serv|sign|sort|sound"
    r"|strain|treat)\w{0,5}"
)
"""With a hyphen these are other words: to re-sign a player is not to resign."""


class Use(NamedTuple):
    """One place where a form stands."""

    span: Span
    quoted: bool


class SpellingForm(NamedTuple):
    """One way to write the word: as it first stands in the draft, with every use in order."""

    text: str
    uses: tuple[Use, ...]


class SpellingGroup(NamedTuple):
    """One word in two or more forms. `key` is what they share: lower case, closed up, singular."""

    key: str
    forms: tuple[SpellingForm, ...]


class _Place(NamedTuple):
    """A possible use: its first and last word, by index, and where it ends in the text."""

    first: int
    last: int
    end: int


def find_spellings(document: Document) -> list[SpellingGroup]:
    """The words of a draft that are closed up, hyphenated or open by turns, in the order of their keys.

    Only uses that could be spelled alike are compared: `the shutdown` says nothing of `to shut down`, nor
    `a long-term plan` of `in the long term`. Names, numbers, addresses and hashtags are left out.
    """
    vocabulary = document.vocabulary
    bare = {lower: lower.removesuffix("'s") for lower in vocabulary}
    closed, hyphenated = {}, {}
    for lower, word in bare.items():
        if word.isalpha():
            closed[lower] = _singular(word) if word[-1] == "s" else word
        else:
            hyphenated[lower] = _singular(word.replace("-", ""))
    keys = closed | hyphenated
    known = set(keys.values())
    forms = document.words.lowers
    lowers = [bare[form] for form in forms]
    ends = [keys[form] for form in forms]
    pairs: dict[str, list[int]] = defaultdict(list)
    for index in [i for i, pair in enumerate(map(str.__add__, lowers, ends[1:])) if pair in known]:
        first, second = lowers[index], lowers[index + 1]
        if min(len(first), len(second)) >= SHORTEST_PART and not never_one_word(first, second):
            pairs[first + ends[index + 1]].append(index)
    both = set(closed.values()).intersection(hyphenated.values())
    wanted = {key for key in both if not re.fullmatch(_OTHER_WORDS, key)}.union(pairs)
    singles: dict[str, list[int]] = defaultdict(list)
    for lower, key in keys.items():
        if key in wanted:
            singles[key] += vocabulary[lower]
    draft = _Draft(document, lowers)
    groups = (draft.group(key, sorted(singles[key]), pairs[key]) for key in sorted(wanted))
    return [group for group in groups if len(group.forms) > 1]


class _Draft:
    """The draft, asked about the few words that may have two spellings."""

    def __init__(self, document: Document, lowers: list[str]) -> None:
        self.document = document
        self.text = document.text
        self.words = document.words
        self.lowers = lowers

    def group(self, key: str, singles: list[int], pairs: list[int]) -> SpellingGroup:
        """The forms of one word: `singles` are the words that may be one, `pairs` begin an open form."""
        solid = self._common(self._place(index, index) for index in singles)
        opened = self._common(self._place(index, index + 1) for index in pairs if self._is_open_form(index))
        closed = [place for place in solid if self.lowers[place.first].isalpha()]
        hyphenated = [place for place in solid if not self.lowers[place.first].isalpha()]
        if opened and (not closed or self.lowers[opened[0].first] in ADJECTIVES):
            first = self.lowers[opened[0].first]
            shared = {self._use(first, place) for place in solid} & {
                self._use(first, place) for place in opened
            }
            shared.discard("")
            opened = [place for place in opened if self._use(first, place) in shared]
            if not (closed and hyphenated):
                closed = [place for place in closed if self._use(first, place) in shared]
                hyphenated = [place for place in hyphenated if self._use(first, place) in shared]
        return SpellingGroup(key, tuple(self._form(p) for p in (closed, hyphenated, opened) if p))

    def _form(self, places: list[_Place]) -> SpellingForm:
        spans = [self._span(place) for place in places]
        uses = tuple(Use(span, self.document.quotes.hold(span)) for span in spans)
        return SpellingForm(self.document.slice(spans[0]), uses)

    def _place(self, first: int, last: int) -> _Place:
        word = self.words[last]
        return _Place(first, last, word.end - 2 * word.lower.endswith("'s"))

    def _span(self, place: _Place) -> Span:
        return Span(self.words[place.first].start, place.end)

    def _is_open_form(self, index: int) -> bool:
        """Whether the word and the next one, apart by a space, may be one word."""
        first, second = self.lowers[index], self.lowers[index + 1]
        if not (first.isalpha() and second.isalpha()) or self._after(index) != second:
            return False
        return not acts_as_verb(first, second) or in_noun_position(
            self._before(index), second, self._after(index + 1)
        )

    def _use(self, first: str, place: _Place) -> str:
        last = self.lowers[place.last].rpartition("-")[2]
        plural = len(_singular(last)) >= SHORTEST_PART and last != _singular(last)
        possessive = place.end < self.words[place.last].end
        after = "" if possessive else self._after(place.last)
        return use_of(first, self._before(place.first), after, plural)

    def _before(self, index: int) -> str:
        """The word before a word, or nothing where more than a space stands between them."""
        if index and self.text[self.words[index - 1].end : self.words[index].start] in (" ", "\u00a0"):
            return self.lowers[index - 1]
        return ""

    def _after(self, index: int) -> str:
        """The word after a word, or the mark that stands between them, or nothing at the end of a block."""
        end = self.words[index].end
        if index + 1 < len(self.words) and self.text[end : self.words[index + 1].start] in (" ", "\u00a0"):
            return self.lowers[index + 1]
        return self.text[end : end + 2].split("\n")[0].strip()[:1]

    def _common(self, places: Iterable[_Place]) -> list[_Place]:
        """The places that are no name, number or address.

        A capital says little at the start of a sentence; there the word is taken for what it is elsewhere.
        """
        common, unclear, named = [], [], False
        for place in places:
            start, end = self.words[place.first].start, place.end
            if not self._in_prose(start, end):
                continue
            capitals = [part[:1].isupper() for part in self.text[start:end].translate(_APART).split()]
            if not all(capitals):
                common.append(place)
            elif len(capitals) == 1 and self._opens_sentence(start) and not self.text[start:end].isupper():
                unclear.append(place)
            else:
                named = True
        return sorted(common + unclear) if common or not named else []

    def _in_prose(self, start: int, end: int) -> bool:
        """Whether a stretch is letters, hyphens and a space, and no part of an address or a hashtag."""
        text = self.text
        if not text[start:end].translate(_CLOSED).isalpha() or text[start - 1 : start] in _ADDRESS:
            return False
        return text[end : end + 1] not in _ADDRESS or not text[end + 1 : end + 2].isalnum()

    def _opens_sentence(self, start: int) -> bool:
        while start and self.text[start - 1] in _BEFORE_A_SENTENCE:
            start -= 1
        return not start or self.text[start - 1] in _SENTENCE_ENDS


def _singular(word: str) -> str:
    """The word without a plural ending. Wrong for some (`news`), but alike for all forms of one word."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
