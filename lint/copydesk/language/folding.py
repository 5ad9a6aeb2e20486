"""Words without what two copies of a text may differ in: case, punctuation, dashes."""

from __future__ import annotations

from copydesk.document import Document, Span


def fold(document: Document, span: Span, minimum: int = 1) -> str | None:
    """The words of a stretch in lower case, parted by single spaces; None for fewer than `minimum`."""
    within = document.words.between(span.start, span.end)
    if len(within) < minimum:
        return None
    folded = " ".join(document.words.lowers[within.start : within.stop]).replace("-", " ")
    return composed(folded)


def composed(text: str) -> str:
    """The text with every letter and its accents as one code point, where there is one."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)
