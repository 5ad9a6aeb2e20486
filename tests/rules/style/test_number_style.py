"""number-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import HouseStyle, NumberStyle
from copydesk.testing import check
from copydesk_rules.style.number_style import HouseNumbers

HOUSE = HouseStyle(
    label="AP",
    numbers=NumberStyle(
        words_to=9,
        ages="figures",
        units="figures",
        sentence_start="words",
        ordinals_to=9,
        fractions="hyphen",
    ),
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("They sold 6 old ships.", "They sold six old ships."),
        ("They sold forty-two ships.", "They sold 42 ships."),
        ("A six-year-old boy, aged six, ran five miles.", "A 6-year-old boy, aged 6, ran 5 miles."),
        ("It was the 3rd fire and the twelfth flood.", "It was the third fire and the 12th flood."),
        (
            "A twenty-first-century house of the eighteenth century.",
            "A 21st-century house of the 18th century.",
        ),
        ("About two thirds left.", "About two-thirds left."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HouseNumbers, HOUSE, text) == right
    assert check(HouseNumbers, right, house=HOUSE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The mill closed. 34 people left.", "The mill closed. Thirty-four people left."),
    ],
)
def test_what_is_offered(corrected, text, right):
    assert corrected(HouseNumbers, HOUSE, text) == text
    assert corrected(HouseNumbers, HOUSE, text, unsafe=True) == right


def test_a_long_number_at_the_start_of_a_sentence_is_the_editors_to_mend():
    (found,) = check(HouseNumbers, "The mill closed. 3,400 people lost their jobs.", house=HOUSE)
    assert found.message == 'AP: a sentence begins with a word, not "3,400"'


@pytest.mark.parametrize(
    ("words_to", "text", "right"),
    [
        (0, "The three teachers left after nine years.", "The 3 teachers left after 9 years."),
        (3, "The three teachers left after nine years.", "The three teachers left after 9 years."),
        (
            0,
            "She is one of the two, and works nine to five.",
            "She is one of the two, and works nine to five.",
        ),
        (0, "Two of the four clerks left.", "Two of the 4 clerks left."),
    ],
)
def test_a_house_with_figures_below_nine(corrected, words_to, text, right):
    house = HouseStyle(label="Desk", numbers=NumberStyle(words_to=words_to))
    assert corrected(HouseNumbers, house, text) == right


def test_a_house_with_ordinals_in_figures(corrected):
    house = HouseStyle(label="Desk", numbers=NumberStyle(ordinals_to=0))
    text = "The fifth mayor saw the first bridge, a third of it, of the ninth century."
    right = "The 5th mayor saw the first bridge, a third of it, of the 9th century."
    assert corrected(HouseNumbers, house, text) == right
    assert corrected(HouseNumbers, house, text, unsafe=True) == right.replace("first", "1st")
