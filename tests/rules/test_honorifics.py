"""Drafts in, findings of the honorifics family out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.honorifics.conflicting_courtesy_title import ConflictingCourtesyTitle
from copydesk_rules.honorifics.mixed_courtesy_titles import MixedCourtesyTitles
from copydesk_rules.honorifics.unintroduced_person import UnintroducedPerson

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\n"
)


def excerpts(rule: type, text: str) -> list[tuple[str, str]]:
    return [(found.excerpt, found.severity) for found in check(rule, LEAD + text)]


def test_a_person_is_reported_once_at_the_first_place() -> None:
    (found,) = check(
        UnintroducedPerson, LEAD + "Mr. Roe left. Mr. Roe said nothing.\n\nLater Mr. Roe came back."
    )
    assert found.message == '"Mr. Roe" is never introduced by full name'
    assert found.place == "3:1"


def test_an_introduction_that_comes_late_is_shown() -> None:
    (found,) = check(UnintroducedPerson, LEAD + "Mr. Roe left.\n\nHarold Roe, the chairman, came back.")
    assert found.message == '"Mr. Roe" comes before the introduction at 5:1'
    assert found.related == ("5:1",)


@pytest.mark.parametrize(
    "text",
    [
        "The Biden administration agreed. President Biden said so.",
        "Biden’s war on waste goes on, President Biden said.",
        "President Roe agreed. Mr. Roe signed.",
        "“Mr. Roe is late,” said Ann Poe, the clerk.",
        "Ann Poe, the clerk, left. Ms. Poe said nothing.",
        "Her son Harold, 7, likes boats. Harold said so.",
        "In May, Google said no. Hamas said yes.",
        "Sisak and Balsamo reported from New York.",
        "ABSTRACT.\nMr. Roe left.\nFULL TEXT.\nHarold Roe, the chairman, left. Mr. Roe was late.",
        "His name is James Holm (Lindqvist, on the air). Lindqvist, who sings, left.",
        "They met Prophet Lindqvist. Lindqvist, who is old, left.",
        "The former agent [Ann] Lindqvist came. Lindqvist, who is old, left.",
        "Then Ana Lindqvist-Vega came. Ms. Lindqvist said no.",
        "On stage, singer Lindqvist said no.",
    ],
)
def test_who_needs_no_introduction(text: str) -> None:
    assert excerpts(UnintroducedPerson, text) == []


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("“No,” said Lindqvist, a lawyer for the board.", "Lindqvist"),
        ("Dr. Roe said no.", "Dr. Roe"),
        ("Reps. Lindqvist and Ann Poe came. Lindqvist said no.", "Lindqvist"),
        ("“No,” said lifelong fisherman Mr. Roe.", "Mr. Roe"),
        ("A vote is due, board scholar Lindqvist said.", "Lindqvist"),
    ],
)
def test_who_needs_one(text: str, excerpt: str) -> None:
    assert excerpts(UnintroducedPerson, text) == [(excerpt, "warning")]


def test_a_public_figure_alone_is_only_a_note() -> None:
    assert excerpts(UnintroducedPerson, "Clinton said no. She left.") == [("Clinton", "info")]
    assert excerpts(UnintroducedPerson, "The Biden administration agreed.") == [("Biden", "info")]
    assert excerpts(UnintroducedPerson, "Mrs. Clinton said no.") == [("Mrs. Clinton", "warning")]


def test_a_house_names_its_own_public_figures() -> None:
    text = LEAD + "“No,” said Lindqvist, a lawyer for the board."
    (found,) = check(UnintroducedPerson, text, household=("Lindqvist",))
    assert found.severity == "info"


INTRODUCED = "Ann Poe, the clerk, met Bo Tamm, a lawyer.\n\n"


def test_one_bare_surname_among_courtesy_titles() -> None:
    (found,) = check(
        MixedCourtesyTitles,
        LEAD + INTRODUCED + "Ms. Poe left. Ms. Poe said no. Mr. Tamm left.\n\nPoe came back.",
    )
    assert (found.excerpt, found.place) == ("Poe", "7:1")
    assert found.message == '"Poe" here, "Ms. Poe" 2 times (first at 5:1)'


def test_one_courtesy_title_among_bare_surnames() -> None:
    text = INTRODUCED + "Poe left. Poe said no. Tamm left.\n\nMs. Poe came back."
    assert excerpts(MixedCourtesyTitles, text) == [("Ms. Poe", "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Poe left. Ms. Poe said no.\n\nThe rally was held by Citizens for Poe.",
        "Ms. Poe left. Ms. Poe said no.\n\nHer book is called Poe’s Harbor.",
        "Ms. Poe left. Ms. Poe said no.\n\nPoe - the name means harbor - is rare.",
        "Ms. Poe left. Ms. Poe said no.\n\nI met Poe there, and she told me so.",
        "Ms. Poe left. Ms. Poe said no.\n\n.@harbor Poe is the best!",
        "Ms. Poe left. Ms. Poe said no.\n\n“Poe was the best,” Mr. Tamm said.",
        "Ms. Poe left. Ms. Poe said no.\n\nThe Poe plan failed, and Poe allies wept.",
        "Ms. Poe left. Ms. Poe said no.\n\nMessrs. Tamm and Poe came back.",
        "Poe left. Tamm said no.",
        "Poe left. Ms. Poe said no.",
        "Ms. Poe left. Ms. Poe said no.\n\nThe post-Poe era began. A Poe-era rule fell.",
    ],
)
def test_what_is_no_mixture(text: str) -> None:
    assert excerpts(MixedCourtesyTitles, INTRODUCED + text) == []


def test_a_wife_of_the_same_surname_is_told_apart_by_her_title() -> None:
    text = (
        "Harold Roe and his wife, Ann Roe, came.\n\nRoe spoke first. Roe sang. Roe left early.\n\n"
        "Mrs. Roe stayed to the end."
    )
    assert excerpts(MixedCourtesyTitles, text) == []


def test_two_courtesy_titles_for_one_person() -> None:
    (found,) = check(
        ConflictingCourtesyTitle, LEAD + INTRODUCED + "Ms. Poe left. Ms. Poe sang.\n\nMr. Poe came."
    )
    assert (found.excerpt, found.place, found.severity) == ("Mr. Poe", "7:1", "warning")
    assert found.message == '"Mr. Poe" here, "Ms. Poe" 2 times (first at 5:1)'


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Poe left. Mx. Poe sang.",
        "Ms. Poe left. “Mr. Poe!” said Mr. Tamm.",
        "Her husband, Lou Poe, came too. Ms. Poe left. Mr. Poe sang.",
        "Ms. Poe left. Dr. Poe sang.",
    ],
)
def test_courtesy_titles_that_go_together(text: str) -> None:
    assert excerpts(ConflictingCourtesyTitle, INTRODUCED + text) == []


def test_ms_and_mrs_for_one_person() -> None:
    (found,) = check(
        ConflictingCourtesyTitle, LEAD + INTRODUCED + "Ms. Poe left. Ms. Poe sang. Mrs. Poe came."
    )
    assert (found.excerpt, found.severity) == ("Mrs. Poe", "warning")


@pytest.mark.parametrize(("times", "reported"), [(4, [("Ms. Roe", "warning")]), (2, [])])
def test_one_ms_among_many_a_mrs_where_two_people_have_the_name(
    times: int, reported: list[tuple[str, str]]
) -> None:
    text = "Harold Roe and Eve Roe came. " + "Mrs. Roe spoke. " * times + "Ms. Roe left."
    assert excerpts(ConflictingCourtesyTitle, text) == reported


def test_a_pronoun_tells_a_slip_from_a_couple() -> None:
    text = "Hillary Clinton spoke. Mrs. Clinton left.\n\nAs a senator, Mr. Clinton said what she thought."
    assert excerpts(ConflictingCourtesyTitle, text) == [("Mr. Clinton", "warning")]


def test_a_public_figure_may_be_one_of_a_couple() -> None:
    text = "Hillary Clinton spoke in Hull. Mrs. Clinton left. Mr. Clinton stayed."
    assert excerpts(ConflictingCourtesyTitle, text) == [("Mr. Clinton", "info")]
