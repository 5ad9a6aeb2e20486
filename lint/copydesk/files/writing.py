"""Write files atomically."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable

from copydesk.errors import CannotWriteError
from copydesk.files.links import leads_out
from copydesk.files.reading import flag, read_file, reason

_OPEN_FILES = ("/dev/fd/", "/proc/self/fd/", "/dev/stderr", "/dev/stdout")


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


def write_file(path: str, data: bytes | Iterable[bytes]) -> None:
    """Write a file atomically and keep its mode; a link is followed.

    data  what it is to hold, or parts of that one after the other

    A device is written to and never replaced; so is a pipe that somebody reads, as `>(gzip > report.gz)` is.

    Raises CannotWriteError for a file that is read-only, for a pipe that nobody reads, and for a link in a
    git repository that leads out of it: nobody who names a repository means files elsewhere.
    """
    refuse_leading_out(path)
    parts = [data] if isinstance(data, bytes) else data
    try:
        if is_stream(path):
            _append(path, parts)
            return
        target = os.path.realpath(path)
        if os.path.exists(target) and not os.access(target, os.W_OK):
            raise CannotWriteError("was not changed: it is read-only")
        _put(target, parts)
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {_why(error)}") from error


def add_to_file(path: str, data: bytes) -> None:
    """Write at the end of a file that others write on; raises CannotWriteError as `write_file` does."""
    refuse_leading_out(path)
    try:
        _append(path, [data])
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {_why(error)}") from error


def make_folder_of(path: str) -> None:
    """Make the folder of a file that is to be written; raises CannotWriteError as `write_file` does."""
    refuse_leading_out(path)
    try:
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    except OSError as error:
        raise CannotWriteError(f"cannot be written: {_why(error)}") from error


def refuse_leading_out(path: str) -> None:
    """Raise CannotWriteError for a path on which a link leads out of the git repository that it lies in."""
    if leads_out(path):
        raise CannotWriteError(
            "was not written: it is reached by a link that leads outside the repository, or into its .git"
        )


def is_stream(path: str) -> bool:
    """Whether it is a device, a pipe, or what a program has open already, whatever that is."""
    if os.path.abspath(path).startswith(_OPEN_FILES):
        return True
    return os.path.exists(path) and not os.path.isfile(path) and not os.path.isdir(path)


def _append(path: str, parts: Iterable[bytes]) -> None:
    """Write to the end of what is there, or to a new file. A pipe that nobody reads is not waited for."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | flag("O_NONBLOCK") | flag("O_BINARY")
    number = os.open(path, flags, 0o666)
    with open(number, "wb") as file:
        if os.name == "posix":
            os.set_blocking(number, True)
        file.writelines(parts)


def _put(target: str, parts: Iterable[bytes]) -> None:
    """Replace a file atomically and keep its mode; on OSError the old content remains.

    target  where it is to stand; no link
    """
    beside = os.path.join(os.path.dirname(target), f".copydesk-{os.urandom(8).hex()}.tmp")
    with open(beside, "xb") as file:
        try:
            file.writelines(parts)
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
