"""The drafts of an archive, asked one by one for what is counted over all of them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from msgspec import Struct

from copydesk.document import Document
from copydesk.errors import CannotReadError
from copydesk.plugins.registry import Registry
from copydesk.readers import Reader
from copydesk.run.inputs import Input, read_input

AnswerT = TypeVar("AnswerT")


class Stored(Struct, frozen=True):
    """A draft of an archive, its reader, and what changes when the draft does: its size and age."""

    item: Input
    reader: Reader
    size: int
    changed: int


class Archive(Struct, frozen=True):
    """An archive that is read anew for each function applied to it. Plain values, safe to pickle.

    What cannot be read is passed over: who compares drafts with it has said so already.
    """

    drafts: tuple[Stored, ...]

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


def _stored(item: Input, reader: Reader) -> Stored:
    try:
        found = os.stat(item.path)
    except OSError:
        return Stored(item, reader, 0, 0)
    return Stored(item, reader, found.st_size, found.st_mtime_ns)
