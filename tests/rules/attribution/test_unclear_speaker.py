"""Drafts in, findings of `unclear-speaker` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.late_introduction import LateIntroduction
from copydesk_rules.attribution.unclear_speaker import UnclearSpeaker


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


def test_he_may_be_either_of_two() -> None:
    text = "Mr. Roe and Mr. Poe met on Friday. “The pier will go,” he said."
    (one,) = check(UnclearSpeaker, text)
    assert one.excerpt == "he"
    assert one.message == '"he" may be "Mr. Roe" or "Mr. Poe": name the speaker'
    assert len(one.related) == 2


def test_the_draft_itself_says_whom_it_calls_she() -> None:
    told = "Ann Poe lives by the pier. She fishes.\n\nEve Roe lives by the lake. She rows.\n\n"
    text = "Ann Poe and Eve Roe met on Friday. “The pier will go,” she said."
    assert found(UnclearSpeaker, told + text) == [("she", "warning")]
    assert found(UnclearSpeaker, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe and Ms. Poe met on Friday. “The pier will go,” he said.",
        "Mr. Roe and Mr. Poe met. The pier is lost, Mr. Roe said. “It will go,” he said.",
        "Mr. Roe told Mr. Poe that the pier was lost. “It will go,” he said.",
        "The mayor came on Friday. “The pier will go,” he said.",
        "A 19-year-old saw it. “The pier went,” she said.",
        "Mr. Roe and Mr. Poe met on Friday.\n\nThe pier is old. “It will go,” Mr. Poe said.",
    ],
)
def test_a_pronoun_that_is_clear(text: str) -> None:
    assert found(UnclearSpeaker, text) == []


def test_nobody_is_named_at_all() -> None:
    text = "The pier is old. “It will go,” he said.\n\nThe vote is in May."
    assert found(UnclearSpeaker, text) == [("he", "warning")]
    assert found(LateIntroduction, text) == []
