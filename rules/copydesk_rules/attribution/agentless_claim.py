"""`agentless-claim`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.answers import is_said
from copydesk.analyses.phrases import find_phrases
from copydesk.document import Document
from copydesk.language.copy import COPY
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.attribution.claims import is_opinion


class AgentlessClaim(Rule[NoOptions]):
    """Somebody believes, fears or criticises, and nobody is named."""

    name = "agentless-claim"
    reads_english = True
    family = "attribution"
    severity = Severity.INFO
    needs = ("agentless phrase",)
    summary = "it is believed, was widely criticised, reportedly: nobody in the sentence does it"
    why = (
        "The passive hides who says so, and the reader cannot weigh it. Name who believes, fears or "
        "criticises, or say how we know; a claim that nobody stands behind is the paper's own."
    )
    examples = (
        Example("[[It is widely believed that]] the pier will close.", "nobody in particular believes"),
        Example("The board [[was widely criticized]] for the delay.", "by nobody"),
        Example("The mayor [[reportedly]] owns two boats.", "reported by whom"),
        Example("The board was widely criticized by the fishermen of the town.", "they did"),
        Example("The mayor reportedly owns two boats, according to Ann Poe.", "Ann Poe says so"),
        Example("“It is widely believed that we are late,” Ann Poe said.", "her words"),
        Example("The meeting is expected to last two hours.", "a plan, not a claim"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Report the first phrase of each sentence that names no agent and no source."""
        if is_opinion(document):
            return
        seen: set[Span] = set()
        for span in find_phrases(document).get("agentless", ()):
            sentence = document.sentence_at(span.start)
            if sentence not in seen and document.copy.at(span.start) in COPY and _is_alone(document, span):
                seen.add(sentence)
                yield Finding(span, f'"{document.slice(span)}" by whom: name who says so, or how we know')


def _is_alone(document: Document, span: Span) -> bool:
    """Whether the sentence of a phrase has neither an agent after it nor a source that says it."""
    sentence = document.sentence_at(span.start)
    rest = document.text[span.end : sentence.end]
    if (
        " by " in rest
        or " from " in rest[:40]
        or " among " in rest
        or "according to" in document.slice(sentence).lower()
    ):
        return False
    if document.text.startswith(("A ", "An "), sentence.start) and "considered" in document.slice(span):
        return False  # a definition: a bus is considered full at 48 seats
    return not is_said(document, span)
