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
_PROPERTIES = re.compile(rb"<w:p(?:\s[^<>]*)?>\s*<w:pPr>(.{0,4000}?)</w:pPr>", re.DOTALL)
_RUN_PROPERTIES = re.compile(rb"<w:rPr>.*?</w:rPr>|<w:rPr/>", re.DOTALL)
_ENDS, _BEGINS = 1, 2
"""In which order what is written stands at one place: first what ends there."""


class Change(Struct, frozen=True, order=True):
    """Words that take the place of `start:end` of a line of the text, which is a paragraph; all from 0."""

    line: int
    start: int
    end: int
    words: str


class NewParagraph(Struct, frozen=True):
    """A paragraph that is inserted beside a line of the text, from 0.

    after  whether it stands after that line, or before it
    alike  whether it has the style of the paragraph beside it, as an item of a list has
    """

    line: int
    words: str
    after: bool = True
    alike: bool = False


def with_changes(
    path: str, data: bytes, changes: Iterable[Change], added: Iterable[NewParagraph] = ()
) -> bytes:
    """Return the document with its words changed, under tracking.

    path     as it was named to copydesk
    changes  none overlaps or touches another
    added    those beside one line in their order

    Raises: CannotWriteError for words in a field, which Word fills in, and in a text box, which a file holds
    twice; UnreadableError for a document that cannot be read.
    """
    package = open_package(path, data)
    story = read_story(package)
    by_part: dict[str, list[Change]] = {}
    for change in sorted(changes):
        by_part.setdefault(story.parts[change.line], []).append(change)
    fresh: dict[str, list[NewParagraph]] = {}
    for one in added:
        fresh.setdefault(story.parts[one.line], []).append(one)
    changed: dict[str, bytes] = {}
    for part in dict.fromkeys([*by_part, *fresh]):
        xml = package.read(part)
        namespace(xml)  # refuses what is not called `w:…`
        tracker = _Tracker(xml)
        for change in by_part.get(part, ()):
            tracker.change(story.paragraphs[change.line], change)
        for one in fresh.get(part, ()):
            tracker.add(story.paragraphs[one.line], one)
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

    def add(self, beside: Paragraph, new: NewParagraph) -> None:
        """Insert a paragraph after another, or before it."""
        if beside.host is not None or not beside.chunks:
            raise CannotWriteError("beside a text box a paragraph is inserted by hand")
        xml, first = self._xml, beside.chunks[0].tag
        start = max(xml.rfind(b"<w:p ", 0, first), xml.rfind(b"<w:p>", 0, first))
        found = _PROPERTIES.match(xml, start) if new.alike else None
        style = b"" if found is None or b"sectPr" in found[1] or b"Change" in found[1] else found[1]
        style = _RUN_PROPERTIES.sub(b"", style)
        mark = self._tag(b"ins").replace(b">", b"/>")
        text = b'<w:r><w:t xml:space="preserve">%b</w:t></w:r>' % escape(new.words).encode()
        inside = b"<w:pPr>%b<w:rPr>%b</w:rPr></w:pPr>%b%b</w:ins>" % (style, mark, self._tag(b"ins"), text)
        end = xml.index(b"</w:p>", beside.chunks[-1].close) + len(b"</w:p>")
        self._put(end if new.after else start, _ENDS, b"<w:p>%b</w:p>" % inside)

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
        """Return the words as an insertion in the format of a run; nothing for no words."""
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
    """Yield the pieces of text by the runs that hold them.

    Raises: CannotWriteError for what Word fills in.
    """
    for _, group in groupby(chunks, key=lambda chunk: id(chunk.run)):
        together = list(group)
        run = together[0].run
        if run is None or any(chunk.locked or not chunk.is_prose for chunk in together):
            raise CannotWriteError("words that Word fills in by itself are not changed")
        yield run, together
