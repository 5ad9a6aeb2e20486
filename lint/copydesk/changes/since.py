"""Findings on what changed since a revision."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from copydesk.changes.lines import changed_lines
from copydesk.changes.repository import Repository, root_of
from copydesk.readers import UnreadableError, suffix_of
from copydesk.readers.decode import decode
from copydesk.registry import UsageError
from copydesk.report import Diagnostic, Place, Report

if TYPE_CHECKING:
    from copydesk.runner import Input

ALWAYS = frozenset({"internal-error"})
"""What is reported wherever it stands: a draft that was not checked in full."""


class Since:
    """What changed since a revision.

    revisions  as git writes them: REV, REV..REV or REV...REV
    staged     whether the index is meant, and not the work tree

    Every method raises UsageError where git cannot answer.
    """

    def __init__(self, revisions: str, *, staged: bool) -> None:
        self._revisions = revisions
        self._staged = staged
        self._repositories: dict[str, Repository] = {}
        self.reads_git = staged or ".." in revisions
        """Whether the drafts come out of git, and not from the work tree."""

    def drafts(self, inputs: Sequence[Input], paths: Iterable[str], suffixes: Collection[str]) -> list[Input]:
        """The drafts to check: those of the work tree, or what the index or the newer revision has of them.

        paths  as the command line has them: a folder also names the drafts that only git has in it
        """
        from copydesk.runner import Input

        own = {(self._repository(item.path), self._key(item.path)): item for item in inputs}
        if not self.reads_git:
            return list(inputs)
        found = [
            item
            for (repository, key), item in own.items()
            if item.data is not None or key in repository.files or not os.path.lexists(item.path)
        ]
        for path in paths:
            repository = self._repository(path)
            if self._key(path) in repository.files:
                continue
            top = os.path.realpath(path)
            for key in repository.files:
                way = os.path.relpath(os.path.join(repository.root, os.fsdecode(key)), top)
                hidden = any(name.startswith(".") for name in way.split(os.sep))
                if not hidden and suffix_of(way) in suffixes and (repository, key) not in own:
                    item = Input(os.path.join("" if path == os.curdir else path, way))
                    own[repository, key] = item
                    found.append(item)
        return sorted(found, key=lambda item: item.path)

    def loaded(self, inputs: Sequence[Input]) -> list[Input]:
        """The drafts with the bytes that the index or the newer revision has of them."""
        waiting: dict[Repository, dict[str, bytes]] = {}
        for item in inputs:
            repository = self._repository(item.path)
            name = repository.files.get(self._key(item.path))
            if item.data is None and name is not None:
                waiting.setdefault(repository, {})[item.path] = name
        data: dict[str, bytes] = {}
        for repository, objects in waiting.items():
            data.update(zip(objects, repository.contents(list(objects.values())), strict=True))
        return [replace(item, data=data.get(item.path, item.data)) for item in inputs]

    def touched(self, report: Report, inputs: Iterable[Input]) -> Report:
        """The report with the findings that touch a changed line, with their own place or another.

        inputs  what was checked
        """
        drafts = {item.path: item for item in inputs}
        lines: dict[str, frozenset[int] | None] = {}

        def is_touched(place: Place) -> bool:
            if place.path not in lines:
                lines[place.path] = self._lines(drafts[place.path])
            changed = lines[place.path]
            # The end is exclusive: a place that ends where a line begins is not on it.
            last = place.end_line - (place.end_column == 1 and place.end_line > place.line)
            return changed is None or not changed.isdisjoint(range(place.line, last + 1))

        def is_kept(finding: Diagnostic) -> bool:
            places = (finding.place, *(related.place for related in finding.related))
            return finding.rule in ALWAYS or any(is_touched(place) for place in places)

        return replace(report, findings=tuple(filter(is_kept, report.findings)))

    def _lines(self, item: Input) -> frozenset[int] | None:
        """The changed lines of a draft; None where all of it is new."""
        repository, key = self._repository(item.path), self._key(item.path)
        if key in repository.changed:
            name = repository.changed[key]
        else:
            name = repository.files.get(key)
            if name is not None and (item.data is None or self.reads_git):
                return frozenset()
            # Where nothing changed since, what is checked may have been corrected meanwhile.
        if name is None:
            return None
        try:
            (old,) = repository.contents([name])
            new = item.data if item.data is not None else _read(item.path)
            return changed_lines(decode(item.path, old).text, decode(item.path, new).text)
        except (OSError, UnreadableError):
            return None

    def _key(self, path: str) -> bytes:
        return self._repository(path).key(path) or b""

    def _repository(self, path: str) -> Repository:
        root = root_of(path)
        if root is None:
            raise UsageError(f"{path} is in no git repository, and --since and --staged ask git what changed")
        if root not in self._repositories:
            self._repositories[root] = Repository(root, self._revisions, staged=self._staged)
        return self._repositories[root]


def _read(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read()
