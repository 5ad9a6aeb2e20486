"""number-changed: another figure."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class NumberChanged(ChangeRule):
    """Figures are compared in sentences of both versions. Those in quotations are quote-altered."""

    name = "number-changed"
    severity = Severity.INFO
    has_kinds = True
    kinds = frozenset({ChangeKind.NUMBER})
    summary = "a number, an amount, a date or an age changed"
    why = (
        "That is what corrections are for, and so the reader may have to be told. Check the "
        "new figure, and whether the old one stands elsewhere: in the headline, a caption, "
        "another story."
    )
    examples = (
        Example(
            "The plan moves the [[144]] families of Quay Street.",
            "A number.",
            earlier="The plan moves the 140 families of Quay Street.",
        ),
        Example(
            "The council asked for a levy of [[$4.7 million]] for the pier.",
            "An amount of money.",
            earlier="The council asked for a levy of $4.1 million for the pier.",
        ),
        Example(
            "The vote is on [[June]] 4.",
            "A date.",
            earlier="The vote is on May 4.",
        ),
        Example(
            "The plan moves 6 families, or 12% of them, on Sept. 4.",
            "House style.",
            earlier="The plan moves six families, or 12 percent of them, on September 4.",
        ),
        Example(
            "Updated at 6 p.m. on May 4.",
            "A time stamp.",
            earlier="Updated at 5 p.m. on May 4.",
        ),
    )
