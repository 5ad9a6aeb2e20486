"""serial-comma: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import HouseStyle, PunctuationStyle
from copydesk.testing import check
from copydesk_rules.style.serial_comma import SerialComma

HOUSE = HouseStyle(label="AP", punctuation=PunctuationStyle(serial_comma="never"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The flag is red, white and blue.", "The flag is red, white and blue."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(SerialComma, HOUSE, text) == right
    assert check(SerialComma, right, house=HOUSE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The flag is red, white, and blue.", "The flag is red, white and blue."),
    ],
)
def test_what_is_offered(corrected, text, right):
    assert corrected(SerialComma, HOUSE, text) == text
    assert corrected(SerialComma, HOUSE, text, unsafe=True) == right
