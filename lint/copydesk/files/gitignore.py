"""Files that the `.gitignore` files of their repository leave out."""

from __future__ import annotations

import os
from collections.abc import Iterable

from msgspec import Struct

_GITIGNORE = ".gitignore"


class _Ground(Struct, frozen=True):
    """The ignore patterns that apply to the files of a folder.

    root     the git repository that it lies in, if any
    ignores  whether a `.gitignore` stands in it, or above it in the repository
    """

    root: str | None
    ignores: bool


def left_out_by_gitignore(files: Iterable[str]) -> set[str]:
    """Return those of some files that a `.gitignore` leaves out, and that git does not track.

    git is asked once for each repository, and not at all where none of the files has a `.gitignore` above it.
    Where it cannot answer nothing is left out. What only this user or this clone ignores counts as any other
    file, so that a gate says the same everywhere.
    """
    known: dict[str, _Ground] = {}
    real: dict[str, str] = {}
    waiting: dict[str, dict[str, str]] = {}
    for path in files:
        folder, name = os.path.split(path)
        if folder not in real:
            real[folder] = os.path.realpath(folder)
        ground = _ground(real[folder], known)
        if ground.root is not None and ground.ignores:
            waiting.setdefault(ground.root, {})[path] = os.path.join(real[folder], name)
    left_out: set[str] = set()
    for root, places in waiting.items():
        ignored = _ignored(root, os.path.commonpath({os.path.dirname(place) for place in places.values()}))
        left_out.update(path for path, place in places.items() if place in ignored)
    return left_out


def _ground(folder: str, known: dict[str, _Ground]) -> _Ground:
    """Return what holds in a folder; what was found of it and of those above is added to what is known."""
    passed = []
    while folder not in known:
        passed.append(folder)
        above = os.path.dirname(folder)
        if above == folder:
            known[folder] = _Ground(None, ignores=False)
        folder = above
    ground = known[folder]
    for below in reversed(passed):
        is_root = os.path.lexists(os.path.join(below, ".git"))
        ignores = os.path.lexists(os.path.join(below, _GITIGNORE)) or (ground.ignores and not is_root)
        ground = known[below] = _Ground(below if is_root else ground.root, ignores)
    return ground


def _ignored(root: str, folder: str) -> set[str]:
    """Return the absolute paths of the ignored, untracked files in and below a folder of a repository."""
    from copydesk.files.repository import ask_git

    below = [] if folder == root else [os.path.relpath(folder, root).replace(os.sep, "/")]
    listed = ("ls-files", "-z", "--others", "--ignored", f"--exclude-per-directory={_GITIGNORE}")
    answer = ask_git(root, "--literal-pathspecs", *listed, "--", *below)
    names = [] if answer is None else filter(None, answer.split(b"\0"))
    return {os.path.join(root, os.fsdecode(name).replace("/", os.sep)) for name in names}
