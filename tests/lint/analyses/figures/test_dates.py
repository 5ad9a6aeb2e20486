"""Days of a month, as drafts write them."""

from __future__ import annotations

import pytest

from copydesk.analyses.figures.dates import find_days
from copydesk.testing import draft


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Thursday, March 4, 2021, at", ("Thursday, March 4, 2021", 4, 3, 2021, 3)),
        ("on March 4 at", ("March 4", 4, 3, None, None)),
        ("on Thurs. 4 Mar. 2021 at", ("Thurs. 4 Mar. 2021", 4, 3, 2021, 3)),
        ("the 4th of March", ("4th of March", 4, 3, None, None)),
        ("on Sept. 30th.", ("Sept. 30th", 30, 9, None, None)),
        ("on Sunday the 1st of May 1999.", ("Sunday the 1st of May 1999", 1, 5, 1999, 6)),
        ("on Thursday (March 4) at", ("Thursday (March 4)", 4, 3, None, 3)),
        ("on March 4 (Thursday) at", ("March 4 (Thursday)", 4, 3, None, 3)),
        ("on 4 March 2021 (Thu) at", ("4 March 2021 (Thu)", 4, 3, 2021, 3)),
        ("on March 4, 2021, a Thursday, at", ("March 4, 2021, a Thursday", 4, 3, 2021, 3)),
        ("on 4 March, a Thursday.", ("4 March, a Thursday", 4, 3, None, 3)),
        ("on March 4, a Thursday night crowd", ("March 4", 4, 3, None, None)),
        ("on Thursday (March 4 to 6)", ("March 4", 4, 3, None, None)),
        ("on June 31", ("June 31", 31, 6, None, None)),
    ],
)
def test_a_day(text: str, found: tuple[str, int, int, int | None, int | None]) -> None:
    document = draft(text)
    (day,) = find_days(document)
    assert (document.slice(day.span), day.day, day.month, day.year, day.weekday) == found


@pytest.mark.parametrize(
    "text",
    [
        "March 2021",
        "March 4,000",
        "March 4% of",
        "may 4 men",
        "Marching 4",
        "May 10:30",
        "$4 May",
        "4 Marches",
    ],
)
def test_no_day(text: str) -> None:
    assert find_days(draft(text)) == []


def test_days_in_several_blocks_are_found_in_order() -> None:
    document = draft(
        "It opened on March 4, a Thursday.\n\nNobody came.\n\nIt closed in April, on 2021-05-06."
    )
    assert [document.slice(day.span) for day in find_days(document)] == [
        "March 4, a Thursday",
        "2021-05-06",
    ]


def test_a_weekday_at_the_end_of_a_line_is_none_of_the_date_before_it() -> None:
    document = draft("It opened on March 4, a Thursday\n\nNobody came.")
    assert [document.slice(day.span) for day in find_days(document)] == ["March 4"]
