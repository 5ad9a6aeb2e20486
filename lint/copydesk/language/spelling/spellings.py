"""Words that one draft spells in more than one way, found without a list of pairs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise
from operator import add

from msgspec import Struct

from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.language.quotes import Quotations
from copydesk.language.sentences import Sentences
from copydesk.language.spelling.compounds import (
    ADJECTIVES,
    BE,
    BEFORE,
    COLOURS,
    COMPARATIVES,
    DETERMINERS,
    FUNCTION_WORDS,
    NOUN,
    acts_as_verb,
    in_noun_position,
    is_bare,
    may_end_subject,
    never_one_word,
    use_of,
)
from copydesk.language.words import Words, is_title_case
from copydesk.model.prose import BlockKind, Prose, Span

SHORTEST_PART = 3
"""Letters of the shorter word of an open form. `e mail` and `TV set` are more often something else."""

_PLAIN_ADJECTIVES = ADJECTIVES - COLOURS
_TITLES = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING})
_CLOSED = str.maketrans("", "", "-‐‑ \u00a0")
_AFTER_ROLES = frozenset(["elect", "general", "designate"])
"""Words that follow the noun in a title: surgeon general, president-elect."""

_APART = str.maketrans("-‐‑", "   ")
_ADDRESS = frozenset("@#/._\\")
_OTHER_WORDS = (
    r"coop|unioni[sz]ed|re(?:collect|count|cover|creat|dress|form|lay|leas|mark|present|sent|serv|sign|sort|sound"
    r"|strain|treat)\w{0,5}|protest(?:ing|er)?"
)
"""With a hyphen these are other words: to re-sign a player is not to resign, pro-testing is no protesting."""


class Use(Struct, frozen=True):
    """One place where a form stands."""

    span: Span
    quoted: bool


class SpellingForm(Struct, frozen=True):
    """One way to write the word: as it first stands in the draft, with every use in order."""

    text: str
    uses: tuple[Use, ...]


class SpellingGroup(Struct, frozen=True):
    """One word in two or more forms. `key` is what they share: lower case, closed up, singular."""

    key: str
    forms: tuple[SpellingForm, ...]


class _PossibleUse(Struct, frozen=True, order=True):
    """A possible use: its first and last word, by index, and where it ends in the text."""

    first: int
    last: int
    end: int


def find_spellings(
    prose: Prose, words: Words, sentences: Sentences, quotes: Quotations
) -> list[SpellingGroup]:
    """Return the words that a draft writes closed up, hyphenated or open by turns, sorted by key.

    Only uses that could be spelled alike are compared: `the shutdown` says nothing of `to shut down`, nor
    `a long-term plan` of `in the long term`. Names, numbers, addresses and hashtags are left out.
    """
    vocabulary, lowers = words.vocabulary, words.lowers
    singulars = lowers.copy()
    closed: dict[str, list[str]] = defaultdict(list)
    solid: dict[str, list[str]] = defaultdict(list)
    for lower in [lower for lower in vocabulary if lower[-1] == "s" and lower not in FUNCTION_WORDS]:
        word = singular(lower.removesuffix("'s"))
        closed[word].append(lower)
        for index in vocabulary[lower]:
            singulars[index] = word
    for lower in words.hyphenated:
        if lower.count("-") > 1:
            continue  # spelled out: Ti-jua-na
        solid[singular(lower.removesuffix("'s")).replace("-", "")].append(lower)
    wanted: dict[str, list[int]] = {
        key: [] for key in solid if (key in vocabulary or key in closed) and not is_two_words(key)
    }
    known = {*vocabulary, *closed, *solid}
    found = known.intersection(map(add, lowers, islice(singulars, 1, None)))
    pairs = {key for key in found if len(key) >= 2 * SHORTEST_PART}
    draft = _SpellingEvidence(prose, words, sentences, quotes)
    for index, key in enumerate(map(add, lowers, islice(singulars, 1, None))) if pairs else ():
        if key in pairs and draft.may_be_one(index):
            wanted.setdefault(key, []).append(index)
    groups = []
    for key in sorted(wanted):
        forms = {key, *closed.get(key, ()), *solid.get(key, ())}
        singles = sorted(index for lower in forms for index in vocabulary.get(lower, ()))
        groups.append(draft.group(key, singles, sorted(wanted[key])))
    return [group for group in groups if len(group.forms) > 1]


def open_forms(
    prose: Prose, words: Words, sentences: Sentences, quotes: Quotations, keys: Collection[str]
) -> Iterator[Span]:
    """Yield where the draft itself has, in two words in lower case, what may be one of the words in `keys`.

    An adjective with its noun is left out: `long term` is no way to write `long-term`.
    """
    draft = _SpellingEvidence(prose, words, sentences, quotes)
    for index, (first, second) in enumerate(pairwise(words)):
        if first.lower + singular(second.lower) not in keys or first.lower in ADJECTIVES:
            continue
        if not draft.may_be_one(index) or not draft.is_open_form(index):
            continue
        span = Span(first.start, second.end)
        if prose.slice(span).islower() and not quotes.hold(span):
            yield span


def is_two_words(key: str) -> bool:
    """Whether a hyphen makes another word of a word that is closed up otherwise: re-sign, resign."""
    return re.fullmatch(_OTHER_WORDS, key) is not None


@lru_cache(maxsize=10_000)
def singular(word: str) -> str:
    """Return the word without a plural ending.

    It is wrong for some words (`news`), but the same for all forms of one word.
    """
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zes")) else word[:-1]


class _SpellingEvidence:
    """The draft, asked about the few words that may have two spellings."""

    def __init__(self, prose: Prose, words: Words, sentences: Sentences, quotes: Quotations) -> None:
        self.prose = prose
        self.sentences = sentences
        self.quotes = quotes
        self.text = prose.text
        self.words = words
        self.lowers = words.lowers

    def may_be_one(self, index: int) -> bool:
        """Whether a word and the next are long enough to be one word, and do not stand together by chance."""
        first, second = self.lowers[index], self._lower(index + 1)
        if second.endswith("ies") and len(second) <= SHORTEST_PART + 1:
            return False  # deliberate lies, deliberately
        shortest = min(len(first), len(second))
        return shortest >= SHORTEST_PART and not self._by_chance(first, index)

    def _by_chance(self, first: str, index: int) -> bool:
        """Whether a word and the next stand side by side by chance.

        So do a colour and its noun, but for a noun that can have none and that is one word: `by black mail`.
        """
        second = self._lower(index + 1)
        if first not in COLOURS:
            return never_one_word(first, second)
        is_noun = is_bare(self._before(index), self._after(index + 1)) and second == singular(second)
        return not (is_noun and first + second in lexicon.common_words())

    def _lower(self, index: int) -> str:
        return self.lowers[index].removesuffix("'s")

    def group(self, key: str, singles: list[int], pairs: list[int]) -> SpellingGroup:
        """Return the forms of one word.

        `singles` are the words that may be one, `pairs` begin an open form.
        """
        solid = self._common(self._place(index, index) for index in singles)
        opened = self._common(self._place(index, index + 1) for index in pairs if self.is_open_form(index))
        if not solid and not opened:
            solid = self._names(singles)
        closed = [place for place in solid if self._lower(place.first).isalpha()]
        hyphenated = [place for place in solid if not self._lower(place.first).isalpha()]
        if opened and (not closed or self._lower(opened[0].first) in _PLAIN_ADJECTIVES):
            first = self._lower(opened[0].first)
            uses = {place: self._uses(first, place) for place in (*solid, *opened)}
            shared = {use for place in solid for use in uses[place]}
            shared &= {use for place in opened for use in uses[place]}
            opened = [place for place in opened if shared & uses[place]]
            if not (closed and hyphenated):
                closed = [place for place in closed if shared & uses[place]]
                hyphenated = [place for place in hyphenated if shared & uses[place]]
        return SpellingGroup(key, tuple(self._form(p) for p in (closed, hyphenated, opened) if p))

    def _form(self, places: list[_PossibleUse]) -> SpellingForm:
        spans = [self._span(place) for place in places]
        uses = tuple(Use(span, self.quotes.hold(span)) for span in spans)
        return SpellingForm(self.prose.slice(spans[0]), uses)

    def _place(self, first: int, last: int) -> _PossibleUse:
        word = self.words[last]
        return _PossibleUse(first, last, word.end - 2 * word.lower.endswith("'s"))

    def _span(self, place: _PossibleUse) -> Span:
        return Span(self.words[place.first].start, place.end)

    def is_open_form(self, index: int) -> bool:
        """Whether the word and the next one, apart by a space, may be one word."""
        first, second = self._lower(index), self._lower(index + 1)
        if not (first.isalpha() and second.isalpha()) or self._after(index) != second:
            return False
        return not acts_as_verb(first, second) or in_noun_position(
            self._before(index), second, self._after(index + 1)
        )

    def _uses(self, first: str, place: _PossibleUse) -> set[str]:
        """Return the labels of a compound's possible uses where it stands; none if that is not plain."""
        if first in ROLE_NOUNS and self._lower(place.last).rpartition("-")[2] in _AFTER_ROLES:
            return {NOUN}
        use = self._use(first, place)
        is_modifier = use.startswith(BEFORE) and (
            place.first == place.last or self._is_noun(first, place, use.removeprefix(BEFORE))
        )
        is_noun = "-" not in self.lowers[place.last] and (
            self._is_plural(place) or (first not in ADJECTIVES and self._after(place.last) == ",")
        )
        return ({use} | ({BEFORE} if is_modifier else set()) | ({NOUN} if is_noun else set())) - {""}

    def _is_noun(self, first: str, place: _PossibleUse, after: str) -> bool:
        """Whether the word after two words is a noun that the two stand before.

        The draft has it elsewhere after an article, or it can be nothing else: `it is a long term plan`, but
        `in the long term investors gain`.
        """
        before = self._before(place.first)
        following = self.words[place.last + 1]
        if self.text[following.start].isupper() and not following.lower.endswith("s"):
            return False  # `a tax cut Ms. Orr wants`: a clause begins
        if first in COMPARATIVES or (before == "the" and self._lower(place.last) == "time"):
            return False
        if before in DETERMINERS and first in ADJECTIVES:
            # `in the long term` needs no noun after it; after `a` or `an` one is nearly always there.
            led = before not in ("a", "an") and self._before(place.first - 1) in FUNCTION_WORDS - BE
            return not led and not may_end_subject(after)
        places = (i for form in (after, after + "s") for i in self.words.vocabulary.get(form, ()))
        return any(self._before(index) in DETERMINERS for index in places)

    def _use(self, first: str, place: _PossibleUse) -> str:
        possessive = place.end < self.words[place.last].end
        after = "" if possessive else self._after(place.last)
        return use_of(first, self._before(place.first), after, self._is_plural(place))

    def _is_plural(self, place: _PossibleUse) -> bool:
        last = self._lower(place.last).rpartition("-")[2]
        return len(singular(last)) >= SHORTEST_PART and last != singular(last)

    def _before(self, index: int) -> str:
        """Return the word before a word, or nothing where more than a space stands between them."""
        if index and self.text[self.words[index - 1].end : self.words[index].start] in (" ", "\u00a0"):
            return self._lower(index - 1)
        return ""

    def _after(self, index: int) -> str:
        """Return the word after a word, or the mark between them, or "" at the end of a block."""
        end = self.words[index].end
        if index + 1 < len(self.words) and self.text[end : self.words[index + 1].start] in (" ", "\u00a0"):
            return self._lower(index + 1)
        if self.text.startswith("] ", end) and index + 1 < len(self.words):
            return self._lower(index + 1)  # the writer's word in a quotation: `the [long-term] plan`
        return self.text[end : end + 2].split("\n")[0].strip()[:1]

    def _common(self, places: Iterable[_PossibleUse]) -> list[_PossibleUse]:
        """Return the places that are no name, number or address.

        A capital says little at the start of a sentence and in a title; there the word is taken for what it
        is elsewhere.
        """
        common, unclear, named = [], [], False
        for place in places:
            start, end = self.words[place.first].start, place.end
            if not self._in_prose(start, end):
                continue
            capitals = [part[:1].isupper() for part in self.text[start:end].translate(_APART).split()]
            if not all(capitals):
                if place.first == place.last or not any(capitals[1:]):  # a state House is no statehouse
                    common.append(place)
            elif self._owes_capitals(start, len(capitals)) and not self.text[start:end].isupper():
                unclear.append(place)
            else:
                named = True
        return sorted(common + unclear) if common or not named else []

    def _names(self, singles: list[int]) -> list[_PossibleUse]:
        """Return the places of a name that is joined by a hyphen or closed up, with a capital.

        Examples: Wal-Mart, Walmart.

        None where it stands in small letters as well; a place in a longer name does not count.
        """
        places = [self._place(index, index) for index in singles]
        for place in places:
            start = self.words[place.first].start
            parts = self.text[start : place.end].translate(_APART).split()
            if not all(part[:1].isupper() and part[1:].islower() for part in parts):
                return []
        return [place for place in places if self._stands_alone(place)]

    def _stands_alone(self, place: _PossibleUse) -> bool:
        """Whether a name is no part of a longer one: no capital beside it, or before `at`, `for` or `of`."""
        start, end = self.words[place.first].start, place.end
        before = [*self.words.lowers[max(0, place.first - 2) : place.first]]
        steps = 2 if before and before[-1] in ("at", "for", "of") else 1
        led = self.words.starts[max(0, place.first - steps)]
        is_led = led < start and self.text[led].isupper() and not self.sentences.opens(led)
        return (
            self._in_prose(start, end) and not is_led and not self.text[end : end + 2].lstrip()[:1].isupper()
        )

    def _owes_capitals(self, start: int, count: int) -> bool:
        """Whether so many capitals, at the start of each part, are the place's: a sentence's or a title's."""
        block = self.prose.block_at(start)
        if block.kind in _TITLES and is_title_case(self.prose.slice(block.span)):
            return True
        return count == 1 and self.sentences.opens(start)

    def _in_prose(self, start: int, end: int) -> bool:
        """Whether a stretch is letters, hyphens and a space, and no part of an address or a hashtag."""
        text = self.text
        if not text[start:end].translate(_CLOSED).isalpha() or text[start - 1 : start] in _ADDRESS:
            return False
        return text[end : end + 1] not in _ADDRESS or not text[end + 1 : end + 2].isalnum()
