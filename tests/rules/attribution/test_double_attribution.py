"""Drafts in, findings of `double-attribution` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.double_attribution import DoubleAttribution


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("According to Ann Poe, the pier is lost, she said.", "she said"),
        ("The board said the pier is lost, the board said.", "the board said"),
        ("Ann Poe said the pier was “lost for good,” she said.", "she said"),
        ("According to Ann Poe, the pier is lost, said Ms. Poe.", "said Ms. Poe"),
    ],
)
def test_who_says_so_is_said_twice(text: str, excerpt: str) -> None:
    assert found(DoubleAttribution, text) == [(excerpt, "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "According to the report, the pier is lost, Ann Poe said.",
        "Ann Poe said the pier is lost and, when she was asked, said so again.",
        "Ann Poe said the pier is lost. It will go, she said.",
        "Ann Poe said Bob Roe was there, he said.",
    ],
)
def test_two_attributions_of_two_things(text: str) -> None:
    assert found(DoubleAttribution, text) == []
