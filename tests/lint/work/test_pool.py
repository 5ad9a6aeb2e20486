"""Processes that do work: their errors come back, and they end with whoever started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from concurrent.futures import BrokenExecutor
from pickle import PicklingError

import pytest

from copydesk.work.pool import ProcessPool

pytestmark = pytest.mark.slow

PATIENCE = 60
ENDLESS = "(open({mark!r}, 'w').close(), __import__('time').sleep(600))"

PROGRAM = """
import sys
from copydesk.work.workers import processes, spread
list(spread(eval, sys.argv[1:], [1] * len(sys.argv[1:]), processes(3)))
"""


class TestOnePool:
    @pytest.fixture
    def pool(self):
        with ProcessPool(2) as pool:
            yield pool

    def test_results_and_errors_come_back(self, pool):
        assert [*pool.map(abs, range(-50, 0))] == [*range(50, 0, -1)]
        assert pool.submit(int, "ff", base=16).result() == 255
        with pytest.raises(ZeroDivisionError):
            pool.submit(eval, "1 / 0").result()

    def test_what_cannot_be_sent_says_so(self, pool):
        for job in ("lambda: 1", "(lambda: (yield))()", "open(__import__('os').devnull)"):
            with pytest.raises((PicklingError, AttributeError, TypeError)):
                pool.submit(eval, job).result()
        with pytest.raises((PicklingError, AttributeError, TypeError)):
            pool.submit(lambda: 1).result()
        assert pool.submit(abs, -1).result() == 1

    def test_a_process_that_dies_breaks_its_job_only(self, pool):
        with pytest.raises(BrokenExecutor):
            pool.submit(os._exit, 3).result()
        assert pool.submit(abs, -1).result() == 1

    def test_what_a_job_prints_falls_not_among_the_results(self, pool, capfd):
        assert pool.submit(eval, "print('printed') or __import__('sys').stdin.read()").result() == ""
        assert pool.submit(os.write, 1, b"written").result() == 7
        pool.shutdown()
        out, err = capfd.readouterr()
        assert out == ""
        assert "written" in err

    def test_nothing_is_started_once_all_was_killed(self, pool):
        pool.kill()
        with pytest.raises(BrokenExecutor):
            pool.submit(abs, -1).result()

    def test_kill_ends_what_would_never_end(self, pool, tmp_path):
        mark = tmp_path / "mark"
        endless = pool.submit(eval, ENDLESS.format(mark=str(mark)))
        while not mark.exists():
            pass
        pool.kill()
        with pytest.raises(BrokenExecutor):
            endless.result(PATIENCE)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGKILL", "SIGINT"])
def test_no_process_outlives_the_one_that_started_it(name, tmp_path):
    """One process is at a job that takes ten minutes, and others have nothing to do."""
    psutil = pytest.importorskip("psutil")
    marks = [tmp_path / "a", tmp_path / "b"]
    jobs = [ENDLESS.format(mark=str(marks[0])), "1", f"open({str(marks[1])!r}, 'w').close()"]
    with subprocess.Popen([sys.executable, "-c", PROGRAM, *jobs], stderr=subprocess.DEVNULL) as running:
        while not all(mark.exists() for mark in marks):
            assert running.poll() is None
        started = psutil.Process(running.pid).children(recursive=True)
        assert started
        os.kill(running.pid, getattr(signal, name))
        running.wait(PATIENCE)
    assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("name", "status"), [("SIGINT", 130), ("SIGTERM", -15), ("SIGHUP", -1), ("SIGKILL", -9)]
)
def test_no_process_outlives_a_check(name, status, tmp_path):
    psutil = pytest.importorskip("psutil")
    for number in range(30):
        (tmp_path / f"{number}.txt").write_text("The mayor spoke of the land mines.\n\n" * 3000, "utf-8")
    line = [sys.executable, "-P", "-m", "copydesk", "check", "--isolated", "--no-cache", "--jobs", "2", "."]
    with subprocess.Popen(line, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
        started = []
        while len(started) < 2:
            assert running.poll() is None
            started = psutil.Process(running.pid).children(recursive=True)
        os.kill(running.pid, getattr(signal, name))
        assert running.wait(PATIENCE) == status
        assert psutil.wait_procs(started, timeout=PATIENCE)[1] == []
        assert running.stderr is not None
        assert b"Traceback" not in running.stderr.read()


def test_children_keep_to_the_switches_of_their_python() -> None:
    program = "import sys; from copydesk.work.pool import python; print(python('x'))"
    switched = subprocess.run(
        [sys.executable, "-E", "-s", "-c", program], capture_output=True, encoding="utf-8", check=True
    )
    assert eval(switched.stdout)[1:4] == ["-P", "-E", "-s"]  # noqa: S307  our own list
