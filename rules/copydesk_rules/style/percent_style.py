"""percent-style: a percentage that the house writes another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.house_forms import NUMBERS, find_figures, find_words
from copydesk.document import Document
from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(label="AP", numbers=NumberStyle(percent="sign", percent_words="never"))
_TIMES = HouseStyle(label="Times", numbers=NumberStyle(percent="percent"))


class HousePercentages(Rule[NoOptions]):
    """Percentages in figures first, then those in words."""

    name = "percent-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("numbers", "percentage")
    summary = "a percentage is not written as the house writes it: 48 percent where it has 48%"
    why = (
        "A house writes 48%, 48 percent or 48 per cent, and its style says which. A number in words stands "
        "before the word at the start of a sentence only, and `zero percent` is right anywhere."
    )
    examples = (
        Example("Turnout was [[48 percent]] in the county.", "AP has the sign since 2019", house=_AP),
        Example("About [[five percent]] were absent, and [[8 to 10 percent]] late.", "words", house=_AP),
        Example("Turnout was [[48%]], or [[9 per cent]] more.", "the Times has the word", house=_TIMES),
        Example("Turnout was 48%, 2 percentage points more. Five percent were late.", "all right", house=_AP),
        Example("“Turnout was 48 percent,” she said. A zero percent loan is rare.", "speech", house=_AP),
        Example("Turnout was 48 percent.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each percentage."""
        yield from report(
            document, context, [*_figures(document, context.house), *_words(document, context.house)]
        )


def _figures(document: Document, house: HouseStyle) -> Iterator[Form]:
    want = house.numbers.percent
    if want == "auto":
        return
    after, before = re.compile(_AFTER), re.compile(_BEFORE)
    for figure in find_figures(document):
        found = after.match(document.text, figure.end())
        if not found or document.before(figure.start()) in _JOINED:
            continue
        if (found[1] or "%").replace("\u00a0", " ") == _UNITS[want]:
            continue
        lead = before.search(document.before(figure.start(), 16))
        start = figure.start() - len(lead[0]) if lead else figure.start()
        is_first = document.opens_sentence(start) and ":" not in document.before(start, 2)
        if is_first and house.numbers.sentence_start == "words":
            continue
        link = document.word_before(figure.start())
        if not lead and link.lower in ("to", "or") and link.previous.lower in NUMBERS:
            continue
        unit = "%" if want == "sign" else f" {want}"
        first = f"{lead[1]}{unit if want == 'sign' else ''}{lead[2]}" if lead else ""
        yield Form("numbers.percent", Span(start, found.end()), f"{first}{figure[0]}{unit}", safe=not lead)


def _words(document: Document, house: HouseStyle) -> Iterator[Form]:
    if house.numbers.percent_words == "auto":
        return
    unit = "%" if house.numbers.percent in ("auto", "sign") else f" {house.numbers.percent}"
    for word in find_words(document, ("percent", "per")):
        end = word.end if word.lower == "percent" else word.next.end if word.next.lower == "cent" else 0
        number = word.previous
        value = NUMBERS.get(number.lower)
        if number.lower == "hundred" and number.previous.lower == "one" and number.previous.gap in _SPACES:
            number, value = number.previous, 100
        if not end or value is None or number.gap not in _SPACES:
            continue
        before = number.previous
        if document.opens_sentence(number.start) or before.lower in _LEADS_ON:
            continue
        first = before.previous
        if before.lower in ("to", "or") and first.lower in NUMBERS:
            is_range = (
                first.gap in _SPACES and before.gap in _SPACES and first.previous.lower not in _LEADS_ON
            )
            if is_range and not document.opens_sentence(first.start):
                low = f"{NUMBERS[first.lower]}{unit if unit == '%' else ''}"
                good = f"{low} {before.surface} {value}{unit}"
                yield Form("numbers.percent_words", Span(first.start, end), good, safe=False)
            continue
        yield Form("numbers.percent_words", Span(number.start, end), f"{value}{unit}")


_UNITS = {"sign": "%", "percent": " percent", "per cent": " per cent"}
_AFTER = r"%|([ \u00a0-](?:percent|per[ \u00a0-]cent|pct))(?![\w-])"
_BEFORE = r"(?<![\w.,$£€/-])(\d{1,3}(?:\.\d+)?)( (?:to|or|and) |[-–])$"
_JOINED = frozenset("/$£€_")
_SPACES = (" ", "\u00a0")
_LEADS_ON = frozenset({"hundred", "thousand", "point", *english.ONES, *english.TENS})
"""Before a number they make another one of it."""
