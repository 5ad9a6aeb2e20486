"""Metadata and path in, publication date out."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document import DEFAULT_DATING
from copydesk.language.dating import Published, find_published, is_date, read_date

DAY = date(2031, 3, 2)
KEYS = DEFAULT_DATING.keys


@pytest.mark.parametrize(
    "text",
    [
        "2031-03-02",
        "2031/3/2",
        "20310302",
        "2 March 2031",
        "2nd Mar 2031",
        "March 2, 2031",
        "Mar. 2nd, 2031",
        "Sun, 02 Mar 2031",
        "Sunday, March 2, 2031",
        "2031-03-02 (draft)",
    ],
)
def test_a_day(text: str) -> None:
    assert read_date(text) == Published(DAY, None, "")


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-03-02T09:30:00Z", datetime(2031, 3, 2, 9, 30, tzinfo=UTC)),
        ("2031-03-02 09:30", datetime(2031, 3, 2, 9, 30)),
        ("2031-03-02 9:30:15.250", datetime(2031, 3, 2, 9, 30, 15)),
        ("2031-03-02 09:30:00 -0500", datetime(2031, 3, 2, 9, 30, tzinfo=timezone(-timedelta(hours=5)))),
        ("2031-03-02T09:30:00+01:00", datetime(2031, 3, 2, 9, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("Sun, 02 Mar 2031 09:30:00 GMT", datetime(2031, 3, 2, 9, 30, tzinfo=UTC)),
        ("March 2, 2031, 9:30 UTC", datetime(2031, 3, 2, 9, 30, tzinfo=UTC)),
    ],
)
def test_a_day_with_its_time(text: str, moment: datetime) -> None:
    assert read_date(text) == Published(DAY, moment, "")


@pytest.mark.parametrize(
    "text", ["", "Last Modified", "2031", "2031-02-31", "03/02/2031", "true", "20311302", "203103021"]
)
def test_what_is_no_date(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("2031-03-02", True),
        ("2031-03-02T09:30", True),
        ("2 March 2031", True),
        ("2031-03-02; noon", False),
        ("2031-02-31", False),
        ("", False),
    ],
)
def test_a_date_and_nothing_more(text: str, is_one: bool) -> None:
    assert is_date(text) is is_one


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day:%B} {day.day}, {day.year}",
        f"{day:%a} {day.day} {day:%b} {day.year}",
    ):
        assert read_date(text) == Published(day, None, "")


@given(st.text())
def test_any_text_is_read_or_not(text: str) -> None:
    assert read_date(text) is None or any(sign.isdigit() for sign in text)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("2031-03-02-bridge.md", True),
        ("_posts/2031-03-02-bridge.md", True),
        ("news\\2031-03-02.md", True),
        ("2031-03-02-bridge/index.md", True),
        ("2031-03-02-bridge/_index.html", True),
        ("2031-03-02-bridge/notes.md", False),
        ("bridge-2031-03-02.md", False),
        ("2031-03-021.md", False),
        ("2031-13-02.md", False),
    ],
)
def test_the_name_of_a_file(path: str, found: bool) -> None:
    expected = Published(DAY, None, "file name") if found else None
    assert find_published("", KEYS, {}, path) == expected


def test_the_command_line_then_the_metadata_then_the_name() -> None:
    dates = {"Publish_Date": "2031-03-02", "date": "2031-03-03"}
    path = "2031-03-04.md"
    assert find_published("2031-03-01", KEYS, dates, path) == Published(date(2031, 3, 1), None, "--date")
    assert find_published("", KEYS, dates, path) == Published(DAY, None, "publishDate")
    assert find_published("", ("date",), dates, path) == Published(date(2031, 3, 3), None, "date")
    assert find_published("", ("live",), dates, path) == Published(date(2031, 3, 4), None, "file name")
    assert find_published("", KEYS, {"date": "Created"}, "a.md") is None
