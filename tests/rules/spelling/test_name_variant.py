"""Draft in, findings out: one proper name, two spellings."""

from __future__ import annotations

import pytest

from copydesk.house.names.known import KnownName, Names
from copydesk.testing import check
from copydesk_rules.spelling.name_variant import NameVariant


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(NameVariant, text)]


def test_a_slip_is_reported_at_the_rarer_form() -> None:
    text = "Dale Brobst opened the mill.\nBrobst spoke. At noon Borbst left, and Brobst's dog stayed."
    assert messages(text) == ['"Borbst" here, "Brobst" 3 times (first at 1:6)']


def test_a_word_that_exists_is_a_slip_where_only_the_person_can_stand() -> None:
    text = "Ann Frost won. Frost spoke. Later Frost sat down, and people cheered Forst and Frost."
    assert messages(text) == ['"Forst" here, "Frost" 4 times (first at 1:5)']


def test_the_same_given_name_shows_the_same_person() -> None:
    text = "Lori Lightfoot won. Lori Lighfoot spoke of Lightfoot's plan."
    assert messages(text) == ['"Lighfoot" here, "Lightfoot" twice (first at 1:6)']


def test_a_body_is_known_by_the_words_beside_its_name() -> None:
    text = "The House Budget Committee met. The House Budget Committe sat."
    assert messages(text) == ['"Committe" here, "Committee" once (at 1:18), as the word lists have it']


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was built in Tennesse. It stays in Tennesse. It came from Tennessee.",
            ['"Tennesse" here, "Tennessee" once (at 1:62), as the word lists have it'] * 2,
        ),
        (
            "Philadelpia is far. She left Philadelphia.",
            ['"Philadelpia" here, "Philadelphia" once (at 1:30), as the word lists have it'],
        ),
        ("Jo Tennesse left. Ms. Tennesse went to Tennessee.", []),
        ("Colombian police came to Colombia.", []),
    ],
    ids=["more often, and wrong", "first, and wrong", "a person", "a people"],
)
def test_a_place_that_everybody_knows_is_right(text: str, found: list[str]) -> None:
    assert messages(text) == found


def test_a_mark_between_letters_is_one_of_the_word() -> None:
    text = "Hawaii voted. Hawaii is large. The people of Hawai‘i left."
    assert messages(text) == ['"Hawai‘i" here, "Hawaii" twice (first at 1:1)']


def test_one_slip_is_found_among_names_with_one_beginning() -> None:
    names = [f"Ma{one}{two}lov" for one in "bcdfgk" for two in "aeiou"]
    text = f"{', '.join(names)} met. Mabalov left. Gorchakov sat. Gorchakov ate. Gorchkov slept."
    assert messages(text) == ['"Gorchkov" here, "Gorchakov" twice (first at 1:289)']


def test_quotations_are_looked_at_and_have_no_vote() -> None:
    text = "“Moslems pray,” she said of Muslims."
    assert messages(text) == ['"Moslems" here, "Muslims" once (at 1:29)']


@pytest.mark.parametrize(
    "text",
    [
        "Ann Becker met Lou Pecker. Becker spoke, and Pecker left.",
        "Mark Halloran and Marc Halloran are cousins.",
        "Ann Halloran won. Anne Poe lost, and Ann Halloran wept.",
        "Texas votes. Texans vote in Texas.",
        "The Hallorans came. Ann Halloran sat; Halloran sang.",
        "Ann Halloran won. Halloran spoke. Correction: an earlier version misspelled the name as Haloran.",
        "He drinks Coca-Cola, and Coca-Cola pays him.",
        "“We’ve won,” Ann Halloran said. “We’re late.” “We’re here.” “Hadn’t he come?” “Hasn’t he?”",
        "They've won. They're glad. They're in. It'll rain, and I'll sing. Could've, Would've.",
    ],
    ids=[
        "two people",
        "cousins",
        "two surnames",
        "inhabitants",
        "a family",
        "a correction",
        "a brand",
        "contractions",
        "more contractions",
    ],
)
def test_what_only_looks_alike(text: str) -> None:
    assert messages(text) == []


def test_a_long_surname_of_nobody_need_not_speak() -> None:
    text = "Wren Abernathy, 24, keeps the shop. Abernathy is young. Abernethy keeps the key, too."
    assert messages(text) == ['"Abernethy" here, "Abernathy" twice (first at 1:6)']


@pytest.mark.parametrize(
    ("known", "cited"),
    [
        (KnownName("Dale Brobst", 6), '; the archive has "Dale Brobst" in 6 articles'),
        (KnownName("Dale Brobst", 2, status="checked"), '; the names file has "Dale Brobst" (checked)'),
        (KnownName("Lou Poe", 6), ""),
    ],
)
def test_what_the_house_knows_is_said(known: KnownName, cited: str) -> None:
    text = "Dale Brobst opened the mill.\nBrobst spoke. At noon Dale Borbst left, and Brobst's dog stayed."
    (found,) = check(NameVariant, text, names=Names([known]))
    assert found.message == f'"Borbst" here, "Brobst" 3 times (first at 1:6){cited}'


def test_the_form_that_the_house_knows_a_person_by_is_the_usual_one() -> None:
    text = "Dale Borbst opened the mill.\nBorbst spoke. At noon Brobst left."
    assert messages(text) == ['"Brobst" here, "Borbst" twice (first at 1:6)']
    found = check(NameVariant, text, names=Names([KnownName("Dale Brobst", 6)]))
    assert [one.message for one in found] == 2 * [
        '"Borbst" here, "Brobst" once (at 2:23); the archive has "Dale Brobst" in 6 articles'
    ]
    rows = [KnownName("Dale Brobst", 6), KnownName("Dale Borbst", 5)]
    (undecided,) = check(NameVariant, text, names=Names(rows))
    assert undecided.excerpt == "Brobst"
