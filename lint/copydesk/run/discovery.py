"""From what was named on the command line to the drafts that are to be read."""

# Paths stay strings: reports name a file as it was typed, and `os.path` answers where pathlib raises.

from __future__ import annotations

import os
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from msgspec import Struct

from copydesk.config.settings import ConfiguredValue
from copydesk.files.globs import MAGIC
from copydesk.files.links import LEADS_OUT, enclosing_root, is_inside, leads_out, shown
from copydesk.files.names import is_set_aside, suffix_of
from copydesk.files.reading import read_file, reason
from copydesk.model.report import Problem
from copydesk.readers import SHARED_SUFFIXES
from copydesk.run.inputs import LARGEST, Input

STDIN = "-"
NOT_DRAFTS = {"node_modules", "__pycache__"}
VIRTUAL_ENVIRONMENT = "pyvenv.cfg"


class Discovered(Struct, frozen=True):
    """The drafts that paths name, each file once, in path order; and the paths that name none.

    files     the files that were named themselves
    searches  by each folder, pattern and address that was named: the drafts that it holds
    unread    the files of folders that hold prose in formats that nobody reads
    ignored   how many drafts `.gitignore` leaves out
    """

    inputs: list[Input]
    problems: list[Problem]
    files: Sequence[str] = ()
    searches: Mapping[str, Sequence[str]] = {}
    unread: Sequence[str] = ()
    ignored: int = 0

    @property
    def named(self) -> list[str]:
        """Return the paths of drafts that were named or match a pattern; the others come from folders."""
        patterns = (files for path, files in self.searches.items() if not os.path.isdir(path))
        named = {os.path.realpath(path) for path in chain(self.files, *patterns)}
        return [
            item.path for item in self.inputs if item.data is not None or os.path.realpath(item.path) in named
        ]


def find_drafts(
    paths: Iterable[str],
    suffixes: Collection[str],
    texts: Iterable[Input] = (),
    *,
    gitignore: bool = True,
    follow_links: bool = False,
) -> Discovered:
    """Find the drafts that paths name.

    paths     files, folders (searched for files of known suffixes), patterns such as `drafts/**/*.md`,
              addresses such as `s3://desk/drafts`, and `-` for standard input
    suffixes  the known ones, lower case, with the dot
    texts     drafts that were read already: what came on standard input, or is in an editor's buffer. One
              that goes by the name of a file is the newer text of that file
    gitignore whether folders and patterns leave out what a `.gitignore` does, and git does not track
    follow_links
              whether a folder is searched that is a link out of its repository (or, where there is none, out
              of the folder that was named); else it is a problem

    A file is found under one path only: its own rather than that of a link to it. One that does not exist
    is found too: whoever reads it says so.
    """
    files: list[str] = []
    problems: list[Problem] = []
    found = {os.path.realpath(text.path): text for text in texts}
    searches: dict[str, list[str]] = {}
    unread: dict[str, None] = {}
    barred: dict[str, str] = {}
    for path in dict.fromkeys(paths):
        if path == STDIN and found:
            continue
        search = _Search(suffixes, problems, follow_links=follow_links)
        before = len(problems)
        matches = search.files(path)
        unread.update(dict.fromkeys(search.unread))
        barred.update(search.barred)
        if matches == [path]:
            files.append(path)
        elif matches or search.barred or len(problems) != before:
            searches[path] = matches
        else:
            problems.append(Problem(_nothing_at(path, suffixes), path))
    listed = [*chain.from_iterable(searches.values()), *unread, *barred]
    ignored = _ignored(listed) if gitignore else set()
    problems += [Problem(why, folder) for folder, why in barred.items() if folder not in ignored]
    for path, matches in searches.items():
        searches[path] = [match for match in matches if match not in ignored]
        if matches and not searches[path]:
            problems.append(Problem(_nothing_left(len(matches)), path))
    _each_once([*files, *chain.from_iterable(searches.values())], found)
    return Discovered(
        sorted(found.values(), key=lambda item: item.path),
        list(dict.fromkeys(problems)),
        files,
        searches,
        [path for path in unread if path not in ignored],
        len(ignored.difference(unread, barred, files)),
    )


def _ignored(files: Collection[str]) -> set[str]:
    local = [path for path in files if "://" not in path]
    if not local:
        return set()
    from copydesk.files.gitignore import left_out_by_gitignore

    return left_out_by_gitignore(local)


def _nothing_left(ignored: int) -> str:
    drafts, them = ("the draft", "it") if ignored == 1 else (f"all {ignored:,} drafts", "them")
    return f"nothing is left here: .gitignore leaves out {drafts} (--no-respect-gitignore reads {them})"


def find_archive(shelves: Iterable[ConfiguredValue], suffixes: Collection[str]) -> Discovered:
    """Find the drafts of an archive: what `House.archive` says of it. Nothing is read.

    A part of the archive that holds no draft is a problem, and so is a link that leads out of what its
    configuration may reach: it is not followed.
    """
    problems: list[Problem] = []
    found: dict[str, Input] = {}
    for given in shelves:
        shelf = given.value
        text, folder, pattern, root = shelf.text, shelf.folder, shelf.pattern, shelf.root
        before = len(problems)
        search = _Search(suffixes, problems, root)
        files = [path for path in search.files(pattern, folder) if _is_there(path)]
        if not files and len(problems) == before:
            problems.append(Problem(str(given.error(f'no draft of the archive matches "{text}"'))))
        _each_once(map(shown, files), found)
    return Discovered(sorted(found.values(), key=lambda item: item.path), list(dict.fromkeys(problems)))


def _nothing_at(path: str, suffixes: Collection[str]) -> str:
    if "://" in path:
        return "there is no draft at this address"
    if os.path.isdir(path):
        return f"there is no draft in this folder (drafts are files in {', '.join(sorted(suffixes))})"
    return "no draft matches this pattern"


def _is_there(path: str) -> bool:
    return "://" in path or os.path.lexists(path)


class _Search:
    """Looks for drafts in folders and by patterns.

    suffixes  what a draft of a folder ends in
    problems  where what cannot be searched goes
    root      nothing outside this folder is looked at, links followed
    follow_links  whether folders are searched that are links out of their repository; with a root none is
    unread    the files of folders that hold prose in a format that nobody reads
    barred    the folders that are not searched because they are links out, each with the reason
    """

    def __init__(
        self,
        suffixes: Collection[str],
        problems: list[Problem],
        root: str | None = None,
        *,
        follow_links: bool = False,
    ) -> None:
        self._suffixes = suffixes
        self._problems = problems
        self._root = root
        self._follow_links = follow_links
        self._named = os.curdir
        self._links: dict[str, bool] = {}
        self.unread: list[str] = []
        self.barred: dict[str, str] = {}

    def files(self, path: str, folder: str = "") -> list[str]:
        """Return the drafts that a file, a folder or a pattern names, counted from `folder`.

        An address is kept as it is.
        """
        if "://" in path and not folder:
            return self._remote(path)
        whole = os.path.join(folder, path) if path else folder
        is_path = MAGIC.isdisjoint(path) or os.path.lexists(whole)
        self._named = whole if is_path else _before_magic(path, folder)
        files: list[str] = []
        for match in [whole] if is_path else self._expand(path, folder):
            if not os.path.isdir(match):
                if is_path or not is_set_aside(match):
                    files.append(match)
                continue
            for below, names in self._walk(match):
                for name in names:
                    suffix = suffix_of(name)
                    if is_set_aside(name):
                        continue
                    if suffix in self._suffixes and _may_be_draft(os.path.join(below, name), suffix):
                        files.append(os.path.join(below, name))
                    elif _holds_prose(suffix):
                        self.unread.append(os.path.join(below, name))
        return [file for file in files if self._may_see(file)]

    def _remote(self, address: str) -> list[str]:
        """Return the drafts at an address; where nobody answers, that is a problem."""
        from copydesk.files.remote import find_remote
        from copydesk.readers.unread import PROSE

        try:
            suffixes = set(self._suffixes) - SHARED_SUFFIXES
            return list(find_remote(address, suffixes, PROSE - suffixes, self.unread))
        except FileNotFoundError:
            self._problems.append(Problem("there is no such file or folder", address))
        except OSError as error:
            self._problems.append(Problem(f"this address cannot be read: {error.strerror}", address))
        return []

    def _may_see(self, path: str) -> bool:
        """Whether a file or folder lies in the root; one that does not is a problem."""
        if self._root is None or is_inside(path, self._root):
            return True
        self._problems.append(Problem("is a link that leads outside the repository", shown(path)))
        return False

    def _may_enter(self, folder: str) -> bool:
        """Whether a folder may be searched; one that is a link out, or lies behind one, is barred."""
        if self._root is not None or self._follow_links:
            return self._may_see(folder)
        named = os.path.realpath(self._named)
        if leads_out(folder, self._links):
            why = LEADS_OUT
        elif is_inside(folder, named) or os.path.lexists(os.path.join(enclosing_root(named), ".git")):
            return True
        else:
            why = "is a link that leads outside the folder that was named: --follow-links reads it"
        self.barred[folder] = why
        return False

    def _walk(self, top: str) -> Iterator[tuple[str, list[str]]]:
        """Yield the folders in and below `top`, each once, with the names of their files.

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
            if folder != top and os.path.lexists(os.path.join(folder, VIRTUAL_ENVIRONMENT)):
                continue
            names = [name for name in self._names(folder) if not name.startswith(".")]
            files = []
            for name in names:
                path = os.path.join(folder, name)
                if not os.path.isdir(path):
                    files.append(name)
                elif name not in NOT_DRAFTS:
                    # Links come last, so that what they lead to goes by its own path where it has one here.
                    queue.append(path) if os.path.islink(path) else queue.appendleft(path)
            yield folder, files

    def _expand(self, pattern: str, top: str) -> list[str]:
        """Return the files and folders that match a pattern; `**` stands for any folders, or none."""
        from fnmatch import fnmatch
        from pathlib import PurePath

        path = PurePath(pattern)
        matches = [path.anchor or top]
        for part in path.parts[1:] if path.anchor else path.parts:
            if part == "**":
                matches = [folder for match in matches for folder, _ in self._walk(match or os.curdir)]
            elif MAGIC.isdisjoint(part):
                matches = [os.path.join(match, part) for match in matches if self._may_see(match)]
            else:
                matches = [
                    os.path.join(match, name)
                    for match in matches
                    if os.path.isdir(match or os.curdir)
                    for name in self._names(match)
                    if fnmatch(name, part)
                    and name.startswith(".") == part.startswith(".")
                    and name not in NOT_DRAFTS
                ]
            matches = sorted({match for match in matches if os.path.lexists(match or os.curdir)})
        return matches

    def _names(self, folder: str) -> list[str]:
        """Return the sorted names in a folder; one that is not read is noted as a problem and has none."""
        if not self._may_enter(folder):
            return []
        try:
            return sorted(os.listdir(folder or os.curdir))
        except OSError as error:
            problem = f"this folder cannot be read: {reason(error)}"
            self._problems.append(Problem(problem, folder))
            return []


def _before_magic(pattern: str, folder: str) -> str:
    """Return the folder that a pattern is looked for in: the parts before the first with a sign in it."""
    from itertools import takewhile
    from pathlib import PurePath

    return os.path.join(folder, *takewhile(MAGIC.isdisjoint, PurePath(pattern).parts)) or os.curdir


def _may_be_draft(path: str, suffix: str) -> bool:
    """Whether a file of a folder is one, where its suffix alone does not say so."""
    if suffix not in SHARED_SUFFIXES:
        return suffix not in (".html", ".htm") or not _is_report(path)
    from copydesk.readers.cms import may_be_article

    try:
        return may_be_article(read_file(path, LARGEST))
    except OSError:
        return False


def _is_report(path: str) -> bool:
    """Whether a page is a report of copydesk itself."""
    from copydesk.readers.html import HEAD, is_report

    try:
        return is_report(read_file(path, HEAD))
    except (OSError, ValueError):
        return False


def _holds_prose(suffix: str) -> bool:
    """Whether an article may come in files of a suffix that nobody reads."""
    from copydesk.readers.unread import PROSE

    return suffix in PROSE


def _each_once(files: Iterable[str], found: dict[str, Input]) -> None:
    """Add each file under one path: its own rather than that of a link to it."""
    real = {path: os.path.realpath(path) for path in files}
    for path in sorted(real, key=lambda path: (real[path] != os.path.abspath(path), path)):
        found.setdefault(real[path], Input(path))
