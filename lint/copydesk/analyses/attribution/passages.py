"""Paragraphs of quotation: what they share with the paragraph before."""

from __future__ import annotations

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind, Speaker
from copydesk.language.copy import PROSE
from copydesk.language.quotes import Quotation
from copydesk.model.prose import once_a_draft


@once_a_draft
def quotes_by_block(document: Document) -> dict[int, list[Quotation]]:
    """The outer quotations of each block that has any, by its index."""
    found: dict[int, list[Quotation]] = {}
    for quote in document.quotes.outer:
        found.setdefault(document.block_index(quote.start), []).append(quote)
    return found


def is_whole(document: Document, index: int) -> bool:
    """Whether a paragraph is nothing but quotation, by its marks, with nothing of the reporter's."""
    block = document.blocks[index]
    quotes = quotes_by_block(document).get(index, [])
    return (
        len(quotes) == 1
        and document.copy[index] in PROSE
        and quotes[0].opened
        and quotes[0].start == block.start
        and quotes[0].end == block.end
        and document.text[quotes[0].inner.end - 1] in ".!?…—–-"
    )


def runs_on(document: Document, index: int) -> bool:
    """Whether a block ends inside a quotation that was opened in it."""
    quotes = quotes_by_block(document).get(index)
    if not quotes:
        return False
    return quotes[-1].opened and not quotes[-1].closed and quotes[-1].end == document.blocks[index].end


def lone_speaker(document: Document, index: int) -> Attribution | None:
    """The last attribution of a block's quotations, where all of them have one speaker who is named."""
    found = [document.attributions.of(quote) for quote in quotes_by_block(document).get(index, ())]
    attributed = [attribution for attribution in found if attribution and attribution.speaker]
    speakers = {_identity(document, attribution.speaker) for attribution in attributed if attribution.speaker}
    return attributed[-1] if attributed and len(speakers) == 1 else None


def _identity(document: Document, speaker: Speaker) -> object:
    """Who a speaker is, as far as the draft says: the person, or the words."""
    if speaker.person is not None:
        return id(speaker.person)
    return "he" if speaker.kind is SourceKind.PRONOUN else document.slice(speaker.span).lower()
