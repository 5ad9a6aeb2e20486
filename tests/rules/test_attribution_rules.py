"""Drafts in, findings of the attribution family out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.attribution.orphan_quote import OrphanQuote
from copydesk_rules.attribution.vague_source import VagueSource

QUOTE = "“Nobody asked the people who fish here what they want.”"


def found(rule: type, text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


def test_an_orphan_between_two_paragraphs() -> None:
    text = f"The harbor will be dredged in May.\n\n{QUOTE}\n\nThe work takes a year."
    assert found(OrphanQuote, text) == [(QUOTE, "warning")]


def test_a_speaker_of_reported_speech_in_the_paragraph_before_is_enough() -> None:
    assert check(OrphanQuote, f"The harbor is ours, Ann Poe said.\n\n{QUOTE}") == []


def test_a_speaker_two_paragraphs_before_makes_it_a_note() -> None:
    text = f"The harbor is ours, Ann Poe said.\n\nIt was dredged in 1987, and twice since.\n\n{QUOTE}"
    (one,) = check(OrphanQuote, text)
    assert one.severity == "info"
    assert one.message == "no speaker in this paragraph or right above it: say whose words these are"


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
    assert len(found(OrphanQuote, f"{QUOTE} “They did not want to know at all.”")) == 1


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Critics say the board was late.", "Critics"),
        ("The board was late, critics said.", "critics"),
        ("The board was late, according to sources.", "sources"),
        ("Some experts warn that the pier will fall.", "Some experts"),
        ("Studies show that the pier will fall.", "Studies"),
    ],
)
def test_a_source_that_could_be_anybody(text: str, excerpt: str) -> None:
    assert found(VagueSource, text) == [(excerpt, "info")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbor officials said the board was late.",
        "The critics of the pier said the board was late.",
        "U.S. officials said the board was late.",
        "Critics say the board was late. Ann Poe, a lawyer, said it always is.",
        "“Critics say the board was late,” Ann Poe said.",
        "The board listened to critics.",
    ],
)
def test_a_source_with_a_name_or_a_place(text: str) -> None:
    assert found(VagueSource, text) == []


def test_a_house_may_accept_a_source() -> None:
    assert check(VagueSource, "Officials said the board was late.", allow=("officials",)) == []
