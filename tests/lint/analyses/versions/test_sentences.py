"""Sentences that were rewritten, side by side."""

from __future__ import annotations

from copydesk.analyses.versions.paragraphs import align_paragraphs
from copydesk.analyses.versions.sentences import align_sentences
from copydesk.testing import draft


def pairs(before: str, after: str) -> list[tuple[str, str]]:
    older, newer = draft(before), draft(after)
    found = align_sentences(older, newer, align_paragraphs(older, newer))
    return [(older.slice(pair.old.span), newer.slice(pair.new.span)) for pair in found]


def test_what_both_have_is_left_out() -> None:
    assert pairs("It rained. The pier is old.", "The pier is old. It rained.") == []


def test_a_sentence_is_found_in_another_paragraph() -> None:
    before = "The pier of the town is old and grey.\nIt rained all day on the hills and on the roads."
    after = "It rained all night on the hills and on the roads. The pier of the town is old and grey."
    assert pairs(before, after) == [
        (
            "It rained all day on the hills and on the roads.",
            "It rained all night on the hills and on the roads.",
        )
    ]


def test_a_short_one_that_changed_much_is_found_in_its_place() -> None:
    rest = "The pier of the town is old and grey, and the steps are worse."
    assert pairs(f"{rest} He is 42 now.", f"{rest} He was 43 now.") == [("He is 42 now.", "He was 43 now.")]


def test_another_sentence_is_no_version_of_it() -> None:
    rest = "The pier of the town is old and grey, and the steps are worse."
    assert pairs(f"{rest} Nobody answered.", f"{rest} The vote is on Monday.") == []
