"""`copydesk grammar`: install, status and serve."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

pytestmark = pytest.mark.slow


def run(*arguments):
    line = [sys.executable, "-m", "copydesk", "grammar", *arguments]
    return subprocess.run(line, capture_output=True, encoding="utf-8", input="n\n")


def test_status_says_what_is_there(installed_languagetool):
    done = run("status")
    assert done.returncode == 0
    assert f"LanguageTool 6.8: in {installed_languagetool}" in done.stdout
    assert "java-home" in done.stdout
    assert "server: none is named" in done.stdout


def test_status_says_what_is_missing(installed_languagetool, monkeypatch):
    monkeypatch.setenv("LTP_PATH", str(installed_languagetool / "elsewhere"))
    monkeypatch.setenv("STANDIN_VERSION", 'openjdk version "11.0.2"')
    done = run("status")
    assert done.returncode == 2
    assert "run `copydesk grammar install`" in done.stdout
    assert "is Java 11" in done.stdout


def test_status_asks_the_server_that_is_named(languagetool, monkeypatch):
    monkeypatch.setenv("COPYDESK_LANGUAGETOOL_URL", languagetool.url)
    assert f"server: {languagetool.url}, 6.8" in run("status").stdout


def test_install_says_what_it_would_fetch_and_asks(installed_languagetool, monkeypatch):
    empty = installed_languagetool / "elsewhere"
    monkeypatch.setenv("LTP_PATH", str(empty))
    done = run("install")
    assert done.returncode == 130
    for said in ("about 259 MB", "LGPL-2.1-or-later", "LanguageTool-6.8.zip", f"to: {empty}"):
        assert said in done.stdout
    assert not (empty / "LanguageTool-6.8").exists()


@pytest.mark.usefixtures("installed_languagetool")
def test_install_leaves_alone_what_is_there():
    assert "already" in run("install").stdout


@pytest.mark.usefixtures("installed_languagetool")
def test_install_that_cannot_is_one_line(monkeypatch):
    monkeypatch.setenv("PATH", os.path.dirname(sys.executable))
    done = run("install", "--from-maven", "--yes", "--force")
    assert done.returncode == 2
    assert "--from-maven needs Maven" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("installed_languagetool")
@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C cannot be sent there")
def test_serve_keeps_a_server_until_ctrl_c():
    line = [sys.executable, "-m", "copydesk", "grammar", "serve"]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as serving:
        assert serving.stdout is not None
        said = ""
        while "export " not in said:
            line_said = serving.stdout.readline()
            assert line_said, serving.stderr.read() if serving.stderr else ""
            said += line_said
        url = said.rpartition("=")[2].strip()
        from copydesk.languagetool.client import Client

        client = Client(url, 10)
        assert client.is_healthy()
        serving.send_signal(signal.SIGINT)
        assert serving.wait(30) == 130
    assert not client.is_healthy()
