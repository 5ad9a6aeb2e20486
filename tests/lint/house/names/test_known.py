"""Which known names are compared with another, in a house whose names are all alike."""

from __future__ import annotations

from itertools import product

import pytest

from copydesk.house.names import known
from copydesk.house.names.known import KnownName, Names


@pytest.fixture
def compared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """The pairs of words that were compared letter by letter."""
    pairs = []
    slips = known._slips

    def counted(one: str, other: str) -> int:
        pairs.append((one, other))
        return slips(one, other)

    monkeypatch.setattr(known, "_slips", counted)
    return pairs


def alike(letters: str, length: int) -> list[KnownName]:
    """Names of one shape: Anna Baaaason, Anna Baabason, and on."""
    return [
        KnownName(f"Anna B{''.join(middle)}son", 3, words=("mayor", "council"))
        for middle in product(letters, repeat=length)
    ]


@pytest.mark.parametrize("length", [3, 4, 5])
def test_a_name_is_compared_with_few_of_many_alike(compared: list[tuple[str, str]], length: int) -> None:
    names = Names(alike("aeiouy", length))
    found = names.near(("Anna", "Baaason"), "Anna Baaason", letters=1)
    assert all(near.letters == 1 for near in found)
    assert len(compared) < 100


def test_twins_are_found_without_comparing_all_pairs(compared: list[tuple[str, str]]) -> None:
    rows = [row for row in alike("aeiouy", 4) if hash_of(row.name) == 0]
    pairs = Names([*rows, KnownName("Ilka Brandvold", 9), KnownName("Ilka Branvold", 3)]).twins(3)
    assert ("Ilka Brandvold", "Ilka Branvold") in [(one.name, other.name) for one, other in pairs]
    assert len(compared) < 20 * len(rows)


def hash_of(name: str) -> int:
    """Parts the names of one shape so that most are two letters or more from another."""
    return sum(map("aeiouy".index, name[6:10])) % 6


def test_a_long_surname_two_apart_is_looked_for_among_the_most_frequent(
    compared: list[tuple[str, str]],
) -> None:
    rows = alike("aeiouy", 5)
    names = Names([*rows, KnownName("Anna Baaoyxson", 50)])
    found = names.near(("Anna", "Baaoyxsen"), "Anna Baaoyxsen")
    assert "Anna Baaoyxson" in [near.known.name for near in found]
    assert len(compared) < 1_200


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Tomas Reyl", "Tomas Reyle"),
        ("Tomas Reylle", "Tomas Reyle"),
        ("Tomas Reile", "Tomas Reyle"),
        ("Tomas Ryele", "Tomas Reyle"),
        ("Tmoas Reyle", "Tomas Reyle"),
        ("Tomasz Reyle", "Tomas Reyle"),
        ("Ada van der Brandvodl", "Ada van der Brandvold"),
        ("Ada van der Brendvolt", "Ada van der Brandvold"),
    ],
)
def test_every_kind_of_slip_is_found(name: str, near: str) -> None:
    names = Names([KnownName("Tomas Reyle", 6), KnownName("Ada van der Brandvold", 6)])
    key = known.name_key(name)
    assert key is not None
    assert [one.known.name for one in names.near(key, name)] == [near]
