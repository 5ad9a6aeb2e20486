"""Input that fights back: one clear line and exit code 2, never a traceback, in bounded time and memory."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.hostile

SENTENCE = b"The mayor said on Friday that the harbor would open in May. "

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps file names as they are given")
posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")


@pytest.fixture
def here(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def refuses(copydesk):
    """The one line on standard error that a command line ends with, and no report."""

    def run(*arguments: str) -> str:
        result = copydesk(*arguments, installed=True)
        assert (result.code, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
        return result.err

    return run


@pytest.mark.parametrize("name", ["empty.txt", "empty.md", "blank.md"])
def test_an_empty_file_is_clean(copydesk, here, name):
    (here / name).write_bytes(b"" if name.startswith("empty") else b"\n \r\n\t\n")
    result = copydesk("check", name, installed=True)
    assert (result.code, result.out, result.err) == (0, "", "")


@pytest.mark.parametrize(
    ("name", "data", "line"),
    [
        ("picture.md", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file, but a PNG picture"),
        ("nul.txt", b"The mayor\0 left.", "not a text file (it holds NUL bytes)"),
        ("noise.txt", bytes(range(1, 32)) * 99, "not a text file (more than one control character in ten)"),
        ("half.txt", "The \ud800 mayor".encode("utf-16", "surrogatepass"), "begins like UTF-16, but is not"),
        ("line.txt", SENTENCE * 176_000, "is larger than 10,500,000 bytes, longer than any draft: split it"),
        ("word.md", b"x" * 10_500_001, "is larger than 10,500,000 bytes"),
        ("lines.txt", b"A b.\n\n" * 150_001, "has more than 300,000 lines, longer than any draft: split it"),
        ("lines.md", b"A b.\r" * 300_001, "has more than 300,000 lines, longer than any draft: split it"),
        (
            "front.md",
            b"---\ntitle: |\n" + b"  long\n" * 200_000 + b"---\nWords.\n",
            "the front matter has more",
        ),
        ("huge.md", b"---\nk: " + b"x" * 10_500_000 + b"\n---\nWords.\n", "is larger than 10,500,000 bytes"),
        ("deep.md", b"---\ntitle: " + b"[" * 50_000 + b"\n---\nWords.\n", "the front matter is not YAML"),
    ],
    ids=lambda value: value if isinstance(value, str) and "." in value and len(value) < 12 else "",
)
def test_what_is_no_draft_is_refused(refuses, here, name, data, line):
    (here / name).write_bytes(data)
    assert refuses("check", name).startswith(f"copydesk: {name}: {line}")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["missing.txt"], "missing.txt: there is no such file or folder"),
        (["nothing"], "nothing: there is no draft in this folder"),
        (["*.md"], "*.md: no draft matches this pattern"),
        (["--select", "no\nrule", "nothing"], 'there is no rule or family "no\\nrule"'),
        (["--select", "no\udce4rule", "nothing"], 'there is no rule or family "no\\udce4rule"'),
        (["--format", "x" * 10_000, "nothing"], "there is no format"),
        (["--config", "missing.toml", "nothing"], "missing.toml: there is no such file"),
        (["--config", "nothing", "nothing"], "nothing: is not a file but a folder"),
    ],
)
def test_what_is_named_in_vain_is_said(refuses, here, arguments, line):
    (here / "nothing").mkdir()
    assert refuses("check", *arguments).startswith(f"copydesk: {line}")


@pytest.mark.parametrize(
    "configuration",
    [
        b"select = [",
        b"\xff\xfe",
        b"no-such-key = 1",
        b'select = ["no-such-rule"]',
        b"a" * 3_000_000,
        b"a = " + b"[" * 100_000,
        b"a." * 50_000 + b"b = 1",
        b'extends = "copydesk.toml"',
        b"\0",
    ],
    ids=range(9),
)
def test_a_broken_configuration_is_refused(refuses, here, configuration):
    (here / "copydesk.toml").write_bytes(configuration)
    (here / "a.txt").write_bytes(SENTENCE)
    assert refuses("check", "a.txt").startswith("copydesk: copydesk.toml")


@pytest.mark.parametrize(
    "text",
    [
        b"> " * 100_000 + b"word\n",
        b">" * 100_000 + b" word\n",
        b"- " * 20_000 + b"word\n",
        b"[" * 100_000 + b"word\n",
        b"*a " * 50_000,
        b"<div>" * 50_000 + b"word",
        b"<!--" * 50_000,
        b"{{" * 50_000,
        b"`" * 100_000 + b"a",
        b"a" * 1_000_000,
        b"![" * 50_000,
        b"&amp;" * 50_000,
        "“".encode() * 50_000,
        b"[stet: " * 50_000,
        b"The the sea. [stet: repeated-word]\n\n" * 5_000,
    ],
    ids=lambda text: repr(text[:6]),
)
@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_what_is_nested_or_never_closed_is_read_to_its_end(copydesk, here, name, text):
    (here / name).write_bytes(text)
    result = copydesk("check", name, installed=True)
    assert result.code in (0, 1)
    assert result.err == ""


def test_lone_surrogates_in_a_file_are_no_text_of_utf_8(copydesk, here):
    (here / "a.txt").write_bytes(b"The mayor \xed\xa0\x80 left.")
    result = copydesk("check", "--format", "json", "a.txt", installed=True)
    assert (result.code, result.err) == (0, "")
    assert "encoding-fallback" in result.out


def test_a_folder_that_links_to_itself_is_searched_once(copydesk, here):
    (here / "a.txt").write_bytes(b"The mayor said [TK].")
    try:
        (here / "again").symlink_to(".", target_is_directory=True)
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    result = copydesk("check", ".", installed=True)
    assert (result.code, len(result.out.splitlines()), result.err) == (1, 1, "")


def test_a_file_that_links_to_itself_was_not_checked(refuses, here):
    try:
        (here / "a.txt").symlink_to("a.txt")
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    assert refuses("check", "a.txt").startswith("copydesk: a.txt: cannot be read")


@posix
@pytest.mark.parametrize("command", ["check", "inspect"])
def test_nobody_waits_for_a_pipe(refuses, here, command):
    os.mkfifo(here / "pipe.txt")
    assert refuses(command, "pipe.txt").startswith("copydesk: pipe.txt: is not a file but a folder, a pipe")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_what_may_not_be_read_was_not_checked(refuses, here):
    (here / "a.txt").write_bytes(SENTENCE)
    (here / "a.txt").chmod(0)
    assert "a.txt: cannot be read: permission denied" in refuses("check", "a.txt")


@linux
@pytest.mark.parametrize(
    ("name", "shown"), [(b"new\nline.txt", "new\\nline.txt"), (b"l\xe4tin.txt", "l\\udce4tin.txt")]
)
@pytest.mark.parametrize("form", ["text", "pretty"])
def test_a_path_that_cannot_be_printed_stays_on_one_line(copydesk, here, name, shown, form):
    (here / os.fsdecode(name)).write_bytes(b"The mayor said [TK].")
    result = copydesk("check", "--format", form, ".", installed=True)
    assert (result.code, result.err) == (1, "")
    assert result.out.splitlines()[0].startswith(shown)
    result = copydesk("check", "--format", "json", ".", installed=True)
    assert (result.code, result.err) == (1, "")


def test_what_a_program_writes_without_end_is_not_read_without_end():
    code = "import sys\ntry:\n    while True: sys.stdout.write('word ' * 10_000)\nexcept OSError: pass"
    endless = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with endless:
        result = subprocess.run(
            [sys.executable, "-m", "copydesk", "check", "-"],
            stdin=endless.stdout,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        endless.kill()
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("copydesk: <stdin>: is larger than 10,500,000 bytes")
