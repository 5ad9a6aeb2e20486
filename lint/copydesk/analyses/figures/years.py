"""The years that a passage speaks of: a date without a year may stand in any of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import BlockKind, Span, once_a_draft

FIRST_YEAR = 1800
"""The calendar of before is not everywhere the one of today."""
LAST_YEAR = 2199

ANY_YEAR = frozenset(range(FIRST_YEAR, LAST_YEAR + 1))
"""What `some years ago` may mean."""


class YearMention(Struct, frozen=True):
    """Words that name a year: `1972`, `last year`, `25 years ago`.

    start  where they begin
    years  what they may mean: more than one year in `the 1970s`, any in `years ago`
    """

    start: int
    years: frozenset[int]


def years_near(document: Document, span: Span) -> frozenset[int]:
    """Return the years that a passage speaks of.

    They are those that its paragraph and the sentence before it name, those of the headings, and in a table
    those of all its rows.
    """
    years, block, sentences = _find_years(document), document.block_at(span.start), document.sentences
    at = bisect_right(sentences.starts, span.start) - 1
    start = min(block.start, sentences[max(0, at - 1)].start)
    first, end = (bisect_left(years.mentions, offset, key=_start) for offset in (start, block.end))
    beside = years.in_tables if block.kind is BlockKind.TABLE_CELL else years.in_headings
    return beside.union(*(one.years for one in years.mentions[first:end]))


def first_year(document: Document) -> int:
    """Return the earliest year that a draft speaks of; the last of `ANY_YEAR` where it speaks of none."""
    return min((min(one.years) for one in _find_years(document).mentions), default=LAST_YEAR)


class _Years(Struct, frozen=True):
    """Every mention of a year in the order of the text, and the years of headings and of tables."""

    mentions: list[YearMention]
    in_headings: frozenset[int]
    in_tables: frozenset[int]


@once_a_draft
def _find_years(document: Document) -> _Years:
    today = document.published.day.year if document.published else None
    mentions = [
        YearMention(match.start(), _read(match, today)) for match in re.finditer(_MENTION, document.text)
    ]
    headings, cells = [], []
    for one in mentions:
        kind = document.block_at(one.start).kind
        if kind is BlockKind.TABLE_CELL:
            cells.append(one.years)
        elif kind in (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.HEADING):
            headings.append(one.years)
    return _Years(mentions, frozenset().union(*headings), frozenset().union(*headings, *cells))


def _start(mention: YearMention) -> int:
    return mention.start


def _read(match: re.Match[str], today: int | None) -> frozenset[int]:
    if match["year"]:
        year = int(match["year"])
        return frozenset(range(year, year + 10)) if match["decade"] else frozenset((year,))
    back = _years_back(match)
    return ANY_YEAR if today is None or back is None else frozenset((today - back,))


def _years_back(match: re.Match[str]) -> int | None:
    """Return how long before the draft `25 years ago` or `last year` is; None for any other time."""
    if match["beside"]:
        return _BESIDE.get(match["beside"].lower())
    count = (match["count"] or "").lower()
    number = int(count) if count.isdecimal() else _NUMBERS.get(count)
    return number * _LENGTHS[match["unit"].lower()] if number and match["ago"] else None


_BESIDE = {"last": 1, "next": -1}
_NUMBERS = {"a": 1} | {word: number for number, word in enumerate((*english.ONES, *english.TEENS), start=1)}
_NUMBERS |= {word: 10 * number for number, word in enumerate(english.TENS, start=2)}
_NUMBERS |= {f"{ten}-{one}": _NUMBERS[ten] + _NUMBERS[one] for ten in english.TENS for one in english.ONES}
_LENGTHS = {"year": 1, "decade": 10, "centur": 100}
_MENTION = (
    r"(?<![\w,.$£€])(?P<year>(?:1[89]|20)\d\d)(?P<decade>['’]?s)?(?![\d%]|[,.]\d)"
    r"|\b(?i:(?P<beside>last|previous|next|following) (?:year|season)\b"
    r"|(?:(?P<count>\d{1,3}|[a-z]{1,9}(?:-[a-z]{3,5})?) )?\b(?P<unit>year|decade|centur)(?:s|y|ies)? "
    r"(?:(?P<ago>ago)|earlier|before|later)\b)"
)
