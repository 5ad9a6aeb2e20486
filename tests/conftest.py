"""Settings of all tests, and what all of them share."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from tempfile import mkdtemp
from threading import Thread
from types import ModuleType, SimpleNamespace

import pytest
from hypothesis import settings

# No test reads what the user's own runs left behind, nor leaves anything there.
os.environ["COPYDESK_CACHE_DIR"] = mkdtemp(prefix="copydesk-cache-")
os.environ.pop("COPYDESK_LANGUAGETOOL_URL", None)

# A shell lets what it runs in the background ignore Ctrl-C, and what that starts would inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP"):
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

# How long one example takes is the machine's affair.
settings.register_profile("copydesk", deadline=None)
settings.load_profile("copydesk")


SLOW = {"cluster", "hostile", "install", "languagetool"}
"""Marks of tests that are slow by what they do: `-m "not slow"` leaves them out too."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what is marked as one of the kinds that are."""
    for item in items:
        if any(mark.name in SLOW for mark in item.iter_markers()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def no_ci_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test see that it runs in a CI service: `--format auto` does."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def skip() -> Callable[[str, str], None]:
    """Skip a test for want of something: `skip("vim", "there is no vim")`.

    Where the environment's `COPYDESK_NEEDS` names it, the test fails instead: a CI that has it must use it.
    """

    def skip_or_fail(what: str, reason: str) -> None:
        if what in os.environ.get("COPYDESK_NEEDS", "").split():
            pytest.fail(reason)
        pytest.skip(reason)

    return skip_or_fail


STRANGERS = (
    "multiprocessing pickle subprocess threading queue signal runpy site encodings tempfile click "
    "yaml sitecustomize usercustomize conftest language_tool_python distributed"
).split()
"""Modules that a stranger's repository may bring along, under names that somebody imports."""

PACKAGES = "msgspec copydesk copydesk_rules concurrent rich".split()
PROGRAMS = "git java mvn python python3 copydesk".split()


@pytest.fixture
def strangers() -> Callable[[Path], Callable[[], list[str]]]:
    """Fill a folder with code that leaves a mark where it runs; returns what lists the marks."""

    def fill(folder: Path) -> Callable[[], list[str]]:
        code = f"import os\nopen(os.path.join({str(folder)!r}, 'ran-' + __name__), 'w').close()\n"
        for name in STRANGERS:
            (folder / f"{name}.py").write_text(code, encoding="utf-8")
        for name in PACKAGES:
            (folder / name).mkdir()
            for module in ("__init__", "__main__", "cli", "plugin"):
                (folder / name / f"{module}.py").write_text(code, encoding="utf-8")
        for name in PROGRAMS:
            program = folder / (f"{name}.bat" if sys.platform == "win32" else name)
            if not program.exists():  # `copydesk` is a package already
                program.write_text(f"#!/bin/sh\ntouch '{folder}/ran-{name}'\n", encoding="utf-8")
                program.chmod(0o755)
        return lambda: sorted(path.name for path in folder.glob("ran-*"))

    return fill


@pytest.fixture
def copydesk(capfd: pytest.CaptureFixture[str]) -> Callable[..., SimpleNamespace]:
    """Run a command line with all that is installed; its `code`, `out` and `err` come back."""
    from copydesk.commands.cli import main

    def run(*arguments: str) -> SimpleNamespace:
        capfd.readouterr()
        with pytest.raises(SystemExit) as exit_:
            main(arguments)
        out, err = capfd.readouterr()
        return SimpleNamespace(code=exit_.value.code, out=out, err=err)

    return run


@pytest.fixture(scope="session")
def newspaper() -> ModuleType:
    """A made-up newspaper: its archive, and drafts with slips."""
    return _beside("newspaper")


def _beside(name: str) -> ModuleType:
    """A module that lies beside this one."""
    spec = spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def languagetool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[SimpleNamespace]:
    """A stand-in for a LanguageTool server: its `url`, and the texts that it has `seen`."""
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    server = _beside("standin_languagetool").Server(0)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield SimpleNamespace(url=f"http://127.0.0.1:{server.server_address[1]}", seen=server.seen)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def installed_languagetool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """What looks like an installed LanguageTool, and a `java` to run it; the folder that it stands in."""
    pytest.importorskip("language_tool_python", reason="copydesk[grammar] is not installed")
    if sys.platform == "win32":
        pytest.skip("a script cannot stand in for java.exe")
    java = tmp_path / "java-home" / "bin" / "java"
    java.parent.mkdir(parents=True)
    script = Path(__file__).with_name("standin_languagetool.py")
    java.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{script}" "$@"\n', encoding="utf-8")
    java.chmod(0o755)
    jar = tmp_path / "root" / "LanguageTool-6.8" / "languagetool-server.jar"
    jar.parent.mkdir(parents=True)
    jar.touch()
    monkeypatch.setenv("JAVA_HOME", str(java.parents[1]))
    monkeypatch.setenv("LTP_PATH", str(tmp_path / "root"))
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("STANDIN_DIED", str(tmp_path / "died"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", None)
    return tmp_path / "root"


@pytest.fixture(scope="session")
def browser(skip: Callable[[str, str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[object]:
    """A Chromium without a window; what it saves is in its `downloads`."""
    downloads = tmp_path_factory.mktemp("downloads")
    made = _beside("chromium").open_chromium(str(downloads))
    if made is None:
        skip("browser", "there is no chromium with a chromedriver")
    made.downloads = downloads
    yield made
    made.quit()


@pytest.fixture(scope="session")
def axe(skip: Callable[[str, str], None]) -> str:
    """The source of axe-core, from the npm package at `COPYDESK_AXE`."""
    source = Path(os.environ.get("COPYDESK_AXE", "node_modules/axe-core")) / "axe.min.js"
    if not source.is_file():
        skip("axe", "there is no axe-core: npm install axe-core, and let COPYDESK_AXE name its folder")
    return source.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    """Make a Word document: `docx("<w:p>…</w:p>", comments="…")`."""
    build: Callable[..., bytes] = _beside("word_documents").build
    return build


@pytest.fixture(scope="session")
def docx_of() -> Callable[..., bytes]:
    """Make a Word document of paragraphs: `docx_of("One.", "Two.", comment="Really?")`."""
    paragraphs: Callable[..., bytes] = _beside("word_documents").paragraphs
    return paragraphs
