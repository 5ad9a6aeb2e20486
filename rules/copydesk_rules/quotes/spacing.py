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
    reads_english = True
    summary = "a space before a mark, none after one, or a mark twice: left , then"
    why = (
        "Cutting and pasting leaves a space or a mark too many, or takes one along. Two spaces between words "
        "are an info: nobody sees them on a page."
    )
    examples = (
        Example("She left[[ ,]] then he left[[ .]] It rained.", "a space before a mark"),
        Example("It rained[[.]]It stopped at noon[[,]]then it rained.", "none after a mark"),
        Example("He left[[..]] At first[[,.]] then she left[[,,]] too.", "a mark too many"),
        Example("The[[  ]]pool was shut.", "two spaces"),
        Example(
            "Node.js 2.0, e.g. at 9 a.m. in Washington, D.C., is out ... of 1,000 .org names.",
            "as it should be",
        ),
        Example("“It rained .. and rained,” she said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """One finding a place, each with a safe fix."""
        for pattern, message, better, severity in _FAULTS:
            for match in re.finditer(pattern, document.text):
                if document.copy.at(match.start()) in PROSE and _is_typed(document, match):
                    span, written = Span(*match.span()), better or match[0].strip()[-1]
                    if better == "+":
                        written = f"{match[0]} "
                    fix = Fix("mend the spacing", (Edit(span, written),), "safe")
                    yield Finding(span, message.format(match[0].strip()), fix=fix, severity=severity)


def _is_typed(document: Document, match: re.Match[str]) -> bool:
    """Whether the file has it so, with no markup between; and no row of words without spaces around it."""
    text, place = document.text, document.to_source(Span(*match.span()))
    is_row = (
        match[0] == "," and not text[max(0, match.start() - 30) : match.start()].rpartition(" ")[2].isalpha()
    )
    return not is_row and document.source.text[place.start : place.end] == match[0]


_OPENER = "The|It|He|She|They|We|But|And|This|According|There|His|Her"
_FAULTS = (
    (
        r"[ \u00a0](?<=[a-z]{2}.)[ \u00a0]*(?:[,;](?=[ \n]|$)|[.?!](?=[ \u00a0][A-Z“]|\n|$))",
        'a space before "{}"',
        "",
        None,
    ),
    (rf"[.?!](?=(?:{_OPENER})\b(?![.(_]))(?<=[a-z]{{2}}.)", 'no space after "{}"', "+", None),
    (r",(?<=[a-z]{3},)(?=[a-z]{3,20}[ .])", 'no space after "{}"', "+", None),
    (
        r"[,;.](?<=[a-z]{3}.)(?:(?<=,)[,;.]|(?<=;)[;,]|(?<=\.)\.)(?=[ \n]|$)",
        'the marks "{}" are one too many',
        "",
        None,
    ),
    (r"  (?<=\w  ) *(?=\w)", "two spaces between words", " ", Severity.INFO),
)
"""How a fault is found, what is said, what stands in its place: `+` a space more, nothing its last mark.

Each pattern begins with a mark or a space: the search goes from one to the next, four times as fast.
"""
