"""Drafts in, sources and claims that nobody stands behind out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.agentless_claim import AgentlessClaim
from copydesk_rules.attribution.anonymous_source import AnonymousSource
from copydesk_rules.attribution.loaded_word import LoadedWord
from copydesk_rules.attribution.vague_source import VagueSource


def found(rule: type[AnyRule], text: str, **options: object) -> list[str]:
    return [one.excerpt for one in check(rule, text, **options)]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Some legal experts predicted that the pier will fall.", "Some legal experts"),
        ("But critics say the board was late.", "critics"),
        ("Many believe the pier will fall.", "Many"),
        ("Some surveys suggest that the pier is loved.", "Some surveys"),
        ("Studies show the pier is loved.", "Studies"),
        ("Critics said the pier is sold. But Ann Poe, the mayor, said it is not.", "Critics"),
        ("Insiders said the pier is sold. Ann Poe, a lawyer, said it is not.", "Insiders"),
    ],
)
def test_a_source_that_could_be_anybody(text: str, excerpt: str) -> None:
    assert found(VagueSource, text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "Experts say the pier will fall.\n\n“It will,” said Ann Poe, a professor at the college.",
        "Harbor Board officials met on Friday. They were late, officials said.",
        "Critics say the board was late. “It always is,” said Ann Poe, who fishes there.",
        "Critics of the pier say the board was late.",
        "The Poes’ supporters said the board was late.",
        "Some fishermen said the board was late, while others said nobody cared.",
        "Officials disagree about the pier.",
        "The board listened to experts.",
    ],
)
def test_a_source_whose_kind_is_named_near(text: str) -> None:
    assert found(VagueSource, text) == []


def test_a_bare_source_once_a_paragraph() -> None:
    text = "Critics say the board was late. It is always late, critics say.\n\nIt is slow too, critics say."
    assert found(VagueSource, text) == ["Critics", "critics"]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("It is understood that the pier is sold.", "It is understood that"),
        ("It has been widely reported that the pier is sold.", "It has been widely reported that"),
        ("On Friday it emerged that the pier is sold.", "it emerged that"),
        ("The board is widely seen as slow.", "is widely seen"),
        ("The mayor is believed to own two boats.", "is believed to"),
        ("The mayor is said to have bought the pier.", "is said to have"),
        ("Two boats are said to be missing.", "are said to be"),
        ("The board has been heavily criticised for the delay.", "has been heavily criticised"),
        ("Questions were raised about the sale.", "Questions were raised"),
    ],
)
def test_a_claim_that_nobody_makes(text: str, excerpt: str) -> None:
    assert found(AgentlessClaim, text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    [
        "The board is widely seen by the fishermen as slow.",
        "It is widely believed among the fishermen that the pier is sold.",
        "Ann Poe said it is widely believed that the pier is sold.",
        "The mayor reportedly owns two boats, the Harbor Times said.",
        "“It is understood that the pier is sold,” Ann Poe said.",
        "The board was criticized by Ann Poe.",
        "The pier is considered safe from Friday on, a notice reads.",
        "It is late.\n\nBelieved that nobody would come, the board left.",
    ],
)
def test_a_claim_that_somebody_makes(text: str) -> None:
    assert found(AgentlessClaim, text) == []


def test_anonymity_without_a_reason() -> None:
    text = (
        "The pier is sold, said an aide who requested anonymity.\n\nThe talks go on because nobody objects."
    )
    assert found(AnonymousSource, text) == ["requested anonymity"]


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
    assert found(AnonymousSource, f"An aide said so, asking not to be named {reason}.") == []


def test_a_judgment_once_a_draft() -> None:
    text = "The controversial sale is on.\n\nThankfully, the controversial buyer is rich."
    assert found(LoadedWord, text) == ["controversial", "Thankfully"]
    assert found(LoadedWord, text, allow=("controversial",)) == ["Thankfully"]


@pytest.mark.parametrize(
    "text",
    [
        "“The sale is outrageous,” Ann Poe said.",
        "The sale is outrageous, Ann Poe said.",
        "Ann Poe called the sale “shameful” on Friday.",
    ],
)
def test_a_judgment_of_somebody(text: str) -> None:
    assert found(LoadedWord, text) == []
