"""Draft in, findings out: a number that has lost a digit, or got one too many."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from copydesk.testing import check
from copydesk_rules.facts.malformed_number import MalformedNumber


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The tank holds 100,00 gallons.", "100,00"),
        ("They paid $274,00 for it.", "$274,00"),
        ("They paid $1,50 for it.", "$1,50"),
        ("Some 35,8000 people came.", "35,8000"),
        ("Some 1,234,56 people came.", "1,234,56"),
        ("Some 12345,678 people came.", "12345,678"),
        ("The toll is 4,00.", "4,00"),
        ("A 2,0000-pound bell fell.", "2,0000"),
        ("From 100,0000 to 200,000 came.", "100,0000"),
    ],
)
def test_a_group_of_another_length(text: str, number: str) -> None:
    (found,) = check(MalformedNumber, text)
    assert (found.excerpt, found.severity) == (number, "error")
    assert found.message == f'"{number}": a digit is missing or too many'


@pytest.mark.parametrize(
    "text",
    [
        "It was filed in 20224.",
        "In 19876, when it rained, it fell.",
        "It shut in May 20191.",
        "It ran since 20115.",
    ],
)
def test_a_year_of_five_digits(text: str) -> None:
    (found,) = check(MalformedNumber, text)
    assert found.message == f'"{found.excerpt}": a year of five digits'


@pytest.mark.parametrize(
    "text",
    [
        "It has 1,200 homes, 12,345,678 trees, and cost $1,234.50.",
        "It sold 1,00,000 lamps and 12,34,567 wicks.",
        "The rate is 4,50 today, and 21,6 % came.",
        "It acts at 2,3-dioxygenase and at 10,11-epoxide.",
        "See rows 1,20 and 3, and the pages 12,15 and 17.",
        "It stood at (2,35) on the map, at 3,14,15 and 1/2,50.",
        "Some 12,50 million came.",
        "It opened on June 3,2017, and the 12,2019 fair is off.",
        "It was sold in 20000 homes. In 20224 homes it was not.",
        "Rents fell in 19103. She works in 20009, by the river. In 19122, shops shut.",
        "The homes were sold in 20017. Its ZIP code is one of ten.",
        "“We lost $176,00,” she wrote.",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert check(MalformedNumber, text) == []


@given(st.integers(1, 10**9), st.sampled_from(["$", "£", ""]))
def test_no_number_with_its_commas_is_reported(number: int, sign: str) -> None:
    assert check(MalformedNumber, f"They counted {sign}{number:,} in all.") == []


@given(st.integers(10_000, 10**9), st.sampled_from(["$", ""]))
def test_a_digit_that_is_lost_or_doubled_is_found(number: int, sign: str) -> None:
    assume(not (number < 32_000 and 180 <= number % 1_000 < 210))  # 19,1807 may be a day and its year
    for slip in (f"{number:,}"[:-1], f"{number:,}" + "7"):
        assert len(check(MalformedNumber, f"They counted {sign}{slip} in all.")) == 1
