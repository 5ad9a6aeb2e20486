"""Two versions in, findings out: a sentence that was turned round."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.changes.negation_changed import NegationChanged


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "The board did not vote on Monday.",
            "The board voted on Monday.",
            'a negation went: "The board [did not vote -> voted] on Monday."',
        ),
        (
            "The town will pay for the new steps.",
            "The town will never pay for the new steps.",
            'a negation came: "The town will [-> never] pay for the new steps."',
        ),
        (
            "The town isn’t ready for the vote on Monday.",
            "The town is ready for the vote on Monday.",
            'a negation went: "The town [isn’t -> is] ready for the vote on Monday."',
        ),
        (
            "Ida Orr, 41, swims there daily.",
            "Ida Orr, 42, does not swim there daily.",
            'a negation came: "Ida Orr, [41, swims -> 42, does not swim] there daily."',
        ),
    ],
)
def test_both_ways(before: str, after: str, message: str) -> None:
    (found,) = check(NegationChanged, after, earlier=before)
    assert found.message == message


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The town cannot pay for it all.", "The town can’t pay for it all."),
        ("The town pays, and not only for the steps.", "The town pays for the steps."),
        ("He asked whether or not it would rain on Monday.", "He asked whether it would rain on Monday."),
        ("The road to No. 7 is closed on Monday.", "The road to number 7 is closed on Monday."),
    ],
)
def test_what_turns_nothing_round(before: str, after: str) -> None:
    assert check(NegationChanged, after, earlier=before) == []
