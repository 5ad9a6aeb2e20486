"""spacing: spaces and marks of punctuation that are too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import PROSE
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class Spacing(Rule[NoOptions]):
    """Only what no abbreviation, address, ellipsis or name of a program has."""

    name = "spacing"
    family = "quotes"
    severity = Severity.WARNING
    needs = ("doubtful spacing",)
    in_quotes = "check"
    reads_english = True
    summary = "a space before a mark or inside a pair, none after one, or a mark twice: left , then"
    why = (
        "Cutting and pasting leaves a space or a mark too many, or takes one along. Two spaces between words "
        "are an info: nobody sees them on a page."
    )
    examples = (
        Example("She left[[ ,]] then he left[[ .]] It rained.", "a space before a mark"),
        Example("It rained[[.]]It stopped at noon[[,]]then it rained.", "none after a mark"),
        Example("He left[[..]] At first[[,.]] then she left[[,,]] too.", "a mark too many"),
        Example(
            "[[“ ]]We left,[[ ”]] she said [[( ]]in town[[ )]]. “It rained.[[”]]She smiled.",
            "at paired marks",
        ),
        Example("The[[  ]]pool was shut.", "two spaces"),
        Example(
            "Node.js 2.0, e.g. at 9 a.m. in Washington, D.C., is out ... of 1,000 .org names.",
            "as it should be",
        ),
        Example("“It rained .. and rained,” she said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding a place, each with a safe fix."""
        for pattern, message, better, severity in _FAULTS:
            for match in re.finditer(pattern, document.text):
                span = Span(*match.span())
                if (
                    _is_typed(document, span)
                    and not _is_row(document, match)
                    and not document.quotes.hold(span)
                ):
                    written = f"{match[0]} " if better == "+" else better or match[0].strip()[-1]
                    yield _fault(message.format(match[0].strip()), span, written, severity)
        for span, message, written in _at_quotation_marks(document):
            if _is_typed(document, span):
                yield _fault(message, span, written)


def _fault(message: str, span: Span, written: str, severity: Severity | None = None) -> Finding:
    fix = Fix("mend the spacing", (Edit(span, written),), "safe")
    return Finding(span, message, fix=fix, severity=severity)


def _at_quotation_marks(document: Document) -> Iterator[tuple[Span, str, str]]:
    """Yield the spaces inside the marks of a quotation, and its last mark where none follows it.

    Curly marks alone show which way they turn; one that is turned the wrong way is unbalanced-quote's.
    """
    text = document.text
    for quote in document.quotes:
        opening, closing = Span(quote.start, quote.inner.start), Span(quote.inner.end, quote.end)
        if document.slice(opening) != "“" or document.slice(closing) != "”":
            continue
        inner, after = document.slice(quote.inner), text[quote.end : quote.end + 2]
        before, end = len(inner) - len(inner.lstrip(_SPACES)), len(inner.rstrip(_SPACES))
        if before and inner[before : before + 1].isalnum():
            yield Span(quote.start, quote.inner.start + before), 'a space after "“"', "“"
        if end < len(inner) and not inner[:end].endswith(_APART):
            yield Span(quote.inner.start + end, quote.end), 'a space before "”"', "”"
        elif after.isalpha() and (inner[-1] in ",.?!" or after.istitle()):
            yield closing, 'no space after "”"', "” "


def _is_typed(document: Document, span: Span) -> bool:
    """Whether the desk edits a place and the file has it so, with no markup in it or right behind it."""
    around = Span(span.start, min(document.block_at(span.start).end, span.end + 1))
    place = document.to_source(around)
    return document.copy.at(span.start) in PROSE and document.source.text[
        place.start : place.end
    ] == document.slice(around)


def _is_row(document: Document, match: re.Match[str]) -> bool:
    """Whether a comma stands in a row of words without spaces: a,b,c."""
    before = document.text[max(0, match.start() - 30) : match.start()]
    return match[0] == "," and not before.split()[-1].isalpha()


_SPACES = " \u00a0"
_APART = ("’", "‘", "'", "…", "..", ". .")
"""What some houses part from a closing mark."""

_OPENER = "The|It|He|She|They|We|But|And|This|According|There|His|Her"
_FAULTS = (
    (
        (
            r"[ \u00a0](?=[ \u00a0,;.?!])(?<=[a-z]{2}.)[ \u00a0]*"
            r"(?:[,;](?=[ \n]|$)|[.?!](?=[ \u00a0][A-Z“]|\n|$))"
        ),
        'a space before "{}"',
        "",
        None,
    ),
    (rf"[.?!](?=(?:{_OPENER})\b(?![.(_]))(?<=[a-z]{{2}}.)", 'no space after "{}"', "+", None),
    (r",(?<=[a-z]{3},)(?=[a-z]{3,20}(?:[ .'’]|[,;] ))", 'no space after "{}"', "+", None),
    (
        r"[,;.](?<=[a-z]{3}.)(?:(?<=,)[,;.]|(?<=;)[;,]|(?<=\.)\.)(?=[ \n]|$)",
        'the marks "{}" are one too many',
        "",
        None,
    ),
    (r"\((?<=\w \()[ \u00a0]+(?=\w)", 'a space after "{}"', "(", None),
    (r"[ \u00a0](?=[ \u00a0)])(?<=[\w,.?!].)[ \u00a0]*\)(?![\w)])", 'a space before "{}"', "", None),
    (r"  (?<=\w  ) *(?=\w)", "two spaces between words", " ", Severity.INFO),
)
"""How a fault is found, what is said, what stands in its place: `+` a space more, nothing its last mark.

Each pattern begins with a mark or a space: the search goes from one to the next, four times as fast.
"""
