"""New words into the bytes of a file, and a file onto the disk, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from copydesk.model.prose import Span
from copydesk.model.source import Source


class Splice(Struct, frozen=True):
    """Words that take the place of a stretch of the file, in code points of the decoded file."""

    stretch: Span
    words: str


def spliced(source: Source, data: bytes, splices: Iterable[Splice]) -> bytes:
    """Replace spans of a file; every byte outside them is kept.

    source   the file as it was decoded
    data     its bytes, a byte order mark included
    splices  in the order of the file; none overlaps another

    Raises UnicodeEncodeError for words that the encoding of the file cannot write.
    """
    text = source.text
    # What stands before the text is the byte order mark.
    at = len(data) - _size(source, text)
    parts = [data[:at]]
    done = 0
    for splice in splices:
        stretch = splice.stretch
        size = _size(source, text[done : stretch.start])
        parts += [data[at : at + size], splice.words.encode(source.encoding)]
        at += size + _size(source, text[stretch.start : stretch.end])
        done = stretch.end
    return b"".join([*parts, data[at:]])


def _size(source: Source, text: str) -> int:
    """Return how many bytes a stretch of the text has in the file."""
    # As it is read, Windows-1252 has characters for bytes that the codec does not know.
    return len(text) if source.encoding == "windows-1252" else len(text.encode(source.encoding))
