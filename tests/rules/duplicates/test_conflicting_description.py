"""Drafts in, findings of `conflicting-description` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.duplicates.conflicting_description import ConflictingDescription
from copydesk_rules.duplicates.repeated_description import RepeatedDescription

BETWEEN = "The council met on Monday in the old town hall, and nobody spoke against the plan."


def severities(rule: type[AnyRule], first: str, second: str) -> list[str]:
    draft = f"Ann Orr, the mayor, came late.\n{first}\n{BETWEEN}\n{second}\n"
    return [finding.severity for finding in check(rule, draft)]


VOTE = "The council voted on Monday to close the old bridge."


def lines(*paragraphs: str) -> str:
    return "\n".join(paragraphs) + "\n"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ella Moss, 54, saw the fire first.", "Ella Moss, 45, called the police."),
        ("Ben Poe, a 31-year-old teacher, was hurt.", "Ben Poe, 32, is in the hospital."),
        ("The driver, Carl Lee, 67, was held.", "Carl Lee, aged 76, will be in court on Friday."),
        ("Dr. Dora Kent, 40, ran the clinic.", "Dora Kent, 41, left the clinic in May."),
        ("The 19-year-old Ella Moss won the race.", "Ella Moss, 20, was born in Mill."),
        ("Finn Hale, 8, was found in the woods.", "The boy, Finn Hale, 9, was well."),
        ("Liam Hart, 58, has run the shop for years.", "Liam Hart, 85, wept."),
        ("Ned Rowe, 61, and his wife were asleep.", "Mr. Rowe said so. Ned Rowe, 62, lost his dog."),
        (
            "Gail Ross, the deputy director of the harbor trust, said no.",
            "Gail Ross, the chief executive of the harbor trust, left.",
        ),
        (
            "Hugh Wood, a lawyer for the town of Mill, said so.",
            "Hugh Wood, the treasurer for the town of Mill, denied it.",
        ),
        (
            "Jack Ford, a professor at the University of Mill, wrote it.",
            "Jack Ford, a lecturer at the University of Mill, said so.",
        ),
        (
            "Olga Bell, the secretary of the harbor board, signed it.",
            "Olga Bell, the chair of the harbor board, did not sign.",
        ),
    ],
)
def test_a_contradiction(first: str, second: str) -> None:
    assert severities(ConflictingDescription, first, second) == ["warning"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ella Moss, 54, saw the fire first.", "Her son, Carl Moss, 25, called the police."),
        ("Ben Poe, 31, was hurt.", "Ben Poe Jr., 5, was not."),
        ("Ella Moss, 54, won in 2019.", "Ella Moss, 54, said so."),
        ("In 1990 Dora Kent, then 20, left Mill.", "Dora Kent, 54, came back."),
        ("Ned Rowe, 61, was asleep.", "Ned Rowe, 9th in the race, was happy."),
        ("Pat Reed, who turns 50 in May, is 49.", "Pat Reed, 50 years after the war, wrote it down."),
        (
            "Gail Ross, the director of the harbor trust, said no.",
            "Gail Ross, the former deputy director of the harbor trust, rose in 2010.",
        ),
        (
            "Hugh Wood, a lawyer for the town of Mill, said so.",
            "Hugh Wood, a senior lawyer for the town of Mill, denied it.",
        ),
        (
            "Iris Dale, the mayor of Mill, came.",
            "Iris Dale, the owner of the only boat in Mill, spoke.",
        ),
        (
            "Jack Ford, a professor of law at the University of Mill, wrote it.",
            "Jack Ford, the director of the law school at the University of Mill, said so.",
        ),
        (
            "Kate Lane, the president and chief executive of the bank, said yes.",
            "Kate Lane, the chief executive of the bank, said no.",
        ),
        (
            "Olga Bell, the secretary of the harbor board, signed it.",
            "Olga Bell, a member of the harbor board, did not speak.",
        ),
    ],
)
def test_no_contradiction(first: str, second: str) -> None:
    assert severities(ConflictingDescription, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Liam Hart, 58, has run the shop for years.", "At the time of the fire Liam Hart, 38, was asleep."),
        ("Mary Cole, 33, sings.", "When she first sang, Mary Cole, 12, was afraid."),
        ("In 1990 a boy, Ned Rowe, 9, swam to the island.", "Ned Rowe, 43, still swims."),
    ],
)
def test_ages_at_two_times_are_only_noted(first: str, second: str) -> None:
    assert severities(ConflictingDescription, first, second) == ["info"]


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


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Ms. Poe, 45, called the police.", ["45"]),
        ("Poe swam. The 45-year-old called the police.", ["45"]),
        ("Poe swam. The 54-year-old called the police.", []),
        ("Poe swam. The 12-year-old called the police.", []),
        ("Poe swam. The 45-year-old bridge is shut.", []),
        ("Poe swam with a son. The 45-year-old called the police.", []),
        ("Poe swam with Carl Orr. The 45-year-old called the police.", []),
    ],
)
def test_an_age_that_stands_for_the_name(second: str, expected: list[str]) -> None:
    text = lines("Ann Poe, 54, saw it first.", VOTE, second)
    assert [one.excerpt for one in check(ConflictingDescription, text)] == expected
