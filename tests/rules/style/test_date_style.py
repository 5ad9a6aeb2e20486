"""date-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import DateStyle, HouseStyle
from copydesk.testing import check
from copydesk_rules.style.date_style import HouseDates

HOUSE = HouseStyle(
    label="AP",
    dates=DateStyle(
        order="month_day",
        months="ap",
        ordinals="never",
        year_commas="both",
        month_year="plain",
        weekdays="full",
    ),
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The vote is on November 4, the clerk said.", "The vote is on Nov. 4, the clerk said."),
        ("The vote is on 4th of November, the clerk said.", "The vote is on Nov. 4, the clerk said."),
        ("The vote is on Mar. 4, the clerk said.", "The vote is on March 4, the clerk said."),
        ("It ran from Aug. 4th to the end, she said.", "It ran from Aug. 4 to the end, she said."),
        ("It closed in Nov. 2019 after a long fight.", "It closed in November 2019 after a long fight."),
        ("The council meets on Tues. at the old school.", "The council meets on Tuesday at the old school."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HouseDates, HOUSE, text) == right
    assert check(HouseDates, right, house=HOUSE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The treaty of May 4, 2019 was never signed.", "The treaty of May 4, 2019, was never signed."),
        ("The hall opened on 4 May 2019 for good.", "The hall opened on May 4, 2019 for good."),
    ],
)
def test_what_is_offered(corrected, text, right):
    assert corrected(HouseDates, HOUSE, text) == text
    assert corrected(HouseDates, HOUSE, text, unsafe=True) == right


GUARDIAN = HouseStyle(label="Guardian", dates=DateStyle(order="day_month", months="full", year_commas="none"))


def test_the_day_first(corrected):
    text = "The hall opened on Dec. 12 and closed on 3 May, 2011 for good."
    assert corrected(HouseDates, GUARDIAN, text) == (
        "The hall opened on 12 December and closed on 3 May 2011 for good."
    )


def test_a_comma_is_said_in_words():
    text = "The treaty of May 4, 2019 was never signed."
    (found,) = check(HouseDates, text, house=HOUSE)
    assert found.message == 'AP: a comma on both sides of the year, not "May 4, 2019"'
