"""Words without what two copies of a text may differ in: case, punctuation, dashes."""

from __future__ import annotations

from unicodedata import normalize

from copydesk.document import Document, Span


def fold(document: Document, span: Span, minimum: int = 1) -> str | None:
    """The words of a stretch in lower case, parted by single spaces; None for fewer than `minimum`."""
    within = document.words.between(span.start, span.end)
    if len(within) < minimum:
        return None
    folded = " ".join(document.words.lowers[within.start : within.stop]).replace("-", " ")
    return folded if folded.isascii() else normalize("NFC", folded)
