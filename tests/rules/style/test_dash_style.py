"""dash-style: corrections and messages. The table of house_styles.tsv has what is reported."""

from __future__ import annotations

import pytest

from copydesk.house.style import HouseStyle, PunctuationStyle
from copydesk.testing import check
from copydesk_rules.style.dash_style import DashStyle

HOUSE = HouseStyle(label="AP", punctuation=PunctuationStyle(dash="spaced em"))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The pier -- an old one -- is shut.", "The pier — an old one — is shut."),
    ],
)
def test_what_is_safe_to_correct(corrected, text, right):
    assert corrected(DashStyle, HOUSE, text) == right
    assert check(DashStyle, right, house=HOUSE) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The pier—an old one—is shut.", "The pier — an old one — is shut."),
    ],
)
def test_what_is_offered(corrected, text, right):
    assert corrected(DashStyle, HOUSE, text) == text
    assert corrected(DashStyle, HOUSE, text, unsafe=True) == right


def test_it_is_reported_once_with_the_number_of_places():
    (found,) = check(DashStyle, "The pier—an old one—is shut.", house=HOUSE)
    assert found.message == 'AP: " — " for a dash, not "—" (2 places)'
    assert found.severity == "info"
