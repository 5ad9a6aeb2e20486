"""The article that the project started from: everything that is said of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "cases" / "seed.golden.txt"


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments], cwd=ROOT, capture_output=True, encoding="utf-8"
    )


def test_the_whole_output() -> None:
    checked = run("check", "seeds/")
    assert checked.returncode == 1
    assert checked.stderr == ""
    assert checked.stdout.replace("\\", "/") == GOLDEN.read_text(encoding="utf-8")


def test_three_findings_fail_the_run() -> None:
    report = json.loads(run("check", "seeds/", "--format", "json", "--show", "warning").stdout)
    found = [
        (f["line"], f["column"], f["rule"], f["severity"], f["excerpt"][:10]) for f in report["findings"]
    ]
    assert found == [
        (3, 111, "compound-variant", "warning", "land mines"),
        (5, 1, "duplicate-paragraph", "error", "Speaking t"),
        (9, 253, "unintroduced-person", "warning", "Mr. Biden"),
    ]
