"""unit-conversion: a measure in two units that do not say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from copydesk.analyses.figures.numbers import Figure, FigureKind, find_figures
from copydesk.analyses.figures.units import UNITS
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
        Example("It is 62 miles (100 km) long and weighs 10 tons (9 tonnes).", "rounded"),
        Example("It cost $10 million (£7.5 million), and once €55 billion ($54 billion).", "rates that were"),
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
    measures = [one for one in find_figures(document) if one.kind is FigureKind.MEASURE]
    for first, second in pairwise(measures):
        one, other = UNITS[first.unit], UNITS[second.unit]
        if one.dimension != other.dimension or one == other or not _is_conversion(document, first, second):
            continue
        if not _agree(first, second):
            shown = first.value * one.factor / other.factor
            said = f"{_number(first.value)} {one.name} are {_rounded(shown)} {other.name}"
            yield _whole(document, first, second), f"{said}, not {_number(second.value)}"


def _amounts(document: Document) -> Iterator[tuple[Span, str]]:
    amounts = [one for one in find_figures(document) if one.kind is FigureKind.AMOUNT]
    for first, second in pairwise(amounts):
        for one, other in ((first, second), (second, first)):
            signs = one.unit.removeprefix("US"), other.unit.removeprefix("US")
            if signs in _RATES and one.value and _is_conversion(document, first, second):
                low, high = _RATES[signs]
                rate = other.value / one.value
                if not low <= rate <= high:
                    message = f"{signs[0]}1 would be {signs[1]}{_rounded(rate)}, which it never was"
                    yield _whole(document, first, second), message


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
        message = f"{_number(one)} °{scales[0]} are {right:.0f} °{scales[1]}, not {_number(other)}"
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


def _number(value: float) -> str:
    return f"{value:,.10g}"


def _rounded(value: float) -> str:
    """Return a number with the three digits that count."""
    return _number(float(f"{value:.3g}"))


_SLACK = 0.05
_TON_SLACK = 0.15
_MEETING = 1.02
_DIFFERENCE = 1.0
"""Degrees by which a difference of temperatures may be rounded: it has no 32 in it."""
_OVEN = 90
_RATES = {("£", "$"): (1.0, 3.2), ("€", "$"): (0.8, 2.2), ("£", "€"): (1.0, 1.9)}
"""What one pound, and one euro, has cost since they float, in dollars of any country that calls them so."""
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
