"""Which of two like paragraphs repeats the story on purpose, as a caption, a deck or a pull quote does."""

from __future__ import annotations

from copydesk.document import Document
from copydesk.language.copy import REPEATING
from copydesk.model.prose import Block

_STOPS = (".", "!", "?", "…")
_CLOSING = "\"'”’)] \u00a0\t\n"
_QUOTATION_OPENS = ('"', "“", "‘", "'")
_QUOTATION_CLOSES = ('"', "”", "’", "'")


def stands_beside(document: Document, one: Block, other: Block) -> bool:
    """Whether one of two like paragraphs looks like a caption, a deck, an embedded post or a pull quote.

    Such a paragraph repeats the story by its nature. Where its own words do not say what it is, its shape
    does: no full stop at the end, quotation marks around what the other one says without.
    """
    return (
        one.kind != other.kind
        or any(document.copy.of(block) in REPEATING for block in (one, other))
        or any(not ends_a_sentence(document, block) for block in (one, other))
        or is_quotation(document, one) != is_quotation(document, other)
        or abs(quoted_share(document, one) - quoted_share(document, other)) > 0.5
    )


def is_quotation(document: Document, block: Block) -> bool:
    """Whether a block is one quotation and nothing else."""
    text = document.slice(block.span).rstrip()
    inside = text[1:-1] if text.endswith(_QUOTATION_CLOSES) else text[1:]
    return text.startswith(_QUOTATION_OPENS) and not any(mark in inside for mark in '"“”')


def ends_a_sentence(document: Document, block: Block) -> bool:
    """Whether a block ends as a sentence does."""
    return document.text[max(block.start, block.end - 20) : block.end].rstrip(_CLOSING).endswith(_STOPS)


def quoted_share(document: Document, block: Block) -> float:
    """The share of a paragraph that stands inside quotation marks."""
    quotes = document.quotes.within(block.span)
    if not quotes:
        return 0.0
    inside = sum(quote.end - quote.start for quote in quotes)
    return inside / (block.end - block.start)
