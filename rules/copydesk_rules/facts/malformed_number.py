"""malformed-number: a number that has lost a digit, or got one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS, CopyKind
from copydesk.language.lists import closed_classes as english
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class MalformedNumber(Rule[NoOptions]):
    """A comma parts thousands, three digits each; a draft that writes decimals with it says so somewhere."""

    name = "malformed-number"
    reads_english = True
    family = "facts"
    severity = Severity.ERROR
    needs = ("number of an odd length",)
    summary = "a number has a digit too few or too many: 100,00 gallons, in 20224"
    why = "The number is wrong, often by a factor of ten, and the draft does not say by which. Ask."
    examples = (
        Example("They paid [[$176,00]] in rent, and [[35,8000]] people came.", "groups of two and of four"),
        Example("The tank holds [[100,00]] gallons. It was filed in [[20224]].", "a year of five digits"),
        Example("There are 1,200 homes, 12,345,678 trees and 1,00,000 lamps.", "groups of three, and lakhs"),
        Example("The rate is 4,50 today, not the 21,6 % of 2019.", "decimals after a comma"),
        Example("Crime rose in 19104. He lives in 20002.", "ZIP codes"),
        Example("It acts at 2,3-dioxygenase. See rows 1,20 and 3.", "a formula, a list without spaces"),
        Example("“We lost $176,00,” she wrote.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each number."""
        if re.search(_DECIMAL, document.text):
            return
        for match in re.finditer(_MALFORMED, document.text):
            if document.copy.at(match.start()) in _NOT_JUDGED:
                continue
            if match["year"] or match["opening"]:
                if re.search(_ZIP, document.text):
                    continue
                span = Span(*match.span("year" if match["year"] else "opening"))
                message = "a year of five digits"
            else:
                span, message = Span(*match.span()), "a digit is missing or too many"
            yield Finding(span, f'"{document.slice(span)}": {message}')


_NOT_JUDGED = OTHERS | {CopyKind.SCORE, CopyKind.VOTE, CopyKind.ADDRESS}
_DECIMAL = (
    r"(?<![\d.,])\d{1,3},\d{1,2} ?"
    r"(?:%|€|percent\b|per cent\b|[mb]illion|mn\b|bn\b|euros?\b|k[mg]\b|c?m\b|°)"
)
"""A draft in which a comma begins the decimals."""
_END = r"(?![\w,%°€]|[.)]\d| ?(?:thousand|[mb]illion|percent|per cent|%|°|euros?\b))"
_ALONE = rf"{_END}(?![ \u00a0]?[-–/]|,? (?:and|or|&) [\d$£€])"
"""The end of a number that is no part of a list or a formula."""
_DAY = r"(?!(?:[12]?\d|3[01]),(?:1[89]|20)\d\d(?!\d))"
"""No day with its year, and a space missing between: June 3,2017."""
_YEAR = r"(?:(?:1[89]|20)\d\d[1-9]|(?:1[89]|20)\d[1-9]\d)"
_MONTHS = "|".join((*map(str.capitalize, english.MONTHS), *map(str.capitalize, english.SHORT_MONTHS)))
_WHEN = (
    rf"\b(?:(?:(?:{_MONTHS})\.?|[Ss]ince|[Uu]ntil|[Yy]ear|early|late|mid|spring|summer|fall|autumn|winter)"
    r"(?: of)?|(?:was|were|been) (?:[a-z]{2,9}ly )?(?:[a-z]{2,12}ed|born|built|made|sold|won|lost|held) in)"
)
"""What a year follows: what rose or lives in 19104 may do so in a ZIP code."""
_MALFORMED = (
    rf"(?<![\w.,:/#(–-])(?:[$£€] ?\d{{1,3}}(?:,\d{{3}})*,\d\d?{_END}"
    rf"|\d{{2,3}}(?:,\d{{3}})*,\d\d{_ALONE}|\d,00{_ALONE}|\d(?:,\d{{3}})+,\d\d{_ALONE}"
    rf"|{_DAY}[$£€]? ?\d{{1,3}}(?:,\d{{3}})*,\d{{4,6}}{_END}"
    rf"|[$£€]? ?(?!(?:1[5-9]|20)\d\d,)\d{{4,6}}(?:,\d{{3}})+{_END})"
    rf"|{_WHEN} (?P<year>{_YEAR})(?=[.,;:)](?!\d)|\n|$| (?:when|and|at|after|before|by)\b)"
    rf"|\bIn (?P<opening>{_YEAR}),? when\b"
)
_ZIP = r"\b(?i:zip|postal|post) ?codes?\b"
