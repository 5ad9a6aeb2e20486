"""Drafts in, findings of `duplicate-sentence` out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.duplicates.duplicate_sentence import DuplicateSentence

BUILT = "The old bridge was built in 1911 and has been closed twice."


TRUCKS = "It carries 400 trucks a day to the harbor and back."


COUNCIL = "The council met on Monday, and all but one of its members spoke for the new road."


SHOPS = "Three shops in Mill Street have closed since the summer, and two more will close in May."


LEFT = "Ms. Orr left the meeting before noon."


STORM = "The storm took the roof off the school on Tuesday night, and nobody was hurt, the mayor said."


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


def test_a_sentence_in_two_paragraphs() -> None:
    (finding,) = check(DuplicateSentence, lines(f"{BUILT} {COUNCIL}", STORM, f"{SHOPS} {BUILT} {LEFT}"))
    assert finding.message == "stands at line 1 already, word for word"
    assert (finding.excerpt, finding.severity) == (BUILT, "warning")
    assert finding.related == ("1:1",)


def test_twice_in_one_paragraph() -> None:
    (finding,) = check(DuplicateSentence, lines(f"{BUILT} {SHOPS} {BUILT} {LEFT}", STORM))
    assert finding.excerpt == BUILT


def test_two_sentences_in_a_row_are_one_finding() -> None:
    text = lines(f"{BUILT} {TRUCKS} {COUNCIL} {STORM}", LEFT, f"{SHOPS} {BUILT} {TRUCKS} {LEFT}")
    (finding,) = check(DuplicateSentence, text)
    assert finding.excerpt == f"{BUILT} {TRUCKS}"


def test_two_sentences_from_two_places_are_two_findings() -> None:
    text = lines(f"{BUILT} {COUNCIL}", f"{TRUCKS} {STORM}", f"{SHOPS} {BUILT} {TRUCKS}")
    assert len(check(DuplicateSentence, text)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (f"{LEFT} {BUILT[:-1]}", f"{SHOPS} {BUILT}"),
        (f"{BUILT} {LEFT} Ann Lee/Getty Images", f"{SHOPS} {BUILT}"),
        (BUILT, f"{TRUCKS} {SHOPS} {BUILT} {LEFT}"),
        (f"{BUILT} {LEFT} — Town Hall (@townhall)", f"“{SHOPS} {BUILT} {TRUCKS}” the mayor said."),
    ],
    ids=["a caption", "a credit", "a sentence on display beside the text", "a post"],
)
def test_what_repeats_the_story_on_purpose_is_left_alone(first: str, second: str) -> None:
    assert check(DuplicateSentence, lines(COUNCIL, first, second, STORM)) == []


def test_a_caption_that_the_story_takes_apart_is_left_alone() -> None:
    text = lines(COUNCIL, f"{LEFT} {BUILT} {TRUCKS[:-1]}", STORM, BUILT, SHOPS, TRUCKS)
    assert check(DuplicateSentence, text) == []


def test_a_short_statement_is_only_noted() -> None:
    text = lines(
        f"{COUNCIL} The cause is not yet known. {LEFT}", STORM, f"{SHOPS} The cause is not yet known."
    )
    (finding,) = check(DuplicateSentence, text)
    assert (finding.excerpt, finding.severity) == ("The cause is not yet known.", "info")


@pytest.mark.parametrize("sentence", ["So what does that all mean?", "“We were never asked at all.”"])
def test_a_short_question_or_quotation_may_return(sentence: str) -> None:
    text = lines(f"{COUNCIL} {sentence} {LEFT}", STORM, f"{SHOPS} {sentence} {TRUCKS}")
    assert check(DuplicateSentence, text) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "He left at noon.",
        "[Town Council, Minutes of the Meeting of the Fifth of May.]",
        "How the Town of Mill Lost Its Only Bridge Twice.",
    ],
    ids=["short", "a source note", "a title"],
)
def test_what_may_stand_twice(sentence: str) -> None:
    text = lines(f"{COUNCIL} {sentence} {LEFT}", STORM, f"{SHOPS} {sentence} {TRUCKS}")
    assert check(DuplicateSentence, text) == []


def test_a_refrain_is_only_noted() -> None:
    text = lines(f"{BUILT} {COUNCIL}", f"{SHOPS} {BUILT} {LEFT}", STORM, f"{TRUCKS} {BUILT} {STORM} {STORM}")
    found = [one.severity for one in check(DuplicateSentence, text) if one.excerpt == BUILT]
    assert found == ["info", "info"]


def test_the_shortest_sentence_can_be_set() -> None:
    text = lines(f"{COUNCIL} He left at noon. {LEFT}", STORM, f"{SHOPS} He left at noon. {TRUCKS}")
    assert len(check(DuplicateSentence, text, minimum_words=4)) == 1
