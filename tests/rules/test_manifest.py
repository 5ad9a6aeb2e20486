"""The manifest says of each built-in rule what its class says, and no need keeps a rule from reporting."""

from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk_rules
from copydesk.plugins.manifest import NEEDS, OR, RuleEntry, is_need
from copydesk.plugins.rule import Context, DraftsRule, Rule
from copydesk.testing import HOSTILE_DRAFTS, draft, unmark
from copydesk_rules.plugin import MANIFEST

RULES = [entry.load() for entry in MANIFEST]
NEEDY = [rule for rule in RULES if rule.needs and not issubclass(rule, DraftsRule)]
EXAMPLES = [example for rule in RULES for example in rule.examples]

WORDS = st.sampled_from(
    [
        *"Mr. Mr Ms. Mrs Dr. Sir Dame Ann Orr Ben Poe Roe the a he she said, said. says told of".split(),
        *"“ ” ‘ ’ \" ' ( ) [ ] — 5 % percent 12 twelve villages café cafe José Jose “Yes,” Ms. was".split(),
    ]
)
DRAFTS = st.lists(st.lists(WORDS, max_size=25).map(" ".join), max_size=6).map("\n".join)


@pytest.mark.parametrize("entry", MANIFEST, ids=lambda entry: entry.name)
def test_a_line_says_what_the_class_says(entry: RuleEntry) -> None:
    assert entry == RuleEntry.of(entry.load())


def test_every_rule_has_its_line() -> None:
    found = set()
    for module in pkgutil.walk_packages(copydesk_rules.__path__, "copydesk_rules."):
        for value in vars(import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Rule | DraftsRule) and hasattr(value, "name"):
                found.add(f"{value.__module__}:{value.__qualname__}")
    assert found == {entry.target for entry in MANIFEST}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_need_is_one(rule: type[Rule[object]]) -> None:
    assert all(map(is_need, rule.needs))


@pytest.mark.parametrize("name", ["style.nothing", "style.", "quotations", "", "terms.prefer"])
def test_what_is_no_need(name: str) -> None:
    assert not is_need(name)


def test_every_need_of_the_table_is_needed() -> None:
    assert set(NEEDS) <= {one for rule in RULES for need in rule.needs for one in need.split(OR)}


def reports_in_spite_of_its_needs(text: str, rule: type[Rule[object]], context: Context[object]) -> bool:
    document = draft(text)
    is_met = all(ask(document) for ask in RuleEntry.of(rule).asks(context))
    return not is_met and bool([*rule().check(document, context)])


@pytest.mark.parametrize("rule", NEEDY, ids=lambda rule: rule.name)
def test_a_rule_reports_nothing_where_a_need_is_not_met(rule: type[Rule[object]]) -> None:
    for example in EXAMPLES:
        context = Context(rule.options, example.terms, example.honorifics)
        assert not reports_in_spite_of_its_needs(unmark(example.text)[0], rule, context)
    for text in HOSTILE_DRAFTS:
        if len(text) < 20_000:
            assert not reports_in_spite_of_its_needs(text, rule, Context(rule.options))


@given(text=DRAFTS)
@settings(max_examples=150, deadline=None)
def test_nor_in_any_draft(text: str) -> None:
    for rule in NEEDY:
        assert not reports_in_spite_of_its_needs(text, rule, Context(rule.options))


IMPORTED = """
import sys
from copydesk.commands.cli import main
try:
    main(["check", "--isolated", "--no-cache", *sys.argv[1:]])
except SystemExit:
    pass
print(*(name for name in sys.modules if name.startswith("copydesk_rules.")), file=sys.stderr)
"""


def test_a_rule_that_cannot_report_is_not_imported(tmp_path) -> None:
    path = tmp_path / "draft.txt"

    def imported(text: str, *options: str) -> set[str]:
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", IMPORTED, str(path), *options]
        result = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
        return {name.removeprefix("copydesk_rules.") for name in result.stderr.split()}

    knights = "honorifics.sir_with_surname"
    ranks = "honorifics.role_abbreviation"
    others = {"terms.house_term", "grammar.languagetool", "duplicates.duplicate_across_drafts"}
    plain = imported("The lake was cold.\n")
    assert "spelling.compound_variant" in plain
    assert not plain & {knights, ranks, *others}
    assert knights in imported("The lake was cold, Sir Roe said.\n")
    assert ranks in imported("The lake was cold.\n", "--style", "ap")
