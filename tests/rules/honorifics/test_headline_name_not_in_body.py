"""Drafts in, findings of `headline-name-not-in-body` out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.honorifics.headline_name_not_in_body import HeadlineNameNotInBody

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


@pytest.mark.parametrize(
    ("headline", "reported"),
    [
        ("Harbor board thanks Laura Lindqvist", ["Laura Lindqvist"]),
        ("Harbor Board Thanks Laura Lindqvist", ["Laura Lindqvist"]),
        ("Harbor board thanks Ann Poe", []),
        ("Harbor board thanks London Bridge", []),
    ],
)
def test_a_name_that_only_the_headline_has(headline: str, reported: list[str]) -> None:
    text = f"# {headline}\n\n{LEAD}Ms. Poe was thanked."
    assert [one.excerpt for one in check(HeadlineNameNotInBody, text, format="markdown")] == reported
