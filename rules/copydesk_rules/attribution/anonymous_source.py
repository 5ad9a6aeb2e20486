"""`anonymous-source`."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.attribution.answers import is_said
from copydesk.analyses.attribution.unnamed import find_unnamed
from copydesk.analyses.phrases import find_phrases, find_reasons
from copydesk.document import Document
from copydesk.language.attribution.attributions import SourceKind
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule


class AnonymousSourceOptions(Options, frozen=True):
    """Options of `anonymous-source`.

    require_reason    whether the house lets no unnamed source through without the reason: a warning then
    sources_at_least  on how many sources a claim must rest, counted in its paragraph: with 2 or more, an
                      unnamed source with nobody beside it is a warning even where the reason is given
    """

    require_reason: bool = False
    sources_at_least: int = 1


class AnonymousSource(Rule[AnonymousSourceOptions]):
    """A source has no name, and no reason is given."""

    name = "anonymous-source"
    reads_english = True
    family = "attribution"
    severity = Severity.WARNING
    info_until = "require_reason or sources_at_least"
    needs = ("source without a name",)
    summary = "a person close to, on condition of anonymity, it was learned: no name, and no reason why"
    why = (
        "A reader who may not know the source wants to know why. Houses that let unnamed sources through ask "
        "for the reason in the story: what the source risks, and how it knows. It is a note for the editor "
        "until the house requires the reason; then it is a warning."
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
        reasons = find_reasons(document)
        for _, span in sorted(told.items()):
            words = document.slice(span)
            if not _has_reason(document, span, reasons):
                yield Finding(span, f'"{words}": no name, and no reason why: give one', severity=severity)
            elif _is_one(words) and _sources_beside(document, span) < options.sources_at_least:
                message = f'"{words}" is one source, and the house asks for {options.sources_at_least}'
                yield Finding(span, message)


def _sources_beside(document: Document, source: Span) -> int:
    """Count the sources of an unnamed source's paragraph, itself included."""
    block = document.block_at(source.start)
    others = {
        attribution.speaker.person.name
        if attribution.speaker.person
        else document.slice(attribution.speaker.span)
        for attribution in document.attributions
        if attribution.speaker
        and block.start <= attribution.speaker.span.start < block.end
        and attribution.speaker.kind is not SourceKind.PRONOUN
        and not attribution.speaker.span.overlaps(source)
    }
    return 1 + len(others)


def _is_one(words: str) -> bool:
    return words.lower().startswith(("a ", "an ", "one ", "another ", "someone", "somebody"))


def _has_reason(document: Document, source: Span, reasons: list[Span]) -> bool:
    """Whether a sentence says why its source has no name, or the next of its paragraph, about the source.

    What stands right before the words of a source describes it: `Internal emails obtained by`.
    """
    sentence = document.sentence_at(source.start)
    after = document.sentence_at(min(sentence.end + 1, len(document.text) - 1))
    is_beside = document.block_index(after.start) == document.block_index(sentence.start)
    if is_beside and not document.text.startswith(("He ", "She ", "They ", "The "), after.start):
        is_beside = False
    is_told = _tells_of_anonymity(document, sentence) or (is_beside and _tells_of_anonymity(document, after))
    for reason in reasons:
        if not is_told and _OF_ITSELF.isdisjoint(document.slice(reason).lower().split()):
            continue
        if reason.end + 1 == source.start or reason.overlaps(source):
            continue
        if sentence.contains(reason) or (is_beside and after.contains(reason)):
            return True
    return is_beside and _is_named_after(document, source, after)


def _tells_of_anonymity(document: Document, sentence: Span) -> bool:
    """Whether a sentence says that its source has no name: only then is any `because` a reason for it."""
    within = document.words.between(sentence.start, sentence.end)
    return not _ANONYMITY.isdisjoint(document.words.lowers[within.start : within.stop])


def _is_named_after(document: Document, source: Span, after: Span) -> bool:
    """Whether the next sentence names a source: `The teacher, Paul Renn, has worked there nine years.`"""
    head = document.slice(source).split()[-1].lower()
    text = document.slice(after)
    if not text.lower().startswith((f"the {head}, ", f"the {head} is ", f"the {head} was ")):
        return False
    first = after.start + len("the ") + len(head)
    return any(
        document.people.at(document.words.starts[at]) is not None
        for at in document.words.between(first, min(first + _BESIDE, after.end))
    )


_BESIDE = 24
"""Characters after a noun in which the name stands whose it is."""

_ANONYMITY = frozenset(
    """
    anonymity anonymous anonymously anonymized asked asking authorized authorised background condition
    confidential granted identified identify identity name named names permitted publicly quoted requested
    unauthorized unnamed withheld
    """.split()
)
_OF_ITSELF = frozenset(
    """
    authorized authorised allowed permitted retaliation reprisal reprisals sensitive sensitivity confidential
    publicly deliberations internal withheld withhold withholding identify name minor juvenile fear feared
    fears fearing afraid would could might lose
    """.split()
)
"""Words of a reason that is one wherever it stands."""
