"""Each row of the table in docs/exit-codes.md, as a run. A row without a run fails, and a run without one."""

from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PAGE = (Path(__file__).parents[4] / "docs" / "exit-codes.md").read_text(encoding="utf-8")
TABLE = re.findall(r"^\| (\d+) \| (.+) \|$", PAGE, re.MULTILINE)

GOOD = "A good word.\n"
BAD = "A bad word.\n"
"""Has a warning, with an unsafe correction."""

Line = tuple[str, ...]
ROWS: dict[str, Callable[..., Line]] = {}


def row(when: str) -> Callable[[Callable[..., Line]], Callable[..., Line]]:
    """Say which row a run is about. It makes what it needs, and returns what follows `copydesk check`."""

    def keep(run: Callable[..., Line]) -> Callable[..., Line]:
        assert when not in ROWS
        ROWS[when] = run
        return run

    return keep


def simple(when: str, text: str, *arguments: str) -> None:
    """A run over one draft."""

    def run(folder, **_: object) -> Line:
        folder({"a.txt": text})
        return (*arguments, "a.txt")

    row(when)(run)


simple("everything was checked, and nothing was found", GOOD)
simple("what was found is below `--fail-on` (default: warning)", "A hint of a word.\n")
simple("`--fail-on never`, whatever was found", BAD, "--fail-on", "never")
simple("a `stet` note lets every finding stand", f"[stet: bad -- as the sign has it]\n{BAD}")
simple("`--fix` corrected every finding", BAD, "--fix", "--unsafe-fixes")
simple("a finding at or above `--fail-on`", BAD)
simple("256 findings", BAD * 256)
simple("a finding at or above `--fail-on` that `--show` hides", BAD, "--show", "error")
simple("a finding that `--fix` has no correction for", "The worst word.\n", "--fix")
simple("`--diff`, where the drafts as they are have findings", BAD, "--diff")
simple("a draft that was named is missing", GOOD, "gone.txt")
simple("a draft is not text", "A \0 word.\n")
simple("a draft is too large", "A word. " * 1_400_000)
simple("a folder or a pattern holds no draft", GOOD, "*.md")
simple("an option is unknown, or has a wrong value", GOOD, "--fail-on", "everything")
simple("a rule that was selected does not exist", GOOD, "--select", "bed")
simple("a report cannot be written", GOOD, "--output", "gone/report.txt")
simple("the suffix of a report names no format", GOOD, "--output", "report.pdf")
simple("the baseline is missing, or broken", GOOD, "--baseline")
simple("git cannot say what changed", GOOD, "--since", "HEAD")
simple("one draft has findings, and another is missing", BAD, "gone.txt")


@row("the baseline holds every finding")
def held(folder, copydesk, **_):
    folder({"a.txt": BAD})
    copydesk("baseline", "a.txt")
    return "--baseline", "a.txt"


@row("`promise = true`, and the verdicts lower the rule below `--fail-on`")
def lowered(folder, **_):
    said = '"date":"2031-03-02T09:30:00Z","excerpt":"","rule":"bad","verdict":"wrong"'
    verdicts = "".join(f'{{"digest":"{number:016x}",{said}}}\n' for number in range(30))
    folder({"a.txt": BAD, "copydesk.toml": "promise = true", "verdicts.jsonl": verdicts})
    return ("a.txt",)


@row("`promise = true`, and the verdicts file is broken")
def broken_verdicts(folder, **_):
    folder({"a.txt": GOOD, "copydesk.toml": "promise = true", "verdicts.jsonl": "<<<<<<< ours\n"})
    return ("a.txt",)


@row("a finding that the baseline does not hold")
def not_held(folder, copydesk, **_):
    root = folder({"a.txt": BAD})
    copydesk("baseline", "a.txt")
    (root / "a.txt").write_text("The worst word.\n", encoding="utf-8")
    return "--baseline", "a.txt"


@row("only rules in shadow have findings")
def shadowed(folder, **_):
    folder({"a.txt": BAD, "copydesk.toml": 'shadow = ["bad"]\n'})
    return ("a.txt",)


@row("the findings of rules in shadow cannot be written, or their file holds something else")
def not_kept(folder, **_):
    folder({"a.txt": BAD, "copydesk.toml": 'shadow = ["bad"]\n', "copydesk.shadow.jsonl": "mine\n"})
    return ("a.txt",)


@row("no finding touches a changed line")
def unchanged(folder, **_):
    commit(folder({"a.txt": BAD}))
    return "--since", "HEAD", "a.txt"


@row("the configuration excludes every file that was named, with `--force-exclude`")
def excluded(folder, **_):
    folder({"a.txt": BAD, "copydesk.toml": 'exclude = ["a.txt"]\n'})
    return "--force-exclude", "a.txt"


@row("the configuration excludes every draft of a folder, with `--force-exclude` or without")
def emptied(folder, **_):
    folder({"a.txt": GOOD, "wire/b.txt": BAD, "copydesk.toml": 'exclude = ["wire"]\n'})
    return "--force-exclude", "a.txt", "wire"


@row("a folder holds files that are no drafts, beside drafts that are clean; standard error says which")
def beside(folder, **_):
    folder({"drafts/a.txt": GOOD, "drafts/b.odt": BAD})
    return ("drafts",)


@row(
    "`.gitignore` leaves out some drafts of a folder, and the others are clean; standard error says how many"
)
def ignored(folder, **_):
    root = folder({".gitignore": "b.txt\n", "drafts/a.txt": GOOD, "drafts/b.txt": BAD})
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    return ("drafts",)


@row("`.gitignore` leaves out every draft of a folder")
def all_ignored(folder, **_):
    root = folder({".gitignore": "wire/\n", "a.txt": GOOD, "wire/b.txt": BAD})
    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    return "a.txt", "wire"


@row("a draft is the pointer that git LFS or git-annex leaves in its place")
def pointer(folder, **_):
    text = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 4321\n"
    folder({"a.txt": GOOD, "b.md": text})
    return "a.txt", "b.md"


@row("a draft is in a format that nobody reads")
def foreign(folder, **_):
    folder({"a.txt": GOOD, "b.tex": GOOD})
    return "a.txt", "b.tex"


@row("the `copydesk.toml` above a draft is a link that leads nowhere, a folder or a pipe")
def no_configuration(folder, **_):
    folder({"a.txt": GOOD}).joinpath("copydesk.toml").mkdir()
    return ("a.txt",)


@row("a draft cannot be read")
def unreadable(folder, **_):
    folder({}).joinpath("a.txt").mkdir()
    return ("a.txt/b.txt",)


@row("nothing was named")
def nothing(folder, **_):
    folder({"a.txt": GOOD})
    return ()


@row("the configuration of a draft is wrong")
def misconfigured(folder, **_):
    folder({"a.txt": GOOD, "copydesk.toml": "selct = 1\n"})
    return ("a.txt",)


@row("a draft cannot be corrected")
def uncorrected(folder, monkeypatch, **_):
    folder({"a.txt": BAD})

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", refuse)
    return "--fix", "--unsafe-fixes", "a.txt"


@row("a rule broke")
def broken(folder, toys, options, **_):
    folder({"a.txt": BAD})
    options["rules"] = [toys.Breaks]
    return ("a.txt",)


@row("no rule is installed")
def ruleless(folder, options, **_):
    folder({"a.txt": GOOD})
    options["rules"] = []
    return ("a.txt",)


@row("a plugin is missing, or broken")
def pluginless(folder, options, **_):
    folder({"a.txt": GOOD})
    options["problems"] = ["the plugin house cannot be loaded"]
    return ("a.txt",)


@row("the run was interrupted")
def interrupted(folder, toys, options, **_):
    class Interrupts(toys.Rule):
        name = "interrupts"

        def check(self, document, context):  # noqa: ARG002  a toy rule takes what every rule takes
            raise KeyboardInterrupt

    folder({"a.txt": BAD})
    options["rules"] = [Interrupts]
    return ("a.txt",)


@row("whoever reads the output went away, and nothing was found")
def unread(folder, **_):
    root = folder({"a.txt": GOOD})
    reader, writer = os.pipe()
    os.close(reader)
    line = [sys.executable, "-m", "copydesk", "check", "--isolated", "a.txt"]
    with os.fdopen(writer, "wb") as output:
        assert subprocess.run(line, cwd=root, stdout=output, check=False).returncode == 0
    return ("a.txt",)


@row("a report or a baseline would go through a link that leads out of the repository")
def led_out(folder, monkeypatch, **_):
    root = folder({"repository/.git/HEAD": "", "repository/a.txt": GOOD})
    try:
        (root / "repository" / "report.txt").symlink_to(root / "elsewhere.txt")
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    monkeypatch.chdir(root / "repository")
    return "--output", "report.txt", "a.txt"


@row("standard output is closed, and what was found is to be written there")
def closed(folder, monkeypatch, **_):
    class Closed(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(errno.EBADF, "Bad file descriptor")

        def fileno(self) -> int:
            return os.open(os.devnull, os.O_WRONLY)

    folder({"a.txt": BAD})
    monkeypatch.setattr(sys, "stdout", Closed())
    return ("a.txt",)


@row("the baseline, or a draft, is a pipe or a device")
def piped(folder, **_):
    folder({"a.txt": GOOD})
    return f"--baseline={os.devnull}", "a.txt"


def commit(root: Path) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for line in (["init", "-q"], ["add", "--all"], [*person, "commit", "-q", "-m", "drafts"]):
        subprocess.run(["git", *line], cwd=root, check=True)


@row("a draft is named that `--staged` or `REV..REV` does not find in git, or finds as a link")
def unstaged(folder, **_):
    commit(folder({"a.txt": GOOD}))
    folder({"new.md": GOOD})
    return "--staged", "new.md"


@row("a folder or a pattern holds drafts, and `--staged` or `REV..REV` finds none of them in git")
def nothing_staged(folder, **_):
    commit(folder({"a.txt": GOOD}))
    folder({"fresh/new.md": BAD})
    return "--staged", "a.txt", "fresh"


@row("a draft, or where a report goes, is a link into the `.git` of its repository")
def led_into_git(folder, **_):
    root = folder({".git/HEAD": "", ".git/config": GOOD, "a.txt": GOOD})
    try:
        (root / "gc.md").symlink_to(root / ".git" / "config")
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    return ("gc.md",)


@row("`--since`, and what was not a draft became one by renaming, with findings")
def renamed(folder, **_):
    root = folder({"a.pdf": BAD})
    commit(root)
    subprocess.run(["git", "mv", "a.pdf", "a.txt"], cwd=root, check=True)
    return "--since", "HEAD", "."


@pytest.mark.parametrize(("code", "when"), TABLE, ids=[when for _, when in TABLE])
def test_every_row_holds(copydesk, folder, toys, monkeypatch, code, when):
    options: dict[str, object] = {}
    arguments = ROWS[when](
        copydesk=copydesk, folder=folder, toys=toys, monkeypatch=monkeypatch, options=options
    )
    assert copydesk("check", *arguments, **options).code == int(code)


def test_every_run_has_a_row():
    assert sorted(ROWS) == sorted(when for _, when in TABLE)


def test_help_names_every_code(copydesk):
    help_text = " ".join(copydesk("check", "--help").out.split())
    assert all(f" {code} " in help_text for code in {code for code, _ in TABLE})
