"""Drafts in, findings of `drifting-quote` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
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


BETWEEN = "The council met on Monday in the old town hall, and nobody spoke against the plan."


def severities(rule: type[AnyRule], first: str, second: str) -> list[str]:
    draft = f"Ann Orr, the mayor, came late.\n{first}\n{BETWEEN}\n{second}\n"
    return [finding.severity for finding in check(rule, draft)]


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
