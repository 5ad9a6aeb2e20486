"""What repeats the story on purpose: captions, decks, embedded posts, pull quotes, promotion."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from copydesk.document import BlockKind, Document
from copydesk_rules.duplicates.paragraphs import Paragraph

_BESIDE_THE_STORY = frozenset({BlockKind.CAPTION, BlockKind.BLOCK_QUOTE})
_ENDS_A_SENTENCE = r"[.!?…][\s\"'”’)\]]*$"
_CREDIT_OR_POST = (
    r"\(@\w+\)|\bpic\.twitter\.com|\bt\.co/|\bGetty Images\b|\bREUTERS/|\bAP Photo\b|\(pictured\b"
    r"|\b(?:[Ff]ile|FILE) (?:[Pp]hoto|PHOTO|[Ii]mage)\b|\b(?:Photo|Photograph|Image|Credit|Caption):"
)
_ONE_QUOTATION = r"[\"“‘'][^\"“”]*[\"”’']?\s*"
_PROMOTION = (
    r"(?:advertisement|all rights reserved|click here|copyright \d|do you have a (?:story|tip)|"
    r"download (?:our|the)|follow us|for more|get (?:our|the latest|breaking)|have a (?:story|tip)|"
    r"if you or someone you know|like us|listen (?:now|to)|more on|most read|"
    r"read (?:also|more|next|the full)|related:|share this|sign up|stor(?:y|ies) continues?|subscribe|"
    r"support (?:our|us)|the associated press contributed|this is a (?:breaking|developing)|"
    r"this (?:article|post|story) (?:has been|is part|originally|was|will be)|watch (?:live|more|now|the)|"
    r"want more)(?!\w)"
)


def is_promotion(document: Document, paragraph: Paragraph) -> bool:
    """Whether a paragraph speaks of the site, not of the story: it may stand in a page many times."""
    return bool(re.match(_PROMOTION, document.slice(paragraph.block.span), re.IGNORECASE))


def stands_beside(document: Document, one: Paragraph, other: Paragraph) -> bool:
    """Whether one of two like paragraphs looks like a caption, a deck, an embedded post or a pull quote.

    Such a paragraph repeats the story by its nature. Plain text does not say what it is, so its shape must:
    no full stop at the end, a photo credit, the name of an account, quotation marks around what the other
    one says without.
    """
    texts = [document.slice(paragraph.block.span) for paragraph in (one, other)]
    return (
        one.block.kind != other.block.kind
        or one.block.kind in _BESIDE_THE_STORY
        or any(not re.search(_ENDS_A_SENTENCE, text) or re.search(_CREDIT_OR_POST, text) for text in texts)
        or bool(re.fullmatch(_ONE_QUOTATION, texts[0])) != bool(re.fullmatch(_ONE_QUOTATION, texts[1]))
        or abs(_quoted(document, one) - _quoted(document, other)) > 0.5
    )


def _quoted(document: Document, paragraph: Paragraph) -> float:
    """The share of a paragraph that stands inside quotation marks."""
    block, quotes = paragraph.block, document.quotes.outer
    first = bisect_right(quotes, block.start, key=lambda quote: quote.end)
    last = bisect_left(quotes, block.end, key=lambda quote: quote.start)
    inside = sum(min(q.end, block.end) - max(q.start, block.start) for q in quotes[first:last])
    return inside / (block.end - block.start)
