"""Drafts in, mixed quotation marks out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.quotes.mixed_quote_marks import MixedQuoteMarks


def test_the_rarer_kind_is_reported_once_with_counts() -> None:
    text = '“It is ours,” she said. "It was." “It will be.” "Ours," she said.\n\n“Go.”'
    (one,) = check(MixedQuoteMarks, text)
    assert (one.place, one.excerpt, one.severity) == ("1:25", '"', "warning")
    assert one.message == "straight quotation marks here (4 in all), curly ones elsewhere (6)"
    assert one.related == ("1:33", "1:49", "1:55")


def test_a_curly_mark_in_a_straight_draft() -> None:
    (one,) = check(MixedQuoteMarks, '"It is ours," she said. "It was," she added. "It will be.”')
    assert one.message == "curly quotation marks here (1 in all), straight ones elsewhere (5)"


@pytest.mark.parametrize(
    "text",
    [
        '"It is ours," she said. "It isn’t theirs. It\'s not."',
        "“It is ours,” she said. “It's ‘ours.’”",
        "“It is 6'2\" long,” she said.",
        "«It is ours», she said. “It was.”",
        "„It is ours“, she said. “It was.”",
        "''It is ours,'' she said. “It was.”",
    ],
)
def test_one_kind(text: str) -> None:
    assert check(MixedQuoteMarks, text) == []
