"""Words without what two copies of a text may differ in: case, punctuation, dashes."""

from __future__ import annotations

from bisect import bisect_left

from copydesk.document import Document, Span


def fold(document: Document, span: Span, minimum: int = 1) -> str | None:
    """The words of a stretch in lower case, parted by single spaces; None for fewer than `minimum`."""
    words = document.words
    first, end = bisect_left(words.starts, span.start), bisect_left(words.starts, span.end)
    if end - first < minimum:
        return None
    return composed(" ".join(words.lowers[first:end]).replace("-", " "))


def composed(text: str) -> str:
    """The text with every letter and its accents as one code point, where there is one."""
    if text.isascii():
        return text
    from unicodedata import normalize

    return normalize("NFC", text)
