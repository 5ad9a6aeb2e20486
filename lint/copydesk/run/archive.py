"""The drafts of an archive, asked one by one for what is counted over all of them: words, people."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from copydesk.document import Document
from copydesk.errors import CannotReadError
from copydesk.plugins.registry import Registry
from copydesk.readers import Reader
from copydesk.run.inputs import Input, read_input
from copydesk.run.jobs import Progress

if TYPE_CHECKING:
    from copydesk.house.names.known import Names
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Workers

AnswerT = TypeVar("AnswerT")


class Stored(Struct, frozen=True):
    """A draft of an archive, its reader, and what changes when the draft does: its size and age."""

    item: Input
    reader: Reader
    size: int
    changed: int


class Archive(Struct, frozen=True, dict=True):
    """An archive that is read anew for each function applied to it. Plain values, safe to pickle.

    What cannot be read is passed over: who compares drafts with it has said so already.
    """

    drafts: tuple[Stored, ...]

    @cached_property
    def packed(self) -> bytes:
        """What tells the archive from another, as bytes; every rule that may ask it is known by that."""
        said = (
            f"{one.item.path}\0{one.size}\0{one.changed}\0{one.reader.name}\0{one.item.dating}"
            for one in self.drafts
        )
        return "\n".join(said).encode("utf-8", "surrogatepass")

    def __call__(self, question: Callable[[Document], AnswerT]) -> Iterator[AnswerT]:
        """Yield the result of a function for each draft of the archive."""
        for draft in self.drafts:
            try:
                document = read_input(draft.item, draft.reader)
            except CannotReadError:
                continue
            yield question(document)


def open_archive(items: Iterable[Input], registry: Registry) -> Archive:
    """Build the archive of these drafts without reading any."""
    return Archive(tuple(_stored(item, registry.reader_for(item.path)) for item in items))


def names_of(
    archive: Sequence[Input],
    registry: Registry,
    workers: Workers | None = None,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Names:
    """Return the people of an archive.

    cache  an open one: it has what each draft says, and the whole as long as no draft changes its size or age

    What cannot be read is passed over, as it is where drafts are compared with the archive.
    """
    from copydesk.house.names.count import count_names, read_article
    from copydesk.house.names.known import Names
    from copydesk.run.questions import Drafts

    key = None if cache is None else _names_key(archive, registry)
    packed = None if cache is None or key is None else cache.get(key)
    if packed is not None:
        try:
            return Names.unpacked(packed)
        except ValueError:
            pass
    drafts = Drafts(archive, registry, workers, progress, cache=cache)
    names = count_names(drafts.ask(read_article))
    if cache is not None and key is not None:
        cache.put([(key, names.packed)])
    return names


def days_of_git(paths: Iterable[str]) -> dict[str, str]:
    """Return the days on which git first had some files; a file that it does not know is left out."""
    from copydesk.files.repository import ask_git, name_in, root_of

    by_root: dict[str, dict[str, str]] = {}
    for path in paths:
        root = None if "://" in path else root_of(path)
        if root is not None:
            by_root.setdefault(root, {})[name_in(root, path)] = path
    found: dict[str, str] = {}
    for root, files in by_root.items():
        log = ask_git(
            root,
            "log",
            "-z",
            "--format=%x01%cs",
            "--name-only",
            "--diff-filter=A",
            "--no-renames",
            "HEAD",
            "--",
        )
        for commit in (log or b"").split(b"\x01")[1:]:  # the newest first
            day, _, names = commit.partition(b"\0")
            for name in names.split(b"\0"):
                path = files.get(os.fsdecode(name.lstrip(b"\n")), "")
                if path:
                    found[path] = day.decode("ascii", "replace").strip()
    return found


def _stored(item: Input, reader: Reader) -> Stored:
    try:
        found = os.stat(item.path)
    except OSError:
        return Stored(item, reader, 0, 0)
    return Stored(item, reader, found.st_size, found.st_mtime_ns)


def _names_key(archive: Iterable[Input], registry: Registry) -> bytes | None:
    """Return what the names of an archive are kept under; None where nobody can tell that a draft changed."""
    from copydesk.work.digests import digest, of_code

    stored = open_archive(archive, registry)
    drafts = stored.drafts
    if not all(draft.changed for draft in drafts):
        return None
    code = of_code({__name__, *(draft.reader.read.__module__ for draft in drafts)})
    return digest(b"names", code, os.getcwdb(), stored.packed)
