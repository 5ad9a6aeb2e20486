"""Drafts in, findings of `unintroduced-person` out."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest

import copydesk
from copydesk.house.style import HonorificStyle
from copydesk.plugins.rule import Rule
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.unintroduced_person import UnintroducedPerson
from copydesk_rules.spelling.diacritic_variant import DiacriticVariant

LEAD = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\nAnn Poe, the clerk, met Bo Tamm, a lawyer.\n\n"
)


def found(rule: type[Rule], text: str, **style: object) -> list[Checked]:
    return check(rule, LEAD + text, honorifics=HonorificStyle(**style))  # type: ignore[arg-type]


OPENING = (
    "The harbor board met on Friday to vote on the new pier, and put off the vote until the spring of next "
    "year.\n\n"
)


def excerpts(rule: type, text: str) -> list[tuple[str, str]]:
    return [(found.excerpt, found.severity) for found in check(rule, OPENING + text)]


@pytest.mark.parametrize(
    ("text", "severities"),
    [("Putin said no.", ["info"]), ("It was Putin’s war.", []), ("The Putin era began.", [])],
)
def test_a_house_may_want_everybody_introduced(text: str, severities: list[str]) -> None:
    assert [one.severity for one in found(UnintroducedPerson, text)] == severities
    assert [one.severity for one in found(UnintroducedPerson, text, public_figures="introduce")] == [
        "warning"
    ]


def test_the_title_is_reported_where_the_bare_name_comes_first() -> None:
    (one,) = found(UnintroducedPerson, "The Putin era began. Putin said no. Later Mr. Putin left.")
    assert (one.excerpt, one.severity) == ("Mr. Putin", "warning")


def test_a_later_reference_to_a_public_figure_needs_a_first_one_everywhere() -> None:
    (one,) = found(UnintroducedPerson, "Mr. Putin said no.")
    assert one.severity == "warning"


def test_a_person_is_reported_once_at_the_first_place() -> None:
    (found,) = check(
        UnintroducedPerson, OPENING + "Mr. Roe left. Mr. Roe said nothing.\n\nLater Mr. Roe came back."
    )
    assert found.message == '"Mr. Roe" is never introduced by full name'
    assert found.place == "3:1"


def test_an_introduction_that_comes_late_is_shown() -> None:
    (found,) = check(UnintroducedPerson, OPENING + "Mr. Roe left.\n\nHarold Roe, the chairman, came back.")
    assert found.message == '"Mr. Roe" comes before the introduction at 5:1'
    assert found.related == ("5:1",)


@pytest.mark.parametrize(
    "text",
    [
        "The Biden administration agreed. President Biden said so.",
        "Biden’s war on waste goes on, President Biden said.",
        "President Roe agreed. Mr. Roe signed.",
        "“Mr. Roe is late,” said Ann Poe, the clerk.",
        "Ann Poe, the clerk, left. Ms. Poe said nothing.",
        "Her son Harold, 7, likes boats. Harold said so.",
        "In May, Google said no. Hamas said yes.",
        "Sisak and Balsamo reported from New York.",
        "ABSTRACT.\nMr. Roe left.\nFULL TEXT.\nHarold Roe, the chairman, left. Mr. Roe was late.",
        "His name is James Holm (Lindqvist, on the air). Lindqvist, who sings, left.",
        "They met Prophet Lindqvist. Lindqvist, who is old, left.",
        "The former agent [Ann] Lindqvist came. Lindqvist, who is old, left.",
        "Then Ana Lindqvist-Vega came. Ms. Lindqvist said no.",
        "On stage, singer Lindqvist said no.",
    ],
)
def test_who_needs_no_introduction(text: str) -> None:
    assert excerpts(UnintroducedPerson, text) == []


@pytest.mark.parametrize(
    ("text", "excerpt"),
    [
        ("“No,” said Lindqvist, a lawyer for the board.", "Lindqvist"),
        ("Dr. Roe said no.", "Dr. Roe"),
        ("Reps. Lindqvist and Ann Poe came. Lindqvist said no.", "Lindqvist"),
        ("“No,” said lifelong fisherman Mr. Roe.", "Mr. Roe"),
        ("A vote is due, board scholar Lindqvist said.", "Lindqvist"),
    ],
)
def test_who_needs_one(text: str, excerpt: str) -> None:
    assert excerpts(UnintroducedPerson, text) == [(excerpt, "warning")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Feravante, a marine surveyor from Hull, said no.", [("Feravante", "warning")]),
        ("Feravante, a rival of Hull Boats, said that its boats sink.", []),
        ("Sen. Lou Roe, R-Texas, an adviser to the board, said no.", []),
        ("Lindqvist is a firm. “No,” said Lindqvist, a firm. Lindqvist is working on its boats.", []),
        ("Dog Feravante, a spokesman for the board, said no.", []),
    ],
)
def test_a_job_between_a_bare_name_and_the_verb(text: str, expected: list[tuple[str, str]]) -> None:
    assert excerpts(UnintroducedPerson, text) == expected


def test_a_brand_of_the_same_name_is_nobody() -> None:
    text = "Lord Roe owns the pier. The Vandriel brand is sold. Mr. Vandriel left. The Vandriel brand is old."
    assert excerpts(UnintroducedPerson, text) == []


def test_a_misspelt_name_is_one_finding(tmp_path: Path) -> None:
    path = tmp_path / "draft.txt"
    path.write_text(OPENING + "Delphine Arkwright came. Ms. Arkwrigth left. Ms. Arkwright stayed.", "utf-8")
    (finding,) = copydesk.check(str(path)).findings
    assert finding.rule == "name-variant"


def test_a_public_figure_alone_is_only_a_note() -> None:
    assert excerpts(UnintroducedPerson, "Clinton said no. She left.") == [("Clinton", "info")]
    assert excerpts(UnintroducedPerson, "The Biden administration agreed.") == []
    assert excerpts(UnintroducedPerson, "Mrs. Clinton said no.") == [("Mrs. Clinton", "warning")]


def test_a_house_names_its_own_public_figures() -> None:
    text = OPENING + "On Monday lawyer Lindqvist spoke. “No,” said Lindqvist, a lawyer for the board."
    (found,) = check(UnintroducedPerson, text, household=("Lindqvist",))
    assert found.severity == "info"


def test_a_public_figure_who_is_described_is_introduced() -> None:
    assert excerpts(UnintroducedPerson, "Biden, the nominee, said no. Later Biden said yes.") == []
    assert excerpts(UnintroducedPerson, "A former Biden aide said no.") == []


@pytest.mark.parametrize("rule", [UnintroducedPerson, DiacriticVariant])
def test_a_name_reads_the_same_however_its_accents_were_typed(rule) -> None:
    text = f"Piroska Almási, the mayor, spoke. {normalize('NFD', 'Ms. Almási')} said the vote was fair."
    assert check(rule, text) == []
