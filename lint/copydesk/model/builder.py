"""Builds a draft's prose piece by piece, in the order of the file."""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from copydesk.model.prose import DECOMPOSED, MARKS, OBJECT, Block, BlockKind, Note, Prose, composed
from copydesk.model.source import LINE_END, Segment, Source, SourceMap


class _Piece(Struct, frozen=True, gc=False):
    """Prose, and the stretch of the file that it was read from."""

    text: str
    start: int
    end: int

    def part(self, first: int, last: int) -> _Piece:
        """Characters `first:last` of the piece; one that was replaced keeps its whole stretch."""
        if len(self.text) != self.end - self.start:
            return _Piece(self.text[first:last], self.start, self.end)
        return _Piece(self.text[first:last], self.start + first, self.start + last)


class ProseBuilder:
    """Build the prose of a draft, piece by piece, in file order. Readers use it.

    Every piece says which stretch of the file it was read from, so the map back is right by
    construction. Offsets are code points of the decoded file.

    A block loses the white space at its ends, and one in which nothing is left, or only `OBJECT`s, is
    dropped: a reader may open a block before it knows whether the file puts a word in it.
    """

    def __init__(self, source: Source) -> None:
        self.kind = BlockKind.PARAGRAPH
        """What the open block is; it may be changed until the block is closed."""
        self._source = source
        self._text: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._notes: list[Note] = []
        self._dates: dict[str, str] = {}
        self._length = 0
        self._pieces: list[_Piece] = []
        self._pending = 0
        self._first_note = 0
        self.composes = not source.text.isascii() and re.search(MARKS, source.text) is not None

    @property
    def finished(self) -> int:
        """How many blocks are finished."""
        return len(self._blocks)

    @property
    def pending(self) -> str:
        """The text of the open block so far."""
        return "".join([piece.text for piece in self._pieces])

    def open(self, kind: BlockKind) -> None:
        """Begin a block; the one before is closed."""
        self.close()
        self.kind = kind

    def copy(self, start: int, end: int) -> None:
        """Add `start:end` of the file. It must hold no line end.

        A letter with its accents as signs of their own becomes one code point, where there is one: a name
        reads the same however it was typed.
        """
        text = self._source.text
        if self.composes:
            at = start
            for match in re.compile(DECOMPOSED).finditer(text, start, end):
                letter = composed(match[0])
                if letter != match[0]:
                    self._add(text[at : match.start()], at, match.start())
                    self._add(letter, *match.span())
                    at = match.end()
            start = at
        self._add(text[start:end], start, end)

    def copy_lines(self, start: int, end: int) -> None:
        """Add `start:end` of the file; a line end, with the spaces around it, becomes one space."""
        at = start
        for match in LINE_END.finditer(self._source.text, start, end):
            if match.start() < at:
                continue
            before, after = match.start(), match.end()
            while before > at and self._source.text[before - 1] in " \t":
                before -= 1
            while after < end and self._source.text[after] in " \t\r\n":
                after += 1
            self.copy(at, before)
            self.replace(" ", before, after)
            at = after
        self.copy(at, end)

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for `start:end` of the file: an entity, an escape, a soft break."""
        self._add(text, start, end)

    def note(self, text: str, start: int, end: int, *, quoted: bool = False) -> None:
        """Keep a note that stands at `start:end` of the file, out of the prose.

        quoted  whether it stands among words of others
        """
        self._notes.append(Note(text, start, end, self._next + self._pending, quoted))

    def date(self, key: str, text: str) -> None:
        """Keep what may be a date of the metadata, as it is written there. It is not part of the prose.

        key  as it is written; the first of its dates counts
        """
        self._dates.setdefault(key, text)

    def split(self, kind: BlockKind, end: int, resume: int) -> None:
        """Make the first `end` characters of the open block a block of its own, of another kind.

        What lies between `end` and `resume` is dropped. The rest stays open.
        """
        first, rest = _cut(self._pieces, 0, end), _cut(self._pieces, resume, self._pending)
        self._finish(kind, first)
        self._pieces = []
        self._pending = 0
        for piece in rest:
            self._add(piece.text, piece.start, piece.end)

    def close(self) -> None:
        """End the open block."""
        if not self._pieces and self._first_note == len(self._notes):
            return
        pieces, self._pieces = self._pieces, []
        self._pending = 0
        text = pieces[0].text if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        size = len(text.rstrip()) if text.replace(OBJECT, "").strip() else 0
        if size:
            self._finish(self.kind, pieces if size == len(text) else _cut(pieces, 0, size))
        if self._first_note < len(self._notes):
            self._end_notes(self._length if size else self._next)

    def build(self) -> Prose:
        """Return the document, with the last block closed."""
        self.close()
        return Prose(
            self._source,
            "".join(self._text),
            self._blocks,
            SourceMap(self._segments, self._length),
            sorted(
                (replace(note, at=min(note.at, self._length)) for note in self._notes),
                key=lambda note: note.start,
            ),
            self._dates,
        )

    @property
    def _next(self) -> int:
        """Where the open block begins, or the next one would."""
        return self._length + 1 if self._blocks else 0

    def _end_notes(self, last: int) -> None:
        """Move notes after the last word of a block to that block."""
        for index in range(self._first_note, len(self._notes)):
            note = self._notes[index]
            self._notes[index] = replace(note, at=min(note.at, last))
        self._first_note = len(self._notes)

    def _add(self, text: str, start: int, end: int) -> None:
        piece = _Piece(text, start, end)
        if not self._pieces and text[:1].isspace():
            piece = piece.part(len(text) - len(text.lstrip()), len(text))
        if piece.text:
            self._pieces.append(piece)
            self._pending += len(piece.text)

    def _finish(self, kind: BlockKind, pieces: list[_Piece]) -> None:
        texts, segments, at = self._text, self._segments, self._length
        if segments:
            # The break between two blocks stands for what the file has between them.
            before, after = segments[-1].source_end, pieces[0].start
            segments.append(Segment(at, before if before < after else after, after))
            texts.append("\n")
            at += 1
        start = at
        for piece in pieces:
            segments.append(Segment(at, piece.start, piece.end))
            texts.append(piece.text)
            at += len(piece.text)
        self._blocks.append(Block(kind, start, at))
        self._length = at


def _cut(pieces: list[_Piece], start: int, end: int) -> list[_Piece]:
    """Characters `start:end` of the pieces together."""
    parts = []
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            parts.append(piece.part(first, last))
        at += len(piece.text)
    return parts
