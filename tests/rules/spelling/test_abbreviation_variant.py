"""Draft in, findings out: points in one place, none in another."""

from __future__ import annotations

import pytest

from copydesk.document import Document
from copydesk.plugins.rule import Context
from copydesk.testing import check, draft
from copydesk_rules.spelling.abbreviation_variant import AbbreviationVariant


def messages(text: str) -> list[str]:
    return [finding.message for finding in check(AbbreviationVariant, text)]


def test_each_title_is_compared_with_itself() -> None:
    text = "Gov. Ash and Sen Poe left. Gov. Ash came back, and Gov Orr did not. Mr. Ash met Mr Orr."
    assert messages(text) == ['"Gov" here, "Gov." twice (first at 1:1)']


def test_hours_are_compared_by_their_points_and_capitals() -> None:
    assert messages("It opens at 9 a.m., closes at 5 p.m. and sleeps at 11pm.") == [
        '"11pm" here, "9 a.m." twice (first at 1:13)'
    ]


def test_the_fix_puts_the_point_where_the_draft_has_it() -> None:
    text = "Gov. Ash left. Gov. Ash came back. Gov. Ash sat. Gov Ash rose."
    document: Document = draft(text)
    (finding,) = AbbreviationVariant().check(document, Context(AbbreviationVariant.options))
    assert finding.fix is not None
    assert finding.fix.applicability == "unsafe"
    assert [edit.replacement for edit in finding.fix.edits] == ["Gov."]


@pytest.mark.parametrize(
    "text",
    [
        "“The US is late,” he said. The U.S. is early.",
        "US Wins Again\n\nThe U.S. won again on Friday, he said.",
        "The U.S. sued US Airways.",
        "Brent crude US:BRN rose. The U.S. is a buyer of it.",
        "The US is great! (@ash)\nThe U.S. waits.",
    ],
    ids=["a quotation", "a headline", "a company", "a ticker", "a post"],
)
def test_what_has_rules_of_its_own(text: str) -> None:
    assert messages(text) == []
