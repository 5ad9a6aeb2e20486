"""The house styles that come with copydesk, as data."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.config.describe.sheet import _FORMS
from copydesk.config.read import Reader
from copydesk.config.resolver import CommandLine, House
from copydesk.config.settings import ConfiguredValue
from copydesk.house.style import HOUSE_TABLES, STYLE_TABLES, HonorificStyle
from copydesk.model.fields import field_names
from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules

GUIDE = (Path(__file__).parents[2] / "docs" / "styles.md").read_text(encoding="utf-8")
NAMES = list(load_registry().styles)


def honorifics(style: str) -> HonorificStyle:
    settings = House(load_registry(), CommandLine(isolated=True, style=style)).settings("a.txt")
    return settings.rules[0].context.honorifics


@pytest.mark.parametrize(
    ("style", "later", "full_point"),
    [
        ("auto", "auto", "auto"),
        ("ap", "never", "always"),
        ("bbc", "always", "never"),
        ("economist", "always", "never"),
        ("globe-and-mail", "always", "always"),
        ("guardian", "never", "never"),
        ("nyt", "always", "always"),
        ("reuters", "never", "always"),
        ("telegraph", "always", "never"),
        ("times", "never", "never"),
        ("washington-times", "always", "always"),
        ("wsj", "never", "always"),
        ("wsj-2022", "always", "always"),
    ],
)
def test_who_uses_courtesy_titles_and_how_they_are_written(style: str, later: str, full_point: str) -> None:
    found = honorifics(style)
    assert (found.later, found.full_point) == (later, full_point)


@pytest.mark.parametrize("style", NAMES)
def test_no_style_raises_a_rule_above_the_promise_that_it_keeps(style: str) -> None:
    own = {rule.name: rule.severity for rule in select_rules(load_registry(), ["all"])}
    settings = House(load_registry(), CommandLine(isolated=True, style=style)).settings("a.txt")
    assert [rule.name for rule in settings.rules if rule.severity > own[rule.name]] == []


def test_every_style_is_described() -> None:
    table = (Path(__file__).parents[2] / "rules/copydesk_rules/styles/README.md").read_text(encoding="utf-8")
    assert [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")] == [
        "auto",
        *(name for name in NAMES if name != "auto"),
    ]


@pytest.mark.parametrize("field", HonorificStyle.__struct_fields__)
def test_every_field_is_explained(field: str) -> None:
    assert f"\n| `{field}` | " in GUIDE


@pytest.mark.parametrize(
    ("path", "later"),
    [
        ("news/a.txt", "always"),
        ("sports/a.txt", "never"),
        ("site/Books/2024/a.txt", "never"),
        (r"sports\a.txt", "never"),
        ("sports.txt", "always"),
    ],
)
def test_a_section_may_have_titles_of_its_own(path: str, later: str) -> None:
    assert honorifics("nyt").in_section(path).later == later


def test_leaders_keep_the_titles_that_the_news_pages_gave_up() -> None:
    assert honorifics("guardian").in_section("leaders/a.txt").later == "always"


def test_a_section_that_is_named_holds_whatever_the_folder() -> None:
    style = HonorificStyle(later="always", plain_sections=("sports",), section="sports")
    assert style.in_section("news/a.txt").later == "never"


@pytest.mark.parametrize("style", NAMES)
def test_what_a_style_decides_is_known(style: str) -> None:
    """Each field beside those on names says in [facts] how it is known; nothing is from hearsay."""
    registry = load_registry()
    for layer in Reader(registry).style(ConfiguredValue(style)):
        for table, fields in layer.style.items():
            for field, given in fields.items():
                if table == "honorifics" or isinstance(given.value, tuple):
                    continue
                fact = layer.facts[table][field].value
                assert fact.marks, (table, field)
                assert bool(fact.seen) is ("measured" in fact.marks), (table, field)


@pytest.mark.parametrize(
    "field", [f"{table}.{field}" for table, fields in STYLE_TABLES.items() for field in field_names(fields)]
)
def test_every_field_has_its_line_in_a_sheet(field: str) -> None:
    assert field in _FORMS


@pytest.mark.parametrize("table", HOUSE_TABLES)
def test_every_field_of_the_tables_is_explained(table: str) -> None:
    _, _, section = GUIDE.partition(f"\n## The fields of [{table}]\n")
    for field in field_names(HOUSE_TABLES[table]):
        assert f"\n| `{field}` | " in section.partition("\n## ")[0]
