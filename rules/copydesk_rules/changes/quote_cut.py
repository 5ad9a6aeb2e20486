"""quote-cut: a quotation that lost words, or got more."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class QuoteCut(ChangeRule):
    """A quotation that went with its paragraph is that of paragraph-lost."""

    name = "quote-cut"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.QUOTE_CUT, ChangeKind.QUOTE_LENGTHENED, ChangeKind.QUOTE_GONE})
    summary = "a quotation was cut, lengthened or taken out"
    why = (
        "What is left of a quotation may say less, or something else, than the speaker did. "
        "Read both versions. A part that stands in another quotation of the story was only "
        "moved."
    )
    examples = (
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n[[“We pay.”]] Brandt said so on Monday.",
            "Cut at the end.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“We pay. We always have.” Brandt said so on Monday."
            ),
        ),
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "[[“We pay our debts, and we pay them early,”]] Brandt said."
            ),
            "Lengthened.",
            earlier="Ada Brandt, the mayor, spoke to the council.\n“We pay our debts,” Brandt said.",
        ),
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“We pay our debts,” Brandt said. “We pay them early.”"
            ),
            "Parted by its attribution, whole.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "“We pay our debts. We pay them early,” Brandt said."
            ),
        ),
        Example(
            "Ada Brandt, the mayor, spoke to the council.\n“We pay our debts,” Brandt said.",
            "The same words.",
            earlier="Ada Brandt, the mayor, spoke to the council.\n“We pay our debts,” she said.",
        ),
    )
