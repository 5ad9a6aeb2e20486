"""The hooks, installed from a git clone of the project and run by the real pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.install

ROOT = Path(__file__).parents[1]
PARTS = ("lint", "rules", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")

GOOD = "The council met the mayor.\n"
WRONG = "The council met the the mayor.\n"
"""Has an error, and a safe correction."""
TITLED = "Ann Orr spoke. Ms. Orr left on Tuesday.\n"
"""Has a warning under the style `ap` alone."""
DOUBTFUL = "They cleared the landmines. More landmines lay uphill. Nobody saw the land mines.\n"
"""Has a warning."""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a program, apart from the settings of whoever runs the tests."""
    home = tmp_path_factory.mktemp("home")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment.pop("PYTHONPATH", None)
    environment |= {
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
        "GIT_CONFIG_GLOBAL": str(home / "gitconfig"),
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    (home / "gitconfig").write_text("[user]\nname = A\nemail = a@example.org\n[init]\ndefaultBranch = main\n")

    def call(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            arguments,
            cwd=folder,
            env=environment,
            check=check,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    return call


@pytest.fixture(scope="module")
def project(run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A git repository of the project as it stands here, with a tag."""
    folder = tmp_path_factory.mktemp("copydesk")
    for part in PARTS:
        source, target = ROOT / part, folder / part
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    run(folder, "git", "init", "--quiet")
    run(folder, "git", "add", "--all")
    run(folder, "git", "commit", "--quiet", "--message", "copydesk")
    run(folder, "git", "tag", "v1.0.0")
    return folder.as_uri()


class Newsroom:
    """A repository of drafts with a hook that runs at each commit."""

    def __init__(self, folder: Path, run: Run, project: str, hook: str, arguments: str) -> None:
        self.folder = folder
        self._run = run
        folder.mkdir()
        (folder / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {project}\n  rev: v1.0.0\n  hooks:\n  - id: {hook}\n    args: [{arguments}]\n",
            encoding="utf-8",
        )
        self.git("init", "--quiet")
        run(folder, sys.executable, "-m", "pre_commit", "install")

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run_the_hook(self) -> tuple[bool, str]:
        """Whether the hook passes over everything that is there, and what it says."""
        program = str(Path(sys.executable).with_name("pre-commit"))
        done = self._run(self.folder, program, "run", "--all-files", check=False)
        return done.returncode == 0, done.stdout

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def git(self, *arguments: str) -> str:
        return self._run(self.folder, "git", *arguments).stdout

    def commit(self, **drafts: str) -> tuple[bool, str]:
        """Whether a commit with some drafts comes about, and what the hook says."""
        for name, text in drafts.items():
            self.write(f"{name}.md", text)
        if drafts:
            self.git("add", "--all")
        done = self._run(self.folder, "git", "commit", "--message", "drafts", check=False)
        return done.returncode == 0, done.stdout


@pytest.fixture
def newsroom(tmp_path: Path, run: Run, project: str) -> Callable[..., Newsroom]:
    def make(hook: str = "copydesk", arguments: str = "") -> Newsroom:
        return Newsroom(tmp_path / "newsroom", run, project, hook, arguments)

    return make


def test_copydesk_fails_from_warnings_on_and_shows_them(newsroom):
    repository = newsroom()
    assert repository.commit(a=GOOD)[0]
    passed, output = repository.commit(b=DOUBTFUL)
    assert not passed
    assert 'b.md:1:71: warning: "land mines" here, "landmines" twice' in output
    assert "[compound-variant]" in output
    assert "info:" not in output


def test_copydesk_errors_fails_on_errors_and_shows_warnings_where_it_passes(newsroom):
    repository = newsroom("copydesk-errors")
    passed, output = repository.commit(a=DOUBTFUL)
    assert passed
    assert "[compound-variant]" in output
    passed, output = repository.commit(b=WRONG)
    assert not passed
    assert "b.md:1:17: error:" in output


def test_copydesk_word_reads_word_documents_and_no_copies_that_copydesk_marked(newsroom, docx_of):
    repository = newsroom("copydesk-word")
    for name in ("a.docx", "a.copydesk.docx"):
        (repository.folder / name).write_bytes(docx_of("The council met the the mayor."))
    repository.write("b.md", WRONG)
    repository.git("add", "--all")
    passed, output = repository.commit()
    assert not passed
    assert "a.docx:1:17: error:" in output
    assert "a.copydesk.docx" not in output
    assert "b.md" not in output


def test_fix_corrects_the_draft_and_the_second_commit_passes(newsroom):
    repository = newsroom(arguments="--fix")
    passed, output = repository.commit(a=WRONG)
    assert not passed
    assert "files were modified by this hook" in output
    assert repository.read("a.md") == GOOD
    assert repository.commit(a=GOOD)[0]


def test_what_the_configuration_excludes_stays_excluded(newsroom):
    repository = newsroom()
    repository.write("copydesk.toml", 'exclude = ["archive/"]\n')
    repository.write("archive/old.md", WRONG)
    passed, output = repository.commit(a=GOOD)
    assert passed, output
    repository.write("archive/old.md", WRONG + WRONG)
    repository.git("add", "--all")
    passed, output = repository.commit()
    assert passed, output


def test_what_nobody_reads_is_not_handed_over_though_its_name_is_that_of_a_text(newsroom):
    repository = newsroom()
    repository.write("README.tex", WRONG)
    passed, output = repository.commit(a=GOOD)
    assert passed, output
    repository.write("README", WRONG)
    repository.git("add", "--all")
    passed, output = repository.commit()
    assert not passed
    assert "README:1:17: error:" in output


def test_of_a_partially_staged_draft_only_what_is_staged_counts(newsroom):
    repository = newsroom()
    repository.write("a.md", GOOD)
    repository.git("add", "--all")
    repository.write("a.md", WRONG)
    passed, output = repository.commit()
    assert passed, output
    assert repository.read("a.md") == WRONG
    repository.git("add", "--all")
    repository.write("a.md", GOOD)
    passed, output = repository.commit()
    assert not passed
    assert "a.md:1:17: error:" in output
    assert repository.read("a.md") == GOOD


def test_what_a_baseline_holds_passes(newsroom):
    repository = newsroom(arguments="--baseline=copydesk.baseline")
    key = "0" * 16
    repository.write("copydesk.baseline", f"# copydesk baseline 1\nold.md\trepeated-word\t{key}\ton on\n")
    passed, output = repository.commit(a=GOOD)
    assert passed, output
    passed, output = repository.commit(a=WRONG)
    assert not passed
    assert "copydesk.baseline holds 0 findings" in output


def test_a_draft_that_is_named_like_an_option_is_a_draft_and_the_options_of_the_user_hold(newsroom):
    repository = newsroom(arguments="--style=ap")
    repository.write("x.md", 'ignore = ["all"]\n')
    repository.write("--config=x.md", TITLED)
    repository.write("--fail-on=never.md", WRONG)
    passed, output = repository.commit(a=GOOD)
    assert not passed
    assert "--fail-on=never.md:1:17: error:" in output
    assert "--config=x.md:1:16: warning:" in output
    assert "[unwanted-courtesy-title]" in output


@pytest.mark.parametrize(
    "arguments", ["--config, house.toml", "--config=house.toml, --", "--baseline, --fix"]
)
def test_options_of_the_user_work_in_every_form(newsroom, arguments):
    repository = newsroom(arguments=arguments)
    repository.write("house.toml", 'ignore = ["repeated-word"]\n')
    repository.write("copydesk.baseline", "# copydesk baseline 1\n")
    passed, output = repository.commit(a=WRONG)
    assert passed is ("house.toml" in arguments), output
    assert ("files were modified by this hook" in output) is ("--fix" in arguments)


def test_the_hook_runs_no_code_of_the_repository(newsroom, strangers):
    """By `pre-commit run`: the hook that pre-commit writes for git starts `python -mpre_commit` itself."""
    repository = newsroom(arguments="--jobs=2")
    marks = strangers(repository.folder)
    repository.write("a.md", WRONG)
    repository.write("b.md", GOOD)
    repository.git("add", "--all")
    passed, output = repository.run_the_hook()
    assert not passed
    assert "a.md:1:17: error:" in output
    assert marks() == []
