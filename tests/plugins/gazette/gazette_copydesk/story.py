"""Story files: the headline on the first line, `--` on the next, then a paragraph a line."""

from __future__ import annotations

from copydesk.document import Document
from copydesk.errors import UnreadableError
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind
from copydesk.model.source import line_spans
from copydesk.readers.encoding import decode

SEPARATOR = "--"


def read(path: str, data: bytes) -> Document:
    """Read a story; raises UnreadableError for a file without its separator."""
    source = decode(path, data)
    lines = list(line_spans(source.text))
    if not source.text.strip():
        lines = []
    elif len(lines) < 2 or source.text[slice(*lines[1])].strip() != SEPARATOR:
        raise UnreadableError(f"2:1: a story has `{SEPARATOR}` on its second line, below the headline")
    builder = ProseBuilder(source)
    for number, (start, end) in enumerate(lines):
        if number != 1:
            builder.open(BlockKind.PARAGRAPH if number else BlockKind.HEADLINE)
            builder.copy(start, end)
    return builder.build()
