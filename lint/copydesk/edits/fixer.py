"""Makes the corrections that rules propose. What it writes is read back before anybody else sees it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import Struct

from copydesk.document import Document
from copydesk.edits.splice import Splice, spliced
from copydesk.errors import CannotWriteError
from copydesk.model.prose import BlockKind, Span
from copydesk.model.report import Diagnostic, PlacedFix
from copydesk.model.source import Source
from copydesk.readers import Reader


class Corrected(Struct, frozen=True):
    """A draft after corrections.

    data  the whole file; its encoding, byte order mark and line ends are as they were
    made  the findings whose corrections are in it
    """

    data: bytes
    made: list[Diagnostic]


class _Change(Struct, frozen=True):
    """One edit. `span` is the stretch in the prose; None for what is no prose."""

    stretch: Span
    words: str
    span: Span | None


class _Correction(Struct, frozen=True):
    """A finding, and all the edits of its fix."""

    finding: Diagnostic
    changes: tuple[_Change, ...]


def correct(
    path: str, data: bytes, reader: Reader, findings: Iterable[Diagnostic], *, unsafe: bool
) -> Corrected:
    """Apply the corrections that can be applied together.

    A correction is made whole or not at all. It is left where it overlaps one that is made, stands in a
    quotation, a block quote or round markup or a note, or where the draft, read again, would not say
    exactly what was meant.

    path      as it was named to copydesk
    data      the whole file, as it was when the findings were made
    findings  those whose corrections may be made
    unsafe    whether the unsafe ones may be made as well

    Raises: CannotWriteError for a Word document that is signed.
    """
    document = Document(reader.read(path, data))
    wanted = []
    taken = _Taken()
    for finding in sorted(findings, key=lambda finding: finding.order):
        if finding.fix is None or (finding.fix.applicability != "safe" and not unsafe):
            continue
        correction = _Correction(finding, tuple(_changes(document.source, finding.fix)))
        if _is_allowed(document, correction.changes) and taken.take(correction.changes):
            wanted.append(correction)
    if wanted and not reader.is_text:
        from copydesk.edits.word.parts import open_package

        open_package(path, data)
    draft = _Rewriting(path, data, reader, document)
    made = _faithful(draft, [], wanted)
    if not made:
        return Corrected(data, [])
    return Corrected(_written(draft, made), [correction.finding for correction in made])


class _Taken:
    """The spans of a file that corrections change; no two overlap or touch."""

    def __init__(self) -> None:
        self._stretches: list[Span] = []

    def take(self, changes: Sequence[_Change]) -> bool:
        """Reserve the spans of a fix; return False where one overlaps a reserved span."""
        stretches = sorted(change.stretch for change in changes)
        apart = all(one.end < other.start for one, other in pairwise(stretches))
        if not (stretches and apart and all(self._is_free(stretch) for stretch in stretches)):
            return False
        for stretch in stretches:
            self._stretches.insert(bisect_left(self._stretches, stretch), stretch)
        return True

    def _is_free(self, stretch: Span) -> bool:
        index = bisect_left(self._stretches, stretch)
        beside = self._stretches[max(0, index - 1) : index + 1]
        return all(other.end < stretch.start or stretch.end < other.start for other in beside)


class _Rewriting(Struct, frozen=True):
    """A draft that is being corrected."""

    path: str
    data: bytes
    reader: Reader
    document: Document


def _changes(source: Source, fix: PlacedFix) -> Iterable[_Change]:
    for edit in fix.edits:
        place = edit.place
        start, end = source.offset(place.line, place.column), source.offset(place.end_line, place.end_column)
        yield _Change(Span(start, end), edit.replacement, edit.span)


def _is_allowed(document: Document, changes: Iterable[_Change]) -> bool:
    """Whether edits change no other person's words, and nothing between the words that is not prose."""
    for change in changes:
        span = change.span
        if span is None:
            continue
        block = document.block_at(span.start)
        if not block.span.contains(span) or block.kind is BlockKind.BLOCK_QUOTE:
            return False
        if "<" in document.source.text[
            change.stretch.start : change.stretch.end
        ] and "<" not in document.slice(span):
            return False
        quotes = document.quotes
        ends = (Span(span.start, span.start), Span(span.end, span.end))
        if quotes.within(span) or any(quotes.hold(end) for end in ends):
            return False
        letters = [document.to_source(Span(at, at + 1)) for at in range(span.start, span.end)]
        if any(one.end != other.start for one, other in pairwise(letters)):
            return False
    return True


def _faithful(draft: _Rewriting, made: list[_Correction], more: list[_Correction]) -> list[_Correction]:
    """Return the corrections that leave the draft saying what was meant, those made before among them.

    Where all together do not, halves are tried, down to the ones at fault.
    """
    if not more:
        return made
    together = [*made, *more]
    if _says_what_was_meant(draft, together):
        return together
    if len(more) == 1:
        return made
    middle = len(more) // 2
    return _faithful(draft, _faithful(draft, made, more[:middle]), more[middle:])


def _says_what_was_meant(draft: _Rewriting, made: list[_Correction]) -> bool:
    """Whether the corrected file, read again, has the prose with the edits in it and nothing else new."""
    before = draft.document
    try:
        after = Document(draft.reader.read(draft.path, _written(draft, made)))
    except Exception:  # an encoding that lacks a letter, or a reader that no longer can read it
        return False
    if after.source.encoding != before.source.encoding and not after.source.text.isascii():
        return False
    changes = [change for correction in made for change in correction.changes]
    read = [(block.kind, after.slice(block.span).strip()) for block in after.blocks]
    return (
        read == _meant(before, changes)
        and _quoted(before) == _quoted(after)
        and _keeps_notes(before, after, changes)
    )


def _meant(document: Document, changes: Iterable[_Change]) -> list[tuple[BlockKind, str]]:
    """Return the blocks of the prose with the edits in it; one in which no word is left is gone."""
    edits = sorted((change.span, change.words) for change in changes if change.span is not None)
    waiting = iter(edits)
    edit = next(waiting, None)
    meant = []
    for block in document.blocks:
        parts, at = [], block.start
        while edit is not None and edit[0].start <= block.end:
            span, words = edit
            parts += [document.text[at : span.start], words]
            at = span.end
            edit = next(waiting, None)
        text = "".join([*parts, document.text[at : block.end]]).strip()
        if text:
            meant.append((block.kind, text))
    return meant


def _quoted(document: Document) -> list[str]:
    return [document.slice(quotation.span) for quotation in document.quotes]


def _keeps_notes(before: Document, after: Document, changes: Iterable[_Change]) -> bool:
    """Whether every note that no edit was about is still there, and no new one."""
    about = [change.stretch for change in changes if change.span is None]
    kept = [
        note.text
        for note in before.notes
        if not any(stretch.overlaps(Span(note.start, note.end)) for stretch in about)
    ]
    found = iter([note.text for note in after.notes])
    return len(after.notes) <= len(before.notes) and all(text in found for text in kept)


def _written(draft: _Rewriting, made: Iterable[_Correction]) -> bytes:
    """Return the corrected file. In a Word document the corrections are tracked changes."""
    changes = sorted(
        (change for correction in made for change in correction.changes), key=lambda c: c.stretch
    )
    source = draft.document.source
    if draft.reader.is_text:
        return spliced(source, draft.data, [Splice(change.stretch, change.words) for change in changes])
    from copydesk.edits.word.changes import Change, with_changes

    tracked = []
    for change in changes:
        start, end = source.position(change.stretch.start), source.position(change.stretch.end)
        if start.line != end.line:
            raise CannotWriteError("a change that joins paragraphs is made by hand")
        tracked.append(Change(start.line - 1, start.column - 1, end.column - 1, change.words))
    return with_changes(draft.path, draft.data, tracked)
