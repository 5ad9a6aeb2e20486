"""The house as CONTRIBUTING describes it: floors, no circle of imports, and a table that is the real tree."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "lint" / "copydesk"
RULES = ROOT / "rules" / "copydesk_rules"
CONTRACT = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.importlinter]")[2]
ROOMS = 10
"""How many modules and folders a folder may hold that are not of one kind."""

ALIKE = {"readers", "reporters/ci", "language/lists"}
"""Folders whose rooms are of one kind: a reader each, a reporter each, a list each."""


def folders() -> list[Path]:
    """Every package folder below `lint/copydesk/`."""
    return sorted(path.parent for path in PACKAGE.rglob("__init__.py") if path.parent != PACKAGE)


@pytest.fixture(scope="module")
def imports() -> dict[str, set[str]]:
    """For every module of the project the modules that it imports, inside functions and for types too."""
    graph = grimp.build_graph("copydesk", "copydesk_rules", cache_dir=None)
    return {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}


def test_no_module_imports_itself_by_way_of_others(imports: dict[str, set[str]]) -> None:
    open_ends = dict(imports)
    while free := {module for module, used in open_ends.items() if not used & open_ends.keys()}:
        for module in free:
            del open_ends[module]
    assert sorted(open_ends) == []


def test_rules_import_only_what_plugins_may(imports: dict[str, set[str]]) -> None:
    public = re.compile(
        r"copydesk\.(analyses|document|errors|house|language|languagetool|model|wording|plugins\.(hooks|manifest|rule))\b"
    )
    forbidden = {
        (module, used)
        for module, uses in imports.items()
        for used in uses
        if module.startswith("copydesk_rules") and used.startswith("copydesk.") and not public.match(used)
    }
    assert forbidden == set()


@pytest.mark.parametrize(
    ("module", "statement"),
    [
        ("copydesk/model/span.py", "from copydesk.language import words"),
        ("copydesk/run/inputs.py", "def late():\n    from copydesk.commands import cli"),
        ("copydesk/engine/checking.py", "import copydesk_rules"),
    ],
    ids=["up", "up, inside a function", "the engine knows a rule"],
)
def test_the_contract_refuses_an_arrow_that_runs_up(tmp_path: Path, module: str, statement: str) -> None:
    """A house of empty modules keeps the contract; with one wrong import it breaks it."""
    for package in re.findall(r"copydesk\w*(?:\.\w+)*", CONTRACT):
        folder = tmp_path.joinpath(*package.split("."))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").touch()
    for name in ("language/words", "commands/cli", "model/span", "run/inputs", "engine/checking"):
        (tmp_path / "copydesk" / f"{name}.py").touch()
    (tmp_path / "pyproject.toml").write_text("[tool.importlinter]" + CONTRACT, encoding="utf-8")
    lint_imports = shutil.which("lint-imports", path=Path(sys.executable).parent)
    assert lint_imports is not None

    def run() -> int:
        command = [lint_imports, "--no-cache"]
        environment = {"PYTHONPATH": str(tmp_path), "PATH": "", "SYSTEMROOT": "", "PYTHONUTF8": "1"}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True).returncode

    assert run() == 0
    (tmp_path / module).write_text(statement + "\n", encoding="utf-8")
    assert run() == 1


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.relative_to(PACKAGE).as_posix())
def test_no_folder_holds_more_rooms_than_can_be_seen_at_once(folder: Path) -> None:
    rooms = {
        path.stem for path in folder.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert folder.relative_to(PACKAGE).as_posix() in ALIKE or len(rooms - {"__init__"}) <= ROOMS


def test_the_table_in_contributing_is_the_real_tree() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `lint/copydesk/(\w+(?:/|\.py))` ", text, re.MULTILINE))
    real = {f"{path.name}/" for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    real |= {path.name for path in PACKAGE.glob("*.py") if not path.name.startswith("__")}
    assert told == real


def test_the_tests_mirror_the_house() -> None:
    """A folder of tests for a folder of the house, and a file of tests for every rule."""
    tests = ROOT / "tests" / "lint"
    tested = {path.parent.relative_to(tests).as_posix() for path in tests.rglob("test_*.py")}
    assert tested - {folder.relative_to(PACKAGE).as_posix() for folder in folders()} == {"."}
    rules = [
        path
        for path in RULES.glob("*/*.py")
        if re.search(r"^    name = ", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert len(rules) > 40
    files = [ROOT / "tests" / "rules" / rule.parent.name / f"test_{rule.name}" for rule in rules]
    assert [path for path in files if not path.is_file()] == []
