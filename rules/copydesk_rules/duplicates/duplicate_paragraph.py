"""duplicate-paragraph: a paragraph that was pasted twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from copydesk.analyses.likeness.copies import verbatim_copies
from copydesk.analyses.likeness.paragraphs import Paragraph, stands_beside
from copydesk.document import Document
from copydesk.language.copy import NOT_STORY
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import BlockKind
from copydesk.plugins.rule import Context, Example, Options, Rule

REFRAIN_TIMES = 3
REFRAIN_WORDS = 25
REMARK_WORDS = 10
"""A paragraph of fewer words may be a remark that is made twice."""


class DuplicateParagraphOptions(Options, frozen=True):
    """Options of `duplicate-paragraph`.

    minimum_words  shorter blocks are not compared: captions, credits and refrains
    """

    minimum_words: int = 8


class DuplicateParagraph(Rule[DuplicateParagraphOptions]):
    """Word for word: case, spaces, punctuation and dashes are not looked at."""

    name = "duplicate-paragraph"
    reads_english = True
    family = "duplicates"
    severity = Severity.ERROR
    summary = "a paragraph repeats an earlier one word for word"
    why = (
        "Text is moved by copying, and the original stays behind. Delete one of the two. A caption, a deck, "
        "an embedded post, a pull quote or a line about the site itself may stand twice, and is left alone."
    )
    in_quotes = "check"
    covers = True
    options = DuplicateParagraphOptions()
    examples = (
        Example(
            "The council voted on Monday to close the old bridge for repairs.\n"
            "Work begins in May and is to last until the end of the year.\n"
            "[[The council voted on Monday to close the old bridge for repairs.]]",
            "The copy is reported, the first one is named.",
        ),
        Example(
            "“We will never sell the harbor to anybody,” Ms. Orr said on Monday.\n"
            "The harbor has been the property of the town since 1911, she said.\n"
            '[["We will never sell the harbor to anybody", Ms. Orr said  on Monday.]]',
            "Marks and spaces do not make another paragraph.",
        ),
        Example(
            "Sign up here for the letter that we send out every morning.\n"
            "The council voted on Monday to close the old bridge for repairs.\n"
            "Sign up here for the letter that we send out every morning.",
            "A line about the site may stand twice.",
        ),
        Example("He is gone.\nHe left at noon.\nHe is gone.", "Short lines may be a refrain."),
    )

    def check(self, document: Document, context: Context[DuplicateParagraphOptions]) -> Iterable[Finding]:
        """Yield one finding a copy, over the whole block."""
        found = verbatim_copies(document, context.options.minimum_words)
        times = Counter(paragraph.folded for paragraph in found)
        first: dict[str, Paragraph] = {}
        for copy in found:
            original = first.setdefault(copy.folded, copy)
            if original is copy or document.copy.of(copy.block) in NOT_STORY:
                continue
            is_listed = copy.block.kind is original.block.kind is BlockKind.LIST_ITEM
            if not is_listed and stands_beside(document, copy.block, original.block):
                continue
            span = original.block.span
            line = document.named_line(span)
            yield Finding(
                copy.block.span,
                f"repeats the {original.block.kind} at {line} word for word",
                related=(Related(span, "first here"),),
                severity=_severity(document, copy, original, times[copy.folded]),
            )


def _severity(document: Document, copy: Paragraph, original: Paragraph, times: int) -> Severity | None:
    refrain = times >= REFRAIN_TIMES and copy.folded.count(" ") < REFRAIN_WORDS
    remark = copy.words < REMARK_WORDS
    if refrain or remark or stands_beside(document, copy.block, original.block):
        return Severity.INFO
    return Severity.WARNING if copy.block.kind is BlockKind.LIST_ITEM else None
