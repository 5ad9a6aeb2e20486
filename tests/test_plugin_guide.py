"""The plugin guide shows the plugin that the tests install, to the letter."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from copydesk.config.toml.located import parse
from copydesk.config.toml.terms import read_terms
from copydesk.house.terms import NO_RULING
from copydesk.plugins.hooks import HOOKS

ROOT = Path(__file__).parents[1]
GAZETTE = ROOT / "tests" / "plugins" / "gazette"
GUIDE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
SHOWN = dict(re.findall(r"<!-- file: (.*?) -->\n```\w+\n(.*?)```$", GUIDE, re.DOTALL | re.MULTILINE))


def test_every_file_of_the_plugin_is_shown_as_it_is() -> None:
    files = (path for path in GAZETTE.rglob("*") if path.suffix in (".py", ".toml") and path.is_file())
    expected = {path.relative_to(GAZETTE).as_posix(): path.read_text(encoding="utf-8") for path in files}
    del expected["gazette_copydesk/__init__.py"]
    assert expected == SHOWN


def test_every_hook_is_in_the_table() -> None:
    assert re.findall(r"^\| `(copydesk_\w+)` \|", GUIDE, re.MULTILINE) == list(HOOKS)


def test_the_test_of_the_rule_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(GAZETTE)
    (code,) = re.findall(r"^```python\n(import pytest\n.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
    module = ModuleType("test_weak_word")
    exec(compile(code, "plugins.md", "exec", dont_inherit=True), vars(module))  # noqa: S102
    module.test_contract()
    for example in module.examples(module.WeakWord):
        module.test_example(example)


def test_the_terms_files_are_some() -> None:
    files = re.findall(r"<!-- terms file -->\n```toml\n(.*?)```", GUIDE, re.DOTALL)
    plain, ruled = (list(read_terms(parse(text.encode(), "house.toml"))) for text in files)
    assert {term.text for term in plain} == {
        "advisor",
        "Kiev",
        r"(\d{1,3}) per ?cent",
        "illegals",
        "allegedly",
        "Advisor Perspectives",
    }
    assert all(term.ruling != NO_RULING for term in ruled)
