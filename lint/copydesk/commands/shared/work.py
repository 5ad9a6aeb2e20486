"""The options of commands that read many drafts: how many processes, which cluster, which cache."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from copydesk.commands.shared.options import CommandT

if TYPE_CHECKING:
    from copydesk.run.inputs import Input
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Workers

AUTO = "auto"
WORTH_A_POOL = 1_000_000
"""Bytes of drafts below which one process is done before others have started."""


def _count(_: click.Context, __: click.Parameter, value: str) -> str:
    if value != AUTO and not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1024):
        raise click.BadParameter(f'"{value}" is neither a number from 1 to 1024 nor `auto`')
    return value


def workers_options(command: CommandT) -> CommandT:
    """The options that say who does the work: see `open_workers`."""
    executor = click.option(
        "--executor",
        metavar="ADDRESS",
        help="Let a cluster do the work: `dask://host:port` is a Dask scheduler (needs copydesk[dask]).",
    )
    jobs = click.option(
        "--jobs",
        metavar="N",
        default=AUTO,
        show_default=True,
        callback=_count,
        help="How many processes work at a time; `auto` takes a second one when that pays.",
    )
    return jobs(executor(command))


cache_option = click.option(
    "--cache/--no-cache",
    default=None,
    help="Whether what an earlier run found in an unchanged draft need not be found again (default: "
    "where a folder is named; `copydesk cache` says where it is kept).",
)


@contextmanager
def open_workers(jobs: str, executor: str | None, inputs: Collection[Input]) -> Iterator[Workers | None]:
    """Those who do the work; None where this process does it alone.

    jobs, executor  the options
    """
    if executor is not None:
        from copydesk.work.cluster import open_executor

        with open_executor(executor) as workers:
            yield workers
        return
    count = _worthwhile(inputs) if jobs == AUTO else int(jobs)
    if count == 1:
        yield None
        return
    from copydesk.work.workers import processes

    yield processes(count)


def _worthwhile(inputs: Collection[Input]) -> int:
    """How many processes are worth starting."""
    cores = os.cpu_count() or 1
    if cores == 1 or len(inputs) == 1:
        return 1
    from copydesk.run.inputs import size_of

    return cores if sum(map(size_of, inputs)) >= WORTH_A_POOL else 1


@contextmanager
def open_cache(paths: Iterable[str], *, wanted: bool | None) -> Iterator[Cache | None]:
    """The cache of a run; None where it goes without.

    wanted  the option; where it is not given, a run over a folder has a cache
    """
    if wanted is None:
        wanted = any(os.path.isdir(path) for path in paths)
    if not wanted:
        yield None
        return
    from copydesk.work.cache import Cache, cache_folder

    with Cache(cache_folder()) as cache:
        yield cache
