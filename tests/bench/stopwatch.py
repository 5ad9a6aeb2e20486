"""What the benches share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter


def interleaved(commands: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """The median wall time of each command in seconds. They take turns, so that all meet the same load."""
    times: list[list[float]] = [[] for _ in commands]
    for _ in range(rounds):
        for command, own in zip(commands, times, strict=True):
            own.append(timed(lambda command=command: subprocess.run(command, capture_output=True)))
    return [median(own) for own in times]


def timed(job: Callable[[], object], clock: Callable[[], float] = perf_counter) -> float:
    """How many seconds a job takes, by a clock; `process_time` is steadier where others use the machine."""
    start = clock()
    job()
    return clock() - start


def child_time() -> float:
    """CPU seconds that this process's children have taken; wall time where the system does not count them."""
    try:
        from resource import RUSAGE_CHILDREN, getrusage
    except ImportError:
        return perf_counter()
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime
