"""Draft in, findings out: a number, and a list of names that is shorter or longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.testing import check
from copydesk_rules.facts.list_count import ListCount

NAMES = "Oslo Paris Munich Lima Quito Cairo Rabat Tunis Delhi Seoul Turin Porto".split()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It flies to four cities (Oslo, Paris and Munich).", "four cities: 3 names in the list"),
        ("He spoke of it. It has 4 members: Ann Roe, Bo Lee and Cy Orr.", "4 members: 3 names in the list"),
        ("It has 5 new members: Ann Roe, Bo Lee, Cy Orr and Di Poe.", "5 members: 4 names in the list"),
        (
            "Three people were in a bad way: Ann Roe, Bo Lee, Cy Orr and Di Poe, the Orrel Hospital said.",
            "three people: 4 names in the list",
        ),
    ],
)
def test_a_list_of_another_length(text: str, message: str) -> None:
    (found,) = check(ListCount, text)
    assert (found.message, found.severity) == (message, "warning")


@pytest.mark.parametrize(
    "text",
    [
        "It flies to three cities: Oslo, Paris and Munich.",
        "It flies to four cities, including three new ones: Oslo, Paris and Munich.",
        "It flies to four cities, among them Oslo: Bergen, Paris and Munich.",
        "It flies to four cities: Denver, Reno and West Point, New York.",
        "It flies to two cities: Reno, Nevada, Austin and Texas.",
        "It beat two of these teams: Norway, Finland and Estonia.",
        "Three men and two women spoke: Ann Roe, Bo Lee and Cy Orr.",
        "He asked four questions: Who came, who left and who paid?",
        "It has four parts: Ann Roe sang, Bo Lee danced and Cy Orr spoke.",
        "It has four cities: Oslo, Paris, Munich and five more.",
        "“It flies to four cities (Oslo, Paris and Munich),” she said.",
    ],
)
def test_what_may_be_right(text: str) -> None:
    assert check(ListCount, text) == []


@given(st.integers(3, 12), st.integers(2, 12))
def test_every_list_of_names_is_counted(length: int, said: int) -> None:
    *rows, last = NAMES[:length]
    found = check(ListCount, f"It sells to {said} clubs ({', '.join(rows)} and {last}), and no more.")
    towns = length > said  # which may be towns with their states
    assert bool(found) == (length != said and not towns)
