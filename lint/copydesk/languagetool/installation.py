"""The folder and the parts of an installed LanguageTool."""

from __future__ import annotations

import os
from collections.abc import Iterator

from copydesk.languagetool import VERSION
from copydesk.work.digests import digest

JAR = "languagetool-server.jar"


def root() -> str:
    """Return the folder that holds every LanguageTool of the user.

    language-tool-python looks there too.
    """
    named = os.environ.get("LTP_PATH")
    return os.path.abspath(named or os.path.join(os.path.expanduser("~"), ".cache", "language_tool_python"))


def folder() -> str:
    """Return the folder of the LanguageTool that copydesk uses, there or not."""
    return os.path.join(root(), f"LanguageTool-{VERSION}")


def is_installed() -> bool:
    """Whether it is there."""
    return os.path.isfile(os.path.join(folder(), JAR))


def identity() -> bytes:
    """Return the names and sizes of this LanguageTool's files, which identify its answers."""
    return digest(*(f"{name} {size}".encode("utf-8", "surrogateescape") for name, size in _files()))


def size() -> int:
    """Bytes on disk."""
    return sum(size for _, size in _files())


def _files() -> Iterator[tuple[str, int]]:
    top = folder()
    for at, folders, names in os.walk(top):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(at, name)
            yield os.path.relpath(path, top), os.path.getsize(path)
