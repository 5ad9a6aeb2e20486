"""Drafts in, findings of `missing-courtesy-title` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.missing_courtesy_title import MissingCourtesyTitle
from copydesk_rules.honorifics.unwanted_courtesy_title import UnwantedCourtesyTitle

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


def test_a_title_that_was_forgotten_once_is_a_warning_and_one_never_given_a_note() -> None:
    forgotten, never = found(MissingCourtesyTitle, "Ms. Poe left. Poe sang. Tamm left.", later="always")
    assert (forgotten.excerpt, forgotten.severity) == ("Poe", "warning")
    assert (never.excerpt, never.severity) == ("Tamm", "info")


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("Lou Roe, 12, won. Roe went home.", "minors"),
        ("The race was won by 12-year-old Lou Roe. Roe went home.", "minors"),
        ("Lou Roe was convicted of theft in May. Roe went to jail.", "convicted"),
        ("Lou Roe, who was found guilty in May, left. Roe went to jail.", "convicted"),
        ("Lou Roe died in May. Roe was a sailor.", "dead"),
        ("They thanked the late Lou Roe. Roe was a sailor.", "dead"),
    ],
)
def test_who_has_no_title_in_some_houses(text: str, field: str) -> None:
    assert excerpts(MissingCourtesyTitle, text, later="always", **{field: "always"}) == ["Roe"]
    assert excerpts(MissingCourtesyTitle, text, later="always", **{field: "never"}) == []
    titled = text.replace(". Roe", ". Mr. Roe")
    assert excerpts(UnwantedCourtesyTitle, titled, later="always", **{field: "always"}) == []
    (one,) = found(UnwantedCourtesyTitle, titled, later="always", **{field: "never"})
    assert (one.excerpt, one.severity) == ("Mr. Roe", "info")


def test_somebody_of_age_has_a_title() -> None:
    text = "Lou Roe, 16, won. Roe went home."
    assert excerpts(MissingCourtesyTitle, text, later="always", minors="never", adult_age=16) == ["Roe"]


@pytest.mark.parametrize("text", ["Sir Lou Roe left. Roe went home.", "Bishop Lou Roe left. Roe went home."])
def test_who_has_a_title_of_their_own(text: str) -> None:
    assert excerpts(MissingCourtesyTitle, text, later="always") == []


def test_a_section_without_titles() -> None:
    style = {"later": "always", "plain_sections": ("sports",), "section": "sports"}
    assert excerpts(MissingCourtesyTitle, "Poe won.", **style) == []
    assert excerpts(UnwantedCourtesyTitle, "Ms. Poe won.", **style) == ["Ms. Poe"]
