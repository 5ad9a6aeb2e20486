"""Who changed a line last, and when, as git's history says. Only what is committed is asked about."""

from __future__ import annotations

import os
from collections.abc import Iterable

from msgspec import Struct

from copydesk.files.repository import ask_git, batch_of

_AUTHORS = ("log", "--no-walk=unsorted", "--no-show-signature", "--no-mailmap", "--stdin")
_FIELDS = "--encoding=UTF-8", "--format=%H%x00%an%x00%aI%x00%s"


class Change(Struct, frozen=True):
    """The commit that changed a line last.

    author   the name that it has there
    date     when, as `2031-03-02T09:30:00+01:00`
    commit   its hash, whole
    summary  the first line of its message
    """

    author: str
    date: str
    commit: str
    summary: str


class Origin(Struct, frozen=True):
    """The commit that a line comes from.

    is_oldest  whether the history ends there: in a shallow clone the line may be older
    """

    commit: str
    is_oldest: bool


def committed(root: str, paths: Iterable[str]) -> dict[str, bytes]:
    """Return files as the last commit has them; one that it has not is left out.

    root   of the repository
    paths  from there, with slashes
    """
    paths = [*paths]
    asked = [path for path in paths if "\n" not in path]
    sent = b"".join(b"HEAD:%s\n" % os.fsencode(path) for path in asked)
    contents: list[bytes | None] = [*batch_of(ask_git(root, "cat-file", "--batch", sent=sent) or b"")]
    asked += (alone := [path for path in paths if "\n" in path])  # a list has one name a line
    contents += (ask_git(root, "cat-file", "blob", f"HEAD:{path}") for path in alone)
    return {path: data for path, data in zip(asked, contents, strict=False) if data is not None}


def commits_of_lines(root: str, path: str, first: int, last: int) -> dict[int, Origin]:
    """Return the commit that changed each line last, by the number of the line in the last commit.

    White space counts for nothing: a commit that turns line ends or indents a line did not write it.
    Nothing that the repository holds has a say: no filters, no list of commits to ignore.
    """
    asked = ("--porcelain", "-w", "--no-textconv", "--no-ignore-revs-file")
    told = ask_git(root, "blame", *asked, f"-L{first},{last}", "HEAD", "--", path)
    commits: dict[int, str] = {}
    oldest: set[str] = set()
    commit = ""
    for line in (told or b"").split(b"\n"):
        if line.startswith(b"\t"):
            commit = ""
        elif not commit:
            parts = line.decode("ascii", "replace").split(" ")
            if len(parts) >= 3:
                commit = parts[0]
                commits[int(parts[2])] = commit
        elif line == b"boundary":
            oldest.add(commit)
    return {number: Origin(commit, commit in oldest) for number, commit in commits.items()}


def commit_of_file(root: str, path: str) -> str:
    """Return the last commit that changed a file; empty where git cannot answer."""
    told = ask_git(
        root, "--literal-pathspecs", "log", "-1", "--no-show-signature", "--format=%H", "HEAD", "--", path
    )
    return (told or b"").decode("ascii", "replace").strip()


def is_shallow(root: str) -> bool:
    """Whether the repository is a clone that lacks the older part of its history."""
    return (ask_git(root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"


def changes_of(root: str, commits: Iterable[str]) -> dict[str, Change]:
    """Return who made each commit, when and why, by its hash. Their names are those of the commits."""
    sent = "".join(f"{commit}\n" for commit in sorted(set(commits)))
    told = ask_git(root, *_AUTHORS, *_FIELDS, sent=sent.encode("ascii")) if sent else None
    found: dict[str, Change] = {}
    for line in (told or b"").decode("utf-8", "replace").split("\n"):
        if line.count("\0") >= 3:
            commit, author, date, summary = line.split("\0", 3)
            found[commit] = Change(author, date, commit, summary)
    return found
