"""Drafts in, findings of `agentless-claim` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.agentless_claim import AgentlessClaim


def excerpts(rule: type[AnyRule], text: str, **options: object) -> list[str]:
    return [one.excerpt for one in check(rule, text, **options)]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("It is understood that the pier is sold.", "It is understood that"),
        ("It has been widely reported that the pier is sold.", "It has been widely reported that"),
        ("On Friday it emerged that the pier is sold.", "it emerged that"),
        ("The board is widely seen as slow.", "is widely seen as"),
        ("The mayor is believed to own two boats.", "is believed to own"),
        ("The mayor is said to have bought the pier.", "is said to have"),
        ("Two boats are said to be missing.", "are said to be"),
        ("The board has been heavily criticised for the delay.", "has been heavily criticised"),
        ("Questions were raised about the sale.", "Questions were raised"),
    ],
)
def test_a_claim_that_nobody_makes(text: str, excerpt: str) -> None:
    assert excerpts(AgentlessClaim, text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "The board is widely seen by the fishermen as slow.",
        "It is widely believed among the fishermen that the pier is sold.",
        "Ann Poe said it is widely believed that the pier is sold.",
        "The mayor reportedly owns two boats, the Harbor Times said.",
        "“It is understood that the pier is sold,” Ann Poe said.",
        "The board was criticized by Ann Poe.",
        "The pier is considered safe from Friday on, a notice reads.",
        "It is late.\n\nBelieved that nobody would come, the board left.",
    ],
)
def test_a_claim_that_somebody_makes(text: str) -> None:
    assert excerpts(AgentlessClaim, text) == []
