"""Story files: the headline on the first line, `--` on the next, then a paragraph a line."""

from __future__ import annotations

from copydesk import BlockKind, Prose, ProseBuilder, UnreadableError, decode, line_spans

SEPARATOR = "--"


def read(path: str, data: bytes) -> Prose:
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
