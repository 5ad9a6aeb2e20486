"""Shell completion: the script of each shell, and what it is answered."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(("shell", "word"), [("bash", "complete"), ("zsh", "compdef"), ("fish", "complete")])
def test_the_script_of_a_shell_is_printed(copydesk, shell, word):
    result = copydesk("completion", shell)
    assert (result.code, result.err) == (0, "")
    assert word in result.out
    assert "_COPYDESK_COMPLETE" in result.out


def test_another_shell_gets_the_list(copydesk):
    result = copydesk("completion", "csh")
    assert result.code == 2
    assert "'bash', 'zsh', 'fish'" in result.err


def complete(*words: str) -> list[str]:
    """What bash is offered for the last word."""
    environment = {
        **os.environ,
        "_COPYDESK_COMPLETE": "bash_complete",
        "COMP_WORDS": " ".join(["copydesk", *words]),
        "COMP_CWORD": str(len(words)),
    }
    code = "from copydesk.commands.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert result.stderr == ""
    return [line.partition(",")[2] for line in result.stdout.splitlines() if line]


def test_commands_rules_families_and_paths_are_completed():
    assert complete("exp") == ["explain"]
    assert complete("explain", "placeh") == ["placeholder", "placeholders"]
    assert complete("check", "--select", "placeh") == ["placeholder", "placeholders"]
    assert complete("check", "--ignore", "spelling,placeholde") == [
        "spelling,placeholder",
        "spelling,placeholders",
    ]
    assert complete("check", "--extend-select", "placeh") == ["placeholder", "placeholders"]
    assert complete("check", "--add-stet", "placeh") == ["placeholder"]
    assert complete("check", "dra") == ["dra"]
    assert complete("no-such-command", "x") == []


def test_styles_and_formats_are_completed():
    assert complete("check", "--style", "wsj") == ["wsj", "wsj-2022"]
    assert complete("config", "show", "--style", "A") == ["ap", "auto"]
    assert complete("styles", "show", "ec") == ["economist"]
    assert complete("check", "--format", "j") == ["json", "junit"]
