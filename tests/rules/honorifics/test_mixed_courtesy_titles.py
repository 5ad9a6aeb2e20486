"""Drafts in, findings of `mixed-courtesy-titles` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.missing_courtesy_title import MissingCourtesyTitle
from copydesk_rules.honorifics.mixed_courtesy_titles import MixedCourtesyTitles
from copydesk_rules.honorifics.unwanted_courtesy_title import UnwantedCourtesyTitle

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


OPENING = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\n"
)


def reported(rule: type, text: str) -> list[tuple[str, str]]:
    return [(found.excerpt, found.severity) for found in check(rule, OPENING + text)]


INTRODUCED = "Ann Poe, the clerk, met Bo Tamm, a lawyer.\n\n"


@pytest.mark.parametrize("later", ["always", "never"])
def test_under_a_house_style_the_house_decides_and_not_the_draft(later: str) -> None:
    text = "Ms. Poe left. Ms. Poe said no. Mr. Tamm left.\n\nPoe came back."
    assert excerpts(MixedCourtesyTitles, text) == ["Poe"]
    assert excerpts(MixedCourtesyTitles, text, later=later) == []
    assert excerpts(MissingCourtesyTitle, text, later=later) == (["Poe"] if later == "always" else [])
    assert excerpts(UnwantedCourtesyTitle, text, later=later) == (
        ["Ms. Poe", "Mr. Tamm"] if later == "never" else []
    )


def test_one_bare_surname_among_courtesy_titles() -> None:
    (found,) = check(
        MixedCourtesyTitles,
        OPENING + INTRODUCED + "Ms. Poe left. Ms. Poe said no. Mr. Tamm left.\n\nPoe came back.",
    )
    assert (found.excerpt, found.place) == ("Poe", "7:1")
    assert found.message == '"Poe" here, "Ms. Poe" 2 times (first at 5:1)'


def test_one_courtesy_title_among_bare_surnames() -> None:
    text = INTRODUCED + "Poe left. Poe said no. Tamm left.\n\nMs. Poe came back."
    assert reported(MixedCourtesyTitles, text) == [("Ms. Poe", "warning")]


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
    assert reported(MixedCourtesyTitles, INTRODUCED + text) == []


def test_a_wife_of_the_same_surname_is_told_apart_by_her_title() -> None:
    text = (
        "Harold Roe and his wife, Ann Roe, came.\n\nRoe spoke first. Roe sang. Roe left early.\n\n"
        "Mrs. Roe stayed to the end."
    )
    assert reported(MixedCourtesyTitles, text) == []


OTHERS = "Tamm left early. Eve Roe, a nurse, spoke. Roe was tired.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms. Poe left. Poe said no. Poe slept.", []),
        (OTHERS + "Ms. Poe left. Poe said no. Poe slept.", ["Ms. Poe"]),
        (OTHERS + "Ms. Poe left. Later Poe came back.", []),
        (OTHERS + "Poe left. Ms. Poe came back.", ["Ms. Poe"]),
        ("Poe left. Ms. Poe came back. Poe said no.", []),
        (
            OTHERS + "Poe left. Lou Orr, a cook, spoke. Orr sang. Orr left. Roe wept.\n\n"
            "Ms. Poe sat. Mr. Tamm slept.",
            ["Ms. Poe", "Mr. Tamm"],
        ),
        (OTHERS + "Poe left. Poe said no. Mrs. Poe, the wife of the clerk’s father, slept.", []),
        (OTHERS + "Poe left. Poe said no. The vote is due, Ms. Poe said, according to The Harbor Times.", []),
        (OTHERS + "Poe left. Poe said no.\n\nMs. Poe will not sell the pier. [The Harbor Times, 5/6/24]", []),
    ],
)
def test_one_courtesy_title_is_a_slip_where_the_draft_has_a_habit(text: str, expected: list[str]) -> None:
    assert [excerpt for excerpt, _ in reported(MixedCourtesyTitles, INTRODUCED + text)] == expected
