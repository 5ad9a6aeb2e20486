"""Writes stet notes into drafts. What it writes is read back before anybody else sees it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from copydesk.document import Document
from copydesk.edits.splice import Splice, spliced
from copydesk.engine.stet import find_stets
from copydesk.errors import CannotNoteError, UnreadableError
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind, Span, Stet
from copydesk.model.source import LINE_END, Position, Source
from copydesk.readers import Reader
from copydesk.readers.markup.frontmatter import read_front_matter

MAX_REASON = 300

_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_BULLET = re.compile(r"(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)")


class Noted(Struct, frozen=True):
    """A draft after stet notes were written into it.

    data   the whole file; its encoding, byte order mark and line ends are as they were
    notes  how many notes were written or added to
    left   where findings begin that no note could be written for
    """

    data: bytes
    notes: int
    left: list[Position]


class _Insertion(Struct, frozen=True, order=True):
    """Words that are put into the file at an offset."""

    offset: int
    words: str


def check_reason(reason: str) -> None:
    """Raise CannotNoteError for a reason that would end its note early, or not fit into it."""
    if len(reason) > MAX_REASON:
        raise CannotNoteError(f"a reason has at most {MAX_REASON} characters")
    if re.search(r"[\[\]\r\n]|--!?>", reason):
        raise CannotNoteError("a reason is one line, without square brackets and without -->")


def add_notes(
    path: str,
    data: bytes,
    reader: Reader,
    places: Iterable[Position],
    rule: str,
    reason: str,
    *,
    whole_draft: bool = False,
) -> Noted:
    """Write notes that suppress the given findings of one rule.

    A finding in front matter gets a note for the whole draft, at the head of the body: no other could
    reach it.

    path         as it was named to copydesk
    data         the whole file
    places       where the findings begin in it
    reason       why they stand, or empty
    whole_draft  whether one note is to suppress the rule in all of the draft

    Raises CannotNoteError where the format or the encoding of the file has no room for notes.
    """
    _refuse_without_room(reader)
    draft = _AnnotatedDraft(path, data, reader, rule, reason)
    front = body_start(draft.source, reader)
    offsets = {draft.source.offset(place.line, place.column): place for place in places}
    targets: dict[int, list[Position]] = {}
    for offset, place in offsets.items():
        targets.setdefault(draft.block_at(offset), []).append(place)
    if whole_draft or any(offset < front for offset in offsets):
        waiting = {index: [draft.for_draft(front)] for index in targets}
    else:
        waiting = {index: list(draft.for_block(index)) for index in targets}
    left: list[Position] = []
    while True:
        for index in [index for index, choices in waiting.items() if not choices]:
            del waiting[index]
            left += targets[index]
        chosen = sorted({choices[0] for choices in waiting.values()})
        written = draft.written(chosen)
        failed = draft.failed(written, list(waiting))
        if not failed:
            return Noted(written, len(chosen), sorted(left))
        for index in failed:
            waiting[index].pop(0)


def add_range(
    path: str, data: bytes, reader: Reader, first: Position, last: Position, rule: str, reason: str
) -> bytes:
    """Write the two notes between which a rule's findings stand, round the blocks of two findings.

    Returns the whole file. Raises CannotNoteError where no such notes can be written.
    """
    _refuse_without_room(reader)
    draft = _AnnotatedDraft(path, data, reader, rule, reason)
    begin = draft.source.offset(first.line, first.column)
    blocks = (draft.block_at(begin), draft.block_at(draft.source.offset(last.line, last.column)))
    if begin >= body_start(draft.source, reader):
        for insertions in draft.for_range(*blocks):
            written = draft.written(insertions)
            if draft.has_range(written, *blocks):
                return written
    raise CannotNoteError("no range can be written here: write it by hand")


def _refuse_without_room(reader: Reader) -> None:
    if not reader.note:
        how = "" if reader.is_text else ": write `stet: RULE -- reason` in a comment of its own program"
        raise CannotNoteError(f"no note can be written into a file of the format {reader.name}{how}")


def body_start(source: Source, reader: Reader) -> int:
    """Return where front matter ends: a finding before that can only stand in the whole draft."""
    return 0 if reader.name == "plain" else read_front_matter(ProseBuilder(source), source).end


class _AnnotatedDraft:
    """A draft into which notes are written, and the places where they may go."""

    def __init__(self, path: str, data: bytes, reader: Reader, rule: str, reason: str) -> None:
        self.document = Document(reader.read(path, data))
        self.source: Source = self.document.source
        self._path, self._data, self._reader = path, data, reader
        self._rule, self._reason = rule, reason
        self._stets = find_stets(self.document)
        self._stets_of: dict[int, list[Stet]] = defaultdict(list)
        for stet in self._stets:
            for index in _covered(self.document, stet):
                self._stets_of[index].append(stet)
        self._stretches = [self.document.to_source(block.span) for block in self.document.blocks]
        self._begins = sorted((stretch.start, index) for index, stretch in enumerate(self._stretches))
        line_end = LINE_END.search(self.source.text)
        self._line_end = line_end.group() if line_end else "\n"

    def block_at(self, offset: int) -> int:
        """Return the index of the block that was read from an offset of the file."""
        # A caption lies inside the stretch of its paragraph, so the last one to begin is the one.
        before = bisect_right(self._begins, (offset, len(self._stretches)))
        for number in range(before - 1, -1, -1):
            index = self._begins[number][1]
            if offset <= self._stretches[index].end:
                return index
        return 0

    def for_block(self, index: int) -> Iterator[_Insertion]:
        """Return the insertions that would suppress findings in a block, best first."""
        start, end = self._stretches[index].start, self._stretches[index].end
        yield from self._into_note(self._stets_of[index])
        text = self.source.text
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        if self._reader.name in ("html", "astro", "svelte"):
            yield _Insertion(end, " " + self._note("stet"))
            # The words for a picture stand inside of its tag.
            yield _Insertion(max(text.rfind("<", 0, start), 0), self._note("stet"))
            return
        if self._reader.name == "plain":
            yield _Insertion(line, self._note("stet") + self._line_end)
            return
        prefix = _PREFIX.match(text, line, start)
        margin = prefix.group() if prefix else ""
        if not self._is_in_list(index, line + len(margin), start):
            yield _Insertion(line, margin + self._note("stet") + self._line_end)
        yield _Insertion(end, " " + self._note("stet"))

    def _is_in_list(self, index: int, begin: int, start: int) -> bool:
        """Whether a note on a line of its own before a block would part a list or a table."""
        is_item = _BULLET.match(self.source.text, begin, start) is not None
        return self.document.blocks[index].kind is BlockKind.TABLE_CELL or is_item

    def for_range(self, first: int, last: int) -> Iterator[list[_Insertion]]:
        """Return the pairs of insertions that would put blocks into a range, best first."""
        text, start, end = self.source.text, self._stretches[first].start, self._stretches[last].end
        closing = self._reader.note.replace("{}", "stet-end").replace("\n", self._line_end)
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        note = self._note("stet-begin")
        prefix = _PREFIX.match(text, line, start)
        margin = prefix.group() if prefix else ""
        after = _Insertion(end, (self._line_end + margin if self._reader.name == "plain" else " ") + closing)
        if self._reader.name in ("html", "astro", "svelte"):
            yield [_Insertion(max(text.rfind("<", 0, start), 0), note), after]
            return
        if not self._is_in_list(first, line + len(margin), start):
            yield [_Insertion(line, margin + note + self._line_end), after]
        if first:
            yield [_Insertion(self._stretches[first - 1].end, " " + note), after]

    def for_draft(self, body: int) -> _Insertion:
        """Return the note that suppresses the rule in the whole draft; `body` is where the body begins."""
        for insertion in self._into_note(stet for stet in self._stets if stet.covers is None):
            return insertion
        begins_line = body == 0 or self.source.text[body - 1] in "\r\n"
        before = "" if begins_line else self._line_end
        return _Insertion(body, before + self._note("stet-draft") + self._line_end)

    def written(self, insertions: list[_Insertion]) -> bytes:
        """Return the file with insertions, which come in the order of the file."""
        splices = [Splice(Span(one.offset, one.offset), one.words) for one in insertions]
        try:
            return spliced(self.source, self._data, splices)
        except UnicodeEncodeError as error:
            raise CannotNoteError(
                f"the reason cannot be written in the encoding of the file, {self.source.encoding}"
            ) from error

    def has_range(self, written: bytes, first: int, last: int) -> bool:
        """Whether the file as it is written reads as before, and has a range round some blocks."""
        document = self._unchanged(written)
        return document is not None and any(
            stet.end is not None
            and stet.covers is not None
            and self._rule in stet.names
            and stet.covers.start <= document.blocks[first].start
            and document.blocks[last].end <= stet.covers.end
            for stet in find_stets(document)
        )

    def _unchanged(self, written: bytes) -> Document | None:
        """Return the draft as it is written; None where it cannot be read, or has other blocks."""
        try:
            document = Document(self._reader.read(self._path, written))
        except UnreadableError:
            return None
        return document if self._read_blocks(document) == self._read_blocks(self.document) else None

    @staticmethod
    def _read_blocks(document: Document) -> list[tuple[BlockKind, str]]:
        return [(block.kind, document.slice(block.span)) for block in document.blocks]

    def failed(self, written: bytes, indexes: list[int]) -> list[int]:
        """Return the blocks that do not stand in the file as it is written, or whose note harms the prose."""
        try:
            document = Document(self._reader.read(self._path, written))
        except UnreadableError:
            return indexes
        before, after = self._read_blocks(self.document), self._read_blocks(document)
        if before != after:
            pairs = zip(before, after, strict=False)
            changed = next((number for number, (one, other) in enumerate(pairs) if one != other), len(after))
            return [min(indexes, key=lambda index: (abs(index - changed), index))]
        stets = [stet for stet in find_stets(document) if self._rule in stet.names]
        if any(stet.covers is None for stet in stets):
            return []
        standing = {index for stet in stets for index in _covered(document, stet)}
        return [index for index in indexes if index not in standing]

    def _into_note(self, stets: Iterable[Stet]) -> Iterator[_Insertion]:
        """Yield the rule, put into a note that is there already and gives no other reason."""
        for stet in stets:
            if stet.places and stet.reason == (self._reason or stet.reason):
                yield _Insertion(stet.places[-1].end, f", {self._rule}")

    def _note(self, word: str) -> str:
        reason = f" -- {self._reason}" if self._reason else ""
        return self._reader.note.replace("{}", f"{word}: {self._rule}{reason}").replace("\n", self._line_end)


def _covered(document: Document, stet: Stet) -> Iterator[int]:
    """Yield the indexes of the blocks that a note covers: one, or a dateline with its paragraph.

    A range may cover part of a block: it is passed over.
    """
    if stet.covers is not None and stet.end is None and document.blocks:
        yield from range(document.block_index(stet.covers.start), document.block_index(stet.covers.end) + 1)
