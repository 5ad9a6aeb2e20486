"""Drafts in, claims that nobody is on record for out."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.attribution.unsourced_claim import UnsourcedClaim

LEAD = "The board met.\n\n"
OLDEST = "The pier is the oldest in the whole country by now."


def found(text: str, **options: object) -> list[tuple[str, str]]:
    return [(one.excerpt, one.message) for one in check(UnsourcedClaim, LEAD + text, **options)]


def test_the_kinds_and_the_words_stand_in_the_message() -> None:
    text = "Because of careless work, the pier has cost 12 percent more than the library did."
    message = (
        'nobody is on record for a cause ("Because of"), a figure ("percent"): '
        "name who says so, or how we know"
    )
    assert found(text) == [(text, message)]


@pytest.mark.parametrize(
    "text",
    [
        "The fees have doubled in the years since the pier opened, because of careless work.",
        "The pier will fail.",
        "One in three boats in the harbor has no owner any more.",
    ],
)
def test_a_claim(text: str) -> None:
    assert [excerpt for excerpt, _ in found(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        f"{OLDEST[:-1]}, Mr. Brobst said.",
        f"{OLDEST} It costs too much, Mr. Brobst said.",
        f"Ann Poe said the pier is old for the country. {OLDEST}",
        f"According to the board, {OLDEST}",
        f"A survey of the country counted the piers. {OLDEST}",
        "“It is ours,” Ann Poe said.\n\nShe fishes from the oldest pier in the whole country.",
        f"“{OLDEST}”",
        "The oldest member of the board won 52 percent of the vote on Friday.",
        "The oldest pier in the country is charged with nothing in that court.",
        "The pier was opened on May 5, 1902, and stands three miles from the town.",
        "Their largest win came when the team scored in the last game there.",
        "It is the oldest pier.",
    ],
)
def test_what_has_a_source_or_needs_none(text: str) -> None:
    assert found(text) == []


def test_the_lead_is_left_to_the_paragraphs_that_follow_unless_the_claim_is_its_point() -> None:
    aside = "The new pier has cost twelve percent more than the library did because of careless work."
    assert check(UnsourcedClaim, aside) == []
    assert len(found(aside)) == 1
    assert [one.excerpt for one in check(UnsourcedClaim, OLDEST)] == [OLDEST]


@pytest.mark.parametrize("label", ["OPINION: Close the pier", "Analysis | Why the pier stands", "Editorial"])
def test_opinion_has_other_rules(label: str) -> None:
    assert check(UnsourcedClaim, f"{label}\n\nThe board met on Friday.\n\n{OLDEST}") == []


def test_a_draft_that_speaks_as_i_is_opinion() -> None:
    assert found(f"I fish here. I know the board. I think it is slow.\n\n{OLDEST}") == []


def test_the_heaviest_first_as_many_as_the_length_allows() -> None:
    lighter = [f"The new pier has cost {n} percent more because of careless work." for n in (4, 5, 6, 7, 8)]
    text = "\n\n".join([*lighter, OLDEST])
    assert [excerpt for excerpt, _ in found(text)] == [*lighter[:4], OLDEST]
    assert [excerpt for excerpt, _ in found(text, most=0)] == [*lighter, OLDEST]


def test_a_house_sets_the_threshold() -> None:
    text = "The new pier is likely to stand for many more years to come."
    assert found(text) == []
    assert len(found(text, score=1)) == 1
    assert found(OLDEST, score=6) == []


def test_what_another_rule_speaks_of_is_not_said_twice() -> None:
    assert found("It is widely believed that the pier is the oldest in the country.") == []


@pytest.mark.parametrize(
    "claim",
    [
        "The new tax will cost every family $900 a year.",
        "The county has lost a third of its farms since 2000.",
        "The casino will bring 900 jobs to the valley.",
        "The drought is the result of bad planning.",
        "Teachers there earn less than bus drivers.",
        "The speed cameras have cut deaths by a third.",
        "No school in the valley spends less on art.",
        "The bypass will put the old road out of business.",
        "More than 60 percent of the pipes leak.",
    ],
)
def test_a_short_claim_of_a_cost_a_change_a_cause_or_a_forecast(claim: str) -> None:
    assert [one.excerpt for one in check(UnsourcedClaim, f"The board met.\n\n{claim}")] == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "They think that the new tax will cost every family $900 a year.",
        "Not all of the drought is the result of bad planning.",
        "The county has lost a third of its farms since 2000, Ann Poe said.",
        "The state spends more than it raises through taxes.",
    ],
)
def test_a_claim_that_is_supposed_denied_or_told(text: str) -> None:
    assert check(UnsourcedClaim, f"The board met.\n\n{text}") == []
