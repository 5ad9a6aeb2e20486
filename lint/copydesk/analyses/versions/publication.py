"""What readers were shown: whether a version was published, and the notes that tell them of changes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from copydesk.document import Document, Revision
from copydesk.model.prose import Span

PATTERN = (
    r"\bcorrections?\b\s*[:(—–]|\bcorrection, |\bclarifications?\b\s*[:(—–]|\bamplification:"
    r"|\b(?:an?|the) (?:earlier|previous|original) version of (?:this|the)\b"
    r"|\bthis (?:story|article|post|piece|report|item|column|review|headline|page|guide|version)"
    r" (?:has (?:since )?been|was|originally|incorrectly|previously|initially) (?:\w+ )?"
    r"(?:updated|corrected|amended|clarified|edited|changed|revised|misstated|misspelled|misspelt|misidentified|gave|said"
    r"|stated|reported|attributed)\b"
    r"|\bafter this (?:story|article|post) was (?:first )?published\b|\bdue to an? (?:\w+ )?error,"
    r"|\beditor[’']?s[’']? note\b|^\W*updated?\b.{0,40}?:(?=\s)|\bcorrected to\b"
    r"|\bwe (?:have )?corrected\b|\bregrets? the error\b"
)
"""How a note to the reader begins, in any case."""


def added_notes(older: Document | None, newer: Document, pattern: str = PATTERN) -> list[Span]:
    """Return the notes to the reader that the newer version has and the older one lacks, in order."""
    before = Counter() if older is None else Counter(text for _, text in _notes(older, pattern))
    found = []
    for span, text in _notes(newer, pattern):
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


def _notes(document: Document, pattern: str) -> Iterator[tuple[Span, str]]:
    """Yield the notes of a draft, each with its words in lower case."""
    begins = re.compile(pattern, re.IGNORECASE)
    for block in document.blocks:
        match = begins.search(document.slice(block.span))
        if match is None:
            continue
        start = document.sentence_at(block.start + match.start()).start
        span = Span(max(start, block.start), block.end)
        yield span, " ".join(document.slice(span).lower().split())


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
