"""Reads Word documents: .docx, .docm, .dotx and .dotm.

- A paragraph is a block. Its style says what it is, by the name that Word gives it in every language, or the
  level of its outline; where a draft has no such styles, its words do, as in plain text. What stands after
  the break of a page or a column is a block of its own.
- Insertions are prose. Deletions, what was moved away, hidden and struck-out words are not. Of fields the
  text of links and references is; dates, page numbers and tables of contents are not.
- Footnotes and endnotes follow the story, in the order of their marks. Text boxes follow the paragraph that
  holds them. Headers, footers, pictures and formulas are not read.
- Comments are notes, and so is `[stet: …]`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence

from msgspec import Struct

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import OBJECT, BlockKind, Prose
from copydesk.readers.parts.addresses import copy_prose
from copydesk.readers.parts.blocks import MAX_TITLE_BLOCKS, OPENING_BLOCKS, bullet, is_rule
from copydesk.readers.parts.dateline import part_dateline
from copydesk.readers.parts.kinds import LONG, find_headings, find_top, kind_of_words, paragraphs_for_certain
from copydesk.readers.parts.notes import BRACKETED, inside_line, may_hold_note, notes_of
from copydesk.readers.word.comments import read_comments
from copydesk.readers.word.package import Package
from copydesk.readers.word.paragraphs import Paragraph, read_paragraphs
from copydesk.readers.word.source import WordSource
from copydesk.readers.word.styles import Style, Styles, read_styles

LOWEST = 8
"""The lowest level of a heading, counted from 0: Word says 9 of what is none."""


class Story(Struct, frozen=True):
    """The paragraphs of a document, footnotes and endnotes after the story.

    lines    the text of each
    numbers  what each paragraph is called
    parts    the name of the part that each was read from
    story    how many are of the story itself
    """

    paragraphs: list[Paragraph]
    lines: list[str]
    numbers: list[str]
    parts: list[str]
    story: int
    styles: Styles


def read(path: str, data: bytes) -> Prose:
    """Read a Word document.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is no Word document, has a password or is broken.
    """
    package = Package(path, data)
    story = read_story(package)
    source = WordSource(path, story.lines, story.numbers, story.story)
    return _Body(source, story, _notes(package)).read()


def read_story(package: Package) -> Story:
    """Return the paragraphs of a document. Raises: UnreadableError."""
    part = package.part("styles")
    styles = read_styles(package.read(part), part) if part else Styles({})
    paragraphs = read_paragraphs(package.read(package.main), package.main, styles)
    numbers = [f"paragraph {number}" for number in range(1, len(paragraphs) + 1)]
    parts = [package.main] * len(paragraphs)
    story = len(paragraphs)
    marks = dict.fromkeys(key for paragraph in paragraphs for _, key, _ in paragraph.notes)
    for kind in ("footnote", "endnote"):
        part = package.part(f"{kind}s")
        if part is None:
            continue
        of: dict[str, list[Paragraph]] = {}
        for paragraph in read_paragraphs(package.read(part), part, styles):
            of.setdefault(paragraph.note, []).append(paragraph)
        order = [key for key in marks if key in of and key.startswith(kind)]
        for number, key in enumerate(order, 1):
            paragraphs += of[key]
            numbers += [f"{kind} {number}"] * len(of[key])
            parts += [part] * len(of[key])
    return Story(paragraphs, [one.text for one in paragraphs], numbers, parts, story, styles)


def _notes(package: Package) -> dict[str, list[str]]:
    """The notes of each comment, by its id, without those that report findings."""
    part = package.part("comments")
    if part is None:
        return {}
    comments = read_comments(package.read(part), part)
    return {one.number: notes_of(one.lines) for one in comments if not one.is_own}


class _Body:
    """The paragraphs of a document as blocks of prose."""

    def __init__(self, source: WordSource, story: Story, notes: dict[str, list[str]]) -> None:
        self._source = source
        self._story = story
        self._notes = notes
        self._builder = ProseBuilder(source)
        self._dateline = False

    def read(self) -> Prose:
        kinds = _kinds(self._story)
        at = 0
        for paragraph, kind in zip(self._story.paragraphs, kinds, strict=True):
            self._paragraph(paragraph, kind, at)
            at += paragraph.length + 1
        prose = self._builder.build()
        self._source.headings = [
            (prose.to_source(block.span).start, prose.slice(block.span))
            for block in prose.blocks
            if block.kind is BlockKind.HEADING
        ]
        return prose

    def _paragraph(self, paragraph: Paragraph, kind: BlockKind | None, at: int) -> None:
        """Write one paragraph, which begins at an offset of the text; one without a kind is no prose."""
        builder, text = self._builder, self._source.text
        if kind is None:
            builder.close()
            self._comments(paragraph, at, 0, paragraph.length + 1)
            return
        end = at + paragraph.length
        start = end - len(text[at:end].lstrip())
        start += bullet(text, start, end) if kind is BlockKind.LIST_ITEM else 0
        objects = _objects(paragraph, at)
        waiting = deque(objects)
        begin = 0
        for stop in (*paragraph.breaks, paragraph.length + 1):
            builder.open(kind)
            self._comments(paragraph, at, begin, stop)
            self._stretch(objects, waiting, max(start, at + begin), min(end, at + stop))
            begin = stop
        if builder.finished < OPENING_BLOCKS and kind is BlockKind.PARAGRAPH and not self._dateline:
            self._dateline = part_dateline(builder, text[end:])

    def _comments(self, paragraph: Paragraph, at: int, first: int, stop: int) -> None:
        """Add the notes of the comments that begin at `first:stop` of a paragraph."""
        for offset, comment in paragraph.anchors:
            if first <= offset < stop:
                for note in self._notes.pop(comment, ()):
                    self._builder.note(note, at + offset, at + offset)

    def _stretch(
        self, objects: Sequence[tuple[int, int]], waiting: deque[tuple[int, int]], start: int, end: int
    ) -> None:
        """Add a stretch of the text without the notes in it.

        objects  what is no prose in its paragraph
        waiting  those of them that were not added yet
        """
        if start >= end:
            return
        builder, text = self._builder, self._source.text
        if may_hold_note(text[start:end]):
            for match in re.compile(BRACKETED).finditer(text, start, end):
                last = bisect_left(objects, (match.end(),)) - 1
                if last >= 0 and objects[last][1] > match.start():
                    continue  # code
                builder.note(match[0][1:-1].strip(), *match.span())
                before, after = inside_line(text, *match.span())
                self._copy(waiting, start, max(start, before))
                start = after
        self._copy(waiting, start, end)

    def _copy(self, objects: deque[tuple[int, int]], start: int, end: int) -> None:
        """Add a stretch of the text, with an `OBJECT` for each stretch in it that is no prose."""
        while objects and objects[0][1] <= end:
            first, last = objects.popleft()
            copy_prose(self._builder, self._source.text, start, first)
            self._builder.replace(OBJECT, first, last)
            start = last
        copy_prose(self._builder, self._source.text, start, end)


def _objects(paragraph: Paragraph, at: int) -> list[tuple[int, int]]:
    """Return the stretches of the text that are no prose, of a paragraph that begins at an offset of it."""
    found: list[tuple[int, int]] = []
    for chunk in paragraph.chunks:
        if not chunk.is_prose:
            first, last = at + chunk.at, at + chunk.at + len(chunk.text)
            if found and found[-1][1] == first:
                first = found.pop()[0]
            found.append((first, last))
    return found


def _kinds(story: Story) -> list[BlockKind | None]:
    """Return the kind of each paragraph; None for an empty one and one that is no prose."""
    found: list[BlockKind | None] = []
    level = 0
    for paragraph, line in zip(story.paragraphs, story.lines, strict=True):
        style = story.styles.of(paragraph.style)
        kind = _kind(paragraph, line.strip(), style)
        if kind is BlockKind.HEADING and not level:
            # The first heading of the highest level is the headline, where it stands at the top.
            level = _level(paragraph, style)
            if level == 1 and len([one for one in found if one]) <= MAX_TITLE_BLOCKS:
                kind = kind if BlockKind.HEADLINE in found else BlockKind.HEADLINE
        found.append(kind)
    _by_words(found, story.lines[: story.story])
    return found


def _kind(paragraph: Paragraph, words: str, style: Style) -> BlockKind | None:
    """Classify a paragraph by its style, its place and its own words."""
    if not words.replace(OBJECT, "") or not style.is_prose or style.is_hidden or is_rule(words):
        return None
    if paragraph.outline is not None and style.kind in (None, BlockKind.HEADING):
        if paragraph.outline <= LOWEST:
            return BlockKind.HEADING
    elif style.kind is not None:
        return style.kind
    if paragraph.numbered or (style.numbered and paragraph.numbered is None) or bullet(words, 0, len(words)):
        return BlockKind.LIST_ITEM
    if paragraph.in_table:
        return BlockKind.TABLE_CELL
    return kind_of_words(words if len(words) <= LONG else "")


def _level(paragraph: Paragraph, style: Style) -> int:
    return style.level if paragraph.outline is None else paragraph.outline + 1


def _by_words(found: list[BlockKind | None], lines: list[str]) -> None:
    """Mark the headline and the headings of a draft whose styles name none, as in plain text."""
    places = [place for place, _ in enumerate(lines) if found[place] is not None]
    kinds = [kind for kind in found[: len(lines)] if kind is not None]
    words = [line if len(line) <= LONG else "" for line in (lines[place].strip() for place in places)]
    told = paragraphs_for_certain(kinds, words)
    styled = {BlockKind.HEADLINE, BlockKind.HEADING}.intersection(kinds)
    if BlockKind.HEADLINE not in styled:
        find_top(kinds, words, told)
    if not styled:
        find_headings(kinds, words, told)
    for place, kind in zip(places, kinds, strict=True):
        found[place] = kind
