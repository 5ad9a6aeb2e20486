"""The text of the page brought back into the file that it came from.

Only the words that changed are changed in the file. In a Word document they are tracked changes, in an HTML
page they stand in the place of the old ones. What is written is read again before anybody gets it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from html import escape

from msgspec import Struct
from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from copydesk.desk.rendition import blocks_of, reads_the_same
from copydesk.document import Document
from copydesk.edits.splice import Splice, spliced
from copydesk.engine.stet import find_stets
from copydesk.errors import CannotWriteError, UnreadableError
from copydesk.model.prose import OBJECT, Block, BlockKind, Prose, Span, Stet
from copydesk.readers import Reader

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 50
"""From what likeness on, in percent, a paragraph is an earlier one, edited."""

_ITEMS = r"p|h[1-6]|li|blockquote|div|td|th|figcaption|dd|dt|pre"
_TAGS = re.compile(
    rf"</(?:{_ITEMS})\s*>|(?=</?(?:{_ITEMS}|[duo]l|table|tbody|tr|figure|section|article|main|body)\b)", re.I
)
"""The end of a paragraph, or the beginning of what follows it."""
_OPENS = re.compile(rf"<(?:{_ITEMS})\b[^<>]*>\s*\Z", re.I)
_FAR = 4_000
"""How far from the words of a paragraph its tags are looked for."""

_ELSEWHERE = "save it as Markdown, or as a new Word document"


class Edit(Struct, frozen=True, order=True):
    """Words that take the place of `start:end` of the original prose, inside of one block."""

    start: int
    end: int
    words: str


class Added(Struct, frozen=True):
    """A new paragraph; it stands before the block of this number of the original prose."""

    before: int
    kind: BlockKind
    words: str


def returned(path: str, data: bytes, reader: Reader, shown: Prose, edited: Document) -> bytes:
    """Return the file with what was changed on the page.

    path, data, reader  the file as it was opened
    shown               the text that the page showed of it then, read
    edited              the text that it shows now, read

    Raises: CannotWriteError for what cannot be brought back; UnreadableError.
    """
    original = Document(reader.read(path, data))
    if not reads_the_same(original, shown):
        raise CannotWriteError(f"cannot be brought back into {path}: {_ELSEWHERE}")
    edits, added = compare(original, edited)
    if not reader.is_text:
        written = _into_word(path, data, original, edits, added)
    elif added and reader.name != "html":
        raise CannotWriteError(f"has a new paragraph, which is made by hand in {path}: {_ELSEWHERE}")
    else:
        spelled = _in_html if reader.name == "html" else _in_json
        written = _into_text(path, data, original, edits, added, spelled)
    now = _read(path, written, reader)
    there = {_noted(now, stet) for stet in _own(now)}
    stets = [stet for stet in _own(edited) if _noted(edited, stet) not in there]
    if stets and not (reader.name == "html" or not reader.is_text):
        raise CannotWriteError(f"has a note, and none can be in {path}: {_ELSEWHERE}")
    if any(stet.end for stet in stets):
        raise CannotWriteError(f"has a new stet-begin, which is written by hand in {path}: {_ELSEWHERE}")
    if stets:
        note = _noted_html if reader.is_text else _noted_word
        written = note(path, written, now, edited, stets)
    again = _read(path, written, reader)
    if _stets(again) != _stets(edited):
        raise CannotWriteError(
            f"lacks a note that stays in {path}, or has one where none can be: "
            f"take it out there, or {_ELSEWHERE}"
        )
    if not reads_the_same(again, edited) or _objects(edited) != _objects(shown):
        raise CannotWriteError(f"holds changes that cannot be brought back into {path}: {_ELSEWHERE}")
    return written


def _read(path: str, data: bytes, reader: Reader) -> Document:
    """What was written, read again."""
    try:
        return Document(reader.read(path, data))
    except UnreadableError as error:
        raise CannotWriteError(f"cannot be brought back into {path}: {_ELSEWHERE}") from error


def compare(original: Prose, edited: Prose) -> tuple[list[Edit], list[Added]]:
    """Return what was changed inside of blocks, and the blocks that are new."""
    old = [original.slice(block.span) for block in original.blocks]
    new = [edited.slice(block.span) for block in edited.blocks]
    edits: list[Edit] = []
    added: list[Added] = []
    for first, last, other_first, other_last in _gaps(old, new):
        pairs = _pairs(old[first:last], new[other_first:other_last])
        taken = {other for _, other in pairs}
        at = first
        for one, other in pairs:
            edits += _edits(original.blocks[first + one].start, old[first + one], new[other_first + other])
        gone = {one for one, _ in pairs}
        for number in range(first, last):
            if number - first not in gone:
                block = original.blocks[number]
                edits.append(Edit(block.start, block.end, ""))
        for other in range(other_last - other_first):
            if other in taken:
                at = first + next(one for one, found in pairs if found == other) + 1
            else:
                added.append(Added(at, edited.blocks[other_first + other].kind, new[other_first + other]))
    return sorted(edits), added


def _gaps(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The stretches of two lists that differ."""
    at = other = 0
    for block in Indel.opcodes(old, new):
        if block.tag != "equal":
            continue
        if at < block.src_start or other < block.dest_start:
            yield at, block.src_start, other, block.dest_start
        at, other = block.src_end, block.dest_end
    if at < len(old) or other < len(new):
        yield at, len(old), other, len(new)


def _pairs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Which paragraph became which, in order on both sides."""
    if len(old) == len(new):
        return [(number, number) for number in range(len(old))]
    pairs: list[tuple[int, int]] = []
    following = 0
    for one, text in enumerate(old):
        likely = [(ratio(text, new[other]), -other) for other in range(following, len(new))]
        best, negative = max(likely, default=(0, 0))
        if best >= _ALIKE:
            pairs.append((one, -negative))
            following = -negative + 1
    return pairs


def _edits(start: int, old: str, new: str) -> Iterator[Edit]:
    """The words that changed between two texts; neighbours are one edit."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    starts = [start]
    for token in before:
        starts.append(starts[-1] + len(token))
    for first, last, other_first, other_last in _gaps(before, after):
        yield Edit(starts[first], starts[last], "".join(after[other_first:other_last]))


def _in_html(words: str) -> str:
    return escape(words, quote=False)


def _in_json(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)[1:-1]


def _into_text(
    path: str,
    data: bytes,
    original: Document,
    edits: Sequence[Edit],
    added: Sequence[Added],
    spelled: Callable[[str], str],
) -> bytes:
    """The file with other words, in place; what stands round them stays.

    spelled  spells words as the format does; new paragraphs are those of HTML
    """
    splices: list[Splice] = []
    for edit in edits:
        if edit.start == edit.end:
            at = original.to_source(Span(edit.start - 1, edit.start)).end if edit.start else 0
            if original.block_at(edit.start).start == edit.start:
                at = original.to_source(Span(edit.start, edit.start + 1)).start
            splices.append(Splice(Span(at, at), spelled(edit.words)))
            continue
        words = spelled(edit.words)
        for stretch in _stretches(original, Span(edit.start, edit.end)):
            splices.append(Splice(stretch, words))
            words = ""
    text = original.source.text
    by_place: dict[int, str] = {}
    for one in added:
        after = one.before > 0
        block = original.blocks[max(one.before - 1, 0)] if original.blocks else None
        at = len(text) if block is None else _beside(original, block, after=after)
        tag = "li" if one.kind is BlockKind.LIST_ITEM else "p"
        paragraph = f"<{tag}>{spelled(one.words)}</{tag}>"
        by_place[at] = by_place.get(at, "") + (f"\n{paragraph}" if after else f"{paragraph}\n")
    splices += [Splice(Span(at, at), words) for at, words in by_place.items()]
    return _spliced(path, data, original, splices)


def _spliced(path: str, data: bytes, document: Document, splices: Sequence[Splice]) -> bytes:
    try:
        return spliced(document.source, data, sorted(splices, key=lambda one: one.stretch))
    except UnicodeEncodeError as error:
        encoding = document.source.encoding
        raise CannotWriteError(
            f'holds "{error.object[error.start]}", which {path} cannot hold, being {encoding}: {_ELSEWHERE}'
        ) from error


def _stretches(document: Document, span: Span) -> Iterator[Span]:
    """What was read for a span, less the tags between."""
    start = end = -1
    for at in range(span.start, span.end):
        place = document.to_source(Span(at, at + 1))
        if place.start == end or place.start < end:
            end = max(end, place.end)
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = place.start, place.end
    yield Span(start, end)


def _beside(document: Document, block: Block, *, after: bool) -> int:
    """Where a paragraph begins that stands after a block of an HTML page, or before it."""
    place, text = document.to_source(block.span), document.source.text
    if after:
        closes = _TAGS.search(text, place.end, place.end + _FAR)
        return closes.end() if closes else place.end
    opens = _OPENS.search(text, max(0, place.start - _FAR), place.start)
    return opens.start() if opens else place.start


def _into_word(
    path: str, data: bytes, original: Document, edits: Sequence[Edit], added: Sequence[Added]
) -> bytes:
    """The document with the changes tracked, author copydesk."""
    from copydesk.edits.word.changes import Change, NewParagraph, with_changes

    if added and not original.blocks:
        raise CannotWriteError(f"cannot be brought into {path}, which is empty: {_ELSEWHERE}")
    fresh = []
    for one in added:
        block = original.blocks[max(one.before - 1, 0)]
        line = original.source.position(original.to_source(block.span).start).line - 1
        alike = one.kind is block.kind is not BlockKind.HEADLINE
        fresh.append(NewParagraph(line, one.words, after=one.before > 0, alike=alike))
    changes = []
    for edit in edits:
        if edit.start == edit.end:
            block = original.block_at(edit.start)
            first = edit.start == block.start
            near = Span(edit.start, edit.start + 1) if first else Span(edit.start - 1, edit.start)
            place = original.to_source(near)
            at = place.start if first else place.end
            place = Span(at, at)
        else:
            place = original.to_source(Span(edit.start, edit.end))
        start, end = original.source.position(place.start), original.source.position(place.end)
        if start.line != end.line:
            raise CannotWriteError(f"joins paragraphs, which is done by hand in {path}: {_ELSEWHERE}")
        changes.append(Change(start.line - 1, start.column - 1, end.column - 1, edit.words))
    return with_changes(path, data, changes, fresh) if changes or fresh else data


def _noted(document: Document, stet: Stet) -> tuple[str, int]:
    """What a note says, and the number of the block that it covers first; -1 for the whole draft."""
    if stet.covers is None:
        return str(stet), -1
    is_range = stet.end is not None
    return str(stet), (
        blocks_of(document, stet.covers)[0] if is_range else document.block_index(stet.covers.start)
    )


def _own(document: Document) -> list[Stet]:
    return [stet for stet in find_stets(document) if stet.names]


def _stets(document: Document) -> list[str]:
    return sorted(map(str, _own(document)))


def _noted_html(path: str, data: bytes, document: Document, edited: Document, stets: Sequence[Stet]) -> bytes:
    """The page with stet notes as comments at the ends of their blocks."""
    places: dict[int, str] = {}
    for stet in stets:
        block = _block_of(document, edited, stet)
        at = document.to_source(block.span).end
        places[at] = places.get(at, "") + f" <!-- {stet!s} -->"
    return _spliced(path, data, document, [Splice(Span(at, at), words) for at, words in places.items()])


def _noted_word(path: str, data: bytes, document: Document, edited: Document, stets: Sequence[Stet]) -> bytes:
    """The document with stet notes as comments at the words that they cover."""
    from copydesk.edits.word.comments import Remark
    from copydesk.edits.word.marking import mark

    remarks = []
    for stet in stets:
        place = document.to_source(_block_of(document, edited, stet).span)
        start, end = document.source.position(place.start), document.source.position(place.end)
        lines = (str(stet),)
        remarks.append(Remark((start.line - 1, start.column - 1), (end.line - 1, end.column - 1), lines))
    return mark(path, data, remarks)


def _block_of(document: Document, edited: Document, stet: Stet) -> Block:
    """The block of the file that a note of the page covers; the first one for a note on the draft."""
    if len(document.blocks) != len(edited.blocks):
        raise CannotWriteError(f"has a note that cannot be brought back: {_ELSEWHERE}")
    return document.blocks[0 if stet.covers is None else edited.block_index(stet.covers.start)]


def _objects(document: Prose) -> list[str]:
    """What stands for the objects of the prose in the text of the page."""
    return [
        document.source.text[place.start : place.end]
        for at, one in enumerate(document.text)
        if one == OBJECT
        for place in [document.to_source(Span(at, at + 1))]
    ]
