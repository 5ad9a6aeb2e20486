"""Words inside strings of a file: what is read out of a string leads back through it to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from copydesk.model.builder import ProseBuilder
from copydesk.model.source import Segment, Source, SourceMap

Piece = tuple[str, int, int]
"""Characters of a string, and the stretch of the file that they were read from."""


class LayeredBuilder(ProseBuilder):
    """A builder whose offsets are of the string that was entered last, not of the file."""

    def __init__(self, source: Source) -> None:
        super().__init__(source)
        self.composes = False
        self._inner = ""
        self._map = SourceMap([], 0)
        self._starts: list[int] = []

    def enter(self, pieces: Iterable[Piece]) -> str:
        """Let the offsets that follow be of a string, and return its text; `pieces` are the string."""
        texts, segments, at = [], [], 0
        for text, start, end in pieces:
            if text:
                texts.append(text)
                segments.append(Segment(at, start, end))
                at += len(text)
        self._inner = "".join(texts)
        self._map = SourceMap(segments, at)
        self._starts = [segment.text_start for segment in segments]
        return self._inner

    def copy(self, start: int, end: int) -> None:
        """Add `start:end` of the string."""
        self.replace(self._inner[start:end], start, end)

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for `start:end` of the string; one of the same length, piece by piece."""
        if len(text) != end - start:
            super().replace(text, *self._to_file(start, end))
            return
        at = start
        index = bisect_right(self._starts, start)
        while at < end:
            stop = self._starts[index] if index < len(self._starts) else end
            stop = min(stop, end)
            super().replace(text[at - start : stop - start], *self._to_file(at, stop))
            at = stop
            index += 1

    def note(self, text: str, start: int, end: int, *, quoted: bool = False) -> None:
        """Keep a note that stands at `start:end` of the string."""
        super().note(text, *self._to_file(start, end), quoted=quoted)

    def _to_file(self, start: int, end: int) -> tuple[int, int]:
        if not self._inner:
            return 0, 0
        return self._map.to_source(start, end)
