"""Clusters that do the work, by their address."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from copydesk.errors import UsageError
from copydesk.work.workers import Workers, on_executor

CHUNKS_EACH = 4
PATIENCE = 10.0
RETRIES = 3


@contextmanager
def open_executor(address: str) -> Iterator[Workers]:
    """Open the workers of a cluster.

    address  `dask://host:port`: a Dask scheduler. Its workers need the same copydesk and the same plugins,
             and must see the drafts under the paths that this machine has for them

    Raises UsageError for an address of another kind, without the extra, and where nobody answers.
    """
    scheme, _, place = address.partition("://")
    if scheme != "dask" or not place:
        raise UsageError(f'there is no executor "{address}": write `dask://host:port`')
    try:
        import distributed
    except ImportError as error:
        raise UsageError(
            'a Dask cluster needs the extra dask: `pip install "copydesk[dask]"` here and on every worker'
        ) from error
    connect: Any = distributed.Client  # it has no types
    try:
        client = connect(f"tcp://{place}", timeout=PATIENCE)
    except (OSError, ValueError) as error:
        raise UsageError(f"no Dask scheduler answers at {place}: {error}") from error
    with client:
        client.wait_for_workers(1, timeout=PATIENCE)
        yield on_executor(
            client.get_executor(pure=False, retries=RETRIES),
            CHUNKS_EACH * max(1, sum(client.nthreads().values())),
        )
