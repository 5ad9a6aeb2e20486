"""What `from copydesk import …` gives: all of it is documented, typed, and free until it is asked for."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk
from copydesk.plugins.manifest import NEEDS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
NAMES = [name for name in copydesk.__all__ if name != "__version__"]
ENTRIES = re.findall(r"^\| `([^`]+)`(?:, .*?)? \| (.+) \|$", PAGE, re.MULTILINE)


@pytest.mark.parametrize("name", NAMES)
def test_a_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(copydesk, name) is not None
    assert [text for entry, text in ENTRIES if entry == name]


def test_nothing_else_is_documented_as_public() -> None:
    needs = {*NEEDS, "terms", "names", "style", "style.ranks", "numbers"}
    assert sorted(entry for entry, _ in ENTRIES) == sorted([*NAMES, *needs])


def test_every_need_is_documented() -> None:
    assert set(NEEDS) <= {entry for entry, _ in ENTRIES}


def test_type_checkers_see_the_same_homes() -> None:
    """The imports for type checkers and the table for everybody else say one thing."""
    tree = ast.parse(Path(copydesk.__file__).read_text(encoding="utf-8"))
    (branch,) = (node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module
        for node in branch.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = {name: f"copydesk.{home}" for home, names in copydesk._HOMES.items() for name in names.split()}
    assert seen == homes
    assert sorted(homes) == sorted(copydesk.__all__)


def test_the_face_costs_nothing_until_it_is_asked_for() -> None:
    program = "import sys, copydesk; print(*(name for name in sys.modules if name.startswith('copydesk')))"
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.split() == ["copydesk"]


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(ImportError, match="Rulle"):
        from copydesk import Rulle  # type: ignore[attr-defined]  # noqa: F401
    assert set(NAMES) <= set(dir(copydesk))
