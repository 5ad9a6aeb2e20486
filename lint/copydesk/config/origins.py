"""The files that the settings of a draft come from, and those that they may come from once they are there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from copydesk.config.find import OWN, SHARED
from copydesk.config.merge import collected, value
from copydesk.config.resolver import House
from copydesk.errors import ConfigError

State = tuple[tuple[str, int, int], ...]
"""Files by path, with their last change in nanoseconds and their size; -1 for one that is not there."""


def files_of(house: House, path: str) -> list[str]:
    """Return the configuration files of a draft, absolute, each once.

    They include the files that those extend, the terms files and the names files,
    and the verdicts file where rules are held to their promise.

    Those that are not there yet are among them, and where one is wrong, that one at least.
    """
    files = dict.fromkeys(_above(os.path.abspath(path)))
    try:
        files.update(dict.fromkeys(_read(house, path)))
    except ConfigError as error:
        files[os.path.abspath(error.path)] = None
    return list(files)


def terms_files(house: House, path: str) -> list[str]:
    """Return the terms files of a draft, absolute, the strongest last; raises ConfigError."""
    values = (given.value for given in collected(house.layers(path), "terms"))
    return [value for value in values if isinstance(value, str)]


def state(files: Iterable[str]) -> State:
    """Return a value that changes when one of these files does."""
    return tuple(map(_state, files))


def _read(house: House, path: str) -> Iterator[str]:
    found = house.file(path)
    if found is not None:
        yield found.path
    for layer in house.layers(path):
        for given in layer.keys.values():
            if given.file is not None:
                yield os.path.abspath(given.file.path)
    yield from terms_files(house, path)
    yield from (given.value for given in collected(house.layers(path), "names"))
    if value(house.layers(path), "promise"):
        yield house.verdicts_file(path)


def _above(path: str) -> Iterator[str]:
    folder = os.path.dirname(path)
    while True:
        yield os.path.join(folder, OWN)
        yield os.path.join(folder, SHARED)
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def _state(path: str) -> tuple[str, int, int]:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return path, -1, -1
    return path, found.st_mtime_ns, found.st_size
