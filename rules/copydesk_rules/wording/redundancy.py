"""redundancy: a phrase that says one thing twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.analyses.phrases import find_phrases
from copydesk.document import Document
from copydesk.language.copy import OTHERS
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class Redundancy(Rule[NoOptions]):
    """The phrases are the section `redundant` of `analyses/data/wording.txt`."""

    name = "redundancy"
    reads_english = True
    family = "wording"
    severity = Severity.INFO
    needs = ("phrase that says one thing twice",)
    summary = "a phrase says one thing twice: ATM machine, free gift, 10 a.m. in the morning"
    why = (
        "The second word is in the first: the M of ATM is a machine, and what is not free is no gift. Take "
        "one out. The list is short: words that merely could go (end result, close friend) are not on it."
    )
    examples = (
        Example("The [[ATM machine]] wants a [[PIN number]].", "the last letter is the word"),
        Example("A [[free gift]] was an [[unexpected surprise]].", "the noun says it already"),
        Example("The [[first annual]] fair opens at [[10 a.m. in the morning]].", "once is no year's custom"),
        Example("The firm's first annual report grants a first annual leave.", "not of an event"),
        Example("The ATM wants a PIN. A gift was free at 10 a.m. In the morning it rained.", "said once"),
        Example("“It is a free gift,” he said.", "in a quotation"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each phrase. The fix takes out a word if the article before it may stay."""
        spans = find_phrases(document).get("redundant", [])
        clocks = [Span(*match.span()) for match in re.finditer(_CLOCK, document.text)]
        for span in sorted([*spans, *clocks]):
            if document.copy.at(span.start) in OTHERS:
                continue
            phrase = document.slice(span)
            if phrase.lower() == "first annual" and not _is_event(document, span):
                continue
            left = _shorter(phrase)
            end = span.end + (left.endswith(".") and document.text.startswith(".", span.end))
            needs_an = document.word_before(span.start).lower == "an"
            fix = Fix(f'write "{left}"', (Edit(Span(span.start, end), left),), "unsafe")
            message = f'"{phrase}" says one thing twice: "{left}"'
            yield Finding(span, message, fix=None if needs_an else fix, yields=("time-style",))


def _is_event(document: Document, annual: Span) -> bool:
    """Whether what is annual is held, so that its first time makes no custom; a report is one of many."""
    after = re.compile(_NAME).match(document.text, annual.end)
    return after is not None and not _EVENTS.isdisjoint(re.split(r"[ \u00a0-]", after[0].lower()))


_NAME = r"(?:[ \u00a0-](?!(?:and|at|for|from|in|of|on|or|to|with)\b)[\w’'&]+){1,6}"
_EVENTS = frozenset(
    "auction awards ball banquet barbecue bash bazaar bee breakfast carnival celebration ceremony challenge "
    "championship championships classic cleanup competition concert conference contest convention cook "
    "cookout cup dance derby dinner drive event exhibition expo exposition fair feast fest festival fete "
    "forum fundraiser gala games gathering hackathon invitational jam jamboree luncheon lunch marathon march "
    "market memorial parade party pageant picnic powwow race rally regatta retreat reunion ride rodeo run "
    "sale show showcase showdown social summit symposium tournament tour triathlon vigil walk week weekend "
    "workshop".split()
)
_CLOCK = (
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\.? in the morning"
    r"|p\.?m\.? (?:in the (?:afternoon|evening)|at night))\b"
)
_FIRST_GOES = ("free", "unexpected", "12")


def _shorter(phrase: str) -> str:
    """Return the phrase without the word that adds nothing."""
    if found := re.match(r".*[ap]\.?m\.?(?= (?:in|at) )", phrase):
        return found[0]
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() in _FIRST_GOES else first
