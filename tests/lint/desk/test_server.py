"""The command, as a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time

import pytest

from copydesk.desk.server import serve

pytestmark = pytest.mark.slow

PROGRAM = [sys.executable, "-m", "copydesk", "desk", "--no-browser"]


def run(*arguments, **more):
    return subprocess.run([*PROGRAM, *arguments], capture_output=True, encoding="utf-8", timeout=60, **more)


def test_it_listens_on_this_machine_alone_and_ends_with_ctrl_c(serve):
    served = serve("--isolated")
    assert len(served.key) >= 40
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(("127.0.0.2", served.port), timeout=5)
    socket.create_connection(("127.0.0.1", served.port), timeout=5).close()
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(20) == 130
    assert served.process.stderr.read() == ""


@pytest.mark.skipif(sys.platform == "win32", reason="a script cannot stand in for a browser")
def test_the_browser_is_opened_with_the_address(tmp_path):
    """The browser of this test asks for the page, and writes down what it got; then it is all over."""
    script = tmp_path / "browser"
    script.write_text(
        f"#!{sys.executable}\nimport sys, urllib.request\n"
        "page = urllib.request.urlopen(sys.argv[1].partition('#')[0]).read()\n"
        f"open({str(tmp_path / 'seen')!r}, 'wb').write(sys.argv[1].encode() + b'\\n' + page)\n"
    )
    script.chmod(0o755)
    environment = {**os.environ, "BROWSER": f"{script} %s"}
    program = [one for one in PROGRAM if one != "--no-browser"]
    process = subprocess.Popen(
        program, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, encoding="utf-8"
    )
    address = process.stderr.readline().removeprefix("copydesk desk: ").strip()
    seen = tmp_path / "seen"
    end = time.monotonic() + 30
    while not (seen.is_file() and seen.stat().st_size) and time.monotonic() < end:
        threading.Event().wait(0.05)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=20)
    found, _, page = seen.read_text(encoding="utf-8").partition("\n")
    assert found == address
    assert "<title>copydesk</title>" in page


def test_no_two_desks_have_one_key(serve):
    assert serve("--isolated").key != serve("--isolated").key


def test_a_port_that_is_taken_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run("--port", str(port))
    assert done.returncode == 2
    assert done.stderr == f"copydesk: port {port} is taken: name another, or none\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps no port for a process that was killed")
def test_the_port_of_a_desk_that_was_killed_is_free_again(serve):
    first = serve("--isolated")
    with socket.create_connection(("127.0.0.1", first.port), timeout=5) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % first.port)
        assert asking.recv(1000)
        first.process.kill()
        first.process.wait(20)
        while asking.recv(100_000):
            pass
    assert serve("--isolated", "--port", str(first.port)).port == first.port


def test_a_draft_that_is_not_there_is_told(tmp_path):
    done = run("nothing.md", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr == "copydesk: nothing.md: there is no such file or folder\n"


def test_without_its_libraries_it_says_how_to_get_them(tmp_path):
    """A stand-in that cannot be imported takes the place of the library."""
    (tmp_path / "uvicorn.py").write_text("raise ModuleNotFoundError('no', name='uvicorn')\n")
    program = [
        sys.executable,
        "-c",
        "import sys; sys.path.insert(0, sys.argv.pop(1))\nfrom copydesk.commands.cli import main; main()",
        str(tmp_path),
        "desk",
    ]
    done = subprocess.run(program, capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode == 2
    assert 'pip install "copydesk[desk]"' in done.stderr


def test_nobody_asking_ends_it(desk):
    opened = []
    thread = threading.Thread(target=lambda: serve(desk, 0, opened.append, idle=0.05))
    thread.start()
    thread.join(30)
    assert not thread.is_alive()
    assert len(opened) == 1


def test_a_plain_check_imports_nothing_of_it(tmp_path):
    (tmp_path / "a.txt").write_text("Nothing is wrong here.\n")
    program = "import sys\nfrom copydesk.commands.cli import main\ntry:\n    main(['check', 'a.txt'])\n"
    program += "except SystemExit:\n    print(*sys.modules)\n"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60
    )
    assert "copydesk.engine.checking" in done.stdout
    assert not {"starlette", "uvicorn", "copydesk.desk"} & set(done.stdout.split())
