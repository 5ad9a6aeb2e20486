"""The cache: never another answer, only a faster one."""

from __future__ import annotations

import ast
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from copydesk.errors import LeftOutError
from copydesk.model.finding import Severity
from copydesk.plugins.registry import load_registry
from copydesk.plugins.rule import Context
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run
from copydesk.work.cache import Cache
from copydesk.work.digests import USED, of_code, of_rules

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]

DRAFTS = [
    Input("a.txt", b"The the council met. It found a land mine, then three landmines and a landmine."),
    Input("b.txt", b"A draft without faults."),
]


@pytest.fixture
def checking(toys, registry_of):
    """Counts the drafts that a rule reads: `checking(cache, drafts)`."""

    seen: list[str] = []

    class Counts(toys.Bad):
        name = "counts"

        def check(self, document, context):
            seen.append(document.source.path)
            return super().check(document, context)

    registry = registry_of(Counts, toys.FirstWord, toys.Hint)

    def check(cache, drafts, ignore=()):
        seen.clear()
        report = run(drafts, select_rules(registry, ignore=ignore), registry, cache=cache)
        assert report == run(drafts, select_rules(registry, ignore=ignore), registry)
        return seen[: -len(drafts)]

    return check


def test_an_unchanged_draft_is_not_read_by_the_rules_again(tmp_path, checking):
    drafts = [Input("a.txt", b"A bad word."), Input("b.txt", b"A bad hint.")]
    with Cache(str(tmp_path)) as cache:
        assert checking(cache, drafts) == ["a.txt", "b.txt"]
    with Cache(str(tmp_path)) as cache:
        assert checking(cache, drafts) == []
        assert checking(cache, [drafts[0], Input("b.txt", b"A bad end.")]) == ["b.txt"]
        assert checking(cache, [Input("c.txt", b"A bad word.")]) == ["c.txt"]


def test_other_settings_are_another_question(tmp_path, checking):
    drafts = [Input("a.txt", b"A bad word.")]
    with Cache(str(tmp_path)) as cache:
        assert checking(cache, drafts) == ["a.txt"]
        assert checking(cache, drafts, ignore=["hint"]) == ["a.txt"]
        assert checking(cache, drafts, ignore=["hint"]) == []


def test_rules_across_drafts_see_drafts_that_come_from_the_cache(tmp_path, checking):
    known = [Input("b.txt", b"Word for word."), Input("c.txt", b"Another word.")]
    with Cache(str(tmp_path)) as cache:
        checking(cache, known)
        assert checking(cache, [Input("a.txt", b"Word."), *known]) == ["a.txt"]


class TestRulesAcrossDrafts:
    DRAFTS = (Input("a.txt", b"Council meets."), Input("b.txt", b"Council votes."))

    @pytest.fixture
    def asking(self, tmp_path, toys, registry_of):
        """Says what is reported of drafts, and of how many the rule was asked: `asking(drafts)`."""

        def ask(drafts, archive=(), **declared):
            asked: list[int] = []

            class Counts(toys.FirstWord):
                name = "counts"
                reads_archive = True

                def check(self, drafts, context):
                    asked.append(len(drafts))
                    yield from super().check(drafts, context)
                    if declared.get("left_out"):
                        raise LeftOutError("nobody answers")

            Counts.draftwise = declared.get("draftwise", False)
            registry = registry_of(Counts)
            with Cache(str(tmp_path)) as cache:
                report = run(drafts, select_rules(registry), registry, cache=cache, archive=archive)
            return [finding.place.path for finding in report.findings], asked

        return ask

    def test_they_judge_unchanged_drafts_once(self, asking):
        assert asking(self.DRAFTS) == (["b.txt"], [2])
        assert asking(self.DRAFTS) == (["b.txt"], [])

    def test_they_judge_anew_where_a_draft_is_new_or_gone(self, asking):
        a, b = self.DRAFTS
        c = Input("c.txt", b"Council waits.")
        assert asking([a, b, c]) == (["b.txt", "c.txt"], [3])
        assert asking([a, b]) == (["b.txt"], [2])
        assert asking([a, replace(b, data=b"Nobody votes.")]) == ([], [2])

    def test_an_archived_draft_is_another_question(self, asking, folder):
        folder({"a.txt": "Council meets.", "b.txt": "Council votes.", "c.txt": "Council waits."})
        a, b, c = (Input(name) for name in ("a.txt", "b.txt", "c.txt"))
        assert asking([a, b], archive=[c])[1] == [3]
        assert asking([a], archive=[b, c])[1] == [3]

    def test_they_judge_anew_where_they_left_something_out_or_ask_others(self, asking):
        for declared in ({"left_out": True}, {"draftwise": True}):
            assert asking(self.DRAFTS, **declared) == (["b.txt"], [2])
            assert asking(self.DRAFTS, **declared) == (["b.txt"], [2])


def test_a_rule_that_broke_is_asked_again(tmp_path, registry_of, toys):
    registry = registry_of(toys.Breaks)
    rules = select_rules(registry)
    with Cache(str(tmp_path)) as cache:
        for _ in range(2):
            assert run([Input("a.txt", b"A bad word.")], rules, registry, cache=cache).problems
        assert cache.size().entries == 0


@pytest.mark.parametrize("damage", ["garbage", "empty", "cut", "another program's", "flipped"])
def test_a_damaged_or_foreign_file_is_no_answer(tmp_path, damage):
    registry = load_registry(plugins=False)
    rules = select_rules(registry)
    plain = run(DRAFTS, rules, registry)
    with Cache(str(tmp_path)) as cache:
        assert run(DRAFTS, rules, registry, cache=cache) == plain
        path = tmp_path / cache.path
    data = path.read_bytes()
    if damage == "another program's":
        path.unlink()
        connection = sqlite3.connect(path)
        connection.executescript("CREATE TABLE kept (word TEXT); PRAGMA user_version = 77;")
        connection.close()
    else:
        with closing(sqlite3.connect(path)) as connection:
            (value,) = connection.execute("SELECT max(value) FROM kept").fetchone()
        flipped = data.replace(value, value[:-1] + bytes([value[-1] ^ 1]))
        assert flipped != data
        path.write_bytes(
            {"garbage": b"not a database" * 999, "empty": b"", "cut": data[:5000], "flipped": flipped}[damage]
        )
    for _ in range(2):
        with Cache(str(tmp_path)) as cache:
            assert run(DRAFTS, rules, registry, cache=cache) == plain


def test_two_runs_at_once(tmp_path):
    registry = load_registry(plugins=False)
    rules = select_rules(registry)
    with Cache(str(tmp_path)) as one, Cache(str(tmp_path)) as other:
        assert run(DRAFTS, rules, registry, cache=one) == run(DRAFTS, rules, registry, cache=other)
        assert one.size().entries == other.size().entries == len(DRAFTS)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    registry = load_registry(plugins=False)
    rules = select_rules(registry)
    with Cache(str(tmp_path / "file")) as cache:
        assert run(DRAFTS, rules, registry, cache=cache) == run(DRAFTS, rules, registry)
        assert cache.size().entries == 0


def test_what_was_not_asked_for_the_longest_goes(tmp_path, monkeypatch):
    monkeypatch.setattr("copydesk.work.cache.FULL", 2_000_000)
    clock = iter(range(0, 10_000_000, 100_000))
    monkeypatch.setattr("copydesk.work.cache.time", lambda: next(clock))
    for number in range(5):
        with Cache(str(tmp_path)) as cache:
            cache.put([(bytes([number]), bytes(700_000))])
            cache.get(bytes([0]))
    with Cache(str(tmp_path)) as cache:
        held = [number for number in range(5) if cache.get(bytes([number]))]
        assert held == [0, 4]
        assert cache.size().bytes <= 2_000_000


@dataclass(frozen=True)
class Facts:
    """What a rule of a plugin may keep."""

    words: frozenset[str]
    severity: Severity


def test_a_value_that_is_too_long_is_not_read(tmp_path, monkeypatch):
    with Cache(str(tmp_path)) as cache:
        cache.put([(b"long", bytes(200)), (b"short", b"word")])
        monkeypatch.setattr("copydesk.work.cache.LARGEST", 100)
        assert cache.get(b"long") is None
        assert cache.get(b"short") == b"word"
        cache.put([(b"longer", bytes(99))])
        assert cache.size().entries == 2


def test_a_cache_of_an_older_format_is_begun_anew(tmp_path):
    with closing(sqlite3.connect(tmp_path / "copydesk.db")) as connection:
        connection.executescript("CREATE TABLE kept (key, value, used); PRAGMA user_version = 1;")
    with Cache(str(tmp_path)) as cache:
        cache.put([(b"key", b"value")])
        assert cache.get(b"key") == b"value"


def test_a_setting_has_one_digest_whatever_its_order(toys, registry_of):
    (active,) = select_rules(registry_of(toys.Bad))

    def of(*options):
        return {of_rules([replace(active, setting=Context(option))]) for option in options}

    assert len(of({"b": {2, 1}, "a": 0}, {"a": 0, "b": {1, 2}})) == 1
    assert (
        len(of({"a": 1}, {"a": "1"}, ["a"], ("a",), {"a"}, None, Facts(frozenset("a"), Severity.INFO))) == 7
    )


def test_the_command_says_where_it_is_and_clears_it(copydesk, folder, monkeypatch):
    root = folder({"drafts/a.txt": "A bad word.", "b.txt": "A bad word."})
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(root / "kept"))
    assert copydesk("check", "b.txt").code == 1
    assert not (root / "kept").exists()
    for _ in range(2):
        assert "bad" in copydesk("check", "drafts").out
    path = root / "kept" / "copydesk.db"
    assert copydesk("cache").out.startswith(f"{path}: 1 entries, ")
    assert copydesk("cache", "--clear").out == f"{path}: forgot 1 entries\n"
    assert not path.exists()
    copydesk("check", "drafts", "--no-cache")
    assert not path.exists()


def test_stet_notes_come_from_the_cache_into_a_process_that_has_read_none(folder, tmp_path):
    root = folder({"drafts/a.txt": "The the sea. [stet: repeated-word -- as sung]\n\nIt was was late.\n"})
    environment = os.environ | {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
    line = [sys.executable, "-P", "-m", "copydesk", "check", "--isolated", "drafts"]
    first, second = (
        subprocess.run(line, cwd=root, env=environment, check=False, capture_output=True, encoding="utf-8")
        for _ in range(2)
    )
    assert (first.returncode, first.stdout.count("[repeated-word]")) == (1, 1)
    assert (second.returncode, second.stdout, second.stderr) == (1, first.stdout, first.stderr)


class TestPackages:
    def test_a_result_is_not_kept_over_a_change_of_a_package_that_reads_drafts(self, folder, tmp_path):
        root = folder({"drafts/a.md": "A good word.\n"})
        environment = os.environ | {"COPYDESK_CACHE_DIR": str(tmp_path / "cache")}
        line = [sys.executable, "-P", "-m", "copydesk", "check", "--isolated", "drafts"]

        def check(*paths: str) -> int:
            path = os.pathsep.join([*paths, str(ROOT / "lint"), str(ROOT / "rules")])
            return subprocess.run(
                line, cwd=root, env=environment | {"PYTHONPATH": path}, check=False, capture_output=True
            ).returncode

        assert [check(), check()] == [0, 0]
        folder({"newer/pyromark.py": "raise ImportError('this version cannot be loaded')\n"})
        assert check(str(root / "newer")) == 2

    def test_it_knows_other_versions_of_whatever_is_installed(self, folder, monkeypatch):
        root = folder({"site/spelling-1.0.dist-info/METADATA": "", "site/pyromark/__init__.py": ""})
        monkeypatch.syspath_prepend(str(root / "site"))
        first = of_code(["copydesk.work.digests"])
        assert of_code(["copydesk.work.digests"]) == first
        (root / "site" / "spelling-1.0.dist-info").rename(root / "site" / "spelling-1.1.dist-info")
        second = of_code(["copydesk.work.digests"])
        folder({"site/pyromark/__init__.py": "x = 1\n"})
        assert len({first, second, of_code(["copydesk.work.digests"])}) == 3

    def test_every_package_that_may_change_a_result_is_in_the_key(self):
        shown = {"click", "jinja2", "platformdirs", "rich", "fsspec", "distributed", "watchfiles"}
        shown |= {"lsprotocol", "pygls", "starlette", "uvicorn"}  # the servers keep no results
        shown |= {"docx"}  # a document of the desk is written with it, and none is read
        asked = {"language_tool_python"}  # its answers are kept by what LanguageTool says it is
        own = {"copydesk", "copydesk_rules", *sys.stdlib_module_names}
        found = set()
        for path in [*ROOT.glob("lint/**/*.py"), *ROOT.glob("rules/**/*.py")]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Import):
                    found |= {alias.name.partition(".")[0] for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found.add(node.module.partition(".")[0])
        assert found - own - shown - asked == set(USED)
