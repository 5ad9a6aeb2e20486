"""`quote-punctuation`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from copydesk.document import Document
from copydesk.house.style import HouseStyle, PunctuationStyle
from copydesk.language.copy import PROSE
from copydesk.language.lists.verbs import CUES, SURE
from copydesk.language.quotes import Quotation
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule


class QuotePunctuationOptions(Options, frozen=True):
    """Options of `quote-punctuation`.

    style  `us`: full stops and commas stand inside the closing mark. `uk`: the full stop after quoted words
           that are no sentence stands outside. `draft`: as the draft does three times in four, or not at all
    """

    style: Literal["draft", "us", "uk"] = "draft"


class QuotePunctuation(Rule[QuotePunctuationOptions]):
    """A full stop or comma on the side of the closing mark where the house, or the draft, has none."""

    name = "quote-punctuation"
    family = "quotes"
    severity = Severity.WARNING
    needs = ("quotation",)
    in_quotes = "check"
    summary = "a full stop or comma on the other side of a closing quotation mark than elsewhere"
    why = (
        "American copy puts full stops and commas inside the closing mark, British copy puts them where the "
        "sense does. Either is right, both in one draft are not. Only quoted words that are no sentence "
        "are looked at, and no comma inside: it may belong to `he said`."
    )
    options = QuotePunctuationOptions()
    examples = (
        Example(
            "It was “late.” It was “dear.” It was “slow.” It was “not [[ours”.]]",
            "outside, once in four times",
        ),
        Example("It was “late”, it was “dear”, “far” and “slow”. It is “not [[ours.”]]", "inside, once"),
        Example("It was “late”, it was “dear” and “not ours”.", "always outside"),
        Example(
            "The mayor called it “[[absurd”.]] Nobody agreed.",
            "a house that has both inside",
            house=HouseStyle(label="AP", punctuation=PunctuationStyle(closing="us")),
        ),
        Example("It was “late”, it was “dear” and “far”. He said: “It was not ours.”", "a quoted sentence"),
        Example(
            "It was “late”, it was “dear” and “far”. He says “it was not ours. Nor theirs.”",
            "words that run into a sentence",
        ),
    )

    def check(self, document: Document, context: Context[QuotePunctuationOptions]) -> Iterator[Finding]:
        """Sort the fragments by where their punctuation stands, and report the ones on the wrong side."""
        inside, outside = [], []
        for quote in document.quotes.outer:
            if _is_fragment(document, quote):
                if document.text[quote.inner.end - 1] == ".":
                    inside.append(quote)
                elif document.text.startswith((".", ","), quote.end):
                    outside.append(quote)
        house = context.house.punctuation.closing
        is_house = context.options.style == "draft" and house != "auto"
        style = house if is_house else context.options.style
        author = f"{context.house.author('punctuation.closing')}: " if is_house else ""
        wrong = _rarer(inside, outside) if style == "draft" else outside if style == "us" else inside
        for quote in wrong:
            is_out = wrong is outside
            start = document.text.rfind(" ", quote.start, quote.inner.end) + 1 or quote.inner.start
            mark = "comma" if is_out and document.text[quote.end] == "," else "full stop"
            counts = f": {len(inside)} inside, {len(outside)} outside" if style == "draft" else ""
            side = "outside" if is_out else "inside"
            message = f"the {mark} stands {side} the closing mark{counts}"
            if is_house:
                message = (
                    f"{author}the {mark} {'inside' if is_out else 'outside'} the closing mark, not {side}"
                )
            # Three American houses hardly ever break it, and no British one keeps to its own.
            yield Finding(Span(start, quote.end + is_out), message).noted_if(house != "us")
        yield from _before_speech(document)


_MAJORITY = 3


def _before_speech(document: Document) -> Iterator[Finding]:
    """Commas between a quoted sentence and its verb of speech that stand outside, where others are inside."""
    text = document.text
    speech = [
        quote for quote in document.quotes.outer if quote.opened and quote.closed and quote.inner.end > 1
    ]
    inside = sum(text[quote.inner.end - 1] == "," for quote in speech)
    outside = [
        quote
        for quote in speech
        if text.startswith(", ", quote.end)
        and document.copy.at(quote.start) in PROSE
        and text[quote.inner.start].isupper()
        and _speaks(document, quote.end)
    ]
    for quote in outside if len(outside) <= inside else ():
        start = text.rfind(" ", quote.start, quote.inner.end) + 1 or quote.inner.start
        yield Finding(
            Span(start, quote.end + 1), "the comma stands outside the closing mark", severity=Severity.INFO
        )


def _speaks(document: Document, end: int) -> bool:
    """Whether a verb of speech follows a quotation and a comma."""
    after = document.word_after(end)
    return after is not None and CUES.get(after.lower) in SURE


def _rarer(inside: list[Quotation], outside: list[Quotation]) -> list[Quotation]:
    """Return the smaller list, where the other one is three times as long and no accident."""
    few, many = sorted((inside, outside), key=len)
    return few if len(many) >= _MAJORITY * max(1, len(few)) else []


def _is_fragment(document: Document, quote: Quotation) -> bool:
    """Whether a quotation is part of the reporter's sentence: it begins small, after a word.

    One that runs into a sentence of its own takes that sentence's full stop inside.
    """
    if not (quote.opened and quote.closed and document.text[quote.inner.start].islower()):
        return False
    if document.copy.at(quote.start) not in PROSE or _ends_a_sentence_within(document, quote):
        return False
    lead = document.before(quote.start, 3)
    return lead[-1:].isspace() and lead.strip()[-1:].isalnum()


def _ends_a_sentence_within(document: Document, quote: Quotation) -> bool:
    """Whether a sentence ends inside a quotation before its last one."""
    return document.sentence_at(quote.inner.end - 1).start > quote.inner.start
