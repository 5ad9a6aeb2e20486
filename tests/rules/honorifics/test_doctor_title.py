"""Drafts in, findings of `doctor-title` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.doctor_title import DoctorTitle

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


@pytest.mark.parametrize(
    ("text", "doctors", "reported"),
    [
        ("They asked Dr. Eve Roe, a professor of history.", "health", ["Dr. Eve Roe"]),
        ("They asked Dr. Eve Roe, a surgeon and historian.", "health", []),
        ("They asked Dr. Eve Roe.", "health", []),
        ("They asked Dr. Eve Roe.", "nobody", ["Dr. Eve Roe"]),
        ("They asked Dr. Eve Roe, a professor of history.", "any", []),
        ("They asked Dr. Eve Roe, a professor of history.", "auto", []),
    ],
)
def test_who_may_be_dr(text: str, doctors: str, reported: list[str]) -> None:
    assert excerpts(DoctorTitle, text, doctors=doctors) == reported
