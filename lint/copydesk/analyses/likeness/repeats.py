"""Sentences and quotations that stand in a draft twice, where their paragraphs are not copies as a whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from copydesk.analyses.likeness.copies import find_copies
from copydesk.analyses.likeness.paragraphs import (
    COMPARED,
    ends_a_sentence,
    is_quotation,
    may_be_copy,
    repeated_runs,
    words_of,
)
from copydesk.document import Document
from copydesk.language.copy import NOT_STORY, REPEATING
from copydesk.language.words import fold_words
from copydesk.model.prose import Block, Span, once_a_draft

QUOTE_WORDS = 6
"""The shortest quotation that counts as used twice: a shorter one is a phrase that the story is about."""

LONG = 7
"""Blocks of a draft whose first may be a deck, or sum up the rest."""

NEAR = 4
"""How many blocks away a pull quote stands from the sentence that it repeats, at most."""


_AGAIN = (" once more", " once again", " over again", " and again", " repeated", " repeats", " repeating")

ASIDE = 40
"""How far to look for a word beside a stretch: a paragraph may be as long as a book."""


class Repeat(Struct, frozen=True):
    """A stretch of the draft, and the first place where the same words stand."""

    later: Span
    earlier: Span

    @property
    def both(self) -> tuple[Span, Span]:
        """The stretch and where it stands first."""
        return self.later, self.earlier


def repeats(
    document: Document, spans: Sequence[Span], ranges: Iterable[range], minimum_words: int
) -> Iterator[Repeat]:
    """Yield the stretches whose words stand earlier in the draft.

    spans          in the order of the text
    ranges         the indices of the words of each
    minimum_words  shorter ones are not compared
    """
    first: dict[str, Span] = {}
    repeated = repeated_runs(document)
    for span, within in zip(spans, ranges, strict=True):
        if len(within) < minimum_words or not may_be_copy(within, repeated):
            continue
        block = document.block_at(span.start)
        if block.kind not in COMPARED or document.copy.of(block) in NOT_STORY:
            continue
        earlier = first.setdefault(fold_words(document.words, within), span)
        if earlier is span or is_title(document, span) or is_title(document, earlier):
            continue
        if not find_copies(document).hold(span, earlier):
            yield Repeat(span, earlier)


@once_a_draft
def repeated_quotes(document: Document) -> list[Repeat]:
    """Return the quotations that are used twice, with their marks.

    Headlines and standfirsts quote the story.
    """
    outer = {quote.inner: quote.span for quote in document.quotes.outer}
    inner = [*outer]
    found = repeats(document, inner, words_of(document, inner), QUOTE_WORDS)
    return [Repeat(outer[repeat.later], outer[repeat.earlier]) for repeat in found]


def is_title(document: Document, span: Span) -> bool:
    """Whether most words are capitalised: a film, a law, a headline."""
    words = [word for word in document.slice(span).split() if word[0].isalpha()]
    return 3 * sum(word[0].isupper() for word in words) > 2 * len(words)


def is_on_purpose(document: Document, repeat: Repeat) -> bool:
    """Whether a repeat looks like a caption, an embedded post or a pull quote, by what stands around it."""
    later, earlier = (document.block_at(span.start) for span in repeat.both)
    if later.kind != earlier.kind or any(document.copy.of(block) in REPEATING for block in (later, earlier)):
        return True
    if is_quotation(document, later) != is_quotation(document, earlier):
        return True
    if any(_ends_as_caption(document, span) for span in repeat.both) or _is_said_again(
        document, repeat.later
    ):
        return True
    unquoted = [span for span in repeat.both if not document.quotes.hold(span)]
    if len(unquoted) == 1 and _stands_first(document, unquoted[0]):
        return True
    first = document.block_index(earlier.start)
    apart = document.block_index(later.start) - first
    on_top = first == 0 and len(document.blocks) >= LONG
    if (on_top or apart == 1) and _is_one_sentence(document, earlier):
        return True
    return any(_fills(document, span) and (apart <= NEAR or not unquoted) for span in repeat.both)


def _is_said_again(document: Document, span: Span) -> bool:
    """Whether the words before a repeat say that it is one: `Then once more, for the back row: “…”`."""
    start = max(document.sentence_at(span.start).start, span.start - ASIDE)
    before = f" {document.text[start : span.start].lower()}"
    return any(words in before for words in _AGAIN)


def captions(document: Document, found: Iterable[Repeat]) -> set[Block]:
    """Return the blocks whose last words are repeated and that have no full stop.

    All of such a block is display text.
    """
    spans = (span for repeat in found for span in repeat.both if _ends_as_caption(document, span))
    return {document.block_at(span.start) for span in spans}


def _ends_as_caption(document: Document, span: Span) -> bool:
    """Whether the paragraph has no full stop, and nothing, or a name after a dash, follows the stretch."""
    block = document.block_at(span.start)
    following = document.text[span.end : min(block.end, span.end + ASIDE)].lstrip(' \u00a0"”’')
    return not ends_a_sentence(document, block) and following[:1] in ("", "—", "–", "-", "―")


def _is_one_sentence(document: Document, block: Block) -> bool:
    """Whether a paragraph is a single sentence, as a deck or a line on display is."""
    index = bisect_right(document.sentences, block.start, key=lambda sentence: sentence.start) - 1
    return document.sentences[index].end == block.end


def _stands_first(document: Document, span: Span) -> bool:
    """Whether no word stands before a stretch in its paragraph."""
    start = max(document.block_at(span.start).start, span.start - ASIDE)
    return not any(character.isalnum() for character in document.text[start : span.start])


def _fills(document: Document, span: Span) -> bool:
    """Whether there is nothing else in a paragraph."""
    end = min(document.block_at(span.start).end, span.end + ASIDE)
    after = any(character.isalnum() for character in document.text[span.end : end])
    return _stands_first(document, span) and not after
