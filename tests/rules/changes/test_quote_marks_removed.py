"""Two versions in, findings out: a quotation that lost its marks."""

from __future__ import annotations

from copydesk.testing import check
from copydesk_rules.changes.quote_marks_removed import QuoteMarksRemoved


def test_words_that_became_the_papers_own() -> None:
    (found,) = check(
        QuoteMarksRemoved,
        "Brandt said the town would never sell the old pier to a stranger.",
        earlier="Brandt said “the town would never sell the old pier” to a stranger.",
    )
    assert found.excerpt == "the town would never sell the old pier"
    assert found.severity == "info"


def test_words_that_are_still_quoted_elsewhere() -> None:
    text = "“The town would never sell the old pier,” Brandt said."
    assert check(QuoteMarksRemoved, f"It rained.\n{text}", earlier=f"{text}\nIt rained.") == []
