"""What tests of house styles share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from copydesk.house.style import HouseStyle
from copydesk.model.finding import Finding
from copydesk.plugins.rule import Context, Rule
from copydesk.testing import draft


@pytest.fixture
def corrected() -> Callable[..., str]:
    """`corrected(rule, house, text)`: the draft after the safe fixes of a rule; `unsafe=True`: after all."""

    def correct(rule: type[Rule[Any]], house: HouseStyle, text: str, *, unsafe: bool = False) -> str:
        document = draft(text)
        edits = []
        for finding in rule().check(document, Context(rule.options, house=house)):
            assert isinstance(finding, Finding)
            if finding.fix is not None and (unsafe or finding.fix.applicability == "safe"):
                edits += [(document.to_source(edit.span), edit.replacement) for edit in finding.fix.edits]
        for place, replacement in sorted(edits, reverse=True):
            text = text[: place.start] + replacement + text[place.end :]
        return text

    return correct
