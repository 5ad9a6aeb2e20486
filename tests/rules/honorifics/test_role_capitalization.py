"""Drafts in, findings of `role-capitalization` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.role_capitalization import RoleCapitalization

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("They met the President at noon.", ["President"]),
        ("They met the President of the board.", ["President"]),
        ("They met the president at noon.", []),
        ("They met President John Roe.", []),
        ("A letter by senator John Roe was read.", ["senator"]),
        ("They met former union president John Roe.", []),
        ("They met Actor John Roe.", ["Actor"]),
        ("They met U.S. Attorney John Roe.", []),
        ("They met Former President John Roe.", ["Former"]),
        ("“We met the President,” said Ms. Poe.", []),
        ("They read the President Papers.", []),
    ],
)
def test_capitals_of_offices_and_jobs(text: str, reported: list[str]) -> None:
    assert excerpts(RoleCapitalization, text, role_capitals="before_name") == reported
    assert excerpts(RoleCapitalization, text) == []
