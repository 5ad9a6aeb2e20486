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


def test_misspelt_names_are_left_out_and_words_that_open_sentences_stay():
    text = "Crown rule. Brown said so: Kerigan’s and KERIGAN; browne, brow, Ker and Theo. The end"
    assert without_names(text, ["Tom Kerrigan", "Browne", "Theo"]) == (
        "Crown rule. Brown said so: [name]’s and [name]; [name], brow, Ker and [name]. The end"
    )


def test_copy_names_nobody_though_nobody_was_found():
    assert without_names("Lor Vexley met the NATO board on Monday. Then he left", [], is_copy=True) == (
        "[name] [name] met the NATO board on Monday. Then he left"
    )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("ANNA KOWALSKA-SMITH's plan", "[name]'s plan"),
        ("the kowalska-smith plan, and Kowalska\u2011Smith", "the [name] plan, and [name]"),
        ("Kowalska said; smith's too", "[name] said; smith's too"),
        ("Garcia, Jose\u0301 and JOS\u00c9 GARCI\u0301A", "[name], [name] and [name]"),
        ("O'Neil, ONeil and o\u02bcneil", "[name], [name] and [name]"),
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
