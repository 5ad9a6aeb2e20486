"""Drafts in, findings of the rules about who speaks out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule, Context
from copydesk.testing import check, draft
from copydesk_rules.attribution.attribution_verb import AttributionVerb
from copydesk_rules.attribution.double_attribution import DoubleAttribution
from copydesk_rules.attribution.late_introduction import LateIntroduction
from copydesk_rules.attribution.orphan_quote import OrphanQuote
from copydesk_rules.attribution.running_quote import RunningQuote
from copydesk_rules.attribution.unclear_speaker import UnclearSpeaker

QUOTE = "“Nobody asked the people who fish here what they want.”"


def found(rule: type[AnyRule], text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


@pytest.mark.parametrize(
    ("before", "severity"),
    [
        ("The harbor was dredged in May.", "warning"),
        ("Officials say the harbor is theirs.", "info"),
        ("The harbor was handed over by Ann Poe, who has the papers in a box.", "warning"),
    ],
)
def test_an_orphan_after_a_paragraph_in_which_no_one_person_speaks(before: str, severity: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\n{before}\n\n{QUOTE}") == [(QUOTE, severity)]


@pytest.mark.parametrize(
    "before",
    [
        "The harbor is ours, Ann Poe said.",
        "At first Ann Poe said the harbor was hers.",
        "Ann Poe was asked whether the harbor was hers.",
        "Ann Poe, a pilot for 19 years, blamed the new timetable.",
        "Ann Poe knows the harbor. She shrugged.",
        "A farmer who has a boat there did not like it.",
        "Asked about it, Ann Poe had one answer:",
        "Who wants the harbor?",
    ],
)
def test_the_words_are_of_whom_the_paragraph_before_is_about(before: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\n{before}\n\n{QUOTE}") == []


@pytest.mark.parametrize(
    "after",
    ["Ann Poe, Hull Gazette", "— the harbor board’s annual report", "“We fish here,” Ann Poe said."],
)
def test_a_credit_or_the_next_quotation_names_the_speaker(after: str) -> None:
    assert found(OrphanQuote, f"The harbor is old.\n\nIt is full of sand.\n\n{QUOTE}\n\n{after}") == []


def test_a_quotation_that_opens_a_draft_or_is_taken_up_below_is_no_orphan() -> None:
    assert found(OrphanQuote, f"{QUOTE}\n\nThe harbor is old, and so is the board.") == []
    assert found(OrphanQuote, f"The harbor is old.\n\n{QUOTE}\n\nThat was how the captain put it.") == []


def test_a_paragraph_that_does_not_open() -> None:
    text = "Ann Poe wrote: “The boats are late.\n\nNobody will wait for them.” The board did not answer."
    (one,) = check(RunningQuote, text)
    assert (one.excerpt, one.severity) == ("Nobody", "warning")
    assert one.message == "the quotation of the paragraph before goes on here: open it again"


def test_the_name_under_a_pull_quote_need_not_open() -> None:
    text = 'The pier is old.\n\n"The boats are very late.\n\nAnn Poe, of the harbor board."'
    assert found(RunningQuote, text) == []


def test_a_paragraph_that_closes_too_early() -> None:
    text = "“The boats are late.\n\n“Nobody will wait.”\n\n“So we go,” Ann Poe said.\n\nThe pier is old."
    assert found(RunningQuote, text) == []
    text = "“The boats are late.\n\n“Nobody will wait.”\n\n“So we all go.”\n\nThe pier is old."
    assert found(RunningQuote, text) == [("”", "warning")]


def test_a_paragraph_of_quotation_after_another_one_is_a_note() -> None:
    (one,) = check(RunningQuote, f"“It is late,” Ann Poe said.\n\n{QUOTE}")
    assert (one.excerpt, one.severity) == (QUOTE, "info")
    assert (
        one.message == 'no speaker here: if it is still "Ann Poe", leave the quotation above open, or say so'
    )


@pytest.mark.parametrize(
    "text",
    [
        f"“It is late,” Ann Poe said. “It is cold,” Bob Roe said.\n\n{QUOTE}",
        "“It is late,” Ann Poe said.\n\n“Nobody asked us,” she added.",
        "“It is late,” Ann Poe said.\n\n‘The Pier’",
    ],
)
def test_what_is_no_running_quotation(text: str) -> None:
    assert found(RunningQuote, text) == []


def test_he_may_be_either_of_two() -> None:
    text = "Mr. Roe and Mr. Poe met on Friday. “The pier will go,” he said."
    (one,) = check(UnclearSpeaker, text)
    assert one.excerpt == "he"
    assert one.message == '"he" may be "Mr. Roe" or "Mr. Poe": name the speaker'
    assert len(one.related) == 2


def test_the_draft_itself_says_whom_it_calls_she() -> None:
    told = "Ann Poe lives by the pier. She fishes.\n\nEve Roe lives by the lake. She rows.\n\n"
    text = "Ann Poe and Eve Roe met on Friday. “The pier will go,” she said."
    assert found(UnclearSpeaker, told + text) == [("she", "warning")]
    assert found(UnclearSpeaker, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Roe and Ms. Poe met on Friday. “The pier will go,” he said.",
        "Mr. Roe and Mr. Poe met. The pier is lost, Mr. Roe said. “It will go,” he said.",
        "Mr. Roe told Mr. Poe that the pier was lost. “It will go,” he said.",
        "The mayor came on Friday. “The pier will go,” he said.",
        "A 19-year-old saw it. “The pier went,” she said.",
        "Mr. Roe and Mr. Poe met on Friday.\n\nThe pier is old. “It will go,” Mr. Poe said.",
    ],
)
def test_a_pronoun_that_is_clear(text: str) -> None:
    assert found(UnclearSpeaker, text) == []


def test_nobody_is_named_at_all() -> None:
    text = "The pier is old. “It will go,” he said.\n\nThe vote is in May."
    assert found(UnclearSpeaker, text) == [("he", "warning")]
    assert found(LateIntroduction, text) == []


def test_who_she_is_comes_later() -> None:
    text = "The pier is old. “It will go,” she said.\n\nAnn Poe has fished there for years."
    (one,) = check(LateIntroduction, text)
    assert (one.excerpt, one.severity) == ("she", "info")
    assert one.message == '"she" speaks before being introduced: "Ann Poe" comes at 3:1'
    assert found(UnclearSpeaker, text) == []


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("According to Ann Poe, the pier is lost, she said.", "she said"),
        ("The board said the pier is lost, the board said.", "the board said"),
        ("Ann Poe said the pier was “lost for good,” she said.", "she said"),
        ("According to Ann Poe, the pier is lost, said Ms. Poe.", "said Ms. Poe"),
    ],
)
def test_who_says_so_is_said_twice(text: str, excerpt: str) -> None:
    assert found(DoubleAttribution, text) == [(excerpt, "warning")]


@pytest.mark.parametrize(
    "text",
    [
        "According to the report, the pier is lost, Ann Poe said.",
        "Ann Poe said the pier is lost and, when she was asked, said so again.",
        "Ann Poe said the pier is lost. It will go, she said.",
        "Ann Poe said Bob Roe was there, he said.",
    ],
)
def test_two_attributions_of_two_things(text: str) -> None:
    assert found(DoubleAttribution, text) == []


@pytest.mark.parametrize(
    ("text", "verb", "neutral"),
    [
        ("“The pier is lost,” Ann Poe claimed.", "claimed", "said"),
        ("Ann Poe insists that the pier is lost.", "insists", "says"),
        ("Ann Poe slammed the plan as “a very bad joke.”", "slammed", "criticized"),
        ("“The pier is lost,” grinned Ann Poe.", "grinned", "said"),
        ("“The pier is lost,” she said, boasting that “nobody will build it again.”", "boasting", "saying"),
    ],
)
def test_a_verb_that_says_too_much_with_the_neutral_one(text: str, verb: str, neutral: str) -> None:
    document = draft(text)
    (one,) = AttributionVerb().check(document, Context(AttributionVerb.options))
    assert document.slice(one.span) == verb
    assert one.fix is not None
    assert one.fix.message == f"write {neutral}"


def test_what_somebody_thinks_has_no_neutral_verb() -> None:
    document = draft("Ann Poe believes that the pier is lost.")
    (one,) = AttributionVerb().check(document, Context(AttributionVerb.options))
    assert one.message == '"believes" looks into a head: write what was said'
    assert one.fix is None


@pytest.mark.parametrize(
    "text",
    [
        "Ann Poe said she believes that the pier is lost.",
        "Ann Poe claimed the prize.",
        "The indictment alleges that the pier was sold.",
        "Bob Roe’s claim that the pier is lost is wrong.",
        "“He claims that the pier is lost,” Ann Poe said.",
        "Ann Poe smiled.",
    ],
)
def test_verbs_in_their_place(text: str) -> None:
    assert found(AttributionVerb, text) == []


def test_a_house_chooses_classes_and_verbs() -> None:
    text = "Ann Poe revealed that the pier is lost. Bob Roe claimed that it is not."
    assert [one.excerpt for one in check(AttributionVerb, text, classes=("factive",))] == ["revealed"]
    assert check(AttributionVerb, text, allow=("claim",)) == []
