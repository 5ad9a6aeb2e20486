"""Kinds of the blocks that no markup tells: by their words, and by the blocks around them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from copydesk.model.prose import BlockKind
from copydesk.readers.parts.blocks import (
    OPENING_BLOCKS,
    ends_sentence,
    is_caption,
    is_heading,
    is_headline,
    is_standfirst,
)
from copydesk.readers.parts.byline import is_bare_byline, is_byline

MIN_STORY = 30
"""Characters that a paragraph below a headline has, at least, if a story follows the headline."""

LONG = 400
"""No headline, heading, byline or caption is longer: of longer blocks the words need not be looked at."""

_PARAGRAPH = BlockKind.PARAGRAPH
_BYLINE = BlockKind.BYLINE


def kind_of_words(words: str) -> BlockKind:
    """Classify a block by its own words: byline, caption or paragraph; no words stand for a long block."""
    if words and is_byline(words):
        return _BYLINE
    return BlockKind.CAPTION if words and is_caption(words) else _PARAGRAPH


def paragraphs_for_certain(kinds: Sequence[BlockKind], words: Sequence[str]) -> list[bool]:
    """Return which blocks are paragraphs for certain: those that are long, or end as a sentence does."""
    return [
        kind is _PARAGRAPH and (not line or ends_sentence(line))
        for kind, line in zip(kinds, words, strict=True)
    ]


def find_top(kinds: list[BlockKind], words: Sequence[str], told: Sequence[bool]) -> None:
    """Mark headline, standfirst, and the byline that lacks its "By".

    kinds  what each block is; changed in place
    words  of each block; empty for a long one
    told   which blocks are paragraphs for certain
    """
    for index, (line, following) in enumerate(pairwise(words[:OPENING_BLOCKS])):
        if line and following and is_bare_byline(line, following):
            kinds[index] = kinds[index + 1] = _BYLINE
    opening = list(zip(words, told, strict=True))[1:OPENING_BLOCKS]
    has_story = any(is_told and (not line or len(line) >= MIN_STORY) for line, is_told in opening)
    if not has_story or kinds[0] is not _PARAGRAPH or not is_headline(words[0]):
        return
    kinds[0] = BlockKind.HEADLINE
    if kinds[1:3] == [_PARAGRAPH, _BYLINE] and is_standfirst(words[1]):
        kinds[1] = BlockKind.STANDFIRST


def find_headings(kinds: list[BlockKind], words: Sequence[str], told: Sequence[bool]) -> None:
    """Mark headings: each alone before a paragraph. Short lines in a row are a list of something.

    Takes what `find_top` does.
    """
    for index in range(1, len(kinds) - 1):
        if told[index] or kinds[index] is not _PARAGRAPH:
            continue
        alone = told[index + 1] and (told[index - 1] or kinds[index - 1] is not _PARAGRAPH)
        if alone and is_heading(words[index]):
            kinds[index] = BlockKind.HEADING
