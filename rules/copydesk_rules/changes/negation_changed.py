"""negation-changed: a sentence that was turned round."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class NegationChanged(ChangeRule):
    """A rewritten sentence is not judged."""

    name = "negation-changed"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.NEGATION})
    summary = "a negation came or went"
    why = (
        "The sentence says the opposite of what it said before. One of the two was wrong: "
        "check it, and tell the reader."
    )
    examples = (
        Example(
            "The board [[voted]] on Monday.",
            "It went.",
            earlier="The board did not vote on Monday.",
        ),
        Example(
            "The owner of the barge [[did not answer]] a letter from the town.",
            "It came.",
            earlier="The owner of the barge answered a letter from the town.",
        ),
        Example(
            "The board didn’t vote on Monday.",
            "A contraction.",
            earlier="The board did not vote on Monday.",
        ),
        Example(
            "The board left the pier alone on Monday and went home.",
            "Another sentence.",
            earlier="The board did not vote on Monday.",
        ),
    )
