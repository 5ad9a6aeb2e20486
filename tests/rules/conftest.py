"""What tests of rules share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from copydesk.model.finding import Finding
from copydesk.plugins.rule import Context, Rule
from copydesk.testing import draft


@pytest.fixture
def corrected() -> Callable[..., str]:
    """`corrected(rule, text)`: the file after the safe fixes of a rule; `unsafe=True`: after all."""

    def correct(rule: type[Rule[Any]], text: str, *, format: str = "plain", unsafe: bool = False) -> str:  # noqa: A002
        document = draft(text, format)
        edits = []
        for finding in rule().check(document, Context(rule.options)):
            assert isinstance(finding, Finding)
            if finding.fix is not None and (unsafe or finding.fix.applicability == "safe"):
                edits += [
                    (edit.span if edit.in_file else document.to_source(edit.span), edit.replacement)
                    for edit in finding.fix.edits
                ]
        for place, replacement in sorted(edits, reverse=True):
            text = text[: place.start] + replacement + text[place.end :]
        return text

    return correct
