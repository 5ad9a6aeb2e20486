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


def test_a_speaker_of_reported_speech_in_the_paragraph_before_is_enough() -> None:
    assert check(OrphanQuote, f"The harbor is ours, Ann Poe said.\n\n{QUOTE}") == []


def test_a_speaker_two_paragraphs_before_makes_it_a_note() -> None:
    text = f"The harbor is ours, Ann Poe said.\n\nIt was dredged in 1987 for the owners.\n\n{QUOTE}"
    (one,) = check(OrphanQuote, text)
    assert one.severity == "info"
    assert one.message == "no speaker in this paragraph or right above it: say whose words these are"


def test_a_paragraph_with_nobody_in_it_parts_a_quotation_from_its_speaker() -> None:
    text = f"The harbor is ours, Ann Poe said.\n\nIt was dredged in 1987, and twice since.\n\n{QUOTE}"
    assert [one.severity for one in check(OrphanQuote, text)] == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        f"{QUOTE} said Ann Poe.",
        f"{QUOTE} Hull, Nov. 3",
        f"{QUOTE}\n\nHarbor Board report",
        f"The page also reads,\n\n{QUOTE}",
        f"Here’s what Ann Poe, who has fished there since 1987, has to say.\n\n## Sand\n\n{QUOTE}",
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
    assert len(found(OrphanQuote, f"{QUOTE} “They did not want to know at all.”")) == 1


@pytest.mark.parametrize(
    ("before", "severity"),
    [
        ("The harbor was dredged in May.", "warning"),
        ("Officials say the harbor is theirs.", "info"),
        ("The harbor was handed over by Ann Poe, who has the papers in a box.", "warning"),
    ],
)
def test_an_orphan_after_a_paragraph_in_which_no_one_person_speaks(before: str, severity: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\n{before}\n\n{QUOTE}") == [(QUOTE, severity)]


@pytest.mark.parametrize(
    "before",
    [
        "The harbor is ours, Ann Poe said.",
        "At first Ann Poe said the harbor was hers.",
        "Ann Poe was asked whether the harbor was hers.",
        "Ann Poe, a pilot for 19 years, blamed the new timetable.",
        "Ann Poe knows the harbor. She shrugged.",
        "A farmer who has a boat there did not like it.",
        "Asked about it, Ann Poe had one answer:",
        "Who wants the harbor?",
    ],
)
def test_the_words_are_of_whom_the_paragraph_before_is_about(before: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\n{before}\n\n{QUOTE}") == []


@pytest.mark.parametrize(
    "after",
    ["Ann Poe, Hull Gazette", "— the harbor board’s annual report", "“We fish here,” Ann Poe said."],
)
def test_a_credit_or_the_next_quotation_names_the_speaker(after: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\nIt is full of sand.\n\n{QUOTE}\n\n{after}") == []


def test_a_quotation_that_opens_a_draft_or_is_taken_up_below_is_no_orphan() -> None:
    assert found(OrphanQuote, f"{QUOTE}\n\nThe harbor is old, and so is the board.") == []
    assert found(OrphanQuote, f"The harbor is old.\n\n{QUOTE}\n\nThat was how the captain put it.") == []
