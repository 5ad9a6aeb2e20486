"""Common words: where they stand as such, in no name, address or hashtag, and which are misspelled."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

from copydesk.document import Document
from copydesk.language.copy import OTHERS, PROSE, CopyKind
from copydesk.model.prose import Span, once_a_draft

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


@cache
def _listed() -> dict[str, str]:
    """Return the misspellings, each with what may be meant, parted by `/`."""
    path = os.path.join(os.path.dirname(__file__), os.pardir, "data", "misspellings.txt")
    with open(path, encoding="utf-8") as file:
        columns = file.read().split()
    return dict(zip(columns[::2], columns[1::2], strict=True))


def meant_by(word: str) -> tuple[str, ...]:
    """Return what a misspelling in lower case may mean, the likeliest first; nothing for other words."""
    return tuple(filter(None, _listed().get(word, "").split("/")))


@once_a_draft
def find_misspellings(document: Document) -> list[Span]:
    """Return where the misspellings stand, quotations and names included, in the order of the text.

    Before a possessive 's and between hyphens they are found as well: `the goverment’s`, `well-recieved`.
    """
    words, listed = document.words, _listed()
    found = [
        Span(words.starts[index], words.starts[index] + len(form))
        for form in words.vocabulary.keys() & listed.keys()
        for index in words.vocabulary[form]
    ]
    for form in words.vocabulary:
        if not form.isalnum():
            for at, part in _parts(form):
                if part in listed:
                    starts = (words.starts[index] + at for index in words.vocabulary[form])
                    found += [Span(start, start + len(part)) for start in starts]
    return sorted(found)


def _parts(form: str) -> Iterator[tuple[int, str]]:
    """Yield the parts of a compound without a possessive ending, each with the offset at which it begins."""
    at = 0
    for part in form.split("-"):
        yield at, part.removesuffix("'s")
        at += len(part) + 1
