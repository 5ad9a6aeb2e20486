"""LanguageTool installed: whole or not at all."""

from __future__ import annotations

import hashlib
import http.server
import io
import os
import signal
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from copydesk.errors import LanguageToolError
from copydesk.languagetool import installation
from copydesk.languagetool.install import from_maven, from_zip

PATIENCE = 60
MAVEN_THAT_HANGS = "import os, time; open(os.environ['MARK'], 'w').close(); time.sleep(600)"
JARS = {"languagetool-core-6.8.jar": b"core" * 1000, "a-b_1.0.jar": b"other"}


pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("installed_languagetool")]


@pytest.fixture
def root(monkeypatch, tmp_path):
    """An empty place to install in."""
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "empty"))
    return tmp_path / "empty"


@pytest.fixture
def maven(monkeypatch, tmp_path):
    """An `mvn` that brings jars, and the sums that they must have: `maven(jars)`."""

    def make(jars=JARS, fails=""):
        source = tmp_path / "repository"
        source.mkdir()
        for name, data in jars.items():
            (source / name).write_bytes(data)
        mvn = tmp_path / "bin" / "mvn"
        mvn.parent.mkdir()
        mvn.write_text(
            f"#!{sys.executable}\n"
            "import pathlib, shutil, sys\n"
            "to = next(a for a in sys.argv if 'outputDirectory' in a).partition('=')[2]\n"
            f"for path in sorted(pathlib.Path({str(source)!r}).iterdir()):\n"
            "    shutil.copyfile(path, pathlib.Path(to, path.name))\n"
            "    print(f'[INFO] Copying {path.name}')\n"
            f"sys.exit('[ERROR] {fails}' if {fails!r} else 0)\n",
            encoding="utf-8",
        )
        mvn.chmod(0o755)
        sums = tmp_path / "sums"
        sums.write_text(
            "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in JARS.items())
        )
        monkeypatch.setattr("copydesk.languagetool.install._SUMS", str(sums))
        monkeypatch.setenv("PATH", os.pathsep.join((str(mvn.parent), os.environ["PATH"])))

    return make


def listed(root: Path) -> list[str]:
    return sorted(path.name for path in root.iterdir())


def test_from_maven(root, maven):
    maven()
    said: list[str] = []
    from_maven(said.append)
    assert "[INFO] Copying a-b_1.0.jar" in said
    assert listed(root) == ["LanguageTool-6.8"]
    assert installation.is_installed()
    manifest = zipfile.ZipFile(root / "LanguageTool-6.8" / "languagetool-server.jar").read(
        "META-INF/MANIFEST.MF"
    )
    assert b"Class-Path: ./ libs/a-b_1.0.jar libs/languagetool-core-6.8.jar" in manifest.replace(
        b"\r\n ", b""
    )
    assert max(map(len, manifest.split(b"\r\n"))) <= 72


def test_it_is_run_again_over_what_a_run_that_was_killed_left(root, maven):
    maven()
    left = root / ".copydesk-installing" / "LanguageTool-6.8"
    left.mkdir(parents=True)
    (root / "LanguageTool-6.8").mkdir()
    (root / "LanguageTool-6.8" / "half").touch()
    from_maven(lambda _: None)
    assert listed(root) == ["LanguageTool-6.8"]
    assert listed(root / "LanguageTool-6.8") == ["languagetool-server.jar", "libs"]


@pytest.mark.parametrize(
    ("jars", "message"),
    [
        ({**JARS, "a-b_1.0.jar": b"changed"}, "a-b_1.0.jar has the wrong checksum"),
        ({**JARS, "stranger.jar": b""}, "stranger.jar of LanguageTool 6.8 came, and does not belong to it"),
        ({"a-b_1.0.jar": b"other"}, "languagetool-core-6.8.jar of LanguageTool 6.8 did not come"),
    ],
)
def test_other_jars_are_refused(root, maven, jars, message):
    maven(jars)
    with pytest.raises(LanguageToolError, match=message):
        from_maven(lambda _: None)
    assert listed(root) == []


def test_what_maven_says_when_it_fails_is_shown(root, maven):
    maven(fails="Could not transfer artifact")
    with pytest.raises(LanguageToolError, match=r"Maven failed: .*Could not transfer artifact"):
        from_maven(lambda _: None)
    assert listed(root) == []


def test_no_maven(monkeypatch):
    monkeypatch.setenv("PATH", "")
    with pytest.raises(LanguageToolError, match="there is no `mvn`"):
        from_maven(lambda _: None)


@pytest.fixture
def release(monkeypatch):
    """A server with the zip of LanguageTool: `release(data)`."""
    servers = []

    def serve(data, sum_=None):
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200 if data else 404)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        monkeypatch.setattr("language_tool_python.download_lt.BASE_URL_NEW_RELEASES", url)
        monkeypatch.setenv("LTP_DOWNLOAD_SHA256_6_8", sum_ or hashlib.sha256(data).hexdigest())

    yield serve
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


def zipped(*names):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, os.urandom(20_000))
    return buffer.getvalue()


WHOLE = zipped("LanguageTool-6.8/languagetool-server.jar", "LanguageTool-6.8/libs/a.jar")


def test_from_the_zip(root, release):
    release(WHOLE)
    from_zip()
    assert listed(root) == ["LanguageTool-6.8"]
    assert installation.is_installed()
    assert "LTP_PATH" in os.environ


@pytest.mark.parametrize(
    ("data", "sum_", "message"),
    [
        (WHOLE, "0" * 64, "checksum mismatch"),
        (WHOLE[:5000], None, "BadZipFile"),
        (zipped("LanguageTool-6.8/readme"), None, "holds no languagetool-server.jar"),
        (b"", None, "Could not find at URL"),
    ],
)
def test_a_zip_that_will_not_do(root, release, data, sum_, message):
    release(data, sum_)
    with pytest.raises(LanguageToolError, match=message):
        from_zip()
    assert listed(root) == []


ZIP_ON_A_FULL_DISK = """
import resource, sys
from language_tool_python import download_lt
from copydesk.errors import LanguageToolError
from copydesk.languagetool.install import from_zip
download_lt.BASE_URL_NEW_RELEASES = sys.argv[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
try:
    from_zip()
except LanguageToolError as error:
    print(error)
"""


def test_a_zip_on_a_full_disk(root, release):
    pytest.importorskip("resource")
    from language_tool_python import download_lt

    release(WHOLE)
    program = [sys.executable, "-c", ZIP_ON_A_FULL_DISK, download_lt.BASE_URL_NEW_RELEASES]
    run = subprocess.run(program, capture_output=True, encoding="utf-8")
    assert "the disk is full; nothing was changed there" in run.stdout
    assert listed(root) == []


def test_a_place_that_is_no_folder(maven, root):
    maven()
    root.write_text("a file", encoding="utf-8")
    with pytest.raises(LanguageToolError, match="cannot be installed in"):
        from_maven(lambda _: None)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_no_maven_outlives_copydesk(name, root, tmp_path, monkeypatch):
    psutil = pytest.importorskip("psutil")
    mvn = tmp_path / "bin" / "mvn"
    mvn.parent.mkdir()
    mvn.write_text(f'#!/bin/sh\n{sys.executable} -c "{MAVEN_THAT_HANGS}"\nexit $?\n', encoding="utf-8")
    mvn.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join((str(mvn.parent), os.environ["PATH"])))
    monkeypatch.setenv("MARK", str(tmp_path / "mark"))
    line = [sys.executable, "-P", "-m", "copydesk", "grammar", "install", "--from-maven", "--yes"]
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while not (tmp_path / "mark").exists():
            assert running.poll() is None
        started = psutil.Process(running.pid).children(recursive=True)
        assert len(started) == 3
        os.kill(running.pid, getattr(signal, name))
        running.wait(PATIENCE)
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
    assert listed(root) == []
