"""Draft in, findings out: years that run backwards, and a life that is too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.testing import check
from copydesk_rules.facts.year_range import YearRange


@pytest.mark.parametrize(
    ("text", "message", "severity"),
    [
        ("He led it 1998–1989.", '"1998–1989" runs backwards', "warning"),
        ("The trial ran from 1998 to 1989, it said.", '"from 1998 to 1989" runs backwards', "info"),
        ("In her 1998–1989 seasons it rained.", '"1998–1989" runs backwards', "warning"),
        ("Ann Roe 1998–1989.", '"1998–1989" runs backwards', "warning"),
        ("Ann Roe (1773-1890) drew it.", '"1773-1890" makes a life of 117 years', "warning"),
    ],
)
def test_years_that_cannot_be(text: str, message: str, severity: str) -> None:
    (found,) = check(YearRange, text)
    assert (found.message, found.severity) == (message, severity)


@pytest.mark.parametrize(
    "text",
    [
        "He led it 1989–1998, from 1989 to 1998, and in 1998-99.",
        "It was built 2000-1500 BC. Call 1998-1989-20, or 555-1998-1989.",
        "The Roe dynasty (1714-1901) fell.",
        "It has seats 2010 to 1990.",
        "It passed by 1900-1850 votes, then by 1850-1840. They counted 1810–1790 ballots.",
        "Lot 1901-1822 was sold. The book is ISBN 1905-1899.",
        "The Old Tarn Bible (1611-1769) and the Ann Roe Hall (1801-1920) burned.",
        "“He led it 1998–1989,” she said.",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert check(YearRange, text) == []


@given(st.integers(1500, 2099), st.integers(1500, 2099))
def test_a_range_is_reported_where_it_runs_backwards(first: int, last: int) -> None:
    assert bool(check(YearRange, f"He led it {first}–{last}, it is said.")) == (first > last)
