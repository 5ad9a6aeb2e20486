"""Places of common words: in edited copy, and in no name, address or hashtag."""

from __future__ import annotations

from copydesk.document import Document
from copydesk.language.copy import OTHERS, PROSE, CopyKind
from copydesk.model.prose import Span

_EDITED = PROSE | {CopyKind.NOTE}
"""Kinds of copy that the desk spells in the style of the house."""

_ADDRESS = frozenset("@#/._\\")


def in_running_copy(document: Document, span: Span) -> bool:
    """Whether a span stands in the draft's own running copy.

    Headlines, captions and tables abbreviate and capitalise by rules of their own, whether the reader knew
    them or took them for a paragraph without a full point; embedded posts are other people's words.
    """
    return in_copy(document, span) and not document.quotes.hold(span)


def in_copy(document: Document, span: Span) -> bool:
    """Whether a span stands in copy that the desk edits, a quotation included."""
    return document.copy.at(span.start) in _EDITED


def is_pasted(document: Document, span: Span) -> bool:
    """Whether a span stands in an embedded post: it was written for another page."""
    return document.copy.at(span.start) is CopyKind.POST


def in_address(text: str, span: Span) -> bool:
    """Whether a word is part of a web address, a path, a file name or a hashtag."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if before[-1:] in _ADDRESS:
        return True
    return (after[:1] in _ADDRESS and after[1:].isalnum()) or (before[-1:] == ":" and before[0].isalnum())


def is_ours_to_spell(document: Document, span: Span) -> bool:
    """Whether a span is a word in small letters that the desk spells.

    No name, no word of somebody else's text, no part of an address, no function of a program, no [sic].
    """
    after = document.text[span.end : span.end + 5]
    return (
        document.slice(span).islower()
        and document.copy.at(span.start) not in OTHERS
        and not in_address(document.text, span)
        and not after.startswith("(")
        and not after.lstrip(" \u00a0").startswith("[sic")
    )


def common_places(document: Document, word: str) -> list[Span]:
    """Return where a word, or two with a space between, stands as a common word, in the order of the text.

    A capital makes it a name. At the start of a sentence a capital says little: there the word is common
    unless the draft has it as a name elsewhere, or a name goes on after it.
    """
    first, _, second = word.partition(" ")
    words, text = document.words, document.text
    common, opening, named = [], [], False
    for index in document.words.vocabulary.get(first, ()):
        end = index + bool(second)
        if second and (end == len(words) or words[end].lower != second):
            continue
        span = Span(words[index].start, words[end].end)
        if in_address(text, span):
            continue
        if text[span.start].islower():
            common.append(span)
        elif not document.opens_sentence(span.start) or document.slice(span).isupper():
            named = True
        elif end + 1 == len(words) or text[words[end + 1].start].islower():
            opening.append(span)
    return common if named else sorted(common + opening)
