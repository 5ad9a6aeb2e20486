"""`orphan-quote`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.passages import Reach, reach_of
from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.language.quotes import Quotation
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, Options, Rule


class OrphanQuoteOptions(Options, frozen=True):
    """Options of `orphan-quote`.

    words  a quotation of fewer words is taken for a phrase, a slogan or a title
    """

    words: int = 7


class OrphanQuote(Rule[OrphanQuoteOptions]):
    """A quotation that nobody is on record for."""

    name = "orphan-quote"
    reads_english = True
    family = "attribution"
    severity = Severity.WARNING
    needs = ("quotation without a speaker",)
    in_quotes = "check"
    summary = "a quoted sentence whose speaker stands neither in its paragraph nor beside it"
    why = (
        "Readers must know who speaks. In published copy 98 of 100 quotations have their speaker in the same "
        "paragraph. Where nobody speaks in the two before it or the next one, or the one right above has "
        "nobody in it, the attribution was most likely cut; elsewhere that is a note."
    )
    options = OrphanQuoteOptions()
    examples = (
        Example(
            "The harbor will be dredged in May.\n\n"
            "[[“Nobody asked the people who fish here what they want.”]]\n\n"
            "The work takes a year.",
            "nobody is on record",
        ),
        Example(
            "The harbor will be dredged in May. "
            "[[“Nobody asked the people who fish here what they want.”]] The work takes a year.",
            "inside a paragraph without a speaker",
        ),
        Example(
            "The harbor will be dredged in May.\n\n"
            "“Nobody asked the people who fish here,” said Ann Poe. “They will not stop us.”",
            "the second quotation goes on with the first one's speaker",
        ),
        Example(
            "“Nobody asked the people who fish here,” said Ann Poe.\n\n"
            "“They will find out soon enough what we think of it.”",
            "a paragraph of quotation after an attributed one",
        ),
        Example(
            "Ann Poe loads cars there.\n\n“Nobody asked the people who fish here what they want.”",
            "the paragraph before is about her",
        ),
        Example(
            "The harbor will be dredged in May, Ann Poe said.\n\n"
            "It has not been dredged since 1987. The river is full of sand.\n\n"
            "[[“Nobody asked the people who fish here what they want.”]]",
            "somebody spoke, but the paragraph between has nobody in it",
        ),
        Example(
            "The band closed with “Nobody Asked the People Who Fish Here Again” and left.",
            "a title of a work",
        ),
    )

    def check(self, document: Document, context: Context[OrphanQuoteOptions]) -> Iterator[Finding]:
        """Look at the first quotation of each paragraph: the others go on with it."""
        reported = -1
        for quote in document.quotes.outer:
            block = document.block_index(quote.start)
            first, reported = reported != block, block
            if not first or not _stands_alone(document, quote):
                continue
            if not _is_sentence(document, quote, context.options.words):
                continue
            if document.attributions.of(quote) is not None or _is_lead(document, quote, block):
                continue
            reach = reach_of(document, quote)
            if reach is Reach.NOBODY:
                yield Finding(quote.span, "nobody is on record for this quotation: name the speaker")
            elif reach is Reach.NEAR:
                yield Finding(
                    quote.span,
                    "no speaker in this paragraph or right above it: say whose words these are",
                    severity=Severity.INFO,
                )


_BACK = ("That was ", "That is ", "That’s ", "That's ", "Those were ", "Those are ", "So said ", "So wrote ")


def _is_lead(document: Document, quote: Quotation, index: int) -> bool:
    """Whether a quotation is the first paragraph, or the next one looks back at it: `That was how …`."""
    following = document.blocks[index + 1 : index + 2]
    is_first = index == 0 and quote.span == document.blocks[0].span and bool(following)
    return is_first or any(document.text.startswith(_BACK, block.start) for block in following)


def _is_sentence(document: Document, quote: Quotation, least: int) -> bool:
    """Whether a quotation is a whole sentence of speech, with both its marks.

    A pull quote has spaces inside them.
    """
    if not quote.closed or document.text[quote.inner.start].isspace():
        return False
    words = document.slice(quote.inner).split()
    if len(words) < least or not quote.opened or not words[0][0].isupper():
        return False
    capitals = sum(word[0].isupper() for word in words)
    return words[-1][-1] in ".,?!…—–’'" and 2 * capitals < len(words)


def _stands_alone(document: Document, quote: Quotation) -> bool:
    """Whether no words of the reporter's belong to the sentence of a quotation, in running copy."""
    block = document.block_at(quote.start)
    before = document.text[block.start : quote.start].rstrip()
    if (before and before[-1] not in '.!?”"') or document.copy.of(block) not in PROSE:
        return False
    after = document.text[quote.end : block.end].lstrip()
    ends = document.text[quote.inner.end - 1]
    return not after or ((after[0].isupper() or after[0] in '“"') and ends in ".!?")
