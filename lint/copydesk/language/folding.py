"""Words without what two copies of a text may differ in: case, punctuation, dashes."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from unicodedata import normalize

from copydesk.document import Document, Span

_start = attrgetter("start")


def fold(document: Document, span: Span, minimum: int = 1) -> str | None:
    """The words of a stretch in lower case, parted by single spaces; None for fewer than `minimum`."""
    words = document.words
    first, last = (bisect_left(words, offset, key=_start) for offset in span)
    if last - first < minimum:
        return None
    folded = " ".join([word.lower for word in words[first:last]]).replace("-", " ")
    return folded if folded.isascii() else normalize("NFC", folded)
