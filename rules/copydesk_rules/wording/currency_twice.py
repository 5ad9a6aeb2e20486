"""currency-twice: a sum with the sign of its currency and the word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_AMOUNT = r" ?\d+(?:[,.]\d+)*(?: ?(?:thousand|million|billion|trillion|[mb]n?|k))?"
_COUNTRIES = ("US", "NZ", "A", "C")
_WORD = {
    "$": r"(?P<country>U\.?S\.? )?(?:dollars?|bucks)",
    "£": "(?:pounds?(?: sterling)?|quid)",
    "€": "euros?",
}
_TWICE = "|".join(rf"\{sign}{_AMOUNT}([ \u00a0]{word}\b['’]?)(?!\w)" for sign, word in _WORD.items())


class CurrencyTwice(Rule[NoOptions]):
    """A sign and the word for it; another country's word (`$5 million Canadian dollars`) says more."""

    name = "currency-twice"
    reads_english = True
    family = "wording"
    severity = Severity.WARNING
    needs = ("sign and word for a currency",)
    summary = "a sum has the sign of its currency and the word: $5 million dollars"
    why = "The sign is read aloud as the word, so the reader hears it twice. Take the word out."
    examples = (
        Example("The bridge cost [[$5 million dollars]] and a toll of [[£30 pounds]].", "read aloud twice"),
        Example(
            "They won [[US$25.5 million dollars]], and [[€4 euros]] more.", "with the country, and euros"
        ),
        Example("It cost $5 million Canadian dollars, or $4 million U.S. dollars.", "which dollars"),
        Example("She paid $5 for pounds of rice. The dollar fell to £1.", "two things"),
        Example("“I gave $5 dollars,” she said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each sum; the fix leaves the sign."""
        text = document.text
        for match in re.finditer(_TWICE, text):
            if document.copy.at(match.start()) in OTHERS:
                continue
            word = Span(*match.span(match.lastindex or 0))
            country = next((name for name in _COUNTRIES if text.endswith(name, 0, match.start())), "")
            if match["country"] and country != "US":
                continue
            twice = Span(match.start() - len(country), match.end())
            left = text[twice.start : word.start]
            yield Finding(
                twice,
                f'"{document.slice(twice)}" has the currency twice: "{left}"',
                fix=Fix(f'write "{left}"', (Edit(word, ""),), "safe"),
            )
