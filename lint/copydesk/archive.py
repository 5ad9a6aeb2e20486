"""The drafts of an archive, read one by one for what is counted over all of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.readers import Reader
from copydesk.registry import Registry
from copydesk.runner import CannotReadError, Input, read_input


class Stored(Struct, frozen=True):
    """A draft of an archive, its reader, and what changes when the draft does: its size and age."""

    item: Input
    reader: Reader
    size: int
    changed: int


class Archive(Struct, frozen=True):
    """Reads an archive whenever it is called. Plain values, safe to pickle.

    What cannot be read is passed over: who compares drafts with it has said so already.
    """

    drafts: tuple[Stored, ...]

    def __call__(self) -> Iterator[Document]:
        """The drafts, one at a time."""
        for draft in self.drafts:
            try:
                yield read_input(draft.item, draft.reader)
            except CannotReadError:
                continue


def open_archive(items: Iterable[Input], registry: Registry) -> Archive:
    """The archive that holds these drafts. Nothing is read yet."""
    return Archive(tuple(_stored(item, registry.reader_for(item.path)) for item in items))


def _stored(item: Input, reader: Reader) -> Stored:
    try:
        found = os.stat(item.path)
    except OSError:
        return Stored(item, reader, 0, 0)
    return Stored(item, reader, found.st_size, found.st_mtime_ns)
