"""Drafts in, findings of `vague-source` out."""

from __future__ import annotations

import pytest

from copydesk.plugins.rule import AnyRule
from copydesk.testing import check
from copydesk_rules.attribution.vague_source import VagueSource


def found(rule: type, text: str) -> list[tuple[str, str]]:
    return [(one.excerpt, one.severity) for one in check(rule, text)]


def excerpts(rule: type[AnyRule], text: str, **options: object) -> list[str]:
    return [one.excerpt for one in check(rule, text, **options)]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Critics say the board was late.", "Critics"),
        ("The board was late, critics said.", "critics"),
        ("The board was late, according to sources.", "sources"),
        ("Some experts warn that the pier will fall.", "Some experts"),
        ("Studies show that the pier will fall.", "Studies"),
    ],
)
def test_a_source_that_could_be_anybody_at_all(text: str, excerpt: str) -> None:
    assert found(VagueSource, text) == [(excerpt, "info")]


@pytest.mark.parametrize(
    "text",
    [
        "Harbor officials said the board was late.",
        "The critics of the pier said the board was late.",
        "U.S. officials said the board was late.",
        "Critics say the board was late. Ann Poe, a lawyer, said it always is.",
        "“Critics say the board was late,” Ann Poe said.",
        "The board listened to critics.",
    ],
)
def test_a_source_with_a_name_or_a_place(text: str) -> None:
    assert found(VagueSource, text) == []


def test_a_house_may_accept_a_source() -> None:
    assert check(VagueSource, "Officials said the board was late.", allow=("officials",)) == []


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
    assert excerpts(VagueSource, text) == [excerpt]


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
    assert excerpts(VagueSource, text) == []


def test_a_bare_source_once_a_paragraph() -> None:
    text = "Critics say the board was late. It is always late, critics say.\n\nIt is slow too, critics say."
    assert excerpts(VagueSource, text) == ["Critics", "critics"]


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("Community leaders are calling for the chief to go.", "Community leaders"),
        ("A growing number of teachers want out.", "A growing number of teachers"),
        ("Everyone in town knows that the pier is unsafe.", "Everyone"),
        ("Research has shown that the pier sinks.", "Research has shown"),
        ("Merchants are worried that the pier will close.", "Merchants"),
    ],
)
def test_a_crowd_by_a_count_a_kind_or_a_place(text: str, excerpt: str) -> None:
    assert excerpts(VagueSource, text) == [excerpt]


@pytest.mark.parametrize(
    "text",
    ["The migrants said they had walked.", "House leaders said no.", "Nineteen parents said they would sue."],
)
def test_a_crowd_that_the_draft_has_told_of_or_counted(text: str) -> None:
    assert excerpts(VagueSource, text) == []
