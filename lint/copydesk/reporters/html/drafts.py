"""A draft as the page shows it: rows of text with its notes beside it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from msgspec import Struct

from copydesk.document import Document
from copydesk.model.prose import OBJECT, BlockKind, Span
from copydesk.model.report import CheckedDraft, Diagnostic, Place
from copydesk.reporters import RenderOptions, RuleNote, why_lowered
from copydesk.reporters.groups import gravest_first
from copydesk.reporters.html.sources import Person, Silence, SourceRow, people_of, silences_of, sources_of
from copydesk.wording import plain_name, printable

LONGEST_OBJECT = 60


class Link(Struct, frozen=True):
    """Another place: where it is, in words, and the id of its paragraph where that is on the page."""

    where: str
    target: str | None
    message: str


class Note(Struct, frozen=True):
    """A finding beside its paragraph.

    key     what ids on the page are made of
    number  its number in the draft, in the order of the text
    marked  whether its words are marked in the text
    stet    the line that lets it stand, as it is written in the draft; empty where none can
    inside  whether that line is written among the words, and not as a comment of a program
    """

    key: str
    number: int
    finding: Diagnostic
    rule: RuleNote
    links: list[Link]
    marked: bool
    stet: str = ""
    inside: bool = True

    @property
    def name(self) -> str:
        """What people call its rule."""
        return plain_name(self.finding.rule)

    @property
    def severity(self) -> str:
        """`error`, `warning` or `info`."""
        return self.finding.severity.label

    @property
    def lowered(self) -> str:
        """Why it has not the severity that its rule promises; empty where it has."""
        return why_lowered(self.finding)

    @property
    def message(self) -> str:
        """The message with a capital, unless it begins with a quoted word of the draft."""
        message = printable(self.finding.message)
        return message[:1].upper() + message[1:]


class Piece(Struct, frozen=True):
    """A stretch of a paragraph.

    notes   the notes that it is marked for
    ends    those that end with it: their numbers stand behind it
    object  whether it is code or a web address instead of prose
    whole   whether it is marked only because all of its paragraph is
    """

    text: str
    notes: list[Note]
    ends: list[Note]
    object: bool
    whole: bool

    @property
    def severity(self) -> str:
        """The gravest of its notes."""
        return max(self.notes, key=lambda note: note.finding.severity).severity


class Row(Struct, frozen=True):
    """A block of the draft, with the notes that begin in it; `line` is its line in the file."""

    key: str
    kind: str
    line: int
    pieces: list[Piece]
    notes: list[Note]


class Draft(Struct, frozen=True):
    """A draft on the page.

    title  its headline; its path where it has none
    gist   its notes by what they are about, the gravest first
    apart  notes on what is not in the text: front matter, notes of the desk, the file as a whole
    unit   what a line of the file is called
    """

    key: str
    draft: CheckedDraft
    title: str
    gist: list[tuple[str, list[Note]]]
    counts: list[tuple[str, int]]
    apart: list[Note]
    rows: list[Row]
    people: list[Person]
    sources: list[SourceRow]
    silent: list[Silence]
    unit: str


def view(
    number: int,
    draft: CheckedDraft,
    findings: Sequence[Diagnostic],
    rules: Mapping[str, RuleNote],
    options: RenderOptions,
) -> Draft:
    """Return a draft with its findings. Where it cannot be read again its notes stand without the text."""
    key = f"d{number + 1}"
    counts = sorted(Counter(finding.severity for finding in findings).items(), reverse=True)
    document = options.document(draft.path)
    text = _Text(key, document) if document is not None else None
    notes = []
    for n, finding in enumerate(sorted(findings, key=_in_text_order), 1):
        spans = text.spans(finding.place) if text else []
        rule = rules.get(finding.rule) or RuleNote(finding.rule, finding.family, finding.severity, "", "")
        links = [_link(related.place, related.message, draft.path, text) for related in finding.related]
        line, inside = _stet(finding, options.note_in(draft.format))
        notes.append((Note(f"{key}n{n}", n, finding, rule, links, bool(spans), line, inside), spans))
    of_finding = {id(note.finding): note for note, _ in notes}
    return Draft(
        key,
        draft,
        _headline(document) or draft.path,
        [(title, [of_finding[id(finding)] for finding in some]) for title, some in gravest_first(findings)],
        [(severity.label, count) for severity, count in counts],
        [note for note, spans in notes if not spans],
        text.rows(notes) if text else [],
        people_of(document, text.block_key) if document and text else [],
        sources_of(document, text.block_key) if document and text else [],
        silences_of(document, text.block_key) if document and text else [],
        document.source.unit if document else "line",
    )


def _stet(finding: Diagnostic, template: str) -> tuple[str, bool]:
    """Return the note that lets a finding stand, and whether it is written among the draft's words."""
    if finding.family == "engine":
        return "", True
    words = f"stet: {finding.rule} -- reason"
    return (template.replace("{}", words), True) if template else (words, False)


def _headline(document: Document | None) -> str:
    blocks = document.blocks if document is not None else ()
    headline = next((block for block in blocks if block.kind is BlockKind.HEADLINE), None)
    return "" if headline is None or document is None else document.slice(headline.span).replace(OBJECT, "…")


def _in_text_order(finding: Diagnostic) -> tuple[int, int, int, str]:
    return finding.place.line, finding.place.column, -finding.severity, finding.rule


def _link(place: Place, message: str, here: str, text: _Text | None) -> Link:
    where = place.label or f"line {place.line}"
    if place.path != here:
        return Link(f"{place.path}, {where}", None, message)
    spans = text.spans(place) if text else []
    target = text.block_key(spans[0].start) if text and spans else None
    return Link(where, target, message)


class _Text:
    """The prose of a draft, with the mapping from places of the file to it."""

    def __init__(self, key: str, document: Document) -> None:
        self._key = key
        self._document = document
        self._sources = [document.to_source(block.span) for block in document.blocks]
        self._ends = [source.end for source in self._sources]
        self._characters = cache(self._read_characters)

    def block_key(self, offset: int) -> str:
        """Return the id of the block at an offset of the prose."""
        return f"{self._key}b{self._document.block_index(offset) + 1}"

    def spans(self, place: Place) -> list[Span]:
        """Return the prose that was read from a place of the file, block by block.

        Empty if there is none.
        """
        try:
            start = self._document.source.offset(place.line, place.column)
            end = self._document.source.offset(place.end_line, place.end_column)
        except IndexError:  # the draft has changed since
            return []
        found = []
        index = bisect_right(self._ends, start)
        while index < len(self._sources) and self._sources[index].start < end:
            starts, ends = self._characters(index)
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first < last:
                block = self._document.blocks[index]
                found.append(Span(block.start + first, block.start + last))
            index += 1
        return found

    def _read_characters(self, index: int) -> tuple[list[int], list[int]]:
        """Return where in the file each character of a block begins and ends."""
        block = self._document.blocks[index]
        places = [self._document.to_source(Span(at, at + 1)) for at in range(block.start, block.end)]
        return [place.start for place in places], [place.end for place in places]

    def rows(self, notes: Sequence[tuple[Note, list[Span]]]) -> list[Row]:
        """Return every block with its notes."""
        marks: defaultdict[int, list[tuple[Span, Note]]] = defaultdict(list)
        beside: defaultdict[int, list[Note]] = defaultdict(list)
        for note, spans in notes:
            for span in spans:
                marks[self._document.block_index(span.start)].append((span, note))
            if spans:
                beside[self._document.block_index(spans[0].start)].append(note)
        last = {note.key: spans[-1] for note, spans in notes if spans}
        return [
            Row(
                f"{self._key}b{index + 1}",
                block.kind.value.replace(" ", "-"),
                self._document.source.position(self._sources[index].start).line,
                list(self._pieces(block.span, marks[index], last)),
                beside[index],
            )
            for index, block in enumerate(self._document.blocks)
        ]

    def _pieces(
        self, block: Span, marks: Sequence[tuple[Span, Note]], last: Mapping[str, Span]
    ) -> Iterator[Piece]:
        """Yield the block cut wherever a mark begins or ends, and around what is no prose."""
        text = self._document.text
        cuts = {block.start, block.end}
        for span, _ in marks:
            cuts.update((span.start, span.end))
        at = text.find(OBJECT, block.start, block.end)
        while at >= 0:
            cuts.update((at, at + 1))
            at = text.find(OBJECT, at + 1, block.end)
        ordered = sorted(cuts)
        for start, end in pairwise(ordered):
            piece = Span(start, end)
            inside = [note for span, note in marks if span.contains(piece)]
            ends = [note for span, note in marks if span.end == end and last[note.key] == span]
            is_object = text[start] == OBJECT
            words = self._shortened(piece) if is_object else text[start:end]
            whole = all(span == block for span, _ in marks if span.contains(piece))
            yield Piece(words, inside, ends, is_object, whole)

    def _shortened(self, piece: Span) -> str:
        """Return the file's text, shortened, where the prose has an object."""
        place = self._document.to_source(piece)
        text = " ".join(self._document.source.text[place.start : place.end].split())
        return text if len(text) <= LONGEST_OBJECT else f"{text[: LONGEST_OBJECT - 1]}…"
