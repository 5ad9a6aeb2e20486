"""`mixed-quote-marks`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.language.quotes import Quotation
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_NAMES = {True: "straight", False: "curly"}
_SHOWN = 4


class MixedQuoteMarks(Rule[NoOptions]):
    """Straight and curly quotation marks in one draft."""

    name = "mixed-quote-marks"
    family = "quotes"
    severity = Severity.WARNING
    needs = ("both kinds of quotation mark",)
    in_quotes = "check"
    summary = "straight and curly quotation marks in one draft"
    why = (
        "Mixed marks show that words were pasted in from somewhere else, or edited in two programs. Either "
        "kind will do: write the one that the draft uses most. It is reported once a draft, at the "
        "first mark of the rarer kind, and corrected everywhere. Apostrophes and posts are not counted."
    )
    examples = (
        Example(
            '“The pier is ours,” Ann Poe said. “It was.” [["]]And it will be," she said.', "one straight pair"
        ),
        Example(
            '"The pier is ours," Ann Poe said. [[“]]And so it will be,” she said.',
            "the first form decides a tie",
        ),
        Example('"The pier is ours,[[”]] Ann Poe said. "It was."', "two kinds in one pair"),
        Example(
            "“The pier is ours,” Ann Poe said. “It isn't theirs.”", "a straight apostrophe is none either"
        ),
        Example('"The pier is ours," Ann Poe said. "It isn’t theirs."', "an apostrophe is no quotation mark"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Count the marks, and report the first of the rarer kind."""
        if '"' not in document.text or ("“" not in document.text and "”" not in document.text):
            return
        quotes = [quote for quote in document.quotes if document.copy.at(quote.start) not in OTHERS]
        opening = {quote.start for quote in quotes if quote.opened}
        kinds: dict[bool, list[Span]] = {}
        for mark in sorted(mark for quote in quotes for mark in _marks(quote)):
            sign = document.slice(mark)
            if sign in '"“”' and not document.before(mark.start).isdigit():
                kinds.setdefault(sign == '"', []).append(mark)
        if len(kinds) < 2:
            return
        rarer = min(kinds, key=lambda kind: (len(kinds[kind]), -kinds[kind][0].start))
        here, there = kinds[rarer], kinds[not rarer]
        yield Finding(
            here[0],
            f"{_NAMES[rarer]} quotation marks here ({len(here)} in all), "
            f"{_NAMES[not rarer]} ones elsewhere ({len(there)})",
            tuple(Related(mark, f"{_NAMES[rarer]} too") for mark in here[1:_SHOWN]),
            Fix(
                f"write {_NAMES[not rarer]} ones",
                tuple(Edit(mark, "“" if mark.start in opening else "”") for mark in here)
                if rarer
                else tuple(Edit(mark, '"') for mark in here),
            ),
        )


def _marks(quote: Quotation) -> Iterator[Span]:
    if quote.opened:
        yield Span(quote.start, quote.inner.start)
    if quote.closed:
        yield Span(quote.inner.end, quote.end)
