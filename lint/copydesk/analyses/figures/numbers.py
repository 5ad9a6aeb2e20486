"""The numbers of a draft, with what they count in: twelve, 1.2 million, $5m, 12 percent, a 290-mile road."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import repeat

from msgspec import Struct
from msgspec.structs import replace

from copydesk.analyses.figures.dates import find_days
from copydesk.analyses.figures.units import UNITS
from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.language.words import SPACES, Cursor
from copydesk.model.prose import Span, once_a_draft


class FigureKind(StrEnum):
    """What a number counts."""

    NUMBER = "number"
    AMOUNT = "amount"
    PERCENT = "percent"
    POINTS = "percentage points"
    MEASURE = "measure"
    YEAR = "year"
    """Or a bare number that looks like one: 2000 men."""


class Figure(Struct, frozen=True):
    """A number as a draft writes it.

    span    with its sign, its scale and its unit: `$1.2 million`, `290-mile`
    kind    what it counts
    value   in ones: 1.2 million is 1,200,000
    margin  half of its last place that is no round zero: 50,000 in 1.2 million, 5 in 290
    unit    the sign of a currency, or a form of `UNITS`; empty where it has none
    scale   how many ones its scale is: 1,000,000 in 1.2 million, 1 in 290
    """

    span: Span
    kind: FigureKind
    value: float
    margin: float
    unit: str = ""
    scale: float = 1.0

    @property
    def low(self) -> float:
        """The least that it may stand for."""
        return self.value - self.margin

    @property
    def high(self) -> float:
        """The most that it may stand for."""
        return self.value + self.margin


@once_a_draft
def find_figures(document: Document) -> list[Figure]:
    """Return the numbers of a draft in the order of the text, in figures and in words.

    No part of a date, a time of day, an ordinal or a decade is one, nor is `one` without a unit.
    """
    days = [day.span for day in find_days(document)]
    found = [*_in_figures(document.text), *_in_words(document)]
    found = [one for one in found if not any(one.span.overlaps(day) for day in days)]
    return sorted(found, key=lambda one: one.span)


def written(value: float) -> str:
    """Return a number as messages write it: with commas, and without an exponent."""
    return f"{value:,.0f}" if value >= _LARGE else f"{value:,.10f}".rstrip("0").rstrip(".")


def _in_figures(text: str) -> Iterator[Figure]:
    for match in _matches(text):
        sign, digits, scale = match["sign"] or "", match["digits"], match["scale"] or match["short"] or ""
        if scale in _ONLY_OF_MONEY and not sign:
            continue
        power = _SCALES[scale.lower()]
        plain = digits.replace(",", "")
        figure = _figure(text, Span(*match.span()), float(plain) * power, _margin(plain) * power, sign)
        is_year = figure.kind is FigureKind.NUMBER and not scale and re.fullmatch(_YEAR, digits)
        yield replace(figure, kind=FigureKind.YEAR if is_year else figure.kind, scale=float(power))


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the numbers in figures: from one digit to the next, with the sign of a currency before it."""
    digit, figure, end = re.compile(r"\d"), re.compile(_FIGURES), 0
    while first := digit.search(text, end):
        starts = range(max(end, first.start() - _LONGEST_SIGN), first.end())
        match = next(filter(None, map(figure.match, repeat(text), starts)), None)
        if match is not None:
            yield match
        end = (match or first).end()


def _in_words(document: Document) -> Iterator[Figure]:
    vocabulary = document.words.vocabulary
    forms = [*(vocabulary.keys() & _SPELLED.keys()), *filter(_has_unit, document.words.hyphenated)]
    end = 0
    for index in sorted(index for form in forms for index in vocabulary[form]):
        first = document.word(index)
        if first.start < end:
            continue
        figure = _spelled(document.text, first)
        if figure is not None:
            end = figure.span.end
            yield figure


def _spelled(text: str, first: Cursor) -> Figure | None:
    """Return the number that begins with a word: `twelve`, `two hundred and six`, `one mile`, `ten-mile`."""
    head, _, unit = first.lower.partition("-") if first.lower not in _SPELLED else (first.lower, "", "")
    value = _SPELLED[head]
    if unit:
        return _figure(
            text, Span(first.start, first.start + len(head)), float(value), _margin(str(value)), ""
        )
    last = first
    if _follows(last, "hundred"):
        last, value = last.next, value * 100
        rest = last.next.next if _follows(last, "and") else last.next
        if rest.lower in _SPELLED and text[last.end : rest.start].strip(SPACES) in ("", "and"):
            last, value = rest, value + _SPELLED[rest.lower]
    if last.gap in _GAPS and last.next.lower in english.SCALES:
        last, value = last.next, value * _SCALES[last.next.lower]
    figure = _figure(text, Span(first.start, last.end), float(value), _margin(str(value)), "")
    is_one = last is first and first.lower == "one" and figure.kind is FigureKind.NUMBER
    return None if is_one else figure


def _figure(text: str, number: Span, value: float, margin: float, sign: str) -> Figure:
    """Return a number with the unit that stands beside it."""
    if sign:
        return Figure(number, FigureKind.AMOUNT, value, margin, sign.strip())
    match = re.compile(_AFTER).match(text, number.end)
    if match is None:
        return Figure(number, FigureKind.NUMBER, value, margin)
    span = Span(number.start, match.end())
    match match.lastgroup:
        case "percent":
            return Figure(span, FigureKind.PERCENT, value, margin)
        case "points":
            return Figure(span, FigureKind.POINTS, value, margin)
        case "currency":
            return Figure(span, FigureKind.AMOUNT, value, margin, _CURRENCIES[match["currency"]])
    unit = " ".join(re.split(r"[\s-]", match["unit"].lower()))
    return Figure(span, FigureKind.MEASURE, value, margin, unit)


def _margin(digits: str) -> float:
    """Return half of the last place of a number that is no round zero: 0.05 in 1.2, 5 in 290."""
    _, point, decimals = digits.partition(".")
    zeros = len(digits) - max(1, len(digits.rstrip("0")))
    return 0.5 * 10.0 ** (-len(decimals) if point else zeros)


def _follows(word: Cursor, lower: str) -> bool:
    return word.gap in _GAPS and word.next.lower == lower


def _has_unit(lower: str) -> bool:
    """Whether a compound is a number and its unit: `ten-mile`."""
    head, _, unit = lower.partition("-")
    return head in _SPELLED and unit in UNITS


_LARGE = 1_000_000
_GAPS = frozenset(SPACES)
_SPELLED = {word: number for number, word in enumerate((*english.ONES, *english.TEENS), start=1)}
_SPELLED |= {word: 10 * number for number, word in enumerate(english.TENS, start=2)}
_SPELLED |= {f"{ten}-{one}": _SPELLED[ten] + _SPELLED[one] for ten in english.TENS for one in english.ONES}
_SCALES = {
    "": 1,
    **dict(zip(english.SCALES, (10**3, 10**6, 10**9, 10**12), strict=True)),
    "k": 10**3,
    "m": 10**6,
    "mn": 10**6,
    "b": 10**9,
    "bn": 10**9,
    "tn": 10**12,
}
_ONLY_OF_MONEY = frozenset("kKmMbB")
_CURRENCIES = {"dollar": "$", "euro": "€"}
_YEAR = r"(?:1[5-9]|20)\d\d"
_FIGURES = (
    r"(?<![\w.,:/⁄#])(?P<sign>(?:US|A|C|NZ|HK)?[$£€] ?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?:(?P<short>[mbt]n|[kKmMbB])(?!\w)|[ \u00a0-](?P<scale>"
    + "|".join(english.SCALES)
    + r")\b)?(?![\d:]|[.,/⁄]\d|(?:st|nd|rd|th|s)\b|[ \u00a0]?[ap]\.?m\b)"
)
_LONGEST_SIGN = len("US$ ")
_UNITS = "|".join(sorted(UNITS, key=len, reverse=True)).replace(" ", r"[ \u00a0-]")
_AFTER = (
    r"(?P<percent>[ \u00a0]?%|[ \u00a0-]per[ \u00a0]?cent\b)"
    r"|[ \u00a0-](?P<points>percentage[ \u00a0-]points?\b)"
    r"|[ \u00a0](?P<currency>dollar|euro)s?\b"
    rf"|[ \u00a0-]?(?P<unit>(?i:{_UNITS}))\b(?!['’]\w)"
)
