"""Abbreviations of two parts, with their points and without: US and U.S., PhD and Ph.D."""

from __future__ import annotations

import re

from copydesk.analyses.spelling.common_words import in_address
from copydesk.document import Document
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, FOLLOWS_A_NAME, ROLE_NOUNS
from copydesk.model.prose import Span


def find_plain(document: Document, head: str, tail: str) -> list[Span]:
    """Return where an abbreviation stands without points; in a name, an address or a sum it is none.

    head, tail  its two parts: U and S
    """
    text, words, vocabulary = document.text, document.words, document.words.vocabulary
    plain = []
    for index in vocabulary.get((head + tail).lower(), ()):
        span = words[index].span
        if (
            document.slice(span) == head + tail
            and not in_address(text, span)
            and not _begins_name(document, index)
            and not _ends_name(document, index)
            and document.after(span.end) != "$"
            and not re.search(_SUM, document.before(span.start, 24))
        ):
            plain.append(span)
    return plain


def find_dotted(document: Document, head: str, tail: str) -> list[Span]:
    """Return where an abbreviation stands with both points.

    head, tail  its two parts: U and S
    """
    text, words = document.text, document.words
    dotted = []
    for index in words.vocabulary.get(head.lower(), ()):
        start, end = words[index].start, words[index].end
        if text.startswith(f"{head}.{tail}.", start) and not document.after(end + len(tail) + 2).isalpha():
            dotted.append(Span(start, end + len(tail) + 2))
    return dotted


def _begins_name(document: Document, index: int) -> bool:
    """Whether an abbreviation is part of a name: US Airways, a ticker. US Senate is none."""
    word = document.word(index)
    following = word.next
    if word.gap.startswith(":") or document.before(word.start) == "-":
        return True
    if not word.gap.startswith(" ") or not following.is_capitalised:
        return False
    if following.lower in _BEGINS_A_NAME:
        return True
    first = following.stem.partition("-")[0]
    return first not in lexicon.common_words() and first not in ROLE_NOUNS


def _ends_name(document: Document, index: int) -> bool:
    """Whether an abbreviation is the last word of a name, with a capitalised word before it: Kites UK."""
    before = document.word(index).previous
    return (
        before.gap == " "
        and before.is_capitalised
        and not before.surface.isupper()
        and not document.opens_sentence(before.start)
        and before.lower not in CALENDAR | FOLLOWS_A_NAME | ROLE_NOUNS
    )


_BEGINS_A_NAME = frozenset(
    """
    airways athletics bancorp comics foods independence magazine news open photo soccer steel weekly women
    """.split()
)
_SUM = r"\$\d[\d,.]*(?: (?:m|b|tr)illion)? $"
"""A sum before the code of its currency: $16 US."""
