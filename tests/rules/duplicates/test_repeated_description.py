"""Drafts in, findings of `repeated-description` out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.duplicates.conflicting_description import ConflictingDescription
from copydesk_rules.duplicates.repeated_description import RepeatedDescription

BODY = "the Center on Roads and Bridges at the Institute for Public Works and Harbors"


VOTE = "The council voted on Monday to close the old bridge."


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


def test_a_body_with_its_whole_name_twice() -> None:
    text = lines(f"Ann Orr, a fellow at {BODY}, said no.", VOTE, f"Ben Poe, an analyst at {BODY}, said yes.")
    (finding,) = check(RepeatedDescription, text)
    assert finding.message == "named in full at line 1 already"
    assert (finding.excerpt, finding.related, finding.severity) == (BODY, ("1:22",), "info")


def test_a_body_is_reported_once() -> None:
    text = lines(
        f"Ann Orr of {BODY} said no.", VOTE, f"It was late when Ben Poe of {BODY} left.", f"Who runs {BODY}?"
    )
    assert [one.place for one in check(RepeatedDescription, text)] == ["3:29"]


@pytest.mark.parametrize(
    ("first", "second", "excerpt"),
    [
        (
            "Ann Orr, the mayor of the town of Mill, left.",
            "It was late, said Ms. Orr, mayor of the town of Mill.",
            "mayor of the town of Mill",
        ),
        (
            "Ann Orr, who runs the harbor trust, left.",
            "It was late, said Ann Orr, who runs the harbor trust.",
            "who runs the harbor trust",
        ),
        (
            "Ann Orr, a lawyer and mayor of Mill, left.",
            "It was late, said Ann Orr, the mayor of Mill.",
            "the mayor of Mill",
        ),
    ],
)
def test_a_job_twice(first: str, second: str, excerpt: str) -> None:
    (finding,) = check(RepeatedDescription, lines(first, VOTE, second))
    assert finding.message == "Ann Orr is described so at line 1 already"
    assert finding.excerpt == excerpt


@pytest.mark.parametrize(
    "second",
    [
        "Ann Orr, 54, left.",
        "Ms. Orr, aged 54, left.",
        "Ann Orr, a 54-year-old lawyer, left.",
        "The 54-year-old Ann Orr left.",
    ],
)
def test_an_age_twice(second: str) -> None:
    (finding,) = check(RepeatedDescription, lines("The mayor, Ann Orr, 54, said no.", VOTE, second))
    assert (finding.message, finding.excerpt) == ("the age of Ann Orr is given at line 1 already", "54")


@pytest.mark.parametrize(
    "second",
    [
        "Ann Orr, who left at noon, did not say why.",
        "“Ann Orr, the mayor of Mill, is wrong,” Ben Poe said.",
        "Ann Orr, the mayor of Mill, on Monday. Ben Lee/Getty Images",
        "Ann Orr, meanwhile, said that 54 houses were lost.",
    ],
    ids=["another thing", "inside a quotation", "a caption", "no description"],
)
def test_what_is_no_second_introduction(second: str) -> None:
    text = lines("Ann Orr, the mayor of Mill, said no.", VOTE, second)
    assert check(RepeatedDescription, text) == []
    assert check(ConflictingDescription, text) == []


def test_a_copied_paragraph_is_not_also_a_description() -> None:
    paragraph = f"Ann Orr, a fellow at {BODY}, said no and left the meeting before noon."
    assert check(RepeatedDescription, lines(paragraph, VOTE, paragraph)) == []


def test_a_summary_above_the_story_describes_for_itself() -> None:
    text = lines(
        "The bridge will be “a burden for all of us for years,” says Ann Orr, the mayor of the town of Mill.",
        VOTE,
        "“It will be a burden for all of us for years,” said Ann Orr, the mayor of the town of Mill, here.",
    )
    assert check(RepeatedDescription, text) == []
