"""Drafts in, findings of `duplicate-paragraph` out."""

from __future__ import annotations

import pytest

from copydesk.testing import check, draft
from copydesk_rules.duplicates.duplicate_paragraph import DuplicateParagraph

BRIDGE = "The council voted on Monday to close the old bridge for repairs, and three members left."


LIBRARY = "The library stays open until ten, Ms. Orr said, because the students asked for it."


STORM = (
    "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym because their "
    "own houses had no light. Nobody was hurt."
)


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


def test_a_copy_is_reported_and_its_first_occurrence_named() -> None:
    (finding,) = check(DuplicateParagraph, lines("Bridge to close", BRIDGE, LIBRARY, BRIDGE))
    assert finding.message == "repeats the paragraph at line 2 word for word"
    assert finding.place == "4:1"
    assert finding.excerpt == BRIDGE
    assert finding.related == ("2:1",)
    assert finding.severity == "error"


def test_every_copy_points_at_the_first() -> None:
    found = check(DuplicateParagraph, lines(LIBRARY, STORM, LIBRARY, BRIDGE, STORM, STORM))
    assert [(finding.place, finding.related) for finding in found] == [
        ("3:1", ("1:1",)),
        ("5:1", ("2:1",)),
        ("6:1", ("2:1",)),
    ]


@pytest.mark.parametrize(
    "copy",
    [
        BRIDGE.upper(),
        BRIDGE.replace(" ", "  ").replace("Monday", "\u00a0Monday"),
        BRIDGE.replace(", and", " – and"),
        f"“{BRIDGE[:-1]}”."[1:].replace("”", ""),
        BRIDGE.replace("old bridge", "old-bridge"),
    ],
    ids=["case", "spaces", "a dash", "the last stop", "a hyphen"],
)
def test_case_spaces_dashes_and_punctuation_are_folded(copy: str) -> None:
    assert len(check(DuplicateParagraph, lines(LIBRARY, BRIDGE, STORM, copy))) == 1


def test_quotation_marks_and_accents_may_be_encoded_in_two_ways() -> None:
    curly = "“The café won’t close before ten o’clock,” Ms. Orr told the council."
    straight = "\"The cafe\u0301 won't close before ten o'clock,\" Ms. Orr told the council."
    assert len(check(DuplicateParagraph, lines(curly, LIBRARY, straight))) == 1


@pytest.mark.parametrize(
    "paragraph",
    [
        "He never came back again.",
        "Photo: Ann Lee",
        "Read more: the bridge that nobody wanted to close at all.",
    ],
    ids=["short", "credit", "promotion"],
)
def test_short_lines_and_lines_about_the_site_may_stand_twice(paragraph: str) -> None:
    assert check(DuplicateParagraph, lines(BRIDGE, paragraph, LIBRARY, paragraph)) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (BRIDGE, BRIDGE[:-1]),
        (f"“ {BRIDGE} ”", BRIDGE),
        (f"{BRIDGE} Ann Lee/Getty Images", f"{BRIDGE} Ann Lee/Getty Images"),
    ],
    ids=["a caption has no stop", "a pull quote has marks of its own", "a photo credit"],
)
def test_what_stands_beside_the_story_is_left_alone(first: str, second: str) -> None:
    assert check(DuplicateParagraph, lines(LIBRARY, first, STORM, second)) == []


def test_two_items_of_a_list_have_no_stop_either() -> None:
    item = f"- {BRIDGE[:-1]}"
    (finding,) = check(DuplicateParagraph, lines(item, f"- {LIBRARY[:-1]}", item), format="markdown")
    assert finding.severity == "info"


def test_a_refrain_is_only_noted() -> None:
    refrain = "And the river went on as rivers have always done."
    found = check(DuplicateParagraph, lines(LIBRARY, refrain, BRIDGE, refrain, STORM, refrain))
    assert [finding.severity for finding in found] == ["info", "info"]


def test_the_shortest_paragraph_can_be_set() -> None:
    text = lines(LIBRARY, "He never came back again.", BRIDGE, "He never came back again.")
    assert len(check(DuplicateParagraph, text, minimum_words=4)) == 1


def test_a_copy_is_found_in_markdown_whatever_its_marks() -> None:
    text = f"{LIBRARY}\n\n{BRIDGE}\n\n{STORM}\n\n{BRIDGE.replace('old bridge', '[old *bridge*](x.html)')}\n"
    (finding,) = check(DuplicateParagraph, text, format="markdown")
    assert (finding.place, finding.related) == ("7:1", ("3:1",))


def test_a_copy_with_a_byte_order_mark_and_astral_characters_has_the_right_place() -> None:
    text = "\ufeff" + lines("😀 " + BRIDGE, LIBRARY, "😀 " + BRIDGE)
    (finding,) = check(DuplicateParagraph, text)
    assert (finding.place, finding.related) == ("3:1", ("1:1",))
    assert draft(text).slice(draft(text).blocks[-1].span) == finding.excerpt


def test_a_short_remark_that_is_made_twice_is_only_noted() -> None:
    remark = "Let us look at the old bridge from below."
    (found,) = check(DuplicateParagraph, lines(BRIDGE, remark, LIBRARY, STORM, remark))
    assert found.severity == "info"
