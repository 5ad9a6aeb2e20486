"""`anonymous-source`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.answers import is_said
from copydesk.analyses.attribution.unnamed import find_unnamed
from copydesk.analyses.phrases import find_phrases, find_reasons
from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule


class AnonymousSourceOptions(Options, frozen=True):
    """Options of `anonymous-source`.

    require_reason    whether the house lets no unnamed source through without the reason: a warning then
    sources_at_least  on how many sources a claim must rest that has no named one: with 2 or more, a single
                      unnamed source is a warning even where the reason is given
    """

    require_reason: bool = False
    sources_at_least: int = 1


class AnonymousSource(Rule[AnonymousSourceOptions]):
    """A source has no name, and no reason is given."""

    name = "anonymous-source"
    reads_english = True
    family = "attribution"
    severity = Severity.WARNING
    needs = ("source without a name",)
    summary = "a person close to, on condition of anonymity, it was learned: no name, and no reason why"
    why = (
        "A reader who may not know the source wants to know why. Houses that let unnamed sources through ask "
        "for the reason in the story: what the source risks, and how it knows."
    )
    options = AnonymousSourceOptions()
    examples = (
        Example("The pier is sold, said [[an aide]], speaking on condition of anonymity.", "and why"),
        Example("[[An aide]], who asked not to be named, said the pier is sold.", "and why"),
        Example("[[A person]] close to the board said the pier is sold.", "who, and why no name"),
        Example("[[It was learned on]] Friday that the pier is sold.", "from whom"),
        Example(
            "The pier is sold, said an aide who spoke on condition of anonymity because the talks go on.",
            "the reason follows",
        ),
        Example(
            "An aide asked not to be named. She is not authorized to speak of the sale.",
            "the reason stands in the next sentence",
        ),
        Example("An aide, Ann Poe, said the pier is sold.", "she has a name"),
    )

    def check(self, document: Document, context: Context[AnonymousSourceOptions]) -> Iterator[Finding]:
        """Report the first unnamed source of each sentence for which no reason is given.

        It is a note for the editor until the house says that it requires the reason.
        """
        options = context.options
        severity = None if options.require_reason else Severity.INFO
        told: dict[Span, Span] = {}
        for span in find_phrases(document).get("unnamed", ()):
            if not is_said(document, span):
                told.setdefault(document.sentence_at(span.start), span)
        for one in find_unnamed(document):
            if not one.is_crowd:
                told[document.sentence_at(one.span.start)] = one.span
        if not told:
            return
        reasons = {document.sentence_at(reason.start) for reason in find_reasons(document)}
        for sentence, span in sorted(told.items()):
            words = document.slice(span)
            if not _has_reason(document, sentence, reasons):
                yield Finding(span, f'"{words}": no name, and no reason why: give one', severity=severity)
            elif options.sources_at_least > 1 and _is_one(words):
                message = f'"{words}" is one source, and the house asks for {options.sources_at_least}'
                yield Finding(span, message)


def _is_one(words: str) -> bool:
    return words.lower().startswith(("a ", "an ", "one ", "another ", "someone", "somebody"))


def _has_reason(document: Document, sentence: Span, reasons: set[Span]) -> bool:
    """Whether a sentence says why its source has no name, or the next of its paragraph, about the source."""
    if sentence in reasons:
        return True
    after = document.sentence_at(min(sentence.end + 1, len(document.text) - 1))
    is_beside = after in reasons and document.block_index(after.start) == document.block_index(sentence.start)
    return is_beside and document.text.startswith(("He ", "She ", "They ", "The source"), after.start)
