"""Notes in square brackets, `[stet: RULE -- reason]`: they are taken out of the prose.

Other bracketed words stay: a reporter's insertion is prose, and a desk note that was left in is a fault.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate

from msgspec import Struct

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import Prose
from copydesk.model.source import LINE_END, Source

KIND = "-(?i:draft|begin|end)"
"""What may follow `stet`: it tells what the note covers."""

# A note may be wrapped, and may hold brackets of its own; it ends before a blank line. Nothing is unbounded.
BRACKETED = (
    rf"\[(?:[Ss]tet|STET)(?:{KIND})?(?=[\s:\]])"
    r"(?:[^\[\]\r\n]|(?:\r\n|\r|\n)(?![ \t>]*(?:[\r\n]|\Z))|\[[^\[\]\r\n]{0,80}\]){0,500}\]"
)
_SHUT_AWAY = (
    r"(?ms)^[ >]{0,6}(?P<fence>```|~~~).*?(?:^[ >]{0,6}(?P=fence)|\Z)"
    r"|(?P<ticks>`{1,3})(?!`)[^\n]{1,500}?(?P=ticks)"
    r"|\$\$.{1,2000}?\$\$|\$(?![\s$])[^$\n]{1,300}(?<!\s)\$(?!\d)"
    r"|\\\(.{1,300}?\\\)|\\\[.{1,2000}?\\\]"
)
"""Code and math, in the marks of Markdown; writers of plain text use them too."""

_LABEL = 200
_LABEL_BEFORE = r"\[[^\[\]\n]*$"
_LABEL_AFTER = r"[^\[\]\n]{0,200}\][(\[]"
_LABEL_ITSELF = r"\(|\[(?![Ss]tet|STET)"
_BREAK = r"(?:\r\n|\r(?!\n)|\n)"
_BLANK_AFTER = rf"{_BREAK}[ \t]*(?:{_BREAK}|\Z)"
_BLANK_BEFORE = rf"(?:\A|{_BREAK})[ \t>]*{_BREAK}\Z"
_LINE_ENDS = ("", "\r", "\n")
_HINTS = ("[stet", "[Stet", "[STET")
_CLOSING = tuple('.,;:!?"”’»)]\r\n \t')
_OPENING = tuple('"“‘«([\r\n')


class _Cut(Struct, frozen=True):
    """Notes with nothing between them.

    start, end  what is taken out of the file with them: the space before them, or their line
    notes       where each stands in the file
    """

    start: int
    end: int
    notes: list[tuple[int, int]]


def notes_of(lines: Iterable[str]) -> list[str]:
    """The notes that a comment of several lines holds: a stet begins one, any other line goes on with it."""
    found: list[str] = []
    for line in lines:
        if found and line[:4].lower() != "stet":
            found[-1] += f" {line}"
        else:
            found.append(line)
    return found


def without_notes(source: Source) -> tuple[ProseBuilder, str]:
    """Return the text of a file without its bracketed notes, and the builder for a reader of that text.

    The reader gives offsets of the text that it got; the builder leads them to the file, and keeps the
    notes. So a draft reads the same with its notes and without them.
    """
    text = source.text
    cuts = _find_cuts(text) if may_hold_note(text) else []
    if not cuts:
        return ProseBuilder(source), text
    starts = [0, *(cut.end for cut in cuts)]
    ends = [*(cut.start for cut in cuts), len(text)]
    kept = "".join(text[start:end] for start, end in zip(starts, ends, strict=True))
    return _Builder(source, cuts), kept


def may_hold_note(text: str) -> bool:
    """Whether there is anything in a text that a note cannot be without."""
    return "[" in text and any(hint in text for hint in _HINTS)


def shut_away(text: str) -> list[tuple[int, int]]:
    """Return where code and math stand in a text: there nobody writes a note."""
    return [match.span() for match in re.finditer(_SHUT_AWAY, text)]


def is_on_purpose(text: str, start: int, end: int, away: list[tuple[int, int]]) -> bool:
    """Whether an editor can have written the note at `start:end`: not in code, math, a label or a caption.

    away  what `shut_away` says of the text
    """
    index = bisect_right(away, (start, len(text))) - 1
    if index >= 0 and end <= away[index][1]:
        return False
    if re.compile(_LABEL_ITSELF).match(text, end):
        return False
    opened = re.search(_LABEL_BEFORE, text[max(0, start - _LABEL) : start])
    return opened is None or re.compile(_LABEL_AFTER).match(text, end) is None


def inside_line(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the note at `start:end` with the space that parts it from the words of its line."""
    first, last = start, end
    if text[first - 1 : first] in (" ", "\t") and text[last : last + 1] in ("", *_CLOSING):
        while first > 0 and text[first - 1] in " \t":
            first -= 1
    elif text[max(0, first - 1) : first] in ("", *_OPENING):
        while last < len(text) and text[last] in " \t":
            last += 1
    return first, last


def own_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where a line begins and ends that holds only the note at `start:end`, line end left out.

    The `>` of a quotation may stand before the note. None where there is something else on the line.
    """
    first, last = start, end
    while first > 0 and text[first - 1] in " \t>":
        first -= 1
    while last < len(text) and text[last] in " \t":
        last += 1
    alone = text[max(0, first - 1) : first] in _LINE_ENDS and text[last : last + 1] in _LINE_ENDS
    return (first, last) if alone else None


def _find_cuts(text: str) -> list[_Cut]:
    cuts: list[_Cut] = []
    away = shut_away(text)
    for run in re.finditer(rf"{BRACKETED}(?:[ \t]*{BRACKETED})*", text):
        if not is_on_purpose(text, *run.span(), away):
            continue
        notes = [note.span() for note in re.finditer(BRACKETED, run.group())]
        at = cuts[-1].end if cuts else 0
        line = own_line(text, *run.span())
        start, end = line or inside_line(text, *run.span())
        line_end = LINE_END.match(text, end)
        if line and line_end and not _ends_paragraph(text, *line):
            end = line_end.end()
        elif line and start > 0:
            # It belongs to the line before, whose line end goes with it.
            start -= 2 if text.startswith("\r\n", start - 2) else 1
        cuts.append(
            _Cut(max(start, at), end, [(run.start() + first, run.start() + last) for first, last in notes])
        )
    return cuts


def _ends_paragraph(text: str, start: int, end: int) -> bool:
    """Whether the line at `start:end` has a blank line after it, and none before."""
    before = text[max(0, start - 80) : start]
    return bool(before and not re.search(_BLANK_BEFORE, before) and re.compile(_BLANK_AFTER).match(text, end))


class _Builder(ProseBuilder):
    """A builder whose offsets are of the text without its notes."""

    def __init__(self, source: Source, cuts: list[_Cut]) -> None:
        super().__init__(source)
        self._text_of_file = source.text
        self._cuts = cuts
        self._taken = 0
        # How much is cut out up to and with each cut, and where each lies in the text that is left.
        self._lengths = [0, *accumulate(cut.end - cut.start for cut in cuts)]
        self._places = [cut.start - length for cut, length in zip(cuts, self._lengths, strict=False)]

    def copy(self, start: int, end: int) -> None:
        """Add `start:end` of the text, and keep the notes that stand in it or before it."""
        while self._taken < len(self._cuts) and self._places[self._taken] <= end:
            place = self._places[self._taken]
            if start < place:
                super().copy(start + self._lengths[self._taken], place + self._lengths[self._taken])
                start = place
            self._keep_notes()
        super().copy(start + self._lengths[self._taken], end + self._lengths[self._taken])

    def replace(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for `start:end` of the text."""
        first = start + self._lengths[bisect_right(self._places, start)]
        last = end + self._lengths[bisect_left(self._places, end)]
        super().replace(text, first, max(first, last))

    def build(self) -> Prose:
        """Return the document, with the notes after the last block."""
        self.close()
        while self._taken < len(self._cuts):
            self._keep_notes()
        return super().build()

    def _keep_notes(self) -> None:
        for start, end in self._cuts[self._taken].notes:
            self.note(self._text_of_file[start + 1 : end - 1].strip(), start, end)
        self._taken += 1
