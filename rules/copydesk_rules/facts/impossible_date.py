"""impossible-date: a day that its month does not have."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from copydesk.analyses.figures.dates import Day, find_days
from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class ImpossibleDate(Rule[NoOptions]):
    """Only what can be nothing but a date: a year, a comma or a stop follows, or it is written `31st of`."""

    name = "impossible-date"
    reads_english = True
    family = "facts"
    severity = Severity.ERROR
    needs = ("day near the end of a month",)
    summary = "a day that its month does not have: June 31"
    why = "The day or the month is wrong, and the draft does not say which. Ask, or look at a calendar."
    examples = (
        Example("It is due [[June 31]]. He was born on the [[31st of November]].", "months of 30 days"),
        Example("They met on [[30 February 1988]], and again on [[Feb. 29, 2023]].", "February"),
        Example("They met on Feb. 29, 2024, and on May 31.", "days that there were"),
        Example("In June 31 people swam. Since April 47 crimes were told.", "a count after a month"),
        Example("“He left on June 31,” she said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding a day."""
        for day in find_days(document):
            if day.may_exist or document.copy.at(day.span.start) in OTHERS or not _is_date(document, day):
                continue
            month = calendar.month_name[day.month]
            when = f" in {day.year}" if day.year and day.month == 2 else ""
            last = calendar.monthrange(day.year or 2000, day.month)[1]
            yield Finding(day.span, f'"{document.slice(day.span)}": {month} has {last} days{when}')


def _is_date(document: Document, day: Day) -> bool:
    """Whether a figure beside a month is its day, and no count of what follows."""
    if day.day > _LAST or day.day == 0:
        return False
    after = document.text[day.span.end : day.span.end + 2]
    return bool(
        day.year or day.ordinal or day.weekday is not None or re.match(r"[,.;:!?)](?!\d)|\n|$", after)
    )


_LAST = 39
"""No slip of the hand makes a day of more."""
