"""The words and figures of a text without its house style."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.analyses.versions.tokens import Figure, find_tokens, is_short_form, plain_words
from copydesk.model.prose import Span


def plain(text: str) -> list[str]:
    return plain_words(find_tokens(text, Span(0, len(text))))


@given(st.text(alphabet="abz $£€%0123456789,.-'’/:&“ \u00a0ÄéSept twonofirst", max_size=80))
def test_tokens_stand_in_the_text_and_in_order(text: str) -> None:
    tokens = find_tokens(text, Span(0, len(text)))
    assert all(0 <= one.start < one.end <= len(text) for one in tokens)
    assert [one.start for one in tokens] == sorted(one.start for one in tokens)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("six", "6"),
        ("twenty-one", "21"),
        ("1,000", "1000"),
        ("$4.10", "$4.1"),
        ("$5m", "$5 million"),
        ("five million dollars", "$5,000,000"),
        ("12 percent", "12%"),
        ("twelve per cent", "12%"),
        ("Sept. 4", "September 4"),
        ("on Tues.", "on Tuesday"),
        ("5/22", "May 22"),
        ("first", "1st"),
        ("7:00 p.m.", "7 PM"),
        ("don’t", "do not"),
        ("can't", "cannot"),
        ("lead-up", "lead up"),
        ("towards the centre", "toward the center"),
        ("organised", "organized"),
        ("R & D", "R and D"),
    ],
)
def test_house_style_is_set_aside(one: str, other: str) -> None:
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("$4.1 million", "$4.1 billion"),
        ("6", "60"),
        ("5 a.m.", "5 p.m."),
        ("12 percent", "12 percentage points"),
        ("may", "May 4"),
        ("won't", "don't"),
        ("four", "for"),
        ("hour", "hors"),
    ],
)
def test_what_says_something_else_stays_apart(one: str, other: str) -> None:
    assert plain(one) != plain(other)


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Ida Orr, 42, came", Figure.AGE),
        ("the 42-year-old came", Figure.AGE),
        ("a forty-two-year-old came", Figure.AGE),
        ("on May 4, 2031", Figure.DATE),
        ("in 1921", Figure.DATE),
        ("at 7:30 p.m.", Figure.TIME),
        ("for £40", Figure.MONEY),
        ("of 12 percent", Figure.PERCENT),
        ("seven boats", Figure.NUMBER),
    ],
)
def test_what_a_figure_counts(text: str, figure: Figure) -> None:
    found = [one.figure for one in find_tokens(text, Span(0, len(text))) if one.figure]
    assert set(found) == {figure}


@pytest.mark.parametrize(
    ("one", "other", "is_short"),
    [
        ("Phila.", "Philadelphia", True),
        ("N.Y.", "New York", True),
        ("FBI", "Federal Bureau of Investigation", True),
        ("NLRB", "National Labor Relations Board", True),
        ("Gov.", "Governor", True),
        ("Orr", "Ott", False),
        ("Orr", "Orrin", False),
    ],
)
def test_short_forms_of_names(one: str, other: str, is_short: bool) -> None:
    assert is_short_form(one, other) is is_short
