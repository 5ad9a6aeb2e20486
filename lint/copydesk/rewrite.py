"""New words into the bytes of a file, and a file onto the disk, whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable

from msgspec import Struct

from copydesk.config.find import leads_out
from copydesk.document import Span
from copydesk.source import Source


class Splice(Struct, frozen=True):
    """Words that take the place of a stretch of the file, in code points of the decoded file."""

    stretch: Span
    words: str


class CannotWriteError(Exception):
    """A file was not changed. The message says why."""


def spliced(source: Source, data: bytes, splices: Iterable[Splice]) -> bytes:
    """The bytes of a file with other words in it. Every byte outside the stretches stays as it is.

    source   the file as it was decoded
    data     its bytes, a byte order mark included
    splices  in the order of the file; none overlaps another

    Raises UnicodeEncodeError for words that the encoding of the file cannot write.
    """
    text = source.text
    # What stands before the text is the byte order mark.
    at = len(data) - _size(source, text)
    parts = [data[:at]]
    done = 0
    for splice in splices:
        stretch = splice.stretch
        size = _size(source, text[done : stretch.start])
        parts += [data[at : at + size], splice.words.encode(source.encoding)]
        at += size + _size(source, text[stretch.start : stretch.end])
        done = stretch.end
    return b"".join([*parts, data[at:]])


def replace_file(path: str, data: bytes, before: bytes) -> None:
    """Write a file whole or not at all. Its mode stays; where it is a link, what that leads to is written.

    before  what the file held when it was read

    Raises CannotWriteError for a file that holds something else by now, for one that is read-only, and for
    a link in a git repository that leads out of it: nobody who names a repository means files elsewhere.
    """
    if leads_out(path):
        raise CannotWriteError("was not changed: it is reached by a link that leads outside the repository")
    target = os.path.realpath(path)
    try:
        with open(target, "rb") as file:
            if file.read() != before:
                raise CannotWriteError("was not changed: somebody else wrote to it during the run")
        if not os.access(target, os.W_OK):
            raise CannotWriteError("was not changed: it is read-only")
        put_file(target, data)
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {(error.strerror or str(error)).lower()}") from error


def put_file(target: str, data: bytes) -> None:
    """Put a file in its place whole, or raise OSError and leave what is there. The mode stays.

    target  where it is to stand; no link
    """
    folder, name = os.path.split(target)
    beside = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
    with open(beside, "xb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            file.close()  # Windows renames no open file
            if os.path.exists(target):
                shutil.copymode(target, beside)
            os.replace(beside, target)
        except BaseException:
            file.close()
            os.unlink(beside)
            raise


def _size(source: Source, text: str) -> int:
    """How many bytes a stretch of the text has in the file."""
    # As it is read, Windows-1252 has characters for bytes that the codec does not know.
    return len(text) if source.encoding == "windows-1252" else len(text.encode(source.encoding))
