"""The house styles on sentences that break them and on sentences that keep them, in a table."""

from __future__ import annotations

from functools import cache
from itertools import compress
from pathlib import Path

import pytest

from copydesk.config.resolver import CommandLine, House
from copydesk.engine.checking import check_document, standing
from copydesk.model.prose import Span
from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import ActiveRule
from copydesk.testing import draft, unmark

TABLE = Path(__file__).parents[2] / "cases" / "house_styles.tsv"
ASKED = {"style", "terms", "wording"}
VARIANTS = {"abbreviation-variant", "dialect-mix", "number-style-variant", "quote-punctuation"}


def rows() -> list[tuple[str, str, str]]:
    """Field, style and sentence."""
    found, field = [], ""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            field = line[2:]
        elif line:
            style, _, text = line.partition("\t")
            found.append((field, style, text))
    return found


@cache
def rules(style: str) -> list[ActiveRule]:
    """Every rule that may speak of what a style decides."""
    settings = House(load_registry(), CommandLine(isolated=True, style=style)).settings("a.txt")
    return [rule for rule in settings.rules if rule.family in ASKED or rule.name in VARIANTS]


@pytest.mark.parametrize(("field", "style", "marked"), rows())
def test_a_style_reports_what_is_marked_and_that_once(field: str, style: str, marked: str) -> None:
    text, marks = unmark(marked)
    document = draft(text)
    reported = check_document(document, rules(style)).marked
    found = [one.finding for one in compress(reported, standing(reported))]
    spans = [document.to_source(finding.span) for finding in found]
    messages = [finding.message for finding in found]
    assert len(spans) == len(marks), (field, messages)
    for span, mark in zip(sorted(spans), marks, strict=True):
        assert Span(span.start, span.end).overlaps(mark), (field, messages)


def test_every_field_has_its_sentences() -> None:
    """Each is broken somewhere, and kept somewhere."""
    broken = {field for field, _, text in rows() if "[[" in text}
    assert len(rows()) > 296
    assert {field.partition(".")[0] for field in broken} == {
        *("numbers", "dates", "places", "abbreviations", "punctuation", "spelling", "terms")
    }
