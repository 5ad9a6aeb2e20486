"""Plain text, in both shapes: a paragraph a line, and hard-wrapped lines with blank lines between.

Which of the two it is, is decided for each group of lines between blank lines: one file may hold both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from copydesk.model.prose import BlockKind, Prose
from copydesk.model.source import line_spans
from copydesk.readers.encoding import decode
from copydesk.readers.parts.addresses import copy_prose, may_hold_address
from copydesk.readers.parts.blocks import OPENING_BLOCKS, bullet, ends_sentence, is_rule
from copydesk.readers.parts.dateline import part_dateline
from copydesk.readers.parts.kinds import LONG, find_headings, find_top, kind_of_words, paragraphs_for_certain
from copydesk.readers.parts.notes import without_notes

MIN_WRAP, MAX_WRAP = 45, 120
"""Between which widths people wrap. A longer line is a paragraph; shorter ones are verse, or a list."""

SLACK = 0.82
"""`fmt` breaks lines early to make them even, so a wrapped line may be a word or two short."""

GROWTH = 1.5
"""A wrapped line may have grown since, by words that somebody put in; a longer one is a paragraph."""

ENOUGH_BREAKS = 3
"""How many breaks a group must have to be judged by itself; a smaller one is judged with the file."""

_MAIL_QUOTE = r"(?:>[ \t]?)+[ \t]*"
_WORD_BREAK = r"\w(-|--|—)$"
_SUSPENSIONS = ("and ", "or ", "to ")


class _Line(Struct, frozen=True, gc=False):
    """A line with words on it.

    start, end  its words in the file, without indent, bullet and the `>` of a quoted mail
    width       the width of the line as it stands
    indent      how far its words are from the margin
    bullet      how long the bullet is that it begins with, white space included
    """

    start: int
    end: int
    width: int
    indent: int
    quoted: bool
    bullet: int


_Block = list[_Line]

_PARAGRAPH = BlockKind.PARAGRAPH


def read(path: str, data: bytes) -> Prose:
    """Read plain text.

    Blocks are paragraphs unless they clearly are something else. A bullet is not part of the prose, nor
    are the `>` of a quoted mail, and lines of dashes or asterisks. `[stet: …]` is a note.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    source = decode(path, data)
    builder, text = without_notes(source)
    # Few drafts hold an address: for the others, no line is searched.
    copy = partial(copy_prose, builder, text) if may_hold_address(text) else builder.copy
    blocks = _blocks(text)
    dateline = False
    for index, (block, kind) in enumerate(zip(blocks, _kinds(text, blocks), strict=True)):
        builder.open(kind)
        copy(block[0].start, block[0].end)
        for before, line in pairwise(block):
            if not _is_one_word(text, before, line):
                builder.replace(" ", before.end, line.start)
            copy(line.start, line.end)
        if index < OPENING_BLOCKS and kind is _PARAGRAPH and not dateline:
            dateline = part_dateline(builder, text[block[0].end :])
    return builder.build()


def _is_one_word(text: str, before: _Line, line: _Line) -> bool:
    """Whether a line was wrapped inside a word: after a hyphen, or a dash without a space before it.

    "anti-" and "tank" were one word; "two-" and "and three-year" were not.
    """
    mark = re.compile(_WORD_BREAK).search(text, max(before.start, before.end - 3), before.end)
    return mark is not None and not (mark[1] == "-" and text.startswith(_SUSPENSIONS, line.start))


def _groups(text: str) -> Iterator[_Block]:
    """Yield the lines between blank ones. Where quoting begins or ends, a group ends too."""
    group: _Block = []
    for start, end in line_spans(text):
        line = _line(text, start, end)
        if group and (line is None or line.quoted != group[0].quoted):
            yield group
            group = []
        if line is not None:
            group.append(line)
    if group:
        yield group


def _line(text: str, start: int, end: int) -> _Line | None:
    """Return the line at `start:end`; None for one without words."""
    line = text[start:end]
    words = line.lstrip()
    first = end - len(words)
    words = words.rstrip()
    last = first + len(words)
    width, indent = last - start, first - start
    if words[:1].isalpha():
        return _Line(first, last, width, indent, False, 0)
    if not words or is_rule(words):
        return None
    quote = re.compile(_MAIL_QUOTE).match(text, first, last) if words[0] == ">" else None
    if quote:
        first = quote.end()
        if first == last:
            return None
    mark = bullet(text, first, last)
    return _Line(first + mark, last, width, indent, quote is not None, mark)


def _blocks(text: str) -> list[_Block]:
    """Return the lines of each paragraph.

    A line goes on in the next one where its first word would not have fitted: so wrapped copy is joined,
    and an address, verse, or a byline above a date is not. A group of lines counts as wrapped when most
    of the breaks after its full lines fall inside a sentence.
    """
    groups = list(_groups(text))
    width = _wrap_width(text, groups)
    if width is None:
        return [[line] for group in groups for line in group]
    full = [[_is_full(text, before, line, width) for before, line in pairwise(group)] for group in groups]
    inside = [
        [is_full and not _ends_sentence(text, line) for is_full, line in zip(flags, group, strict=False)]
        for flags, group in zip(full, groups, strict=True)
    ]
    file_is_wrapped = 2 * sum(map(sum, inside)) > sum(map(sum, full))
    blocks: list[_Block] = []
    for group, flags, cut in zip(groups, full, inside, strict=True):
        wrapped = file_is_wrapped
        if sum(flags) >= ENOUGH_BREAKS:
            # In a wrapped file, a paragraph of short sentences may well break after most of them.
            wrapped = (4 if file_is_wrapped else 2) * sum(cut) > sum(flags)
        blocks.append([group[0]])
        for is_full, (before, line) in zip(flags, pairwise(group), strict=True):
            in_item = blocks[-1][0].bullet > 0
            if wrapped and is_full and not (line.bullet if in_item else line.indent > before.indent):
                blocks[-1].append(replace(line, start=line.start - line.bullet, bullet=0))
            else:
                blocks.append([line])
    return blocks


def _wrap_width(text: str, groups: list[_Block]) -> int | None:
    """Return the width that the file is wrapped to, or None.

    Measured on lines that certainly go on, because the next one begins in lower case. In wrapped copy most
    lines do; where few do, somebody only broke a line.
    """
    breaks = 0
    widths = []
    for group in groups:
        for before, line in pairwise(group):
            if line.bullet or before.width > MAX_WRAP:
                continue
            breaks += 1
            if text[line.start].islower() and not _ends_sentence(text, before):
                widths.append(before.width)
    if len(widths) * 4 <= breaks:
        return None
    width = sorted(widths)[len(widths) * 9 // 10]
    return width if width >= MIN_WRAP else None


def _is_full(text: str, before: _Line, line: _Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line before."""
    if line.bullet and not _is_dash(text, before, line):
        return False
    word = text[line.start - line.bullet : line.end].split(None, 1)[0]
    return before.width + 1 + len(word) > width * SLACK and before.width <= width * GROWTH


def _is_dash(text: str, before: _Line, line: _Line) -> bool:
    """Whether the bullet that a line begins with is the dash of a sentence, and was wrapped there."""
    mark, word = text[line.start - line.bullet], text[line.start]
    return mark == "-" and word.islower() and text[before.end - 1] not in ".:;,?!"


def _ends_sentence(text: str, line: _Line) -> bool:
    return ends_sentence(text[max(line.start, line.end - 8) : line.end])


def _kinds(text: str, blocks: list[_Block]) -> list[BlockKind]:
    """Return the kind of each block."""
    words = [_short_words(text, block) for block in blocks]
    kinds = [_kind(block, line) for block, line in zip(blocks, words, strict=True)]
    told = paragraphs_for_certain(kinds, words)
    find_top(kinds, words, told)
    find_headings(kinds, words, told)
    return kinds


def _kind(block: _Block, words: str) -> BlockKind:
    if block[0].quoted:
        return BlockKind.BLOCK_QUOTE
    if block[0].bullet:
        return BlockKind.LIST_ITEM
    return kind_of_words(words)


def _short_words(text: str, block: _Block) -> str:
    """Return the words of a block; none for one that is too long to be anything but a paragraph."""
    start, end = block[0].start, block[-1].end
    if end - start > LONG:
        return ""
    return text[start:end] if len(block) == 1 else " ".join([text[line.start : line.end] for line in block])
