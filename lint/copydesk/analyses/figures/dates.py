"""The dates of a draft: a day of a month, with its weekday and its year where they are said."""

from __future__ import annotations

import calendar
import re
from datetime import MAXYEAR, MINYEAR, date
from itertools import chain

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import Span, once_a_draft


class Day(Struct, frozen=True):
    """A day as a draft names it. It need not exist.

    span     with the weekday and its brackets, where there is one
    day      1 to 99
    month    1 to 12
    year     None where none stands beside it
    weekday  0 for Monday to 6 for Sunday; None where none stands beside it
    ordinal  whether the day is written `31st`
    """

    span: Span
    day: int
    month: int
    year: int | None
    weekday: int | None
    ordinal: bool

    def on(self, year: int) -> date | None:
        """The day in a year; None where that year has no such day, or the calendar no such year."""
        exists = MINYEAR <= year <= MAXYEAR and 1 <= self.day <= _length(year, self.month)
        return date(year, self.month, self.day) if exists else None

    @property
    def may_exist(self) -> bool:
        """Whether its year, or any year where none is named, has such a day."""
        return self.day <= _length(self.year or _LEAP_YEAR, self.month)


@once_a_draft
def find_days(document: Document) -> list[Day]:
    """Every day that a draft names, in the order of the text.

    `March 4`, `4 March`, `the 4th of March`, with or without `2021` after, and `2021-03-04`; each may have
    its weekday: `Thursday, March 4`, `Thursday (March 4)`, `March 4 (Thursday)`, `March 4, a Thursday`.
    """
    pattern, text = re.compile(_DAY), document.text
    blocks = (document.blocks[number] for number in sorted(_dated_blocks(document)))
    # The pattern must see that a line ends where a block does, and the text does not.
    matches = (pattern.finditer(text, block.start, block.end + len("\n") + 1) for block in blocks)
    return [_read(match) for match in chain.from_iterable(matches)]


def _dated_blocks(document: Document) -> set[int]:
    """Return the indices of the blocks with the name of a month, or a number with a hyphen: 2021-03-04."""
    words = document.words
    named = (
        places[month] for places in (words.vocabulary, words.parts) for month in places.keys() & _MONTH_WORDS
    )
    numbered = (words.vocabulary[word] for word in words.hyphenated if word[0].isdigit())
    indices = chain.from_iterable((*named, *numbered))
    return {document.block_index(words.starts[index]) for index in indices}


def _read(match: re.Match[str]) -> Day:
    side = next(side for side in "123" if match["month" + side])
    year, month = match["year" + side], match["month" + side]
    weekday = match["weekday"] or match["in_brackets"] or match["after"]
    return Day(
        Span(*match.span()),
        int(match["day" + side]),
        int(month) if month.isdigit() else _MONTHS[month.lower()[:3]],
        int(year) if year else None,
        _WEEKDAYS[weekday.lower()[:3]] if weekday else None,
        side != "3" and bool(match["ordinal" + side]),
    )


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


_LEAP_YEAR = 2000
_MONTHS = {month[:3]: number for number, month in enumerate(english.MONTHS, start=1)}
_MONTH_WORDS = frozenset((*english.MONTHS, *english.SHORT_MONTHS))
_WEEKDAYS = {weekday[:3]: number for number, weekday in enumerate(english.WEEKDAYS)}
_MONTH = "|".join(
    (*map(str.capitalize, english.MONTHS), *(rf"{month.capitalize()}\b\.?" for month in english.SHORT_MONTHS))
)
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?"
_YEAR = r"(?:1[89]|20)\d\d(?![\d,.]\d|\w)"
_DAY = (
    rf"(?<![\w/-])(?:(?P<weekday>{WEEKDAY})(?:(?P<opening>[ \u00a0]\()|,?[ \u00a0](?:the[ \u00a0])?))?(?:"
    rf"(?P<month1>{_MONTH})[ \u00a0](?P<day1>\d{{1,2}})"
    rf"(?P<ordinal1>st|nd|rd|th)?(?![\w:%]|[,.]\d)"
    rf"(?:,?[ \u00a0](?P<year1>{_YEAR}))?"
    rf"|(?<![\d,.:$£€])(?P<day2>\d{{1,2}})(?P<ordinal2>st|nd|rd|th)?"
    rf"[ \u00a0](?:of[ \u00a0])?(?P<month2>{_MONTH})"
    rf"(?!\w)(?:,?[ \u00a0](?P<year2>{_YEAR}))?"
    r"|(?P<year3>(?:1[89]|20)\d\d)-(?P<month3>0[1-9]|1[0-2])-(?P<day3>[0-3]\d)(?![\w-]))(?(opening)\))"
    rf"(?:[ \u00a0]\((?P<in_brackets>{WEEKDAY})\)|,[ \u00a0]an?[ \u00a0](?P<after>{WEEKDAY})(?=[,;:.)]|$))?"
)
