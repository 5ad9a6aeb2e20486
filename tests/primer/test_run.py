"""The primer: which findings a change makes, unmakes and alters, by rule; the same at every run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).with_name("run.py")


@pytest.fixture(scope="module")
def primer() -> ModuleType:
    spec = spec_from_file_location("copydesk_primer", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lines_of(primer: ModuleType, now: str, before: str, limit: int = 9) -> list[str]:
    """The changes between two lists of findings: `line rule severity`, parted by semicolons."""

    def primed(text: str) -> object:
        fields = [one.split() for one in text.split(";") if one.strip()]
        found = [
            primer.Found("a.txt", int(at), 1, rule, severity, "odd", "x") for at, rule, severity in fields
        ]
        return primer.Primed(1, 1, Counter(found), [])

    return list(primer.changes(primed(now), primed(before), limit))


def test_what_is_new_gone_and_altered_is_told_by_rule(primer: ModuleType) -> None:
    now = "1 same info; 2 typo info; 3 echo error"
    before = "1 same info; 2 typo warning; 4 echo error"
    assert lines_of(primer, now, before) == [
        "3 changed findings",
        "",
        "echo: 1 +, 1 -",
        "+ a.txt:3:1: error: odd [echo] 'x'",
        "- a.txt:4:1: error: odd [echo] 'x'",
        "",
        "typo: 1 ~",
        "~ a.txt:2:1: info: odd [typo] 'x'",
        "  was a.txt:2:1: warning: odd [typo] 'x'",
    ]


def test_nothing_changed(primer: ModuleType) -> None:
    assert lines_of(primer, "1 same info", "1 same info") == ["0 changed findings"]


def test_no_more_of_a_rule_is_shown_than_asked_for(primer: ModuleType) -> None:
    shown = lines_of(primer, "1 typo info; 2 typo info; 3 typo info", "", limit=1)
    assert shown[2:] == ["typo: 3 +", "+ a.txt:1:1: info: odd [typo] 'x'", "  and 2 more"]


@pytest.mark.slow
def test_it_is_the_same_at_every_run(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("The board met on on Friday.\n", encoding="utf-8")
    command = [sys.executable, str(SCRIPT), str(draft)]
    first, second = (subprocess.run(command, capture_output=True, encoding="utf-8") for _ in range(2))
    assert (first.returncode, first.stderr) == (0, "")
    assert first.stdout == second.stdout
    assert "  repeated-word\n" in first.stdout


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_a_revision_or_a_draft_that_is_not_there_is_named() -> None:
    for arguments, named in (
        (["--base", "no-such-revision"], "no-such-revision"),
        (["no-such-draft"], "no-such-draft"),
    ):
        run = subprocess.run([sys.executable, str(SCRIPT), *arguments], capture_output=True, encoding="utf-8")
        assert run.returncode == 2
        assert named in run.stderr
        assert "Traceback" not in run.stderr
