"""year-range: years that run backwards, and a life that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.language.lists import closed_classes as english
from copydesk.language.words import SPACES, Cursor
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class YearRange(Rule[NoOptions]):
    """Years joined by a dash, and those of a life in brackets after a name."""

    name = "year-range"
    reads_english = True
    family = "facts"
    severity = Severity.WARNING
    needs = ("range of years",)
    summary = "a range of years runs backwards, or a life is longer than any: 1998-1989, Ann Roe (1773-1890)"
    why = (
        "One of the years is wrong: look it up. Years joined by words (from 1998 to 1989) are an info, for "
        "some texts go back in time on purpose."
    )
    examples = (
        Example("He led the choir [[1998–1989]].", "a range"),
        Example("Ann Roe ([[1773-1890]]) drew it.", "a life"),
        Example("The trial ran [[from 1998 to 1989]].", "in words, an info"),
        Example("He led it 1989–1998. Ann Roe (1873-1950) drew it, from 1900 to 1910.", "right"),
        Example("It was built 2000-1500 BC. Call 1998-1989-20.", "before Christ, a number to call"),
        Example("The House of Roe (1714-1901) fell, and the Ann Roe House (1801-1920).", "not a person"),
        Example("It passed by 1900-1850 votes. Lot 1901-1822 was sold.", "a count, a label"),
        Example("Issues: 2021-2019, 2018-2009, 2008-1999, 1998-1989.", "an index that counts back"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each range."""
        ranges = [_Range(match) for match in re.finditer(_RANGE, document.text)]
        backwards = sum(one.first > one.last for one in ranges)
        counts_back = backwards > _INDEX and backwards * 2 > len(ranges)
        for one in ranges:
            words, years = document.slice(one.span), one.last - one.first
            if document.copy.at(one.span.start) in OTHERS:
                continue
            if years < 0 and not counts_back and not _is_count(document, one.span):
                yield Finding(one.span, f'"{words}" runs backwards').noted_if(words.startswith("from"))
            elif years > _LONGEST and _is_life(document, one.span):
                yield Finding(one.span, f'"{words}" makes a life of {years} years')


class _Range:
    """Two years, and where they stand."""

    def __init__(self, match: re.Match[str]) -> None:
        self.span = Span(*match.span())
        self.first, self.last = (int(year) for year in match.groups() if year)


def _is_count(document: Document, numbers: Span) -> bool:
    """Whether numbers are no years: a vote of 1900-1850, or the label of a thing, as in Lot 1901-1822."""
    before = document.word_before(numbers.start, across=SPACES)
    after = document.word_after(numbers.end, across=SPACES)
    is_label = before.is_capitalised and not _ends_person(document, before)
    is_counted = after.lower.endswith("s") and after.lower not in _NO_COUNT and len(after.lower) > _SHORT
    return is_label or before.lower == "by" or is_counted


def _is_life(document: Document, years: Span) -> bool:
    """Whether years stand alone in brackets after the name of a person."""
    name = document.word_before(years.start, across=" (")
    in_brackets = document.before(years.start) == "(" and document.after(years.end) == ")"
    return in_brackets and _ends_person(document, name)


def _ends_person(document: Document, word: Cursor) -> bool:
    """Whether a full name ends with a word; with an article it is that of a thing: the Ann Roe House."""
    return any(
        mention.end == word.end
        and mention.kind == "full name"
        and document.word_before(mention.start, across=SPACES).lower not in english.ARTICLES
        for person in document.people.all
        for mention in person.mentions
    )


_INDEX = 2
"""Ranges that run backwards in a draft that counts back, as an index of old issues does, and more."""
_NO_COUNT = ("seasons", "terms", "years", "this", "class")
_SHORT = 3
_LONGEST = 115
"""Years that hardly anybody lived."""
_YEAR = r"((?:1[5-9]|20)\d\d)"
_RANGE = (
    rf"(?<![\w.,/–-])(?:{_YEAR} ?[-–] ?{_YEAR}|from {_YEAR} to {_YEAR})"
    r"(?![\w–/-]|,\d|\.\d| ?(?:BCE?|B\.C|AD|CE)\b)"
)
