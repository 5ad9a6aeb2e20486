"""`running-quote`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.passages import is_whole, lone_speaker, quotes_by_block, runs_on
from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class RunningQuote(Rule[NoOptions]):
    """A quotation of several paragraphs that is not marked as one."""

    name = "running-quote"
    reads_english = True
    family = "quotes"
    severity = Severity.WARNING
    needs = ("paragraph of quotation",)
    in_quotes = "check"
    summary = "a paragraph of a long quotation that does not open, or one before the last that closes"
    why = (
        "A quotation of several paragraphs opens in each of them and closes only in the last: so the reader "
        "sees that the same person goes on. A paragraph of quotation without a speaker, after one that ends "
        "with a closing mark, is a note: leave the mark above open, or name the speaker again."
    )
    examples = (
        Example(
            "“We were here first, Ann Poe’s letter says.\n\n[[They]] came later, all of them.” Nobody wept.",
            "the second paragraph does not open",
        ),
        Example(
            "“First we ask the people here.\n\n“Then we ask them all.[[”]]\n\n“Then we go.”\n\nAnn Poe left.",
            "the second of three paragraphs closes",
        ),
        Example(
            "“Nobody asked us,” said Ann Poe. “They never do.”\n\n"
            "[[“They will find out soon enough what we think of it.”]]",
            "whose words are these? A note",
        ),
        Example(
            "Ann Poe wrote: “First we ask the people here.\n\n“Then we ask the others.\n\n“Then we go home.”",
            "each paragraph opens and the last one closes",
        ),
        Example(
            "“Nobody asked us,” said Ann Poe.\n\n“They will find out soon enough what we think of it.”",
            "the paragraph above ends with the attribution: nothing there could be left open",
        ),
        Example(
            "Ann Poe called the sale “a theft from us.”\n\n“They will find out soon enough what we think.”",
            "a phrase is quoted above: it could not be left open",
        ),
        Example(
            "“Nobody asked the people who fish here,” said Ann Poe.\n\n“They will find out,” she added.",
            "the speaker is named again",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Compare each paragraph with the one before."""
        for index, quotes in quotes_by_block(document).items():
            if not index:
                continue
            above, here = document.copy[index - 1], document.copy[index]
            if above not in PROSE or here not in PROSE:
                continue
            if not quotes[0].opened and runs_on(document, index - 1) and not _is_credit(document, index):
                block = document.blocks[index]
                word = document.slice(block.span).split(maxsplit=1)[0]
                yield Finding(
                    Span(block.start, block.start + len(word)),
                    "the quotation of the paragraph before goes on here: open it again",
                )
            elif is_whole(document, index):
                yield from _carried(document, index)


def _carried(document: Document, index: int) -> Iterator[Finding]:
    """Yield the finding for a paragraph of quotation that follows another quotation."""
    (quote,) = quotes_by_block(document)[index]
    before = quotes_by_block(document).get(index - 1)
    if not before or runs_on(document, index - 1):
        return
    closing = Span(before[-1].inner.end, before[-1].end)
    if index > 1 and is_whole(document, index - 1) and runs_on(document, index - 2):
        yield Finding(
            closing,
            "the quotation goes on in the next paragraph: close it there",
            (Related(Span(quote.start, quote.inner.start), "it goes on here"),),
        )
        return
    if closing.end != document.blocks[index - 1].end:
        return  # the attribution stands after it: nothing could be left open there
    if not document.text[before[-1].inner.start].isupper():
        return  # a phrase, not a sentence: nothing that could be left open either
    attribution = lone_speaker(document, index - 1)
    if attribution and attribution.speaker and document.attributions.of(quote):
        name = document.slice(attribution.speaker.span)
        yield Finding(
            quote.span,
            f'no speaker here: if it is still "{name}", leave the quotation above open, or say so',
            (Related(attribution.speaker.span, "the last speaker"),),
            severity=Severity.INFO,
        )


def _is_credit(document: Document, index: int) -> bool:
    """Whether a block is the name under a pull quote, inside its marks: `Ann Poe, of the harbor board.”`."""
    block = document.blocks[index]
    if len(document.slice(block.span).split()) > _CREDIT_WORDS:
        return False
    named = (m for person in document.people.all for m in person.mentions)
    return any(
        block.start <= mention.start and mention.end < block.end and document.text[mention.end] in ',.”"'
        for mention in named
    )


_CREDIT_WORDS = 15
