"""The command line as a whole: help, version, exit codes that are no command's own."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk import __version__
from copydesk.commands.cli import COMMANDS

pytestmark = pytest.mark.slow


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONUTF8": "0", **options.pop("env", {})}
    return subprocess.run(
        [sys.executable, "-m", "copydesk", *arguments],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        check=False,
        **options,
    )


def test_help_names_every_command_in_full(copydesk):
    result = copydesk("--help")
    assert result.code == 0
    for name in COMMANDS:
        assert f"\n  {name} " in result.out
    assert "..." not in result.out.partition("Commands:")[2]
    assert copydesk("-h").out == result.out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(copydesk, command):
    result = copydesk(command, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Usage: copydesk {command} ")


def test_version_names_the_plugins_and_where_they_come_from(copydesk):
    result = copydesk("--version")
    first, *plugins = result.out.splitlines()
    assert first == f"copydesk {__version__}"
    assert any(line.startswith("builtin copydesk-") for line in plugins)


def test_no_command_is_a_usage_error_that_shows_the_help(copydesk):
    result = copydesk()
    assert result.code == 2
    assert "Commands:" in result.err


def test_an_unknown_command_gets_the_nearest(copydesk):
    result = copydesk("chek")
    assert (result.code, result.out) == (2, "")
    assert 'there is no command "chek"; did you mean "check"?' in result.err


def test_a_draft_in_the_place_of_a_command_gets_the_command(copydesk, folder):
    folder({"a.txt": ""})
    assert "did you mean `copydesk check a.txt`?" in copydesk("a.txt").err


def test_an_unknown_option_is_a_usage_error(copydesk):
    assert copydesk("check", "--bogus", "a.txt").code == 2


def test_an_interrupted_run_exits_130(copydesk, folder, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    folder({"a.txt": ""})
    monkeypatch.setattr("copydesk.commands.check.steps.run", interrupted)
    assert copydesk("check", "a.txt").code == 130


def test_a_fault_of_our_own_is_never_taken_for_a_finding(copydesk, folder, monkeypatch):
    def broken(*_):
        raise RuntimeError("the engine fell over")

    folder({"a.txt": ""})
    monkeypatch.setattr("copydesk.commands.check.steps.run", broken)
    result = copydesk("check", "a.txt")
    assert (result.code, result.out) == (2, "")
    assert "RuntimeError: the engine fell over" in result.err
    assert result.err.splitlines()[-1].startswith("copydesk: this is a fault of copydesk")


def test_it_runs_as_a_module():
    result = process("--version")
    assert (result.returncode, result.stdout.splitlines()[0]) == (0, f"copydesk {__version__}")


@pytest.mark.skipif(sys.platform == "win32", reason="`| head` is a habit of other systems")
def test_a_reader_that_goes_away_changes_neither_the_exit_code_nor_the_screen(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("The mayor said [TK] and no more.\n" * 50, encoding="utf-8")
    read, write = os.pipe()
    os.close(read)
    try:
        result = subprocess.run(
            [
                sys.executable,
                "-m",
                "copydesk",
                "check",
                "--format",
                "text",
                "--select",
                "placeholder",
                str(draft),
            ],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)
    assert (result.returncode, result.stderr) == (1, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="`| head` is a habit of other systems")
@pytest.mark.parametrize(
    "line", ["--version", "--help", "check --help", "config show --help", "rules", "explain orphan-quote"]
)
def test_a_reader_that_goes_away_from_help_or_version_is_no_fault(line):
    read, write = os.pipe()
    os.close(read)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", *line.split()],
            stdout=write,
            stderr=subprocess.PIPE,
            check=False,
        )
    finally:
        os.close(write)
    assert (result.returncode, result.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("check a.txt >&-", 2, "copydesk: standard output cannot be written: Bad file descriptor\n"),
        ("check clean.txt >&-", 0, ""),
        ("check --output text:- a.txt >&-", 2, "copydesk: standard output cannot be written"),
        ("check --output r.json a.txt >&-", 1, ""),
        ("check a.txt >&- 2>&-", 2, ""),
        ("check a.txt <&- >/dev/null", 1, ""),
        ("check - <&-", 2, "standard input is closed, and `-` stands for what comes there"),
        ("check - <&- >&- 2>&-", 2, ""),
        ("--help >&-", 2, "standard output cannot be written"),
        ("check --help >&-", 2, "standard output cannot be written"),
        ("rules --help >&-", 2, "standard output cannot be written"),
        ("config show --help >&-", 2, "standard output cannot be written"),
        ("check gone.txt 2>&-", 2, ""),
        ("check a.txt --bogus 2>&-", 2, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_traceback(tmp_path, line, code, said):
    (tmp_path / "a.txt").write_text("The mayor said [TK].\n", encoding="utf-8")
    (tmp_path / "clean.txt").write_text("The mayor spoke.\n", encoding="utf-8")
    command = (
        f"'{sys.executable}' -P -m copydesk {line.replace('check', 'check --isolated --format text', 1)}"
    )
    result = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, check=False)
    assert result.returncode == code, result.stderr
    assert said in result.stderr.decode()
    assert b"Traceback" not in result.stderr
    assert b"Exception ignored" not in result.stderr
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "The mayor said [TK].\n"


@pytest.mark.skipif(sys.platform == "win32", reason="`| head` is a habit of other systems")
@pytest.mark.parametrize(("line", "code"), [("check gone.txt", 2), ("check a.txt --bogus", 2), ("chek", 2)])
def test_a_reader_of_messages_that_goes_away_changes_nothing(tmp_path, line, code):
    read, write = os.pipe()
    os.close(read)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", *line.split()], cwd=tmp_path, stderr=write, check=False
        )
    finally:
        os.close(write)
    assert result.returncode == code


def test_a_plugin_that_ends_the_run_is_no_clean_run(copydesk, folder, monkeypatch):
    def ends(*_):
        raise SystemExit(0)

    folder({"a.txt": ""})
    monkeypatch.setattr("copydesk.commands.check.steps.run", ends)
    result = copydesk("check", "a.txt")
    assert result.code == 2
    assert "nothing was checked" in result.err


def test_a_pipe_that_breaks_elsewhere_is_a_fault(copydesk, folder, monkeypatch):
    def breaks(*_):
        raise BrokenPipeError(errno.EPIPE, "a server went away")

    folder({"a.txt": ""})
    monkeypatch.setattr("copydesk.commands.check.steps.run", breaks)
    assert copydesk("check", "a.txt").code == 2


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
def test_a_report_that_cannot_be_written_is_no_clean_run(tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("The mayor said [TK].", encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", "check", "--format", "text", str(draft)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.startswith("copydesk: standard output cannot be written")


@pytest.mark.parametrize("encoding", ["ascii", "cp437", "cp1252", "utf-8"])
def test_no_encoding_of_the_console_ends_a_run(tmp_path, encoding):
    draft = tmp_path / "draft.txt"
    draft.write_text("“我们 said [TK],” said Zoë 😀 Ångström.", encoding="utf-8")
    for form in ("text", "pretty", "json"):
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", "check", "--format", form, str(draft)],
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            check=False,
        )
        assert (result.returncode, result.stderr) == (1, b"")
        assert b"placeholder" in result.stdout


def test_what_is_piped_is_utf_8_whatever_the_locale(tmp_path):
    draft = tmp_path / "Zoë.txt"
    draft.write_text("The mayor said [TK].", encoding="utf-8")
    environment = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    result = process("check", "--format", "json", "Zoë.txt", cwd=tmp_path, env=environment)
    assert result.returncode == 1
    assert "Zo" in result.stdout


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is full")
@pytest.mark.parametrize("line", ["--help", "check --help", "explain --help"])
def test_a_help_text_that_does_not_fit_is_no_traceback(line):
    with open("/dev/full", "wb") as full:
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", *line.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    said = b"copydesk: standard output cannot be written: No space left on device\n"
    assert (result.returncode, result.stderr) == (2, said)


@pytest.mark.parametrize("registered", [True, False])
def test_a_run_that_ends_at_once_has_written_all_and_called_who_asked_for_it(registered):
    asked = "import atexit; atexit.register(print, 'called')" if registered else "pass"
    code = f"import sys; {asked}; print('before', end='.'); from copydesk.commands.cli import main; main()"
    result = subprocess.run(
        [sys.executable, "-c", code, "--version"], capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.startswith("before.copydesk ")
    assert ("called" in result.stdout) == registered


def test_a_profiler_tells_what_it_saw():
    command = [sys.executable, "-m", "cProfile", "-m", "copydesk", "--version"]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    assert "function calls" in result.stdout
