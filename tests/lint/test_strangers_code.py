"""A repository that brings modules and programs along: nothing of it runs, however copydesk is started."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import sysconfig
from pathlib import Path
from shutil import which
from types import SimpleNamespace

import pytest

from copydesk.files.programs import find_program
from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.inputs import Input
from copydesk.run.runner import run
from copydesk.work.cluster import open_executor
from copydesk.work.workers import processes, spread

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
DRAFT = "The mayor said on on Monday [TK].\n"
SCRIPT = which("copydesk", path=sysconfig.get_path("scripts"))
HOOK = which("copydesk-hook", path=sysconfig.get_path("scripts"))
MODULE = [sys.executable, "-P", "-m", "copydesk"]


@pytest.fixture
def repository(tmp_path, monkeypatch, strangers) -> SimpleNamespace:
    """A stranger's repository with two drafts: its `root`, and the `marks` of what ran."""
    root = tmp_path / "repository"
    (root / ".git").mkdir(parents=True)
    marks = strangers(root)
    for name in "ab":
        (root / f"{name}.txt").write_text(DRAFT, encoding="utf-8")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.chdir(root)
    return SimpleNamespace(root=root, marks=marks)


def call(*line: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        line, env={**os.environ, **environment}, capture_output=True, encoding="utf-8", check=False
    )


def test_the_marks_are_left_where_code_runs(repository):
    """The other tests can fail: a Python that is started in the folder without care does leave marks."""
    call(sys.executable, "-c", "import click, multiprocessing")
    assert repository.marks() == ["ran-click", "ran-multiprocessing"]
    assert call(sys.executable, "-m", "copydesk", "check", ".").stdout == ""
    assert "ran-copydesk" in repository.marks()


@pytest.mark.parametrize(
    "arguments",
    [
        "check .",
        "check --jobs 2 --no-cache .",
        "check --jobs 2 --cache .",
        "usage --jobs 2 .",
        "duplicates --jobs 2 .",
        "baseline --jobs 2 .",
        "--version",
        "completion bash",
    ],
)
@pytest.mark.parametrize("start", ["console script", "module"])
def test_no_start_runs_it(repository, start, arguments):
    if SCRIPT is None:
        pytest.skip("copydesk is not installed")
    line = [SCRIPT] if start == "console script" else MODULE
    result = call(*line, *arguments.split())
    assert result.returncode == int(arguments.startswith("check")), result.stderr
    assert repository.marks() == []


def test_a_run_that_takes_processes_by_itself_runs_it_not(repository, monkeypatch, copydesk):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    (repository.root / "long.txt").write_text("The mayor spoke.\n\n" * 60_000, encoding="utf-8")
    assert copydesk("check", "--no-cache", "--select", "placeholder", ".", installed=True).code == 1
    assert repository.marks() == []


def test_no_process_of_a_program_runs_it(repository):
    """Also where the program itself looks for modules in the folder: its own children do not look first."""
    jobs = ["__import__('sys').path", "__import__('sys').flags.safe_path"]
    paths, safe = spread(eval, jobs, [1, 1], processes(2))
    assert (paths, safe) == (sys.path, True)
    assert repository.marks() == []


def test_the_hook_runs_it_not(repository):
    if HOOK is None:
        pytest.skip("copydesk is not installed")
    result = call(HOOK, "--fail-on", "warning", "--jobs=2", "a.txt", "b.txt")
    assert (result.returncode, result.stderr) == (1, "")
    assert repository.marks() == []


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.usefixtures("installed_languagetool")
def test_neither_does_the_launcher_of_languagetool(repository, jobs):
    (repository.root / "a.txt").write_text("She have gone.\n", encoding="utf-8")
    result = call(*MODULE, "check", "--select", "grammar", "--jobs", jobs, "a.txt", "b.txt")
    assert "[languagetool]" in result.stdout, result.stderr
    assert repository.marks() == []


@pytest.mark.parametrize("path", ["{0}", ".{0}", "{0}.", "{0}bin{0}"])
def test_a_path_that_leads_to_the_current_folder_finds_no_program_there(repository, path):
    """Windows looks there first, whatever the path says; elsewhere an empty or relative entry does it."""
    path = path.format(os.pathsep)
    (repository.root / "bin").symlink_to(repository.root)
    result = call(*MODULE, "check", "--since", "HEAD", "a.txt", PATH=path)
    assert result.returncode == 2
    assert "git is not installed" in result.stderr
    for name in ("grammar status", "grammar install --from-maven --yes"):
        nowhere = str(repository.root / "nowhere")
        assert call(*MODULE, *name.split(), PATH=path, JAVA_HOME="", LTP_PATH=nowhere).returncode == 2
    call(*MODULE, "grammar", "status", JAVA_HOME=".")
    assert repository.marks() == []


def test_a_program_is_found_where_the_path_says(tmp_path, monkeypatch):
    program = tmp_path / ("desk.exe" if os.name == "nt" else "desk")
    program.write_text("")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join(("", "relative", str(tmp_path / "gone"), str(tmp_path))))
    found = find_program("desk")
    assert found is not None
    assert Path(found).samefile(program)
    assert find_program("desk", str(tmp_path / "gone")) is None
    assert find_program("no-such-desk") is None


def documented_dask_worker(address: str) -> tuple[dict[str, str], list[str]]:
    """The variables and the words of the line by which docs/speed.md starts a worker."""
    page = (ROOT / "docs" / "speed.md").read_text(encoding="utf-8")
    found = re.search(r"^(.*dask worker tcp://\S+)", page, re.MULTILINE)
    assert found is not None
    words = shlex.split(found[1])
    variables = dict(word.split("=", 1) for word in words if "=" in word)
    return variables, [*[word for word in words if "=" not in word][:-1], address]


@pytest.mark.filterwarnings("default")  # those of distributed are its own affair
def test_a_dask_worker_as_documented_runs_it_not(repository, tmp_path):
    distributed = pytest.importorskip("distributed", reason="needs copydesk[dask]")
    dask = which("dask", path=sysconfig.get_path("scripts"))
    assert dask is not None
    with distributed.LocalCluster(
        n_workers=0, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        variables, (_, *words) = documented_dask_worker(cluster.scheduler_address)
        scratch = ["--local-directory", str(tmp_path / "scratch"), "--no-dashboard"]
        worker = subprocess.Popen(
            [dask, *words, *scratch],
            env={**os.environ, **variables},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            registry = load_registry(plugins=False)
            drafts = [Input(str(repository.root / f"{name}.txt")) for name in "ab"]
            with open_executor(cluster.scheduler_address.replace("tcp://", "dask://")) as workers:
                report = run(drafts, select_rules(registry), registry, workers=workers)
        finally:
            worker.terminate()
            worker.wait()
    assert {finding.rule for finding in report.findings} == {"repeated-word", "placeholder"}
    assert repository.marks() == []
