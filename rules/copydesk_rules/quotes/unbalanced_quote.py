"""`unbalanced-quote`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.quotes.lost_marks import find_lost_marks, find_turned_marks


class UnbalancedQuote(Rule[NoOptions]):
    """A quotation mark that is never closed, was never opened, or stands the wrong way round."""

    name = "unbalanced-quote"
    family = "quotes"
    severity = Severity.WARNING
    needs = ("unpaired quotation mark",)
    in_quotes = "check"
    summary = "a double quotation mark without its other half, or a curly mark the wrong way round"
    why = (
        "One half of a pair of quotation marks was lost, so the reader cannot tell the speaker's words from "
        "ours. Put it where the speech begins or ends. A quotation of several paragraphs opens in each of "
        "them and closes in the last. Of single marks only apostrophes are checked: the ‘90s, ‘til."
    )
    examples = (
        Example("[[“]]Nobody asked us, Ann Poe said.", "never closed"),
        Example("Nobody asked us,[[”]] Ann Poe said.", "never opened"),
        Example('"Nobody asked us," Ann Poe said. Nobody ever does.[["]]', "straight marks"),
        Example("Ann Poe said: “Nobody asked us. [[“]]", "the wrong way round"),
        Example("Ann Poe said: “Nobody asked us.[[“]] She left.", "in a whole pair"),
        Example("The Bank[[‘]]s forecast fell in May.", "an apostrophe that opens"),
        Example("“Who said ‘we are “done”’?” asked Ann Poe of Hawai‘i.", "three levels, and an ʻokina"),
        Example('“He is 6\'2",” Ann Poe said. “It takes a 4" nail,” she said.', "inches in a quotation"),
        Example(
            "“Nobody asked us.\n\n“Nobody ever does,” Ann Poe said.",
            "a quotation of two paragraphs opens twice and closes once",
        ),
        Example('The plank is 6\'2" long and 8" wide.', "feet and inches"),
        Example("“Nobody asked ‘the dogs’ owners’ in the ’90s,” Ann Poe said.", "single marks, apostrophes"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report at most one lost mark a block, and every mark that is turned."""
        for lost in find_lost_marks(document):
            span = Span(lost.at, lost.at + lost.size)
            yield Finding(span, lost.fault, severity=None if lost.certain else Severity.INFO)
        for turned in find_turned_marks(document):
            span = Span(turned.at, turned.at + 1)
            fix = Fix(f"turn it to {turned.right}", (Edit(span, turned.right),), "safe")
            yield Finding(
                span, f"the {turned.name} {document.slice(span)} stands the wrong way round", fix=fix
            )
