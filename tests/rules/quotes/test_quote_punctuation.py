"""Drafts in, full stops and commas on the wrong side of a closing mark out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.quotes.quote_punctuation import QuotePunctuation

INSIDE = "It was “late.” It was “dear.” It was “slow.” "
OUTSIDE = "It was “late”. It was “dear”. It was “slow”. "


def found(text: str, **options: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.message) for one in check(QuotePunctuation, text, **options)]


def test_the_draft_decides() -> None:
    message = "the comma stands outside the closing mark: 3 inside, 1 outside"
    assert found(INSIDE + "It was “not ours”, he said.") == [("ours”,", message)]
    message = "the full stop stands inside the closing mark: 1 inside, 3 outside"
    assert found(OUTSIDE + "It was “not ours.”") == [("ours.”", message)]


def test_a_draft_that_has_no_majority_decides_nothing() -> None:
    assert found("It was “late.” It was “dear”.") == []


def test_a_house_decides() -> None:
    assert found("It was “late”.", style="us") == [
        ("late”.", "the full stop stands outside the closing mark")
    ]
    assert found("It was “late.”", style="uk") == [("late.”", "the full stop stands inside the closing mark")]
    assert found("It was “late.”", style="us") == found("It was “late”.", style="uk") == []


@pytest.mark.parametrize(
    "quoted",
    ["“It is ours.”", "“ours,” she said", "It is “ours”; it was", "“ours”?", "(“ours.”)", "“The Pier”."],
)
def test_what_says_nothing_of_the_side(quoted: str) -> None:
    assert found(OUTSIDE + quoted) == []
