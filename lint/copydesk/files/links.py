"""Targets of paths: the repository that holds a path, and whether a link leaves it."""

from __future__ import annotations

import os

LEADS_OUT = "is a link that leads outside the repository, or into its .git: --follow-links reads it"
"""What is said of a path that `leads_out`."""


def shown(path: str) -> str:
    """Return an absolute path as reports show it: below the current folder, from there."""
    here = os.path.join(os.getcwd(), "")
    return path[len(here) :] if path.startswith(here) else path


def enclosing_root(folder: str) -> str:
    """Return the folder that a configuration found in `folder` may not lead out of, free of links.

    That is the root of the git repository that it stands in, or else the folder itself.
    """
    folder = above = os.path.realpath(folder)
    while not os.path.lexists(os.path.join(above, ".git")):
        if os.path.dirname(above) == above:
            return folder
        above = os.path.dirname(above)
    return above


def is_inside(path: str, root: str) -> bool:
    """Whether a path, its links followed, lies in a folder."""
    real = os.path.realpath(path)
    return real == root or real.startswith(os.path.join(root, ""))


def is_work(path: str, root: str) -> bool:
    """Whether a path leads to what a repository holds as work, and not to what git keeps about it."""
    if not is_inside(path, root):
        return False
    parts = os.path.relpath(os.path.realpath(path), root).split(os.sep)
    return ".git" not in map(str.lower, parts)


def leads_out(path: str, known: dict[str, bool] | None = None) -> bool:
    """Whether a link on the way to a file lies in a git repository and leads out of it, or into its `.git`.

    known  what was found of other paths in the same run
    """
    known = {} if known is None else known
    way = os.path.abspath(path)
    passed = []
    while way not in known:
        passed.append(way)
        above = os.path.dirname(way)
        if above == way:
            known[way] = False
        elif os.path.islink(way):
            root = enclosing_root(above)
            if os.path.lexists(os.path.join(root, ".git")) and not is_work(way, root):
                known[way] = True
        way = above if way not in known else way
    known.update(dict.fromkeys(passed, known[way]))
    return known[way]
