"""Drafts in, findings of `anonymous-source` out."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.agentless_claim import AgentlessClaim
from copydesk_rules.attribution.anonymous_source import AnonymousSource
from copydesk_rules.attribution.unsourced_claim import UnsourcedClaim
from copydesk_rules.attribution.vague_source import VagueSource


def excerpts(rule: type[AnyRule], text: str, **options: object) -> list[str]:
    return [one.excerpt for one in check(rule, text, **options)]


def test_anonymity_without_a_reason() -> None:
    text = (
        "The pier is sold, said an aide who requested anonymity.\n\nThe talks go on because nobody objects."
    )
    assert excerpts(AnonymousSource, text) == ["an aide"]


@pytest.mark.parametrize(
    "reason",
    [
        "because the sale is not public",
        "to discuss the sale",
        "for fear of losing the job",
        "as she was not authorized to speak",
        "citing the talks",
    ],
)
def test_anonymity_with_a_reason(reason: str) -> None:
    assert excerpts(AnonymousSource, f"An aide said so, asking not to be named {reason}.") == []


def test_a_reason_is_given_for_one_source_and_not_for_the_next() -> None:
    text = (
        "A nurse, who asked not to be named for fear of dismissal, said it is full. A porter said it is not."
    )
    assert excerpts(AnonymousSource, text) == ["A porter"]


@pytest.mark.parametrize(
    "text",
    [
        "“It is full,” said Ann Poe, a doctor who works there.",
        "Ann Poe, a former nurse at the clinic, said it is full.",
        "He said a scientist at the laboratory studies boats.",
        "She was holding a fundraiser at the harbor, her office said.",
    ],
)
def test_a_description_of_somebody_with_a_name_is_no_unnamed_source(text: str) -> None:
    assert excerpts(AnonymousSource, text) == []


def test_a_house_that_requires_the_reason_is_warned() -> None:
    text = "A person close to the board said the pier is sold."
    assert [one.severity for one in check(AnonymousSource, text)] == ["info"]
    assert [one.severity for one in check(AnonymousSource, text, require_reason=True)] == ["warning"]


def test_a_house_may_ask_for_more_than_one_unnamed_source() -> None:
    text = "An aide, who asked not to be named for fear of dismissal, said the pier is sold."
    assert excerpts(AnonymousSource, text) == []
    assert excerpts(AnonymousSource, text, sources_at_least=2) == ["An aide"]
    assert excerpts(AnonymousSource, f"{text} Ann Poe, the mayor, said so too.", sources_at_least=2) == []
    assert excerpts(AnonymousSource, f"{text}\n\nAnn Poe said it rained.", sources_at_least=2) == ["An aide"]


CASES = Path(__file__).parents[2] / "cases" / "who_says_so" / "sources.txt"
RULES: dict[str, type[AnyRule]] = {
    "a": AnonymousSource,
    "v": VagueSource,
    "g": AgentlessClaim,
    "u": UnsourcedClaim,
}
LINES = [line for line in CASES.read_text("utf-8").splitlines() if line[:1] in ("!", "=")]


@pytest.mark.parametrize("sign", ["!", "="])
@pytest.mark.parametrize("letter", RULES)
def test_of_the_drafts_written_before_the_rules_most_are_read_right(letter: str, sign: str) -> None:
    drafts = [line[3:].replace("[[", "").replace("]]", "") for line in LINES if line[:2] == sign + letter]
    found = [bool(check(RULES[letter], f"The board met.\n\n{draft}")) for draft in drafts]
    wanted = 0.7 if sign == "!" else 0.9
    assert sum(one is (sign == "!") for one in found) >= wanted * len(found)


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("The pier is sold, a harbor insider said.", "a harbor insider"),
        ("The pier, a banker involved in the talks said, is sold.", "a banker"),
        ("The board will sell the pier to Ann Poe, a harbor source told the Gazette.", "a harbor source"),
        ("Three officers said the chief knew.", "Three officers"),
        ("A lawyer close to the talks said the pier is sold.", "A lawyer"),
        ("One longtime donor said he would give no more.", "One longtime donor"),
        ("Internal emails obtained by the Gazette show that the pier is sold.", "emails obtained by"),
    ],
)
def test_an_unnamed_source_anywhere_in_its_sentence(text: str, excerpt: str) -> None:
    assert excerpts(AnonymousSource, text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "One teacher said the hall is full. The teacher, Paul Renn, has worked there nine years.",
        "A nurse who would be fired for speaking said the ward is full.",
        "A diplomat, who may not be named under the rules of the embassy, said the talks go on.",
        "Ann Poe, who retired as a senator, said the pier is sold.",
        "The board met, a meeting Democrats said was short.",
    ],
)
def test_a_source_who_is_named_later_or_may_not_be_named(text: str) -> None:
    assert excerpts(AnonymousSource, text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A senior Treasury official told the Courier that the plan is dead.", "A senior Treasury official"),
        ("A former member of the Poe administration says the plan is dead.", "A former member"),
        ("The plan is dead, sources close to the airline told the Courier.", "sources"),
        ("A source close to the club put it at 12 million pounds.", "A source"),
        (
            "It rained on Friday, and a senior union official said the plan is dead.",
            "a senior union official",
        ),
        ("“He lies,” one House colleague of Mark Renn told the Courier.", "one House colleague"),
        ("The pool will close, a porter said, because the roof leaks.", "a porter"),
        ("The pool will close to avoid a fine, said an aide to Sen. Ann Poe.", "an aide"),
    ],
)
def test_a_name_beside_a_source_or_a_reason_for_something_else_is_no_excuse(text: str, source: str) -> None:
    assert excerpts(AnonymousSource, text) == [source]


def test_who_is_described_after_a_dash_has_a_name() -> None:
    assert excerpts(AnonymousSource, "Ann Poe — a member of the choir — said it is full.") == []
