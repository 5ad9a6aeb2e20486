"""Drafts on other machines, and other machines that check them: on loopback, with the real programs."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from copydesk.errors import UsageError
from copydesk.plugins.registry import load_registry
from copydesk.plugins.selection import select_rules
from copydesk.run.discovery import find_drafts
from copydesk.run.inputs import Input
from copydesk.run.runner import run
from copydesk.work.cluster import open_executor

pytestmark = pytest.mark.cluster


@pytest.fixture
def served(tmp_path):
    """An address of this machine where the files of a folder are served."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_drafts_behind_an_address(tmp_path, served, copydesk):
    pytest.importorskip("fsspec", reason="needs copydesk[remote]")
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "a.txt").write_text("A bad word.", encoding="utf-8")
    (tmp_path / "drafts" / "picture.png").write_bytes(b"\x89PNG")
    for place in (served, f"file://{tmp_path.as_posix()}"):
        for path in (f"{place}/drafts/", f"{place}/drafts/a.txt"):
            result = copydesk("check", path, "--format", "text")
            assert (result.code, result.err) == (1, "")
            assert result.out.startswith(f"{place}/drafts/a.txt:1:3: warning: ")
    pattern = copydesk("check", f"file://{tmp_path.as_posix()}/drafts/*.txt")
    assert pattern.code == 1


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("{served}/gone.txt", "gone.txt: there is no such file or folder"),
        ("nowhere://desk/a.txt", "no file system is known for nowhere://"),
        ("file:///gone/drafts", "file:///gone/drafts: there is no"),
    ],
)
def test_an_address_that_leads_nowhere(path, problem, served, copydesk):
    pytest.importorskip("fsspec", reason="needs copydesk[remote]")
    result = copydesk("check", path.format(served=served))
    assert result.code == 2
    assert problem in result.err
    assert "Traceback" not in result.err


def test_without_the_extra_the_error_says_what_to_install(copydesk, monkeypatch):
    for name in ("fsspec", "fsspec.core", "distributed"):
        monkeypatch.setitem(sys.modules, name, None)
    told = copydesk("check", "s3://desk/a.txt").err
    assert told.rstrip().endswith('s3:// needs more packages: `pip install "copydesk[remote]"`')
    result = copydesk("check", __file__, "--executor", "dask://127.0.0.1:1")
    assert result.code == 2
    assert 'pip install "copydesk[dask]"' in result.err


@pytest.mark.parametrize("address", ["dask://", "ray://here:1", "here"])
def test_an_executor_that_there_is_none_of(address):
    with pytest.raises(UsageError, match="write `dask://host:port`"), open_executor(address):
        pass


@pytest.fixture
def cluster():
    """A scheduler and two workers, each a process."""
    distributed = pytest.importorskip("distributed", reason="needs copydesk[dask]")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as cluster:
        yield cluster


@pytest.mark.filterwarnings("default")  # those of distributed are its own affair
def test_a_cluster_says_what_one_process_says_and_a_worker_that_is_killed_changes_nothing(
    tmp_path: Path, cluster
):
    paths = []
    for number in range(10_000):
        path = tmp_path / f"{number:05}.txt"
        fault = "The the bridge was closed." if number % 100 == 0 else "The bridge was closed."
        path.write_text(f"{fault} It is number {number}.", encoding="utf-8")
        paths.append(str(path))
    registry = load_registry(plugins=False)
    rules = select_rules(registry)
    inputs = find_drafts(paths, registry.suffixes).inputs
    pids = [worker.pid for worker in cluster.workers.values()]

    def kill_one(done: int, total: int) -> None:
        if pids and done > total // 4:
            os.kill(pids.pop(), signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
            pids.clear()

    with open_executor(cluster.scheduler_address.replace("tcp://", "dask://")) as workers:
        report = run(inputs, rules, registry, kill_one, workers)
    assert not pids
    assert len(report.findings) == 100
    assert report == run([Input(path) for path in paths], rules, registry)


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("command", ["usage", "duplicates"])
def test_an_archive_answers_a_cluster_what_it_answers_one_process(command, copydesk, folder, cluster):
    storm = "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym."
    text = f"{storm}\n\nThe landmine is no land mine, said number {{}}.\n"
    root = folder({f"{number:03}.txt": text.format(number) for number in range(200)})
    address = cluster.scheduler_address.replace("tcp://", "dask://")
    alone = copydesk(command, str(root))
    assert (alone.code, alone.err) == (0, "")
    assert "200" in alone.out
    assert copydesk(command, str(root), "--executor", address) == alone
