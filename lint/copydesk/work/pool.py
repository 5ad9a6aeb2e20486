"""Processes of this machine that do work, and end with the process that started them.

`concurrent.futures.ProcessPoolExecutor` will not do. It starts its children as `python -c`, which looks for
modules in the current folder first, where a stranger's drafts may lie; its children stay behind when the
parent is killed; and before Python 3.14 they cannot be stopped in the middle of a job.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from copydesk.work import pool_child

ResultT = TypeVar("ResultT")
P = ParamSpec("P")

HEARTBEAT = 0.5
"""Seconds of one wait. Windows lets a program see Ctrl-C between two waits only, so none is long."""

_FLAGS = {
    "isolated": "-I",
    "ignore_environment": "-E",
    "no_user_site": "-s",
    "no_site": "-S",
    "dont_write_bytecode": "-B",
}
"""The switches of this Python that its children get too, by their names in `sys.flags`."""


def python(script: str) -> list[str]:
    """Return the command that runs a script of ours, with modules from where this process has them.

    -P, always: neither the current folder nor that of the script is searched for modules.
    """
    passed = [switch for name, switch in _FLAGS.items() if getattr(sys.flags, name)]
    return [sys.executable, "-P", *passed, "-X", f"utf8={sys.flags.utf8_mode}", script]


def result_of(future: Future[ResultT]) -> ResultT:
    """Wait for a job and return its result or raise its error; Ctrl-C interrupts the wait."""
    while not wait([future], HEARTBEAT).done:
        pass
    return future.result()


class ProcessPool(Executor):
    """Does each job in one of so many processes, which are started when they are needed.

    A job whose process dies raises BrokenExecutor; the next one gets another process. A job that cannot be
    sent, or its result back, raises PicklingError or what `pickle` raises.
    """

    def __init__(self, count: int) -> None:
        self._threads = ThreadPoolExecutor(count)  # each waits for the answer of one process
        self._lock = Lock()
        self._children: set[_Child] = set()
        self._idle: list[_Child] = []
        self._killed = False

    def submit(self, fn: Callable[P, ResultT], /, *args: P.args, **kwargs: P.kwargs) -> Future[ResultT]:
        """Do a job; see `Executor`."""
        return self._threads.submit(self._do, fn, args, kwargs)

    def kill(self) -> None:
        """End all processes at once; what they were at raises BrokenExecutor."""
        with self._lock:
            self._killed = True
            children = [*self._children]
            self._children.clear()
        for child in children:
            child.end()

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Do what was submitted, and end all processes; see `Executor`."""
        self._threads.shutdown(wait, cancel_futures=cancel_futures)
        self.kill()

    def _do(self, function: Callable[..., ResultT], args: tuple[Any, ...], kwargs: dict[str, Any]) -> ResultT:
        job = pickle.dumps((function, args, kwargs), pickle.HIGHEST_PROTOCOL)
        child = self._take()
        try:
            answer = child.ask(job)
        except BrokenExecutor:
            with self._lock:
                self._children.discard(child)
            child.end()
            raise
        with self._lock:
            self._idle.append(child)
        try:
            result, error = pickle.loads(answer)  # noqa: S301  from our own child
        except Exception as reason:
            raise pickle.PicklingError(f"{type(reason).__name__}: {reason}") from reason
        if error is not None:
            raise error
        return result  # type: ignore[no-any-return]

    def _take(self) -> _Child:
        """Return a process with nothing to do; started under the lock, so that none is missed by `kill`."""
        with self._lock:
            if self._killed:
                raise BrokenExecutor("the run is over")
            if self._idle:
                return self._idle.pop()
            child = _Child()
            self._children.add(child)
            return child


class _Child:
    """One process. Asked by one thread at a time; any thread may end it."""

    def __init__(self) -> None:
        # A terminal sends Ctrl-C to all it has started: it is the parent's to decide what ends.
        group = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)  # of Windows, which has no sessions
        self._process = subprocess.Popen(  # noqa: S603  our own Python, and our own script
            python(pool_child.__file__),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr else subprocess.DEVNULL,
            start_new_session=True,
            creationflags=group,
        )
        self._greeting: bytes | None = pickle.dumps(sys.path)

    def ask(self, job: bytes) -> bytes:
        """Return the answer to a job; raises BrokenExecutor where the process died."""
        jobs, answers = self._process.stdin, self._process.stdout
        assert jobs is not None and answers is not None  # noqa: S101, PT018  both are pipes
        try:
            if self._greeting is not None:
                jobs.write(self._greeting)
                self._greeting = None
            pickle.dump(job, jobs)
            jobs.flush()
            answer: bytes = pickle.load(answers)  # noqa: S301  from our own child
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise BrokenExecutor(f"the process is gone: {error}") from error
        return answer

    def end(self) -> None:
        """End it at once, whatever it is at."""
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what was not sent yet is sent before a stream is closed
                if stream is not None:
                    stream.close()
        self._process.wait()
