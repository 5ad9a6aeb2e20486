"""`headline-name-not-in-body`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.language.lists.lexicon import common_words, given_names, places, surnames
from copydesk.language.words import Word
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import Block, BlockKind, Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

_SPOKEN = frozenset({CopyKind.QUESTION, CopyKind.ANSWER, CopyKind.FIRST_PERSON})

_LEAST_BLOCKS = 3
"""How many blocks of copy a draft has below its headline before a name can be missing there."""


class HeadlineNameNotInBody(Rule[NoOptions]):
    """A name in the headline that the story never mentions."""

    name = "headline-name-not-in-body"
    reads_english = True
    family = "honorifics"
    severity = Severity.WARNING
    needs = ("headline", "name in a headline")
    summary = "somebody who is named in the headline and nowhere in the story"
    why = (
        "The headline was written for another version, or the name is misspelt in one of the two places. "
        "Full names are looked at; a story of a few lines is left alone."
    )
    examples = (
        Example(
            "# [[Harold Lindqvist]] leaves the harbor board\n\nThe board met on Friday.\n\n"
            "A vote is due in May.\n\nHarold Lindquist will stay.",
            "a slip in one of the two places",
            format="markdown",
        ),
        Example(
            "# Harbor board thanks [[Laura Lindqvist]]\n\nThe board met on Friday.\n\n"
            "A vote is due in May.\n\nNobody was thanked.",
            "a name from another version",
            format="markdown",
        ),
        Example(
            "# Harbor board thanks Laura Lindqvist\n\nThe board met on Friday.\n\nA vote is due in May.\n\n"
            "Ms. Lindqvist was thanked.",
            "the surname is there",
            format="markdown",
        ),
        Example(
            "# Harbor board thanks Laura Lindqvist\n\nThe board met on Friday.",
            "too short",
            format="markdown",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each name."""
        headlines = [block for block in document.blocks if block.kind is BlockKind.HEADLINE]
        copy = [block for block in document.blocks if block.kind is BlockKind.PARAGRAPH]
        if not headlines or len(copy) < _LEAST_BLOCKS or _is_interview(document):
            return
        for headline in headlines:
            for given, surname in _full_names(document, headline):
                if not _is_below(document, surname, headline):
                    span = Span(given.start, surname.end)
                    yield Finding(
                        span, f'"{document.slice(span)}" is named in the headline and not in the story'
                    )


def _is_interview(document: Document) -> bool:
    """Whether somebody is asked or says I, who need not be named again: an interview, a column."""
    return not _SPOKEN.isdisjoint(document.copy) or any(
        kind is CopyKind.DISPLAY and document.text[block.end - 1] == "?"
        for block, kind in zip(document.blocks[1:], document.copy[1:], strict=True)
    )


def _full_names(document: Document, headline: Block) -> Iterator[tuple[Word, Word]]:
    """Yield a given name and a word that may be a surname, both with capitals."""
    within = document.words.between(headline.start, headline.end)
    for given, surname in pairwise(document.words[within.start : within.stop]):
        first, last = document.slice(given.span), document.slice(surname.span).removesuffix("’s")
        if (
            surname.start == given.end + 1
            and first in given_names()
            and first not in places()
            and last[:1].isupper()
            and last in surnames()
            and given.lower not in common_words()
            and last.lower() not in common_words()
        ):
            yield given, surname


def _is_below(document: Document, surname: Word, headline: Block) -> bool:
    """Whether the story has the surname, in whatever form."""
    stem = surname.lower.removesuffix("'s")
    return any(
        not headline.start <= document.words[index].start < headline.end
        for form in (stem, f"{stem}'s", f"{stem}s")
        for index in document.words.vocabulary.get(form, ())
    )
