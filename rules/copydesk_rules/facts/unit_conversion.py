"""unit-conversion: a measure in two units that do not say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace

from copydesk.analyses.figures.numbers import Figure, FigureKind, find_figures, written
from copydesk.analyses.figures.units import UNITS
from copydesk.analyses.figures.years import first_year
from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class UnitConversion(Rule[NoOptions]):
    """Each number stands for all that rounds to it; of two currencies only what no day's rate explains."""

    name = "unit-conversion"
    reads_english = True
    family = "facts"
    severity = Severity.WARNING
    needs = ("measure in two units",)
    summary = "a measure and its conversion do not agree: 5 miles (20 km)"
    why = "One of the two is wrong. Look up the original, and convert it again."
    examples = (
        Example("It is a [[290-mile (300-kilometer)]] stretch.", "miles"),
        Example("It lies [[5 miles (20 km)]] off, [[135 meters (157 yards)]] deep.", "kilometers, yards"),
        Example("It fell to [[20 C (50 F)]] at night.", "degrees"),
        Example("It will cost [[$10 million (£80 million)]].", "a rate that never was"),
        Example("She is [[6 feet 2 inches (1.68 m)]] tall.", "a measure of two parts"),
        Example("It is 62 miles (100 km) long and weighs 10 tons (9 tonnes).", "rounded"),
        Example("It cost $10 million (£7.5 million), and once €55 billion ($54 billion).", "rates that were"),
        Example("They dug 1.1 million ounces (34.2 tonnes) of gold.", "troy ounces"),
        Example(
            "They allow 1.5 degrees Celsius (2.7 degrees Fahrenheit) of warming. Bake at 180C (350F).",
            "a difference, an oven",
        ),
        Example("He ran 5 miles (and 20 km more by bus). A 5-acre lot (20 miles off).", "other things"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each pair."""
        found = (*_measures(document), *_amounts(document), *_temperatures(document.text))
        for span, message in found:
            if document.copy.at(span.start) not in OTHERS:
                yield Finding(span, message)


def _measures(document: Document) -> Iterator[tuple[Span, str]]:
    for first, second in pairwise(_joined(document)):
        one, other = UNITS[first.unit], UNITS[second.unit]
        if one.dimension != other.dimension or one == other or not _is_conversion(document, first, second):
            continue
        if not _agree(first, second) and not _agree_in_troy_ounces(document, first, second):
            shown = first.value * one.factor / other.factor
            said = f"{_counted(first.value, one.name)} {_rounded(shown)} {other.name}"
            yield _whole(document, first, second), f"{said}, not {written(second.value)}"


def _joined(document: Document) -> list[Figure]:
    """Return the measures, those of two parts as one in the smaller unit: 6 feet 2 inches are 74 inches."""
    joined: list[Figure] = []
    for figure in find_figures(document):
        if figure.kind is not FigureKind.MEASURE:
            continue
        if joined and _is_rest(document, joined[-1], figure):
            larger = joined.pop()
            whole = larger.value * UNITS[larger.unit].factor / UNITS[figure.unit].factor
            span = Span(larger.span.start, figure.span.end)
            figure = replace(figure, span=span, value=whole + figure.value)
        joined.append(figure)
    return joined


def _is_rest(document: Document, larger: Figure, smaller: Figure) -> bool:
    """Whether the second of two measures is what is left over of the first."""
    one, other = UNITS[larger.unit], UNITS[smaller.unit]
    between = document.text[larger.span.end : smaller.span.start]
    return (
        one.dimension == other.dimension
        and smaller.value * other.factor < one.factor
        and re.fullmatch(r",? (?:and )?", between) is not None
    )


def _amounts(document: Document) -> Iterator[tuple[Span, str]]:
    """Yield the amounts in two currencies that no rate explains; none if the draft tells of fixed rates."""
    amounts = [one for one in find_figures(document) if one.kind is FigureKind.AMOUNT]
    for first, second in pairwise(amounts):
        if not _is_conversion(document, first, second):
            continue
        for one, other in ((first, second), (second, first)):
            signs = one.unit.removeprefix("US"), other.unit.removeprefix("US")
            if signs not in _RATES or not one.value:
                continue
            low, high = _RATES[signs]
            rate = other.value / one.value
            if not low <= rate <= high and first_year(document) >= _FLOAT:
                said = f"{signs[0]}1 would be {signs[1]}{_rounded(rate)}, which it never was since {_FLOAT}"
                yield _whole(document, first, second), said


def _is_conversion(document: Document, first: Figure, second: Figure) -> bool:
    """Whether the second of two numbers says the first again: alone in brackets, or after `or`."""
    between = document.text[first.span.end : second.span.start]
    ends = "(" not in between or document.after(second.span.end) in _ENDS
    return ends and re.fullmatch(_BETWEEN, between) is not None


def _whole(document: Document, first: Figure, second: Figure) -> Span:
    """Return the two numbers with the bracket that closes after them."""
    opens = "(" in document.text[first.span.end : second.span.start]
    return Span(first.span.start, second.span.end + (opens and document.after(second.span.end) == ")"))


def _agree(first: Figure, second: Figure) -> bool:
    """Whether some length, weight or area rounds to both, or the two are all but equal."""
    one, other = UNITS[first.unit], UNITS[second.unit]
    slack = _TON_SLACK if {one.name, other.name} == {"tons", "tonnes"} else _SLACK
    meet = (
        second.low * other.factor <= first.high * one.factor * _MEETING
        and first.low * one.factor <= second.high * other.factor * _MEETING
    )
    ratio = second.value * other.factor / (first.value * one.factor) if first.value else 1.0
    return meet or abs(ratio - 1) < slack


def _agree_in_troy_ounces(document: Document, first: Figure, second: Figure) -> bool:
    """Whether the ounces are those of precious metal, which the sentence names, and agree then."""
    if not re.search(_PRECIOUS, document.slice(document.sentence_at(first.span.start))):
        return False
    one, other = (_in_troy_ounces(figure) for figure in (first, second))
    return (one, other) != (first, second) and _agree(one, other)


def _in_troy_ounces(figure: Figure) -> Figure:
    if UNITS[figure.unit].name != "ounces":
        return figure
    return replace(figure, value=figure.value * _TROY, margin=figure.margin * _TROY)


def _temperatures(text: str) -> Iterator[tuple[Span, str]]:
    for match in re.finditer(_TEMPERATURES, text):
        scales = match["scale1"][0].upper(), match["scale2"][0].upper()
        if scales[0] == scales[1]:
            continue
        one, other = (float(re.sub("[−–]", "-", match[name])) for name in ("degrees1", "degrees2"))
        minus = -1 if match["minus"] else 1
        celsius, fahrenheit = (one, other * minus) if scales[0] == "C" else (other * minus, one)
        if _fits(celsius, fahrenheit) or _fits(-celsius, fahrenheit) or _fits(celsius, -fahrenheit):
            continue
        if abs(fahrenheit - celsius * 9 / 5) <= _DIFFERENCE or _is_oven(celsius, fahrenheit):
            continue
        right = one * 9 / 5 + 32 if scales[0] == "C" else (one - 32) * 5 / 9
        message = f"{written(one)} °{scales[0]} are {right:.0f} °{scales[1]}, not {written(other)}"
        yield Span(*match.span()), message


def _fits(celsius: float, fahrenheit: float) -> bool:
    """Whether one is the other, converted to within a degree."""
    return any(
        abs((fahrenheit + step - 32) * 5 / 9 - celsius) <= 1
        or abs((celsius + step) * 9 / 5 + 32 - fahrenheit) <= 1
        for step in (-0.5, 0, 0.5)
    )


def _is_oven(celsius: float, fahrenheit: float) -> bool:
    """Whether both are steps of a dial, which no oven has exact: 180 C, 350 F."""
    return celsius >= _OVEN and celsius % 10 == 0 and fahrenheit % 5 == 0


def _counted(number: float, unit: str) -> str:
    """Return a number of a unit and its verb: `1 mile is`, `290 miles are`."""
    if number != 1:
        return f"{written(number)} {unit} are"
    return f"1 {_SINGULAR.get(unit, unit.removesuffix('s'))} is"


def _rounded(value: float) -> str:
    """Return a number with the three digits that count."""
    return written(float(f"{value:.3g}"))


_SLACK = 0.05
_TON_SLACK = 0.15
_MEETING = 1.02
_DIFFERENCE = 1.0
"""Degrees by which a difference of temperatures may be rounded: it has no 32 in it."""
_OVEN = 90
_FLOAT = 1973
"""Since when the rates of currencies are their own."""
_RATES = {("£", "$"): (1.0, 3.2), ("€", "$"): (0.8, 2.2), ("£", "€"): (1.0, 1.9)}
"""What a pound and a euro have cost since, in dollars of any country that calls them so."""
_PRECIOUS = r"(?i)\b(?:gold|silver|platinum|palladium|rhodium|bullion|troy|precious)\b"
_TROY = 31.1034768 / 28.349523
_SINGULAR = {"feet": "foot", "inches": "inch", "square feet": "square foot"}
_ENDS = (")", ";", ",", "]")
_HEDGE = (
    r"(?:(?:about|around|some|roughly|approximately|nearly|almost|(?:just )?(?:over|under)|more than|or) )*"
)
_BETWEEN = (
    r"(?:[ \u00a0-](?:long|wide|tall|high|deep|away|north|south|east|west|apart|square))?"
    rf" ?(?:\(|, or |/){_HEDGE}"
)
_DEGREES = (
    r"[-−–]?\d+(?:\.\d+)?)[ \u00a0]?(?:°|º|degrees?|deg)?[ \u00a0]?"
    r"(?P<scale{0}>[Ff]ahrenheit|[Cc]elsius|F|C)\b"
)
_TEMPERATURES = (
    rf"(?<![\w.])(?P<degrees1>{_DEGREES.format(1)} ?(?:\(|/|, or ){_HEDGE}(?P<minus>minus )?"
    rf"(?P<degrees2>{_DEGREES.format(2)}\)?"
)
