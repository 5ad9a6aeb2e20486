"""What copydesk expects of LanguageTool 6.8, asked of the real one.

Skipped where there is none; where COPYDESK_NEEDS names `languagetool` that is a failure.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.request import ProxyHandler, build_opener

import pytest

from copydesk.errors import LanguageToolError
from copydesk.languagetool import VERSION, installation
from copydesk.languagetool.java import find_java
from copydesk.languagetool.server import LocalServer
from copydesk.testing import check, check_contract, unmark
from copydesk_rules.grammar.languagetool import LanguageTool
from copydesk_rules.grammar.preset import Entry, load_preset

PRESET = load_preset()
ROOT = Path(__file__).parents[3]
SEED = ROOT / "seeds" / "000_89b590565989c275.txt"
FAULTS = ROOT / "tests" / "cases" / "one_fault_each.txt"
PATIENCE = 120

pytestmark = pytest.mark.languagetool


def missing() -> str:
    """Why there is no real LanguageTool here; empty where there is one."""
    try:
        find_java()
        import language_tool_python  # noqa: F401
    except (ImportError, LanguageToolError) as error:
        return str(error)
    return "" if installation.is_installed() else f"no LanguageTool in {installation.folder()}"


@pytest.fixture(scope="module")
def real(skip: Callable[[str, str], None]) -> Iterator[SimpleNamespace]:
    """The real server, and its address."""
    why = missing()
    if why:
        skip("languagetool", why)
    with LocalServer(1024, PATIENCE, PATIENCE) as client:
        yield SimpleNamespace(client=client, url=client.url)


@pytest.fixture(autouse=True)
def _quiet(real: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_URL", real.url)


def test_it_is_the_version_that_the_preset_was_checked_with(real: SimpleNamespace) -> None:
    assert VERSION.encode() in real.client.identity()


def test_it_knows_every_rule_of_the_preset(real: SimpleNamespace) -> None:
    url = f"{real.url}/v2/configinfo?language=en-US"
    with build_opener(ProxyHandler({})).open(url, timeout=PATIENCE) as answer:
        known = {rule["ruleId"] for rule in json.load(answer)["rules"]}
    assert PRESET.entries.keys() - known == set()
    others = [name for name in PRESET.overlaps if not name.startswith("MORFOLOGIK")]
    assert [name for name in others if not any(rule.startswith(name) for rule in known)] == []


@pytest.mark.parametrize("entry", PRESET.entries.values(), ids=lambda entry: entry.name)
def test_a_rule_of_the_preset_sees_its_fault_and_nothing_else(real: SimpleNamespace, entry: Entry) -> None:
    bad, (mark,) = unmark(entry.bad)
    found = real.client.check(bad, "en-US", (entry.name,))
    assert [(match.rule, match.start, match.end) for match in found] == [(entry.name, mark.start, mark.end)]
    assert real.client.check(entry.good, "en-US", tuple(PRESET.entries)) == []


def test_the_rule_keeps_the_contract_of_every_rule() -> None:
    check_contract(LanguageTool)


def test_spans_are_exact_after_signs_that_count_double() -> None:
    found = check(LanguageTool, "😀 𝒜 It is 😀😀 what she have 😀 seen. The plan will effect 😀 thousands.")
    assert [one.excerpt for one in found] == ["have", "effect"]


def clean_copy() -> str:
    """Copy without a fault of grammar: the examples of the other rules, and what copydesk says of itself."""
    from copydesk.plugins.registry import load_registry
    from copydesk.testing import examples

    seen_by_copydesk = {name for rules in PRESET.overlaps.values() for name in rules}
    texts = [
        unmark(case.example.text)[0].replace("\n", " ")
        for registered in load_registry().rules.values()
        if registered.rule is not LanguageTool and registered.rule.name not in seen_by_copydesk
        for case in examples(registered.rule)
    ]
    texts += [page.read_text("utf-8") for page in sorted((ROOT / "docs").glob("*.md"))]
    return "\n\n".join(texts)


def test_it_warns_of_nothing_in_clean_copy() -> None:
    draft = clean_copy()
    words = len(draft.split())
    assert words > 5000
    found = check(LanguageTool, draft, format="markdown")
    assert [one.message for one in found if one.severity != "info"] == []
    assert len(found) < words / 2000


@pytest.mark.parametrize(("spelling", "expected"), [(False, 59), (True, 61)])
def test_how_many_of_a_hundred_faults_it_sees(spelling: bool, expected: int) -> None:
    drafts = [line for line in FAULTS.read_text("utf-8").splitlines() if not line.startswith("#")]
    found = check(LanguageTool, "\n\n".join(drafts), spelling=spelling)
    assert len(drafts) == 100
    assert len({one.place.partition(":")[0] for one in found}) == expected


@pytest.mark.parametrize("language", ["en-US", "en-GB"])
def test_the_speller_knows_no_names_and_need_not(language: str) -> None:
    text = "Mr. Zhvanetsky paints anyhting but the harbour of Qarabağ, the harbor there. Zhvanetsky left."
    found = check(LanguageTool, text, spelling=True, language=language)
    assert [(one.excerpt, one.severity) for one in found] == [("anyhting", "info")]


def test_what_it_says_of_the_first_article() -> None:
    found = check(LanguageTool, SEED.read_text("utf-8"))
    assert [(one.place, one.excerpt, one.severity) for one in found] == [
        ("10:149", "Convention which", "info")
    ]


def wait_for(running: subprocess.Popen[bytes], said: str, folder: Path) -> list[Any]:
    """The processes of a run, once Java has been started and its log says something."""
    import psutil

    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        logs = [log.read_text("utf-8", "replace") for log in folder.glob("*/log.txt")]
        started: list[Any] = psutil.Process(running.pid).children(recursive=True)
        if any(map(_is_java, started)) and any(said in log for log in logs):
            return started
    raise AssertionError(f"no Java was seen ({running.poll()})")


def _is_java(process: Any) -> bool:
    import psutil

    try:
        return str(process.name()).startswith("java")
    except psutil.Error:
        return False


@pytest.fixture
def checking(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A check that starts a server of its own."""
    pytest.importorskip("psutil")
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL_URL")
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    options = ("--isolated", "--select", "grammar", "--show", "error")
    line = [sys.executable, "-m", "copydesk", "check", *options, str(SEED)]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        yield running
        if running.poll() is None:
            running.kill()


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there are no such signals")
@pytest.mark.parametrize("moment", ["", "POST /v2/check"], ids=["start", "check"])
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_no_java_outlives_copydesk(
    checking: subprocess.Popen[bytes], name: str, moment: str, tmp_path: Path
) -> None:
    import psutil

    started = wait_for(checking, moment, tmp_path / "tmp")
    checking.send_signal(getattr(signal, name))
    checking.wait(PATIENCE)
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    assert [path for path in (tmp_path / "tmp").iterdir() if path.exists()] == []


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there are no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_no_java_outlives_copydesk_when_it_is_ending_it(
    checking: subprocess.Popen[bytes], name: str, tmp_path: Path
) -> None:
    import psutil

    started = wait_for(checking, "POST /v2/check", tmp_path / "tmp")
    guard = next(one for one in started if not _is_java(one))
    guard.suspend()  # so that copydesk must wait for it
    wait_for(checking, "Check done", tmp_path / "tmp")
    checking.send_signal(getattr(signal, name))
    checking.wait(PATIENCE)
    guard.resume()
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_server_that_is_killed_in_the_middle_of_a_run_is_started_again(
    checking: subprocess.Popen[bytes], tmp_path: Path
) -> None:
    import psutil

    started = wait_for(checking, "POST /v2/check", tmp_path / "tmp")
    next(filter(_is_java, started)).kill()
    said = checking.communicate(timeout=PATIENCE)[0].decode()
    assert (checking.returncode, said) == (0, "")
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    assert list((tmp_path / "tmp").iterdir()) == []
