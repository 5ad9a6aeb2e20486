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
        ("It met July 26, 2022 (Monday).", '"July 26, 2022 (Monday)" is a Tuesday'),
        ("It met on 26 July 2022, a Monday.", '"26 July 2022, a Monday" is a Tuesday'),
        ("It met on Monday (July 26, 2022).", '"Monday (July 26, 2022)" is a Tuesday'),
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


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 the fair opened on Friday, June 1; in 2019 on Saturday, June 1.",
        "In 2023 Mill Day is Friday, Oct. 6. In 2022, it was Thursday, Oct. 6.",
        "2025: Sunday, May 4. 2026: Sunday, May 3.",
        "Last year’s walk was on Sunday, May 4. This one is on Sunday, May 3.",
        "| Year | Fair |\n|---|---|\n| 2025 | Sunday, May 4 |\n| 2026 | Sunday, May 3 |",
        "| 2025 | 2026 |\n|---|---|\n| Sunday, May 4 | Sunday, May 3 |",
        "| Fair | Year |\n|---|---|\n| Sunday, May 4 | 2025 |\n| Sunday, May 3 | 2026 |",
    ],
)
def test_two_dates_each_right_in_a_year_that_is_named(text: str) -> None:
    assert check(WeekdayDate, text, format="markdown") == []


def test_a_year_that_has_neither_explains_nothing() -> None:
    (found,) = check(WeekdayDate, "In 2023 the fair ran from Friday, June 1, to Friday, June 3.")
    assert found.message == '"Friday, June 1" and "Friday, June 3" cannot be in one year'


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


@pytest.mark.parametrize(
    "text",
    [
        "The 1985 floods began on Friday, March 1, in Leedon.",
        "Ann Roe was born Tuesday, April 10, in Tarn, in 1962.",
        "The mill burned on Sunday, April 10, in 1983.",
        "The mill burned on Sunday, April 10 (1983).",
        "The fair opened on Thursday, March 4, last year.",
        "The fair opens on Saturday, March 4, next year.",
        "The 2021 fair opened on Thursday, March 4.",
        "## 10 years ago\n\nThe council met on Sunday, March 4. It closed the mill on Monday, March 5.",
        "Twenty-one years ago the mill burned. It was on Sunday, March 4.",
        "Some years ago the mill burned. It was on Sunday, March 4.",
        "The dam broke on April 4, 1983. It rained. All slept. It fell Sunday, April 10.",
        "In the 1960s the fair opened on Sunday, March 4.",
        "The dam broke on April 4, 1983. On Tuesday, April 5, it rained.\n\nIt fell Sunday, April 10.",
    ],
)
def test_a_date_may_be_in_a_year_that_the_passage_names(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Open Sat. and Sun., March 5-6.",
        "Open Fri. & Sat. March 4 & 5.",
        "Open Thurs and Fri March 3 and 4.",
        "Open Fri., Sat. and Sun., March 4-6.",
        "It snowed Saturday night into Sunday, March 5.",
        "Open daily except Monday, March 4-20.",
        "Open Tuesday, Thursday, March 1, 3.",
    ],
)
def test_days_that_are_listed(text: str) -> None:
    assert dated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 1985 floods were worse. The council meets on Thursday, March 3 at noon, and Tuesday, March 4.",
        "Doors open on Monday, March 4 - 10 a.m. to noon.",
        "Built in 1985, the mill opens on Tuesday, March 4, 2022.",
    ],
)
def test_what_no_year_that_is_named_has(text: str) -> None:
    (found,) = dated(text)
    assert "March 4" in found[0]


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
