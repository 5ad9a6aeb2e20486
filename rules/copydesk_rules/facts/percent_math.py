"""percent-math: a percentage that the numbers beside it do not make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

from msgspec.structs import replace

from copydesk.analyses.figures.numbers import Figure, FigureKind, find_figures, written
from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class PercentMath(Rule[NoOptions]):
    """Only where a sentence says the sum itself: a change from one number to another, a part of a whole."""

    name = "percent-math"
    reads_english = True
    family = "facts"
    severity = Severity.WARNING
    needs = ("percentage beside its numbers",)
    summary = "a percentage does not fit the numbers beside it: up 10 percent, from $100 to $150"
    why = (
        "One of the three numbers is wrong, or the share is of another whole. Do the sum again. A step from "
        "one percentage to another is in percentage points, and reported as an info."
    )
    examples = (
        Example("Sales were [[rising 89% from £156mn to £282mn]].", "a rise"),
        Example("The staff was [[cut by 37% to 460 from 753]].", "backwards"),
        Example("It went [[from 7 to 145, up 1,511%]].", "the percentage last"),
        Example("Support [[fell 4 percent, from 72% to 68%]].", "percentage points"),
        Example("[[Of the 200 people, 50 (30 percent]]) voted.", "a part of a whole"),
        Example("It rose [[from 100 to 150, a 33 percent]] increase.", "a rise"),
        Example("Sales rose 20 percent, from 50 to 60, and 301 of 900 cats (33 percent) were fed.", "right"),
        Example(
            "It rose 14 percent among adults from 30 to 59. Four of five (90 percent of them women) came.",
            "of others",
        ),
        Example("It is for adults from 18 to 64, or 27 percent of the town.", "no change"),
        Example("Wages rose from $8 to $9, and sales grew by 8 percent.", "of something else"),
        Example("“We rose 10 percent, from 100 to 150,” he said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each sum."""
        figures = [one for one in find_figures(document) if not _is_when(document, one)]
        percents = [index for index, one in enumerate(figures) if one.kind is FigureKind.PERCENT]
        done = -1
        for index in percents:
            for first in (index - 2, index):
                if first <= done or first < 0 or document.copy.at(figures[index].span.start) in OTHERS:
                    continue
                three = figures[first : first + 3]
                finding = _judge(document, three) if len(three) == 3 else None
                if finding is not None:
                    done = first + 2
                    yield finding


def _is_when(document: Document, figure: Figure) -> bool:
    """Whether a number is the year in which something was so many: from 50 in 2023 to 40 in 2024."""
    return (
        figure.kind is FigureKind.YEAR and re.search(_IN, document.before(figure.span.start, 16)) is not None
    )


def _judge(document: Document, three: list[Figure]) -> Finding | None:
    """Return what is wrong with a sum that three numbers in a row make; None where they make none."""
    text, begin, end = document.text, three[0].span.start, three[2].span.end
    sentence = document.sentence_at(begin)
    if end > sentence.end:
        return None
    before = text[max(sentence.start, begin - _REACH) : begin]
    gaps = [re.sub(_WHEN, "", text[one.span.end : other.span.start]) for one, other in pairwise(three)]
    after = text[end : min(sentence.end, end + _REACH)]
    for pattern, order, judge in _FORMS:
        match = re.match(pattern, "\0".join((before, *gaps, after)))
        if match is None:
            continue
        percent, one, other = (three[place] for place in order)
        if percent.kind is not FigureKind.PERCENT or one.kind is not other.kind or one.unit != other.unit:
            return None
        span = Span(begin - len(before) + match.start("start"), end)
        return judge(span, percent, one, other, match["hedge"])
    return None


def _change(span: Span, percent: Figure, one: Figure, other: Figure, hedge: str) -> Finding | None:
    """Judge a change from one number to another."""
    if one.kind is FigureKind.YEAR or one.kind is FigureKind.POINTS or not one.value:
        return None
    if one.kind is FigureKind.PERCENT:
        return _points(span, percent, one, other)
    if one.scale == 1 and one.value < _SCALED <= other.scale:  # from $1.2 to $1.5 million
        one = replace(one, value=one.value * other.scale, margin=one.margin * other.scale)
    (low, high), (least, most) = _interval(one), _interval(other)
    changes = [abs(b - a) / a * 100 for a, b in product((low, high), (least, most)) if a > 0]
    if low <= most and least <= high:  # perhaps there is no change
        changes.append(0.0)
    slack = min(percent.margin, 0.5) + 0.3 + 0.01 * percent.value
    slack += max(1.0, 0.06 * percent.value) if hedge else 0.0
    if not changes or min(changes) - slack <= percent.value <= max(changes) + slack:
        return None
    right = abs(other.value - one.value) / one.value * 100
    shown, said = _rounded(right), written(percent.value)
    steps = f"from {written(one.value)} to {written(other.value)}"
    return Finding(span, f"{steps} is {shown} percent, not {said}")


def _points(span: Span, percent: Figure, one: Figure, other: Figure) -> Finding | None:
    """Judge a step from one percentage to another that is called percent, and is one in points."""
    step = abs(other.value - one.value)
    if abs(step - percent.value) > _SAME or abs(step / one.value * 100 - percent.value) < 1:
        return None
    steps = f"from {written(one.value)} to {written(other.value)} percent"
    return Finding(
        span, f"{steps} is {written(step)} percentage point{'s' * (step != 1)}", severity=Severity.INFO
    )


def _share(span: Span, percent: Figure, part: Figure, whole: Figure, hedge: str) -> Finding | None:
    """Judge a part of a whole."""
    if part.kind is not FigureKind.NUMBER or hedge or whole.value < max(part.value, _SMALLEST):
        return None
    right = part.value / whole.value * 100
    slack = min(percent.margin, 0.5) + 0.6
    slack += 0.05 * right if whole.margin > 100 or part.margin > 100 else 0.0
    if abs(right - percent.value) <= slack:
        return None
    shown, said = _rounded(right), written(percent.value)
    return Finding(span, f"{written(part.value)} of {written(whole.value)} is {shown} percent, not {said}")


def _interval(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that a number stands for: small round numbers are exact."""
    margin = figure.margin if figure.value >= 1000 else min(figure.margin, 0.5)
    return figure.value - margin, figure.value + margin


def _rounded(percent: float) -> str:
    return f"{percent:,.0f}" if percent >= 10 else f"{percent:.2g}"


_REACH = 60
_SAME = 0.05
_SCALED = 1000
_SMALLEST = 5
_NOUN = r"(?:rise|drop|fall|decline|increase|decrease|jump|gain|reduction|surge|growth|hike|cut|loss|slump)"
_CHANGE = (
    r"(?:rose|ris(?:en|ing)|increas(?:ed?|ing|es)|gr(?:ew|own|owing)|jump(?:ed|ing|s)?|climb(?:ed|ing|s)?"
    r"|surg(?:ed|ing|es)|soar(?:ed|ing|s)?|spik(?:ed|ing|es)|up|gain(?:ed|ing|s)?|f(?:ell|allen|alling)"
    r"|drop(?:ped|ping|s)?|declin(?:ed|ing|es)|decreas(?:ed|ing|es)|down|cut|shr[au]nk|shrinking|slid"
    r"|slump(?:ed|ing)?|tumbl(?:ed|ing)|plung(?:ed|ing)|plummet(?:ed|ing)|s[au]nk|dipp(?:ed|ing)"
    r"|reduc(?:ed|ing)|slash(?:ed|ing)|lower(?:ed|ing)|rais(?:ed|ing)|hik(?:ed|ing)|expand(?:ed|ing)"
    r"|ballooned|swelled|swollen|went|go(?:es|ing|ne)|(?:an? )?"
    rf"{_NOUN} of)"
)
_HEDGE = (
    r"(?P<hedge>(?:(?:about|around|nearly|almost|over|some|approximately|just|less than|more than|under"
    r"|roughly|well|at least|up to|only|an?|estimated|whopping|staggering) )*)"
)
_WHOLE = r"(?:(?:the|its|their|those|all|a total of) )*"
_IN = r"(?:in|since|during|end of) (?:[A-Z]?[a-z]+ )?"
_WHEN = rf",? (?:at the )?\b{_IN}(?:1[5-9]|20)\d\d\b"
_WORDS = r"[^.;:\d\0]{0,40}?"
_ABOUT = r"(?:(?:about|around|an?|some|roughly|nearly|almost|approximately|just|under|over|only|its|their) )?"
_FROM, _TO = rf"\bfrom {_ABOUT}", rf" to {_ABOUT}"
_SINCE = (
    rf"(?:{_WORDS},|{_WORDS} (?:years?|quarters?|months?|weeks?|decades?|seasons?|days?|overnight"
    rf"|{'|'.join(map(str.capitalize, english.MONTHS))}))? ?"
)
"""What may stand between a percentage and its numbers: a time, or words that a comma ends.

Other words have the numbers for themselves: among adults from 30 to 59.
"""
_MOVED = rf"\b(?:{_CHANGE}|brought|moved|pushed|took)\b[^.;:\d\0]{{0,40}}?"
"""What makes a change of two numbers: tickets may cost from $20 to $40."""
_ENDS = r"(?:[).,;\]]|$)"
"""The end of a percentage that has no words of its own: (90 percent of them women)."""
_BEFORE = r"[^\0]*?"
_FORMS = (
    # rose 20 percent, from 50 to 60
    (
        rf"{_BEFORE}\b(?P<start>{_CHANGE}) (?:by )?{_HEDGE}\0{_SINCE}{_FROM}\0{_WORDS}{_TO}\0",
        (0, 1, 2),
        _change,
    ),
    # a 20 percent rise, from 50 to 60
    (
        rf"{_BEFORE}(?P<start>\ban? ){_HEDGE}\0[ -]{_NOUN}{_SINCE}{_FROM}\0{_WORDS}{_TO}\0",
        (0, 1, 2),
        _change,
    ),
    # cut by 37% to 460 from 753
    (
        rf"{_BEFORE}\b(?P<start>{_CHANGE}) (?:by )?{_HEDGE}\0{_SINCE}{_TO}\0{_WORDS},? {_FROM}\0",
        (0, 2, 1),
        _change,
    ),
    # from 50 to 60, up 20 percent; from 50 to 60, a rise of 20 percent
    (
        (
            rf"{_BEFORE}{_MOVED}(?P<start>{_FROM})\0{_WORDS}{_TO}\0{_WORDS}(?:, ?|\(|[–—]|-+ )(?:or )?"
            rf"(?:{_CHANGE} |[+−-])(?:by )?{_HEDGE}\0"
        ),
        (2, 0, 1),
        _change,
    ),
    # from 50 to 60, a 20 percent rise
    (
        (
            rf"{_BEFORE}{_MOVED}(?P<start>{_FROM})\0{_WORDS}{_TO}\0{_WORDS}(?:, ?| ?\(|[–—]|-+ )(?:or )?"
            rf"an? {_HEDGE}\0[ -]{_NOUN}\b"
        ),
        (2, 0, 1),
        _change,
    ),
    # rose from 50 to 60, or 20 percent
    (
        (
            rf"{_BEFORE}\b{_CHANGE} (?P<start>{_FROM})\0{_WORDS}{_TO}\0{_WORDS}(?:, or |\()(?:or )?"
            rf"{_HEDGE}\0{_ENDS}"
        ),
        (2, 0, 1),
        _change,
    ),
    # 50 of the 200 people (25 percent)
    (
        (
            rf"{_BEFORE}(?P<start>)\0 (?:[a-z]+ ){{0,2}}(?:out )?of {_WHOLE}"
            rf"\0[^.;:()\d\0]{{0,60}}?(?:, or | ?\(){_HEDGE}\0{_ENDS}"
        ),
        (2, 0, 1),
        _share,
    ),
    # Of the 200 people, 50 (25 percent)
    (
        (
            rf"{_BEFORE}\b(?P<start>[Oo]f {_WHOLE})\0[^.;:()\d\0]{{1,40}},(?: only)? "
            rf"\0(?: [a-z]+){{0,2}}(?: ?\(|, or ){_HEDGE}\0{_ENDS}"
        ),
        (2, 1, 0),
        _share,
    ),
)
"""How a sentence says a sum, with `\\0` for each number, the places of percentage, first and second, and who
judges it."""
