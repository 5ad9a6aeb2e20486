"""Drafts in, accusations that nobody answers for out."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.testing import check
from copydesk_rules.attribution.unsourced_accusation import UnsourcedAccusation

CASES = Path(__file__).parents[2] / "cases" / "who_says_so" / "accusations.txt"
LINES = [line for line in CASES.read_text("utf-8").splitlines() if line[:1] in ("!", "=")]

MISSED = "guilty of insider trading"
"""Nobody's plea: a word for a verdict is taken for one."""


def found(draft: str) -> list[str]:
    text = draft.replace("[[", "").replace("]]", "").replace("¶", "\n\n")
    draft = f"# The board met\n\nThe board met on Friday.\n\n{text}\n"
    return [one.excerpt for one in check(UnsourcedAccusation, draft, format="markdown")]


@pytest.mark.parametrize("draft", [line[2:] for line in LINES if line[0] == "!" and MISSED not in line])
def test_an_accusation_in_the_voice_of_the_paper(draft: str) -> None:
    excerpts = found(draft)
    marked = draft.partition("[[")[2].partition("]]")[0]
    assert any(excerpt in (marked or draft) for excerpt in excerpts)


@pytest.mark.parametrize("draft", [line[2:] for line in LINES if line[0] == "="])
def test_what_only_looks_like_one(draft: str) -> None:
    assert found(draft) == []


def test_an_amount_is_marked_whole() -> None:
    assert found("The mayor took $40,000.50 from a builder in return for a permit.") == ["took $40,000.50"]


def test_the_message_names_the_wrong_and_who_is_said_to_have_done_it() -> None:
    (one,) = check(UnsourcedAccusation, "The mayor stole the election.")
    message = 'nobody answers for "stole the election" about the mayor: name who says so, or the record'
    assert one.message == message


@pytest.mark.parametrize(
    ("draft", "about"),
    [
        ("Ann Poe stole the bell.", '"stole the bell" about Ann Poe'),
        ("Ann Poe’s theft is an open secret.", '"theft" about Ann Poe'),
        ("Ann Poe runs the bank. She stole the bell.", '"stole the bell"'),
    ],
)
def test_the_message_names_a_person_and_no_pronoun(draft: str, about: str) -> None:
    (one,) = check(UnsourcedAccusation, draft)
    assert one.message.startswith(f"nobody answers for {about}: ")
