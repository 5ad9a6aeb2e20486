"""The family `spelling` on true variants and on words that only look like them, in tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.plugins.registry import load_registry
from copydesk.testing import Checked, check
from copydesk_rules.honorifics.courtesy_title_punctuation import CourtesyTitlePunctuation
from copydesk_rules.spelling.abbreviation_variant import AbbreviationVariant
from copydesk_rules.spelling.capitalization_variant import CapitalizationVariant
from copydesk_rules.spelling.compound_variant import CompoundVariant
from copydesk_rules.spelling.diacritic_variant import DiacriticVariant
from copydesk_rules.spelling.dialect_mix import DialectMix
from copydesk_rules.spelling.name_variant import NameVariant

CASES = Path(__file__).parents[2] / "cases"
RULES = {
    rule.name: rule
    for rule in (
        AbbreviationVariant,
        CapitalizationVariant,
        CompoundVariant,
        CourtesyTitlePunctuation,
        DiacriticVariant,
        DialectMix,
        NameVariant,
    )
}


def lines(name: str) -> list[str]:
    text = (CASES / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def variants() -> list[tuple[str, str, str]]:
    """Rule, draft, and the form that the draft uses less."""
    found = []
    rule = frame = ""
    for line in lines("spelling_variants.txt"):
        if line.startswith("= "):
            rule, frame = line[2:].split(": ", 1)
        else:
            usual, rare = line.split(" / ")
            found.append((rule, frame.replace("USUAL", usual).replace("RARE", rare), rare))
    return found


def warnings(text: str) -> list[Checked]:
    found = [finding for rule in RULES.values() for finding in check(rule, text)]
    return [finding for finding in found if finding.severity != "info"]


@pytest.mark.parametrize(("rule", "text", "rare"), variants(), ids=lambda value: value[:60])
def test_a_true_variant_is_found(rule: str, text: str, rare: str) -> None:
    found = check(RULES[rule], text)
    assert [finding.severity for finding in found] == ["warning"]
    at = text.rindex(rare)
    assert found[0].span.start < at + len(rare)
    assert at < found[0].span.end


@pytest.mark.parametrize("text", lines("spelling_traps.txt"), ids=lambda value: value[:60])
def test_a_trap_is_passed(text: str) -> None:
    assert [finding.message for finding in warnings(text.replace("\\n", "\n"))] == []


def test_the_tables_are_long_enough() -> None:
    assert len(variants()) >= 150
    assert len(lines("spelling_traps.txt")) >= 150


def test_every_rule_of_the_family_is_registered() -> None:
    assert {*RULES, "number-style-variant"} <= set(load_registry().rules)
