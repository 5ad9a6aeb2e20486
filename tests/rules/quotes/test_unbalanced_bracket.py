"""Drafts in, brackets that lost their other half out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.quotes.unbalanced_bracket import UnbalancedBracket


def found(text: str, form: str = "plain") -> list[tuple[str, str]]:
    return [(one.place, one.message) for one in check(UnbalancedBracket, text, format=form)]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("The pier (built in 1902 is closed.", "1:10", 'the bracket "(" is never closed'),
        ("The pier, built in 1902), is closed.", "1:24", 'the bracket ")" is never opened'),
        ("“She [Ms. Poe never asked,” he said.", "1:6", 'the bracket "[" is never closed'),
        ("The pier ((built in 1902) is closed.", "1:10", 'the bracket "(" is never closed'),
        ("The fee rose to $918,000) in May.", "1:25", 'the bracket ")" is never opened'),
        ("The pier, built late): it is closed.", "1:21", 'the bracket ")" is never opened'),
        ("The pier (one of three: it is closed.", "1:10", 'the bracket "(" is never closed'),
    ],
)
def test_half_a_pair(text: str, place: str, message: str) -> None:
    assert found(text) == [(place, message)]


@pytest.mark.parametrize(
    "text",
    [
        "The pier (built in 1902 (or 1903)) is closed.",
        "The fee (in 2019 [and again in 2020]) rose.",
        "The board wants a) time, b) money and iii) peace.",
        "1) Time\n\n2) Money",
        "3.) Peace",
        "The list: (1) bread, 2) milk.",
        "See you at the pier :) said the note.",
        "Closed again :-( and nobody asked ;)",
        "Closed again :’( it said.",
        "Smiling: (: was all she wrote. : )",
        "(The board met on Friday.\n\nIt met on Monday.\n\nIt meets again in May.)",
        "The pier (built in 1902 is one of…",
        "The shrug ¯\\_(ツ)_/¯ was all.",
    ],
)
def test_what_is_no_half_of_a_pair(text: str) -> None:
    assert found(text) == []


def test_the_brackets_of_a_link_are_no_prose() -> None:
    assert found("See [the (old) pier](https://pier.example/a_(b)) now.", "markdown") == []


def test_an_aside_that_is_closed_too_late_hides_no_other_bracket() -> None:
    assert found("The pier (closed. The board [met. The mayor) left.") == [
        ("1:29", 'the bracket "[" is never closed')
    ]
