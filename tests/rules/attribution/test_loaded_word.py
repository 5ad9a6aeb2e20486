"""Drafts in, findings of `loaded-word` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.loaded_word import LoadedWord


def excerpts(rule: type[AnyRule], text: str, **options: object) -> list[str]:
    return [one.excerpt for one in check(rule, text, **options)]


def test_a_judgment_once_a_draft() -> None:
    text = "The controversial sale is on.\n\nThankfully, the controversial buyer is rich."
    assert excerpts(LoadedWord, text) == ["controversial", "Thankfully"]
    assert excerpts(LoadedWord, text, allow=("controversial",)) == ["Thankfully"]


@pytest.mark.parametrize(
    "text",
    [
        "“The sale is outrageous,” Ann Poe said.",
        "The sale is outrageous, Ann Poe said.",
        "Ann Poe called the sale “shameful” on Friday.",
    ],
)
def test_a_judgment_of_somebody(text: str) -> None:
    assert excerpts(LoadedWord, text) == []
