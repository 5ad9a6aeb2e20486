"""Drafts in, findings of `orphan-quote` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.orphan_quote import OrphanQuote

QUOTE = "“Nobody asked the people who fish here what they want.”"


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


def test_an_orphan_between_two_paragraphs() -> None:
    text = f"The harbor will be dredged in May.\n\n{QUOTE}\n\nThe work takes a year."
    assert found(OrphanQuote, text) == [(QUOTE, "warning")]


def test_a_speaker_of_reported_speech_in_the_paragraph_before_makes_it_a_note() -> None:
    text = f"The harbor is ours, Ann Poe said.\n\n{QUOTE}"
    (one,) = check(OrphanQuote, text)
    assert one.severity == "info"
    assert one.message == 'no speaker in this paragraph: is it still "Ann Poe"?'


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE} said Ann Poe.",
        f"{QUOTE[:-2]},” Ann Poe barked at the board.",
        f"As the letter had it: {QUOTE}",
        f"Ann Poe was angry. {QUOTE}",
        f"{QUOTE}\n— Ann Poe",
        f"{QUOTE} — Ann Poe",
        "“Go away, all of you, for good,” Ann Poe said.\n\n" + QUOTE,
        "“First we ask the people here.\n\n“Then we ask them all again.\n\n“Then we go,” Ann Poe said.",
        "The sign read “Nobody May Ask the People Who Fish Here.”",
        "They call it “the best of all the worlds we have.”",
        f"> {QUOTE}",
    ],
)
def test_what_is_no_orphan(text: str) -> None:
    assert found(OrphanQuote, "The harbor will be dredged in May.\n\n" + text) == []


def test_only_the_first_quotation_of_a_paragraph_is_reported() -> None:
    assert len(found(OrphanQuote, f"{QUOTE} {QUOTE}")) == 1


@pytest.mark.parametrize(
    "before",
    [
        "Officials say the harbor is theirs.",
        "The harbor was handed over by Ann Poe.",
        "Ann Poe would not say when.",
        "Ann Poe has the power to declare a holiday.",
    ],
)
def test_an_orphan_after_a_paragraph_in_which_no_one_person_speaks(before: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\n{before}\n\n{QUOTE}") == [(QUOTE, "warning")]


@pytest.mark.parametrize(
    "before",
    [
        "The harbor is ours, Ann Poe said.",
        "At first Ann Poe said the harbor was hers.",
        "Ann Poe was asked whether the harbor was hers.",
        "The board put out a statement on Friday.",
    ],
)
def test_whoever_was_just_heard_may_go_on_but_the_reader_has_to_guess(before: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\n{before}\n\n{QUOTE}") == [(QUOTE, "info")]


def test_a_quotation_that_opens_a_draft_or_is_taken_up_below_is_no_orphan() -> None:
    assert found(OrphanQuote, f"{QUOTE}\n\nThe harbor is old, and so is the board.") == []
    assert found(OrphanQuote, f"The harbor is old.\n\n{QUOTE}\n\nThat was how the captain put it.") == []
