"""Corrections in Word documents, as tracked changes that an editor accepts or refuses in Word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from msgspec import Struct

from copydesk.edits.word.archive import repacked
from copydesk.edits.word.parts import now, open_package
from copydesk.edits.word.runs import (
    Splice,
    chunk_from,
    chunk_up_to,
    cut_after,
    cut_before,
    namespace,
    preserved,
    spliced,
)
from copydesk.errors import CannotWriteError
from copydesk.readers.word.comments import AUTHOR
from copydesk.readers.word.paragraphs import Chunk, Paragraph, Run
from copydesk.readers.word.reader import read_story

_ID = re.compile(rb"w:id=[\"'](\d{1,9})[\"']")
_ENDS, _BEGINS = 1, 2
"""In which order what is written stands at one place: first what ends there."""


class Change(Struct, frozen=True, order=True):
    """Words that take the place of `start:end` of a line of the text, which is a paragraph; all from 0."""

    line: int
    start: int
    end: int
    words: str


def with_changes(path: str, data: bytes, changes: Iterable[Change]) -> bytes:
    """Return the document with its words changed, under tracking.

    path     as it was named to copydesk
    changes  none overlaps or touches another

    Raises: CannotWriteError for words in a field, which Word fills in, and in a text box, which a file holds
    twice; UnreadableError for a document that cannot be read.
    """
    package = open_package(path, data)
    story = read_story(package)
    by_part: dict[str, list[Change]] = {}
    for change in sorted(changes):
        by_part.setdefault(story.parts[change.line], []).append(change)
    changed: dict[str, bytes] = {}
    for part, here in by_part.items():
        xml = package.read(part)
        namespace(xml)  # refuses what is not called `w:…`
        tracker = _Tracker(xml)
        for change in here:
            tracker.change(story.paragraphs[change.line], change)
        changed[part] = spliced(xml, tracker.splices)
    return repacked(package, data, changed)


class _Tracker:
    """The changes of one part, as bytes that are put into it."""

    def __init__(self, xml: bytes) -> None:
        self.splices: list[Splice] = []
        self._xml = xml
        self._next = max((int(match[1]) for match in _ID.finditer(xml)), default=0) + 1
        self._date = now()

    def change(self, paragraph: Paragraph, change: Change) -> None:
        """Delete what stands at a stretch of a paragraph, and insert the words after it."""
        if paragraph.host is not None:
            raise CannotWriteError("words in a text box stand twice in the file: change them by hand")
        if change.start == change.end:
            self._insert_only(paragraph, change)
            return
        taken = [
            chunk
            for chunk in paragraph.chunks
            if chunk.at < change.end and chunk.at + len(chunk.text) > change.start
        ]
        runs = list(_by_run(taken))
        for number, (run, chunks) in enumerate(runs, 1):
            words = change.words if number == len(runs) else ""
            self._delete(chunks, change.start, change.end, self._inserted(run, words))

    def _delete(self, chunks: Sequence[Chunk], start: int, end: int, inserted: bytes) -> None:
        """Delete what stands at a stretch in one run, and put `inserted` after it."""
        xml, first, last = self._xml, chunks[0], chunks[-1]
        for chunk in chunks:
            self._rename(chunk, whole_start=start <= chunk.at, whole_end=end >= chunk.at + len(chunk.text))
        begin = cut_before(xml, first, max(start, first.at))
        stop = cut_after(xml, last, min(end, last.at + len(last.text)))
        opened = begin.open.replace(b"<w:t ", b"<w:delText ") if start > first.at else begin.open
        closed = stop.close.replace(b"</w:t>", b"</w:delText>")
        self._put(begin.at, _BEGINS, begin.close + self._tag(b"del") + opened)
        self._put(stop.at, _ENDS, closed + b"</w:del>" + inserted + stop.open)

    def _rename(self, chunk: Chunk, *, whole_start: bool, whole_end: bool) -> None:
        """Give the element of deleted text the name of one; where it is cut, only the part that goes."""
        if chunk.close == chunk.tag:  # a tab or a break
            return
        if whole_start:
            self.splices.append(Splice(chunk.tag, chunk.tag + len(b"<w:t"), 0, b"<w:delText"))
        if whole_end:
            self.splices.append(Splice(chunk.close, chunk.close + len(b"</w:t"), 0, b"</w:delText"))
        self.splices += preserved(self._xml, chunk)

    def _insert_only(self, paragraph: Paragraph, change: Change) -> None:
        chunk = chunk_up_to(paragraph, change.start)
        if chunk is not None and chunk.at + len(chunk.text) >= change.start:
            cut = cut_after(self._xml, chunk, change.start)
        else:
            chunk = chunk_from(paragraph, change.start)
            if chunk is None or chunk.at > change.start:
                raise CannotWriteError("there are no words beside which these could stand")
            cut = cut_before(self._xml, chunk, change.start)
        (run, _), *_ = _by_run([chunk])
        self.splices += preserved(self._xml, chunk)
        self._put(cut.at, _ENDS, cut.close + self._inserted(run, change.words) + cut.open)

    def _inserted(self, run: Run, words: str) -> bytes:
        """The words as an insertion in the format of a run; nothing for no words."""
        if not words:
            return b""
        first, last = run.props
        text = escape(words).encode()
        inside = b'<w:r>%b<w:t xml:space="preserve">%b</w:t></w:r>' % (self._xml[first:last], text)
        inserted = self._tag(b"ins") + inside + b"</w:ins>"
        if run.inserted < 0:
            return inserted
        # Insertions do not stand in each other: the one around it ends before and begins again after.
        around = self._xml[run.inserted : self._xml.index(b">", run.inserted) + 1]
        name = around[1:].split(None, 1)[0].rstrip(b">")
        return b"</%b>%b%b" % (name, inserted, _ID.sub(b'w:id="%d"' % self._number(), around, count=1))

    def _tag(self, name: bytes) -> bytes:
        author, date = AUTHOR.encode(), self._date.encode()
        return b'<w:%b w:id="%d" w:author="%b" w:date="%b">' % (name, self._number(), author, date)

    def _number(self) -> int:
        self._next += 1
        return self._next - 1

    def _put(self, at: int, rank: int, words: bytes) -> None:
        self.splices.append(Splice(at, at, rank, words))


def _by_run(chunks: Iterable[Chunk]) -> Iterator[tuple[Run, list[Chunk]]]:
    """The pieces of text by the runs that hold them. Raises: CannotWriteError for what Word fills in."""
    for _, group in groupby(chunks, key=lambda chunk: id(chunk.run)):
        together = list(group)
        run = together[0].run
        if run is None or any(chunk.locked or not chunk.is_prose for chunk in together):
            raise CannotWriteError("words that Word fills in by itself are not changed")
        yield run, together
