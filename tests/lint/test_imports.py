"""What a short run never imports: every module costs the editor who waits for it."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

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
    "msgspec._json_schema",
    "multiprocessing",
    "pathlib",
    "pyromark",
    "random",
    "rich",
    "shutil",
    "subprocess",
    "tempfile",
    "tomllib",
    "typing_extensions",
    "unicodedata",
    "yaml",
}
LAYOUT = {"fnmatch", "pathlib", "shutil"}
"""What click needs to lay out its help."""

KEEPING = {"copydesk.work.cache", "copydesk.model.packing", "pickle", "sqlite3"}
"""What only the cache needs, and so only folders."""

UNASKED = {
    "copydesk.commands.check.watch",
    "copydesk.lsp",
    "copydesk.gate.baseline",
    "copydesk.gate.since",
    "copydesk.commands.check.gate",
    "copydesk.commands.check.fixing",
    "copydesk.edits.fixer",
    "copydesk.edits.rounds",
    "copydesk.edits.splice",
    "copydesk.commands.check.marking",
    "copydesk.edits.word",
    "copydesk.readers.word",
    "copydesk.run.across",
    "pyexpat",
    "zipfile",
    "copydesk.plugins.validation",
    "copydesk.config.toml.reading",
    "copydesk_rules.grammar.languagetool",
    "copydesk_rules.terms.house_term",
}
"""What only an option asks for, a configuration, or a plugin."""

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))
OURS, ALL = 135, 244
"""Modules of a plain check of the seed article: our own, and all. Fewer is better."""

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


@pytest.mark.parametrize("name", sorted(UNASKED))
def test_what_is_not_imported_is_there(name):
    assert find_spec(name) is not None


def test_a_plain_check_imports_no_more_modules_than_it_did():
    modules = imported_by("check", "--isolated", "--no-cache", "--format", "text", str(SEED))
    assert len([name for name in modules if name.startswith("copydesk")]) <= OURS
    assert len(modules) <= ALL


def test_so_is_a_folder(draft, tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    for _ in range(2):  # nothing is kept at first, then all
        modules = imported_by("check", "--format", "text", str(draft.parent))
        assert modules >= KEEPING
        assert modules & (HEAVY | (UNASKED - {"copydesk.run.across"})) == set()


def test_what_was_put_off_is_there_where_it_is_asked_for():
    program = (
        "from copydesk.commands.shared.deferred import import_records; import_records()\n"
        "import msgspec, typing_extensions\n"
        "from msgspec.inspect import type_info\n"
        "print(msgspec.json.schema(int), type(type_info(int)).__name__, typing_extensions.__name__)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout == "{'type': 'integer'} IntType typing_extensions\n"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_read_no_rule(option):
    modules = imported_by(option)
    assert modules & (HEAVY - LAYOUT) == set()
    assert not {"copydesk.engine.checking", "copydesk.document", "copydesk_rules"} & modules
