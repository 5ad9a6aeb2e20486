"""Results of earlier runs, kept for the next one."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from time import time
from types import TracebackType

from msgspec import Struct

from copydesk.work.digests import DIGEST, digest

NAME = "copydesk.db"
FULL = 500_000_000
"""Bytes that the cache may take; then what was not asked for the longest goes."""

LARGEST = 64_000_000
"""Bytes of the longest value that is read: whatever the file holds, no more memory is taken."""

_FORMAT = 2
_PATIENCE = 2.0
_PAGE = 32_768
"""Bytes of a page of the file: of SQLite's usual pages, an eighth of that, a result wastes half."""

_LOG = 4_000_000
"""Bytes of the log after which it is written into the file."""

_VALUE = "SELECT value FROM kept WHERE key = ? AND length(value) <= ?"
_TABLE = "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, used INTEGER NOT NULL)"


def cache_folder() -> str:
    """Return where the cache is kept: $COPYDESK_CACHE_DIR, or where the system keeps such things of a user.

    Never beside the drafts: who sends in a draft must not be able to send what was found in it along.
    """
    named = os.environ.get("COPYDESK_CACHE_DIR")
    if named:
        return os.path.abspath(named)
    from platformdirs import user_cache_dir

    return user_cache_dir("copydesk", appauthor=False)


class Size(Struct, frozen=True):
    """The number of entries and bytes of a cache."""

    entries: int
    bytes: int


class Cache:
    """Values by key, in one file that any number of runs use at once.

    A file that is damaged, or of another kind, is begun anew; where nothing can be written, nothing is
    kept. Neither is worth a word: the drafts are checked as if there were no cache.
    """

    def __init__(self, folder: str) -> None:
        self.path = os.path.join(folder, NAME)
        self._connection: sqlite3.Connection | None = None
        self._used: list[bytes] = []

    def __enter__(self) -> Cache:
        try:
            self._connection = self._open()
        except sqlite3.DatabaseError as error:
            if not isinstance(error, sqlite3.OperationalError):  # damaged, not busy
                self._begin_anew()
        except OSError:
            self._connection = None
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._note_used()
                self._prune()
            self._connection.close()
            self._connection = None

    def get(self, key: bytes) -> bytes | None:
        """Return the value of a key.

        Returns None if there is no value, or a damaged one.
        """
        if self._connection is None:
            return None
        try:
            row = self._connection.execute(_VALUE, (key, LARGEST)).fetchone()
        except sqlite3.Error:
            return None
        if row is None or not isinstance(row[0], bytes):
            return None
        check, value = row[0][:DIGEST], row[0][DIGEST:]
        if check != digest(key, value):
            return None
        self._used.append(key)
        return value

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Store values by key in one transaction, but for such as are too long to be read again."""
        if self._connection is None:
            return
        now = int(time())
        rows = [
            (key, digest(key, value) + value, now) for key, value in values if len(value) <= LARGEST - DIGEST
        ]
        with suppress(sqlite3.Error), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def size(self) -> Size:
        """Return how much is kept."""
        if self._connection is None:
            return Size(0, 0)
        (entries,) = self._connection.execute("SELECT count(*) FROM kept").fetchone()
        return Size(entries, os.path.getsize(self.path))

    def clear(self) -> None:
        """Delete the cache. Raises: OSError where the file cannot be removed."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self._remove()

    def _open(self) -> sqlite3.Connection:
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        connection = sqlite3.connect(self.path, timeout=_PATIENCE)
        try:
            if connection.execute("PRAGMA user_version").fetchone()[0] not in (0, _FORMAT):
                raise sqlite3.DatabaseError("another format")
            connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a new file
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute(f"PRAGMA wal_autocheckpoint = {_LOG // _PAGE}")
            with connection:
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA user_version = {_FORMAT}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _begin_anew(self) -> None:
        try:
            self._remove()
            self._connection = self._open()
        except (OSError, sqlite3.Error):
            self._connection = None

    def _remove(self) -> None:
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.remove(self.path + suffix)

    def _note_used(self) -> None:
        if self._connection is not None and self._used:
            now = int(time())
            with self._connection:
                self._connection.executemany(
                    "UPDATE kept SET used = ? WHERE key = ? AND used < ?",
                    [(now, key, now - 86_400) for key in self._used],
                )

    def _prune(self) -> None:
        """Delete the least recently used entries until the rest takes three quarters of the limit."""
        if self._connection is None:
            return
        (pages,) = self._connection.execute("PRAGMA page_count").fetchone()  # those in the log too
        if pages * _PAGE <= FULL:
            return
        with self._connection:
            self._connection.execute(
                "DELETE FROM kept WHERE key IN (SELECT key FROM (SELECT key, sum(length(value)) OVER "
                "(ORDER BY used DESC, key) AS room FROM kept) WHERE room > ?)",
                (FULL * 3 // 4,),
            )
        self._connection.execute("VACUUM")
