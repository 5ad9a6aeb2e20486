"""Drafts in, findings of `late-introduction` out."""

from __future__ import annotations

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.late_introduction import LateIntroduction
from copydesk_rules.attribution.unclear_speaker import UnclearSpeaker


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


def test_who_she_is_comes_later() -> None:
    text = "The pier is old. “It will go,” she said.\n\nAnn Poe has fished there for years."
    (one,) = check(LateIntroduction, text)
    assert (one.excerpt, one.severity) == ("she", "info")
    assert one.message == '"she" speaks before being introduced: "Ann Poe" comes at 3:1'
    assert found(UnclearSpeaker, text) == []
