"""The program that an editor starts: what it prints, and how it ends."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import PATIENCE, Editor

pytestmark = pytest.mark.slow

TWICE = "The council closed the the bridge.\n"
LSP = (sys.executable, "-m", "copydesk", "lsp")


@pytest.fixture
def program(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        [*LSP, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path
    ) as process:
        yield process
        process.kill()


@pytest.fixture
def client(program: subprocess.Popen[bytes], tmp_path: Path) -> Editor:
    assert program.stdin is not None
    assert program.stdout is not None
    return Editor(program.stdin, program.stdout, tmp_path)


def test_a_session_from_the_first_word_to_the_last(program: subprocess.Popen[bytes], client: Editor) -> None:
    client.start(process=os.getpid())
    client.open("story.md", TWICE)
    assert len(client.shown("story.md")) == 1
    client.request("shutdown")
    client.notify("exit")
    out, err = program.communicate(timeout=PATIENCE)
    assert (program.returncode, out, err) == (0, b"", b"")


def test_an_exit_without_goodbye_is_a_failure(program: subprocess.Popen[bytes], client: Editor) -> None:
    client.start()
    client.notify("exit")
    assert program.wait(PATIENCE) == 1


def test_the_server_ends_where_nobody_writes_any_more(
    program: subprocess.Popen[bytes], client: Editor
) -> None:
    client.start()
    program.communicate(timeout=PATIENCE)
    assert program.returncode == 1


CLIENT = """
import subprocess, sys, os, json
server = subprocess.Popen({command!r}, stdin=subprocess.PIPE)
body = json.dumps(dict(jsonrpc="2.0", id=1, method="initialize", params=dict(
    processId=os.getpid(), rootUri=None, capabilities=dict()))).encode()
server.stdin.write(b"Content-Length: %d\\r\\n\\r\\n" % len(body) + body)
server.stdin.flush()
# A third process keeps the pipe to the server open, so its end tells nobody anything.
holder = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE,
    stdout=subprocess.DEVNULL, pass_fds=[server.stdin.fileno()])
print(holder.pid, file=sys.stderr, flush=True)
server.wait()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there the end of the pipe must do")
def test_kill_9_of_the_client_leaves_nothing() -> None:
    command = [sys.executable, "-c", CLIENT.format(command=[*LSP])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as client:
        assert client.stdout is not None
        assert client.stderr is not None
        holder = int(client.stderr.readline())
        begun = os.read(client.stdout.fileno(), 1)  # the server answers, so it knows its client
        client.kill()
        try:
            ended = b""
            while True:
                ready, _, _ = select.select([client.stdout], [], [], PATIENCE)
                assert ready, "the server still holds its standard output"
                data = os.read(client.stdout.fileno(), 1 << 16)
                if not data:
                    break
                ended = data
        finally:
            os.kill(holder, signal.SIGKILL)
    assert (begun + ended).startswith(b"C")


@pytest.mark.skipif(sys.platform == "win32", reason="there the end of the pipe must do")
def test_a_client_that_lives_elsewhere_is_not_waited_for(client: Editor) -> None:
    """In a container the number of the editor's process names nobody."""
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    client.start(process=gone.pid)
    client.open("story.md", TWICE)
    assert len(client.shown("story.md")) == 1


def test_what_a_plugin_prints_does_not_reach_the_client(tmp_path: Path) -> None:
    program = """
import os, sys
from copydesk.commands.machine.lsp import _channel
stdin, stdout = _channel()
print("from a plugin", flush=True)
os.write(1, b"from a library")
stdout.write(b"to the client")
stdout.close()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], stdin=subprocess.DEVNULL, capture_output=True, cwd=tmp_path
    )
    assert (done.returncode, done.stdout) == (0, b"to the client")
    assert done.stderr.split() == b"from a plugin from a library".split()


def test_without_its_packages_the_command_says_what_to_install(tmp_path: Path) -> None:
    program = """
import sys
sys.modules["pygls"] = None
sys.modules["lsprotocol"] = None
from copydesk.commands.cli import main
main(["lsp"])
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=tmp_path, encoding="utf-8"
    )
    assert done.returncode == 2
    assert 'pip install "copydesk[lsp]"' in done.stderr
    assert "Traceback" not in done.stderr


def test_a_repository_of_drafts_runs_no_code(
    tmp_path: Path, strangers: Callable[[Path], Callable[[], list[str]]]
) -> None:
    marks = strangers(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "copydesk", "lsp"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        editor = Editor(process.stdin, process.stdout, tmp_path)
        editor.start()
        editor.open("story.md", TWICE)
        assert len(editor.shown("story.md")) == 1
        editor.request("shutdown")
        editor.notify("exit")
        process.communicate(timeout=PATIENCE)
    assert marks() == []
