"""duplicate-sentence: a sentence that stands in two paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from copydesk.analyses.likeness.repeats import Repeat, captions, is_on_purpose, repeated_quotes, repeats
from copydesk.document import Document
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, Options, Rule

REFRAIN_TIMES = 3
SURE_WORDS = 8
"""A sentence with fewer words is only noted, and only where the draft itself states something."""

GAP = 4
"""Spaces that may part two sentences that follow each other."""


class DuplicateSentenceOptions(Options, frozen=True):
    """Options of `duplicate-sentence`.

    minimum_words  shorter sentences are not compared
    """

    minimum_words: int = 5


class DuplicateSentence(Rule[DuplicateSentenceOptions]):
    """Word for word. What is said of the whole paragraph, or of a quotation, is not said again here."""

    name = "duplicate-sentence"
    reads_english = True
    family = "duplicates"
    severity = Severity.WARNING
    summary = "a sentence repeats an earlier one word for word"
    why = (
        "A sentence that was moved by copying stands in both places until somebody deletes one. A caption, "
        "a pull quote or an embedded post repeats the story on purpose, and so it is left alone. A sentence "
        "that stands three times may be a refrain: it is only noted, as a short one is."
    )
    in_quotes = "check"
    options = DuplicateSentenceOptions()
    examples = (
        Example(
            "The old bridge was built in 1911 and has been closed twice. The council met on Monday.\n"
            "Ms. Orr left before noon.\n"
            "Three shops in Mill Street have closed since. [[The old bridge was built in 1911 and has been "
            "closed twice.]] Nobody spoke against it.",
            "One sentence of two paragraphs that are not alike.",
        ),
        Example(
            "The old bridge was built in 1911 and has been closed twice. It carries 400 trucks a day to the "
            "harbor. The council met on Monday, and all but one of its members spoke.\n"
            "Ms. Orr left before noon.\n"
            "Three shops in Mill Street have closed since, and two more will close in May. "
            "[[The old bridge was built in 1911 and has been closed twice. It carries 400 trucks a day to "
            "the harbor.]] Nobody spoke against it.",
            "Two sentences in a row are one finding.",
        ),
        Example(
            "The bridge is closed. The council met on Monday.\nMs. Orr left. The bridge is closed.",
            "Very short sentences may return.",
        ),
        Example(
            "The old bridge was built in 1911 and has been closed twice (file photo)\n"
            "Ms. Orr left. The old bridge was built in 1911 and has been closed twice.",
            "A caption is not a sentence of the story.",
        ),
    )

    def check(self, document: Document, context: Context[DuplicateSentenceOptions]) -> Iterable[Finding]:
        """Yield one finding for each run of sentences that stands earlier in the same order."""
        found = list(_runs(document, context.options.minimum_words))
        times = Counter(repeat.earlier for repeat in found)
        display = captions(document, found)
        for repeat in found:
            if is_on_purpose(document, repeat):
                continue
            if any(document.block_at(span.start) in display for span in repeat.both):
                continue
            is_short = len(document.words.between(repeat.later.start, repeat.later.end)) < SURE_WORDS
            if is_short and not all(_states(document, span) for span in repeat.both):
                continue
            line = document.named_line(repeat.earlier)
            yield Finding(
                repeat.later,
                f"stands at {line} already, word for word",
                related=(Related(repeat.earlier, "first here"),),
                severity=Severity.INFO if is_short or times[repeat.earlier] >= REFRAIN_TIMES - 1 else None,
            )


def _states(document: Document, sentence: Span) -> bool:
    """Whether a sentence is the draft's own and no question or cry: those are meant to return."""
    return document.text[sentence.end - 1] == "." and not (
        document.quotes.hold(sentence) or document.quotes.within(sentence)
    )


def _runs(document: Document, minimum_words: int) -> Iterator[Repeat]:
    """Yield the repeated sentences; those that follow each other in both places are put together."""
    run: Repeat | None = None
    for repeat in _sentences(document, minimum_words):
        later, earlier = repeat.both
        if run and _adjoin(document, run.later, later) and _adjoin(document, run.earlier, earlier):
            run = Repeat(Span(run.later.start, later.end), Span(run.earlier.start, earlier.end))
            continue
        if run:
            yield run
        run = repeat
    if run:
        yield run


def _sentences(document: Document, minimum_words: int) -> Iterator[Repeat]:
    """Yield the repeated sentences that are no source notes and hold no quotation that is used twice."""
    quoted = repeated_quotes(document)
    at = 0
    for repeat in repeats(document, document.sentences, document.words_of_sentences, minimum_words):
        while at < len(quoted) and quoted[at].later.end <= repeat.later.start:
            at += 1
        said = at < len(quoted) and quoted[at].later.overlaps(repeat.later)
        if not said and not document.text.startswith("[", repeat.later.start):
            yield repeat


def _adjoin(document: Document, one: Span, other: Span) -> bool:
    """Whether one stretch follows the other in the same paragraph."""
    if not one.end <= other.start <= one.end + GAP:
        return False
    return not document.text[one.end : other.start].strip(" \u00a0")
