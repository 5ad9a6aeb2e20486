"""A git repository, asked through git's own program. Nothing is written to it, and nothing is fetched.

git is only asked of what it has stored: objects, and the index. It never looks at the work tree, whose files
go through the filters that settings and attributes name: copydesk reads and compares those itself.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import cached_property

from msgspec import Struct

from copydesk.errors import GitError, UsageError
from copydesk.files.links import is_inside
from copydesk.files.programs import find_program
from copydesk.files.reading import reason

INDEX = "index"
WORK_TREE = "work tree"

_COMPARE = ("-z", "-M", "--raw", "--no-abbrev", "--ignore-submodules=all")
_REGULAR = (b"100644", b"100755")
_LINK = b"120000"
_ADVICE = "fetch more of its history, in GitHub Actions with `fetch-depth: 0`"

# No setting of the repository may run a program, nothing that a partial clone lacks is fetched, and what the
# history holds is what was committed, not what refs/replace or grafts put in its place.
_SETTINGS = (
    "--no-pager",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "safe.bareRepository=explicit",
    "-c",
    "protocol.allow=never",
    "-c",
    "advice.graftFileDeprecated=false",
)
# git takes every word for the name of a protocol that is allowed, an empty one too (`url = ::x`), and a
# setting may give a program that name. Nobody can guess this one.
_NO_PROTOCOL = os.urandom(16).hex()
_ENVIRONMENT = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": _NO_PROTOCOL,
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_OF_A_HOOK = frozenset(
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_PREFIX"]
)
"""What git tells a hook of the repository that it works on; the drafts may lie in another."""


class Sides(Struct, frozen=True):
    """The two versions that a comparison is of: an older and a newer one.

    base  a commit
    side  INDEX, WORK_TREE, or another commit
    """

    base: str
    side: str


class Earlier(Struct, frozen=True):
    """A file as the older version has it.

    path    under which name
    object  the object; None where it is no regular file there, or is not there
    """

    path: bytes
    object: bytes | None


class _Compared(Struct, frozen=True):
    """The files at which the sides differ: those of the newer one, those that it lacks, all paths of both."""

    changed: dict[bytes, Earlier]
    removed: dict[bytes, Earlier]
    touched: frozenset[bytes]


class Repository:
    """The repository at a folder.

    root       the folder, absolute and free of links
    revisions  as git writes them: REV, REV..REV or REV...REV
    staged     whether the index is compared, and not the work tree

    Raises UsageError where there is no such revision, and where git is not installed.
    """

    def __init__(self, root: str, revisions: str, *, staged: bool) -> None:
        self.root = root
        self.sides = self._sides(revisions, staged=staged)

    def key(self, path: str) -> bytes | None:
        """Return what git calls the file that a path leads to; None for one outside the repository."""
        if not is_inside(os.path.realpath(path), self.root):
            return None
        return os.fsencode(name_in(self.root, path))

    @cached_property
    def made(self) -> datetime:
        """When the newer side was made: the time of the commit, or now."""
        if self.sides.side in (INDEX, WORK_TREE):
            return datetime.now(UTC)
        told = self._git("log", "-1", "--no-show-signature", "--format=%cI", self.sides.side, "--")
        return datetime.fromisoformat(told.decode().strip())

    def earlier(self, key: bytes) -> Earlier:
        """Return the base's version of a file of the newer side, under its name before a rename if need be.

        For the work tree git compares the index, so a file may differ all the same.
        """
        return self._compared.changed.get(key) or Earlier(key, self.files.get(key))

    @property
    def removed(self) -> dict[bytes, Earlier]:
        """Every file that the newer side lacks, under the name that it had; one that was renamed is none."""
        return self._compared.removed

    @property
    def touched(self) -> frozenset[bytes]:
        """Every path that the sides differ at, of either side."""
        return self._compared.touched

    @cached_property
    def _compared(self) -> _Compared:
        base, side = self.sides.base, self.sides.side
        if side in (INDEX, WORK_TREE):
            data = self._git("diff-index", "--cached", *_COMPARE, base, "--")
        else:
            data = self._git("diff-tree", "-r", *_COMPARE, base, side, "--")
        fields = iter(data.split(b"\0"))
        found: dict[bytes, Earlier] = {}
        removed: dict[bytes, Earlier] = {}
        touched: set[bytes] = set()
        for field in fields:
            if not field:
                break
            mode, _, old, _, status = field.lstrip(b":").split(b" ")
            before = path = next(fields)
            if status[:1] in b"RC":
                path = next(fields)
            touched |= {before, path}
            if status[:1] != b"D":
                found[path] = Earlier(before, old if mode in _REGULAR and old.strip(b"0") else None)
            elif mode in _REGULAR:
                removed[path] = Earlier(path, old)
        return _Compared(found, removed, frozenset(touched))

    @property
    def files(self) -> dict[bytes, bytes]:
        """Every regular file of the newer side, with its object; for the work tree those of the index."""
        return self._entries[0]

    @property
    def links(self) -> frozenset[bytes]:
        """Every symbolic link of the newer side."""
        return self._entries[1]

    @cached_property
    def _entries(self) -> tuple[dict[bytes, bytes], frozenset[bytes]]:
        side = self.sides.side
        if side in (INDEX, WORK_TREE):
            lines = self._git("ls-files", "--stage", "-z").split(b"\0")
        else:
            lines = self._git("ls-tree", "-r", "-z", "--full-tree", side).split(b"\0")
        found, links = {}, set()
        for line in lines:
            about, _, path = line.partition(b"\t")
            if about.startswith(_REGULAR):
                found[path] = about.split(b" ")[1 if side in (INDEX, WORK_TREE) else 2]
            elif about.startswith(_LINK):
                links.add(path)
        return found, frozenset(links)

    def contents(self, objects: Sequence[bytes]) -> Iterator[bytes]:
        """Yield the bytes of some objects, in their order."""
        data = self._git("cat-file", "--batch", sent=b"".join(name + b"\n" for name in objects))
        for name, content in zip(objects, batch_of(data), strict=True):
            if content is None:
                raise UsageError(
                    f"git has not all of the history of {self.root}: {name.decode()} is missing ({_ADVICE})"
                )
            yield content

    def _sides(self, revisions: str, *, staged: bool) -> Sides:
        for dots in ("...", ".."):
            first, found, second = revisions.partition(dots)
            if not found:
                continue
            if staged:
                raise UsageError(f"--staged compares the index with one revision, not {revisions}")
            base, side = self._commit(first or "HEAD"), self._commit(second or "HEAD")
            return Sides(self._merge_base(base, side, revisions) if dots == "..." else base, side)
        return Sides(self._commit(revisions), INDEX if staged else WORK_TREE)

    def _commit(self, revision: str) -> str:
        asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        try:
            return self._git(*asked).decode().split()[-1]
        except GitError as error:
            raise self._unknown(f'git knows no revision "{revision}" in {self.root}') from error

    def _merge_base(self, one: str, other: str, revisions: str) -> str:
        try:
            return self._git("merge-base", one, other).decode().split()[0]
        except GitError as error:
            raise self._unknown(f"git finds nothing that both sides of {revisions} come from") from error

    def _unknown(self, message: str) -> UsageError:
        try:
            shallow = self._git("rev-parse", "--is-shallow-repository").strip() == b"true"
        except GitError as error:
            return error
        return UsageError(f"{message}: this clone is shallow, {_ADVICE}" if shallow else message)

    def _git(self, *arguments: str, sent: bytes = b"") -> bytes:
        """Run git and return its output; raises GitError, and UsageError where there is no git."""
        program = find_program("git")
        if program is None:
            raise UsageError("git is not installed, and --since and --staged ask it what changed")
        try:
            done = subprocess.run(  # noqa: S603  the words are ours, and revisions come behind a guard
                [program, *_SETTINGS, "-C", self.root, *arguments],
                input=sent,
                capture_output=True,
                env={**os.environ, **_ENVIRONMENT},
                check=False,
            )
        except OSError as error:
            raise UsageError(f"git cannot be started: {program}: {reason(error)}") from error
        if done.returncode:
            lines = done.stderr.decode("utf-8", "replace").splitlines()
            reasons = [line.removeprefix("fatal: ") for line in lines if line.startswith("fatal: ")]
            why = "; ".join(reasons or lines) or f"exit code {done.returncode}"
            raise GitError(f"git could not say what changed in {self.root}: {why}")
        return done.stdout


def object_of(data: bytes, like: bytes) -> bytes:
    """Return what git calls a file that it stores as it is, in the kind of names that another object has."""
    kind = "sha1" if len(like) == 40 else "sha256"
    import hashlib  # it loads OpenSSL, which takes longer than a short draft

    return hashlib.new(kind, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest().encode()


def batch_of(data: bytes) -> Iterator[bytes | None]:
    """Yield the objects that `git cat-file --batch` wrote, in order; None for one that git does not have."""
    at = 0
    while at < len(data):
        end = data.index(b"\n", at)
        head = data[at:end].rsplit(b" ", 2)
        at = end + 1
        if head[-1] == b"missing":
            yield None
            continue
        size = int(head[-1])
        yield data[at : at + size]
        at += size + 1


def name_in(root: str, path: str) -> str:
    """Return what git calls the file that a path leads to: where it lies below a root, with slashes."""
    return os.path.relpath(os.path.realpath(path), root).replace(os.sep, "/")


def root_of(path: str) -> str | None:
    """Return the root of the git repository that a file or a folder lies in, free of links."""
    folder = os.path.realpath(path)
    while not os.path.lexists(os.path.join(folder, ".git")):
        if os.path.dirname(folder) == folder:
            return None
        folder = os.path.dirname(folder)
    return folder


def ask_git(root: str, *arguments: str, sent: bytes = b"") -> bytes | None:
    """Run git in the repository at a folder, whatever repository a hook runs for.

    sent  what it reads on its standard input

    None where there is no git, or it cannot answer.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    program = find_program("git")
    if program is None:
        return None
    done = subprocess.run(  # noqa: S603  the words are ours
        [program, *_SETTINGS, "-C", root, *arguments],
        input=sent,
        capture_output=True,
        env={**environment, **_ENVIRONMENT},
        check=False,
    )
    return None if done.returncode else done.stdout
