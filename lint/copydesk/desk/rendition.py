"""A draft as Markdown that people read and write: what the page shows of a Word document or an HTML page.

Each block of the prose becomes a block of Markdown that reads the same. What the file has beside its words
(formats, pictures, comments that are no stet notes) stays in the file.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from operator import itemgetter

from copydesk.document import Document
from copydesk.engine.stet import find_stets
from copydesk.model.prose import DRAFT, OBJECT, Block, BlockKind, Prose, Span

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_MARKS = re.compile(
    r"[*`~|{}]"  # emphasis, code, struck words, cells, attributes of headings, templates
    r"|(?<![^\W_])_|_(?![^\W_])"  # emphasis: inside a word it is none
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|\](?=[(\[:])|\[(?=\^)|!(?=\[)"
    rf"|\\(?=[{_PUNCTUATION}]|\Z)"
)
"""What Markdown would read as more than itself."""

_LEAD = re.compile(r"(#{1,6}(?=\s|\Z)|[-+](?=\s|\Z)|>|=+\Z|-{2,}\Z|:(?=\s))|(\d{1,9})([.)])(?=\s|\Z)")
"""What it would read as more at the beginning of a block."""

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+")
_ELEMENT = re.compile(r"<(\w+)[^<>]{0,1000}>([^<>]{1,200})</\1")
_LONGEST_OBJECT = 200


def rendition(document: Document) -> str:
    """The draft as Markdown, its stet notes among the blocks."""
    notes: dict[int, list[str]] = {}
    for offset, words in _notes(document):
        notes.setdefault(offset, []).append(f"<!-- {words} -->")
    parts = notes.get(DRAFT, [])
    for kind, lines in groupby(_lines(document, notes), key=itemgetter(0)):
        parts += _together(kind, [text for _, text in lines])
    return "".join(f"{part}\n\n" for part in parts)[:-1]


def plain_rendition(document: Document) -> str:
    """The draft as plain text: a block a paragraph."""
    return "\n\n".join(_spelled(document, block, escape=False) for block in document.blocks)


def reads_the_same(one: Prose, other: Prose) -> bool:
    """Whether two drafts have the same words in the same blocks."""
    return [one.slice(block.span) for block in one.blocks] == [
        other.slice(block.span) for block in other.blocks
    ]


def _together(kind: BlockKind, texts: list[str]) -> list[str]:
    """Neighbours of one kind as blocks of Markdown: items in one list, cells in one table."""
    match kind:
        case BlockKind.HEADLINE:
            return [f"# {text}" for text in texts]
        case BlockKind.HEADING:
            return [f"## {text}" for text in texts]
        case BlockKind.CAPTION:
            return [f"<figcaption>{text}</figcaption>" for text in texts]
        case BlockKind.LIST_ITEM:
            return ["\n".join(f"- {text}" for text in texts)]
        case BlockKind.BLOCK_QUOTE:
            return ["\n>\n".join(f"> {text}" for text in texts)]
        case BlockKind.TABLE_CELL:
            head, *rows = (f"| {text} |" for text in texts)
            return ["\n".join([head, "| --- |", *rows])]
    return texts


def _lines(document: Document, notes: dict[int, list[str]]) -> Iterator[tuple[BlockKind, str]]:
    """Each block's kind and Markdown, notes behind it; a dateline stands in the line of its paragraph."""
    dateline = behind = ""
    for number, block in enumerate(document.blocks, 1):
        text = _spelled(document, block)
        behind += "".join(f" {one}" for one in notes.get(block.start, ()))
        if block.kind is BlockKind.DATELINE and number < len(document.blocks):
            dateline = f"{text} — "
            continue
        if not dateline and block.kind is not BlockKind.CAPTION:
            text = _LEAD.sub(_escaped_lead, text, count=1) if _LEAD.match(text) else text
        yield block.kind, f"{dateline}{text}{behind}"
        dateline = behind = ""


def _escaped_lead(match: re.Match[str]) -> str:
    return f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}"


def _spelled(document: Document, block: Block, *, escape: bool = True) -> str:
    """The words of a block in Markdown; what is no prose as code, or as the address that it is."""
    pieces = []
    at = block.start
    for offset in range(block.start, block.end):
        if document.text[offset] == OBJECT:
            pieces += [_words(document.text[at:offset], block.kind, escape=escape)]
            pieces += [_object(document, offset)]
            at = offset + 1
    pieces.append(_words(document.text[at : block.end], block.kind, escape=escape))
    return "".join(pieces)


def _words(text: str, kind: BlockKind, *, escape: bool) -> str:
    if not escape:
        return text
    # Templates of site builders know no backslash.
    if kind is BlockKind.CAPTION:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return text.replace("{", "&#123;")
    return _MARKS.sub(lambda match: f"\\{match[0]}", text).replace("\\{", "&#123;")


def _object(document: Document, offset: int) -> str:
    """What stands in the file for an object of the prose."""
    place = document.to_source(Span(offset, offset + 1))
    text = document.source.text[place.start : place.end]
    element = _ELEMENT.match(document.source.text, place.start)
    if element:
        text = unescape(element[2])
    text = " ".join(re.sub(r"<[^<>]*>", "", text).split())
    if _ADDRESS.fullmatch(text):
        return text
    inside = text[:_LONGEST_OBJECT].replace("`", "'") or "…"
    return f"`{inside}`"


def _notes(document: Document) -> Iterator[tuple[int, str]]:
    """Yield what each stet note says, and the start of the block that it stands behind; or DRAFT.

    A range is given by whole blocks: it begins with the first that begins in it.
    """
    stets = [stet for stet in find_stets(document) if stet.names]
    behind: list[tuple[int, int, str]] = []
    for stet in stets:
        if stet.covers is None or stet.end is None:
            yield DRAFT if stet.covers is None else stet.covers.start, str(stet)
            continue
        first, last = blocks_of(document, stet.covers)
        behind.append((first - 1, 2, str(stet)))
        behind.append((last - 1, 0 if first < last else 3, f"stet-end: {', '.join(stet.names)}"))
    for number, _, words in sorted(behind, key=itemgetter(0, 1)):
        yield DRAFT if number < 0 else document.blocks[number].start, words


def blocks_of(document: Document, covers: Span) -> tuple[int, int]:
    """Return the number of the first block that begins in a range, and of the first one after the range."""
    starts = [block.start for block in document.blocks]
    return bisect_left(starts, covers.start), bisect_left(starts, covers.end)
