"""Markup of Google Docs and Word beside the words: comments, and the marks that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from copydesk.readers.markup.html.outline import Outline
from copydesk.readers.markup.html.tokens import Token, TokenKind, attributes
from copydesk.readers.parts.notes import notes_of

_COMMENT = re.compile(r"cmnt(\d+)|_?msocom_?(\d+)")
_REFERENCE = re.compile(r"#(?:cmnt(\d+)|_?msocom_?(\d+))")
_STRUCK = re.compile(r"\.(c\d+)\{[^{}]*line-through")


class Cut(Struct, frozen=True):
    """Tokens that are not read.

    start, end  their indexes
    notes       what a comment says that stands here, a note each
    place       where the comment stands in the file
    """

    start: int
    end: int
    notes: list[str] = []
    place: tuple[int, int] = (0, 0)


def find_cuts(outline: Outline) -> list[Cut]:
    """Find the comments of Google Docs and Word: each is a note at its mark, and is cut where it stands."""
    text = outline.text
    if "cmnt" not in text and "msocom" not in text:
        return []
    marks: dict[str, int] = {}
    bodies: dict[str, int] = {}
    for index in outline.indexes("a"):
        found = attributes(text, outline.tokens[index])
        reference = _REFERENCE.fullmatch(text[slice(*found.get("href", (0, 0)))])
        name = _COMMENT.fullmatch(text[slice(*(found.get("id") or found.get("name") or (0, 0)))])
        if name:
            bodies[name[1] or name[2]] = index
        elif reference:
            marks[reference[1] or reference[2]] = index
    cuts = []
    for number, body in bodies.items():
        start = _enclosing(outline, body)
        end = outline.end(start)
        cuts.append(Cut(start, end))
        if number in marks:
            mark = marks[number]
            place = outline.tokens[start].start, outline.tokens[end - 1].end
            notes = notes_of(_lines(outline, outline.end(body), end))
            cuts.append(Cut(mark, outline.end(mark), notes, place))
    return sorted(cuts, key=lambda cut: cut.start)


def struck_classes(outline: Outline) -> frozenset[str]:
    """Return the classes that Google Docs strikes words out with."""
    if "line-through" not in outline.text:
        return frozenset()
    sheets: Iterable[str] = (
        outline.text[outline.tokens[index].end : outline.tokens[outline.end(index) - 1].start]
        for index in outline.indexes("style")
    )
    return frozenset(match[1] for sheet in sheets for match in _STRUCK.finditer(sheet))


def _enclosing(outline: Outline, index: int) -> int:
    """Return the index of the `div`, or else the paragraph, that holds a token."""
    paragraph = index
    for before in range(index - 1, max(-1, index - 12), -1):
        token = outline.tokens[before]
        if token.kind is TokenKind.START and outline.end(before) > index:
            if token.value == "div":
                return before
            if token.value == "p":
                paragraph = before
    return paragraph


def _lines(outline: Outline, start: int, end: int) -> Iterator[str]:
    """The words of each paragraph and line in a stretch of tokens, without the empty ones."""
    pieces: list[str] = []
    at = start
    while at < end:
        token = outline.tokens[at]
        if token.kind is TokenKind.START and token.value == "a" and _leads_back(outline, token):
            at = outline.end(at)
            continue
        at += 1
        if token.kind is TokenKind.TEXT:
            pieces.append(outline.text[token.start : token.end])
        elif token.kind is TokenKind.CHARACTER:
            pieces.append(token.value)
        elif token.value in ("p", "br"):
            yield from _line(pieces)
            pieces.clear()
    yield from _line(pieces)


def _line(pieces: Iterable[str]) -> list[str]:
    """The words of a line as one string; nothing for one without words."""
    words = " ".join("".join(pieces).split())
    return [words] if words else []


def _leads_back(outline: Outline, link: Token) -> bool:
    """Whether a link leads from a comment to its mark: its words are the mark again."""
    place = attributes(outline.text, link).get("href", (0, 0))
    return outline.text[slice(*place)].startswith(("#_msoanchor", "#msoanchor", "#cmnt_ref"))
