"""Analyses of a draft for `copydesk inspect`: a value for programs, a page for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from copydesk.analyses.attribution.answers import answers
from copydesk.analyses.figures.dates import find_days
from copydesk.analyses.figures.numbers import find_figures
from copydesk.document import Document
from copydesk.language.attribution.attributions import Attribution, Speaker
from copydesk.language.people.people import Person
from copydesk.language.quotes import Quotation
from copydesk.language.spelling.spellings import SpellingGroup
from copydesk.model.prose import Span
from copydesk.wording import printable

Value = dict[str, Any]

FIRST_WORDS = 60
"""Characters of a quotation that the page shows."""


def describe(document: Document, *, why: bool = False) -> Value:
    """Return the analyses as plain values; with `why`, the reason for each mention and each answerer.

    Offsets are code points of the decoded file, ends exclusive.
    """
    return {
        "path": document.source.path,
        "words": len(document.words),
        "published": _published(document),
        "people": [_person(document, person, why=why) for person in document.people.all],
        "quotations": [_quotation(document, quotation) for quotation in document.quotes.outer],
        "attributions": [_attribution(document, attribution) for attribution in document.attributions],
        "spellings": [_spelling(document, group) for group in document.spellings],
        "dates": [
            {**_words(document, day.span), "year": day.year, "month": day.month, "day": day.day}
            for day in find_days(document)
        ],
        "figures": [
            {**_words(document, one.span), "kind": one.kind.value, "value": one.value, "unit": one.unit}
            for one in find_figures(document)
        ],
        **({"answers": list(_answers(document))} if why else {}),
    }


def _published(document: Document) -> Value | None:
    published = document.published
    if published is None:
        return None
    return {"date": (published.moment or published.day).isoformat(), "origin": published.origin}


def _answers(document: Document) -> Iterator[Value]:
    """Yield who answers for each sentence, and how near."""
    for sentence, backing in zip(document.sentences, answers(document), strict=True):
        yield {
            **stretch(document, sentence),
            "by": backing.kind.value,
            "near": backing.nearness.name.lower(),
            "words": backing.words and _words(document, backing.words),
        }


def stretch(document: Document, span: Span) -> Value:
    """Return where a span was read from, in code points of the decoded file."""
    place = document.to_source(span)
    return {"start": place.start, "end": place.end}


def _words(document: Document, span: Span) -> Value:
    return {**stretch(document, span), "text": document.slice(span)}


def _person(document: Document, person: Person, *, why: bool) -> Value:
    introduction = person.introduction
    return {
        "name": person.name,
        "surname": person.surname,
        "introduced": None if introduction is None else stretch(document, introduction.span),
        "mentions": [
            {
                **_words(document, m.span),
                "kind": m.kind.value,
                **({"why": person.reason(m)} if why else {}),
            }
            for m in person.mentions
        ],
    }


def _quotation(document: Document, quotation: Quotation) -> Value:
    attribution = document.attributions.of(quotation)
    speaker = attribution and attribution.speaker
    return {
        **stretch(document, quotation.span),
        "speaker": speaker and {**_words(document, speaker.span), "person": _name(speaker)},
        "cue": attribution and attribution.cue and _words(document, attribution.cue),
    }


def _attribution(document: Document, attribution: Attribution) -> Value:
    speaker = attribution.speaker
    return {
        **stretch(document, _without_blanks(document, attribution.content)),
        "cue": attribution.cue and _words(document, attribution.cue),
        "speaker": speaker
        and {**_words(document, speaker.span), "kind": speaker.kind.value, "person": _name(speaker)},
    }


def _spelling(document: Document, group: SpellingGroup) -> Value:
    return {
        "key": group.key,
        "forms": [
            {
                "text": form.text,
                "count": len(form.uses),
                "uses": [{**stretch(document, use.span), "quoted": use.quoted} for use in form.uses],
            }
            for form in group.forms
        ],
    }


def _name(speaker: Speaker) -> str | None:
    return None if speaker.person is None else speaker.person.name


def page(document: Document, *, why: bool = False) -> str:
    """Return the analyses as an editor reads them, with `why` also the reason for each mention of a person.

    Places are line:column of the file.
    """
    published = document.published
    when = f", published {published.moment or published.day} ({published.origin})" if published else ""
    lines = [f"{document.source.path}: {len(document.words):,} words{when}"]
    for title, rows, indent in (
        ("People", _people_rows(document, why=why), "  "),
        ("Quotations", _quotation_rows(document), ""),  # a row begins with its place, as in a report
        ("Attributions", _attribution_rows(document), ""),
        ("Spellings", _spelling_rows(document), "  "),
        ("Dates and figures", _figure_rows(document), ""),
    ):
        lines += ["", title, *(table(rows, indent) or ["  none"])]
    if why:
        lines += ["", "Who answers for each sentence", *(table(_answer_rows(document)) or ["  none"])]
    return "".join(f"{printable(line)}\n" for line in lines)


def _answer_rows(document: Document) -> Iterator[tuple[str, ...]]:
    for sentence, backing in zip(document.sentences, answers(document), strict=True):
        near = backing.nearness.name.lower() if backing.words else ""
        words = document.slice(backing.words)[:FIRST_WORDS] if backing.words else ""
        yield document.place(sentence), backing.kind.value, near, words


def table(rows: Iterable[tuple[str, ...]], indent: str = "") -> list[str]:
    """Rows as lines, their columns aligned."""
    from rich.cells import cell_len

    kept = list(rows)
    widths = [max(map(cell_len, column)) for column in zip(*kept, strict=True)]
    return [
        indent
        + "  ".join(
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in kept
    ]


def _people_rows(document: Document, *, why: bool) -> Iterator[tuple[str, ...]]:
    """Yield a row for each person, then one for each way to name the person and each reason why."""
    for person in document.people.all:
        introduction = person.introduction
        introduced = (
            "never introduced" if introduction is None else f"introduced {document.place(introduction.span)}"
        )
        yield person.name, f"surname {person.surname}", introduced
        places: dict[tuple[str, str, str], list[str]] = {}
        for mention in person.mentions:
            reason = f"because: {person.reason(mention)}" if why else ""
            form = document.slice(mention.span), mention.kind.value, reason
            places.setdefault(form, []).append(document.place(mention.span))
        for (text, kind, reason), at in places.items():
            yield f"  {text}", kind, "  ".join([", ".join(at), *filter(None, [reason])])


def _quotation_rows(document: Document) -> Iterator[tuple[str, ...]]:
    for quotation in document.quotes.outer:
        attribution = document.attributions.of(quotation)
        who = "nobody on record" if attribution is None else _who(document, attribution.speaker)
        cue = None if attribution is None else attribution.cue
        yield document.place(quotation.span), who, _cue(document, cue), first_words(document, quotation.span)


def _attribution_rows(document: Document) -> Iterator[tuple[str, ...]]:
    for attribution in document.attributions:
        speaker = attribution.speaker
        yield (
            document.place(_without_blanks(document, attribution.content)),
            _who(document, speaker),
            "" if speaker is None else speaker.kind.value,
            _cue(document, attribution.cue),
            first_words(document, attribution.content),
        )


def _spelling_rows(document: Document) -> Iterator[tuple[str, ...]]:
    for group in document.spellings:
        for form in group.forms:
            places = ", ".join(
                document.place(use.span) + (" quoted" if use.quoted else "") for use in form.uses
            )
            yield form.text, f"{len(form.uses)}", places


def _figure_rows(document: Document) -> Iterator[tuple[str, ...]]:
    """Yield a row for each date and each number, in the order of the draft."""
    rows = [
        (day.span, "date", f"{day.year or '----'}-{day.month:02}-{day.day:02}") for day in find_days(document)
    ]
    rows += [
        (one.span, one.kind.value, f"{one.value:,.10g} {one.unit}".strip()) for one in find_figures(document)
    ]
    for span, kind, value in sorted(rows):
        yield document.place(span), document.slice(span), kind, value


def _who(document: Document, speaker: Speaker | None) -> str:
    """Return the words that name a speaker, and who that is where the words do not say."""
    if speaker is None:
        return "nobody named"
    text = document.slice(speaker.span)
    name = _name(speaker)
    return text if name is None or name in text else f"{text} ({name})"


def _cue(document: Document, cue: Span | None) -> str:
    return "" if cue is None else document.slice(cue)


def _without_blanks(document: Document, span: Span) -> Span:
    """Return a span without the blanks at its beginning, so that its place is that of a word."""
    words = document.slice(span)
    return Span(span.end - len(words.lstrip()), span.end)


def first_words(document: Document, span: Span) -> str:
    """Return the words of a span, shortened for a page."""
    text = document.slice(span)
    return text if len(text) <= FIRST_WORDS else text[:FIRST_WORDS].rpartition(" ")[0] + " …"
