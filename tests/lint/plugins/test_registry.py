"""What is installed: plugins are loaded one by one, and two of one name are refused."""

from __future__ import annotations

import sys

import pytest

from copydesk.errors import UsageError
from copydesk.plugins.discovery import EntryPoint, find_entry_points, load_plugins
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.registry import Registry, load_registry
from copydesk.readers import Reader
from copydesk.wording import nearest

PLUGIN = """
from copydesk.plugins.hooks import hookimpl

@hookimpl
def copydesk_rules():
    return []
"""


@pytest.fixture
def module(tmp_path, monkeypatch):
    """A plugin that can be imported: `module("house_rules")`."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(name, code=PLUGIN):
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        monkeypatch.delitem(sys.modules, name, raising=False)
        return name

    return make


def registry_with(**plugins: object) -> Registry:
    loaded, _ = load_plugins([])
    return Registry({**loaded, **plugins})


def test_the_engine_brings_its_readers_and_reporters_itself():
    registry = registry_with()
    assert set(registry.readers) >= {"markdown", "plain"}
    assert set(registry.reporters) >= {"json", "pretty", "text"}
    assert registry.plugins == []


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("a.txt", "plain"),
        ("A.MD", "markdown"),
        ("drafts.md/a.txt", "plain"),
        ("notes", "plain"),
        ("drafts.d/Interview with Mr. Roe", "plain"),
        ("budget 2.0", "plain"),
        ("a.article", "none"),
        ("<stdin>", "plain"),
    ],
)
def test_the_suffix_says_how_a_draft_is_read(path, reader):
    assert registry_with().reader_for(path).name == reader


def test_rules_come_in_the_order_of_their_names_with_the_plugin_that_brought_them(toys):
    registry = registry_with(first=toys.Plugin(toys.Worst), second=toys.Plugin(toys.Bad))
    assert [(name, rule.plugin) for name, rule in registry.rules.items()] == [
        ("bad", "second"),
        ("worst", "first"),
    ]
    assert registry.families == {"toys": ["bad"], "grave": ["worst"]}
    assert registry.plugins == ["first", "second"]


def test_two_plugins_with_one_rule_name_are_refused(toys):
    registry = registry_with(first=toys.Plugin(toys.Bad), second=toys.Plugin(toys.Bad))
    with pytest.raises(UsageError, match=r"bad comes with two plugins, (first and second|second and first)"):
        _ = registry.rules


def test_two_readers_of_one_suffix_are_refused(toys):
    class Rival(toys.Plugin):
        @hookimpl
        def copydesk_readers(self):
            return [Reader("rival", (".txt",), lambda _path, _data: None)]

    with pytest.raises(UsageError, match=r"\.txt files have two readers, plain and rival"):
        _ = registry_with(rival=Rival()).suffixes


def test_no_rule_at_all_is_never_clean():
    with pytest.raises(UsageError, match="no rule is installed"):
        _ = registry_with().rules


def test_a_plugin_whose_hook_breaks_is_named_and_the_others_work(toys):
    class Broken(toys.Plugin):
        @hookimpl
        def copydesk_rules(self):
            raise ImportError("no module named wordlists")

    registry = registry_with(house=Broken(), toys=toys.Plugin(toys.Bad))
    assert list(registry.rules) == ["bad"]
    assert registry.problems == [
        "plugin house broke in copydesk_rules: ImportError: no module named wordlists"
    ]


def test_a_plugin_that_cannot_be_imported_is_named_and_the_others_work(module):
    plugins, problems = load_plugins(
        [
            EntryPoint("house", "no.such.module", "house-1.0"),
            EntryPoint("other", module("other_rules"), "other-2"),
        ]
    )
    assert problems == ["plugin house of house-1.0 was not loaded: ModuleNotFoundError: No module named 'no'"]
    assert Registry(plugins, problems).plugins == ["other"]


def test_the_second_plugin_of_a_name_is_not_loaded_in_silence(module):
    entries = [
        EntryPoint("house", module("first_rules"), "a-1"),
        EntryPoint("house", module("second_rules"), "b-1"),
    ]
    _, problems = load_plugins(entries)
    assert problems == ["plugin house of b-1 was not loaded: a-1 has a plugin of that name"]


def test_an_entry_point_may_name_an_object_of_a_module(module):
    module("object_rules", f"{PLUGIN}\nimport sys\nclass Plugins:\n    sport = sys.modules[__name__]\n")
    plugins, problems = load_plugins([EntryPoint("house", "object_rules:Plugins.sport", "house-1.0")])
    assert problems == []
    assert plugins["house"] is sys.modules["object_rules"]


def entry_points(folder, distribution, text):
    path = folder / f"{distribution}.dist-info" / "entry_points.txt"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


def test_plugins_are_found_beside_the_installed_packages(tmp_path, monkeypatch):
    first, second = tmp_path / "first", tmp_path / "second"
    entry_points(
        first,
        "house-1.0",
        "[console_scripts]\nhouse = x:y\n\n[copydesk]\n# ours\nhouse = house.rules [extra]\n",
    )
    entry_points(second, "House-0.9", "[copydesk]\nold = house.old\n")
    entry_points(second, "desk-2.0", "[copydesk]\r\ndesk=desk\r\nart = desk:art\r\n[other]\r\nx = y\r\n")
    entry_points(second, "none-1.0", "[console_scripts]\nnone = x:y\n")
    monkeypatch.setattr(sys, "path", [str(first), str(tmp_path / "gone"), str(second)])
    assert find_entry_points() == [
        EntryPoint("art", "desk:art", "desk-2.0"),
        EntryPoint("desk", "desk", "desk-2.0"),
        EntryPoint("house", "house.rules", "house-1.0"),
    ]


def test_the_built_in_rules_are_a_plugin_like_any_other():
    registry = load_registry()
    assert "builtin" in registry.plugins
    assert registry.distributions["builtin"].startswith("copydesk-")
    assert {rule.plugin for rule in registry.rules.values()} >= {"builtin"}


@pytest.mark.parametrize(
    ("name", "hint"),
    [("txt", '; did you mean "text"?'), ("jsno", '; did you mean "json"?'), ("sarif", "")],
)
def test_the_nearest_name_is_offered(name, hint):
    assert nearest(name, ["json", "pretty", "text"]) == hint
