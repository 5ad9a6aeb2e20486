"""year-range: years that run backwards, and a life that is too long."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
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
        Example("The House of Roe (1714-1901) fell.", "not a person"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each range."""
        for match in re.finditer(_RANGE, document.text):
            first, last = (int(year) for year in match.groups() if year)
            span = Span(*match.span())
            if document.copy.at(span.start) in OTHERS:
                continue
            if first > last:
                found = Finding(span, f'"{match[0]}" runs backwards')
                yield found.noted_if(match[0].startswith("from"))
            elif last - first > _LONGEST and _is_life(document, span):
                yield Finding(span, f'"{match[0]}" makes a life of {last - first} years')


def _is_life(document: Document, years: Span) -> bool:
    """Whether years stand alone in brackets after the name of a person."""
    name = document.word_before(years.start, across=" (")
    in_brackets = document.before(years.start) == "(" and document.after(years.end) == ")"
    return bool(
        in_brackets
        and name
        and any(
            mention.end == name.end and mention.kind == "full name"
            for person in document.people.all
            for mention in person.mentions
        )
    )


_LONGEST = 115
"""Years that hardly anybody lived."""
_YEAR = r"((?:1[5-9]|20)\d\d)"
_RANGE = (
    rf"(?<![\w.,/–-])(?:{_YEAR} ?[-–] ?{_YEAR}|from {_YEAR} to {_YEAR})"
    r"(?![\w–/-]|,\d|\.\d| ?(?:BCE?|B\.C|AD|CE)\b)"
)
