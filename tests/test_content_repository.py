"""The life of a repository of drafts: first run, baseline, hook, a bad pull request, its fix, a stet."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]

DRAFTS = {
    "harbor.md": (
        "# Harbor to reopen\n\n"
        "The harbor board cleared the landmines from the old pier. Divers found more landmines nearby."
        "\n\nNobody had mapped the land mines when the pier was built.\n"
    ),
    "budget.md": (
        "# Council passes the budget\n\n"
        "The council passed the the budget on Tuesday after nine hours of debate over the pool.\n"
    ),
    "library.md": "# A library for the hill\n\nThe library opens in May with its many books on two floors.\n",
}
HOOK = """#!/bin/sh
git diff --cached --name-only --diff-filter=d -z articles |
    xargs -0 "$PYTHON" -P -m copydesk check --force-exclude \\
    --show warning --baseline=copydesk.baseline --
"""


class House:
    """A repository of drafts, with copydesk as its programs see it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        self._environment |= {
            "PYTHON": sys.executable,
            "PYTHONPATH": os.pathsep.join([str(ROOT / "lint"), str(ROOT / "rules")]),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
        }

    def run(self, *line: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            line, cwd=self.root, env=self._environment, capture_output=True, encoding="utf-8", check=False
        )

    def copydesk(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-P", "-m", "copydesk", *arguments)

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("git", "-c", "user.name=A", "-c", "user.email=a@example.org", *arguments)

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self.git("commit", "--quiet", "--message", message)

    def edit(self, name: str, old: str, new: str) -> None:
        path = self.root / "articles" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def house(tmp_path: Path) -> House:
    (tmp_path / "articles").mkdir()
    for name, text in DRAFTS.items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text(
        'exclude = ["archive/"]\nrequire-reason = true\n', encoding="utf-8"
    )
    house = House(tmp_path)
    house.git("init", "--quiet", "--initial-branch=main", ".")
    return house


def test_the_life_of_a_repository_of_drafts(house: House) -> None:
    # The first run finds what has always been there.
    first = house.copydesk("check", "articles")
    assert first.returncode == 1
    assert "articles/budget.md:3:20: error:" in first.stdout
    assert "articles/harbor.md:5:23: warning:" in first.stdout

    # The house decides to live with it, and from now on a hook looks at each commit.
    held = house.copydesk("baseline", "articles")
    assert (held.returncode, held.stderr.count("2 findings in 2 drafts")) == (0, 1)
    gate = ("check", "--baseline", "articles")
    assert house.copydesk(*gate).returncode == 0
    hook = house.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK, encoding="utf-8")
    hook.chmod(0o755)
    assert house.commit("The drafts, as they are").returncode == 0

    # A pull request moves a paragraph with an old fault, and brings a new one.
    house.git("checkout", "--quiet", "-b", "topic")
    house.edit(
        "budget.md", "# Council passes the budget\n\n", "# Council passes the budget\n\nA new start.\n\n"
    )
    house.edit("library.md", "on two floors.", "on the the two floors [TK].")
    refused = house.commit("More on the library")
    assert refused.returncode != 0
    assert "articles/library.md" in refused.stdout + refused.stderr
    assert house.git("commit", "--quiet", "--no-verify", "--message", "More, past the hook").returncode == 0
    for arguments in (
        gate,
        ("check", "--since", "main", "articles"),
        ("check", "--since", "main..topic", "articles"),
    ):
        red = house.copydesk(*arguments)
        assert red.returncode == 1
        assert "articles/library.md:3:49: error:" in red.stdout
        assert "[placeholder]" in red.stdout
        assert "budget.md" not in red.stdout
        assert "harbor.md" not in red.stdout

    # It is mended: one fault by copydesk, the other by hand.
    assert house.copydesk("check", "--baseline", "--fix", "articles").returncode == 1
    house.edit("library.md", "two floors [TK].", "two floors, the mayor said.")
    assert house.copydesk(*gate).returncode == 0
    assert house.copydesk("check", "--since", "main", "articles").returncode == 0
    assert house.commit("The library, mended").returncode == 0
    assert (house.root / "articles" / "budget.md").read_text(encoding="utf-8").count("the the") == 1

    # An old fault is meant so: a stet says why, and the baseline need not hold it any longer.
    no_reason = house.copydesk("check", "--add-stet", "compound-variant", "articles")
    assert no_reason.returncode == 2
    house.copydesk("check", "--add-stet", "compound-variant", "--reason", "as the old map has it", "articles")
    stet = "<!-- stet: compound-variant -- as the old map has it -->\nNobody"
    assert stet in (house.root / "articles" / "harbor.md").read_text(encoding="utf-8")
    green = house.copydesk(*gate)
    assert green.returncode == 0
    assert "no longer needed: articles/harbor.md: compound-variant: land mines" in green.stderr
    assert house.copydesk("baseline", "--prune", "articles").returncode == 0
    assert house.copydesk(*gate).stderr == "copydesk: copydesk.baseline holds 1 finding\n"
    assert house.commit("The old map").returncode == 0
