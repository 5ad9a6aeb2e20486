"""Places of words in the bytes of a Word document, and splices between them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct

from copydesk.errors import CannotWriteError
from copydesk.readers.word.paragraphs import NAMESPACES, Chunk, Paragraph, Run

ODD = "was not changed: its XML is not as Word writes it. Open it in Word and save it again"

_PIECE = re.compile(
    rb"(?P<nothing><!\[CDATA\[|\]\]>|<!--.*?-->|<\?.*?\?>)|\r\n|&[^;]{1,10};|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*",
    re.DOTALL,
)
"""A character as a part has it, or what stands for none."""
_PRESERVE = b' xml:space="preserve"'
_TEXT = b"<w:t" + _PRESERVE + b">"
_HEAD = 20_000
"""Bytes of a part within which its root element stands."""


class Splice(Struct, frozen=True, order=True):
    """Bytes in the place of a stretch of a part. Those at one place go in the order of their ranks."""

    start: int
    end: int
    rank: int
    words: bytes


class Cut(Struct, frozen=True, order=True):
    """A place between two characters: its byte, what is closed before it, and opened again after it."""

    at: int
    close: bytes = b""
    open: bytes = b""


def namespace(xml: bytes) -> str:
    """Return the namespace of Word's elements in a part.

    Raises: CannotWriteError where none is called `w:…`.
    """
    head = xml[:_HEAD]
    for one in NAMESPACES:
        if f'xmlns:w="{one}"'.encode() in head or f"xmlns:w='{one}'".encode() in head:
            return one
    raise CannotWriteError(ODD)


def spliced(xml: bytes, splices: Iterable[Splice]) -> bytes:
    """Return the part with new bytes in it.

    Raises: CannotWriteError where two splices take the same bytes.
    """
    parts, at = [], 0
    for splice in sorted(set(splices)):
        if splice.start < at:
            raise CannotWriteError(ODD)
        parts += [xml[at : splice.start], splice.words]
        at = splice.end
    return b"".join([*parts, xml[at:]])


def chunk_from(paragraph: Paragraph, offset: int) -> Chunk | None:
    """Return the piece of text that holds the character after an offset, of those that stand in runs."""
    return next((c for c in paragraph.chunks if c.run and c.at + len(c.text) > offset), None)


def chunk_up_to(paragraph: Paragraph, offset: int) -> Chunk | None:
    """Return the piece of text that holds the character before an offset, of those that stand in runs."""
    return next((c for c in reversed(paragraph.chunks) if c.run and c.at < offset), None)


def cut_before(xml: bytes, chunk: Chunk, offset: int) -> Cut:
    """Return the place before a character of a piece of text, at an offset of its paragraph."""
    run = _run(chunk)
    if offset > chunk.at:
        return _inside(xml, chunk, offset)
    if not xml[_content(xml, run) : chunk.tag].strip():
        return Cut(run.start)
    return Cut(chunk.tag, b"</w:r>", opening(xml, run))


def cut_after(xml: bytes, chunk: Chunk, offset: int) -> Cut:
    """Return the place after a character of a piece of text, at an offset of its paragraph."""
    run = _run(chunk)
    if offset < chunk.at + len(chunk.text):
        return _inside(xml, chunk, offset)
    end = chunk_end(xml, chunk)
    if xml[end : run.end].strip() == b"</w:r>":
        return Cut(run.end)
    return Cut(end, b"</w:r>", opening(xml, run))


def preserved(xml: bytes, chunk: Chunk) -> list[Splice]:
    """Return the splices that keep the blanks at the ends of a cut piece of text; empty if it needs none."""
    start = _open_end(xml, chunk)
    if chunk.close == chunk.tag or b"xml:space" in xml[chunk.tag : start]:
        return []
    at = chunk.tag + len(b"<w:t")
    first, last = byte_at(xml, chunk, chunk.at), byte_at(xml, chunk, chunk.at + len(chunk.text))
    blanks = [Splice(start, first, 0, b""), Splice(last, chunk.close, 0, b"")]
    return [Splice(at, at, 0, _PRESERVE), *(one for one in blanks if one.start < one.end)]


def opening(xml: bytes, run: Run) -> bytes:
    """Return the bytes that open a run like this one, its properties included."""
    first, last = run.props
    tag = xml[run.start : xml.index(b">", run.start) + 1]
    if not tag.startswith(b"<w:r"):
        raise CannotWriteError(ODD)
    return tag + xml[first:last]


def chunk_end(xml: bytes, chunk: Chunk) -> int:
    """Return the byte after the element of a piece of text."""
    return xml.index(b">", chunk.close) + 1


def _inside(xml: bytes, chunk: Chunk, offset: int) -> Cut:
    return Cut(
        byte_at(xml, chunk, offset),
        b"</w:t></w:r>",
        opening(xml, _run(chunk)) + _TEXT,
    )


def byte_at(xml: bytes, chunk: Chunk, offset: int) -> int:
    """Return the byte at which a character begins, at an offset of its paragraph; or the end of the text."""
    left = offset - chunk.at + chunk.skipped
    at = _open_end(xml, chunk)
    for piece in _PIECE.finditer(xml, at, chunk.close):
        if not left and piece["nothing"] is None:
            return piece.start()
        if piece["nothing"] is None:
            left -= 1
        at = piece.end()
    if left:
        raise CannotWriteError(ODD)
    return at


def _run(chunk: Chunk) -> Run:
    if chunk.run is None:  # only pieces of text in runs are cut
        raise CannotWriteError(ODD)
    return chunk.run


def _content(xml: bytes, run: Run) -> int:
    """Return the byte at which the content of a run begins, after its properties."""
    return run.props[1] or xml.index(b">", run.start) + 1


def _open_end(xml: bytes, chunk: Chunk) -> int:
    return xml.index(b">", chunk.tag) + 1
