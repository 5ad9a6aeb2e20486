"""New words into the bytes of a file, and a file onto the disk, whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable

from msgspec import Struct

from copydesk.config.find import leads_out
from copydesk.document import Span
from copydesk.reading import flag, read_file, reason
from copydesk.source import Source

_OPEN_FILES = ("/dev/fd/", "/proc/self/fd/", "/dev/stderr", "/dev/stdout")


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
    """Write a file that was read, as `write_file` does.

    before  what the file held when it was read

    Raises CannotWriteError also for a file that holds something else by now.
    """
    refuse_leading_out(path)
    try:
        if read_file(path) != before:
            raise CannotWriteError("was not changed: somebody else wrote to it during the run")
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {reason(error)}") from error
    write_file(path, data)


def write_file(path: str, data: bytes) -> None:
    """Write a file whole or not at all. Its mode stays; where it is a link, what that leads to is written.

    A device is written to and never replaced; so is a pipe that somebody reads, as `>(gzip > report.gz)` is.

    Raises CannotWriteError for a file that is read-only, for a pipe that nobody reads, and for a link in a
    git repository that leads out of it: nobody who names a repository means files elsewhere.
    """
    refuse_leading_out(path)
    try:
        if _is_stream(path):
            _append(path, data)
            return
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise CannotWriteError("was not changed: it is read-only")
        _put(target, data)
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {_why(error)}") from error


def add_to_file(path: str, data: bytes) -> None:
    """Write at the end of a file that others write on; raises CannotWriteError as `write_file` does."""
    refuse_leading_out(path)
    try:
        _append(path, data)
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {_why(error)}") from error


def refuse_leading_out(path: str) -> None:
    """Raise CannotWriteError for a path on which a link leads out of the git repository that it lies in."""
    if leads_out(path):
        raise CannotWriteError("was not written: it is reached by a link that leads outside the repository")


def _is_stream(path: str) -> bool:
    """Whether it is a device, a pipe, or what a program has open already, whatever that is."""
    if os.path.abspath(path).startswith(_OPEN_FILES):
        return True
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _append(path: str, data: bytes) -> None:
    """Write to the end of what is there, or to a new file. A pipe that nobody reads is not waited for."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | flag("O_NONBLOCK") | flag("O_BINARY")
    number = os.open(path, flags, 0o666)
    with open(number, "wb") as file:
        if os.name == "posix":
            os.set_blocking(number, True)
        file.write(data)


def _put(target: str, data: bytes) -> None:
    """Put a file in its place whole, or raise OSError and leave what is there. The mode stays.

    target  where it is to stand; no link
    """
    beside = os.path.join(os.path.dirname(target), f".copydesk-{os.urandom(8).hex()}.tmp")
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


def _why(error: OSError) -> str:
    return "nobody reads from it" if error.errno == errno.ENXIO else reason(error)


def _size(source: Source, text: str) -> int:
    """How many bytes a stretch of the text has in the file."""
    # As it is read, Windows-1252 has characters for bytes that the codec does not know.
    return len(text) if source.encoding == "windows-1252" else len(text.encode(source.encoding))
