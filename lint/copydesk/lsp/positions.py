"""Places of copydesk as positions of the protocol, and back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from lsprotocol import types

from copydesk.model.report import Place
from copydesk.model.source import line_spans

Encoding = types.PositionEncodingKind | str
"""What a client counts characters in: units of UTF-16, UTF-8 or UTF-32."""

_BYTE_ORDER_MARK = "\ufeff"


class Lines:
    """The lines of a text. Columns of copydesk are code points from 1, characters of a client units from 0.

    A byte order mark that the editor left in the text is no character of copydesk's.
    """

    def __init__(self, text: str, encoding: Encoding) -> None:
        self._text = text
        self._spans = [*line_spans(text)]
        self.encoding = encoding
        self._lead = text.startswith(_BYTE_ORDER_MARK)

    def position(self, line: int, column: int) -> types.Position:
        """The position of a line and a column; past the end of the text, its end."""
        line = min(line, len(self._spans))
        start, end = self._spans[line - 1]
        stop = min(start + column - 1 + (self._lead and line == 1), end)
        return types.Position(line - 1, self._units(self._text[start:stop]))

    def range(self, place: Place) -> types.Range:
        """The range of a place."""
        return types.Range(
            self.position(place.line, place.column), self.position(place.end_line, place.end_column)
        )

    def at(self, offset: int) -> types.Position:
        """The position of an offset into the text, in code points."""
        line = bisect_right(self._spans, (offset, len(self._text))) or 1
        start, end = self._spans[line - 1]
        return types.Position(line - 1, self._units(self._text[start : min(offset, end)]))

    def _units(self, text: str) -> int:
        if text.isascii() or self.encoding == types.PositionEncodingKind.Utf32:
            return len(text)
        if self.encoding == types.PositionEncodingKind.Utf8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2


def overlap(one: types.Range, other: types.Range) -> bool:
    """Whether two ranges have a position in common; an empty one is a position."""
    return _key(one.start) <= _key(other.end) and _key(other.start) <= _key(one.end)


def _key(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def edits_between(before: str, after: str, lines: Lines) -> list[types.TextEdit]:
    """The edits that make one text of another: of each line that differs only what differs in it.

    lines  those of the text before
    """
    old, new = [*_with_ends(before)], [*_with_ends(after)]
    head = _shared(old, new)
    foot = _shared(old[head:][::-1], new[head:][::-1])
    begin = sum(map(len, old[:head]))
    old, new = old[head : len(old) - foot], new[head : len(new) - foot]
    edits = []
    for tag, first, last, other_first, other_last in SequenceMatcher(None, old, new, False).get_opcodes():
        if tag == "equal":
            continue
        start = begin + sum(map(len, old[:first]))
        was, is_now = "".join(old[first:last]), "".join(new[other_first:other_last])
        lead = _shared(was, is_now)
        lead -= _is_inside_line_end(was, lead)
        tail = _shared(was[lead:][::-1], is_now[lead:][::-1])
        tail -= _is_inside_line_end(was, len(was) - tail)
        span = types.Range(lines.at(start + lead), lines.at(start + len(was) - tail))
        edits.append(types.TextEdit(span, is_now[lead : len(is_now) - tail]))
    return edits


def _with_ends(text: str) -> Iterator[str]:
    """The lines of a text with their ends."""
    starts = [start for start, _ in line_spans(text)]
    for start, following in zip(starts, [*starts[1:], len(text)], strict=True):
        yield text[start:following]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines, or characters, two texts begin with alike."""
    pairs = zip(one, other, strict=False)
    return next(
        (length for length, (left, right) in enumerate(pairs) if left != right), len(one[: len(other)])
    )


def _is_inside_line_end(text: str, offset: int) -> bool:
    """Whether an offset lies between the two characters of a CRLF, where no position of a client is."""
    return text[offset - 1 : offset + 1] == "\r\n" if offset else False
