"""Choice of the workers that read many drafts: this process, several, or a cluster; with a cache or not."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.run.inputs import Input
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Workers

WORTH_A_POOL = 1_000_000
"""Bytes of drafts below which one process is done before others have started."""


@contextmanager
def open_workers(
    jobs: int | None, executor: str | None, inputs: Collection[Input]
) -> Iterator[Workers | None]:
    """Open the workers; None if this process works alone.

    jobs      how many processes; None for as many as pay
    executor  the address of a cluster that does it instead

    Raises UsageError for a cluster that does not answer.
    """
    if executor is not None:
        from copydesk.work.cluster import open_executor

        with open_executor(executor) as workers:
            yield workers
        return
    count = _worthwhile(inputs) if jobs is None else jobs
    if count == 1:
        yield None
        return
    from copydesk.work.workers import processes

    yield processes(count)


def _worthwhile(inputs: Collection[Input]) -> int:
    """Return how many processes are worth starting."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(inputs) == 1:
        return 1
    from copydesk.run.inputs import size_of

    return cores if sum(map(size_of, inputs)) >= WORTH_A_POOL else 1


@contextmanager
def open_cache(paths: Iterable[str], *, wanted: bool | None) -> Iterator[Cache | None]:
    """Open the cache of a run; None if it has none.

    wanted  whether there is to be one; None for where a folder is named
    """
    if wanted is None:
        wanted = any(os.path.isdir(path) for path in paths)
    if not wanted:
        yield None
        return
    from copydesk.work.cache import Cache, cache_folder

    with Cache(cache_folder()) as cache:
        yield cache
