"""What a short run never imports: every module costs the editor who waits for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow

HEAVY = {
    "_hashlib",
    "asyncio",
    "concurrent.futures",
    "dataclasses",
    "difflib",
    "fnmatch",
    "importlib.metadata",
    "jinja2",
    "json",
    "logging",
    "multiprocessing",
    "pathlib",
    "pyromark",
    "random",
    "rich",
    "shutil",
    "subprocess",
    "tempfile",
    "tomllib",
    "unicodedata",
    "yaml",
}
LAYOUT = {"fnmatch", "pathlib", "shutil"}
"""What click needs to lay out its help."""

KEEPING = {"copydesk.work.cache", "copydesk.work.pickling", "pickle", "sqlite3"}
"""What only the cache needs, and so only folders."""

UNASKED = {
    f"copydesk.{name}"
    for name in "commands.check.gate edits.fixer edits.splice gate.baseline gate.since".split()
}
"""What only an option asks for."""

PROGRAM = """
import sys
from copydesk.commands.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
print(*sys.modules, file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments], capture_output=True, encoding="utf-8", check=True
    )
    return set(result.stderr.split())


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(
        "The council met on Tuesday. Mayor Ann Orr said the landmines were gone.\n\n"
        "“They are gone,” Ms. Orr said. The land mines had been there since [TK].\n",
        encoding="utf-8",
    )
    return path


def test_a_draft_is_checked_without_a_heavy_library(draft):
    modules = imported_by("check", "--format", "text", str(draft))
    assert "copydesk_rules.plugin" in modules
    assert modules & (HEAVY | UNASKED | KEEPING) == set()


def test_so_is_a_folder(draft, tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    for _ in range(2):  # nothing is kept at first, then all
        modules = imported_by("check", "--format", "text", str(draft.parent))
        assert modules >= KEEPING
        assert modules & (HEAVY | UNASKED) == set()


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_read_no_rule(option):
    modules = imported_by(option)
    assert modules & (HEAVY - LAYOUT) == set()
    assert not {"copydesk.engine.checking", "copydesk.document", "copydesk_rules"} & modules
