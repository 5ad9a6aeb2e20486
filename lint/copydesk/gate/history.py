"""Who changed lines of files last, and when: from git, for lines that are as they were committed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from copydesk.analyses.likeness.matching import equal_in_order
from copydesk.files.blame import (
    Change,
    changes_of,
    commit_of_file,
    commits_of_lines,
    committed,
    is_shallow,
)
from copydesk.files.programs import find_program
from copydesk.files.reading import read_file
from copydesk.files.repository import name_in, root_of
from copydesk.model.source import line_spans

OUTSIDE = "in no git repository"
NO_GIT = "git is not installed"
UNCOMMITTED = "not committed yet"
SHALLOW = "this clone is shallow, and lacks that part of the history"
NO_ANSWER = "git could not say"
_UNKNOWN = frozenset({UNCOMMITTED, SHALLOW, NO_ANSWER})


class LastChange(Struct, frozen=True):
    """The commit that changed a line last; or None, and why nobody can tell."""

    change: Change | None
    unknown: str = ""


def last_changes(lines: Mapping[str, Iterable[int]]) -> dict[tuple[str, int], LastChange]:
    """Return the last change of some lines, by file and line. git is asked once for each file.

    lines  by file, those that are asked for, from 1

    Of a file that is no text, it is the last change of the file.
    """
    by_root: dict[str | None, dict[str, list[int]]] = {}
    for path, wanted in lines.items():
        by_root.setdefault(None if "://" in path else root_of(path), {})[path] = sorted(set(wanted))
    found: dict[tuple[str, int], LastChange] = {}
    for root, files in by_root.items():
        if root is None or find_program("git") is None:
            why = LastChange(None, OUTSIDE if root is None else NO_GIT)
            found.update({(path, line): why for path, wanted in files.items() for line in wanted})
            continue
        cut = is_shallow(root)
        names = {path: name_in(root, path) for path in files}
        old = committed(root, names.values())
        commits = {
            (path, line): commit
            for path, wanted in files.items()
            for line, commit in _commits(root, names[path], wanted, old, read_file(path), cut=cut).items()
        }
        changes = changes_of(root, {commit for commit in commits.values() if commit not in _UNKNOWN})
        found.update({place: _last_change(changes.get(commit), commit) for place, commit in commits.items()})
    return found


def _last_change(change: Change | None, commit: str) -> LastChange:
    if change is not None:
        return LastChange(change)
    return LastChange(None, commit if commit in _UNKNOWN else NO_ANSWER)


def _commits(
    root: str, name: str, wanted: Sequence[int], old: Mapping[str, bytes], new: bytes, *, cut: bool
) -> dict[int, str]:
    """Return the commit of each line of a file, or why there is none.

    name  the file, from the root
    old   files as they were committed last, by name
    new   the file as it is
    cut   whether the history is that of a shallow clone
    """
    if name not in old:
        return dict.fromkeys(wanted, UNCOMMITTED)
    if b"\0" in new:
        return dict.fromkeys(wanted, commit_of_file(root, name) if old[name] == new else UNCOMMITTED)
    in_git = _lines_in_git(new, wanted)
    before = {after + 1: earlier + 1 for earlier, after in equal_in_order(_lines(old[name]), _lines(new))}
    asked = [before[line] for line in in_git.values() if line in before]
    origins = commits_of_lines(root, name, min(asked), max(asked)) if asked else {}
    found: dict[int, str] = {}
    for line in wanted:
        origin = origins.get(before.get(in_git[line], 0))
        if in_git[line] not in before:
            found[line] = UNCOMMITTED
        elif origin is None:
            found[line] = NO_ANSWER
        else:
            found[line] = SHALLOW if cut and origin.is_oldest else origin.commit
    return found


def _lines_in_git(data: bytes, wanted: Sequence[int]) -> dict[int, int]:
    """Return by each of these lines of a file, which ascend, the line as git counts: a lone CR ends none."""
    if b"\r" not in data:
        return {line: line for line in wanted}
    text = data.decode("latin-1")
    starts = [start for start, _ in line_spans(text)]
    found, at, passed = {}, 0, 1
    for line in wanted:
        start = starts[line - 1] if line <= len(starts) else len(text)
        passed += text.count("\n", at, start)
        found[line], at = passed, start
    return found


def _lines(data: bytes) -> list[str]:
    """Return the lines as git counts them, without their ends."""
    return [line.removesuffix("\r") for line in data.decode("latin-1").split("\n")]
