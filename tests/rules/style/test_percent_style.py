"""percent-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.testing import check
from copydesk_rules.style.percent_style import HousePercentages

HOUSE = HouseStyle(label="AP", numbers=NumberStyle(percent="sign", percent_words="never"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rents rose 4 percent.", "Rents rose 4%."),
        ("A 4-percent rise, or 4\xa0per cent.", "A 4% rise, or 4%."),
        ("About six percent left.", "About 6% left."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HousePercentages, HOUSE, text) == right
    assert check(HousePercentages, right, house=HOUSE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Rents rose 4 to 6 percent.", "Rents rose 4% to 6%."),
        ("Rents rose 4-6 percent.", "Rents rose 4%-6%."),
    ],
)
def test_what_is_offered(corrected, text, right):
    assert corrected(HousePercentages, HOUSE, text) == text
    assert corrected(HousePercentages, HOUSE, text, unsafe=True) == right


def test_the_message_names_the_house_and_the_form():
    (found,) = check(HousePercentages, "Turnout was 48 percent.", house=HOUSE)
    assert (found.excerpt, found.severity) == ("48 percent", "warning")
    assert found.message == 'AP: 48%, not "48 percent"'


def test_a_field_that_the_house_sets_itself_is_not_the_styles():
    own = HouseStyle(label="AP", own=frozenset({"numbers.percent"}), numbers=NumberStyle(percent="percent"))
    (found,) = check(HousePercentages, "Turnout was 48%.", house=own)
    assert found.message == 'house style: 48 percent, not "48%"'
