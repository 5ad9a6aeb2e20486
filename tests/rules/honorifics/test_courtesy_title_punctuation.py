"""Drafts in, findings of `courtesy-title-punctuation` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.courtesy_title_punctuation import CourtesyTitlePunctuation

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def test_courtesy_titles_are_counted_together() -> None:
    (one,) = found(
        CourtesyTitlePunctuation, "Mr. Tamm and Ms. Poe left. Mr. Tamm came back. Mrs Roe did not."
    )
    assert one.message == '"Mrs" here, "Mr." 3 times (first at 5:1)'


@pytest.mark.parametrize(
    ("full_point", "message"),
    [
        ("always", '"Mr" here, and the house writes "Mr."'),
        ("never", '"Ms." here and in 1 more places, and the house writes "Ms"'),
    ],
)
def test_how_the_house_writes_courtesy_titles(full_point: str, message: str) -> None:
    (one,) = found(
        CourtesyTitlePunctuation, "Mr Tamm left. Ms. Poe sang. Ms. Poe left.", full_point=full_point
    )
    assert one.message == message
