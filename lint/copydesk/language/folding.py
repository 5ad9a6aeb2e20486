"""Words without what two copies of a text may differ in: case, punctuation, dashes."""

from __future__ import annotations

from copydesk.document import Document, Span, composed


def fold(document: Document, span: Span, minimum: int = 1) -> str | None:
    """The words of a stretch in lower case, parted by single spaces; None for fewer than `minimum`."""
    within = document.words.between(span.start, span.end)
    return None if len(within) < minimum else fold_words(document, within)


def fold_words(document: Document, within: range) -> str:
    """The same of words, by their indices."""
    return composed(" ".join(document.words.lowers[within.start : within.stop]).replace("-", " "))
