"""date-style: a date that the house writes another way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from copydesk.analyses.house_forms import as_ordinal, find_words
from copydesk.document import Document
from copydesk.house.style import DateStyle, HouseStyle
from copydesk.language.lists import closed_classes as english
from copydesk.language.words import Cursor
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.style.forms import Form, report

_AP = HouseStyle(
    label="AP",
    dates=DateStyle(
        order="month_day",
        months="ap",
        ordinals="never",
        year_commas="both",
        month_year="plain",
        weekdays="full",
    ),
)
_GUARDIAN = HouseStyle(
    label="Guardian",
    dates=DateStyle(order="day_month", months="full", ordinals="never", year_commas="none"),
)


class HouseDates(Rule[NoOptions]):
    """A day with its month is put together anew from what the house has decided, and compared."""

    name = "date-style"
    reads_english = True
    family = "style"
    severity = Severity.WARNING
    needs = ("dates", "date")
    summary = "a date is not written as the house writes it: November 4 where it has Nov. 4"
    why = (
        "A house has one order of day and month, short months or full ones, and commas round a year or none. "
        "A line that is nothing but a date is left alone, and so are corrections."
    )
    examples = (
        Example("The vote is on [[November 4]], the clerk said.", "a short month with a day", house=_AP),
        Example("The vote is on [[4th November]], the clerk said.", "the order, and no ending", house=_AP),
        Example(
            "The bridge closed in [[Nov. 2019]] and never opened.", "a full month with a year", house=_AP
        ),
        Example("The treaty of [[May 4, 2019]] was never signed.", "a comma after the year", house=_AP),
        Example("The council meets on [[Tues.]] at the school.", "a weekday in full", house=_AP),
        Example("The vote is on [[November 4]], the clerk said.", "day first", house=_GUARDIAN),
        Example("The vote is on Nov. 4, not March 4, 2019, or in November 2019.", "all right", house=_AP),
        Example("The vote is on 4 November 2019, the clerk said.", "all right", house=_GUARDIAN),
        Example("“It is on November 4,” she said. You may 4 times.", "speech, and no month", house=_AP),
        Example("The vote is on November 4, the clerk said.", "no house"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each date."""
        dates = context.house.dates
        yield from report(document, context, [*_dates(document, dates), *_weekdays(document, dates)])


class _Day(Struct, frozen=True):
    """A day of a month as it stands.

    span      both
    day       the figure, or two with a dash
    ending    of an ordinal: st, nd, rd, th; or nothing
    month     in full
    written   as the draft has it
    is_first  whether the day stands before the month
    """

    span: Span
    day: str
    ending: str
    month: str
    written: str
    is_first: bool

    def wanted(self, dates: DateStyle) -> tuple[str, str]:
        """Return how the house writes it, and the field that says so."""
        day, month, day_first = self.day, self.written, self.is_first
        if dates.ordinals == "never":
            day = re.sub("[a-z]+", "", day)
        if day.isdecimal() and (dates.ordinals == "always" or (dates.ordinals == "auto" and self.ending)):
            day = as_ordinal(int(day))
        if dates.months != "auto":
            month = _SHORT.get(self.month, self.month) if dates.months == "ap" else self.month
        if dates.order != "auto":
            day_first = dates.order == "day_month"
        good = f"{day} {month}" if day_first else f"{month} {day}"
        if day_first is not self.is_first:
            return good, "dates.order"
        return good, "dates.months" if month != self.written else "dates.ordinals"


def _dates(document: Document, dates: DateStyle) -> Iterator[Form]:
    """Yield days with their months, and months with their years."""
    for word in find_words(document, _MONTHS):
        if not word.is_capitalised or word.surface[1].isupper() or _is_a_line(document, word.start):
            continue
        day = _day(document, word)
        if day:
            yield from _full_dates(document, dates, day)
        elif dates.month_year == "plain":
            yield from _month_with_year(document, word)


def _day(document: Document, word: Cursor) -> _Day | None:
    """Return the day that a month has before it or after it."""
    text, month = document.text, _MONTHS[word.lower]
    point = word.surface != month and text.startswith(".", word.end)
    written = word.surface + "." * point
    end = word.end + point
    before = re.compile(_DAY_BEFORE).search(text, max(0, word.start - 16), word.start)
    after = re.compile(_DAY_AFTER).match(text, end)
    if before and (after or _counts_something(document, before, end)):
        return None
    found = before or after
    if after and word.previous.lower == "in":
        return None
    if not found or not 0 < int(re.split("[-–]", found[1])[-1]) < 32:
        return None
    start = min(word.start, found.start())
    if before and found[2] and (found[3] or not _before_noun(document, end)):
        start -= len(_THE) * (text[max(0, start - len(_THE)) : start].lower() == _THE)
    span = Span(start, max(end, found.end()))
    return _Day(span, found[1], found[2] or "", month, written, before is not None)


def _counts_something(document: Document, before: re.Match[str], end: int) -> bool:
    """Whether the number before a month is no day: it counts what follows, as in 20 March deaths."""
    if before[2]:
        return False
    amount = document.word_before(before.start(1)).lower
    return amount in _AMOUNTS or _before_noun(document, end)


def _before_noun(document: Document, end: int) -> bool:
    """Whether a date that ends at an offset may belong to a noun after it, or to a longer name."""
    following = document.word_after(end, across=" \u00a0")
    return following.surface[:1].isalpha() and following.lower not in _AFTER_DATES


def _full_dates(document: Document, dates: DateStyle, day: _Day) -> Iterator[Form]:
    """Yield a day that is not the house's, or the commas of its year."""
    good, field = day.wanted(dates)
    year = re.compile(_WITH_YEAR).match(document.text, day.span.end)
    if re.fullmatch(_HOLIDAY, document.slice(day.span)):
        return
    if document.slice(day.span).replace("\u00a0", " ") != good:
        if field != "dates.order" or not year:
            yield Form(field, day.span, good)
            return
        with_year = f"{good} {year[2]}" if dates.order == "day_month" else f"{good}, {year[2]}"
        yield Form(field, Span(day.span.start, year.end()), with_year, safe=False)
    elif year and dates.order == "day_month" and dates.year_commas == "auto" and year[1].startswith(","):
        yield Form("dates.order", Span(day.span.start, year.end()), f"{good} {year[2]}")
    elif year and dates.year_commas != "auto":
        span = Span(day.span.start, year.end())
        has_comma = year[1].startswith(",")
        goes_on = re.compile(r" [a-z]").match(document.text, span.end) is not None
        if dates.year_commas == "none" and has_comma:
            yield Form("dates.year_commas", span, f"{good} {year[2]}")
        elif dates.year_commas == "both" and not day.is_first and (not has_comma or goes_on):
            note = "a comma on both sides of the year"
            yield Form("dates.year_commas", span, f"{good}, {year[2]}{',' * goes_on}", not goes_on, note)


def _month_with_year(document: Document, word: Cursor) -> Iterator[Form]:
    """Yield a month with its year that is cut short, or has a comma or `of` between."""
    month = _MONTHS[word.lower]
    is_short = word.surface != month
    end = word.end + (is_short and document.text.startswith(".", word.end))
    found = re.compile(_YEAR).match(document.text, end)
    if not found or (found[1] == " " and not is_short) or word.previous.lower[:1].isdecimal():
        return
    span = Span(word.start, found.end())
    yield Form("dates.month_year", span, f"{month} {found[2]}", minor=found[1] == " of ")


def _is_a_line(document: Document, start: int) -> bool:
    """Whether a date is nearly all of its block."""
    block = document.block_at(start)
    return len(document.words.between(block.start, block.end)) < _WORDS_OF_A_LINE


def _weekdays(document: Document, dates: DateStyle) -> Iterator[Form]:
    """Yield weekdays that are cut short."""
    if dates.weekdays == "auto":
        return
    for word in find_words(document, _WEEKDAYS):
        if re.compile(r"\.,? [a-zA-Z\d]").match(document.text, word.end) and word.is_capitalised:
            yield Form("dates.weekdays", Span(word.start, word.end + 1), _WEEKDAYS[word.lower])


_MONTHS = {
    **{month: month.capitalize() for month in english.MONTHS},
    **{
        short: next(month.capitalize() for month in english.MONTHS if month.startswith(short[:3]))
        for short in english.SHORT_MONTHS
    },
}
_SHORT = {
    "January": "Jan.",
    "February": "Feb.",
    "August": "Aug.",
    "September": "Sept.",
    "October": "Oct.",
    "November": "Nov.",
    "December": "Dec.",
}
_WEEKDAYS = {
    short: next(day.capitalize() for day in english.WEEKDAYS if day.startswith(short[:3]))
    for short in "mon tue tues wed weds thu thur thurs fri".split()
}
_DAY_AFTER = (
    r"[ \u00a0](\d{1,2}(?:(?:st|nd|rd|th)?[-–]\d{1,2})?)(st|nd|rd|th)?"
    r"(?![\w%]|[,.:-]\d| (?:people|members|deaths|percent|p\.m|a\.m|[ap]m))"
)
_DAY_BEFORE = r"(?<![\w.,:$£€’'/#–-])(\d{1,2}(?:[-–]\d{1,2})?)(st|nd|rd|th)?[ \u00a0](of )?$"
_WITH_YEAR = r"(,?[ \u00a0])((?:1[5-9]|20)\d\d)(?![\w%]|[,.:]\d)"
_YEAR = r"(,? (?:of )?)((?:1[5-9]|20)\d\d)(?![\w%:]|[,.]\d)"
"""A month and its year, but not as the label of a row: `Jan. 2013: 7.8`."""
_HOLIDAY = "July 4th|(?:[Tt]he )?4th of July"
_THE = "the "
_AMOUNTS = english.QUANTIFIERS | frozenset(
    "about around first last nearly only over than these those top".split()
)
"""What stands before a number that counts."""

_AFTER_DATES = (
    english.PREPOSITIONS
    | english.CONJUNCTIONS
    | english.ARTICLES
    | english.AUXILIARIES
    | english.RELATIVES
    | english.DEMONSTRATIVES
    | english.TIME_PREPOSITIONS
    | english.SUBJECT_PRONOUNS
    | english.POSSESSIVES
)
"""Words of grammar: a date before one of these stands alone."""

_WORDS_OF_A_LINE = 6
"""Words of a block that is a date and nothing else: Saturday, December 19, 2015."""
