"""Draft in, findings out: a weekday that does not fit its date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.testing import check
from copydesk_rules.facts.weekday_date import WeekdayDate


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It met Monday, July 26, 2022.", '"Monday, July 26, 2022" is a Tuesday'),
        ("It met on Wed., 27 July 2021.", '"Wed., 27 July 2021" is a Tuesday'),
        ("It met Sunday the 4th of March, 2026.", '"Sunday the 4th of March, 2026" is a Wednesday'),
    ],
)
def test_with_a_year_the_calendar_decides(text: str, message: str) -> None:
    (finding,) = check(WeekdayDate, text)
    assert (finding.message, finding.severity) == (message, "error")


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)), st.integers(0, 6))
def test_every_wrong_weekday_is_found_and_no_right_one(day: date, weekday: int) -> None:
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    found = check(WeekdayDate, f"It met on {names[weekday]}, {day:%B} {day.day}, {day.year}, at noon.")
    assert bool(found) == (day.weekday() != weekday)


def test_two_dates_that_no_year_has() -> None:
    (finding,) = check(WeekdayDate, "Come on Tuesday 8 June. The fair ends on Sunday 14 June.")
    assert finding.message == '"Tuesday 8 June" and "Sunday 14 June" cannot be in one year'
    assert (finding.severity, finding.related) == ("warning", ("1:9",))


@pytest.mark.parametrize(
    "text",
    [
        "It met on Tuesday, July 26, 2022, and on Wed., July 27, 2022.",
        "It met on Monday, July 16.",
        "It met on Tuesday 8 June and Monday 14 June, on Friday 25 June and on Saturday, August 28.",
        "It met on Monday, Feb. 27, and in the leap year on Thursday, March 1.",
        "It runs Friday to Sunday, May 5 to 7, 2023.",
        "He sat May 4, 2020. In May 2012, on a Monday, 3 men left.",
        "It was Friday, Sept. 2, 1752, by the old calendar.",
        "“It met on Monday, July 26, 2022,” she said.",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert check(WeekdayDate, text) == []


def dated(text: str, day: str = "2022-02-22") -> list[tuple[str, str]]:
    draft = f"---\ndate: {day}\n---\n{text}\n"
    return [(one.message, one.severity) for one in check(WeekdayDate, draft, format="markdown")]


def test_the_publication_date_says_which_year_it_is() -> None:
    message = '"Thursday, March 4" is a Friday in 2022, a Thursday in 2021'
    assert dated("It meets on Thursday, March 4.") == [(message, "warning")]
    assert dated("It opens Sunday, Jan. 3.", "2022-12-20") == [
        ('"Sunday, Jan. 3" is a Tuesday in 2023', "warning")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It meets on Friday, March 4.",
        "It meets on Thursday, July 4.",  # far from the publication date: another year may be meant
        "It met on Friday, Dec. 31.",
        "“It meets on Thursday, March 4,” she said.",
    ],
)
def test_the_publication_date_and_what_may_be_right(text: str) -> None:
    assert dated(text) == []


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.integers(-55, 55), st.integers(0, 6))
def test_every_wrong_weekday_near_the_publication_date_is_found(
    published: date, days: int, weekday: int
) -> None:
    day = published + timedelta(days)
    names = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    found = dated(f"It met on {names[weekday]}, {day:%B} {day.day}, at noon.", published.isoformat())
    assert bool(found) == (day.weekday() != weekday)


def test_a_caption_may_be_of_any_year() -> None:
    caption = "![{}](a.png)\n\nThe council met."
    assert dated(caption.format("The town hall on Thursday, March 4")) == []
    (found,) = check(WeekdayDate, caption.format("The hall on Monday, July 26, 2022"), format="markdown")
    assert found.message == '"Monday, July 26, 2022" is a Tuesday'
