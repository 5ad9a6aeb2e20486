"""paragraph-lost: paragraphs that are gone."""

from __future__ import annotations

from copydesk.analyses.versions.changes import ChangeKind
from copydesk.model.finding import Severity
from copydesk.plugins.rule import Example
from copydesk_rules.changes.reporting import ChangeRule


class ParagraphLost(ChangeRule):
    """Twenty-five words or more, outside captions and notes; or a story that was emptied."""

    name = "paragraph-lost"
    severity = Severity.INFO
    kinds = frozenset({ChangeKind.PARAGRAPHS})
    summary = "a paragraph of the published story is gone"
    why = (
        "Somebody may have asked for it. Make sure that it went for a reason that the desk "
        "knows. A paragraph that was moved, joined to another one or split is not lost."
    )
    examples = (
        Example(
            "[[The pier is old.]]\nThe vote is on Monday.",
            "One line a story, beside the paragraph before.",
            earlier=(
                "The pier is old.\n"
                "Residents of Quay Street have asked the town for two years to repair the "
                "steps, which three of them fell on last winter, and the town has not "
                "answered.\n"
                "The vote is on Monday."
            ),
        ),
        Example(
            "[[The pier is old.]]\nThe vote is on Monday.",
            "Two of them.",
            earlier=(
                "Residents of Quay Street have asked the town for two years to repair the "
                "steps, which three of them fell on last winter, and the town has not "
                "answered.\n"
                "Residents of Quay Street have asked the town for ten years to repair the "
                "roof, which three of them fell on last winter, and the town has not "
                "answered.\n"
                "The pier is old.\n"
                "The vote is on Monday."
            ),
        ),
        Example(
            (
                "The vote is on Monday.\n"
                "Residents of Quay Street have asked the town for two years to repair the "
                "steps, which three of them fell on last winter, and the town has not "
                "answered.\n"
                "The pier is old."
            ),
            "Moved.",
            earlier=(
                "The pier is old.\n"
                "Residents of Quay Street have asked the town for two years to repair the "
                "steps, which three of them fell on last winter, and the town has not "
                "answered.\n"
                "The vote is on Monday."
            ),
        ),
        Example(
            (
                "The pier is old. Residents of Quay Street have asked the town for two years "
                "to repair the steps, which three of them fell on last winter, and the town "
                "has not answered.\n"
                "The vote is on Monday."
            ),
            "Joined.",
            earlier=(
                "The pier is old.\n"
                "Residents of Quay Street have asked the town for two years to repair the "
                "steps, which three of them fell on last winter, and the town has not "
                "answered.\n"
                "The vote is on Monday."
            ),
        ),
    )
