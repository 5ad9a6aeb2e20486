"""Two versions of a story side by side, a row a paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct

from copydesk.analyses.likeness.similarity import mismatches
from copydesk.analyses.versions.changes import Comparison
from copydesk.analyses.versions.paragraphs import Fate
from copydesk.analyses.versions.wording import Piece
from copydesk.document import Document
from copydesk.model.prose import OBJECT, BlockKind, Span


class Row(Struct, frozen=True):
    """A paragraph in both versions.

    kind      `headline` or `paragraph`
    fate      what became of it
    old, new  its words in both versions; empty where one has it not
    line      the line of the newer version; of the older one where that has it not
    notes     the numbers of the changes that stand in it, from 1
    """

    kind: str
    fate: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]
    line: int
    notes: tuple[int, ...] = ()


def side_by_side(comparison: Comparison, changes: Sequence[Span | None]) -> Iterator[Row]:
    """Yield the headline, if there is one, and the paragraphs.

    changes  where each change stands in the newer version, None for one of the story as a whole
    """
    older, newer = comparison.older, comparison.newer
    notes = _numbered(newer, changes)
    headlines = _headline(older), _headline(newer)
    if headlines[1] is not None:
        old = older.slice(headlines[0]) if headlines[0] else ""
        new = newer.slice(headlines[1])
        fate = Fate.SAME if old == new else Fate.CHANGED
        yield Row(
            "headline", fate, *_sides(old, new), newer.line(headlines[1]), notes.get(headlines[1].start, ())
        )
    for paragraph in comparison.paragraphs.all:
        old = older.slice(paragraph.old.span) if paragraph.old else ""
        new = newer.slice(paragraph.new.span) if paragraph.new else ""
        line = newer.line(paragraph.new.span) if paragraph.new else 0
        if paragraph.new is None and paragraph.old is not None:
            line = older.line(paragraph.old.span)
        here = notes.get(paragraph.new.start, ()) if paragraph.new else ()
        yield Row("paragraph", paragraph.fate.value, *_sides(old, new), line, here)


def _headline(document: Document) -> Span | None:
    return next((block.span for block in document.blocks if block.kind is BlockKind.HEADLINE), None)


def _numbered(document: Document, changes: Sequence[Span | None]) -> dict[int, tuple[int, ...]]:
    """Return the numbers of the changes that stand in each block, by where it begins."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, change in enumerate(changes, start=1):
        if change is not None and document.blocks:
            numbers[document.block_at(change.start).start].append(number)
    return {start: tuple(found) for start, found in numbers.items()}


def _sides(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces: what the other has too, what is gone, what came."""
    if not (old and new):
        return _merged(_piece([old] if old else [], "kept")), _merged(_piece([new] if new else [], "kept"))
    before, after = _pieces(old), _pieces(new)
    left: list[Piece] = []
    right: list[Piece] = []
    i = j = 0
    for one in mismatches(before, after):
        left += _piece(before[i : one.old.start], "kept") + _piece(
            before[one.old.start : one.old.stop], "gone"
        )
        right += _piece(after[j : one.new.start], "kept") + _piece(
            after[one.new.start : one.new.stop], "came"
        )
        i, j = one.old.stop, one.new.stop
    return _merged(left + _piece(before[i:], "kept")), _merged(right + _piece(after[j:], "kept"))


def _merged(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with changed words in a row as one, and with a sign for what is no prose."""
    merged: list[Piece] = []
    for index, piece in enumerate(pieces):
        text, fate = piece.text.replace(OBJECT, "…"), piece.fate
        is_gap = not text.strip() and 0 < index < len(pieces) - 1
        if merged and is_gap and merged[-1].fate == pieces[index + 1].fate:
            fate = merged[-1].fate
        if merged and merged[-1].fate == fate:
            merged[-1] = Piece(merged[-1].text + text, fate)
        else:
            merged.append(Piece(text, fate))
    return tuple(merged)


def _pieces(text: str) -> list[str]:
    return re.findall(r"\w+(?:['’.,]\w+)*|\s+|[^\w\s]", text)


def _piece(texts: Sequence[str], fate: str) -> list[Piece]:
    return [Piece("".join(texts), fate)] if texts else []  # type: ignore[arg-type]
