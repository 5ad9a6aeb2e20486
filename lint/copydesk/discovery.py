"""From what was named on the command line to the drafts that are to be read."""

# Paths stay strings: reports name a file as it was typed, and `os.path` answers where pathlib raises.

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from fnmatch import fnmatch
from typing import NamedTuple

from copydesk.report import Problem
from copydesk.runner import Input

STDIN = "-"
_MAGIC = frozenset("*?[")
_NOT_DRAFTS = {"node_modules", "__pycache__"}
_VIRTUAL_ENVIRONMENT = "pyvenv.cfg"


class Found(NamedTuple):
    """What is to be read, each file once, in the order of the paths; and what was named in vain."""

    inputs: list[Input]
    problems: list[Problem]


def find_drafts(paths: Iterable[str], suffixes: Collection[str], stdin: Input | None = None) -> Found:
    """Find the drafts that paths name.

    paths     files, folders (searched for files of known suffixes), patterns such as `drafts/**/*.md`,
              addresses such as `s3://desk/drafts`, and `-` for standard input
    suffixes  the known ones, lower case, with the dot
    stdin     what `-` stands for. Where it goes by the name of a file, it is the newer text of that file

    A file is found under one path only: its own rather than that of a link to it. One that does not exist
    is found too: whoever reads it says so.
    """
    files: list[str] = []
    problems: list[Problem] = []
    found: dict[str, Input] = {}
    known = ", ".join(sorted(suffixes))
    for path in dict.fromkeys(paths):
        if path == STDIN and stdin is not None:
            found[os.path.realpath(stdin.path)] = stdin
            continue
        before = len(files) + len(problems)
        if "://" in path:
            _find_remote(path, suffixes, files, problems)
            matches, nothing = [], "there is no draft at this address"
        elif _MAGIC.isdisjoint(path) or os.path.lexists(path):
            matches, nothing = [path], f"there is no draft in this folder (drafts are files in {known})"
        else:
            matches, nothing = _expand(path, problems), "no draft matches this pattern"
        for match in matches:
            _take(match, suffixes, files, problems)
        if len(files) + len(problems) == before:
            problems.append(Problem(nothing, path))
    for path in sorted(files, key=lambda path: (os.path.realpath(path) != os.path.abspath(path), path)):
        found.setdefault(os.path.realpath(path), Input(path))
    return Found(sorted(found.values(), key=lambda item: item.path), list(dict.fromkeys(problems)))


def _find_remote(address: str, suffixes: Collection[str], files: list[str], problems: list[Problem]) -> None:
    """Add the drafts at an address; where nobody answers, that is a problem."""
    from copydesk.remote import find_remote

    try:
        files += find_remote(address, suffixes)
    except FileNotFoundError:
        problems.append(Problem("there is no such file or folder", address))
    except OSError as error:
        problems.append(Problem(f"this address cannot be read: {error.strerror}", address))


def _take(path: str, suffixes: Collection[str], files: list[str], problems: list[Problem]) -> None:
    """Add every draft of a folder; what is no folder, as it is."""
    if not os.path.isdir(path):
        files.append(path)
        return
    for folder, names in _walk(path, problems):
        drafts = (name for name in names if os.path.splitext(name)[1].lower() in suffixes)
        files.extend(os.path.join(folder, name) for name in drafts)


def _walk(top: str, problems: list[Problem]) -> Iterator[tuple[str, list[str]]]:
    """The folders in and below `top`, each once, with the names of their files.

    Hidden files and folders, virtual environments and the like are passed over; `top` itself never is.
    """
    top = "" if os.path.normpath(top) == os.curdir else top
    queue, seen = deque([top]), set()
    while queue:
        folder = queue.popleft()
        real = os.path.realpath(folder)
        if real in seen:  # a link to a folder that was searched, perhaps to one above itself
            continue
        seen.add(real)
        names = [name for name in _names(folder, problems) if not name.startswith(".")]
        if _VIRTUAL_ENVIRONMENT in names and folder != top:
            continue
        files = []
        for name in names:
            path = os.path.join(folder, name)
            if not os.path.isdir(path):
                files.append(name)
            elif name not in _NOT_DRAFTS:
                # Links come last, so that what they lead to goes by its own path where it has one here.
                queue.append(path) if os.path.islink(path) else queue.appendleft(path)
        yield folder, files


def _expand(pattern: str, problems: list[Problem]) -> list[str]:
    """The files and folders that match a pattern; `**` stands for any folders, or none."""
    from pathlib import PurePath

    path = PurePath(pattern)
    matches = [path.anchor]
    for part in path.parts[1:] if path.anchor else path.parts:
        if part == "**":
            matches = [folder for match in matches for folder, _ in _walk(match or os.curdir, problems)]
        elif _MAGIC.isdisjoint(part):
            matches = [os.path.join(match, part) for match in matches]
        else:
            matches = [
                os.path.join(match, name)
                for match in matches
                if os.path.isdir(match or os.curdir)
                for name in _names(match, problems)
                if fnmatch(name, part)
                and name.startswith(".") == part.startswith(".")
                and name not in _NOT_DRAFTS
            ]
        matches = sorted({match for match in matches if os.path.lexists(match or os.curdir)})
    return matches


def _names(folder: str, problems: list[Problem]) -> list[str]:
    """What a folder holds, sorted; one that cannot be read is a problem, and holds nothing."""
    try:
        return sorted(os.listdir(folder or os.curdir))
    except OSError as error:
        problems.append(Problem(f"this folder cannot be read: {(error.strerror or '').lower()}", folder))
        return []
