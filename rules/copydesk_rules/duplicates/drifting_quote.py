"""drifting-quote: one person's words, quoted twice and not alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.analyses.likeness.copies import find_copies
from copydesk.analyses.likeness.differences import Difference, Likeness, compare, describe
from copydesk.analyses.likeness.paragraphs import COMPARED, SHARED_RUNS
from copydesk.analyses.likeness.similarity import find_nearest
from copydesk.document import Document
from copydesk.language.people.people import Person
from copydesk.language.words import fold
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule

MARKED_CHANGES = ("[", "...", "…", ". . .")
"""Signs by which a writer says that the words were changed or cut."""


class DriftingQuoteOptions(Options, frozen=True):
    """Options of `drifting-quote`.

    minimum_words  shorter quotations are not compared
    similarity     the share of words that two quotations must have in common, 0 to 1
    """

    minimum_words: int = 6
    similarity: float = 0.75


class DriftingQuote(Rule[DriftingQuoteOptions]):
    """A quotation that is a part of the other one, or marks what it leaves out, is no other wording."""

    name = "drifting-quote"
    reads_english = True
    family = "duplicates"
    severity = Severity.WARNING
    needs = ("quotations alike",)
    summary = "the same person is quoted twice in almost the same words"
    why = (
        "When two quotations of one person differ in a word or two, one of them is likely to be a misquote. "
        "Check what was said, and use it once. Where they differ in two places, the speaker may have said "
        "two things in one mould: that is only noted. What stands in one paragraph is one speech."
    )
    in_quotes = "check"
    options = DriftingQuoteOptions()
    examples = (
        Example(
            "“We have a duty to take a stand against intolerance and fear,” Ann Orr said on Monday.\n"
            "The council voted on the bridge.\n"
            "Ms. Orr spoke of [[“a duty to take a stand against violence and fear”]] and left.",
            "One of the two is not what she said.",
        ),
        Example(
            "“The bridge was never really safe for heavy trucks,” Ann Orr said on Monday.\n"
            "The council voted on the road.\n"
            "[[“The bridge was never safe for heavy trucks,”]] Ms. Orr said.",
            "A word is missing inside.",
        ),
        Example(
            "“We have a duty to take a stand against intolerance and fear,” Ann Orr said on Monday.\n"
            "The council voted on the bridge.\n"
            "Ms. Orr spoke of “a duty to take a stand against intolerance” and left.",
            "A part of the quotation, word for word.",
        ),
        Example(
            "“We have a duty to take a stand against intolerance and fear,” Ann Orr said on Monday.\n"
            "“We have a duty to take a stand against violence and fear,” Ben Poe said.",
            "Two people.",
        ),
        Example(
            "“I never thought she was the right clerk,” Ann Orr said. “I thought I was the right clerk.”",
            "One speech that says two things.",
        ),
    )

    def check(self, document: Document, context: Context[DriftingQuoteOptions]) -> Iterable[Finding]:
        """Yield one finding for each later quotation, with the earlier one that is most like it."""
        minimum = context.options.minimum_words
        for person, quotes in _by_person(document).items():
            if len(quotes) == 1:
                continue
            folded = [(quote, fold(document.words, quote, minimum)) for quote in quotes]
            texts = [(quote, text) for quote, text in folded if text is not None]
            for copy, original in find_nearest([text for _, text in texts], SHARED_RUNS):
                later, earlier = texts[copy][0], texts[original][0]
                likeness = compare(document, later, earlier)
                inside = _inside(likeness)
                in_one = document.block_at(later.start) is document.block_at(earlier.start)
                alike = likeness.whole >= context.options.similarity and inside and not in_one
                if alike and not find_copies(document).hold(later, earlier):
                    changed = [part for part in likeness.differences if part.here and part.there]
                    one_mould = max(len(inside), len(changed)) > 1
                    line = document.named_line(earlier)
                    words = describe(document, likeness)
                    yield Finding(
                        later,
                        f"{person.name} is quoted in other words at {line}; {words}",
                        related=(Related(earlier, "the earlier wording"),),
                        severity=Severity.INFO if one_mould else None,
                    )


def _by_person(document: Document) -> dict[Person, list[Span]]:
    """Return the quotations of each person, with their marks, in the order of the text."""
    found: dict[Person, list[Span]] = defaultdict(list)
    for quote, person in _spoken(document):
        if not any(sign in document.slice(quote) for sign in MARKED_CHANGES):
            found[person].append(quote)
    return found


def _spoken(document: Document) -> Iterator[tuple[Span, Person]]:
    for quote in document.quotes.outer:
        attribution = document.attributions.of(quote)
        speaker = attribution and attribution.speaker
        if speaker and speaker.person and document.block_at(quote.start).kind in COMPARED:
            yield quote.span, speaker.person


def _inside(likeness: Likeness) -> list[Difference]:
    """Return the differences between words that both have: not those where a quotation begins or ends."""
    return [
        difference
        for difference in likeness.differences
        if _is_inside(difference.here, len(likeness.here))
        and _is_inside(difference.there, len(likeness.there))
    ]


def _is_inside(run: range, words: int) -> bool:
    return run.start > 0 and run.stop < words
