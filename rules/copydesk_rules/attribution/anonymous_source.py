"""`anonymous-source`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.phrases import find_phrases, find_reasons
from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class AnonymousSource(Rule[NoOptions]):
    """Anonymity is granted, and no reason is given."""

    name = "anonymous-source"
    family = "attribution"
    severity = Severity.INFO
    summary = "on condition of anonymity, asked not to be named: without a reason"
    why = (
        "A reader who may not know the source wants to know why. Houses that let unnamed sources through ask "
        "for the reason in the story: what the source risks, and how it knows."
    )
    examples = (
        Example("The pier is sold, said an aide, speaking [[on condition of anonymity]].", "and why"),
        Example("An aide, who [[asked not to be named]], said the pier is sold.", "and why"),
        Example(
            "The pier is sold, said an aide who spoke on condition of anonymity because the talks go on.",
            "the reason follows",
        ),
        Example(
            "An aide asked not to be named. She is not authorized to speak of the sale.",
            "the reason stands in the paragraph",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report each grant of anonymity in a paragraph that gives no reason."""
        unnamed = find_phrases(document).get("unnamed")
        if not unnamed:
            return
        reasons = {document.block_index(reason.start) for reason in find_reasons(document)}
        for span in unnamed:
            if document.block_index(span.start) not in reasons:
                yield Finding(span, f'"{document.slice(span)}", and no reason why: give it')
