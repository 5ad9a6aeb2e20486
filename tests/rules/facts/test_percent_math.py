"""Draft in, findings out: a percentage that the numbers beside it do not make."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.testing import check
from copydesk_rules.facts.percent_math import PercentMath


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Sales rose 10 percent, from $100 to $150.", "from 100 to 150 is 50 percent, not 10"),
        (
            "They were rising 89% from £156mn to £282mn.",
            "from 156,000,000 to 282,000,000 is 81 percent, not 89",
        ),
        ("It was cut by 37% to 460 from 753.", "from 753 to 460 is 39 percent, not 37"),
        ("It went from 7 to 145, up 1,511%.", "from 7 to 145 is 1,971 percent, not 1,511"),
        ("It grew from 200 to 300, an increase of 80 percent.", "from 200 to 300 is 50 percent, not 80"),
        (
            "It grew from $1.2 to $1.5 million, up 60 percent.",
            "from 1,200,000 to 1,500,000 is 25 percent, not 60",
        ),
        ("It fell from 300 to 200 (50 percent).", "from 300 to 200 is 33 percent, not 50"),
        ("Of the 200 people, 50 (30 percent) voted.", "50 of 200 is 25 percent, not 30"),
        ("Some 50 of the 200 people, or 30 percent, voted.", "50 of 200 is 25 percent, not 30"),
    ],
)
def test_a_sum_that_is_wrong(text: str, message: str) -> None:
    (found,) = check(PercentMath, text)
    assert (found.message, found.severity) == (message, "warning")


def test_a_step_between_percentages_is_in_points() -> None:
    (found,) = check(
        PercentMath, "Support rose from 48 percent in June to 52 percent in May, a rise of 4 percent."
    )
    assert found.message == "from 48 to 52 percent is 4 percentage points"
    assert found.severity == "info"


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 50 percent, from $100 to $150, and fell by about a third, from 90 to 60.",
        "It rose about 45 percent, from 100 to 150. It rose nearly 20 percent, from 1.2 to 1.4 million.",
        "It is for adults from 18 to 64, or 27 percent of the town.",
        "Wages rose from $8 to $9, and sales grew by 8 percent.",
        "It grew 27 percent from 2009 to 2014, and 30 percent, from 9 to 14 sites, each with 8 men.",
        "It fell 6 percent, from 72% to 68%. It rose 4 percentage points, from 50 to 54 percent.",
        "Some 301 of 900 cats (33 percent) were fed, more than 30 of 200, or more than 10 percent.",
        "It rose 10 percent. It went from $100 to $150.",
        "“It rose 10 percent, from 100 to 150,” he said.",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert check(PercentMath, text) == []


@given(st.integers(1, 100_000), st.integers(1, 100_000))
def test_a_sum_that_is_right_is_never_reported(first: int, second: int) -> None:
    change = abs(second - first) / first * 100
    assert (
        check(PercentMath, f"It changed, and went from {first:,} to {second:,}, up {change:.1f} percent.")
        == []
    )
    if first >= second:
        share = second / first * 100
        assert check(PercentMath, f"Of the {first:,} cats, {second:,} ({share:.0f} percent) were fed.") == []
