"""repeated-quote: the same quotation used twice."""

from __future__ import annotations

from collections.abc import Iterable

from copydesk.analyses.likeness.repeats import LONG, Repeat, is_on_purpose, repeated_quotes
from copydesk.document import Document
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class RepeatedQuote(Rule[NoOptions]):
    """Word for word, six words or more. What is said of its whole paragraph is not said again here."""

    name = "repeated-quote"
    reads_english = True
    family = "duplicates"
    severity = Severity.WARNING
    needs = ("quotation twice",)
    summary = "a quoted sentence is used twice"
    why = (
        "A quotation that was moved may stay where it was, and a story that two people wrote may quote the "
        "same words in two places. Keep one. Left alone is what repeats the story on purpose: a pull quote, "
        "a caption, an embedded post, a top that sums up, a phrase that the writer takes up again."
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
            "The report says: “The old bridge was never safe for trucks.” It names the council.\n"
            "The council closed it on Monday, and the mayor asked for help from the state.\n"
            'Nobody had read the line [["The old bridge was never safe for trucks"]] until May.',
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
        Example(
            "Ms. Orr said that “the old bridge was never safe for trucks.”\n"
            "The council closed it on Monday.\n"
            "If it is true that “the old bridge was never safe for trucks,” why was it open?",
            "Words that are taken up again.",
        ),
        Example(
            "“The old bridge was never safe for trucks,” Ms. Orr said.\n"
            "The council closed it on Monday.\n"
            "It was a warm day in the town of Mill.\n"
            "“The old bridge was never safe for trucks,” she told the board. “Nobody asked us.”",
            "A quotation at the top, and all of it below.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """Yield one finding for each later use, over the quotation with its marks."""
        for repeat in repeated_quotes(document):
            if not _is_meant(document, repeat):
                line = document.named_line(repeat.earlier)
                yield Finding(
                    repeat.later,
                    f"the quotation stands at {line} already",
                    related=(Related(repeat.earlier, "first here"),),
                )


_TOP = 3
"""Blocks at the top in which the best of a quotation may stand that is given in full below."""


def _is_meant(document: Document, repeat: Repeat) -> bool:
    """Whether a repeat may be meant: by what stands around it, as a phrase, or after a top that sums up.

    Words that begin small are a phrase of the story, which its writer takes up to speak of it.
    """
    begins_small = any(document.slice(span)[1:2].islower() for span in repeat.both)
    first = document.block_index(repeat.earlier.start)
    is_summed_up = first == 0 and len(document.blocks) >= LONG
    return (
        is_on_purpose(document, repeat)
        or begins_small
        or is_summed_up
        or (first < _TOP and _goes_on(document, repeat.later) and not _goes_on(document, repeat.earlier))
    )


def _goes_on(document: Document, quote: Span) -> bool:
    """Whether another quotation follows in the same paragraph: more of the same speech."""
    rest = Span(quote.end, document.block_at(quote.start).end)
    return bool(document.quotes.within(rest))
