"""What the project says about itself is true."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import copydesk
from copydesk.commands.check.command import command as check_command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
MODULES = sorted([*(ROOT / "lint").rglob("*.py"), *(ROOT / "rules").rglob("*.py")])


def hooks() -> list[dict[str, Any]]:
    hooks: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return hooks


def readme_block(language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_both_hook_files_are_equal() -> None:
    assert (ROOT / ".pre-commit-hooks.yaml").read_bytes() == (ROOT / "pre-commit-hooks.yaml").read_bytes()


def test_the_hooks_fail_as_their_names_say() -> None:
    fail_on = {hook["id"]: hook["entry"].rpartition("--fail-on ")[2] for hook in hooks()}
    assert fail_on == {"copydesk": "warning", "copydesk-errors": "error", "copydesk-word": "warning"}


@pytest.mark.parametrize("hook", hooks(), ids=lambda hook: hook["id"])
def test_hook_is_a_command_line_that_check_takes(hook: dict[str, Any]) -> None:
    program, *arguments = shlex.split(hook["entry"])
    assert program == "copydesk-hook"
    context = check_command.make_context("check", [*arguments, "draft.md"])
    assert context.params["paths"] == ("draft.md",)
    assert hook["language"] == "python"
    assert hook["require_serial"] is True


def command_lines() -> Iterator[tuple[str, str]]:
    """Each line of shell by which a page, a template or a hook calls copydesk, with the name of the file."""
    for path in (
        *ROOT.glob("docs/**/*.md"),
        *ROOT.glob("templates/*"),
        *ROOT.glob("*.y*ml"),
        ROOT / "README.md",
    ):
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.search(r"(?<!/)\bcopydesk (check|usage|duplicates|baseline|inspect) |-m copydesk\b", line):
                yield path.name, line


def test_no_page_starts_a_copydesk_that_the_drafts_can_replace() -> None:
    unsafe = [(name, line) for name, line in command_lines() if re.search(r"python3? -m copydesk", line)]
    assert [name for name, _ in unsafe] == ["security.md"]
    assert "**Never `python -m copydesk`**" in unsafe[0][1]


def test_before_every_pattern_stands_the_end_of_the_options() -> None:
    lines = [(name, line) for name, line in command_lines() if re.search(r"copydesk .*\*\S", line)]
    lines = [(name, line) for name, line in lines if "**Never" not in line]
    assert {name for name, _ in lines} >= {"README.md", "first-check.md", "ci.md", "security.md"}
    assert [line for _, line in lines if not re.search(r"copydesk \w+ .*-- ", line)] == []


def test_ci_runs_the_two_commands_of_the_readme() -> None:
    commands = re.findall(r"^python3 -m venv .*$", README, re.MULTILINE)
    assert len(commands) == 2
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [command for command in commands if f"bash -c '{command}'" not in ci] == []


@pytest.mark.parametrize(
    ("command", "sample"),
    re.findall(r"<!-- output of: copydesk (.*?) -->\n```text\n(.*?)```\n", README, re.DOTALL),
)
def test_output_in_the_readme_is_real(command: str, sample: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "copydesk", *shlex.split(command)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert run.stderr == ""
    assert run.stdout.replace(os.sep, "/") == sample


def test_rule_in_the_readme_works() -> None:
    from copydesk.testing import examples

    module = ModuleType("house_rules")
    exec(compile(readme_block("python"), "README.md", "exec", dont_inherit=True), vars(module))  # noqa: S102
    for rule in module.copydesk_rules():
        for example in examples(rule):
            example.check()


def test_one_version() -> None:
    assert version("copydesk") == copydesk.__version__
    assert f"\n## [{copydesk.__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_module_says_what_it_is_for(module: Path) -> None:
    assert ast.get_docstring(ast.parse(module.read_text(encoding="utf-8")))
