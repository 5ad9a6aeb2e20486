"""repeated-word: a word that stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise
from typing import Literal

from copydesk.document import Document
from copydesk.language.words import Word
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk_rules.duplicates.doubled_words import GRAMMAR, TYING, Doubt, judge

MIN_WRAP = 45
"""Nobody wraps copy to a narrower width: a shorter line ended where its writer ended it."""

_LINE_ENDS = ("\n", "\r\n", "\r")
_WRAP = r"[ \t]*\\?(?:\r\n|\r|\n)[ \t>]*"
_LINK = r"\s+\["
_PLAIN_SPAN = (
    r"<span(?:\s+(?:lang|style|dir)=(?:\"[^\"<>]*\"|'[^'<>]*'|\w+)|\s+class=[\"']?(?:c\d+\s?)+[\"']?)*\s*>"
)
"""A span that looks and means nothing of its own: `c12` are the classes of Google Docs."""
_LOOKED_THROUGH = r"(?:[\s*_~\[]|</?(?:a|b|br|em|i|mark|span|strong|u)\b[^<>]{0,200}>){1,50}"
"""Marks that leave an article and the words around it neighbours: emphasis, and where a link begins."""


class RepeatedWord(Rule[NoOptions]):
    """Looks inside quotations too, but never mends what somebody else said, nor what grammar could hold."""

    name = "repeated-word"
    reads_english = True
    family = "duplicates"
    severity = Severity.ERROR
    needs = ("word twice in a row",)
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
        """Yield one finding for each run of a word: an error, or a warning where grammar could hold it."""
        for run in _runs(document):
            doubt = max(judge(document, run), _doubt_between(document, run))
            if doubt is Doubt.LEGAL:
                continue
            span = Span(run[0].start, run[-1].end)
            times = "twice" if len(run) == 2 else f"{len(run)} times"
            message = f'"{document.slice(run[-1].span)}" {times} in a row'
            is_open = doubt is Doubt.SOME or document.quotes.hold(span)
            fix = None if is_open else _fix(document, run, doubt)
            yield Finding(span, message, fix=fix, severity=Severity.WARNING if doubt is Doubt.SOME else None)


def _runs(document: Document) -> Iterator[list[Word]]:
    """Yield the words that are the same as the one before, with nothing but space between them."""
    words, text = document.words, document.text
    starts, lowers = words.starts, words.lowers
    last = 0
    for index in words.doubled(1):
        if index < last:
            continue
        last = index
        while last + 1 < len(lowers) and lowers[last + 1] == lowers[index]:
            if not text[starts[last] + len(lowers[last]) : starts[last + 1]].isspace():
                break
            last += 1
        if last > index:
            yield words[index : last + 1]


def _doubt_between(document: Document, run: list[Word]) -> Doubt:
    """Return the doubt that comes from what the file has between two of the words.

    Such as a line end, markup or a picture.
    """
    doubt = Doubt.NONE
    for one, other in pairwise(run):
        between = Span(one.end, other.start)
        end = document.to_source(one.span).end
        marks = _without_markup(document.source.text, end, document.to_source(other.span).start)
        if document.slice(between) == "\n":
            # Two blocks: a heading, a line of verse. Only a word that can end neither was typed twice.
            is_torn = marks.strip(" \t") in _LINE_ENDS and document.slice(other.span).islower()
            found = Doubt.NONE if is_torn and one.lower in TYING else Doubt.LEGAL
        elif re.fullmatch(_WRAP, marks) and document.source.shows_lines:
            found = _doubt_over_line(document, one, end)
        elif marks.isspace():
            found = Doubt.NONE
        elif re.fullmatch(_LOOKED_THROUGH if one.lower in TYING else _LINK, marks) and one.lower in GRAMMAR:
            found = Doubt.SOME
        else:
            found = Doubt.LEGAL
        doubt = max(doubt, found)
    return doubt


def _without_markup(text: str, start: int, end: int) -> str:
    """What stands between two words of a file: character references as what they stand for, and no spans.

    Programs cut a sentence into spans wherever it was edited. A span with a class that says what it is, a
    label or a price, stays.
    """
    marks = text[start:end]
    if "<" in marks:
        opened = text.rfind("<span", max(0, start - 400), start)
        ends_plain = opened >= 0 and re.compile(_PLAIN_SPAN, re.IGNORECASE).match(text, opened) is not None
        marks, begun = re.subn(_PLAIN_SPAN, "", marks, flags=re.IGNORECASE)
        marks = marks.replace("</span>", "", -1 if ends_plain else begun)
    return unescape(marks) if "&" in marks else marks


def _doubt_over_line(document: Document, word: Word, end: int) -> Doubt:
    """Return the doubt where a word ends a line, at `end` of the file.

    In verse, the next line may begin with the same word.
    """
    if word.lower in TYING:
        return Doubt.NONE
    text = document.source.text
    width = end - max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) - 1
    if text.startswith(("  ", "\\"), end) or width < MIN_WRAP:
        return Doubt.SOME if word.lower in GRAMMAR else Doubt.LEGAL
    return Doubt.LITTLE if word.lower in GRAMMAR else Doubt.SOME


def _fix(document: Document, run: list[Word], doubt: Doubt) -> Fix | None:
    """Delete all but the first, together with the spaces; not where markup or a line end is among them."""
    spans = [Span(run[0].end, run[-1].end), Span(run[1].start, run[-1].end + 1)]
    for span in spans:
        place = document.to_source(span)
        words = document.slice(span)
        if "\n" not in words and document.source.text[place.start : place.end] == words:
            word = document.slice(run[-1].span)
            safety: Literal["safe", "unsafe"] = "safe" if doubt is Doubt.NONE else "unsafe"
            return Fix(f'delete the second "{word}"', (Edit(span, ""),), safety)
    return None
