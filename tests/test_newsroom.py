"""A small newsroom's repository: plugin, house style, terms, overrides and stet, read as an editor would."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

GAZETTE = Path(__file__).parent / "plugins" / "gazette"

VAGUE = '"Critics" could be anybody: say who, how many, or how they know'

FILES = {
    "copydesk.toml": """
style = "gazette"
terms = ["house/terms.toml"]
required-plugins = ["gazette>=1.2"]
require-reason = true

[severity]
vague-source = "warning"

[[overrides]]
paths = ["opinion/**"]
ignore = ["vague-source", "gazette/weak-word"]
""",
    "house/terms.toml": """
allow = ["Advisor Monthly"]

[prefer]
adviser = ["advisor"]
""",
    "news/harbor.md": """---
title: Harbor opens after a long winter
---

Ann Poe, an advisor to the board, opened the harbor. She reads Advisor Monthly.

Critics said the water was very cold.

<!-- stet: gazette/weak-word -- the mayor's word -->

It was a very long winter.
""",
    "opinion/winter.txt": "Critics said the water was very cold, and I agree with every one of them.\n",
    "news/harbor.story": "Harbor opens\n--\nMs. Tamm cut the ribbon. “It was very cold,” said Ann Poe.\n",
}


@pytest.fixture
def newsroom(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / "repository" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    info = tmp_path / "site" / "gazette_copydesk-1.2.0.dist-info"
    info.mkdir(parents=True)
    (info / "entry_points.txt").write_text(
        "[copydesk]\ngazette = gazette_copydesk.plugin\n", encoding="utf-8"
    )
    return tmp_path / "repository"


def check(newsroom: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    folders = [str(newsroom.parent / "site"), str(GAZETTE), os.environ.get("PYTHONPATH", "")]
    return subprocess.run(
        [sys.executable, "-m", "copydesk", "check", *(arguments or (".",))],
        cwd=newsroom,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(folders).rstrip(os.pathsep)},
        capture_output=True,
        encoding="utf-8",
    )


def reported(run: subprocess.CompletedProcess[str]) -> list[str]:
    return [line.replace("\\", "/") for line in run.stdout.splitlines() if ": note: " not in line]


def test_the_desk_sees_what_its_house_asks_for(newsroom: Path) -> None:
    run = check(newsroom)
    assert (run.returncode, run.stderr) == (1, "")
    assert reported(run) == [
        'news/harbor.md:5:13: warning: "advisor" here, and the house writes "adviser" [house-term]',
        f"news/harbor.md:7:1: warning: {VAGUE} [vague-source]",
        'news/harbor.md:7:28: warning: "very" weakens the next word [gazette/weak-word]',
        'news/harbor.story:3:1: warning: "Ms. Tamm" is never introduced by full name [unintroduced-person]',
    ]


def test_the_opinion_desk_has_its_own_rules(newsroom: Path) -> None:
    run = check(newsroom, "opinion")
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_a_note_without_a_reason_is_no_note_here(newsroom: Path) -> None:
    draft = newsroom / "news" / "harbor.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace(" -- the mayor's word", ""), encoding="utf-8")
    assert any("[unknown-stet]" in line for line in reported(check(newsroom, "news/harbor.md")))


def test_a_note_that_is_no_use_any_more_is_reported(newsroom: Path) -> None:
    draft = newsroom / "news" / "harbor.md"
    draft.write_text(draft.read_text(encoding="utf-8").replace("very long", "long"), encoding="utf-8")
    assert any("[unused-stet]" in line for line in reported(check(newsroom, "news/harbor.md")))


def test_without_its_plugin_nothing_is_checked(newsroom: Path) -> None:
    run = check(newsroom, "--no-plugins", "news/harbor.md")
    assert run.returncode == 2
    assert "gazette" in run.stderr
    assert run.stdout == ""


def test_a_wrong_key_is_shown_in_its_place(newsroom: Path) -> None:
    config = newsroom / "copydesk.toml"
    config.write_text(config.read_text(encoding="utf-8").replace("terms =", "term ="), encoding="utf-8")
    run = check(newsroom, "news/harbor.md")
    assert run.returncode == 2
    assert "copydesk.toml:3:1: " in run.stderr
    assert '"terms"' in run.stderr
