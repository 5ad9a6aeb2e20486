"""abbreviation-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import re

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
        ("Lou Orr, Jr., was born here.", "Lou Orr Jr. was born here."),
        ("Lou Orr, Jr., of Flint, was born here.", "Lou Orr Jr., of Flint, was born here."),
        (
            "The baker, a son of Lou Orr, Jr., was born here.",
            "The baker, a son of Lou Orr Jr., was born here.",
        ),
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


def test_a_comma_before_another_word_is_the_editors_to_take_out(corrected):
    text = "Lou Orr, Jr., led the band."
    assert corrected(HouseAbbreviations, HOUSE, text) == text
    assert corrected(HouseAbbreviations, HOUSE, text, unsafe=True) == "Lou Orr Jr. led the band."


PLAIN = HouseStyle(
    label="Guardian", abbreviations=AbbreviationStyle(agencies="plain", degrees="plain", companies="plain")
)


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("She left the F.B.I. Smith stayed.", "She left the FBI. Smith stayed."),
        ("She has a Ph.D. Eksund has none.", "She has a PhD. Eksund has none."),
        ("The F.B.I. Academy is old.", "The FBI Academy is old."),
        ("She left Acme Mills Inc. Smith stayed.", "She left Acme Mills Inc. Smith stayed."),
    ],
)
def test_a_point_before_a_capital_may_end_the_sentence(corrected, text, offered):
    assert corrected(HouseAbbreviations, PLAIN, text) == text
    assert corrected(HouseAbbreviations, PLAIN, text, unsafe=True) == offered


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"as_title": ("Nasa", "")}, '"as_title" wants acronyms, letters only as in "NATO", not ""'),
        ({"as_capitals": ("a.*b",)}, '"as_capitals" wants acronyms, letters only as in "NATO", not "a.*b"'),
        ({"acronyms_from": 10**19}, f'"acronyms_from" wants a number from 2 to 20, not {10**19}'),
    ],
)
def test_what_is_no_acronym(fields, reason):
    with pytest.raises(ValueError, match=re.escape(reason)):
        AbbreviationStyle(**fields)


def test_the_house_answers_for_the_words_that_it_turned_round():
    style = AbbreviationStyle(acronyms="capitals", as_title=("Nasa",))
    house = HouseStyle(label="AP", own=frozenset({"abbreviations.as_title"}), abbreviations=style)
    found = check(HouseAbbreviations, "NASA asked Nato for help.", house=house)
    assert [one.message for one in found] == ['house style: Nasa, not "NASA"', 'AP: NATO, not "Nato"']
