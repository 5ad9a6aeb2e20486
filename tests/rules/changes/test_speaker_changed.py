"""Two versions in, findings out: a quotation that changed hands."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.changes.speaker_changed import SpeakerChanged

TWO = "Ada Brandt, the mayor, and Milo Verhoef, a farmer, met on the quay.\n"


def test_the_message_names_both() -> None:
    (found,) = check(
        SpeakerChanged,
        TWO + "“The dredging is late again,” Verhoef said.",
        earlier=TWO + "“The dredging is late again,” Brandt said.",
    )
    assert found.severity == "warning"
    assert found.message == "same quotation, other speaker: Ada Brandt before, Milo Verhoef now"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("he said", "Verhoef said"),
        ("Brandt said", "Ms. Brandt said"),
        ("said Ada Brandt", "said Brandt, the mayor"),
        ("— Ada Brandt", "— Milo Verhoef"),
        ("Brandt said", "the town said"),
    ],
)
def test_what_may_be_one_person_is_let_be(before: str, after: str) -> None:
    text = TWO + "“The dredging is late again,” {}."
    assert check(SpeakerChanged, text.format(after), earlier=text.format(before)) == []


def test_a_name_that_was_respelt_is_no_other_person() -> None:
    text = "Tomas {0}, the director, spoke.\n“The dredging is late again,” {0} said."
    assert check(SpeakerChanged, text.format("Reyle"), earlier=text.format("Reile")) == []
