"""Figures, names and negations that the rewriting of a sentence changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from copydesk.analyses.versions.quotations import stretch_of
from copydesk.analyses.versions.sentences import Sentence, SentencePair
from copydesk.analyses.versions.tokens import Figure, Token, is_short_form, letters, plain_words
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import Span


class FactChange(Struct, frozen=True):
    """A fact that changed.

    what      `number`, `amount`, `date`, `age` and so on; `name`; `negation`
    old, new  the words of both versions; those of one may be empty for a negation
    within    the sentence of the newer version
    """

    what: str
    old: Span
    new: Span
    within: Span


NAME, NEGATION = "name", "negation"

LONGEST_NAME = 3
"""Words of a name that was put in the place of another."""

LONGEST_TURN = 6
"""Words of a change that turns a sentence round; more are another sentence."""

LONGEST_FIGURES = 10
"""Words of a change in which one figure takes the place of another."""

_STAMP = re.compile(
    r"\b(?:last |first )?(?:updated|published|posted|modified)\b[^.]{0,40}\d"
    r"|\bas of (?:\d|noon|midnight|about \d)"
    r"|\b(?:evolving|developing|breaking) (?:news )?story\b|\b\d+[- ]min(?:ute)?s? read\b",
    re.IGNORECASE,
)
"""What tells when a page was written: it changes with every version."""

_NO_NAME = (
    english.DETERMINERS
    | english.SUBJECT_PRONOUNS
    | english.OBJECT_PRONOUNS
    | english.QUESTION_WORDS
    | english.CONJUNCTIONS
    | english.PREPOSITIONS
    | english.AUXILIARIES
    | english.NEGATIONS
    | frozenset("mr mrs ms mx dr rev sir".split())
)
_ONLY = frozenset(["only", "just", "simply", "merely", "least", "necessarily"])
"""Words after which a `not` does not turn a sentence round."""


def changed_facts(older: Document, newer: Document, pair: SentencePair) -> Iterator[FactChange]:
    """Yield the facts that the rewriting of a sentence changed, outside quotation marks."""
    if _STAMP.search(older.slice(pair.old.span)) or _STAMP.search(newer.slice(pair.new.span)):
        return
    gone, came = pair.only_old(), pair.only_new()
    yield from _figures(older, newer, pair, gone, came)
    yield from _names(older, newer, pair, gone, came)
    yield from _negations(older, newer, pair)


def _figures(
    older: Document, newer: Document, pair: SentencePair, gone: Counter[str], came: Counter[str]
) -> Iterator[FactChange]:
    if _is_exchange(pair):
        gone = came = Counter(plain_words([*pair.old.tokens, *pair.new.tokens]))
    left_old, left_new = [], []
    for one in pair.differences:
        olds = _figures_of(older, pair.old, one.old, gone)
        news = _figures_of(newer, pair.new, one.new, came)
        is_short = max(len(one.old), len(one.new)) <= LONGEST_FIGURES
        if olds and news and is_short:
            if _values(olds) != _values(news):
                yield _figure_change(olds, news, pair)
        else:
            left_old += olds
            left_new += news
    is_moved = len(left_old) == len(left_new) == 1 and left_old[0].figure is left_new[0].figure
    if is_moved and _values(left_old) != _values(left_new):
        yield _figure_change(left_old, left_new, pair)


def _is_exchange(pair: SentencePair) -> bool:
    """Whether figures took the places of figures and nothing else differs: `3 and 2` where `2 and 3` was."""
    return all(
        tokens and all(token.figure for token in tokens)
        for one in pair.differences
        for tokens in (
            pair.old.tokens[one.old.start : one.old.stop],
            pair.new.tokens[one.new.start : one.new.stop],
        )
    )


def _figure_change(olds: list[Token], news: list[Token], pair: SentencePair) -> FactChange:
    kinds = {token.figure for token in (*olds, *news)}
    for kind in (Figure.MONEY, Figure.AGE, Figure.PERCENT, Figure.TIME, Figure.DATE):
        if kind in kinds:
            break
    else:
        kind = Figure.NUMBER
    old, new = Span(olds[0].start, olds[-1].end), Span(news[0].start, news[-1].end)
    return FactChange(kind.value, old, new, pair.new.span)


def _figures_of(document: Document, sentence: Sentence, within: range, only: Counter[str]) -> list[Token]:
    """Return the figures of a difference, outside quotations, that the other version has less often."""
    return [
        token
        for token in sentence.tokens[within.start : within.stop]
        if token.figure is not None and only[token.plain] and not document.quotes.hold(token.span)
    ]


def _values(tokens: list[Token]) -> list[str]:
    """Return the bare numbers of some figures: `$5` where `5` stood is no other number."""
    return [token.plain.strip("$€£").partition(" ")[0] for token in tokens]


def _names(
    older: Document, newer: Document, pair: SentencePair, gone: Counter[str], came: Counter[str]
) -> Iterator[FactChange]:
    for one in pair.differences:
        if not (0 < len(one.old) <= LONGEST_NAME and 0 < len(one.new) <= LONGEST_NAME):
            continue
        olds, news = _names_of(older, pair.old, one.old, gone), _names_of(newer, pair.new, one.new, came)
        if any(map(_opens, (older, newer), (olds, news))) and not (
            _is_person(older, olds) or _is_person(newer, news)
        ):
            continue
        if not (olds and news):
            continue
        old, new = Span(olds[0].start, olds[-1].end), Span(news[0].start, news[-1].end)
        before, after = _with_stop(older, old), _with_stop(newer, new)
        firsts = _with_stop(older, olds[0].span), _with_stop(newer, news[0].span)
        if letters(before) != letters(after) and not (is_short_form(before, after) or is_short_form(*firsts)):
            yield FactChange(NAME, old, new, pair.new.span)


def _names_of(document: Document, sentence: Sentence, within: range, only: Counter[str]) -> list[Token]:
    """Return the words of a name in a difference, outside quotations, that the other version lacks."""
    return [
        token
        for token in sentence.tokens[within.start : within.stop]
        if token.figure is None
        and only[token.plain]
        and token.plain not in _NO_NAME
        and token.end - token.start > 1
        and document.text[token.start].isupper()
        and not document.quotes.hold(token.span)
    ]


def _with_stop(document: Document, span: Span) -> str:
    """Return the words of a span, with the full stop of an abbreviation: one that ends no sentence."""
    is_stopped = document.after(span.end) == "." and document.sentence_at(span.start).end > span.end + 1
    return document.slice(span) + "." * is_stopped


def _opens(document: Document, tokens: list[Token]) -> bool:
    """Whether a sentence begins with some words, which may be why they have a capital."""
    return bool(tokens) and document.opens_sentence(tokens[0].start)


def _is_person(document: Document, tokens: list[Token]) -> bool:
    return bool(tokens) and document.people.at(tokens[0].start) is not None


def _negations(older: Document, newer: Document, pair: SentencePair) -> Iterator[FactChange]:
    before = _turns(older, pair.old.tokens, range(len(pair.old.tokens)))
    after = _turns(newer, pair.new.tokens, range(len(pair.new.tokens)))
    if before == after:
        return
    for one in pair.differences:
        if max(len(one.old), len(one.new)) > LONGEST_TURN:
            continue
        if _turns(older, pair.old.tokens, one.old) != _turns(newer, pair.new.tokens, one.new):
            old = stretch_of(pair.old.tokens, one.old, pair.old.span)
            new = stretch_of(pair.new.tokens, one.new, pair.new.span)
            yield FactChange(NEGATION, old, new, pair.new.span)


def _turns(document: Document, tokens: Sequence[Token], within: range) -> int:
    """Count the words of a stretch, outside quotations, that turn a sentence round."""
    return sum(
        tokens[index].plain in english.NEGATIONS
        and not (index + 1 < len(tokens) and tokens[index + 1].plain in _ONLY)
        and not (tokens[index].plain == "no" and document.text.startswith(".", tokens[index].end))
        and not (index and tokens[index].plain == "not" and tokens[index - 1].plain in ("or", "if", "why"))
        and not document.quotes.hold(tokens[index].span)
        for index in within
    )


def old_form_left(newer: Document, before: str, after: str) -> list[Span]:
    """Return where the old form of a name that was only respelt still stands in the newer version."""
    from rapidfuzz.distance import OSA

    if before[:1] != after[:1] or OSA.distance(before.lower(), after.lower(), score_cutoff=2) > 2:
        return []
    word = before.split()[-1] if before.split()[0] in after.split() else before
    return [Span(*match.span()) for match in re.finditer(rf"\b{re.escape(word)}\b", newer.text)]
