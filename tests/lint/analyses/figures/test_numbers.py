"""Draft in, numbers out: in figures and in words, with what they count."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.analyses.figures.numbers import find_figures
from copydesk.analyses.figures.units import UNITS
from copydesk.testing import draft


def figures(text: str) -> list[tuple[str, str, float, str]]:
    document = draft(text)
    return [(document.slice(one.span), one.kind.value, one.value, one.unit) for one in find_figures(document)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Twelve men sat.", ("Twelve", "number", 12, "")),
        ("Some 12 men sat.", ("12", "number", 12, "")),
        ("About twenty-one men sat.", ("twenty-one", "number", 21, "")),
        ("Two hundred and six men sat.", ("Two hundred and six", "number", 206, "")),
        ("Forty thousand sat.", ("Forty thousand", "number", 40_000, "")),
        ("It has 1.2 million roofs.", ("1.2 million", "number", 1_200_000, "")),
        ("It has 1,234,567.5 roofs.", ("1,234,567.5", "number", 1_234_567.5, "")),
        ("It cost $5m.", ("$5m", "amount", 5_000_000, "$")),
        ("It cost £282mn.", ("£282mn", "amount", 282_000_000, "£")),
        ("It cost US$ 1.5 billion.", ("US$ 1.5 billion", "amount", 1_500_000_000, "US$")),
        ("It cost five dollars.", ("five dollars", "amount", 5, "$")),
        ("It fell 12 percent.", ("12 percent", "percent", 12, "")),
        ("It fell 12.5%.", ("12.5%", "percent", 12.5, "")),
        ("It fell 3 percentage points.", ("3 percentage points", "percentage points", 3, "")),
        ("A 290-mile road.", ("290-mile", "measure", 290, "mile")),
        ("A ten-mile road.", ("ten-mile", "measure", 10, "mile")),
        ("It is 20km off.", ("20km", "measure", 20, "km")),
        ("It has 3 square miles.", ("3 square miles", "measure", 3, "square miles")),
        ("It is one mile off.", ("one mile", "measure", 1, "mile")),
        ("It was in 2019.", ("2019", "year", 2019, "")),
    ],
)
def test_a_number(text: str, found: tuple[str, str, float, str]) -> None:
    assert figures(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "One man came at 7:30, at 5 p.m. and at 6pm.",
        "The 12th came in the 1990s, on March 4, 2031, and on 2031-03-04.",
        "Call A4, B-52s or #17.",
        "None.",
        "",
    ],
)
def test_no_number(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "margin"), [("290", 5), ("291", 0.5), ("1.2 million", 50_000), ("1,000", 500), ("0.25", 0.005)]
)
def test_what_a_number_may_stand_for(text: str, margin: float) -> None:
    (one,) = find_figures(draft(f"It has {text} roofs."))
    assert (one.high - one.value, one.value - one.low) == pytest.approx((margin, margin))


@given(st.integers(0, 10**12), st.sampled_from(sorted(UNITS)))
def test_every_number_is_read_with_its_unit(number: int, unit: str) -> None:
    (one,) = find_figures(draft(f"It has {number:,} {unit} in all."))
    assert (one.value, one.unit) == (number, unit)


@given(st.text(st.sampled_from("0123456789 ,.$£%-–:onetwhudrmilkp\n"), max_size=60))
def test_numbers_stand_in_order_and_apart(text: str) -> None:
    document = draft(text)
    spans = [one.span for one in find_figures(document)]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
