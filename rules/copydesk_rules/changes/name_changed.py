"""name-changed: another name."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class NameChanged(ChangeRule):
    """A short form and its long one are the same name."""

    name = "name-changed"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.NAME})
    summary = "a name changed"
    why = (
        "Check the new form with its owner, and look for the old one in the rest of the "
        "story: in the headline, a caption, further down."
    )
    examples = (
        Example(
            "The director, Tomas [[Reyle]], resigned on Monday.",
            "A letter.",
            earlier="The director, Tomas Reile, resigned on Monday.",
        ),
        Example(
            "The barge belongs to [[Orr]] Marine of Hollins.",
            "The name of a firm.",
            earlier="The barge belongs to Poe Marine of Hollins.",
        ),
        Example(
            "He lives in Philadelphia with his wife.",
            "A short form.",
            earlier="He lives in Phila. with his wife.",
        ),
        Example(
            "The County will pay for it.",
            "A capital.",
            earlier="The county will pay for it.",
        ),
    )
