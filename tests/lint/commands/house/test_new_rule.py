"""`copydesk new-rule`: what it writes passes every check as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

HOUSE_STYLE = ["--isolated", "--line-length", "110"]


def passes(*command: str, cwd: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", *command], cwd=cwd, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_rule_with_its_test_passes_at_once(copydesk, folder):
    top = folder({})
    result = copydesk("new-rule", "gazette/weak-word")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines()[:2] == ["weak_word.py", "test_weak_word.py"]
    passes("pytest", "-q", "-p", "no:cacheprovider", cwd=top)


def test_a_whole_plugin_passes_every_check_at_once(copydesk, folder):
    top = folder({}) / "gazette-copydesk"
    result = copydesk("new-rule", "gazette/weak-word", "--package")
    assert (result.code, result.err) == (0, "")
    assert (top / "pyproject.toml").is_file()
    assert result.out.splitlines()[-1] == "now: pip install -e gazette-copydesk && pytest gazette-copydesk"
    passes("pytest", "-q", "-p", "no:cacheprovider", cwd=top)
    passes("ruff", "check", *HOUSE_STYLE, "--select", "B,D1,E,F,I,N,UP,W", "--ignore", "D103", ".", cwd=top)
    passes("ruff", "format", *HOUSE_STYLE, "--check", ".", cwd=top)
    passes("mypy", "--strict", "--cache-dir", "cache", "gazette_copydesk", "tests", cwd=top)


def test_a_rule_in_a_package_is_imported_from_it(copydesk, folder):
    top = folder({"desk/__init__.py": "", "desk/rules/__init__.py": ""})
    assert copydesk("new-rule", "gazette/weak-word", "--folder", "desk/rules").code == 0
    test = (top / "desk" / "rules" / "test_weak_word.py").read_text(encoding="utf-8")
    assert "from desk.rules.weak_word import WeakWord" in test


def test_a_rule_for_copydesk_itself_needs_no_house(copydesk, folder):
    top = folder({"copydesk_rules/__init__.py": "", "copydesk_rules/facts/__init__.py": ""})
    assert copydesk("new-rule", "weak-word", "--folder", "copydesk_rules/facts").code == 0
    rule = (top / "copydesk_rules" / "facts" / "weak_word.py").read_text(encoding="utf-8")
    assert 'name = "weak-word"' in rule
    assert 'family = "facts"' in rule


def test_nothing_is_overwritten(copydesk, folder):
    top = folder({"test_weak_word.py": "mine"})
    result = copydesk("new-rule", "gazette/weak-word")
    assert (result.code, result.out) == (2, "")
    assert "test_weak_word.py is there already, and nothing was written" in result.err
    assert sorted(path.name for path in top.iterdir()) == ["test_weak_word.py"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("weak-word", "a rule of your own is named for your house: house/weak-word"),
        ("Gazette/WeakWord", "is not house/rule-name in lower-case words with hyphens"),
        ("gazette/weak/word", "is not house/rule-name"),
        ("../weak-word", "is not house/rule-name"),
        ("gazette/class", "is not house/rule-name"),
    ],
)
def test_a_name_that_is_none_is_refused(copydesk, folder, name, line):
    top = folder({})
    result = copydesk("new-rule", name)
    assert (result.code, result.out) == (2, "")
    assert line in " ".join(result.err.split())
    assert list(top.iterdir()) == []
