"""ArchieML: stories as keys and values, as newsrooms write them in shared documents (archieml.org).

- Keys, commands and brackets are no prose, nor what stands after `:ignore` or from `:skip` to `:endskip`.
- In a freeform array, `[+body]`, every line is a paragraph, and so it is in a value that `:end` closes.
- Keys say what words are: `headline`, `byline`, `caption`, `quote` and their like. A value of another key is
  prose where it is a sentence: it has a space in it and ends as a sentence does.
- Other lines are never published, so they are not read.
- The words are HTML where they have tags or entities. `[stet: …]` is a note.
"""

from __future__ import annotations

import re

from msgspec import Struct

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind, Prose
from copydesk.model.source import line_spans
from copydesk.readers.encoding import decode
from copydesk.readers.markup.html.reader import HtmlReader
from copydesk.readers.markup.templates import find_stets, mask
from copydesk.readers.markup.writer import ProseWriter
from copydesk.readers.parts.blocks import ends_sentence
from copydesk.readers.parts.dates import HEAD, KEYS, keep_dates

ROLES = {
    **dict.fromkeys(("headline", "hed", "title"), BlockKind.HEADLINE),
    **dict.fromkeys(("dek", "deck", "standfirst", "subhead", "subtitle", "summary"), BlockKind.STANDFIRST),
    **dict.fromkeys(("author", "authors", "byline", "by"), BlockKind.BYLINE),
    **dict.fromkeys(("alt", "caption", "cutline"), BlockKind.CAPTION),
    **dict.fromkeys(("blockquote", "pullquote", "quote"), BlockKind.BLOCK_QUOTE),
    **dict.fromkeys(("heading", "header", "subhed", "h1", "h2", "h3"), BlockKind.HEADING),
    **dict.fromkeys(("body", "p", "paragraph", "text"), BlockKind.PARAGRAPH),
}
"""What the values of keys are, in lower case."""

_KEY = re.compile(r"[ \t]*([A-Za-z0-9_\-\u00c0-\u017f.]+)[ \t]*:[ \t]*")
_COMMAND = re.compile(r"[ \t]*:[ \t]*(endskip|ignore|skip|end)(?![A-Za-z])", re.IGNORECASE)
_SCOPE = re.compile(r"[ \t]*[\[{][ \t]*([+.]*)[A-Za-z0-9_\-.+]*[ \t]*[\]}]")
_ITEM = re.compile(r"[ \t]*\*[ \t]*")


class _Line(Struct, frozen=True):
    """Words, where they stand, and what their key makes of them; None for what only a sentence could be."""

    start: int
    end: int
    kind: BlockKind | None


def read(path: str, data: bytes) -> Prose:
    """Read ArchieML.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    source = decode(path, data)
    builder = ProseBuilder(source)
    templates = find_stets(source.text)
    masked = mask(source.text, templates)
    writer = ProseWriter(builder, source.text, templates)
    html = HtmlReader(writer, source.text, masked)
    for line in _lines(masked):
        kind = line.kind
        if kind is None:
            words = masked[line.start : line.end].rstrip()
            if " " not in words or not ends_sentence(words):
                continue
            kind = BlockKind.PARAGRAPH
        writer.open(kind, line.start)
        html.feed([(line.start, line.end)], kind)
        html.end_block()
        writer.settle(line.end)
        writer.close()
    writer.finish()
    keep_dates(builder, source.text[:HEAD], KEYS)
    return builder.build()


def _lines(text: str) -> list[_Line]:
    """Return the lines that are published, in order."""
    found: list[_Line] = []
    # Lines after a value, which belong to it if `:end` comes.
    waiting: list[_Line] = []
    kind: BlockKind | None = None
    freeform: list[bool] = []
    skipping = False
    for start, end in line_spans(text):
        command = _COMMAND.match(text, start, end)
        if command:
            name = command[1].lower()
            if name == "ignore":
                break
            if name == "end" and not skipping:
                found += waiting
            waiting, kind = [], None
            skipping = name == "skip" or (skipping and name != "endskip")
            continue
        if skipping or start == end:
            continue
        scope = _SCOPE.match(text, start, end)
        if scope:
            waiting, kind = [], None
            closes = not text[start:end].strip("[]{} \t")
            if closes and freeform:
                freeform.pop()
            elif not closes:
                freeform.append("+" in scope[1] or (bool(freeform) and freeform[-1] and "{" in scope.group()))
            continue
        in_freeform = bool(freeform) and freeform[-1]
        key = _KEY.match(text, start, end)
        item = None if key or in_freeform else _ITEM.match(text, start, end)
        if key:
            waiting = []
            kind = ROLES.get(key[1].rpartition(".")[2].lower())
            found.append(_Line(key.end(), end, kind))
        elif item:
            waiting = []
            kind = BlockKind.LIST_ITEM
            found.append(_Line(item.end(), end, kind))
        else:
            line = _Line(start + (text[start] == "\\"), end, BlockKind.PARAGRAPH if in_freeform else kind)
            (found if in_freeform else waiting).append(line)
    return found
