"""`unclear-speaker`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.pronouns import first_named_after, rivals, unnamed_speakers
from copydesk.document import Document
from copydesk.model.finding import Finding, Related, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class UnclearSpeaker(Rule[NoOptions]):
    """He said: but who is he?"""

    name = "unclear-speaker"
    reads_english = True
    family = "attribution"
    severity = Severity.WARNING
    needs = ("pronoun that speaks and may mean two people",)
    in_quotes = "check"
    summary = "he said, with two people before it whom it may mean, or nobody"
    why = (
        "A pronoun points back at one person. Where the sentence before names two who may be meant, or the "
        "draft has named nobody, the reader has to guess: name the speaker. Whom the draft calls he or she "
        "is read off its titles and its pronouns, never off a name."
    )
    examples = (
        Example(
            "Mr. Roe and Mr. Poe met on Friday. “The pier will go,” [[he]] said.",
            "one of the two",
        ),
        Example(
            "The pier will go.\n\nA vote is due. “It was never safe,” [[he]] said.\n\nThe vote is in May.",
            "nobody was named before, nor after",
        ),
        Example("Mr. Roe and Ms. Poe met on Friday. “The pier will go,” he said.", "only one of them is Mr."),
        Example("Mr. Roe told Mr. Poe that the pier was lost. “It will go,” he said.", "the subject goes on"),
        Example("A witness saw it. “The pier went,” he said.", "the witness"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Look at each pronoun that is on record for a quotation."""
        for speaker in unnamed_speakers(document):
            if not first_named_after(document, speaker.span.end):
                yield Finding(
                    speaker.span,
                    f'nobody is named before this "{document.slice(speaker.span)}": name the speaker',
                )
            break
        for rival in rivals(document):
            speaker, one, other = rival.speaker, rival.one, rival.other
            first, second = document.slice(one.span), document.slice(other.span)
            yield Finding(
                speaker.span,
                f'"{document.slice(speaker.span)}" may be "{first}" or "{second}": name the speaker',
                (Related(one.span, "may be meant"), Related(other.span, "may be meant")),
            )
