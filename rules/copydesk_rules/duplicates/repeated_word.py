"""repeated-word: a word that stands twice in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import eq

from copydesk.document import Document, Span
from copydesk.finding import Edit, Finding, Fix, Severity
from copydesk.language.words import Word
from copydesk.rule import Context, Example, NoOptions, Rule
from copydesk_rules.duplicates.legal_repeats import is_legal


class RepeatedWord(Rule[NoOptions]):
    """Looks inside quotations too, but never mends what somebody else said."""

    name = "repeated-word"
    family = "duplicates"
    severity = Severity.ERROR
    summary = "a word stands twice in a row"
    why = (
        "The eye skips a word that was typed twice, most of all at the end of a line. Delete one. Words that "
        "may follow themselves (had had, that that, came in in 1979), names such as Duran Duran and words "
        "repeated for emphasis are left alone."
    )
    in_quotes = "check"
    examples = (
        Example("The council closed [[the the]] bridge.", "An article twice."),
        Example(
            "The council said that the bridge would stay closed until [[the\nthe]] repairs are paid for.\n\n"
            "Work began in May.\n",
            "Across the end of a line.",
        ),
        Example("“We need [[to to]] act,” Ms. Orr said.", "Speech is checked too, and never mended."),
        Example("[[The the]] bridge is closed.", "At the start of a sentence."),
        Example("He had had enough, and he said that that was that.", "Words that may follow themselves."),
        Example("Ms. Orr, who was sworn in in May, heard Duran Duran.", "A verb with a particle; a name."),
        Example("It was a very, very long night.", "A comma makes it emphasis."),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """One finding for each run of a word, over the run."""
        for run in _runs(document):
            if is_legal(document, run):
                continue
            span = Span(run[0].start, run[-1].end)
            times = "twice" if len(run) == 2 else f"{len(run)} times"
            message = f'"{document.slice(run[-1].span)}" {times} in a row'
            yield Finding(span, message, fix=None if document.quotes.hold(span) else _fix(document, run))


def _runs(document: Document) -> Iterator[list[Word]]:
    """The words that are the same as the one before, with nothing but a space between them."""
    words, text = document.words, document.text
    starts, lowers = words.starts, words.lowers
    last = 0
    for index in compress(count(), map(eq, lowers, lowers[1:])):
        if index < last:
            continue
        last = index
        while last + 1 < len(lowers) and lowers[last + 1] == lowers[index]:
            between = text[starts[last] + len(lowers[last]) : starts[last + 1]]
            if not between.isspace() or "\n" in between:
                break
            last += 1
        if last > index:
            yield words[index : last + 1]


def _fix(document: Document, run: list[Word]) -> Fix | None:
    """Delete all but the first, together with the spaces; not where markup or a line end is among them."""
    spans = [Span(run[0].end, run[-1].end), Span(run[1].start, run[-1].end + 1)]
    for span in spans:
        place = document.to_source(span)
        if document.source.text[place.start : place.end] == document.slice(span):
            word = document.slice(run[-1].span)
            return Fix(f'delete the second "{word}"', (Edit(span, ""),), "safe")
    return None
