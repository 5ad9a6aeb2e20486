"""Draft in, findings out: a phrase that says one thing twice."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.wording.redundancy import Redundancy


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The ATM machine ate it.", "The ATM ate it."),
        ("Two PIN numbers.", "Two PIN."),
        ("A free gift came.", "A gift came."),
        ("An unexpected surprise came.", "An unexpected surprise came."),
        ("The first annual fair.", "The first fair."),
        ("The first annual Tarn River Chili Cook-Off.", "The first Tarn River Chili Cook-Off."),
        ("It opens at 12 noon.", "It opens at noon."),
        ("It opens at 10 a.m. in the morning.", "It opens at 10 a.m."),
        ("It closes at 9:30 pm at night.", "It closes at 9:30 pm."),
    ],
)
def test_the_word_that_adds_nothing(corrected, text: str, left: str) -> None:
    (finding,) = check(Redundancy, text)
    assert finding.severity == "info"
    assert corrected(Redundancy, text) == text
    assert corrected(Redundancy, text, unsafe=True) == left


@pytest.mark.parametrize(
    "text",
    [
        "A gift is free. Gifts come first, annually. At 10 a.m. the noon bell rang.",
        "I am in the morning choir. They were with them in the evening.",
        "He took his first annual leave. The first annual report of the mill on its fairs came out.",
        "Its first annual loss was small, a walk for the bank.",
        "“It is a free gift,” she said.",
    ],
)
def test_what_is_said_once(text: str) -> None:
    assert check(Redundancy, text) == []
