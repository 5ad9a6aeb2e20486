"""abbreviation-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import AbbreviationStyle, HouseStyle
from copydesk.testing import check
from copydesk_rules.style.abbreviation_style import HouseAbbreviations

HOUSE = HouseStyle(
    label="AP",
    abbreviations=AbbreviationStyle(
        agencies="plain",
        acronyms="capitals",
        degrees="points",
        companies="points",
        junior="points",
        number="points",
        addresses="ap",
    ),
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Nato asked the F.B.I. of Nasa.", "NATO asked the FBI of NASA."),
        ("She has a PhD.", "She has a Ph.D."),
        ("Lou Orr, Jr. left Harbor Foods, Inc. in May.", "Lou Orr Jr. left Harbor Foods Inc. in May."),
        ("It is No 3, at 42 N. Oak Avenue.", "It is No. 3, at 42 N. Oak Ave."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HouseAbbreviations, HOUSE, text) == right
    assert check(HouseAbbreviations, right, house=HOUSE) == []


def test_one_word_is_turned_round():
    house = HouseStyle(abbreviations=AbbreviationStyle(acronyms="capitals", as_title=("Nasa", "Noaa")))
    found = check(HouseAbbreviations, "Nasa and NASA, NATO, NOAA and Nato met.", house=house)
    assert [one.message for one in found] == [
        'house style: Nasa, not "NASA"',
        'house style: Noaa, not "NOAA"',
        'house style: NATO, not "Nato"',
    ]
