"""Two wordings of one quotation, two descriptions of one person: drafts with the fault, and look-alikes."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.duplicates.conflicting_description import ConflictingDescription
from copydesk_rules.duplicates.drifting_quote import DriftingQuote

BETWEEN = "The council met on Monday in the old town hall, and nobody spoke against the plan."


def severities(rule: type[AnyRule], first: str, second: str) -> list[str]:
    draft = f"Ann Orr, the mayor, came late.\n{first}\n{BETWEEN}\n{second}\n"
    return [finding.severity for finding in check(rule, draft)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“The bridge is not safe for heavy trucks anymore,” Ms. Orr said.",
            "“The bridge is not safe for big trucks anymore,” Ms. Orr said on Tuesday.",
        ),
        (
            "“We will never again close the harbor without a vote,” Ms. Orr said.",
            "Ms. Orr promised: “We will not again close the harbor without a vote.”",
        ),
        (
            "“I have spent 20 years building this town,” Orr said.",
            "“I have spent 30 years building this town,” Orr told the paper.",
        ),
        (
            "“They took our jobs and they took our homes,” said Ann Orr.",
            "“They took our jobs and they stole our homes,” said Ms. Orr.",
        ),
        (
            "Orr said the plan was “a waste of time and of public money.”",
            "It was, Orr said, “a waste of time and public money.”",
        ),
        (
            "“There is no evidence that the water was ever poisoned,” Ms. Orr said.",
            "“There was no evidence that the water was ever poisoned,” Ms. Orr told the council.",
        ),
        (
            "“You can build a road, but you cannot build a community,” Ms. Orr said.",
            "“You can build a road, but you can’t build a community,” Ms. Orr said again.",
        ),
        (
            "“If the school closes, the village dies with it,” Ann Orr said.",
            "According to Ms. Orr, “if the school closes, then the village dies with it.”",
        ),
        (
            "“This is the worst flood that we have seen in our lifetimes,” Ms. Orr said.",
            "“This is the worst flood we have seen in our lifetimes,” Ms. Orr said.",
        ),
        (
            "“We owe the families an answer, and we owe them an apology,” Orr said.",
            "“We owe the families an answer and an apology,” Orr said.",
        ),
        (
            "“Nobody in this building knew about the letter,” Ms. Orr said.",
            "“Nobody in this office knew about the letter,” Ms. Orr said.",
        ),
        (
            "“My job is to protect the people of this town,” Ms. Orr said.",
            "“My duty is to protect the people of this town,” Orr added.",
        ),
        (
            "“The police did everything they could that night,” said Ms. Orr.",
            "“The police did all that they could that night,” said Ms. Orr.",
        ),
        (
            "“We are going to win this fight in the courts,” Ms. Orr said.",
            "“We are going to win this case in the courts,” Ms. Orr said in the evening.",
        ),
    ],
)
def test_one_quotation_in_two_wordings(first: str, second: str) -> None:
    assert severities(DriftingQuote, first, second) == ["warning"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("“We need more money for schools,” Ms. Orr said.", "“We need more money for roads,” Ms. Orr said."),
        (
            "“The bridge is not safe for trucks and it never was,” Ms. Orr said.",
            "Ms. Orr had said that it was “not safe for trucks.”",
        ),
        (
            "“The bridge is not safe for heavy trucks,” Ms. Orr said.",
            "“The bridge is never safe for heavy trucks,” Ben Poe said.",
        ),
        (
            "“No, I do not think that it was right,” Ms. Orr said.",
            "“Yes, I do think that it was a mistake,” Ms. Orr said.",
        ),
        (
            "“We have a plan for the harbor, and we have a plan for the school,” Ms. Orr said.",
            "“We have a plan for the town,” Ms. Orr said.",
        ),
        (
            "“The bridge is [not] safe for heavy trucks anymore,” Ms. Orr said.",
            "“The bridge is never safe for heavy trucks anymore,” Ms. Orr said.",
        ),
        (
            "“My father worked on the docks for 20 years,” Ms. Orr said.",
            "“My mother worked in the mill for 30 years,” Ms. Orr said.",
        ),
        (
            "“Do you know where the money is now?” Ms. Orr asked.",
            "“Do you know who the driver is now?” Ms. Orr asked.",
        ),
    ],
)
def test_two_quotations(first: str, second: str) -> None:
    assert severities(DriftingQuote, first, second) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "“We will build the bridge in May and open it in June,” Ms. Orr said.",
            "“We will build the road in July and open it in August,” Ms. Orr said.",
        ),
        (
            "“The first thing we did was to call the police,” Ms. Orr said.",
            "“The second thing we did was to call the mayor,” Ms. Orr said.",
        ),
        (
            "“I did not see him on Monday night at the bar,” Ms. Orr said.",
            "“I did not see her on Monday night at the hotel,” Ms. Orr said.",
        ),
        (
            "Ms. Orr left.",
            "“I am proud of what the town did,” Ms. Orr said. “I am proud of what the school did,” she said.",
        ),
    ],
)
def test_two_things_in_one_mould_are_only_noted(first: str, second: str) -> None:
    assert set(severities(DriftingQuote, first, second)) <= {"info"}


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
