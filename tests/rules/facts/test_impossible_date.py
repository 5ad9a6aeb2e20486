"""Draft in, findings out: a day that its month does not have."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.facts.impossible_date import ImpossibleDate


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It is due June 31.", '"June 31": June has 30 days'),
        ("It was on the 31st of November that he left.", '"31st of November": November has 30 days'),
        ("It opened February 30, 1988, at noon.", '"February 30, 1988": February has 28 days in 1988'),
        ("It opens on 29 February 2023.", '"29 February 2023": February has 28 days in 2023'),
        ("It opens Monday, Sept. 31", '"Monday, Sept. 31": September has 30 days'),
        ("It opens on May 35, she wrote.", '"May 35": May has 31 days'),
    ],
)
def test_no_month_has_the_day(text: str, message: str) -> None:
    assert [one.message for one in check(ImpossibleDate, text)] == [
        message.replace("28 days in 1988", "29 days in 1988")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It opened on Feb. 29, 2024, May 31, 30 June and the 31st of July. It closes Feb. 29.",
        "In June 31 people swam. Since January 47 crimes were told. In April 1,031 left, and 31 June bugs.",
        "In April, 35 boats sank. From May 45, said the firm of April 99.",
        "“It is due June 31.”",
        "At 10:31 June left.",
    ],
)
def test_a_day_or_a_count(text: str) -> None:
    assert check(ImpossibleDate, text) == []
