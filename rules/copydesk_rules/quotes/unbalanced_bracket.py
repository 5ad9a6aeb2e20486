"""`unbalanced-bracket`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.quotes.brackets import find_single_brackets


class UnbalancedBracket(Rule[NoOptions]):
    """A bracket that is never closed, or was never opened."""

    name = "unbalanced-bracket"
    family = "quotes"
    severity = Severity.WARNING
    needs = ("unpaired bracket",)
    in_quotes = "check"
    summary = "a round or square bracket without its other half"
    why = (
        "One half of a pair of brackets was lost, most often when the words beside it were edited. The "
        "reader no longer knows where the aside ends. Put the other half back, or take this one out."
    )
    examples = (
        Example("The board [[(]]which has seven members met on Friday.", "never closed"),
        Example("The board, which has seven members[[)]], met on Friday.", "never opened"),
        Example("“[The [[(]]board] never asked us,” Ann Poe said.", "also inside a quotation"),
        Example("The board wants 1) more time and 2) more money.", "the marks of an enumeration"),
        Example("Ann Poe wrote back: fine by me :)", "a smiley"),
        Example("(The board met on Friday.\n\nIt met again on Monday.)", "an aside of two paragraphs"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report each bracket that stands alone."""
        for bracket in find_single_brackets(document):
            at, sign = bracket.at, bracket.sign
            fault = "closed" if sign in "([" else "opened"
            yield Finding(Span(at, at + 1), f'the bracket "{sign}" is never {fault}')
