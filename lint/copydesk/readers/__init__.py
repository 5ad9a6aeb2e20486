"""Readers turn the bytes of a file into a `Document`. One module a format."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from copydesk.model.prose import Prose

SHARED_SUFFIXES = frozenset({".json"})
"""Suffixes of files that mostly are no drafts: those of a folder are read where they look like an article."""


class Reader(Struct, frozen=True):
    """A file format.

    name      what `--stdin-filename`, examples and reports call it
    suffixes  lower case, with the dot; a folder is searched for these
    read      path (for reports) and bytes in, document out; raises UnreadableError
    is_text   whether its files are text. The `source` of others, such as Word documents, is the text that the
              reader found in them: nothing can be spliced into their bytes
    note      how a note to colleagues is written in this format, `{}` for its words: `--add-stet` writes it.
              Empty where it cannot
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, bytes], Prose]
    is_text: bool = True
    note: str = ""
