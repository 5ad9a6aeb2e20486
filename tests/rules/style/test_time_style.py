"""time-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import DateStyle, HouseStyle
from copydesk.testing import check
from copydesk_rules.style.time_style import HouseTimes

HOUSE = HouseStyle(
    label="AP", dates=DateStyle(clock="9 a.m.", minutes="colon", full_hours="bare", noon="word")
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It opens at 9am.", "It opens at 9 a.m."),
        (
            "It opens at 9am and shuts at 9:30PM, she said.",
            "It opens at 9 a.m. and shuts at 9:30 p.m., she said.",
        ),
        ("It opens at 9:00 A.M. She said so.", "It opens at 9 a.m. She said so."),
        ("It opens at 12 noon.", "It opens at noon."),
        ("The club met. 12 noon was late.", "The club met. Noon was late."),
        ("It is open 9am-5pm.", "It is open 9 a.m.-5 p.m."),
        ("It is open 9:00-11:30am and 10am-12:30pm.", "It is open 9-11:30 a.m. and 10 a.m.-12:30 p.m."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HouseTimes, HOUSE, text) == right
    assert check(HouseTimes, right, house=HOUSE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It opens at 12 p.m. on Friday.", "It opens at noon on Friday."),
        ("It opens at 9 a.m. this morning.", "It opens at 9 a.m."),
    ],
)
def test_what_is_offered(corrected, text, right):
    assert corrected(HouseTimes, HOUSE, text) == text
    assert corrected(HouseTimes, HOUSE, text, unsafe=True) == right


GUARDIAN = HouseStyle(label="Guardian", dates=DateStyle(clock="9am", minutes="dot", full_hours="bare"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It opens at 9 p.m.", "It opens at 9pm."),
        ("It opens at 9 p.m. She said so.", "It opens at 9pm. She said so."),
        ("It opens at 9:30 p.m. on Friday.", "It opens at 9.30pm on Friday."),
        ("It is open 9 a.m.-5 p.m.", "It is open 9am-5pm."),
    ],
)
def test_a_point_that_ends_the_sentence_stays(corrected, text, right):
    assert corrected(HouseTimes, GUARDIAN, text) == right


def test_the_hour_of_24(corrected):
    house = HouseStyle(label="BBC", dates=DateStyle(clock="09:00"))
    text = "It opens at 9am, shuts at 2.25pm and ends at 12am."
    assert (
        corrected(HouseTimes, house, text, unsafe=True)
        == "It opens at 09:00, shuts at 14:25 and ends at 00:00."
    )
