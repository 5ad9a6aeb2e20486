"""Work spread over processes of this machine, or over any `concurrent.futures.Executor`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import chain
from pickle import PicklingError
from typing import Generic, TypeVar

from msgspec import Struct

from copydesk.work.pool import HEARTBEAT, ProcessPool, result_of

LARGEST_CHUNK = 300_000
CHUNKS_EACH = 4
DIED = "the process that was at it died: it was killed, or ran out of memory"
UNSENDABLE = (PicklingError, AttributeError, TypeError)

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

Open = Callable[[int], AbstractContextManager[Executor]]


class Lost(Struct, frozen=True):
    """The result of a job whose worker died, with the reason."""

    message: str


class Workers(Struct, frozen=True):
    """Opens an executor for a run, and says how wide it is.

    open   makes an executor of so many workers. It is closed after the work, and another is made where a
           worker took it along when it died
    width  how many chunks of work are done at a time
    """

    open: Open
    width: int


def processes(count: int) -> Workers:
    """Open a pool of `count` processes on this machine."""
    return Workers(_pool, count)


def on_executor(executor: Executor, width: int = 64) -> Workers:
    """Return an executor that the caller opened and closes: a thread pool, a cluster's."""
    return Workers(lambda _: nullcontext(executor), width)


def spread(
    function: Callable[[JobT], ResultT],
    jobs: Sequence[JobT],
    sizes: Sequence[int],
    workers: Workers,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[ResultT | Lost]:
    """Do every job; the results come in the order of the jobs, whoever did them.

    function  a function of a module, which raises nothing
    sizes     about how much work each job is, in bytes of prose
    progress  called with how many jobs are done, and of how many

    A job that cannot be sent to a worker, or its result back, is done here. Where a worker dies, what it
    may have been at is done again, one job at a time; a job that kills its worker again is lost.
    """
    spreading = _Spreading(function, jobs, workers, progress)
    waiting = deque(chunks(sizes, workers.width))
    while waiting:
        lost = yield from spreading.do_until_broken(waiting)
        yield from spreading.do_singly(chain(*lost))


def chunks(sizes: Sequence[int], width: int) -> Iterator[list[int]]:
    """Yield the indices of jobs in chunks: big enough to be worth sending, the last ones small.

    So all workers are done at about the same time, however long a single job takes.
    """
    left = sum(sizes)
    chunk: list[int] = []
    filled = 0
    for index, size in enumerate(sizes):
        chunk.append(index)
        filled += size
        if filled >= min(LARGEST_CHUNK, left // (width * CHUNKS_EACH)):
            yield chunk
            left -= filled
            chunk, filled = [], 0
    if chunk:
        yield chunk


class _Spreading(Generic[JobT, ResultT]):
    """One call of `spread`."""

    def __init__(
        self,
        function: Callable[[JobT], ResultT],
        jobs: Sequence[JobT],
        workers: Workers,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._results: dict[int, ResultT | Lost] = {}
        """By the index of the job: those that wait for an earlier one."""
        self._next = 0
        self._function = function
        self._jobs = jobs
        self._workers = workers
        self._progress = progress

    def do_until_broken(self, waiting: deque[list[int]]) -> Generator[ResultT | Lost, None, list[list[int]]]:
        """Do the chunks that wait, until a worker dies; returns the chunks that went down with it."""
        lost: list[list[int]] = []
        running: dict[Future[list[ResultT]], list[int]] = {}
        with self._workers.open(self._workers.width) as executor:
            while running or (waiting and not lost):
                while waiting and not lost and len(running) < 2 * self._workers.width:
                    chunk = waiting.popleft()
                    try:
                        running[self._submit(executor, chunk)] = chunk
                    except BrokenExecutor:
                        lost.append(chunk)
                for future in wait(running, HEARTBEAT, FIRST_COMPLETED).done:
                    chunk = running.pop(future)
                    try:
                        self._keep(chunk, future)
                    except BrokenExecutor:
                        lost.append(chunk)
                yield from self._in_order()
        return lost

    def do_singly(self, indices: Iterable[int]) -> Iterator[ResultT | Lost]:
        """Do jobs one at a time, each beyond doubt the one that its worker dies of."""
        left = deque(indices)
        while left:
            with self._workers.open(1) as executor:
                while left:
                    index = left.popleft()
                    try:
                        self._keep([index], self._submit(executor, [index]))
                    except BrokenExecutor:
                        self._done([index], [Lost(DIED)])
                        break
                    finally:
                        yield from self._in_order()

    def _submit(self, executor: Executor, chunk: list[int]) -> Future[list[ResultT]]:
        return executor.submit(_each, self._function, [self._jobs[index] for index in chunk])

    def _keep(self, chunk: list[int], future: Future[list[ResultT]]) -> None:
        """Keep the results of a chunk; raises BrokenExecutor where a worker died."""
        try:
            results = result_of(future)
            self._done(chunk, results)
        except BrokenExecutor:
            raise
        except UNSENDABLE:
            self._done(chunk, _each(self._function, [self._jobs[index] for index in chunk]))
        except Exception as error:
            self._done(chunk, [Lost(f"no worker did it: {type(error).__name__}: {error}")] * len(chunk))

    def _done(self, chunk: list[int], results: Sequence[ResultT | Lost]) -> None:
        self._results.update(zip(chunk, results, strict=True))
        if self._progress is not None:
            self._progress(self._next + len(self._results), len(self._jobs))

    def _in_order(self) -> Iterator[ResultT | Lost]:
        while self._next in self._results:
            self._next += 1
            yield self._results.pop(self._next - 1)


def _each(function: Callable[[JobT], ResultT], jobs: list[JobT]) -> list[ResultT]:
    return [function(job) for job in jobs]


@contextmanager
def _pool(count: int) -> Iterator[Executor]:
    pool = ProcessPool(count)
    try:
        yield pool
    except BaseException:  # an interrupt, or nobody wants the rest
        pool.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
