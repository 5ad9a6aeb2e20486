"""A server of our own: started, found wanting, gone."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from copydesk.errors import LanguageToolError
from copydesk.languagetool.answers import Question, ask
from copydesk.languagetool.server import LocalServer
from copydesk.languagetool.service import Limits, find_service

LIMITS = Limits(256, 60, 60)
RULES = ("HE_VERB_AGR",)
PATIENCE = 60

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("installed_languagetool")]


def server(port=0):
    return LocalServer(LIMITS.memory, LIMITS.start, LIMITS.answer, port)


def test_it_answers_and_leaves_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    local = server()
    with local as client:
        assert [match.rule for match in client.check("She have.", "en-US", RULES)] == ["HE_VERB_AGR"]
        assert local.runs
    assert not local.runs
    assert not client.is_healthy()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_what_java_says_when_it_ends_at_once_is_shown(monkeypatch, tmp_path):
    monkeypatch.setenv("STANDIN_FAILS", "Error: Unable to access jarfile")
    with pytest.raises(LanguageToolError, match="did not start; it says: Error: Unable to access jarfile"):
        server().__enter__()
    assert list((tmp_path / "tmp").iterdir()) == []


def test_a_free_port_that_was_taken_meanwhile_is_tried_again_but_not_for_ever(monkeypatch):
    monkeypatch.setenv("STANDIN_FAILS", "java.net.BindException: Address already in use")
    with pytest.raises(LanguageToolError, match="no free port in 3 tries"):
        server().__enter__()


def test_a_port_that_somebody_asks_for_is_taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(LanguageToolError, match=r"did not start; it says: .*Address already in use"):
            server(other.getsockname()[1]).__enter__()


def test_one_that_is_never_ready_is_given_up(monkeypatch):
    monkeypatch.setattr("copydesk.languagetool.client.Client.is_healthy", lambda _: False)
    with pytest.raises(LanguageToolError, match=r"was not ready in 0\.2 seconds"):
        LocalServer(256, 0.2, 10).__enter__()


@pytest.mark.parametrize(
    ("variable", "value", "message"),
    [
        ("STANDIN_VERSION", 'openjdk version "11.0.2" 2019-01-15', "is Java 11"),
        ("STANDIN_VERSION", 'java version "1.8.0_202"', "is Java 8"),
        ("STANDIN_VERSION", "I am a teapot", "is not a Java that runs .it says: I am a teapot"),
        ("STANDIN_STATUS", "1", "is not a Java that runs"),
    ],
)
def test_a_java_that_will_not_do(monkeypatch, variable, value, message):
    monkeypatch.setenv(variable, value)
    with pytest.raises(LanguageToolError, match=message):
        server().__enter__()


def test_no_java(monkeypatch):
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LanguageToolError, match="needs Java 17 or newer, and there is none"):
        server().__enter__()


def test_one_that_dies_is_started_again_once():
    asked = [Question("She have. DIE", "en-US", RULES)]
    answers = ask(asked, find_service("", (), LIMITS))
    assert [match.rule for match in answers[asked[0]]] == ["HE_VERB_AGR"]
    with pytest.raises(LanguageToolError, match="cannot be reached"):
        ask([Question("DIE TWICE", "en-US", RULES)], find_service("", (), LIMITS))


def test_a_second_run_needs_no_java(monkeypatch):
    asked = [Question("She have.", "en-US", RULES)]
    answers = ask(asked, find_service("", (), LIMITS))
    monkeypatch.setenv("STANDIN_FAILS", "no Java today")
    assert ask(asked, find_service("", (), LIMITS)) == answers


def test_when_a_run_ends_no_thread_starts_the_server_again():
    with ThreadPoolExecutor(1) as pool:
        with find_service("", (), LIMITS).open() as session:
            asked = pool.submit(session.check, "HANG", "en-US", RULES)
        with pytest.raises(LanguageToolError):
            asked.result(PATIENCE)


def test_not_installed(monkeypatch, tmp_path):
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "nothing"))
    with pytest.raises(LanguageToolError, match="run `copydesk grammar install`"):
        find_service("", (), LIMITS)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there are no such signals")
@pytest.mark.parametrize(
    ("name", "script"),
    [("SIGTERM", False), ("SIGHUP", False), ("SIGINT", False), ("SIGKILL", False), ("SIGKILL", True)],
)
def test_no_java_outlives_copydesk(name, script, tmp_path):
    """Also where `java` is a script that waits for the real one."""
    if script:
        java = tmp_path / "java-home" / "bin" / "java"
        java.write_text(java.read_text().replace("exec ", "") + "exit $?\n")
    psutil = pytest.importorskip("psutil")
    draft = tmp_path / "draft.txt"
    draft.write_text("She have gone. They HANG on.\n", encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-m", "copydesk", "check", "--isolated", "--select", "grammar", str(draft)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    until = time.monotonic() + PATIENCE
    started = []
    while time.monotonic() < until and not any(_listens(process) for process in started):
        started = psutil.Process(running.pid).children(recursive=True)
    assert len(started) == 2 + script
    os.kill(running.pid, getattr(signal, name))
    running.wait(PATIENCE)
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    assert list((tmp_path / "tmp").iterdir()) == []


def _listens(process):
    import psutil

    try:
        return any(one.status == psutil.CONN_LISTEN for one in process.net_connections())
    except psutil.Error:
        return False


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
def test_ctrl_c_waits_for_no_answer_of_a_server_that_was_named(languagetool, tmp_path, monkeypatch):
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_URL", languagetool.url)
    draft = tmp_path / "draft.txt"
    draft.write_text("She have gone. They HANG on.\n", encoding="utf-8")
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "copydesk", "check", "--isolated", "--select", "grammar", str(draft)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    while not languagetool.seen:
        assert running.poll() is None
    os.kill(running.pid, signal.SIGINT)
    assert running.wait(PATIENCE / 2) == 130  # the answer takes twice that
