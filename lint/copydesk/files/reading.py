"""Reads files. Whatever a repository or a command line names is read here."""

from __future__ import annotations

import os
import stat

from copydesk.errors import NotAFileError

NO_FILE = "is not a file but a folder, a pipe or a device"

CONFLICT = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
"""What begins a line that git leaves where it could not merge."""


def read_file(path: str, most: int = -1) -> bytes:
    """Return the bytes of a regular file, links followed.

    most  how many of them at most; -1: all

    Raises NotAFileError for anything else, and OSError or ValueError for what cannot be opened.
    """
    # To open a device can do something, so it is asked for first; what is open is asked again, because
    # another program may have put a pipe there meanwhile.
    _refuse(os.stat(path).st_mode)
    number = os.open(path, os.O_RDONLY | flag("O_NONBLOCK") | flag("O_BINARY") | flag("O_CLOEXEC"))
    with open(number, "rb") as file:
        status = os.fstat(number)
        _refuse(status.st_mode)
        # A limit is memory set aside, which no small file needs.
        return file.read(-1 if 0 < status.st_size < most else most)


def reason(error: OSError) -> str:
    """Why the system refused, as the end of a message."""
    return (error.strerror or str(error)).lower()


def _refuse(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise NotAFileError(NO_FILE)


def flag(name: str) -> int:
    """Return a flag of `open`, on systems that have it."""
    flag: int = getattr(os, name, 0)
    return flag
