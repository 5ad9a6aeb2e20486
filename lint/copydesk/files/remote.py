"""Drafts that are no files of this machine: any address that fsspec knows (s3, gs, hdfs, http …)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from copydesk.files.names import is_set_aside, suffix_of

_MAGIC = frozenset("*?[")


def read_remote(address: str, most: int) -> bytes:
    """Return the first `most` bytes at an address; raises OSError where there are none."""
    with _clear_errors(address):
        system, path = _open(address)
        with system.open(path, "rb") as file:
            data: bytes = file.read(most)
            return data


def find_remote(
    address: str, suffixes: Collection[str], others: Collection[str], unread: list[str]
) -> list[str]:
    """Return the drafts that an address names: a file, a folder, or a pattern; raises OSError.

    suffixes  those of the files that are drafts, where a folder is named
    others    those of files that hold prose in a format that nobody reads
    unread    where these go
    """
    with _clear_errors(address):
        system, path = _open(address)
        if not _MAGIC.isdisjoint(path):
            return sorted(map(system.unstrip_protocol, system.glob(path)))
        if suffix_of(path) in suffixes:
            return [address]
        names = system.find(path)
        found = [name for name in names if suffix_of(name) in suffixes and not is_set_aside(name)]
        if not found and system.isfile(path):
            return [address]
        unread += (name for name in names if suffix_of(name) in others)
        return sorted(map(system.unstrip_protocol, found))


def _open(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs  # type: ignore[import-untyped]

    system, path = url_to_fs(address)
    return system, path


@contextmanager
def _clear_errors(address: str) -> Iterator[None]:
    """Whatever a file system raises becomes an OSError that says what to do."""
    scheme = address.partition("://")[0]
    try:
        yield
    except FileNotFoundError:
        raise
    except ImportError as error:
        # What fsspec itself lacks it says in words; without fsspec only Python speaks.
        is_missing = (error.name or "").partition(".")[0] == "fsspec"
        more = "" if is_missing else f"; {error}"
        raise OSError(
            None, f'{scheme}:// needs more packages: `pip install "copydesk[remote]"`{more}'
        ) from error
    except ValueError as error:
        raise OSError(None, f"no file system is known for {scheme}://: {error}") from error
    except Exception as error:
        raise OSError(None, f"{type(error).__name__}: {error}") from error
