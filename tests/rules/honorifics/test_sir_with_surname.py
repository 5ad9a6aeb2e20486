"""Drafts in, findings of `sir-with-surname` out."""

from __future__ import annotations

import pytest

from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.sir_with_surname import SirWithSurname

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Sir John Roe left. Sir Roe came back.", [("Sir Roe", "error")]),
        ("They thanked Sir Lindqvist.", [("Sir Lindqvist", "warning")]),
        ("Sir John Roe left. Sir John came back.", []),
        ("“Sir Roe was late,” said Ms. Poe. Sir John Roe left.", []),
        ("They thanked Sir Elton.", []),
    ],
)
def test_sir_belongs_to_the_given_name(text: str, reported: list[tuple[str, str]]) -> None:
    assert [(one.excerpt, one.severity) for one in found(SirWithSurname, text)] == reported


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sir Humphrey Stanley is 90. Sir Stanley sat.", [("warning", 'write "Sir Humphrey" or "Stanley"')]),
        ("Sir John Poe sat. His wife, Ruth Poe, ran. Sir Poe ate.", [("error", 'write "Sir John" or "Poe"')]),
        ("Ruth Castellane ran. Sir Castellane ate.", [("warning", "Sir goes with a given name")]),
        ("Sir Zorbo Roe sat. Ruth Zorbo ran. Sir Zorbo ate.", []),
        ("Sir Stanley Humphrey is 90. Sir Stanley sat.", []),
        ("Ruth Stanley ran. Sir Stanley sat.", []),
        ("Dame Ann Roe sang. Dame Roe left.", [("error", 'write "Dame Ann" or "Roe"')]),
    ],
)
def test_a_knight_gets_his_own_given_name_and_nobody_elses(text: str, found: list[tuple[str, str]]) -> None:
    told = check(SirWithSurname, text)
    assert [one.severity for one in told] == [severity for severity, _ in found]
    assert all(message in one.message for one, (_, message) in zip(told, found, strict=True))
