"""What the project does at each change: its own checks, its CI, its change log and its forms."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
KINDS = {"false-alarm", "missed-fault", "feature", "fix"}


def program(name: str) -> str:
    path = shutil.which(name, path=Path(sys.executable).parent)
    assert path is not None
    return path


def test_ci_runs_the_script_and_no_action_that_may_change() -> None:
    text = (ROOT / ".github" / "workflows" / "ci.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["ci"]["steps"]
    assert any(re.search(r"\.ci/run$", step.get("run", "")) for step in steps)
    used = [step["uses"] for step in steps if "uses" in step]
    assert [action for action in used if not re.search(r"@[0-9a-f]{40}$", action)] == []


def test_the_workflow_is_one() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows"]
    run = subprocess.run(
        [*command, ".github/workflows/ci.yml"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stdout


def test_the_checks_before_a_commit_fetch_nothing() -> None:
    command = [program("pre-commit"), "validate-config", ".pre-commit-config.yaml"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0
    repos = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    assert [repo["repo"] for repo in repos] == ["local"]
    hooks = {hook["id"]: hook for hook in repos[0]["hooks"]}
    assert {hook["language"] for hook in hooks.values()} == {"system"}
    assert all(program(hook["entry"].split()[0]) for hook in hooks.values())


def test_the_projects_own_prose_passes() -> None:
    pages = ("README", "CONTRIBUTING", "RELEASING", "SECURITY")
    paths = [f"{name}.md" for name in pages] + ["docs/"]
    command = [program("copydesk"), "check", "--isolated", "--no-cache", "--show", "warning", "--", *paths]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (run.returncode, run.stdout) == (0, "")


@pytest.mark.parametrize("fragment", sorted((ROOT / "changes").glob("*.md")), ids=lambda path: path.name)
def test_a_change_says_of_which_kind_it_is(fragment: Path) -> None:
    _, *kind, _ = fragment.name.split(".")
    assert fragment.name == "README.md" or (len(kind) == 1 and kind[0] in KINDS)
    assert fragment.read_text(encoding="utf-8").strip()


@pytest.mark.slow
def test_a_release_puts_the_changes_into_the_change_log(tmp_path: Path) -> None:
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, tmp_path)
    changes = tmp_path / "changes"
    changes.mkdir()
    for kind in sorted(KINDS):
        (changes / f"some-rule.{kind}.md").write_text(f"Said of a {kind}.\n", encoding="utf-8")
    before = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    command = [program("towncrier"), "build", "--yes", "--version", "9.8.7", "--date", "2031-02-03"]
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    after = (tmp_path / "CHANGELOG.md").read_text(encoding="utf-8")
    head, new = after.split("## [9.8.7] - 2031-02-03\n")
    assert re.findall(r"^### (.*)\n\n- (.*)\n", new, re.MULTILINE)[:4] == [
        ("False alarms", "Said of a false-alarm."),
        ("Missed faults", "Said of a missed-fault."),
        ("Features", "Said of a feature."),
        ("Fixes", "Said of a fix."),
    ]
    assert before.startswith(head)
    assert list(changes.glob("*.md")) == []


def test_the_form_for_a_false_alarm_asks_for_what_it_takes() -> None:
    form = yaml.safe_load(
        (ROOT / ".github" / "ISSUE_TEMPLATE" / "false-alarm.yml").read_text(encoding="utf-8")
    )
    asked = [field["id"] for field in form["body"] if field.get("validations", {}).get("required")]
    assert asked == ["rule", "draft", "right", "version"]


def test_every_chore_is_listed() -> None:
    run = subprocess.run([program("nox"), "-l"], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert run.returncode == 0, run.stderr
    assert {"quick", "tests", "style", "primer", "speed", "ci"} <= set(
        re.findall(r"^[*-] (\w+) ", run.stdout, re.M)
    )
