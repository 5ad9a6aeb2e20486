"""Names of people are left out of what is kept, however they are written."""

from __future__ import annotations

import pytest

from copydesk.house.names.hiding import without_names


def test_names_are_left_out():
    names = ["Ann de Orr", "Orr", "Tomas Reyle"]
    text = "Ann de Orr’s plan, said Orr; Tomas and Mr. Reyle met de facto at Orrville"
    assert without_names(text, names) == (
        "[name]’s plan, said [name]; [name] and Mr. [name] met de facto at Orrville"
    )
    assert without_names(text, []) == text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ANNA KOWALSKA-SMITH's plan", "[name]'s plan"),
        ("the kowalska-smith plan, and Kowalska\u2011Smith", "the [name] plan, and [name]"),
        ("Kowalska said; smith's too", "[name] said; smith's too"),
        ("Garcia, Jose\u0301 and JOS\u00c9 GARCI\u0301A", "[name], [name] and [name]"),
        ("O'Neil, ONeil and o\u02bcneil", "[name], ONeil and [name]"),
        ("Walesa\u2019s will", "[name]\u2019s will"),
        ("Will will, an [error] of An", "[name] will, an [error] of [name]"),
    ],
)
def test_names_are_left_out_however_they_are_written(text, left):
    names = [
        "Anna Kowalska-Smith",
        "Jos\u00e9\nGarc\u00eda",
        "O\u2019Neil",
        "Lech Wa\u0142\u0119sa",
        "Will An",
    ]
    assert without_names(text, names) == left
