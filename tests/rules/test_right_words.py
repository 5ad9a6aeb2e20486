"""What is right stays as it is: accents typed in two ways, knights, nouns that look like verbs."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from copydesk.testing import check, draft
from copydesk_rules.attribution.attribution_verb import AttributionVerb
from copydesk_rules.honorifics.sir_with_surname import SirWithSurname
from copydesk_rules.honorifics.unintroduced_person import UnintroducedPerson
from copydesk_rules.spelling.diacritic_variant import DiacriticVariant


@pytest.mark.parametrize("rule", [UnintroducedPerson, DiacriticVariant])
def test_a_name_reads_the_same_however_its_accents_were_typed(rule) -> None:
    text = f"Piroska Almási, the mayor, spoke. {normalize('NFD', 'Ms. Almási')} said the vote was fair."
    assert check(rule, text) == []


def test_letters_that_were_composed_lead_back_to_the_file() -> None:
    text = normalize("NFD", "Piroska Almási und 한국 spoke.")
    document = draft(text)
    assert document.text == normalize("NFC", text)
    at = document.text.index("spoke")
    span = document.to_source(document.words[len(document.words) - 1].span)
    assert document.text[at : at + 5] == text[span.start : span.end] == "spoke"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sir Humphrey Stanley is 90. Sir Stanley sat.", [("warning", 'write "Sir Humphrey" or "Stanley"')]),
        ("Sir John Poe sat. His wife, Ruth Poe, ran. Sir Poe ate.", [("error", 'write "Sir John" or "Poe"')]),
        ("Ruth Castellane ran. Sir Castellane ate.", [("warning", "Sir goes with a given name")]),
        ("Sir Zorbo Roe sat. Ruth Zorbo ran. Sir Zorbo ate.", []),
        ("Sir Stanley Humphrey is 90. Sir Stanley sat.", []),
        ("Ruth Stanley ran. Sir Stanley sat.", []),
        ("Dame Ann Roe sang. Dame Roe left.", [("error", 'write "Dame Ann" or "Roe"')]),
    ],
)
def test_a_knight_gets_his_own_given_name_and_nobody_elses(text: str, found: list[tuple[str, str]]) -> None:
    told = check(SirWithSurname, text)
    assert [one.severity for one in told] == [severity for severity, _ in found]
    assert all(message in one.message for one, (_, message) in zip(told, found, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The council voted on Monday against Harbor Party claims that the toll was a tax.",
        "It dismissed Ferryline claims that the bridge was paid for.",
        "The judge rejected Ferryline claims that it had won.",
        "They heard Ferryline claims that the toll was paid.",
        "Donald Trump spoke. The court ruled against Trump claims that he won.",
        "On the third day, Ann Poe boasted.",
    ],
)
def test_a_noun_is_no_attribution(text: str) -> None:
    assert check(AttributionVerb, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ferryline claims that the toll is a tax.",
        "But Ferryline claims that the toll is a tax.",
        "The town paid, and he denied it because Ferryline claims that the toll is a tax.",
        "In court, Ferryline claims that it won.",
        "Donald Trump spoke. Trump claims that he won.",
        "The toll is a tax, Ivo Marsh claims.",
    ],
)
def test_a_verb_is_one(text: str) -> None:
    assert [finding.excerpt for finding in check(AttributionVerb, text)] == ["claims"]
