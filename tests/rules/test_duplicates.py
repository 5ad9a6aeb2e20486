"""Draft in, findings out: paragraphs that stand in a draft twice."""

from __future__ import annotations

import pytest

from copydesk.testing import check, draft
from copydesk_rules.duplicates.duplicate_paragraph import DuplicateParagraph
from copydesk_rules.duplicates.near_duplicate_paragraph import NearDuplicateParagraph

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
def test_what_stands_beside_the_story_is_only_noted(first: str, second: str) -> None:
    (finding,) = check(DuplicateParagraph, lines(LIBRARY, first, STORM, second))
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


def test_a_number_brought_up_to_date_in_one_of_two_copies() -> None:
    (finding,) = check(NearDuplicateParagraph, lines(BRIDGE, STORM, LIBRARY, STORM.replace("46", "47")))
    assert finding.message == '96 % like the paragraph at line 2; here "47 people", there "46 people"'
    assert (finding.place, finding.related, finding.severity) == ("4:1", ("2:1",), "warning")


def test_a_sentence_put_in_taken_out_or_moved() -> None:
    first = "The board put off the vote on the bridge until May because two of its members were ill."
    second = "The chair said the town could not wait for ever."
    third = "Three shops in Mill Street have closed since the summer."
    whole = f"{first} {second} {third}"

    (put_in,) = check(NearDuplicateParagraph, lines(BRIDGE, f"{first} {third}", LIBRARY, whole))
    assert (
        put_in.message
        == '84 % like the paragraph at line 2; only here "The chair said the town could not wait…"'
    )
    (taken_out,) = check(NearDuplicateParagraph, lines(BRIDGE, whole, LIBRARY, f"{first} {third}"))
    assert taken_out.message.endswith('only there "The chair said the town could not wait…"')
    (moved,) = check(NearDuplicateParagraph, lines(BRIDGE, whole, LIBRARY, f"{second} {third} {first}"))
    assert moved.message == "99 % like the paragraph at line 2; the same in another order"
    assert {put_in.severity, taken_out.severity, moved.severity} == {"warning"}


def test_many_differences_are_counted() -> None:
    edited = STORM
    for old, new in (("roof", "top"), ("Tuesday", "Friday"), ("slept", "stayed"), ("light", "power")):
        edited = edited.replace(old, new)
    (finding,) = check(NearDuplicateParagraph, lines(BRIDGE, STORM, LIBRARY, edited), similarity=0.8)
    assert finding.message.endswith('here "stayed in", there "slept in"; and 1 more difference')


def test_a_verbatim_copy_is_not_also_a_near_one() -> None:
    assert check(NearDuplicateParagraph, lines(BRIDGE, STORM, LIBRARY, STORM)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (STORM, STORM[:-20]),
        (STORM.replace("46", "47"), STORM.removesuffix(" Nobody was hurt.")[:-1]),
        ("“" + STORM.replace("46", "47") + "”", STORM),
    ],
    ids=["cut off", "no stop", "in quotation marks"],
)
def test_captions_and_extracts_are_only_noted(one: str, other: str) -> None:
    assert [
        finding.severity for finding in check(NearDuplicateParagraph, lines(BRIDGE, one, LIBRARY, other))
    ] == ["info"]


def test_an_extract_beside_its_paragraph_is_only_noted() -> None:
    extract = STORM.removesuffix(" Nobody was hurt.")
    (finding,) = check(NearDuplicateParagraph, lines(BRIDGE, STORM, extract, LIBRARY))
    assert finding.severity == "info"


def test_a_series_of_paragraphs_built_alike_is_only_noted() -> None:
    line = (
        "In {}, the survey asked 800 people in May whether they would vote for the new bridge, and a little "
        "more than half of them said that they would."
    )
    found = check(
        NearDuplicateParagraph, lines(BRIDGE, *(line.format(town) for town in ("Orrville", "Ashby", "Leeds")))
    )
    assert [finding.severity for finding in found] == ["info", "info"]


def test_paragraphs_that_share_a_formula_are_no_copies() -> None:
    text = lines(
        "The company did not answer a request for comment that was sent to its office in Ashby on Monday, "
        "and its shares fell by four percent.",
        "The union did not answer a request for comment that was sent to its office in Leeds on Friday, but "
        "two of its members spoke.",
    )
    assert check(NearDuplicateParagraph, text) == []


def test_two_very_long_paragraphs_are_compared_in_reasonable_space() -> None:
    text = " ".join(f"word{number} of the day." for number in range(5_000))
    other = text.replace("word7 ", "other ").replace("word4990 ", "other ")
    (finding,) = check(NearDuplicateParagraph, lines(BRIDGE, text, LIBRARY, other))
    assert finding.message.startswith("99 % like the paragraph at line 2")


def test_a_copy_with_a_byte_order_mark_and_astral_characters_has_the_right_place() -> None:
    text = "\ufeff" + lines("😀 " + BRIDGE, LIBRARY, "😀 " + BRIDGE)
    (finding,) = check(DuplicateParagraph, text)
    assert (finding.place, finding.related) == ("3:1", ("1:1",))
    assert draft(text).slice(draft(text).blocks[-1].span) == finding.excerpt
