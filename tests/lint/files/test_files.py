"""Files that are read and written, whatever a path leads to: what docs/security.md says of both."""

from __future__ import annotations

import os
import re
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from copydesk.errors import CannotWriteError, NotAFileError
from copydesk.files.reading import read_file
from copydesk.files.writing import write_file

SOURCES = sorted((Path(__file__).parents[3] / "lint" / "copydesk").rglob("*.py"))
OUT = "is reached by a link that leads outside the repository"

needs_fifo = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")


def link(path: Path, target: Path | str) -> None:
    try:
        path.symlink_to(target)
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")


@pytest.fixture
def repository(folder, monkeypatch) -> Path:
    """A repository with a draft, in which the tests work, and a house beside it."""
    root = folder({"repository/.git/HEAD": "", "repository/a.txt": "A bad word.\n", "house/kept": "Kept.\n"})
    monkeypatch.chdir(root / "repository")
    return root / "repository"


WRITERS = {
    "--output": ("report.txt", ("check", "--output", "report.txt", "a.txt")),
    "baseline": ("copydesk.baseline", ("baseline", "a.txt")),
    "baseline --file": ("held", ("baseline", "--file", "held", "a.txt")),
    "usage --write": ("terms.toml", ("usage", "--write", "terms.toml", "--overwrite", "a.txt")),
    "init --force": ("copydesk.toml", ("init", "--force")),
    "new-rule": ("very.py", ("new-rule", "house/very")),
    "new-rule into a folder": ("rules/very.py", ("new-rule", "--folder", "rules", "house/very")),
}


@pytest.mark.parametrize("name", WRITERS)
class TestEveryFileThatIsWritten:
    def test_is_never_written_through_a_link_that_leads_out(self, copydesk, repository, name):
        path, line = WRITERS[name]
        house = repository.parent / "house"
        if "/" in path:
            link(repository / "rules", house)
        else:
            link(repository / path, house / "new")
        result = copydesk(*line)
        assert result.code == 2
        assert result.out == ""
        assert OUT in result.err or "is there already" in result.err
        assert os.listdir(house) == ["kept"]

    def test_nor_over_a_file_that_a_link_leads_to(self, copydesk, repository, name):
        path, line = WRITERS[name]
        if "/" in path:
            pytest.skip("the file that is there is a folder")
        link(repository / path, repository.parent / "house" / "kept")
        assert copydesk(*line).code == 2
        assert (repository.parent / "house" / "kept").read_text() == "Kept.\n"

    def test_leaves_nothing_behind_where_the_disk_is_full(self, copydesk, repository, name, monkeypatch):
        path, line = WRITERS[name]
        (repository / path).parent.mkdir(exist_ok=True)

        def full(*_: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", full)
        result = copydesk(*line)
        assert result.code == 2
        assert "no space left on device" in result.err
        left = [name for _, _, names in os.walk(repository) for name in names]
        assert sorted(left) == ["HEAD", "a.txt"]


def test_the_summary_of_a_step_is_not_written_through_such_a_link(copydesk, repository, monkeypatch):
    link(repository / "summary.md", repository.parent / "house" / "kept")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    result = copydesk("check", "--format", "github", "a.txt")
    assert result.code == 2
    assert OUT in result.err
    assert (repository.parent / "house" / "kept").read_text() == "Kept.\n"


def test_a_link_inside_the_repository_stays_one(copydesk, repository):
    (repository / "reports").mkdir()
    link(repository / "report.txt", Path("reports") / "today.txt")
    assert copydesk("check", "--output", "report.txt", "a.txt").code == 1
    assert (repository / "report.txt").is_symlink()
    assert (repository / "reports" / "today.txt").read_text(encoding="utf-8").startswith("a.txt:1:3:")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_mode_of_a_file_stays_and_a_new_one_has_the_usual(tmp_path):
    old, new, usual = tmp_path / "old", tmp_path / "new", tmp_path / "usual"
    old.write_bytes(b"")
    old.chmod(0o640)
    usual.write_bytes(b"")
    write_file(str(old), b"text")
    write_file(str(new), b"text")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == usual.stat().st_mode


@pytest.mark.usefixtures("repository")
class TestDevicesAndPipes:
    @pytest.mark.skipif(not Path("/dev/null").exists(), reason="the system has no such device")
    def test_a_device_is_written_to_and_stays(self, copydesk):
        result = copydesk("check", "--output", "json:/dev/null", "a.txt")
        assert (result.code, result.err) == (1, "")
        assert not Path("/dev/null").is_file()

    def test_standard_output_by_its_name_is_the_screen(self, copydesk):
        assert copydesk("check", "--output", "/dev/stdout", "a.txt").out.startswith("a.txt:1:3:")
        assert copydesk("check", "--output", "json:/dev/stdout", "a.txt").out.startswith("{")

    @pytest.mark.slow
    @pytest.mark.skipif(not Path("/dev/fd").exists(), reason="the system names no open files")
    def test_what_the_shell_has_open_is_written_to(self, repository):
        line = (
            f"'{sys.executable}' -P -m copydesk check --isolated --output json:/dev/fd/5 a.txt 5> kept.json"
        )
        subprocess.run(["sh", "-c", f"{line}; echo after >> kept.json"], check=True, capture_output=True)
        text = (repository / "kept.json").read_text(encoding="utf-8")
        assert text.startswith("{")
        assert text.endswith("}\nafter\n")

    @needs_fifo
    def test_a_pipe_that_nobody_reads_is_refused_at_once(self, copydesk):
        os.mkfifo("pipe")
        result = copydesk("check", "--output", "text:pipe", "a.txt")
        assert result.code == 2
        assert "copydesk: pipe: the report cannot be written: nobody reads from it" in result.err

    @needs_fifo
    def test_one_that_somebody_reads_gets_all_of_a_long_report(self):
        os.mkfifo("pipe")
        got: list[bytes] = []
        reader = threading.Thread(target=lambda: got.append(Path("pipe").read_bytes()))
        holder = os.open("pipe", os.O_RDWR)  # nobody need wait for the other
        reader.start()
        write_file("pipe", b"text " * 100_000)
        os.close(holder)
        reader.join()
        assert got == [b"text " * 100_000]

    @needs_fifo
    @pytest.mark.parametrize(
        "line",
        [
            ("check", "--baseline", "pipe", "a.txt"),
            ("check", "--config", "pipe", "a.txt"),
            ("check", "--config", "terms.toml", "a.txt"),
            ("check", "pipe"),
            ("check", "--fix", "pipe"),
            ("check", "--diff", "pipe"),
            ("baseline", "--file", "pipe", "a.txt"),
            ("baseline", "--file", "pipe", "--prune", "a.txt"),
            ("inspect", "pipe"),
        ],
        ids=" ".join,
    )
    def test_a_pipe_is_never_waited_for(self, copydesk, repository, line):
        os.mkfifo("pipe")
        (repository / "terms.toml").write_text('terms = ["pipe"]\n', encoding="utf-8")
        result = copydesk(*line)
        assert result.code == 2
        assert "pipe: is not a file but a folder, a pipe or a device" in result.err

    @pytest.mark.skipif(not Path("/dev/zero").exists(), reason="the system has no such device")
    def test_a_device_is_not_read(self, copydesk):
        result = copydesk("check", "--baseline", "/dev/zero", "a.txt")
        assert (result.code, result.out) == (2, "")
        assert "is not a file but a folder, a pipe or a device" in result.err

    @needs_fifo
    def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(self, monkeypatch):
        os.mkfifo("pipe")
        monkeypatch.setattr(os, "stat", lambda _: os.lstat("a.txt"))
        with pytest.raises(NotAFileError):
            read_file("pipe")


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(CannotWriteError):
        write_file(str(tmp_path), b"text")


def test_one_place_reads_one_writes_and_one_prints():
    """Wherever else a file is opened, it is copydesk's own, or that of a cache folder of the user."""
    elsewhere = (
        "cache",
        "pages",
        "discovery",
        "remote",
        "lexicon",
        "misspellings",
        "unknown_words",
        "phrases",
        "offences",
        "dialects",
        "guard",
        "install",
        "server",
        "java",
        "pool_child",
    )
    patterns = {
        r"(?<!def )(?<![\w.])open\(|os\.open\(|write_text|write_bytes": {
            "reading",
            "writing",
            "cli",
            "output",
            "__init__",
            *elsewhere,
        },
        r"click\.(s?echo|print)\(|(?<![\w.])print\(": {"output"},
    }
    for pattern, allowed in patterns.items():
        found = {path.stem for path in SOURCES if re.search(pattern, path.read_text(encoding="utf-8"))}
        assert found <= allowed
