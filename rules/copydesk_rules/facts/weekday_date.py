"""weekday-date: a weekday that does not fit its date."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import pairwise

from copydesk.analyses.figures.dates import WEEKDAY, Day, find_days
from copydesk.analyses.figures.years import FIRST_YEAR, years_near
from copydesk.document import Document
from copydesk.language.copy import OTHERS, CopyKind
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class WeekdayDate(Rule[NoOptions]):
    """With a year, the calendar decides. Without one, the publication date does, or two dates together."""

    name = "weekday-date"
    reads_english = True
    family = "facts"
    severity = Severity.ERROR
    needs = ("weekday before a date",)
    summary = "a weekday does not fit its date, or two of them fit no year"
    why = (
        "The weekday or the day is wrong, and whoever comes to the meeting finds it shut. A date without a "
        "year is read in the year that brings it nearest to the publication date, which `--date`, the front "
        "matter or the file name gives, and in every year that its paragraph, a sentence beside it or a "
        "heading speaks of: it may be right in any. Where nothing says when the draft was published, it is "
        "compared with others nearby: where no year has both, one of them is wrong."
    )
    examples = (
        Example("The council met on [[Monday, July 26, 2022]].", "a Tuesday"),
        Example("It runs from Wednesday, October 13, to [[Sunday, October 16]].", "no year has both"),
        Example(
            "---\ndate: 2022-02-22\n---\nThe council meets on [[Thursday, March 4]].",
            "a Friday in the year of publication",
            format="markdown",
        ),
        Example("The council met on Tuesday, July 26, 2022, and Wed., July 27.", "right"),
        Example("It was shut on Monday, July 16.", "in some year it is"),
        Example("In 2019 it fell on Monday, March 4, in 2020 on Wednesday, March 4.", "each in its year"),
        Example("Doors open Fri. and Sat., May 5-6, 2023.", "a range of days"),
        Example("“It was on Monday, July 26, 2022,” she said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding for each date with a year: an error. One for each other date or pair: a warning."""
        published = document.published.day if document.published else None
        undated, told = [], frozenset[int]()
        for day in (day for day in find_days(document) if _is_judged(document, day)):
            if day.year is None and (years := _fitting(day, years_near(document, day.span) | told)):
                told = years
                continue
            real = day.on(day.year) if day.year else published and _nearest(day, published)
            if real is None:
                undated.append(day)
            elif real.weekday() != day.weekday:
                message = f'"{document.slice(day.span)}" is a {calendar.day_name[real.weekday()]}'
                if day.year:
                    yield Finding(day.span, message)
                else:
                    message += f" in {real.year}{_other_year(day, real)}"
                    yield Finding(day.span, message, severity=Severity.WARNING)
        for first, second in pairwise(day for day in undated if day.year is None):
            if _differ(first, second):
                one, other = document.slice(first.span), document.slice(second.span)
                message = f'"{one}" and "{other}" cannot be in one year'
                found = Finding(second.span, message, severity=Severity.WARNING)
                yield found.see(first.span, f'"{one}" here')


def _is_judged(document: Document, day: Day) -> bool:
    """Whether a weekday belongs to its date alone, in words of our own; a picture may be of any year."""
    text, start = document.text, day.span.start
    if day.weekday is None or (day.year or FIRST_YEAR) < FIRST_YEAR or day.day == 0:
        return False
    before, after = text[max(0, start - _REACH) : start], text[day.span.end : day.span.end + _REACH]
    if re.search(_SEVERAL, before) or re.match(_DAYS, after):
        return False
    kind = document.copy.at(start)
    is_archived = day.year is None and kind in (CopyKind.CAPTION, CopyKind.CREDIT)
    return kind not in OTHERS and not is_archived and not document.quotes.hold(day.span)


def _fitting(day: Day, years: Iterable[int]) -> frozenset[int]:
    """Return the years in which the weekday is right."""
    found = ((year, day.on(year)) for year in years)
    return frozenset(year for year, real in found if real and real.weekday() == day.weekday)


def _nearest(day: Day, published: date) -> date | None:
    """Return the day in the year that brings it nearest to a date; None where that is not near."""
    years = (day.on(published.year + step) for step in (-1, 0, 1))
    near = [found for found in years if found and abs(found - published) <= _NEAR_PUBLICATION]
    return min(near, key=lambda found: abs(found - published), default=None)


def _other_year(day: Day, real: date) -> str:
    """Return what a message adds where the year before or after has the weekday."""
    for year in (real.year - 1, real.year + 1):
        if day.weekday is not None and _fitting(day, (year,)):
            return f", a {calendar.day_name[day.weekday]} in {year}"
    return ""


def _differ(first: Day, second: Day) -> bool:
    """Whether no year has both, of two days at most 45 days apart on one side of February's end."""
    one, other = first.on(_YEAR), second.on(_YEAR)
    if one is None or other is None or first.weekday is None or second.weekday is None:
        return False
    apart = (other - one).days
    if abs(apart) > _NEAR or min(one, other) <= _LEAP_DAY <= max(one, other):
        return False
    return (second.weekday - first.weekday - apart) % 7 != 0


_YEAR = 2023
_LEAP_DAY = date(_YEAR, 2, 28)
_NEAR = 45
_NEAR_PUBLICATION = timedelta(60)
_REACH = 32
_SEVERAL = (
    rf"(?:{WEEKDAY})(?: (?:morning|afternoon|evening|night))?"
    r"(?:,? ?(?:and|or|to|into|through|thru|till?|until|[-–—&/])|,) ?$"
)
"""Weekdays before the last of several: Friday to Sunday, May 5 to 7; Sat. and Sun., May 6-7."""
_DAYS = r"(?: ?[-–—&/] ?| (?:and|or|to|through|thru) )\d{1,2}(?![\d:]| ?[ap]\.?m)"
"""More days after the first: except Monday, May 1-14."""
