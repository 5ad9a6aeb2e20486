"""`copydesk check --watch`: a draft changes, and the report is there again."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copydesk.commands.cli import main

pytestmark = pytest.mark.slow

TWICE = "The council closed the the bridge.\n"
CLEAN = "The council closed the bridge.\n"
PATIENCE = 60
POLLS = """
import sys
sys.modules["watchfiles"] = None
from copydesk.commands.cli import main
main()
"""


class Screen:
    """What a watching process writes: reports and messages in one stream."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.process = process
        self.read = ""

    def until(self, words: str) -> str:
        """What is written up to the words, and with them."""
        assert self.process.stdout is not None
        while words not in self.read:
            ready, _, _ = select.select([self.process.stdout], [], [], PATIENCE)
            assert ready, f"nothing more is written after: {self.read}"
            data = os.read(self.process.stdout.fileno(), 1 << 16)
            assert data, f"it ended after: {self.read}"
            self.read += data.decode()
        found, _, self.read = self.read.partition(words)
        return found + words

    def waits(self) -> str:
        """The whole of one round: up to the line that says that it waits."""
        return self.until("for changes; Ctrl-C ends\n")


Start = Callable[..., Screen]


@pytest.fixture(params=["told", "polls"])
def start(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Start]:
    """Start a watch: one that is told of changes, and one that must look."""
    if request.param == "told":
        pytest.importorskip("watchfiles", reason="copydesk[watch] is not installed")
    program = ["-m", "copydesk"] if request.param == "told" else ["-c", POLLS]
    started: list[subprocess.Popen[bytes]] = []

    def start(*options: str) -> Screen:
        command = [sys.executable, *program, "check", "--format", "pretty", "--watch", *options]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=tmp_path)
        started.append(process)
        return Screen(process)

    yield start
    for process in started:
        process.kill()
        process.communicate()


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_draft_that_changes_is_checked_again(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "drafts" / "a.md", CLEAN)
    screen = start("drafts")
    first = screen.waits()
    assert "clean: 1 draft" in first
    assert first.endswith("copydesk: watching 1 draft for changes; Ctrl-C ends\n")
    write(tmp_path / "drafts" / "a.md", TWICE)
    assert "1 finding in 1 draft: 1 error" in screen.waits()


def test_an_editor_that_replaces_the_file(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "a.md", CLEAN)
    screen = start("a.md")
    screen.waits()
    write(tmp_path / "4913", "")
    (tmp_path / "4913").unlink()
    write(tmp_path / ".a.md.swp", "b0VIM")
    write(tmp_path / "a.md~", CLEAN)
    write(tmp_path / "a.tmp", TWICE)
    os.replace(tmp_path / "a.tmp", tmp_path / "a.md")
    second = screen.waits()
    assert "1 finding in 1 draft" in second
    assert second.count("watching") == 1


def test_temporary_names_start_nothing(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "drafts" / "a.md", CLEAN)
    screen = start("drafts")
    screen.waits()
    for name in (".~lock.a.md#", "~$a.docx", ".a.md.swp", "4913", "a.md~", ".#a.md", "a.md.tmp"):
        write(tmp_path / "drafts" / name, "The the.\n")
    write(tmp_path / "drafts" / "a.md", TWICE)
    assert "1 finding in 1 draft" in screen.waits()
    write(tmp_path / "drafts" / "a.md", CLEAN)
    assert "clean: 1 draft" in screen.waits()


def test_drafts_come_and_go(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "drafts" / "a.md", CLEAN)
    screen = start("drafts")
    screen.waits()
    write(tmp_path / "drafts" / "new" / "b.md", TWICE)
    assert "watching 2 drafts" in screen.waits()
    (tmp_path / "drafts" / "a.md").unlink()
    assert "watching 1 draft " in screen.waits()


def test_the_configuration_is_watched_and_a_broken_one_is_told(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "drafts" / "a.md", TWICE)
    screen = start("drafts")
    assert "1 error" in screen.waits()
    write(tmp_path / "copydesk.toml", 'ignore = ["repeated-word"]\n')
    assert "clean: 1 draft" in screen.waits()
    write(tmp_path / "copydesk.toml", 'ignroe = ["repeated-word"]\n')
    assert 'there is no key "ignroe" here; did you mean "ignore"?' in screen.waits()
    (tmp_path / "copydesk.toml").unlink()
    assert "1 error" in screen.waits()


def test_ctrl_c_ends_it(start: Start, tmp_path: Path) -> None:
    write(tmp_path / "a.md", CLEAN)
    screen = start("a.md")
    screen.waits()
    screen.process.send_signal(signal.SIGINT)
    out, _ = screen.process.communicate(timeout=PATIENCE)
    assert (screen.process.returncode, out) == (130, b"")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--fix", "a.md"], "--watch only looks"),
        (["--diff", "a.md"], "--watch only looks"),
        (["--add-stet", "repeated-word", "a.md"], "--watch only looks"),
        (["-"], "--watch waits for a file to change: name files or folders, not `-`"),
        (["--style", "nosuch", "a.md"], 'there is no style "nosuch"'),
    ],
    ids=str,
)
def test_what_cannot_be_watched(
    options: list[str],
    message: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as ended:
        main(["check", "--watch", *options])
    assert ended.value.code == 2
    assert message in capsys.readouterr().err
