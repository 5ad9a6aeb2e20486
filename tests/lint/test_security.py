"""What docs/security.md promises: a repository of drafts runs no code, and reads nothing outside itself."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

DRAFT = "The mayor said [TK].\n"
CODE = "import pathlib\npathlib.Path(__file__).with_name('ran').write_text('ran')\n"


@pytest.fixture
def repository(tmp_path, monkeypatch) -> Path:
    """A stranger's repository with a draft, and a file beside it that is none of the stranger's business."""
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    (root / "drafts").mkdir()
    (root / "drafts" / "a.txt").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "secret.toml").write_text('secret = "of the house"\n', encoding="utf-8")
    monkeypatch.chdir(root)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize(
    "key",
    [
        "plugins",
        "rules-path",
        "rulesdir",
        "python",
        "command",
        "import",
        "load",
        "reader",
        "reporter",
        "format",
        "output",
        "fix",
        "add-stet",
        "since",
        "staged",
        "follow-links",
        "url",
        "proxy",
    ],
)
def test_no_key_names_code_or_a_place_to_write(copydesk, repository, key):
    (repository / "copydesk.toml").write_text(f'{key} = "evil.py"\n', encoding="utf-8")
    (repository / "evil.py").write_text(CODE, encoding="utf-8")
    result = copydesk("check", "drafts", installed=True)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f'copydesk: copydesk.toml:1:1: there is no key "{key}" here')
    assert not (repository / "ran").exists()


@pytest.mark.parametrize("folder", [".", "drafts"])
def test_no_code_is_taken_from_where_the_drafts_are(repository, folder):
    here = repository / folder
    (here / "copydesk.toml").write_text('required-plugins = ["evil"]\n', encoding="utf-8")
    info = here / "evil-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: evil\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[copydesk]\nevil = evil\n", encoding="utf-8")
    for name in ("evil", "click", "copydesk_rules", "sitecustomize", "conftest", "tomllib"):
        (here / f"{name}.py").write_text(CODE, encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-m", "copydesk", "check", "."],
        cwd=here,
        env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert not (here / "ran").exists()
    assert (result.returncode, result.stdout) == (2, "")
    assert 'the plugin "evil" is required and not installed' in result.stderr


@pytest.mark.parametrize("key", ["extends", "terms"])
@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("../secret.toml", '"../secret.toml" leads outside the repository'),
        ("drafts/../../secret.toml", "leads outside the repository"),
        ("{absolute}", "is an absolute path"),
        ("linked.toml", '"linked.toml" leads outside the repository'),
        ("linked/secret.toml", '"linked/secret.toml" leads outside the repository'),
    ],
)
def test_no_path_leads_outside_the_repository(copydesk, repository, key, path, line):
    secret = repository.parent / "secret.toml"
    if path.startswith("linked"):
        try:
            (repository / "linked.toml").symlink_to(secret)
            (repository / "linked").symlink_to(repository.parent, target_is_directory=True)
        except OSError as error:
            pytest.skip(f"links cannot be made here: {error}")
    text = f"{key} = ['{path.format(absolute=secret)}']\n"
    (repository / "copydesk.toml").write_text(text, encoding="utf-8")
    result = copydesk("check", "drafts", installed=True)
    assert (result.code, result.out) == (2, "")
    assert line in result.err
    assert "of the house" not in result.err
    assert "secret =" not in result.err


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("../*.txt", '"../*.txt" leads outside the repository'),
        ("drafts/../../**", "leads outside the repository"),
        ("{absolute}", "is an absolute path"),
        ("memory://desk/*", 'no draft of the archive matches "memory://desk/*"'),
        ("linked/*.txt", '"linked/*.txt" leads outside the repository'),
        ("linked.txt", '"linked.txt" leads outside the repository'),
        ("link*.txt", "linked.txt: is a link that leads outside the repository"),
        ("*/secret.txt", "linked: is a link that leads outside the repository"),
        ("*/secret.*", "linked: is a link that leads outside the repository"),
        ("**/secret.txt", "linked: is a link that leads outside the repository"),
        ("**", "linked: is a link that leads outside the repository"),
        (".", "linked: is a link that leads outside the repository"),
    ],
)
def test_no_archive_leads_outside_the_repository(copydesk, repository, pattern, line):
    secret = repository.parent / "secret.txt"
    paragraph = "The council voted on Monday to close the old bridge until the end of the year, she said.\n"
    secret.write_text(paragraph, encoding="utf-8")
    (repository / "drafts" / "b.txt").write_text(paragraph, encoding="utf-8")
    try:
        (repository / "linked.txt").symlink_to(secret)
        (repository / "linked").symlink_to(repository.parent, target_is_directory=True)
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    text = f"archive = ['{pattern.format(absolute=secret)}']\n"
    (repository / "copydesk.toml").write_text(text, encoding="utf-8")
    result = copydesk("check", "drafts", "--select", "duplicates", installed=True)
    assert (result.code, result.out) == (2, "")
    assert line in result.err


def test_an_archive_may_be_a_link_inside_the_repository(copydesk, repository):
    (repository / "drafts" / "b.txt").write_text(DRAFT, encoding="utf-8")
    try:
        (repository / "old.txt").symlink_to(repository / "drafts" / "b.txt")
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    (repository / "copydesk.toml").write_text('archive = ["old.txt"]\n', encoding="utf-8")
    assert copydesk("check", "drafts/a.txt", "--select", "duplicates", installed=True).err == ""


def test_a_configuration_that_links_out_of_the_repository_is_refused(copydesk, repository):
    try:
        (repository / "copydesk.toml").symlink_to(repository.parent / "secret.toml")
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    result = copydesk("check", "drafts", installed=True)
    assert (result.code, result.out) == (2, "")
    assert "is a link that leads outside the repository" in result.err


def test_the_command_line_may_name_any_configuration(copydesk, repository):
    house = repository.parent / "house"
    house.mkdir()
    (house / "words.toml").write_text('[avoid]\nmayor = "say which"\n', encoding="utf-8")
    (house / "copydesk.toml").write_text('terms = ["../house/words.toml"]\n', encoding="utf-8")
    (repository / "copydesk.toml").write_text('ignore = ["all"]\n', encoding="utf-8")
    result = copydesk("check", "--config", str(house / "copydesk.toml"), "drafts", installed=True)
    assert (result.code, result.err) == (1, "")
    assert "[house-term]" in result.out
    assert "[placeholder]" in result.out


def test_checking_writes_nothing_and_calls_nobody(copydesk, repository, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    (repository / "copydesk.toml").write_text('style = "auto"\n', encoding="utf-8")
    before = contents(repository)
    assert copydesk("check", "drafts", installed=True).code == 1
    assert copydesk("inspect", "drafts", installed=True).code == 0
    assert contents(repository) == before


def test_what_a_draft_holds_cannot_steer_the_terminal(copydesk, repository):
    (repository / "drafts" / "a.txt").write_text("The mayor \x1b]0;owned\x07 said [\x1b[2JTK].\n", "utf-8")
    for form in ("text", "pretty"):
        result = copydesk("check", "--format", form, "drafts", installed=True)
        assert "\x1b" not in result.out + result.err
        assert "\x07" not in result.out + result.err


@pytest.mark.parametrize("name", ["drafts/link.txt", "linked"])
def test_a_draft_that_is_a_link_out_of_the_repository_is_not_read(copydesk, repository, name):
    (repository.parent / "house").mkdir()
    secret = repository.parent / "house" / "secret.txt"
    secret.write_text("The secret is [TK].\n", encoding="utf-8")
    try:
        (repository / "drafts" / "link.txt").symlink_to(secret)
        (repository / "linked").symlink_to(secret.parent, target_is_directory=True)
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    for arguments in ([name], ["."], ["--fix", "."]):
        result = copydesk("check", *arguments, installed=True)
        assert result.code == 2
        assert "secret" not in result.out
        assert (
            "is a link that leads outside the repository, or into its .git: --follow-links reads it"
            in result.err
        )
    assert copydesk("baseline", ".", installed=True).code == 2
    result = copydesk("check", "--follow-links", name, installed=True)
    assert (result.code, result.err) == (1, "")
    assert "[TK]" in result.out
    result = copydesk("check", "--follow-links", "--fix", "--unsafe-fixes", name, installed=True)
    assert secret.read_text(encoding="utf-8") == "The secret is [TK].\n"


def test_a_link_inside_the_repository_is_read(copydesk, repository):
    try:
        (repository / "link.txt").symlink_to(repository / "drafts" / "a.txt")
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")
    result = copydesk("check", "link.txt", installed=True)
    assert (result.code, result.err) == (1, "")


@pytest.mark.usefixtures("repository")
def test_checking_starts_no_program(copydesk, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a program was started")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(os, "system", refuse)
    assert copydesk("check", "--fix", "--diff", "drafts", installed=True).code == 1
    assert copydesk("baseline", "drafts", installed=True).code == 0


@pytest.fixture
def committed(repository) -> Path:
    """The repository with its draft committed, and a program `evil.sh` that leaves a mark."""
    (repository / ".git").rmdir()
    for line in ("init -q", "add .", "-c user.name=A -c user.email=a@example.org commit -q -m drafts"):
        subprocess.run(["git", *line.split()], cwd=repository, check=True)
    program = repository / "evil.sh"
    program.write_text(f"#!/bin/sh\ntouch '{repository / 'ran'}'\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    return repository


ATTRIBUTES = "*.txt diff=evil filter=evil merge=evil working-tree-encoding=UTF-8 ident text=auto\n"
NARROWED = (["--since", "HEAD"], ["--staged"], ["--since", "HEAD..HEAD"], ["--since", "HEAD~1...topic"])


def settings(program: Path) -> str:
    """Every setting of a repository by which git would start a program."""
    return f"""
[core]
    repositoryformatversion = 0
    fsmonitor = {program}
    pager = {program}
    editor = {program}
    hooksPath = {program.parent}
    sshCommand = {program}
    askPass = {program}
    gitProxy = {program}
    alternateRefsCommand = {program}
    attributesFile = {program.parent}/attributes
    autocrlf = true
    untrackedCache = true
[include]
    path = {program.parent}/more
[pager]
    diff-index = {program}
    diff-tree = {program}
    ls-files = {program}
    cat-file = {program}
[alias]
    diff-index = !{program}
    ls-files = !{program}
    rev-parse = !{program}
[diff]
    external = {program}
    renames = copies
    orderFile = {program}
    submodule = diff
[diff "evil"]
    textconv = {program}
    command = {program}
    cachetextconv = true
[filter "evil"]
    clean = {program}
    smudge = {program}
    process = {program}
    required = true
[merge "evil"]
    driver = {program}
[gpg]
    program = {program}
[log]
    showSignature = true
[credential]
    helper = !{program}
[remote "origin"]
    url = ext::{program}
    promisor = true
    partialCloneFilter = blob:none
[uploadpack]
    packObjectsHook = {program}
[protocol "ext"]
    allow = always
[submodule "evil"]
    update = !{program}
"""


def start_programs(repository: Path) -> None:
    """Let every setting, attribute and hook of a repository start `evil.sh`."""
    program = repository / "evil.sh"
    (repository / ".git" / "config").write_text(settings(program), encoding="utf-8")
    (repository / "more").write_text(f"[core]\nfsmonitor = {program}\n", encoding="utf-8")
    for name in ("attributes", ".gitattributes", ".git/info/attributes"):
        (repository / name).write_text(ATTRIBUTES, encoding="utf-8")
    for hook in (
        "post-index-change",
        "pre-commit",
        "post-checkout",
        "fsmonitor-watchman",
        "reference-transaction",
    ):
        (repository / hook).write_text(program.read_text(encoding="utf-8"), encoding="utf-8")
        (repository / hook).chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="the programs that git would start are shell scripts")
def test_asking_who_wrote_a_line_starts_no_program(copydesk, committed):
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    (committed / "drafts" / "a.txt").write_text("The the song. [stet: repeated-word]\n", encoding="utf-8")
    subprocess.run(["git", *person, "commit", "--quiet", "--all", "-m", "a"], cwd=committed, check=True)
    start_programs(committed)
    result = copydesk("audit", "drafts", installed=True)
    assert not (committed / "ran").exists()
    assert re.search(r'      A, \d{4}-\d\d-\d\d, in \w{10} "a"\n', result.out)


@pytest.mark.skipif(os.name == "nt", reason="the programs that git would start are shell scripts")
def test_no_setting_of_git_starts_a_program_not_even_where_a_draft_was_renamed(copydesk, committed):
    person = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    for line in (
        ["mv", "drafts/a.txt", "drafts/b.txt"],
        [*person, "commit", "-qm", "b"],
        ["branch", "topic"],
    ):
        subprocess.run(["git", *line], cwd=committed, check=True)
    subprocess.run(["git", "mv", "drafts/b.txt", "drafts/c.txt"], cwd=committed, check=True)
    start_programs(committed)
    (committed / "drafts" / "c.txt").write_text(DRAFT + "More [TK].\n", encoding="utf-8")
    for arguments in NARROWED:
        result = copydesk("check", *arguments, ".", installed=True)
        assert result.code in (0, 1), result.err
    assert not (committed / "ran").exists()
    result = copydesk("check", "--since", "HEAD", ".", installed=True)
    assert [line.partition(" ")[0] for line in result.out.splitlines()] == ["drafts/c.txt:2:6:"]


@pytest.mark.skipif(os.name == "nt", reason="the programs that git would start are shell scripts")
@pytest.mark.parametrize("remote", ["url = ext::sh evil.sh", "url = none::x", "url = ::x", 'vcs = ""'])
def test_what_a_partial_clone_lacks_starts_no_program(
    copydesk, committed, remote, tmp_path_factory, monkeypatch
):
    """Neither a helper of a remote nor ssh, with a git that fetches what it lacks: that is said."""
    older = tmp_path_factory.mktemp("older") / "git"
    older.write_text(
        f'#!/bin/sh\nunset GIT_NO_LAZY_FETCH\nexec "{shutil.which("git")}" "$@"\n', encoding="utf-8"
    )
    older.chmod(0o755)
    monkeypatch.setenv("PATH", f"{older.parent}{os.pathsep}{os.environ['PATH']}")
    program = committed / "evil.sh"
    text = settings(program).replace("repositoryformatversion = 0", "repositoryformatversion = 1")
    text = text.replace(f"url = ext::{program}", remote)
    text += "[extensions]\n    partialClone = origin\n"
    text += f"[alias]\n    remote-none = !{program}\n    remote- = !{program}\n"
    (committed / ".git" / "config").write_text(text, encoding="utf-8")
    blob = subprocess.run(
        ["git", "hash-object", "--stdin"], input=DRAFT.encode(), capture_output=True, check=True
    ).stdout.decode()
    (committed / ".git" / "objects" / blob[:2] / blob[2:].strip()).unlink()
    (committed / "drafts" / "a.txt").write_text(DRAFT + "More [TK].\n", encoding="utf-8")
    result = copydesk("check", "--since", "HEAD", "drafts", installed=True)
    assert not (committed / "ran").exists()
    assert (result.code, result.out) == (2, "")
    assert "git could not say what changed" in result.err or "is missing" in result.err


@pytest.mark.parametrize("line", [("--output", "json:report.json"), ("--output", "report.json")])
def test_no_report_is_written_into_what_git_keeps(copydesk, committed, line):
    (committed / "report.json").symlink_to(Path(".git", "config"))
    before = (committed / ".git" / "config").read_bytes()
    result = copydesk("check", *line, "drafts")
    assert result.code == 2
    assert "or into its .git" in result.err
    assert (committed / ".git" / "config").read_bytes() == before


@pytest.mark.skipif(os.name == "nt", reason="needs a git that is a shell script")
@pytest.mark.parametrize("before", ["", ".", "drafts/.."])
def test_no_git_is_taken_from_where_the_drafts_are(copydesk, committed, monkeypatch, before):
    (committed / "evil.sh").rename(committed / "git")
    monkeypatch.setenv("PATH", f"{before}{os.pathsep}{os.environ['PATH']}")
    assert copydesk("check", "--since", "HEAD", ".", installed=True).code == 0
    assert not (committed / "ran").exists()


@pytest.mark.skipif(os.name == "nt", reason="the programs that git would start are shell scripts")
def test_a_repository_that_lies_in_it_as_plain_files_starts_no_program(copydesk, committed, monkeypatch):
    text = settings(committed / "evil.sh")
    for name, held in {"HEAD": "ref: refs/heads/main\n", "config": text}.items():
        (committed / "drafts" / name).write_text(held, encoding="utf-8")
    for name in ("objects", "refs"):
        (committed / "drafts" / name).mkdir()
    monkeypatch.chdir(committed / "drafts")
    (committed / "drafts" / "a.txt").write_text(DRAFT + "More [TK].\n", encoding="utf-8")
    for arguments in NARROWED[:3]:
        assert copydesk("check", *arguments, ".", installed=True).code in (0, 1)
    assert not (committed / "ran").exists()
