"""A new Word document of a draft that came from none."""

from __future__ import annotations

from io import BytesIO

from copydesk.document import Document
from copydesk.model.prose import OBJECT, BlockKind, Span

_STYLES = {
    BlockKind.HEADLINE: "Title",
    BlockKind.STANDFIRST: "Subtitle",
    BlockKind.HEADING: "Heading 1",
    BlockKind.LIST_ITEM: "List Bullet",
    BlockKind.BLOCK_QUOTE: "Quote",
    BlockKind.CAPTION: "Caption",
}
"""Styles of Word's own template; what is not here has its usual one."""


def word_document(document: Document) -> bytes:
    """Return the words of a draft as a Word document, a paragraph a block; its notes are not in it."""
    import docx

    made = docx.Document()
    made.core_properties.author = ""
    made.core_properties.comments = ""
    waiting = ""
    for block in document.blocks:
        text = waiting + _text(document, block.span)
        waiting = ""
        if block.kind is BlockKind.DATELINE:
            waiting = f"{text} — "
        else:
            made.add_paragraph(text, style=_STYLES.get(block.kind, "Normal"))
    if waiting:
        made.add_paragraph(waiting.removesuffix(" — "))
    written = BytesIO()
    made.save(written)
    return written.getvalue()


def _text(document: Document, span: Span) -> str:
    """The words, with what stands in the file in the place of objects; no character that XML forbids."""
    pieces = []
    for at in range(span.start, span.end):
        one = document.text[at]
        if one == OBJECT:
            place = document.to_source(Span(at, at + 1))
            one = document.source.text[place.start : place.end].strip("`")
        pieces.append(one)
    return "".join(one for one in "".join(pieces) if one >= " " or one == "\t")
