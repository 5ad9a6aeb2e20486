"""Precision: the share of judged findings that is right, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.precision import Precision


@pytest.mark.parametrize(
    ("right", "judged", "low", "high"),
    [
        (0, 10, 0.0, 0.2775),
        (10, 10, 0.7225, 1.0),
        (81, 263, 0.2553, 0.3662),  # the example that books on statistics give
        (29, 30, 0.8333, 0.9941),
    ],
)
def test_the_interval_is_that_of_wilson(right: int, judged: int, low: float, high: float) -> None:
    assert Precision(right, judged).interval == pytest.approx((low, high), abs=0.0001)


def test_where_nothing_was_judged_everything_is_possible() -> None:
    nothing = Precision(0, 0)
    assert (nothing.share, nothing.interval, nothing.text) == (0.0, (0.0, 1.0), "-")


def test_people_read_it_in_percent() -> None:
    assert Precision(26, 30).text == "86.7 % (70.3 to 94.7 %)"


@given(st.integers(1, 10_000).flatmap(lambda judged: st.tuples(st.integers(0, judged), st.just(judged))))
def test_the_share_lies_in_its_interval(counts: tuple[int, int]) -> None:
    precision = Precision(*counts)
    low, high = precision.interval
    assert 0.0 <= low <= precision.share + 1e-12
    assert precision.share - 1e-12 <= high <= 1.0
