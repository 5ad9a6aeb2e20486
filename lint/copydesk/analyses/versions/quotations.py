"""The quotations of two versions of a story, matched over the whole story by their letters."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from copydesk.analyses.likeness.matching import (
    find_partners,
)
from copydesk.analyses.likeness.similarity import Mismatch, measure_words
from copydesk.analyses.versions.denials import count_denials, is_told_beside, turns_round
from copydesk.analyses.versions.paragraphs import STORY
from copydesk.analyses.versions.tokens import (
    Token,
    find_tokens,
    is_short_form,
    letters,
    plain_words,
    token_differences,
)
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution
from copydesk.language.copy import CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.lexicon import common_words
from copydesk.language.quotes import Quotation
from copydesk.language.spelling.similar_words import one_slip_apart
from copydesk.model.prose import OBJECT, Span

ALIKE = 0.6
"""The share of words, in order, that a quotation has in common with the one that it became."""

SENTENCE = 5
"""From how many words on a quotation is speech: fewer are a title or a phrase."""

FEWEST = 2
"""Words of the shortest quotation that is compared with another."""


LONG = 12
"""Letters of words that stand in another quotation by more than chance."""

NEAR = 4
"""Quotations before and after one that are looked at for a part of it."""


SHORT = 3
"""Words of the longest quotation that is known by the words around it, whatever became of its own."""

AROUND = 200
"""Characters of the paragraph, before and after a short quotation, that it is known by."""

LONGEST_RUN = 20
"""Paragraphs of a quotation that are gone through for its speaker."""

_LONGEST_ASIDE = 60
"""Characters of what stands in brackets."""

_MALE = english.MASCULINE
_FEMALE = english.FEMININE


class Edit(StrEnum):
    """What was done to a quotation."""

    NOTHING = "nothing"
    """Its letters are the same, or are the same once the halves of an interrupted quotation are joined."""
    STYLE = "house style"
    """The words are the same: `six` is `6`, `toward` is `towards`, a bracket was put in."""
    CUT = "cut"
    LENGTHENED = "lengthened"
    ALTERED = "altered"
    """Words inside are others."""


_GRAVEST_FIRST = (Edit.ALTERED, Edit.CUT, Edit.LENGTHENED)


class QuotationPair(Struct, frozen=True):
    """A quotation in both versions.

    changes  where its words differ, as stretches of the older text and of the newer one; empty where only
             marks, capitals or spaces do
    """

    edit: Edit
    old: Quotation
    new: Quotation
    changes: tuple[tuple[Span, Span], ...] = ()


class QuotationPairs(Struct, frozen=True):
    """The quotations of two versions.

    pairs     in the order of the newer version
    gone      of the older version: their words stand nowhere in the newer one
    unmarked  of the older version: their words stand in the newer one without marks, each with where
    """

    pairs: list[QuotationPair]
    gone: list[Quotation]
    unmarked: list[tuple[Quotation, Span]]


def align_quotations(older: Document, newer: Document) -> QuotationPairs:
    """Return the quotations of two versions of a story side by side."""
    olds, news = _Quotes(older), _Quotes(newer)
    pairs: list[QuotationPair] = []
    waiting: dict[str, list[int]] = defaultdict(list)
    stayed = _stayed(olds, news)
    left_old, taken = [], set(stayed.values())
    for index in range(len(news.all) - 1, -1, -1):
        if index not in taken:
            waiting[news.keys[index]].append(index)
    for index, key in enumerate(olds.keys):
        other = stayed.get(index)
        if other is None and waiting[key]:
            other = waiting[key].pop()
        if other is None:
            left_old.append(index)
            continue
        taken.add(other)
        pairs.append(QuotationPair(Edit.NOTHING, olds.all[index], news.all[other]))
    left_new = [index for index in range(len(news.all)) if index not in taken]
    olds.new, news.new = left_old, left_new
    partners = find_partners(
        [olds.words(index) for index in left_old],
        [news.words(index) for index in left_new],
        _likeness,
        ALIKE,
        zip(range(len(left_old)), range(len(left_new)), strict=False),
    )
    couples = [(left_old[one.old], left_new[one.new]) for one in partners]
    couples += _in_one_place(olds, news, couples)
    pairs += [_compared(olds, news, old, new) for old, new in couples]
    matched = {old for old, _ in couples}
    gone, unmarked = [], []
    for index in left_old:
        if index in matched or olds.keys[index] in news.joined:
            continue
        place = _place_of(newer, older, olds.all[index])
        if place is not None:
            unmarked.append((olds.all[index], place))
        else:
            gone.append(olds.all[index])
    return QuotationPairs(sorted(pairs, key=lambda pair: pair.new.start), gone, unmarked)


def _stayed(olds: _Quotes, news: _Quotes) -> dict[int, int]:
    """Return the short quotations with the same words, in the same paragraph, in both versions."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index in reversed(news.short()):
        places[news.keys[index], news.surroundings(index)].append(index)
    found = {}
    for index in olds.short():
        waiting = places.get((olds.keys[index], olds.surroundings(index)))
        if waiting:
            found[index] = waiting.pop()
    return found


class _Quotes:
    """The quotations of one version that are words of the story, with what is compared of each."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.all = [
            quote
            for quote in sorted(
                [*document.quotes.outer, *_quoted_blocks(document)], key=lambda one: one.start
            )
            if document.copy.at(quote.start) in STORY and OBJECT not in document.slice(quote.inner)
        ]
        self.keys = [letters(document.slice(quote.inner)) for quote in self.all]
        self.new: list[int] = []
        """Those that the other version has not, letter by letter."""
        self._tokens: dict[int, list[Token]] = {}

    def tokens(self, index: int) -> list[Token]:
        """Return the words of a quotation."""
        if index not in self._tokens:
            self._tokens[index] = find_tokens(self.document.text, self.all[index].inner)
        return self._tokens[index]

    def words(self, index: int) -> list[str]:
        """Return what is compared of a quotation."""
        return plain_words(self.tokens(index))

    @cached_property
    def joined(self) -> str:
        """The letters of all quotations, those of one turn joined: `“We pay,” he said, “on time.”`."""
        parts: dict[int, list[str]] = defaultdict(list)
        for turn, key in zip(self._turns, self.keys, strict=True):
            parts[turn].append(key)
        return "\n".join(map("".join, parts.values()))

    @cached_property
    def _joined_new(self) -> str:
        """The letters of the quotations that the other version has not."""
        return "\n".join(self.keys[index] for index in self.new)

    @cached_property
    def _turns(self) -> list[int]:
        """For each quotation the paragraph in which its speaker began: a running quotation opens in each."""
        turns: list[int] = []
        for index, quote in enumerate(self.all):
            runs_on = index > 0 and not self.all[index - 1].closed
            turns.append(turns[-1] if runs_on else self.document.block_index(quote.start))
        return turns

    def runs_on(self, index: int) -> bool:
        """Whether a quotation has no closing mark because the next paragraph goes on with it."""
        return _next_of_run(self.document, self.all[index]) is not None

    def short(self) -> list[int]:
        """Return the quotations of so few letters that they may well be said twice."""
        return [index for index, key in enumerate(self.keys) if key and len(key) <= LONG]

    def surroundings(self, index: int) -> str:
        """Return the letters of its paragraph before a quotation and after it; empty for none."""
        quote = self.all[index]
        block = self.document.block_at(quote.start)
        start, end = max(block.start, quote.start - AROUND), min(block.end, quote.end + AROUND)
        parts = self.document.text[start : quote.start], self.document.text[quote.end : end]
        around = "\n".join(map(letters, parts))
        return around.strip() and around

    def hold(self, words: str, *, beside: int) -> bool:
        """Whether words stand in another quotation of the turn, or in any new one if they are many."""
        key = letters(words)
        if len(key) >= LONG and self._joined_new.count(key) > self.keys[beside].count(key):
            return True
        return any(
            index != beside and self._turns[index] == self._turns[beside] and key in self.keys[index]
            for index in range(max(0, beside - NEAR), min(len(self.all), beside + NEAR + 1))
        )


def _quoted_blocks(document: Document) -> Iterator[Quotation]:
    """Yield the blocks that are quoted whole and have no marks of their own: block quotes, documents."""
    for block, kind in zip(document.blocks, document.copy, strict=True):
        if kind is CopyKind.QUOTED and not document.quotes.within(block.span):
            yield Quotation(block.start, block.end, block.span, 0, opened=True, closed=True)


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how like two quotations are: wholly, where one is the beginning or the end of the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < FEWEST:
        return 0.0
    whole = measure_words(one, other)
    if list(shorter) in (list(longer[: len(shorter)]), list(longer[-len(shorter) :])):
        return max(whole, 0.9)
    return whole


def attribution_of(document: Document, quote: Quotation) -> Attribution | None:
    """Return who is on record for a quotation: for one that runs over paragraphs, for its last part."""
    for _ in range(LONGEST_RUN):
        following = _next_of_run(document, quote)
        if following is None:
            break
        quote = following
    return document.attributions.of(quote)


def _next_of_run(document: Document, quote: Quotation) -> Quotation | None:
    """Return what goes on with a quotation in the next paragraph, which opens and closes it again."""
    index = document.block_index(quote.start) + 1
    if quote.closed or index >= len(document.blocks):
        return None
    block = document.blocks[index]
    following = next(iter(document.quotes.within(block.span)), None)
    goes_on = following is not None and following.opened and following.start == block.start
    return following if goes_on else None


def _in_one_place(
    olds: _Quotes, news: _Quotes, couples: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Yield the short quotations that have one paragraph around them in both versions: `“No,” he said.`"""
    taken_old, taken_new = {old for old, _ in couples}, {new for _, new in couples}
    before, after = _short_by_place(olds, taken_old), _short_by_place(news, taken_new)
    for place, found in before.items():
        if len(found) == len(after.get(place, ())):
            yield from zip(found, after[place], strict=True)


def _short_by_place(quotes: _Quotes, taken: set[int]) -> dict[str, list[int]]:
    """Return the short quotations that the other version has not, by the words around them."""
    places: dict[str, list[int]] = defaultdict(list)
    for index in quotes.new:
        if index not in taken and 0 < len(quotes.words(index)) <= SHORT:
            places[quotes.surroundings(index)].append(index)
    places.pop("", None)
    return places


def _compared(olds: _Quotes, news: _Quotes, old: int, new: int) -> QuotationPair:
    """Return a pair of quotations whose letters differ, with what was done."""
    older, newer = olds.tokens(old), news.tokens(new)
    quotes = olds.all[old], news.all[new]
    found = [
        one
        for one in token_differences(older, newer)
        if letters(_surface(olds, older, one.old)) != letters(_surface(news, newer, one.new))
    ]
    real = [one for one in found if not _is_style(olds, news, older, newer, one)]
    edits = {_edit_of(one, olds, news, old, new) for one in real}
    edit = next((one for one in _GRAVEST_FIRST if one in edits), Edit.NOTHING) if real else Edit.STYLE
    is_regrouped = olds.keys[old] in news.joined and news.keys[new] in olds.joined
    has_all_marks = all(
        side.all[index].opened and (side.all[index].closed or side.runs_on(index))
        for side, index in ((olds, old), (news, new))
    )
    if is_regrouped or (edit is Edit.ALTERED and not has_all_marks):
        edit = Edit.NOTHING
    return QuotationPair(edit, *quotes, tuple(_stretches(quotes, older, newer, real or found)))


def _edit_of(one: Mismatch, olds: _Quotes, news: _Quotes, old: int, new: int) -> Edit:
    """Tell what a difference does. Words that stand in another quotation of the version were only moved."""
    older, newer = olds.tokens(old), news.tokens(new)
    at_end = (one.old.start == 0 and one.new.start == 0) or (
        one.old.stop == len(older) and one.new.stop == len(newer)
    )
    if not one.new and (at_end or _has_ellipsis(news, newer, one.new)):
        return _left_out(olds, old, one.old, news, new, Edit.CUT)
    if not one.old and (at_end or _has_ellipsis(olds, older, one.old)):
        return _left_out(news, new, one.new, olds, old, Edit.LENGTHENED)
    return Edit.ALTERED


def _left_out(longer: _Quotes, long: int, at: range, shorter: _Quotes, short: int, edit: Edit) -> Edit:
    """Tell what was done where one version has words, at an edge or for points, that the other lacks.

    longer, long    the version that has the words, and its quotation
    at              which tokens they are
    shorter, short  the version that lacks them, and its quotation
    edit            what it is where the meaning stays
    """
    words = _surface(longer, longer.tokens(long), at)
    turns = turns_round(longer.document, longer.tokens(long), at) and not is_told_beside(
        shorter.document, shorter.all[short]
    )
    if shorter.hold(words, beside=short) and not (turns and len(letters(words)) < LONG):
        return Edit.NOTHING
    return Edit.ALTERED if turns else edit


def _has_ellipsis(quotes: _Quotes, tokens: Sequence[Token], at: range) -> bool:
    """Whether points stand between the words around an empty range: something was left out on purpose."""
    if at or not 0 < at.start < len(tokens):
        return False
    between = quotes.document.text[tokens[at.start - 1].end : tokens[at.start].start]
    return "…" in between or ".." in between or ". ." in between


def _is_style(
    olds: _Quotes, news: _Quotes, older: Sequence[Token], newer: Sequence[Token], one: Mismatch
) -> bool:
    """Whether a difference leaves the words what they were.

    It stands in square brackets, or came to stand in round ones: the words are not the speaker's, unless
    they deny, or mean another person. Or it is the short form of what it replaces, or mends a slip of the
    keyboard.
    """
    aside = [_brackets(olds, older, one.old), _brackets(news, newer, one.new)]
    if "[" in aside or aside in (["(", ""], ["", "("]):
        denials = [count_denials(older, one.old), count_denials(newer, one.new)]
        return denials[0] == denials[1] and not _is_other_person(olds, news, older, newer, one)
    before, after = _with_stop(olds, older, one.old), _with_stop(news, newer, one.new)
    return is_short_form(before, after) or _mends(before, after)


def _is_other_person(
    olds: _Quotes, news: _Quotes, older: Sequence[Token], newer: Sequence[Token], one: Mismatch
) -> bool:
    """Whether `he` became `she`, or a name in brackets another name."""
    before = {token.plain for token in older[one.old.start : one.old.stop]}
    after = {token.plain for token in newer[one.new.start : one.new.stop]}
    if (before <= _MALE and after <= _FEMALE) or (before <= _FEMALE and after <= _MALE):
        return bool(before and after)
    people = [
        quotes.document.people.at(tokens[within.start].start) if within else None
        for quotes, tokens, within in ((olds, older, one.old), (news, newer, one.new))
    ]
    return (
        people[0] is not None
        and people[1] is not None
        and letters(people[0].surname) != letters(people[1].surname)
    )


def _with_stop(quotes: _Quotes, tokens: Sequence[Token], within: range) -> str:
    """Return some words, with the full stop of an abbreviation: one that ends no sentence."""
    words = _surface(quotes, tokens, within)
    if not words:
        return ""
    last = tokens[within.stop - 1]
    is_stopped = quotes.document.after(last.end) == "." and (
        quotes.document.sentence_at(last.start).end > last.end + 1
    )
    return words + "." * is_stopped


def _mends(before: str, after: str) -> bool:
    """Whether a word that is none became a word that differs in one slip: `recieve`, `receive`."""
    if not (before.islower() and after.isalpha() and one_slip_apart(before, after)):
        return False
    words = common_words()
    return after in words and before not in words


def _brackets(quotes: _Quotes, tokens: Sequence[Token], within: range) -> str:
    """Return the bracket that opens before some words and closes after them; empty without one."""
    if not within:
        return ""
    text = quotes.document.text
    first, last = tokens[within.start].start, tokens[within.stop - 1].end
    for opening, closing in ("[]", "()"):
        opens = text.rfind(opening, max(0, first - _LONGEST_ASIDE), first)
        if opens > text.rfind(closing, 0, first) and text.find(closing, last, last + _LONGEST_ASIDE) >= 0:
            return opening
    return ""


def _surface(quotes: _Quotes, tokens: Sequence[Token], within: range) -> str:
    if not within:
        return ""
    return quotes.document.text[tokens[within.start].start : tokens[within.stop - 1].end]


def _stretches(
    quotes: tuple[Quotation, Quotation],
    older: Sequence[Token],
    newer: Sequence[Token],
    found: Iterable[Mismatch],
) -> Iterator[tuple[Span, Span]]:
    for one in found:
        yield stretch_of(older, one.old, quotes[0].inner), stretch_of(newer, one.new, quotes[1].inner)


def stretch_of(tokens: Sequence[Token], within: range, around: Span) -> Span:
    """Return the stretch of some words of a list; an empty one where they would stand, for none."""
    if within:
        return Span(tokens[within.start].start, tokens[within.stop - 1].end)
    at = tokens[within.start - 1].end if 0 < within.start <= len(tokens) else around.start
    return Span(at, at)


def _place_of(newer: Document, older: Document, quote: Quotation) -> Span | None:
    """Return where the words of a quotation stand in the newer version without its marks."""
    words = older.words.between(quote.inner.start, quote.inner.end)
    lowers = older.words.lowers[words.start : words.stop]
    if len(lowers) < SENTENCE:
        return None
    known = newer.words
    rarest = min(range(len(lowers)), key=lambda index: len(known.vocabulary.get(lowers[index], ())))
    for at in known.vocabulary.get(lowers[rarest], ())[:8]:
        first = at - rarest
        if first >= 0 and known.lowers[first : first + len(lowers)] == lowers:
            last = first + len(lowers) - 1
            found = Span(known.starts[first], known.starts[last] + len(known.lowers[last]))
            is_quoted = newer.quotes.hold(found)
            return None if is_quoted or newer.copy.at(found.start) not in STORY else found
    return None


def is_speech(document: Document, quote: Quotation) -> bool:
    """Whether a quotation that nobody is on record for is speech all the same, and not a title or a phrase.

    A block quote is where a line leads to it: many are set apart for another reason.
    """
    if quote.inner == quote.span and not document.before(quote.start, 2).startswith(":"):
        return False
    return len(re.findall(r"\w+", document.slice(quote.inner))) >= SENTENCE
