"""Draft in, findings out: sentences and quotations that stand in a draft twice."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.duplicates.drifting_quote import DriftingQuote
from copydesk_rules.duplicates.duplicate_paragraph import DuplicateParagraph
from copydesk_rules.duplicates.duplicate_sentence import DuplicateSentence
from copydesk_rules.duplicates.near_duplicate_paragraph import NearDuplicateParagraph
from copydesk_rules.duplicates.repeated_quote import RepeatedQuote

FAMILY = (DuplicateParagraph, NearDuplicateParagraph, RepeatedQuote, DriftingQuote, DuplicateSentence)

BUILT = "The old bridge was built in 1911 and has been closed twice."
TRUCKS = "It carries 400 trucks a day to the harbor and back."
COUNCIL = "The council met on Monday, and all but one of its members spoke for the new road."
SHOPS = "Three shops in Mill Street have closed since the summer, and two more will close in May."
QUOTE = "“The bridge was never safe for heavy trucks,”"
LEFT = "Ms. Orr left the meeting before noon."
STORM = "The storm took the roof off the school on Tuesday night, and nobody was hurt, the mayor said."


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


def reported(text: str, format: str = "plain") -> list[tuple[str, str]]:  # noqa: A002
    """Everything that the family says: rule and place."""
    return [(rule.name, one.place) for rule in FAMILY for one in check(rule, text, format=format)]


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
def test_what_repeats_the_story_on_purpose_is_only_noted(first: str, second: str) -> None:
    (finding,) = check(DuplicateSentence, lines(COUNCIL, first, second, STORM))
    assert finding.severity == "info"


def test_a_caption_that_the_story_takes_apart_is_only_noted() -> None:
    text = lines(COUNCIL, f"{LEFT} {BUILT} {TRUCKS[:-1]}", STORM, BUILT, SHOPS, TRUCKS)
    assert [one.severity for one in check(DuplicateSentence, text)] == ["info", "info"]


@pytest.mark.parametrize(
    "sentence",
    [
        "He was gone by noon.",
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
    text = lines(f"{COUNCIL} He was gone by noon. {LEFT}", STORM, f"{SHOPS} He was gone by noon. {TRUCKS}")
    assert len(check(DuplicateSentence, text, minimum_words=4)) == 1


def test_a_quotation_used_twice() -> None:
    text = lines(f"{QUOTE} Ms. Orr said. {LEFT}", STORM, f"{SHOPS} {QUOTE} she wrote.", COUNCIL)
    (finding,) = check(RepeatedQuote, text)
    assert finding.message == "the quotation stands at line 1 already"
    assert (finding.excerpt, finding.related, finding.severity) == (QUOTE, ("1:1",), "warning")


def test_a_pull_quote_is_only_noted() -> None:
    text = lines(
        f"{SHOPS} {QUOTE} Ms. Orr said.", STORM, COUNCIL, "‘The bridge was never safe for heavy trucks’"
    )
    (finding,) = check(RepeatedQuote, text)
    assert finding.severity == "info"


def test_the_same_words_of_one_person_quoted_in_two_ways() -> None:
    text = lines(
        "“We have a duty to take a stand against intolerance and fear,” Ann Orr said on Monday.",
        STORM,
        "Ms. Orr spoke of “a duty to take a stand against violence and fear” and left.",
    )
    (finding,) = check(DriftingQuote, text)
    assert finding.message.startswith("Ann Orr is quoted in other words at line 1; ")
    assert 'here "violence and", there "intolerance and"' in finding.message
    assert (finding.place, finding.related, finding.severity) == ("3:18", ("1:1",), "warning")


@pytest.mark.parametrize(
    "second",
    [
        "“a duty to take a stand against intolerance and fear”",
        "“We have a duty to take a stand against intolerance”",
        "“We have a duty to take [our] stand against intolerance and fear”",
        "“We have a duty to … stand against intolerance and fear”",
    ],
)
def test_an_extract_or_a_marked_change_is_no_other_wording(second: str) -> None:
    first = "“We have a duty to take a stand against intolerance and fear,” Ann Orr said on Monday."
    assert check(DriftingQuote, lines(first, STORM, f"{second}, Ms. Orr said.")) == []


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        (
            lines(f"{QUOTE} Ms. Orr said on Monday.", STORM, f"{QUOTE} Ms. Orr said on Monday."),
            ["duplicate-paragraph"],
        ),
        (
            lines(
                f"{BUILT} {COUNCIL} {QUOTE} Ms. Orr said.",
                STORM,
                f"{BUILT} {COUNCIL.replace('Monday', 'Tuesday')} {QUOTE} Ms. Orr said.",
            ),
            ["near-duplicate-paragraph"],
        ),
        (
            lines(f"{COUNCIL} {QUOTE} Ms. Orr said.", STORM, f"{QUOTE} Ms. Orr said. {SHOPS}"),
            ["repeated-quote"],
        ),
        (lines(f"{COUNCIL} {BUILT} {LEFT}", STORM, f"{SHOPS} {BUILT} {TRUCKS}"), ["duplicate-sentence"]),
    ],
    ids=["the paragraph", "nearly the paragraph", "the quotation", "the sentence"],
)
def test_one_fault_is_one_finding(text: str, rules: list[str]) -> None:
    assert [rule for rule, _ in reported(text)] == rules


def test_a_third_place_is_another_fault() -> None:
    near = f"{BUILT} {COUNCIL} {SHOPS}"
    text = lines(near, STORM, near.replace("Monday", "Tuesday"), f"{TRUCKS} {BUILT} {LEFT} {QUOTE} she said.")
    assert reported(text) == [("near-duplicate-paragraph", "3:1"), ("duplicate-sentence", "4:53")]
