"""placeholder: what was to be filled in, checked or taken out before publication."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.placeholders.placeholder_marks import find_marks


class Placeholder(Rule[NoOptions]):
    """The marks are in `marks`, with the look-alikes that are none."""

    name = "placeholder"
    family = "placeholders"
    severity = Severity.ERROR
    needs = ("sign of a placeholder",)
    summary = "a placeholder or a note to the desk was left in"
    why = (
        "TK, XX, [CHECK] and their like are made to be found before publication, and get published all the "
        "same. Fill in what is missing and take the mark out. Quotations are looked at too: nobody says TK. "
        "But XX and ??? are left alone there, since what is quoted may have them. Elsewhere XX is reported "
        "where a figure can stand: bands, centuries, games and sizes are named so."
    )
    in_quotes = "check"
    examples = (
        Example(
            "The bridge cost [[$TK]] million and opened in [[TK]]. The mayor, [[[NAME TK]]], was there.",
            "To come: the mark of the trade, alone and in brackets.",
        ),
        Example(
            "The home has [[XX]] beds, [[TKNAME]] said, and [[XXX]] more will follow.", "Figures and a name."
        ),
        Example("The vote was close. [[[CHECK]]] The mayor [[[source?]]] left.", "Notes in brackets."),
        Example("He won by a landslide [[(fact check this)]]. [[TODO]] [[???]]", "Notes in other shapes."),
        Example("[[Lorem ipsum]] dolor sit amet.", "Dummy text."),
        Example("“They gave us things, [such as] maps [sic],” he said.", "A reporter's insertions."),
        Example(
            "[[EMBARGOED UNTIL MAY 5]]\n\nThe mayor, 61, left (for good). [[NOTE TO DESK:]] hold this.",
            "Orders.",
        ),
        Example("“The bishop waved for XX minutes,” said the release.", "A document, word for word."),
        Example("Super Bowl XXX sold shirts in XXL, and TK Maxx sold more.", "Numerals, sizes, names."),
        Example("The Timber Keep (TK) opens in May. TK is full of owls.", "The draft says what TK means."),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """Yield one finding a mark: an error, or a warning where something else may be meant."""
        for mark in find_marks(document):
            severity = None if mark.certain else Severity.WARNING
            yield Finding(mark.span, mark.message, severity=severity)
