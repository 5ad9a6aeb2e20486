"""Two versions in, findings out: another headline."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.changes.headline_changed import HeadlineChanged

STORY = "---\ntitle: {}\n---\n\nThe council voted on Monday night after a long debate.\n"


def test_a_headline_that_changed_alone() -> None:
    (found,) = check(
        HeadlineChanged,
        STORY.format("Hollins wins its levy"),
        format="markdown",
        earlier=STORY.format("Hollins asks for a levy"),
    )
    assert found.message == (
        'headline changed: "[Hollins asks for a levy -> Hollins wins its levy]"; the '
        "text says the same as before"
    )


def test_with_the_text_it_says_less() -> None:
    (found,) = check(
        HeadlineChanged,
        STORY.format("Hollins wins its levy").replace("Monday", "Tuesday"),
        format="markdown",
        earlier=STORY.format("Hollins asks for a levy"),
    )
    assert "the same as before" not in found.message
