"""`late-introduction`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.pronouns import first_named_after, unnamed_speakers
from copydesk.document import Document
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class LateIntroduction(Rule[NoOptions]):
    """A speaker whom the reader only meets afterwards."""

    name = "late-introduction"
    reads_english = True
    family = "attribution"
    severity = Severity.INFO
    needs = ("pronoun that speaks before anybody is named",)
    in_quotes = "check"
    summary = "she said, before the draft has said who she is"
    why = (
        "The first attribution says who speaks. A quotation whose speaker is named paragraphs later is a "
        "device of features; in a news story it means that paragraphs were moved. A bare surname that comes "
        "before the full name is reported by `unintroduced-person`."
    )
    examples = (
        Example(
            "The pier has to go.\n\n“I cried all night,” [[she]] said.\n\nAnn Poe fished there for years.",
            "who she is comes one paragraph later",
        ),
        Example(
            "“I cried all night,” [[he]] said.\n\nThe pier was gone.\n\nThen Harold Roe built it again.",
            "two paragraphs later",
        ),
        Example(
            "Ann Poe has fished there for years.\n\n“I cried all night,” she said.",
            "she was named before",
        ),
        Example(
            "The captain of the ferry has to go.\n\n“I cried all night,” she said.\n\nAnn Poe was there too.",
            "the captain speaks",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report the first pronoun that speaks before anybody was named, where somebody is soon after."""
        for speaker in unnamed_speakers(document):
            named = first_named_after(document, speaker.span.end)
            if named:
                words = document.slice(named)
                pronoun = document.slice(speaker.span)
                yield Finding(
                    speaker.span,
                    f'"{pronoun}" speaks before being introduced: "{words}" comes at {document.place(named)}',
                    (Related(named, "named here for the first time"),),
                )
            return
