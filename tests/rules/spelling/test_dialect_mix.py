"""Draft in, findings out: British and American spelling."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.spelling.dialect_mix import DialectMix


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(DialectMix, text)]


def test_a_word_that_both_write_proves_neither() -> None:
    assert messages("The neighbor organized a color show at the center. The flyers were late.") == []
    assert messages("The flyers were late. She tore a flyer up. The flier was blue.") == [
        '"flier" here, "flyers" twice (first at 1:5)'
    ]


def test_each_word_of_the_rarer_spelling_is_reported() -> None:
    text = "The color faded. That color is old, a color of peat. This colour is new, and that colour too."
    found = check(DialectMix, text)
    assert [(finding.message, finding.place) for finding in found] == [
        ('"colour" here, "color" 3 times (first at 1:5)', "1:59"),
        ('"colour" here, "color" 3 times (first at 1:5)', "1:83"),
    ]
    assert [finding.related for finding in found] == [("1:5",), ("1:5",)]


def test_in_a_tie_the_other_words_of_the_draft_decide() -> None:
    text = "The behavior is odd, the labour party said. The neighbour called that behaviour rude."
    assert messages(text) == ['"behavior" here, "behaviour" once (at 1:71), like other words of the draft']


def test_in_a_tie_without_other_words_the_first_use_decides() -> None:
    assert messages("That color is old. This colour is new.") == [
        '"colour" here, "color" once (at 1:6), used first'
    ]


def test_three_words_of_one_spelling_show_a_stray_one_of_the_other() -> None:
    text = "The neighbor organized a color show at the center. The councillor was late."
    assert messages(text) == [
        '"councillor" is British, "neighbor", "color", "center" are American (first at 1:5)'
    ]
    assert messages("The neighbor came to the center. The councillor was late.") == []


def test_oxford_spelling_is_british() -> None:
    assert messages("The colour, the harbour and the centre were organized by the council.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Labour lost. Its labor adviser left Labour, and Labour mourned.",
        "“That colour is old,” he said of the color.",
        "The Guardian writes of the Centre for Ice. The center is new.",
        "See example.org/colour for the color.",
    ],
    ids=["a party", "a quotation", "a name", "an address"],
)
def test_what_has_a_spelling_of_its_own(text: str) -> None:
    assert messages(text) == []
