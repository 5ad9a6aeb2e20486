"""Drafts in, findings of `repeated-introduction` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.repeated_introduction import RepeatedIntroduction

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
        ("Mayor Eve Roe left.\n\nMayor Eve Roe came back.", ["Mayor Eve Roe"]),
        ("Mayor Eve Roe left.\n\nEve Roe came back.", []),
        ("Mayor Eve Roe left.\n\n" + "The vote is due in May.\n\n" * 9 + "Mayor Eve Roe came back.", []),
        ("Mayor Eve Roe left at noon on Friday.\n\nMayor Eve Roe left at noon on Friday with her staff.", []),
        ("President Donald Trump left.\n\nPresident Donald Trump came back.", []),
        ("Mayor Eve Roe left. Mayor Eve Roe came back.", []),
        ("Mayor Eve Roe left.\n\nThe pier is safe. [Statement of Mayor Eve Roe, 5/6/24]", []),
        ("Mayor Eve Roe left.\n\n“Mayor Eve Roe came back,” said Ms. Poe.", []),
    ],
)
def test_a_second_introduction(text: str, reported: list[str]) -> None:
    assert excerpts(RepeatedIntroduction, text) == reported
