"""Draft in, findings out: people and bodies that are described twice."""

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


def test_two_ages() -> None:
    (finding,) = check(ConflictingDescription, lines("Ann Orr, 54, left.", VOTE, "Ann Orr, 45, said no."))
    assert finding.message == 'Ann Orr is "45" here, "54" at line 1'
    assert (finding.excerpt, finding.related, finding.severity) == ("45", ("1:10",), "warning")
    assert check(RepeatedDescription, lines("Ann Orr, 54, left.", VOTE, "Ann Orr, 45, said no.")) == []


def test_two_jobs_in_one_place() -> None:
    text = lines(
        "Ann Orr, deputy director of the harbor trust, left.",
        VOTE,
        "Ann Orr, an adviser of the harbor trust, said no.",
    )
    (finding,) = check(ConflictingDescription, text)
    assert finding.excerpt == "an adviser of the harbor trust"


@pytest.mark.parametrize(
    "second",
    [
        "His son, Carl Poe, 25, called the police.",
        "Ms. Poe, 25, called the police.",
        "Ben Poe, the director and founder of the harbor trust, left.",
        "Ben Poe, the owner of the only boat in Mill, left.",
    ],
    ids=["another person", "a surname alone", "more of the same", "another place"],
)
def test_what_is_no_contradiction(second: str) -> None:
    first = "Ben Poe, 54, saw it first. It was late, said Ben Poe, director of the harbor trust."
    assert check(ConflictingDescription, lines(first, VOTE, second)) == []
