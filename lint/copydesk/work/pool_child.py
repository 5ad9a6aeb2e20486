"""The program that a process of `copydesk.work.pool` runs: `python -P pool_child.py`.

Standard input brings pickles, one after the other: first the `sys.path` of the parent, then jobs, each as
bytes that hold the pickle of a function with its arguments. Standard output takes an answer for each job, as
bytes that hold the pickle of a pair: the result, and the error that was raised or None.

Only the parent holds the other end of standard input. Where that ends, because the parent closed it or is
gone, however it went, the process ends at once: no other sign of a killed process reaches its children on
every system.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO


def main() -> None:
    """Do jobs until the input ends."""
    jobs, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    # What a plugin prints or reads must not fall among the answers, or take a job.
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.path[:] = _next(jobs)
    waiting: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive, args=(jobs, waiting), daemon=True).start()
    while True:
        answer = _answer(waiting.get())
        with suppress(OSError):  # the parent is gone: the other thread ends the process
            pickle.dump(answer, answers)
            answers.flush()


def _receive(jobs: BinaryIO, waiting: SimpleQueue[bytes]) -> None:
    """Pass jobs on, also while one is being done: so the end of the input is seen at once."""
    while True:
        waiting.put(_next(jobs))


def _next(jobs: BinaryIO) -> Any:
    """Receive the next job from the parent; end the process where there is none."""
    try:
        return pickle.load(jobs)  # noqa: S301  from our own parent
    except (EOFError, OSError, pickle.UnpicklingError):
        os._exit(0)


def _answer(job: bytes) -> bytes:
    try:
        function, positional, named = pickle.loads(job)  # noqa: S301
    except Exception as error:  # a module that only the parent has, a class that takes its arguments amiss
        return pickle.dumps((None, _unsendable(error)))
    answer: tuple[Any, Exception | None]
    try:
        answer = function(*positional, **named), None
    except Exception as error:
        answer = None, error
    try:
        return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # what `pickle` raises is anything
        return pickle.dumps((None, _unsendable(error)))


def _unsendable(error: Exception) -> pickle.PicklingError:
    return pickle.PicklingError(f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
