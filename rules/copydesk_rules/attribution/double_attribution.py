"""`double-attribution`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, SourceKind, Speaker
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.manifest import PLAIN_CUES
from copydesk.plugins.rule import Context, Example, NoOptions, Rule


class DoubleAttribution(Rule[NoOptions]):
    """One sentence that says twice who says so."""

    name = "double-attribution"
    reads_english = True
    family = "attribution"
    severity = Severity.WARNING
    needs = ("sentence attributed twice",)
    summary = "According to X, … X said: one sentence attributes the same words twice"
    why = "One attribution is enough. A second one is what an edit left behind: take one of them out."
    examples = (
        Example(
            "According to Ann Poe, the pier is not safe and has to go, [[Ann Poe said]].",
            "according to, and said",
        ),
        Example(
            "According to Blue Heron, a bakery, the oven is old and has to go, [[the bakery said]].", "twice"
        ),
        Example("Ann Poe said the pier is not safe and has to go, [[Ms. Poe said]].", "said, and said"),
        Example("According to the report, the pier has to go, Ann Poe said.", "she quotes the report"),
        Example("Ann Poe said that Ann Poe, her aunt, was at sea.", "her name, not her words"),
        Example("“The pier is not safe,” Ann Poe said. “It has to go,” she said.", "two sentences"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Look at the attributions of each sentence that has more than one."""
        by_sentence: dict[Span, dict[Span, Attribution]] = defaultdict(dict)
        for attribution in document.attributions:
            if attribution.cue and attribution.speaker and attribution.verb in PLAIN_CUES:
                sentence = document.sentence_at(attribution.cue.start)
                by_sentence[sentence].setdefault(attribution.cue, attribution)
        for sentence, attributions in by_sentence.items():
            if len(attributions) > 1:
                yield from _twice(document, sentence, [attributions[cue] for cue in sorted(attributions)])


_LONG = 400
"""A sentence of more characters is several whose full stops were lost."""

_DESCRIPTION = 60
"""How far a description after a name is read, in characters."""


def _twice(document: Document, sentence: Span, attributions: list[Attribution]) -> Iterator[Finding]:
    """Yield the attribution with which a sentence ends, where an earlier one names the same source."""
    last = attributions[-1]
    words = _whole(last)
    ends = document.text[words.end : sentence.end].strip(" .") == ""
    if not ends or document.before(words.start, 2) not in (", ", "” ", '" '):
        return
    for earlier in attributions[:-1]:
        if earlier.speaker and last.speaker and _same(document, earlier.speaker, last.speaker):
            is_clear = last.speaker.kind is not SourceKind.PRONOUN or not _names_another(
                document, last.speaker, Span(_whole(earlier).end, words.start)
            )
            starts = _whole(earlier).start == sentence.start
            if starts and is_clear and words.start - sentence.start <= _LONG:
                first = document.slice(_whole(earlier))
                yield Finding(
                    words,
                    f'"{first}" has said already who says so',
                    (Related(_whole(earlier), "the first attribution"),),
                )
            return


def _whole(attribution: Attribution) -> Span:
    """Cue and speaker together."""
    spans = [span for span in (attribution.cue, attribution.speaker and attribution.speaker.span) if span]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _same(document: Document, one: Speaker, other: Speaker) -> bool:
    if one.person is not None or other.person is not None:
        return one.person is other.person or _is_described(document, one, other)
    same_words = document.slice(one.span).lower() == document.slice(other.span).lower()
    return same_words or _is_described(document, one, other)


def _names_another(document: Document, pronoun: Speaker, span: Span) -> bool:
    """Whether somebody is named in a span whom a pronoun after it may mean as well."""
    others = (person for person in document.people.all if person is not pronoun.person)
    return any(span.contains(mention.span) for person in others for mention in person.mentions)


def _is_described(document: Document, one: Speaker, other: Speaker) -> bool:
    """Whether a source is called later what its description says: `Blue Heron, a bakery, … the bakery`."""
    article, _, noun = document.slice(other.span).lower().partition(" ")
    start = one.span.end
    after = document.after(start, _DESCRIPTION).lower()
    head, _, rest = after.removeprefix(", ").partition(",")
    is_apposed = after.startswith(", ") and bool(rest) and head.startswith(("a ", "an ", "the "))
    return article == "the" and bool(noun) and is_apposed and head.endswith(f" {noun}")
