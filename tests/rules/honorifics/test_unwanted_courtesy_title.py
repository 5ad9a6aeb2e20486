"""Drafts in, findings of `unwanted-courtesy-title` out."""

from __future__ import annotations

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.unwanted_courtesy_title import UnwantedCourtesyTitle

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


def excerpts(rule: type[Rule], text: str, **style: object) -> list[str]:
    return [one.excerpt for one in found(rule, text, **style)]


HEADLINE = "# Harbor board thanks Ms. Poe\n\n"


def test_headlines_captions_and_quotations_follow_their_own_fields() -> None:
    text = HEADLINE + LEAD + "“We thank Ms. Poe,” said Mr. Tamm."
    for field, excerpt in (("headlines", "Ms. Poe"), ("quotations", "Ms. Poe"), ("later", "Mr. Tamm")):
        style = HonorificStyle(**{field: "never"})  # type: ignore[arg-type]
        reported = check(UnwantedCourtesyTitle, text, format="markdown", honorifics=style)
        assert [one.excerpt for one in reported] == [excerpt]


def test_two_of_one_surname_keep_their_titles() -> None:
    text = "Lou Roe and his wife, Eve Roe, left. Mrs. Roe came back."
    assert excerpts(UnwantedCourtesyTitle, text, later="never") == []


def test_lords_and_knights_by_their_surnames() -> None:
    text = "Sir John Roe left. Sir John came back. Lord Orr spoke. Lord Orr sat down."
    assert excerpts(UnwantedCourtesyTitle, text, knights="surname") == ["Sir John"]
    assert excerpts(UnwantedCourtesyTitle, text, peers="surname") == ["Lord Orr"]
    assert excerpts(UnwantedCourtesyTitle, text, knights="title", peers="title") == []
