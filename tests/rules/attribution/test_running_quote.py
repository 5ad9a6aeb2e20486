"""Drafts in, findings of `running-quote` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.running_quote import RunningQuote

QUOTE = "“Nobody asked the people who fish here what they want.”"


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


def test_a_paragraph_that_does_not_open() -> None:
    text = "Ann Poe wrote: “The boats are late.\n\nNobody will wait for them.” The board did not answer."
    (one,) = check(RunningQuote, text)
    assert (one.excerpt, one.severity) == ("Nobody", "warning")
    assert one.message == "the quotation of the paragraph before goes on here: open it again"


def test_the_name_under_a_pull_quote_need_not_open() -> None:
    text = 'The pier is old.\n\n"The boats are very late.\n\nAnn Poe, of the harbor board."'
    assert found(RunningQuote, text) == []


def test_a_paragraph_that_closes_too_early() -> None:
    text = "“The boats are late.\n\n“Nobody will wait.”\n\n“So we go,” Ann Poe said.\n\nThe pier is old."
    assert found(RunningQuote, text) == []
    text = "“The boats are late.\n\n“Nobody will wait.”\n\n“So we all go.”\n\nThe pier is old."
    assert found(RunningQuote, text) == [("”", "warning")]


def test_a_paragraph_of_quotation_after_another_one_is_a_note() -> None:
    (one,) = check(RunningQuote, f"“It is late,” Ann Poe said. “It is cold.”\n\n{QUOTE}")
    assert (one.excerpt, one.severity) == (QUOTE, "info")
    assert (
        one.message == 'no speaker here: if it is still "Ann Poe", leave the quotation above open, or say so'
    )


@pytest.mark.parametrize(
    "text",
    [
        f"“It is late,” Ann Poe said. “It is cold,” Bob Roe said.\n\n{QUOTE}",
        "“It is late,” Ann Poe said.\n\n“Nobody asked us,” she added.",
        f"“It is late,” Ann Poe said.\n\n{QUOTE}",
        "“It is late,” Ann Poe said.\n\n‘The Pier’",
    ],
)
def test_what_is_no_running_quotation(text: str) -> None:
    assert found(RunningQuote, text) == []
