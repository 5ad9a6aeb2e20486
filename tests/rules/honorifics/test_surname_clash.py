"""Drafts in, findings of `surname-clash` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.surname_clash import SurnameClash

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
        ("Lou Roe and Eve Roe left.\n\nA vote is due.\n\nLater Roe came back.", ["Roe"]),
        ("Lou Roe and Eve Roe left.\n\nA vote is due.\n\nLater Mr. Roe came back.", []),
        ("Lou Roe and Eve Roe left.\n\nA vote is due.\n\nLater Eve Roe came back. Roe was late.", []),
        ("Ken Roe and Kenneth Roe left.\n\nA vote is due.\n\nLater Roe came back.", []),
        ("Lou Roe left.\n\nA vote is due.\n\nLater Roe came back.", []),
    ],
)
def test_a_surname_that_two_people_have(text: str, reported: list[str]) -> None:
    assert excerpts(SurnameClash, text) == reported
