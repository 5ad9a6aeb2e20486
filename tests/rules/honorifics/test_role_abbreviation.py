"""Drafts in, findings of `role-abbreviation` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.role_abbreviation import RoleAbbreviation

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
        ("They met Senator John Roe.", ["Senator"]),
        ("They met Sen. John Roe.", []),
        ("They met Senator Roe.", []),
        ("They met the senator.", []),
        ("They met Army Lieutenant Colonel John Roe.", ["Lieutenant Colonel"]),
        ("They met Attorney General John Roe.", []),
        ("They met Prof. John Roe.", ["Prof."]),
        ("“We met Senator John Roe,” said Ms. Poe.", []),
    ],
)
def test_ranks_and_offices_before_a_full_name(text: str, reported: list[str]) -> None:
    assert excerpts(RoleAbbreviation, text, ranks="abbreviated") == reported
    assert excerpts(RoleAbbreviation, text) == []
