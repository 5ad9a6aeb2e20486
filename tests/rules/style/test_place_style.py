"""place-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import HouseStyle, PlaceStyle
from copydesk.testing import check
from copydesk_rules.style.place_style import HousePlaces

HOUSE = HouseStyle(
    label="AP", places=PlaceStyle(states="full", united_states="points", united_nations="points")
)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The US sent UN-backed aid to the US.", "The U.S. sent U.N.-backed aid to the U.S."),
        ("She left Flint, Mich., for Gary, IN.", "She left Flint, Michigan, for Gary, Indiana."),
        ("She went to Flint, Mich. Her son did not.", "She went to Flint, Michigan. Her son did not."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(HousePlaces, HOUSE, text) == right
    assert check(HousePlaces, right, house=HOUSE) == []


JOURNAL = HouseStyle(label="WSJ", places=PlaceStyle(states="ap", united_states="plain"))


def test_short_forms(corrected):
    text = "She left Flint, Michigan, for the U.S. She said so in Gary, Indiana."
    assert corrected(HousePlaces, JOURNAL, text) == (
        "She left Flint, Mich., for the US. She said so in Gary, Ind."
    )


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (
            "The bakers live in Flint, Mich. Eksund sold the mill.",
            "The bakers live in Flint, Michigan. Eksund sold the mill.",
        ),
        (
            "She lives in Flint, Mich. Mayor Poe does not.",
            "She lives in Flint, Michigan. Mayor Poe does not.",
        ),
    ],
)
def test_a_point_before_a_capital_may_end_the_sentence(corrected, text, offered):
    assert corrected(HousePlaces, HOUSE, text) == text
    assert corrected(HousePlaces, HOUSE, text, unsafe=True) == offered
