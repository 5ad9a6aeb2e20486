"""How the benches measure: programs and functions, in seconds and megabytes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import which
from statistics import median
from time import perf_counter

CLICK = [sys.executable, "-c", "import click"]
"""What a new process is measured against."""

_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], capture_output=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def program(name: str) -> str | None:
    """A program beside this Python, or on the path; None where there is none."""
    return which(name, path=str(Path(sys.executable).parent)) or which(name)


def copydesk(*arguments: str) -> list[str]:
    """A command line that checks drafts with the default settings, whatever was found before."""
    command = program("copydesk") or sys.exit("copydesk is not installed beside this Python")
    return [command, "check", "--isolated", "--no-cache", *arguments]


def timed(job: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How many seconds a job takes, by a clock; `process_time` is steadier where others use the machine."""
    start = clock()
    job()
    return clock() - start


def child_seconds(command: Sequence[str], environment: dict[str, str] | None = None) -> float:
    """Processor seconds of a program."""
    return timed(lambda: subprocess.run(command, capture_output=True, env=environment), child_time)


def child_time() -> float:
    """Processor seconds that this process's children have taken; wall time where the system counts none."""
    try:
        from resource import RUSAGE_CHILDREN, getrusage
    except ImportError:
        return perf_counter()
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def interleaved(
    commands: Sequence[Sequence[str]], rounds: int, clock: Callable[[], float] = child_time
) -> list[float]:
    """The median time of each command in seconds, by a clock: processor time, unless the wall's is asked for.

    They take turns, so that all meet the same load.
    """
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for command, own in zip(commands, times, strict=True):
            own.append(timed(lambda command=command: subprocess.run(command, capture_output=True), clock))
    return [median(own) for own in times]


def peak_memory(command: Sequence[str]) -> float:
    """The most memory that a program has at a time, in megabytes; 0 where the system does not say."""
    result = subprocess.run([sys.executable, "-c", _PEAK, *command], capture_output=True, text=True)
    return int(result.stdout or 0) * (1 if sys.platform == "darwin" else 1024) / 1e6
