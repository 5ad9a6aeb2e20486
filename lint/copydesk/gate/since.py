"""Findings on what changed since a revision."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence

from msgspec.structs import replace

from copydesk.config.find import OWN, SHARED
from copydesk.errors import UnreadableError, UsageError
from copydesk.files.globs import Pattern, split_pattern
from copydesk.files.links import leads_out
from copydesk.files.names import is_set_aside, suffix_of
from copydesk.files.reading import read_file
from copydesk.files.repository import Earlier, Repository, object_of, root_of
from copydesk.gate.lines import changed_lines
from copydesk.model.report import Diagnostic, Place, Problem, Report
from copydesk.readers import Reader
from copydesk.readers.encoding import decode
from copydesk.run.discovery import NOT_DRAFTS, VIRTUAL_ENVIRONMENT
from copydesk.run.inputs import Before, Input
from copydesk.run.jobs import SettingsFor

ALWAYS = frozenset({"internal-error"})
"""Rules whose findings are reported wherever they stand: a draft that was not checked in full."""

_LEADS_OUT = (
    "is a link that leads out of the repository, and git does not know what changed there: "
    "check it without --since and --staged"
)
_SAYS_WHAT_IS_CHECKED = frozenset({OWN, SHARED, VIRTUAL_ENVIRONMENT})


class Since:
    """The lines changed since a revision, by draft.

    revisions  as git writes them: REV, REV..REV or REV...REV
    staged     whether the index is meant, and not the work tree
    excludes   whether the configuration leaves out the draft at a path
    settings_for  what holds for the draft at a path
    reader_for  who reads the draft at a path
    comparing   the names of the rules that compare two versions of a draft: their findings are reported
                wherever they stand, for what was taken out changes no line that is left

    Every method raises UsageError where git cannot answer.
    """

    def __init__(
        self,
        revisions: str,
        *,
        staged: bool,
        excludes: Callable[[str], bool],
        settings_for: SettingsFor,
        reader_for: Callable[[str], Reader],
        comparing: Collection[str] = (),
    ) -> None:
        self._revisions = revisions
        self._staged = staged
        self._excludes = excludes
        self._settings_for = settings_for
        self._reader_for = reader_for
        self._comparing = frozenset(comparing)
        self._repositories: dict[str, Repository] = {}
        self._paths: Sequence[str] = ()
        self._ways: dict[str, bool] = {}
        self._suffixes: Collection[str] = ()
        self.reads_git = staged or ".." in revisions
        """Whether the drafts come out of git, and not from the work tree."""
        self.against = revisions
        """What the drafts are compared with, as it was asked for."""
        self.problems: list[Problem] = []
        """What was named and git does not have, once `drafts` was asked."""

    def drafts(self, inputs: Sequence[Input], paths: Iterable[str], suffixes: Collection[str]) -> list[Input]:
        """Return the drafts to check.

        They come from the work tree, the index or the newer revision.

        paths  as the command line has them: a folder also names the drafts that only git has in it
        """
        self._paths = [path for path in paths if not self._is_refused(path)]
        self._suffixes = suffixes
        inputs = [item for item in inputs if item.data is not None or not self._is_refused(item.path)]
        own = {(self._repository(item.path), self._key(item.path)): item for item in inputs}
        if not self.reads_git:
            return list(inputs)
        found = []
        for (repository, key), item in own.items():
            if item.data is not None or key in repository.files or not os.path.lexists(item.path):
                found.append(item)
            elif self._is_link(item.path):
                self._refuse_link(item.path)
            elif self._is_named(item.path):
                self.problems.append(Problem(self._missing(), item.path))
        for path in self._paths:
            repository = self._repository(path)
            if os.path.isfile(path) or self._key(path) in repository.files:
                continue
            top = os.path.realpath(path)
            for key in (*repository.files, *repository.links):
                whole = os.path.join(repository.root, os.fsdecode(key))
                way = os.path.relpath(whole, top)
                if not self._is_draft_of_folder(way):
                    continue
                name = os.path.join("" if path == os.curdir else path, way)
                if key in repository.links:
                    if repository.key(whole) not in repository.files:
                        self._refuse_link(name)
                elif (repository, key) not in own:
                    own[repository, key] = item = Input(name)
                    found.append(item)
        self._refuse_empty(inputs, found)
        return sorted(found, key=lambda item: item.path)

    def _refuse_empty(self, inputs: Sequence[Input], found: Sequence[Input]) -> None:
        """Make a problem of each folder and pattern that holds drafts of which git has none."""
        for one in self._paths:
            held = [item for item in inputs if self._reaches(one, os.path.realpath(item.path))]
            if held and not any(self._reaches(one, os.path.realpath(item.path)) for item in found):
                self.problems.append(Problem(f"nothing is left here: what it holds {self._missing()}", one))

    def _missing(self) -> str:
        if self._staged:
            return "is not staged, and --staged checks what is: `git add` it, or check it without --staged"
        return f"is not in the newer revision of {self._revisions}"

    def _refuse_link(self, path: str) -> None:
        """Make a problem of a link, whose target git does not have, unless the configuration excludes it."""
        what = "git has a link here, and not what it leads to: name the file itself"
        problem = Problem(_LEADS_OUT if leads_out(path) else what, path)
        if problem not in self.problems and (self._is_named(path) or not self._excludes(path)):
            self.problems.append(problem)

    def _is_refused(self, path: str) -> bool:
        """Whether a link leads from a repository to where none is; it is a problem then."""
        is_refused = leads_out(path, self._ways) and root_of(path) is None
        if is_refused:
            self._refuse_link(path)
        return is_refused

    def _is_link(self, path: str) -> bool:
        """Whether git has a link under this very path."""
        folder, name = os.path.split(os.path.abspath(path))
        root = root_of(folder)
        if root is None:
            return False
        way = os.path.relpath(os.path.join(os.path.realpath(folder), name), root)
        return os.fsencode(way.replace(os.sep, "/")) in self._repository(folder).links

    def _is_named(self, path: str) -> bool:
        """Whether the command line names this file itself."""
        return any(
            os.path.abspath(path) == os.path.abspath(one) for one in self._paths if not os.path.isdir(one)
        )

    def _is_draft_of_folder(self, way: str) -> bool:
        """Whether a path from a folder leads to what is a draft where the folder is named."""
        names = way.split(os.sep)
        hidden = any(name.startswith(".") or name in NOT_DRAFTS for name in names)
        return not hidden and suffix_of(way) in self._suffixes and not is_set_aside(way)

    def loaded(self, inputs: Sequence[Input]) -> list[Input]:
        """Return the drafts with the bytes that git has of them, and with their earlier versions.

        The bytes are those of the index or the newer revision, unless the work tree is checked. Earlier
        versions are for drafts that changed, where a rule compares them.
        """
        inputs = self.as_in_git(inputs)
        compared = [item for item in inputs if self._compares(item.path)]
        before = self.before(compared)
        return [replace(item, before=before.get(item.path)) for item in inputs]

    def before(self, inputs: Sequence[Input]) -> dict[str, Before]:
        """Return the earlier versions of the drafts that changed, by path; others are new, or the same."""
        waiting: dict[Repository, dict[str, Earlier]] = {}
        for item in inputs:
            earlier = self._earlier(item)
            if earlier is not None and earlier.object is not None and self._differs(item, earlier.object):
                waiting.setdefault(self._repository(item.path), {})[item.path] = earlier
        found: dict[str, Before] = {}
        for repository, versions in waiting.items():
            data = repository.contents([one.object for one in versions.values() if one.object is not None])
            for (path, earlier), content in zip(versions.items(), data, strict=True):
                name = path
                if earlier.path != self._key(path):
                    name = os.path.relpath(os.path.join(repository.root, os.fsdecode(earlier.path)))
                found[path] = Before(name, content, repository.made)
        return found

    def removed(self) -> dict[str, Before]:
        """Return the drafts that are named and that only the older version has, by path.

        One that lies in no folder any more is named by its own path, or that of the folder that is gone.
        """
        waiting: dict[Repository, dict[str, Earlier]] = {}
        for path in self._paths:
            repository = self._repository(path)
            gone = dict(repository.removed)
            if not self.reads_git:
                for key in repository.files:
                    earlier = repository.earlier(key)
                    if earlier.object and not os.path.lexists(
                        os.path.join(repository.root, os.fsdecode(key))
                    ):
                        gone[key] = earlier
            for key, earlier in gone.items():
                whole = os.path.join(repository.root, os.fsdecode(key))
                name = self._name_of(path, whole)
                if name is not None:
                    waiting.setdefault(repository, {})[name] = earlier
        found: dict[str, Before] = {}
        for repository, versions in waiting.items():
            data = repository.contents([one.object for one in versions.values() if one.object is not None])
            for path, content in zip(versions, data, strict=True):
                found[path] = Before(path, content, repository.made)
        return found

    def _name_of(self, path: str, whole: str) -> str | None:
        """Return what a file that is gone is called after what names it; None where nothing does."""
        top = os.path.realpath(path)
        if whole == top:
            return path
        if set(path) & set("*?[") and not os.path.isdir(path):
            is_reached = self._reaches(path, whole)
            return os.path.relpath(whole) if is_reached else None
        way = os.path.relpath(whole, top)
        if way.startswith(os.pardir) or not self._is_draft_of_folder(way):
            return None
        return os.path.join("" if path == os.curdir else path, way)

    def is_new(self, item: Input) -> bool:
        """Whether the older version has no such draft."""
        return self._earlier(item) is None

    def _compares(self, path: str) -> bool:
        """Whether a rule that runs on a draft compares two versions of it."""
        try:
            return any(rule.name in self._comparing for rule in self._settings_for(path).rules)
        except UsageError:  # its configuration is wrong, which is reported with the draft
            return False

    def as_in_git(self, inputs: Sequence[Input]) -> list[Input]:
        """Return the drafts as the index or the newer revision has them, unless the work tree counts."""
        if not self.reads_git:
            return list(inputs)
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
        """Keep the findings of which the place, or a related place, touches a changed line.

        inputs  what was checked
        """
        drafts = {item.path: item for item in inputs}
        always = ALWAYS | self._comparing
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
            return finding.rule in always or any(is_touched(place) for place in places)

        return replace(report, findings=tuple(filter(is_kept, report.findings)))

    def _lines(self, item: Input) -> frozenset[int] | None:
        """Return the changed lines of a draft; None where all of it is new."""
        earlier = self._earlier(item)
        if earlier is None or earlier.object is None:
            return None
        try:
            if not self._differs(item, earlier.object):
                return frozenset()
            (old,) = self._repository(item.path).contents([earlier.object])
            reader = self._reader_for(item.path)
            return changed_lines(_text(reader, item.path, old), _text(reader, item.path, _bytes_of(item)))
        except (OSError, UnreadableError):
            return None

    def _earlier(self, item: Input) -> Earlier | None:
        """Return the file that a draft was; None where it was none, so that all of it is new."""
        repository, key = self._repository(item.path), self._key(item.path)
        earlier = repository.earlier(key)
        if earlier.object is None:
            return None
        is_renamed = earlier.path != key
        return None if is_renamed and not self._was_checked(repository, earlier.path, item) else earlier

    def _differs(self, item: Input, name: bytes) -> bool:
        """Whether a draft is not what an object of git holds; line ends aside. False for one that is gone."""
        try:
            new = _bytes_of(item)
        except OSError:
            return False
        return name not in (object_of(new, name), object_of(new.replace(b"\r\n", b"\n"), name))

    def _was_checked(self, repository: Repository, before: bytes, item: Input) -> bool:
        """Whether a draft was one under its older name too, so that somebody saw the findings on it.

        Where a configuration changed meanwhile, nobody can tell what it said of the older name.
        """
        path = os.path.join(repository.root, os.fsdecode(before))
        suffix = suffix_of(path)
        if any(os.path.basename(os.fsdecode(one)) in _SAYS_WHAT_IS_CHECKED for one in repository.touched):
            return False
        if _in_virtual_environment(path, repository.root):
            return False
        try:
            if self._settings_for(path) != self._settings_for(item.path):
                return False
            if suffix not in self._suffixes and suffix != suffix_of(item.path):
                return False
            return not self._excludes(path) and (self._is_named(item.path) or self._is_reached(path))
        except UsageError:  # its configuration is wrong
            return False

    def _is_reached(self, path: str) -> bool:
        """Whether a folder or a pattern of the command line reaches a path that is free of links."""
        return any(self._reaches(one, path) for one in self._paths)

    def _reaches(self, one: str, path: str) -> bool:
        if os.path.isdir(one):
            return self._is_draft_of_folder(os.path.relpath(path, os.path.realpath(one)))
        folder, rest = split_pattern(one.replace(os.sep, "/"))
        return bool(rest) and Pattern(f"./{rest}", os.path.realpath(folder)).matches(path)

    def _key(self, path: str) -> bytes:
        return self._repository(path).key(path) or b""

    def _repository(self, path: str) -> Repository:
        root = root_of(path)
        if root is None:
            raise UsageError(f"{path} is in no git repository, and --since and --staged ask git what changed")
        if root not in self._repositories:
            self._repositories[root] = Repository(root, self._revisions, staged=self._staged)
        return self._repositories[root]


def _bytes_of(item: Input) -> bytes:
    return read_file(item.path) if item.data is None else item.data


def _text(reader: Reader, path: str, data: bytes) -> str:
    """Return the text of a draft, whose lines are those of its findings. Raises: UnreadableError."""
    return (decode(path, data) if reader.is_text else reader.read(path, data).source).text


def _in_virtual_environment(path: str, root: str) -> bool:
    """Whether a folder between a file and the root of its repository is a virtual environment of Python."""
    folder = os.path.dirname(path)
    while folder != root and len(folder) > len(root):
        if os.path.lexists(os.path.join(folder, VIRTUAL_ENVIRONMENT)):
            return True
        folder = os.path.dirname(folder)
    return False
