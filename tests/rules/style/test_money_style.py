"""money-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.testing import check
from copydesk_rules.style.money_style import HouseMoney

HOUSE = HouseStyle(
    label="AP", numbers=NumberStyle(money="million", currency="sign", thousands="comma", decades="plain")
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("It cost $4m.", "It cost $4 million."),
        ("It cost $4.5bn, or $4-billion.", "It cost $4.5 billion, or $4 billion."),
        ("It cost £9.00 a day.", "It cost £9 a day."),
        ("It has 12000 trees.", "It has 12,000 trees."),
        ("It shut in the 1980’s.", "It shut in the 1980s."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HouseMoney, HOUSE, text) == right
    assert check(HouseMoney, right, house=HOUSE) == []


GUARDIAN = HouseStyle(label="Guardian", numbers=NumberStyle(money="letter"))


def test_letters(corrected):
    text = "It cost £4 million, then $2.5-billion, or €1 trillion."
    assert corrected(HouseMoney, GUARDIAN, text) == "It cost £4m, then $2.5bn, or €1 trillion."
