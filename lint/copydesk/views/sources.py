"""On whom a draft rests, for `copydesk sources`: a value for programs, a table for people."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.analyses.sources.sources import Source, find_sources
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution
from copydesk.language.copy import PROSE
from copydesk.language.quotes import Quotation
from copydesk.model.prose import Block, Span
from copydesk.views.inspection import Value, first_words, stretch, table
from copydesk.wording import count, printable

_SENTENCE = 5
"""From how many words on a quotation needs somebody on record: fewer are a title or a phrase."""


def unattributed(document: Document) -> list[Quotation]:
    """Return the quotations of five words or more, outside headlines, that nobody is on record for."""
    silent = []
    for quotation in document.quotes.outer:
        attribution = document.attributions.of(quotation)
        is_speech = len(document.slice(quotation.inner).split()) >= _SENTENCE
        if is_speech and (attribution is None or attribution.speaker is None):
            silent.append(quotation)
    return [quotation for quotation in silent if document.copy.at(quotation.start) in PROSE]


def unsourced(document: Document) -> list[Block]:
    """Return the paragraphs in which nothing is attributed to anybody."""
    starts = {
        document.block_at(attribution.content.start).start
        for attribution in document.attributions
        if attribution.speaker
    }
    return [
        block for block in document.blocks if document.copy.of(block) in PROSE and block.start not in starts
    ]


def describe(document: Document) -> Value:
    """Return the table as plain values. Offsets are code points of the decoded file, ends exclusive."""
    known = find_sources(document)
    return {
        "path": document.source.path,
        "paragraphs": sum(kind in PROSE for kind in document.copy),
        "sources": [
            {
                "name": source.name,
                "kind": source.kind.value,
                "named": source.named,
                "attributions": [_attribution(document, attribution) for attribution in source.said],
            }
            for source in known.found
        ],
        "unsure": known.unsure,
        "silent": [{"name": one.name or None, **_words(document, one.words)} for one in known.silent],
        "unattributed": [_words(document, quotation.span) for quotation in unattributed(document)],
        "unsourced": [_words(document, block.span) for block in unsourced(document)],
    }


def page(document: Document) -> str:
    """Return the table as an editor reads it. Places are line:column of the file."""
    known, alone = find_sources(document), unsourced(document)
    paragraphs = sum(kind in PROSE for kind in document.copy)
    total = f"{count(len(known.found), 'source')}, {known.named} named"
    lines = [
        f"{document.source.path}: {total}; {count(paragraphs, 'paragraph')}, {len(alone)} without a source"
    ]
    for source in known.found:
        kind = source.kind.value if source.named else f"{source.kind.value}, not named"
        lines += ["", f"{source.name} ({kind})", *table(_rows(document, source), "  ")]
    if known.unsure:
        lines += ["", f"{count(known.unsure, 'attribution')} more, and whose is not clear"]
    if known.silent:
        asked = [
            (document.place(one.words), one.name or "not clear who", document.slice(one.words))
            for one in known.silent
        ]
        lines += ["", "Asked, and did not answer", *table(asked, "  ")]
    silent = [quotation.span for quotation in unattributed(document)]
    for title, spans in (
        ("Quotations that nobody is on record for", silent),
        ("Paragraphs without a source", [block.span for block in alone]),
    ):
        rows = [(document.place(span), first_words(document, span)) for span in spans]
        lines += ["", title, *(table(rows, "  ") or ["  none"])]
    return "".join(f"{printable(line)}\n" for line in lines)


def _rows(document: Document, source: Source) -> Iterator[tuple[str, ...]]:
    for attribution in source.said:
        cue = attribution.cue and document.slice(attribution.cue)
        how = "quoted" if attribution.quotes else "reported"
        span = _trimmed(document, attribution.content)
        yield document.place(span), how, cue or "", first_words(document, span)


def _trimmed(document: Document, span: Span) -> Span:
    """Return a span without the spaces and commas that part it from its attribution."""
    words = document.slice(span)
    start = span.start + len(words) - len(words.lstrip(" ,"))
    return Span(start, max(start, span.end - len(words) + len(words.rstrip(" ,"))))


def _attribution(document: Document, attribution: Attribution) -> Value:
    return {
        **_words(document, _trimmed(document, attribution.content)),
        "quoted": bool(attribution.quotes),
        "cue": attribution.cue and document.slice(attribution.cue),
    }


def _words(document: Document, span: Span) -> Value:
    at = document.position(span)
    return {**stretch(document, span), "line": at.line, "column": at.column, "text": document.slice(span)}
