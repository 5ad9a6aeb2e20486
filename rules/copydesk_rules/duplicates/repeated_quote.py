"""repeated-quote: the same quotation used twice."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.analyses.likeness.repeats import Repeat, is_on_purpose, repeated_quotes
from copydesk.document import Document
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class RepeatedQuote(Rule[NoOptions]):
    """Word for word, six words or more. What is said of its whole paragraph is not said again here."""

    name = "repeated-quote"
    family = "duplicates"
    severity = Severity.WARNING
    needs = ("quotation twice",)
    summary = "a quotation is used twice"
    why = (
        "A quotation that was moved may stay where it was, and a story that two people wrote may quote the "
        "same words in two places. Keep one. A pull quote, a caption and an embedded post repeat the story "
        "on purpose, so what looks like one is only noted."
    )
    in_quotes = "check"
    examples = (
        Example(
            "“The old bridge was never safe for trucks,” Ms. Orr said.\n"
            "The council closed it on Monday.\n"
            "Asked on Tuesday, Ms. Orr said: [[“The old bridge was never safe for trucks.”]] She left.",
            "The same words, introduced in another way.",
        ),
        Example(
            "The report says that “the old bridge was never safe for trucks” and names the council.\n"
            "The council closed it on Monday, and the mayor asked for help from the state.\n"
            'Nobody had read the line that [["the old bridge was never safe for trucks"]] until May.',
            "Marks of another kind do not make another quotation.",
        ),
        Example(
            "“The old bridge was never safe,” Ms. Orr said.\nThe mayor agreed that it “was never safe.”",
            "A phrase may be taken up again.",
        ),
        Example(
            "She starred in “A Long Way to the Old Bridge” for years.\n"
            "The theater will show “A Long Way to the Old Bridge” again in May.",
            "A title.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """One finding for each later use, over the quotation with its marks."""
        for repeat in repeated_quotes(document):
            line = document.line(repeat.earlier)
            yield Finding(
                repeat.later,
                f"the quotation stands at line {line} already",
                related=(Related(repeat.earlier, "first here"),),
                severity=Severity.INFO if _is_noted(document, repeat) else None,
            )


def _is_noted(document: Document, repeat: Repeat) -> bool:
    """Whether a repeat may be meant: by what stands around it, as a phrase, or after a top that sums up.

    Words that begin small are a phrase of the story, which its writer takes up to speak of it.
    """
    first = document.text[repeat.later.start + 1 : repeat.later.start + 2]
    is_summed_up = document.block_index(repeat.earlier.start) == 0 and len(document.blocks) > _SHORT
    return is_on_purpose(document, repeat) or first.islower() or is_summed_up


_SHORT = 6
"""Blocks of a draft so short that its first is no summary of the rest."""
