"""Quotations: stretches between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache

from msgspec import Struct

from copydesk.model.prose import Block, Prose, Span

# What stands around a sign is asked after the sign, so that the search can leap to signs.
_MARK = re.compile(
    r"[“”„«»″\"'‘’`](?:(?<!['‘’])(?<!`)|(?<=')'|(?<=`)`|(?<=‘)‘|(?<=’)’|(?<=['‘’])(?:(?<!\w.)|(?!\w)))"
)
"""Every sign that may be a quotation mark. An apostrophe between two letters never is."""

_OPENING = frozenset("“„«") | {"``", "‘‘"}
_CLOSING = frozenset("”»″") | {"’’"}
_SINGLE = frozenset("'‘’")

# What an opening mark may follow, and a closing mark may be followed by, beside a space.
_BEFORE_OPENING = frozenset("([{—–-‑/…“\"„«‘'`")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-‑/…”\"»’'*")

_ELIDED = r"(?:\d\ds?\b|(?:em|til|tis|twas|cause|bout|round|neath|cuz|n|im|er)\b)"
_ELISION = rf"(?i)['‘’]{_ELIDED}"
"""An apostrophe that begins a word: '90s, 'em, 'til."""

_TURNED = rf"‘(?:(?<=\w.)(?=(?:s|t|re|ve|ll|d|m)\b)|(?<![\w‘’].){_ELIDED})"
"""An opening mark that stands for an apostrophe: the Bank‘s, ‘til."""

_THIRD = r"“[^“”‘’]{1,80}”[^“”‘]{0,80}’(?!\w)"
"""A double quotation that closes before the single one around it."""


class Quotation(Struct, frozen=True, gc=False):
    """A stretch between quotation marks, inside one block.

    start, end  with its marks
    inner       without them
    depth       0 for a quotation, 1 for one inside a quotation, and so on
    opened      whether its opening mark stands in the text
    closed      whether its closing mark does. A long quotation opens in every paragraph and closes only
                in the last (the running quotation of news copy), so an open one need not be a fault
    """

    start: int
    end: int
    inner: Span
    depth: int
    opened: bool
    closed: bool

    @property
    def span(self) -> Span:
        """The quotation with its marks."""
        return Span(self.start, self.end)


class Quotations:
    """The quotations of a document, in the order of their opening marks.

    outer  those that stand inside no other
    """

    def __init__(self, quotations: list[Quotation]) -> None:
        self._all = quotations
        self.outer = [quotation for quotation in quotations if quotation.depth == 0]
        self._starts = [quotation.start for quotation in self.outer]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._all)

    def around(self, span: Span) -> Quotation | None:
        """Return the outer quotation that holds the whole span, or None."""
        index = bisect_right(self._starts, span.start) - 1
        if index >= 0 and span.end <= self.outer[index].end:
            return self.outer[index]
        return None

    def hold(self, span: Span) -> bool:
        """Whether the whole span stands inside a quotation."""
        return self.around(span) is not None

    def within(self, span: Span) -> list[Quotation]:
        """Return the outer quotations that begin inside a span."""
        return self.outer[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def turned_apostrophes(text: str) -> Iterator[int]:
    """Yield where an opening single mark stands for an apostrophe, in the order of the text.

    The Bank‘s, ‘til.

    Before an elision it is one only where no single mark closes after it in the line; between letters only in
    an English ending, for Hawai‘i is right.
    """
    if "‘" not in text:
        return
    for found in re.finditer(_TURNED, text):
        end = text.find("\n", found.end())
        after = text[found.end() : end if end >= 0 else len(text)]
        if text[found.start() - 1 : found.start()].isalnum() or not re.search(r"’(?!\w)", after):
            yield found.start()


def find_quotations(prose: Prose) -> Quotations:
    """Return the quotations of a document.

    Straight and curly marks, double and single, and the two apostrophes that wire copy uses for a
    double mark. A mark that is never closed reaches to the next one that opens, or to the end of its
    paragraph: it never swallows more.
    """
    text = prose.text
    marks = [match.span() for match in _MARK.finditer(text)]
    around = f" {text} "
    turns = [_turn(around[start : end + 2]) for start, end in marks]
    found: list[Quotation] = []
    end = 0
    unclosed: int | None = None
    for number, block in enumerate(prose.blocks):
        begin, end = end, bisect_left(marks, (block.end, 0), end)
        if begin == end:
            continue
        if turns[begin:end] == _IN_TURN * ((end - begin) // 2):
            pairs = zip(marks[begin:end:2], marks[begin + 1 : end : 2], strict=True)
            found += [
                Quotation(start, stop, Span(first, last), 0, True, True)
                for (start, first), (last, stop) in pairs
            ]
            continue
        running = number - 1 == unclosed
        quotations = _BlockReader(text, block, marks[begin:end], running).quotations()
        found += quotations
        outer = [quotation for quotation in quotations if quotation.depth == 0]
        if outer and not outer[-1].closed and outer[-1].end == block.end:
            unclosed = number
    return Quotations(found)


_IN_TURN = ["opens", "closes"]


@lru_cache(maxsize=4096)
def _turn(around: str) -> str:
    """Tell whether a double mark between two characters "opens" or "closes"; "unclear" if it may do both."""
    may_open, may_close = _between(around[0], around[-1])
    if around[1:-1] in _SINGLE or may_open == may_close:
        return "unclear"
    return "opens" if may_open else "closes"


@lru_cache(maxsize=4096)
def _between(before: str, after: str) -> tuple[bool, bool]:
    """Whether a mark between two characters may open, and may close."""
    may_open = not after.isspace() and (before.isspace() or before in _BEFORE_OPENING)
    may_close = not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)
    return may_open, may_close


class _Open(Struct, frozen=True, gc=False):
    """A mark that waits for its other half."""

    start: int
    end: int
    single: bool


class _BlockReader:
    """One block, read from left to right.

    marks    where its signs stand
    running  the block before ended inside a quotation, so that this one may go on without opening it
    """

    def __init__(self, text: str, block: Block, marks: list[tuple[int, int]], running: bool) -> None:
        self._text = text
        self._block = block
        self._marks = marks
        self._running = running
        self._found: list[Quotation] = []
        self._stack: list[_Open] = []

    def quotations(self) -> list[Quotation]:
        """Return the quotations of the block, in the order of their opening marks."""
        for index, (start, end) in enumerate(self._marks):
            mark = self._text[start:end]
            if mark in _SINGLE:
                self._read_single(index, start, end)
            else:
                self._read_double(start, end, mark)
        while self._stack:
            self._give_up(self._block.end)
        return sorted(self._found, key=lambda quotation: (quotation.start, quotation.depth))

    def _waits(self, *, single: bool) -> bool:
        """Whether a mark of this kind waits for its other half."""
        return single in [waiting.single for waiting in self._stack]

    def _faces(self, start: int, end: int) -> tuple[bool, bool]:
        """Whether what stands around a mark lets it open, and lets it close."""
        before = self._text[start - 1] if start > self._block.start else " "
        after = self._text[end] if end < self._block.end else " "
        return _between(before, after)

    def _read_double(self, start: int, end: int, mark: str) -> None:
        may_open, may_close = self._faces(start, end)
        is_open = self._waits(single=False)
        if mark == '"' and is_open and self._is_inch(start):
            return
        if may_open == may_close:
            # Nothing to be seen around it: the direction of a curly mark decides, else what waits.
            opens = mark in _OPENING or (mark not in _CLOSING and not is_open)
            if not may_open and opens and mark not in _OPENING:
                return  # An inch sign, or a mark inside a word.
        elif may_open and is_open and mark not in _OPENING:
            # `"Yes, "he said`: the space stands on the wrong side.
            opens = not (self._text[start - 1].isspace() and self._ends_speech(start))
        else:
            opens = may_open
        if opens:
            self._open(_Open(start, end, single=False))
        else:
            self._close(start, end, single=False)

    def _is_inch(self, start: int) -> bool:
        """Whether a straight mark after a figure in an open quotation closes nothing: 6'2", a 4" nail."""
        before = self._text[max(self._block.start, start - 6) : start]
        if not before[-1:].isdigit():
            return False
        waiting = next(one for one in reversed(self._stack) if not one.single)
        is_curly = self._text[waiting.start] in _OPENING or self._text[waiting.start] in _CLOSING
        return is_curly or re.search(r"\d['’′] ?\d{1,2}$", before) is not None

    def _holds_a_third(self, start: int) -> bool:
        """Whether a single mark inside a quotation opens a second level with a third inside."""
        third = re.compile(rf"‘[^“”‘’]{{0,120}}{_THIRD}")
        return self._waits(single=False) and third.match(self._text, start, self._block.end) is not None

    def _nests(self, mark: _Open) -> bool:
        """Whether a double mark begins a third level, which closes before the second: “… ‘… “…”’”."""
        third = re.compile(_THIRD)
        return self._stack[-1].single and third.match(self._text, mark.start, self._block.end) is not None

    def _ends_speech(self, start: int) -> bool:
        """Whether the words before a mark end as a quotation does before `he said`."""
        before = self._text[max(self._block.start, start - 3) : start].rstrip()
        following = self._text[start + 1 : start + 2]
        return before[-1:] in {",", "?", "!"} and following.islower()

    def _read_single(self, index: int, start: int, end: int) -> None:
        may_open, may_close = self._faces(start, end)
        inside = bool(self._stack) and self._stack[-1].single
        if inside and may_close and not self._is_possessive(index):
            self._close(start, end, single=True)
        elif (
            not inside
            and may_open
            and not re.compile(_ELISION).match(self._text, start)
            and (self._closes_later(index) or self._holds_a_third(start))
        ):
            self._open(_Open(start, end, single=True))

    def _is_possessive(self, index: int) -> bool:
        """Whether a mark after an s (dogs') is an apostrophe, because a better closing mark follows."""
        start, _ = self._marks[index]
        return self._text[start - 1] in "sS" and self._closes_later(index)

    def _closes_later(self, index: int) -> bool:
        """Whether a single mark that can only close follows, before a mark that ends the speech around it."""
        alone, inside = self._closing_after[index]
        return inside if self._waits(single=False) else alone

    @cached_property
    def _closing_after(self) -> list[tuple[bool, bool]]:
        """For each mark, whether one that closes a single quotation follows; the same inside a double one.

        Read from right to left, so that each mark is looked at once however many ask.
        """
        alone = inside = False
        found = []
        for start, end in reversed(self._marks):
            found.append((alone, inside))
            may_open, may_close = self._faces(start, end)
            if may_open == may_close:
                continue
            if self._text[start:end] not in _SINGLE:
                inside = inside and may_open
            elif may_close:
                alone = inside = True
            elif not re.compile(_ELISION).match(self._text, start):
                alone = inside = False
        return found[::-1]

    def _open(self, mark: _Open) -> None:
        if self._stack and self._stack[-1].single == mark.single:
            # Two of a kind do not nest: the one before was never closed.
            self._give_up(mark.start)
        elif not mark.single and self._waits(single=False) and not self._nests(mark):
            self._stack.pop()  # A single mark that was none, between two double ones.
            self._open(mark)
            return
        self._stack.append(mark)

    def _close(self, start: int, end: int, *, single: bool) -> None:
        if not self._waits(single=single):
            if self._running and not self._found and not self._stack and not single:
                begin = self._block.start
                self._found.append(Quotation(begin, end, Span(begin, start), 0, False, True))
            return
        while self._stack[-1].single != single:
            self._stack.pop()  # An apostrophe that was taken for a mark.
        opening = self._stack.pop()
        self._found.append(
            Quotation(opening.start, end, Span(opening.end, start), len(self._stack), True, True)
        )

    def _give_up(self, end: int) -> None:
        """End the last open quotation without a closing mark."""
        opening = self._stack.pop()
        if opening.single:
            return
        while end > opening.end and self._text[end - 1].isspace():
            end -= 1
        self._found.append(
            Quotation(opening.start, end, Span(opening.end, end), len(self._stack), True, False)
        )
