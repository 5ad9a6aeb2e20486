"""Changes in words, as an editor marks them: `"We [don't -> won't] sell the pier"`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal

from msgspec import Struct

from copydesk.document import Document
from copydesk.model.prose import OBJECT, Span

Stretches = tuple[Span, Span]
"""A stretch of the older version and the one that stands in its place; one of the two may be empty."""

AROUND = 40
"""Characters shown before the first change, and after the last."""

BETWEEN = 60
"""Characters between two changes beyond which they are left out."""

LONGEST = 80
"""Characters of a stretch that are shown."""

ARROW = "->"


class Piece(Struct, frozen=True):
    """A piece of a changed text: words that were kept, words that are gone, words that came."""

    text: str
    fate: Literal["kept", "gone", "came"] = "kept"


def redline(
    older: Document, newer: Document, within: Span, stretches: Sequence[Stretches]
) -> tuple[Piece, ...]:
    """Return the words of a stretch of the newer version with its changes, shortened around them.

    within     the stretch of the newer version
    stretches  in the order of the text
    """
    pieces: list[Piece] = []
    at = within.start
    for number, (old, new) in enumerate(stretches):
        between = newer.text[at : new.start]
        if number == 0:
            between = last_words(between, AROUND)
        elif len(between) > BETWEEN:
            between = f"{first_words(between, AROUND)} {last_words(between, AROUND).removeprefix('… ')}"
        is_glued = new.start == new.end and between[-1:].strip() != ""
        pieces.append(Piece(f"{between} " if is_glued else between))
        pieces += replaced(older.slice(old), newer.slice(new))
        at = new.end
        is_glued = new.start == new.end < within.end and newer.text[at : at + 1].strip() != ""
        if is_glued and older.text[old.end : old.end + 1].isspace():
            pieces.append(Piece(" "))
    pieces.append(Piece(first_words(newer.text[at : within.end], AROUND)))
    return tuple(Piece(piece.text.replace(OBJECT, "…"), piece.fate) for piece in pieces if piece.text)


def replaced(before: str, after: str) -> tuple[Piece, ...]:
    """Return one text in the place of another."""
    sides = (Piece(_shortened(before), "gone"), Piece(_shortened(after), "came"))
    return tuple(side for side in sides if side.text)


def plain(pieces: Iterable[Piece]) -> str:
    """Return pieces as plain text: `[old -> new]`, `[old ->]`, `[-> new]` and what was kept."""
    return "".join(_plain(pieces)).strip()


def _plain(pieces: Iterable[Piece]) -> Iterator[str]:
    for is_kept, group in groupby(pieces, key=lambda piece: piece.fate == "kept"):
        if is_kept:
            yield from (piece.text for piece in group)
        else:
            sides = {piece.fate: piece.text for piece in group}
            words = (sides.get("gone", ""), ARROW, sides.get("came", ""))
            yield f"[{' '.join(filter(None, words))}]"


def first_words(text: str, length: int) -> str:
    """Return the first words of a text, with an ellipsis for what follows."""
    if len(text) <= length:
        return text
    cut = text[:length]
    return f"{cut.rpartition(' ')[0] or cut} …"


def last_words(text: str, length: int) -> str:
    """Return the last words of a text, with an ellipsis for what comes before."""
    if len(text) <= length:
        return text
    cut = text[-length:]
    return f"… {cut.partition(' ')[2] or cut}"


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST // 2].rstrip()} … {text[-LONGEST // 3 :].lstrip()}"
