"""Drafts in, findings of `courtesy-title-with-full-name` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.courtesy_title_with_full_name import CourtesyTitleWithFullName

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
        ("They thanked Mr. John Roe.", ["Mr. John Roe"]),
        ("They thanked Mr. and Mrs. John Roe.", []),
        ("“Thank you, Mr. John Roe,” said Ms. Poe.", []),
        ("John Roe left. Mr. Roe was late.", []),
        ("Juan Carlos Vega Ruiz left. Mr. Vega Ruiz was late. They thanked Mr. Vega Ruiz.", []),
    ],
)
def test_a_courtesy_title_before_a_full_name(text: str, reported: list[str]) -> None:
    assert excerpts(CourtesyTitleWithFullName, text, full_names="never") == reported
    assert excerpts(CourtesyTitleWithFullName, text) == []
