"""What repeats the story on purpose: captions, decks, embedded posts, pull quotes, promotion."""

from __future__ import annotations

import re
from itertools import chain

from copydesk.document import Document
from copydesk.model.prose import Block, BlockKind, once_a_draft

BESIDE_THE_STORY = frozenset({BlockKind.CAPTION, BlockKind.BLOCK_QUOTE})
"""What repeats the story by its nature."""

_STOPS = (".", "!", "?", "…")
_CLOSING = "\"'”’)] \u00a0\t\n"
_CREDIT_OR_POST = (
    r"\(@\w+\)|\bpic\.twitter\.com|\bt\.co/|\bGetty Images\b|\bREUTERS/|\bAP Photo\b|\bpictured\b|“[ \u00a0]"
    r"|\b(?:[Ff]ile|FILE) (?:[Pp]hoto|PHOTO|[Ii]mage)\b|\b(?:Photo|Photograph|Image|Credit|Caption):"
)
_SIGNS_OF_A_CREDIT = ("(@", "“ ", "“\u00a0")
_WORDS_OF_A_CREDIT = {
    "pic": ("pic.twitter",),
    "co": ("t.co/",),
    "images": ("Getty",),
    "reuters": ("REUTERS/",),
    "pictured": ("pictured",),
    "photo": ("Photo", "ile photo", "ILE PHOTO"),
    "photograph": ("Photo",),
    "image": ("Image:", "ile image", "ile Image"),
    "credit": ("Credit:",),
    "caption": ("Caption:",),
}
"""What a word of a draft may be a part of that is a credit."""

_QUOTATION_OPENS = ('"', "“", "‘", "'")
_QUOTATION_CLOSES = ('"', "”", "’", "'")
_PROMOTIONS = tuple(
    words.strip()
    for words in """
    advertisement; all rights reserved; click here; do you have a story; do you have a tip; download our;
    download the; follow us; for more; get our; get the latest; get breaking; have a story; have a tip;
    if you or someone you know; like us; listen now; listen to; more on; most read; quick guide; read also;
    read more; read next; read the full; related:; share this; sign up; story continue; story continues;
    stories continue; stories continues; subscribe; support our; support us;
    the associated press contributed; this is a breaking; this is a developing; this article has been;
    this article is part; this article originally; this article was; this article will be;
    this post has been; this post is part; this post originally; this post was; this post will be;
    this story has been; this story is part; this story originally; this story was; this story will be;
    watch live; watch more; watch now; watch the; want more
    """.split(";")
)
"""How a paragraph about the site begins."""

_LONGEST = max(map(len, _PROMOTIONS)) + 1
_SHORTEST = min(map(len, _PROMOTIONS))
_BEGINNINGS = frozenset(words[:_SHORTEST] for words in _PROMOTIONS)


def is_promotion(document: Document, block: Block) -> bool:
    """Whether a paragraph speaks of the site, not of the story: it may stand in a page many times."""
    text, start = document.text, block.start
    if text[start : start + _SHORTEST].lower() in _BEGINNINGS and _promotes(
        text[start : min(block.end, start + _LONGEST)].lower()
    ):
        return True
    if "sign" not in document.words.vocabulary:
        return False
    whole = document.slice(block.span).lower()
    return "newsletter" in whole and re.search(r"\bsign up\b", whole) is not None


def _promotes(text: str) -> bool:
    """Whether lower-case words begin with the whole words of a promotion."""
    return text.startswith(_PROMOTIONS) and any(
        text.startswith(words) and not text[len(words) : len(words) + 1].isalnum() for words in _PROMOTIONS
    )


def stands_beside(document: Document, one: Block, other: Block) -> bool:
    """Whether one of two like paragraphs looks like a caption, a deck, an embedded post or a pull quote.

    Such a paragraph repeats the story by its nature. Plain text does not say what it is, so its shape must:
    no full stop at the end, a photo credit, the name of an account, quotation marks around what the other
    one says without.
    """
    return (
        one.kind != other.kind
        or one.kind in BESIDE_THE_STORY
        or any(not ends_a_sentence(document, block) or has_credit(document, block) for block in (one, other))
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


def has_credit(document: Document, block: Block) -> bool:
    """Whether a block names a photographer, an agency or an account."""
    marks = _credit_marks(document)
    if not marks:
        return False
    text = document.slice(block.span)
    return any(mark in text for mark in marks) and bool(re.search(_CREDIT_OR_POST, text))


@once_a_draft
def _credit_marks(document: Document) -> list[str]:
    """The marks of a credit that the draft has anywhere: most have none."""
    text, vocabulary = document.text, document.words.vocabulary
    marks = [marks for word, marks in _WORDS_OF_A_CREDIT.items() if word in vocabulary]
    return [mark for mark in chain(_SIGNS_OF_A_CREDIT, *marks) if mark in text]


def quoted_share(document: Document, block: Block) -> float:
    """The share of a paragraph that stands inside quotation marks."""
    quotes = document.quotes.within(block.span)
    if not quotes:
        return 0.0
    inside = sum(quote.end - quote.start for quote in quotes)
    return inside / (block.end - block.start)
