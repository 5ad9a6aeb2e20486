"""Notes to the reader in two versions of a story: corrections, clarifications, updates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.model.prose import Span

PATTERN = (
    r"\bcorrections?\b\s*[:(—–]|\bcorrection, |\bclarifications?\b\s*[:(—–]|\bamplification:"
    r"|\b(?:an?|the) (?:earlier|previous|original) version of (?:this|the)\b"
    r"|\bthis (?:story|article|post|piece|report|item|column|review|headline|page|guide|version)"
    r" (?:has (?:since )?been|was|originally|incorrectly|previously|initially) (?:\w+ )?"
    r"(?:updated|corrected|amended|clarified|edited|changed|revised|misstated|misspelled|misspelt|misidentified|gave|said"
    r"|stated|reported|attributed)\b"
    r"|\bafter this (?:story|article|post) was (?:first )?published\b|\bdue to an? (?:\w+ )?error,"
    r"|\beditor[’']?s[’']? note\b|^\W*updated?\b[^.]{0,40}:|\bcorrected to\b"
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
    for block, kind in zip(document.blocks, document.copy, strict=True):
        text = document.slice(block.span)
        match = begins.search(text)
        if match is None and kind is not CopyKind.NOTE:
            continue
        start = block.start if match is None else document.sentence_at(block.start + match.start()).start
        span = Span(max(start, block.start), block.end)
        yield span, " ".join(document.slice(span).lower().split())
