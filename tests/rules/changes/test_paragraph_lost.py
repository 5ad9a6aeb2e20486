"""Two versions in, findings out: paragraphs that are gone."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.changes.paragraph_lost import ParagraphLost

STEPS = (
    "Residents of Quay Street have asked the town for two years to repair the steps, "
    "which three of them fell on "
    "last winter, and the town has not answered any of their letters."
)
REST = "The pier is old and grey.\nThe vote is on Monday night.\nThe hall will be open from seven."


def test_one_line_says_how_many_and_how_they_begin() -> None:
    roof = (
        STEPS.replace(("two years"), ("a decade"))
        .replace(("steps"), ("roof of the hall"))
        .replace(("winter"), ("spring"))
    )
    (found,) = check(ParagraphLost, REST, earlier=f"{REST}\n{STEPS}\n{roof}")
    assert found.message == (
        '2 paragraphs lost (33 and 36 words; first words: "Residents of Quay Street have '
        'asked the town for …")'
    )
    assert found.place == "3:1"


def test_a_short_one_is_not_missed() -> None:
    assert check(ParagraphLost, REST, earlier=f"{REST}\nNobody answered.") == []


def test_most_of_a_write_through_is_new() -> None:
    new = ("\n").join(
        f"On day {number} of the long strike the crews of the barges met in hall {number}."
        for number in range(9)
    )
    assert check(ParagraphLost, f"{REST}\n{new}", earlier=f"{STEPS}\n{REST}") == []
