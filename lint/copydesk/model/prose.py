"""A draft as prose: its text, blocks and notes, and the way back to the file."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import wraps
from types import MappingProxyType
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec import Struct

from copydesk.model.source import Position, Source, SourceMap

OBJECT = "\ufffc"
"""The character in the prose for what is no prose: code, a web address. The words around it stay apart."""


class Span(Struct, frozen=True, order=True, gc=False):
    """`start:end` of a document's text, in code points."""

    start: int
    end: int

    def contains(self, other: Span) -> bool:
        """Whether `other` lies inside this span; both ends may coincide."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


class BlockKind(StrEnum):
    """The kind of a block on the page."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    CAPTION = "caption"
    TABLE_CELL = "table cell"


class Block(Struct, frozen=True, gc=False):
    """One block of prose. Blocks do not nest and stand in the order of the text.

    A block holds no line break: soft breaks inside a paragraph were read as one space.
    """

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        """The whole block."""
        return Span(self.start, self.end)


class Note(Struct, frozen=True):
    """Something written to colleagues, not to readers: a comment. It is not part of the prose.

    text    what it says, without its marks
    start   where it stands in the *file*, marks included, in code points
    end     where it ends there
    at      the offset of the prose that it stands before: the start of the next block, for one that stands
            between two
    quoted  whether it stands among words of others: in a block quote, or what HTML calls a quotation
    """

    text: str
    start: int
    end: int
    at: int
    quoted: bool = False


Scope = int | Span
"""What tells the part that a note covers from others: where it begins, or all of a range."""

DRAFT = -1
"""The offset that stands for the whole draft where a covered block is named by its first offset."""


class Stet(Struct, frozen=True):
    """A stet note: it suppresses the findings of the rules that it names.

    names    what it names, in lower case; empty where it names nothing
    reason   why, or empty
    covers   the part of the prose that it covers; None for the whole draft
    stretch  where it stands in the file
    places   where each name stands in the file; empty where the file does not spell the note out, as a
             format that is no text may not
    end      where the note stands in the file that ends the range; None for a note that covers no range
    wrong    why it cannot be followed; it then names nothing, and lets nothing stand
    """

    names: tuple[str, ...]
    reason: str
    covers: Span | None
    stretch: Span
    places: tuple[Span, ...]
    end: Span | None = None
    wrong: str = ""

    @property
    def listed(self) -> str:
        """What the note says, without its marks and its reason."""
        word = "stet-begin" if self.end else "stet-draft" if self.covers is None else "stet"
        return f"{word}: {', '.join(self.names)}" if self.names else word

    def __str__(self) -> str:
        """What the note says, without its marks."""
        return f"{self.listed} -- {self.reason}" if self.reason else self.listed

    @property
    def scope(self) -> Scope:
        """Where the part that it covers begins, or DRAFT; of a range, all of it."""
        if self.covers is None:
            return DRAFT
        return self.covers if self.end else self.covers.start


DECOMPOSED = r"[^\W\d_][\u0300-\u036f]+|[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?"
"""A letter and what Unicode joins to it: accents, the parts of a Korean syllable."""


MARKS = "[\u0300-\u036f\u1161-\u11c2]"
"""What no text without such letters holds; to look for it takes a tenth of the time."""


def composed(text: str) -> str:
    """Return the text with every letter and its accents as one code point, where there is one."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)


class Prose:
    """A draft as a reader hands it over.

    text        the prose: no markup, one character one code point, blocks parted by `\\n`; an `OBJECT` stands
                for code or a web address inside a sentence
    blocks      in the order of the text
    notes       in the order of the file
    source      the file it was read from
    source_map  leads offsets of the text back to the file
    dates       what may be dates in its metadata (front matter, the head of a page), by key
    answers     what was asked of this draft and is kept: see `once_a_draft`
    """

    def __init__(
        self,
        source: Source,
        text: str,
        blocks: list[Block],
        source_map: SourceMap,
        notes: list[Note],
        dates: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.source = source
        self.text = text
        self.blocks = blocks
        self.notes = notes
        self.source_map = source_map
        self.dates = dates
        self.answers: dict[object, Any] = {}
        self._block_starts = [block.start for block in blocks]

    def to_source(self, span: Span) -> Span:
        """Return the stretch of the file that the span was read from, in code points of the decoded file."""
        return Span(*self.source_map.to_source(span.start, span.end))

    def at_source(self, stretch: Span) -> Span:
        """The prose that was read from a stretch of the file; else an empty span before what follows it."""
        offsets = range(len(self.text))
        start = bisect_right(offsets, stretch.start, key=lambda at: self.to_source(Span(at, at + 1)).end)
        end = bisect_left(offsets, stretch.end, start, key=lambda at: self.to_source(Span(at, at + 1)).start)
        # What parts two blocks was read from all that lies between them.
        while start < end and self.text[start] == "\n":
            start += 1
        while start < end and self.text[end - 1] == "\n":
            end -= 1
        return Span(start, end)

    def slice(self, span: Span) -> str:
        """Return the words of a span."""
        return self.text[span.start : span.end]

    def before(self, offset: int, length: int = 1) -> str:
        """Return the characters that end at an offset, `length` of them or as many as there are."""
        return self.text[max(0, offset - length) : offset]

    def after(self, offset: int, length: int = 1) -> str:
        """Return the characters that begin at an offset, `length` of them or as many as there are."""
        return self.text[offset : offset + length]

    def block_index(self, offset: int) -> int:
        """Return the index in `blocks` of the block at an offset.

        Between two blocks, it is the index of the first one.
        """
        return bisect_right(self._block_starts, offset, 1) - 1

    def block_at(self, offset: int) -> Block:
        """Return the block at an offset of the prose."""
        return self.blocks[bisect_right(self._block_starts, offset, 1) - 1]

    def position(self, span: Span) -> Position:
        """Return the line and column of the file where a span begins, both counted from 1."""
        return self.source.position(self.to_source(span).start)

    def line(self, span: Span) -> int:
        """Return the line of the file in which a span begins, counted from 1."""
        return self.position(span).line

    def named_line(self, span: Span) -> str:
        """The line in which a span begins, as messages name it: `line 12`, or `paragraph 12` in Word.

        A message says `at line 12` with it, whatever the format of the draft.
        """
        return self.source.named_line(self.to_source(span).start)

    def place(self, span: Span) -> str:
        """Return where a span begins in the file, as editors write it: `line:column`, or `paragraph 12`."""
        return self.source.place(self.to_source(span).start)


AnswerT = TypeVar("AnswerT")
ProseT = TypeVar("ProseT", bound=Prose)
P = ParamSpec("P")

_UNASKED: Any = object()


def once_a_draft(
    ask: Callable[Concatenate[ProseT, P], AnswerT],
) -> Callable[Concatenate[ProseT, P], AnswerT]:
    """Make a function of a draft keep its answers as long as the draft is in use.

    What it takes beside the draft must be hashable, and handed over by position.
    """

    @wraps(ask)
    def answer(prose: ProseT, /, *args: P.args, **kwargs: P.kwargs) -> AnswerT:
        answers: dict[object, Any] = prose.answers
        question = (ask, args)
        found: AnswerT = answers.get(question, _UNASKED)
        if found is _UNASKED:
            found = answers[question] = ask(prose, *args, **kwargs)
        return found

    return answer
