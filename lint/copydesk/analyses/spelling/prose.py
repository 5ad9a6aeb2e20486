"""Where a word of the draft is a common word: not part of a name, an address or a hashtag."""

from __future__ import annotations

import re

from copydesk.document import Document
from copydesk.model.prose import BlockKind, Span, once_a_draft

_COPY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_PASTED = r"(?<!\w)[@#]\w|pic\.twitter|[a-z]:[A-Z]"
"""What shows that a paragraph is an embedded post, or the headline of a linked story after its label."""

_MARKS = ("@", "#", ":", "pic.twitter")
"""One of these stands in everything that is pasted."""

_SHORT = 18
"""So many spaces are more than a headline has."""

_ENDS = frozenset(".!?:;…”\"'’)")

_ADDRESS = frozenset("@#/._\\")
_SENTENCE_ENDS = frozenset(".?!:;•—\n")
_BEFORE_A_SENTENCE = frozenset(" \u00a0\"'“‘([")


def in_running_copy(document: Document, span: Span) -> bool:
    """Whether a span stands in the draft's own running copy.

    Headlines, captions and tables abbreviate and capitalise by rules of their own, whether the reader knew
    them or took them for a paragraph without a full point; embedded posts are other people's words.
    """
    return in_copy(document, span) and not document.quotes.hold(span)


def in_copy(document: Document, span: Span) -> bool:
    """The same, quotations included."""
    return _is_copy(document, document.block_index(span.start))


@once_a_draft
def _is_copy(document: Document, number: int) -> bool:
    block = document.blocks[number]
    if block.kind not in _COPY:
        return False
    if (
        document.text[block.end - 1] not in _ENDS
        and document.text.count(" ", block.start, block.end) < _SHORT
    ):
        return False
    return not (_is_pasted(document, number) or document.slice(block.span).isupper())


def is_pasted(document: Document, span: Span) -> bool:
    """Whether a span stands in what was written for another page: an embedded post, a link with a label."""
    return _is_pasted(document, document.block_index(span.start))


@once_a_draft
def _is_pasted(document: Document, number: int) -> bool:
    text = document.slice(document.blocks[number].span)
    return any(mark in text for mark in _MARKS) and re.search(_PASTED, text) is not None


def opens_sentence(text: str, start: int) -> bool:
    """Whether nothing but marks and spaces stands between an offset and the end of the sentence before."""
    if text[start - 1 : start] == "—":
        return False
    while start and text[start - 1] in _BEFORE_A_SENTENCE:
        start -= 1
    return not start or text[start - 1] in _SENTENCE_ENDS


def in_address(text: str, span: Span) -> bool:
    """Whether a word is part of a web address, a path, a file name or a hashtag."""
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    if before[-1:] in _ADDRESS:
        return True
    return (after[:1] in _ADDRESS and after[1:].isalnum()) or (before[-1:] == ":" and before[0].isalnum())


def common_places(document: Document, word: str) -> list[Span]:
    """Where a word, or two with a space between, stands as a common word, in the order of the text.

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
        elif not opens_sentence(text, span.start) or document.slice(span).isupper():
            named = True
        elif end + 1 == len(words) or text[words[end + 1].start].islower():
            opening.append(span)
    return common if named else sorted(common + opening)
