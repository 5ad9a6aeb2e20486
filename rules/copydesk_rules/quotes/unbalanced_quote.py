"""`unbalanced-quote`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.quotes.marks import find_lost_marks


class UnbalancedQuote(Rule[NoOptions]):
    """A quotation mark that is never closed, was never opened, or stands the wrong way round."""

    name = "unbalanced-quote"
    family = "quotes"
    severity = Severity.WARNING
    in_quotes = "check"
    summary = "a double quotation mark without its other half"
    why = (
        "One half of a pair of quotation marks was lost, so the reader cannot tell the speaker's words from "
        "ours. Put it where the speech begins or ends. A quotation of several paragraphs opens in each of "
        "them and closes in the last. Single marks are not checked: too many are apostrophes."
    )
    examples = (
        Example("[[“]]Nobody asked us, Ann Poe said.", "never closed"),
        Example("Nobody asked us,[[”]] Ann Poe said.", "never opened"),
        Example('"Nobody asked us," Ann Poe said. Nobody ever does.[["]]', "straight marks"),
        Example("Ann Poe said: “Nobody asked us. [[“]]", "the wrong way round"),
        Example(
            "“Nobody asked us.\n\n“Nobody ever does,” Ann Poe said.",
            "a quotation of two paragraphs opens twice and closes once",
        ),
        Example('The plank is 6\'2" long and 8" wide.', "feet and inches"),
        Example("“Nobody asked ‘the dogs’ owners’ in the ’90s,” Ann Poe said.", "single marks, apostrophes"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report at most one mark a block."""
        for lost in find_lost_marks(document):
            span = Span(lost.at, lost.at + lost.size)
            yield Finding(span, lost.fault, severity=None if lost.certain else Severity.INFO)
