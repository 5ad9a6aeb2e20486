"""Drafts in, findings of `long-title-before-name` out."""

from __future__ import annotations

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.long_title_before_name import LongTitleBeforeName

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


def test_a_long_title_goes_after_the_name() -> None:
    text = "They met Harbor Board Deputy Executive Director John Roe."
    assert excerpts(LongTitleBeforeName, text, longest_role=4) == ["Harbor Board Deputy Executive Director"]
    assert excerpts(LongTitleBeforeName, text, longest_role=5) == []
