"""headline-changed: another headline."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class HeadlineChanged(ChangeRule):
    """Capitals and marks are no change."""

    name = "headline-changed"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.HEADLINE})
    summary = "the headline of the published story changed"
    why = (
        "A headline is what most readers know of a story. Where it changes alone, make sure "
        "that the text says what the new one claims."
    )
    examples = (
        Example(
            (
                "---\n"
                "title: [[Hollins wins its levy]]\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
            "The text says the same as before.",
            format="markdown",
            earlier=(
                "---\n"
                "title: Hollins asks for a levy\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
        ),
        Example(
            (
                "---\n"
                "title: [[Council keeps the pier]]\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
            "Another claim.",
            format="markdown",
            earlier=(
                "---\n"
                "title: Council sells the pier\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
        ),
        Example(
            (
                "---\n"
                "title: Hollins Wins Its Levy\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
            "Capitals.",
            format="markdown",
            earlier=(
                "---\n"
                "title: Hollins wins its levy\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
        ),
        Example(
            (
                "---\n"
                "title: Hollins wins its levy\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Tuesday night after a long debate.\n"
            ),
            "The text alone.",
            format="markdown",
            earlier=(
                "---\n"
                "title: Hollins wins its levy\n"
                "date: 2021-05-04\n"
                "---\n"
                "\n"
                "The council voted on Monday night after a long debate.\n"
            ),
        ),
    )
