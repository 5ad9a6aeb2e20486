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
        ("The staff rose from 100 to 150, a 33 percent increase.", "from 100 to 150 is 50 percent, not 33"),
        ("The staff fell from 150 to 100, a 50% drop, in May.", "from 150 to 100 is 33 percent, not 50"),
        ("The staff rose from 100 to 150, a rise of 40 percent.", "from 100 to 150 is 50 percent, not 40"),
        ("The staff dropped 25%, from 50 in 2023 to 40 in 2024.", "from 50 to 40 is 20 percent, not 25"),
        ("It saw a 30 percent rise, from 50 to 60.", "from 50 to 60 is 20 percent, not 30"),
        ("It rose 30 percent last year from 50 to 60.", "from 50 to 60 is 20 percent, not 30"),
        ("It fell from 300 to 200 (50 percent).", "from 300 to 200 is 33 percent, not 50"),
        ("Of the 200 people, 50 (30 percent) voted.", "50 of 200 is 25 percent, not 30"),
        ("Some 50 of the 200 people, or 30 percent, voted.", "50 of 200 is 25 percent, not 30"),
    ],
)
def test_a_sum_that_is_wrong(text: str, message: str) -> None:
    (found,) = check(PercentMath, text)
    assert (found.message, found.severity) == (message, "warning")


def test_one_point_is_one() -> None:
    (found,) = check(PercentMath, "Support rose 1 percent, from 50% to 51%.")
    assert found.message == "from 50 to 51 percent is 1 percentage point"


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
        "Six of eight nurses (90 percent of them men) left. Three of 12 mills (40 percent of the jobs) shut.",
        "She hit 8 of 10 throws (45 percent for the year), or 8 of 10 throws, or 45 percent since May.",
        "It rose 12 percent among men from 20 to 49, and fell 6 percent from gates 3 to 7.",
        "The staff rose from 100 in 2019 to 150 in 2021, a 50 percent rise.",
        "The staff fell from 50 to 40, a loss of 20%. Seats cost from $20 to $40, a 10 percent increase.",
        "It saw a 20 percent rise, from 50 to 60, and a 9 percent drop in men from 20 to 49.",
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
