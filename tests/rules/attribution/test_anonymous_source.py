"""Drafts in, findings of `anonymous-source` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.anonymous_source import AnonymousSource


def excerpts(rule: type[AnyRule], text: str, **options: object) -> list[str]:
    return [one.excerpt for one in check(rule, text, **options)]


def test_anonymity_without_a_reason() -> None:
    text = (
        "The pier is sold, said an aide who requested anonymity.\n\nThe talks go on because nobody objects."
    )
    assert excerpts(AnonymousSource, text) == ["requested anonymity"]


@pytest.mark.parametrize(
    "reason",
    [
        "because the sale is not public",
        "to discuss the sale",
        "for fear of losing the job",
        "as she was not authorized to speak",
        "citing the talks",
    ],
)
def test_anonymity_with_a_reason(reason: str) -> None:
    assert excerpts(AnonymousSource, f"An aide said so, asking not to be named {reason}.") == []
