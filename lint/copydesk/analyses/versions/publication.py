"""What readers were shown: whether a version was published, and the notes that tell them of changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Protocol

from copydesk.document import Document, Revision
from copydesk.model.prose import Span

_STORY = r"(?:story|article|post|piece|report|item|column|review|headline|caption|page|guide)"
_OF_ITS_OWN = r"(?:story|article|post|headline|caption)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\b"
_DATE = (
    rf"(?:{_MONTH}\.? \d|\d{{1,2}} {_MONTH}|\d{{4}}-\d|\d{{1,2}}/\d"
    r"|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b|noon\b|midnight\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)
_BEGINS = re.compile(
    r"(?:corrections?|clarifications?|amplification|updated?)(?: and (?:correction|clarification))?\s*[:(—–]"
    rf"|(?:corrections?|clarifications?),? (?:on )?{_DATE}[^:!?]{{0,30}}:"
    rf"|updated?,? (?:(?:on|at|as of) )?{_DATE}"
    r"|correction, |editor[’']?s[’']? note\b"
    rf"|an? (?:earlier|previous) version of the {_OF_ITS_OWN}\b"
    rf"|the {_OF_ITS_OWN} has (?:since )?been (?:updated|corrected|amended)\b"
    r"|(?:corrections?|clarifications?)\.|(?:corrections?|clarifications?|update)\Z"
    rf"|after this {_STORY} was (?:first )?published\b|due to an? (?:\w+ )?error,"
    rf"|we (?:have )?corrected (?:this|the) {_OF_ITS_OWN}\b|we regret the error\b",
    re.IGNORECASE,
)
"""How a sentence begins that is a note to the reader."""

_SAYS = re.compile(
    rf"\b(?:an?|the) (?:earlier|previous|original) version of this {_STORY}\b"
    rf"|\bthis (?:{_STORY}|version)"
    r" (?:has (?:since )?been|was|originally|incorrectly|previously|initially) (?:\w+ )?"
    r"(?:updated|corrected|amended|clarified|edited(?! by)|changed|revised|misstated|misspelled|misspelt"
    r"|misidentified|gave|said|stated|reported|attributed)\b",
    re.IGNORECASE,
)
"""What only a note to the reader says, wherever in its sentence."""

ONE_SIGN = str.maketrans("’‐‑", "'--")
"""One apostrophe and one hyphen, as the words of a house are looked for."""


class OwnWords(Protocol):
    """The words with which the notes of a house begin."""

    def find(self, text: str, folded: str) -> Iterator[tuple[Span, str]]:
        """Yield where they stand.

        folded  the text with one apostrophe and one hyphen, as long as `text`
        """


def added_notes(older: Document | None, newer: Document, own: OwnWords | None = None) -> list[Span]:
    """Return the notes to the reader that the newer version has and the older one lacks, in order.

    own  the words with which notes begin, in place of the usual ones
    """
    before = Counter() if older is None else Counter(text for _, text in _notes(older, own))
    found = []
    for span, text in _notes(newer, own):
        if before[text]:
            before[text] -= 1
        else:
            found.append(span)
    return found


def has_topic(document: Document, topics: tuple[str, ...]) -> bool:
    """Whether the front matter has one of some topics, as `topics = ["Corrections"]`."""
    head = head_of(document)
    return any(
        re.search(rf"(?im)(?:^[ \t]*-|[\[,=:])[ \t]*[\"']?{re.escape(topic)}[\"']?[ \t]*(?:$|[,\]])", head)
        for topic in topics
    )


def head_of(document: Document) -> str:
    """Return the front matter of a draft as it is written; empty where there is none."""
    text = document.source.text
    if not text.startswith(("---", "+++", "{")):
        return ""
    mark = text[:3]
    end = text.find(f"\n{mark}", 3) if mark in ("---", "+++") else text.find("\n}")
    return text[:end] if end > 0 else ""


def _notes(document: Document, own: OwnWords | None) -> Iterator[tuple[Span, str]]:
    """Yield the notes of a draft, each to the end of its block, with its words in lower case."""
    for block in document.blocks:
        start = next(_starts(document, block.span, own), None)
        if start is not None:
            span = Span(start, block.end)
            yield span, " ".join(document.slice(span).lower().split())


def _starts(document: Document, block: Span, own: OwnWords | None) -> Iterator[int]:
    """Yield where the sentences of a block begin that are notes."""
    text = document.slice(block)
    if own is None:
        for match in _SAYS.finditer(text):
            yield max(block.start, document.sentence_at(block.start + match.start()).start)
        places = [match.start() for match in _BEGINS.finditer(text)]
    else:
        places = [span.start for span, _ in own.find(text, text.translate(ONE_SIGN))]
    for place in places:
        start = max(block.start, document.sentence_at(block.start + place).start)
        if not any(map(str.isalnum, document.text[start : block.start + place])):
            yield start


_HELD_BACK = r"(?im)^\s*(?:\"?draft\"?\s*[:=]\s*[\"']?true|\"?published\"?\s*[:=]\s*[\"']?false)\b"
"""What Hugo, Jekyll and Eleventy write in the front matter of a story that is not to be seen yet."""


def was_published(revision: Revision) -> bool:
    """Whether readers saw the earlier version: its date of publication had come when it was changed.

    Without a date it was not, unless nobody can say when the newer version was made: two files that are
    compared are what was published and what comes after it.
    """
    earlier = revision.earlier
    if re.search(_HELD_BACK, head_of(earlier)):
        return False
    if revision.made is None:
        return True
    published = _moment(earlier)
    return published is not None and published <= revision.made


def time_since_publication(revision: Revision) -> timedelta | None:
    """Return how long after publication the newer version was made; None where nobody can say.

    Where only the day is known, the same day is no time at all.
    """
    published, made = _moment(revision.earlier), revision.made
    if published is None or made is None:
        return None
    date = revision.earlier.published
    if date is not None and date.moment is None and made.date() == date.day:
        return timedelta()
    return made - published


def _moment(document: Document) -> datetime | None:
    """Return when a draft was or is to be published; at midnight where only the day is known."""
    published = document.published
    if published is None:
        return None
    moment = published.moment or datetime.combine(published.day, datetime.min.time())
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
