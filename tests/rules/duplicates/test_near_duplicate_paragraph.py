"""Drafts in, findings of `near-duplicate-paragraph` out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.duplicates.near_duplicate_paragraph import NearDuplicateParagraph

BRIDGE = "The council voted on Monday to close the old bridge for repairs, and three members left."


LIBRARY = "The library stays open until ten, Ms. Orr said, because the students asked for it."


STORM = (
    "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym because their "
    "own houses had no light. Nobody was hurt."
)


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


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
def test_captions_and_extracts_are_left_alone(one: str, other: str) -> None:
    assert check(NearDuplicateParagraph, lines(BRIDGE, one, LIBRARY, other)) == []


def test_an_extract_beside_its_paragraph_is_left_alone() -> None:
    extract = STORM.removesuffix(" Nobody was hurt.")
    assert check(NearDuplicateParagraph, lines(BRIDGE, STORM, extract, LIBRARY)) == []


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
