"""attribution-removed: a claim that lost its source."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class AttributionRemoved(ChangeRule):
    """The words of the claim must stand in the newer version."""

    name = "attribution-removed"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.SOURCE})
    summary = "a claim or a quotation is kept, and its source is gone"
    why = (
        "What somebody said is now what the paper says. Put the source back, or make sure "
        "that the paper knows it by itself."
    )
    examples = (
        Example(
            "[[The dredging of the old harbor was late.]]",
            "A claim.",
            earlier="The dredging of the old harbor was late, according to the auditor.",
        ),
        Example(
            (
                "Ada Brandt, the mayor, spoke to the council.\n"
                "It was a long night. [[“The pier stays open until the vote in May.”]]"
            ),
            "A quotation.",
            earlier=(
                "Ada Brandt, the mayor, spoke to the council.\n"
                "It was a long night. “The pier stays open until the vote in May,” Brandt "
                "said."
            ),
        ),
        Example(
            "The dredging of the old harbor was late, the auditor said.",
            "Another verb.",
            earlier="The dredging of the old harbor was late, according to the auditor.",
        ),
        Example(
            "The harbor is full.",
            "The claim went with it.",
            earlier="The dredging of the old harbor was late, according to the auditor. The harbor is full.",
        ),
    )
