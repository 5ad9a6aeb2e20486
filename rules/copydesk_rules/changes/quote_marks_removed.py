"""quote-marks-removed: a quotation that lost its marks."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class QuoteMarksRemoved(ChangeRule):
    """Five words or more, in the same order."""

    name = "quote-marks-removed"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.QUOTE_UNMARKED})
    summary = "words that were quoted stand without quotation marks"
    why = (
        "They were somebody's words, and now they are the paper's own. Put the marks back, "
        "or write it in other words."
    )
    examples = (
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "Brandt said [[the town would never sell the old pier]]."
            ),
            "The marks went, the words stayed.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "Brandt said “the town would never sell the old pier.”"
            ),
        ),
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "It is true that [[we have paid for every plank of it]], Brandt said."
            ),
            "The same inside a sentence.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“We have paid for every plank of it,” Brandt said."
            ),
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\nBrandt said the town would keep the pier.",
            "Other words.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "Brandt said “the town would never sell the old pier.”"
            ),
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\nBrandt called it a gem.",
            "Two words are nobody's.",
            earlier="Ada Brandt, the mayor, spoke to the council.\nBrandt called it “a gem.”",
        ),
    )
