"""The drafts of a run, and how their bytes are read."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec import Struct

from copydesk.document import DEFAULT_DATING, Dating, Document, Revision
from copydesk.errors import CannotReadError, NotAFileError, UnreadableError
from copydesk.files.reading import NO_FILE, read_file, reason
from copydesk.readers import Reader

if TYPE_CHECKING:
    from datetime import datetime

LARGEST = 10_500_000
"""Bytes of the largest draft that is read: 10 MiB, where a long novel has three million."""


MOST_LINES = 300_000
"""Lines of the longest draft that is read: 10 MiB of lines of 35 characters."""


_PACKAGE = b"PK\x03\x04"
"""What the file of a word processor begins with, which may hold pictures."""

USUAL = 5_000
"""Bytes of a draft of the usual length."""


class Before(Struct, frozen=True):
    """The version of a draft that it is compared with.

    path  where it was, as reports name it
    data  its bytes
    made  when the newer version was made; None where nobody can say
    """

    path: str
    data: bytes
    made: datetime | None = None


class Input(Struct, frozen=True):
    """A draft that is to be read.

    path    where it is, as reports name it
    data    its bytes, where they were read already (standard input, an editor's buffer)
    dating  where its publication date is looked for
    before  its earlier version, where it changed and a rule wants to know what
    """

    path: str
    data: bytes | None = None
    dating: Dating = DEFAULT_DATING
    before: Before | None = None


def read_input(item: Input, reader: Reader) -> Document:
    """Read a draft into a document. Raises: CannotReadError, and nothing else.

    An earlier version that cannot be read is none: the draft is new then.
    """
    revision = None
    if item.before is not None:
        with suppress(CannotReadError):
            revision = Revision(read_earlier(item, item.before, reader), item.before.made)
    return _read(item, reader, revision)


def read_earlier(item: Input, before: Before, reader: Reader) -> Document:
    """Read the earlier version of a draft. Raises: CannotReadError."""
    return _read(Input(before.path, before.data, item.dating), reader)


def _read(item: Input, reader: Reader, revision: Revision | None = None) -> Document:
    data = read_bytes(item)
    try:
        return Document(reader.read(item.path, data), item.dating, revision)
    except UnreadableError as error:
        raise CannotReadError(str(error)) from error
    except Exception as error:
        raise CannotReadError(
            f"cannot be read: the {reader.name} reader broke: {type(error).__name__}: {error}"
        ) from error


def read_bytes(item: Input) -> bytes:
    """Read the bytes of a draft. Raises: CannotReadError where there are none, or too many."""
    try:
        data = _read_file(item.path) if item.data is None else item.data
    except FileNotFoundError as error:
        raise CannotReadError("there is no such file or folder") from error
    except OSError as error:
        raise CannotReadError(f"cannot be read: {reason(error)}") from error
    if len(data) > LARGEST:
        advice = "save it without its pictures" if data.startswith(_PACKAGE) else "split it"
        raise CannotReadError(f"is larger than {LARGEST:,} bytes, longer than any draft: {advice}")
    if len(data) > MOST_LINES and max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
        raise CannotReadError(f"has more than {MOST_LINES:,} lines, longer than any draft: split it")
    return data


def size_of(item: Input) -> int:
    """Return how many bytes a draft has; what is usual where nobody can say."""
    if item.data is not None:
        return len(item.data)
    try:
        return os.path.getsize(item.path)
    except OSError:
        return USUAL


def _read_file(path: str) -> bytes:
    if "://" in path:
        from copydesk.files.remote import read_remote

        return read_remote(path, LARGEST + 1)
    try:
        return read_file(path, LARGEST + 1)
    except NotAFileError as error:
        raise CannotReadError(
            f"{NO_FILE} (to check what a program writes, pipe it to `copydesk check -`)"
        ) from error
