"""Drafts in, findings of `conflicting-courtesy-title` out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.honorifics.conflicting_courtesy_title import ConflictingCourtesyTitle

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\n"
)


def excerpts(rule: type, text: str) -> list[tuple[str, str]]:
    return [(found.excerpt, found.severity) for found in check(rule, LEAD + text)]


INTRODUCED = "Ann Poe, the clerk, met Bo Tamm, a lawyer.\n\n"


def test_two_courtesy_titles_for_one_person() -> None:
    (found,) = check(
        ConflictingCourtesyTitle, LEAD + INTRODUCED + "Ms. Poe left. Ms. Poe sang.\n\nMr. Poe came."
    )
    assert (found.excerpt, found.place, found.severity) == ("Mr. Poe", "7:1", "warning")
    assert found.message == '"Mr. Poe" here, "Ms. Poe" 2 times (first at 5:1)'


@pytest.mark.parametrize(
    "text",
    [
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


def test_a_wife_who_is_named_without_the_surname_is_no_slip() -> None:
    text = (
        "Harold Roe, the clerk, is ill. Mr. Roe left on Friday. Mr. Roe’s wife, Jane, thanked the board.\n\n"
        "The vote is due in May.\n\nNobody spoke.\n\nMr. Roe will be back, Mrs. Roe said."
    )
    assert excerpts(ConflictingCourtesyTitle, text) == []


def test_a_slip_in_the_given_name_makes_no_second_person() -> None:
    text = "Kristine Dahl, the engineer, came. Christine Dahl spoke. Ms. Dahl left. Then Mr. Dahl slept."
    assert excerpts(ConflictingCourtesyTitle, text) == [("Mr. Dahl", "warning")]
