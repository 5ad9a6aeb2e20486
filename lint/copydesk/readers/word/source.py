"""A Word document as a file of text: a paragraph a line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from copydesk.model.source import Source

LONGEST_WORDS = 40
"""Characters of the words by which a place is told."""


class WordSource(Source):
    """The text of a Word document, a paragraph a line, footnotes and endnotes after the story.

    numbers   what each line is called: `paragraph 12`, `footnote 2`
    headings  where each heading begins in the text, with its words; the reader sets it
    story     how many lines are of the story itself: notes stand under no heading
    """

    unit = "paragraph"

    def __init__(self, path: str, lines: Sequence[str], numbers: Sequence[str], story: int) -> None:
        super().__init__(path, "\n".join(lines))
        self.headings: list[tuple[int, str]] = []
        self._numbers = numbers
        self._story = story

    def place(self, offset: int) -> str:
        """Return the paragraph at an offset: `paragraph 12`."""
        line = self.position(offset).line
        return self._numbers[line - 1] if line <= len(self._numbers) else "paragraph 1"

    def named_line(self, offset: int) -> str:
        """The same."""
        return self.place(offset)

    def label(self, start: int, end: int) -> str:
        """Return where a stretch is, as a person finds it.

        Example: `paragraph 12, "will will" (under "The money")`.
        """
        parts = [self.place(start)]
        words = _shortened(self.text[start:end])
        if words:
            parts.append(f', "{words}"')
        heading = self._heading(start, end)
        if heading:
            parts.append(f' (under "{_shortened(heading)}")')
        return "".join(parts)

    def _heading(self, start: int, end: int) -> str:
        """Return the heading that a stretch of the story stands under; empty for a heading itself."""
        if self.position(start).line > self._story:
            return ""
        index = bisect_right(self.headings, (start, "\uffff")) - 1
        if index < 0:
            return ""
        at, words = self.headings[index]
        return "" if start < at + len(words) and at <= end else words


def _shortened(text: str) -> str:
    """Return the first words of a text, on one line."""
    words = " ".join(text[: 2 * LONGEST_WORDS].split())
    if len(text) <= LONGEST_WORDS:
        return words
    return (
        words[: LONGEST_WORDS + 1].rpartition(" ")[0] + " …"
        if " " in words[:LONGEST_WORDS]
        else words[:LONGEST_WORDS] + "…"
    )
