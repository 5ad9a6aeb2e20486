"""name-variant: one proper name in two spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from copydesk.analyses.people.references import in_running_copy
from copydesk.analyses.spelling.alike import differ, how_known
from copydesk.analyses.spelling.capitals import capitalized
from copydesk.analyses.spelling.slips import Slip, misspelt_names
from copydesk.document import Document
from copydesk.language.lists.lexicon import given_name_short_forms, given_name_spellings, transliterations
from copydesk.language.people.people import MentionKind
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule
from copydesk.wording import count
from copydesk_rules.spelling.variants import FIRST, VariantForm, against, ranked, with_capitals_of

if TYPE_CHECKING:
    from copydesk.house.names.known import KnownName, Names

_EXPLAINED = (
    r"\b(?:also (?:called|known|rendered|written)|corrected|correction|formerly|known as|misspel(?:led|t)|née"
    r"|pronounced|sic|spell(?:ed|ing|s)?|spelt)\b"
)
_NEAR = 60


class NameVariant(Rule[NoOptions]):
    """Known transliterations, known given names before one surname, and words one slip from a name."""

    name = "name-variant"
    reads_english = True
    family = "spelling"
    severity = Severity.WARNING
    needs = ("names alike",)
    summary = "a proper name is spelled in two ways"
    why = (
        "A misspelt name is the correction that editors print most. The draft's own majority says which "
        "spelling is the right one; where each stands as often, the one that the word lists know, or the "
        "first: look it up. Two people who share a name, a people and its country, and plurals are not "
        "variants. Quotations are looked at, and have no vote."
    )
    in_quotes = "check"
    examples = (
        Example(
            "Dale Brobst opened the mill. Brobst spoke for an hour, then [[Borbst]] left.",
            "two letters swapped",
        ),
        Example(
            "Steven Halloran won. Later [[Stephen Halloran]] thanked his staff.",
            "one surname, two ways to spell the given name",
        ),
        Example(
            "He fled to Benghazi. From Benghazi he called home. Nobody in [[Bengazi]] knew.",
            "a city with several spellings in English",
        ),
        Example(
            "It was built in [[Tennesse]], and will go back to Tennessee.", "what everybody knows is right"
        ),
        Example("Ann Becker met Lou Pecker. Becker spoke first, and Pecker left.", "two people"),
        Example("Korea has two capitals. Both Koreas vote, a Korean envoy said.", "a country and its people"),
        Example("The town, formerly Kiev, is now Kyiv.", "the draft explains the other spelling"),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterator[Finding]:
        """Yield one finding for each use of a form that the draft uses less."""
        reported: set[int] = set()
        alike = chain(_transliterations(document), _given_names(document))
        found = chain(
            (ranked(document, context, forms) for forms in alike),
            (_ranked_slip(document, context, slip) for slip in misspelt_names(document)),
        )
        for forms in found:
            ranks, cited = _as_house(document, context, forms)
            for form in ranks[1:]:
                explained = any(_is_explained(document, use.span) for use in (*form.uses, ranks[0].uses[0]))
                if not explained and form.first.start not in reported:
                    reported.add(form.first.start)
                    for finding in against(
                        document, form, ranks[0], with_capitals_of, first="" if cited else FIRST
                    ):
                        yield replace(finding, message=finding.message + cited)
        yield from _short_forms(document)


def _as_house(
    document: Document, context: Context[NoOptions], ranks: list[VariantForm]
) -> tuple[list[VariantForm], str]:
    """Return the forms with the one first that the house knows a person of the draft by.

    Beside them what it knows, to end a message with.
    """
    if context.names is None:
        return ranks, ""
    known = _known_by(document, context.names, [document.slice(form.first) for form in ranks])
    if not known:
        return ranks, ""
    (text, row), *others = known
    from copydesk.house.names.known import STRONGER

    if all(STRONGER * other.articles <= row.articles for _, other in others):
        ranks = sorted(ranks, key=lambda form: document.slice(form.first) != text)
    if row.status == "checked":
        return ranks, f'; the names file has "{row.name}" (checked)'
    return (
        ranks,
        f'; the archive has "{row.name}" in {count(row.articles, "article")}' if row.articles else "",
    )


def _known_by(document: Document, names: Names, texts: list[str]) -> list[tuple[str, KnownName]]:
    """Return the known names that people of the draft would have with one of several forms, the surest first.

    Each with the form, which is a given name, a surname or both.
    """
    from copydesk.house.names.known import name_key
    from copydesk.house.names.mentions import full_names

    keys = {}
    for given, surname in (named.key for named in full_names(document)):
        if given in texts:
            keys.update({(text, surname): text for text in texts})
        if surname in texts:
            keys.update({(given, text): text for text in texts})
    keys.update({key: text for text in texts if (key := name_key(text)) is not None})
    found = [(text, row) for key, text in keys.items() if (row := names.get(key)) is not None]
    return sorted(found, key=lambda one: (one[1].status == "checked", one[1].articles), reverse=True)


def _ranked_slip(document: Document, context: Context[NoOptions], slip: Slip) -> list[VariantForm]:
    """Return two spellings of a name, the usual one first: where only one is introduced, that one."""
    usual = document.slice(slip.usual[0])
    return ranked(
        document,
        context,
        [slip.odd, slip.usual],
        (lambda word: 3 * (word == usual)) if slip.introduced else how_known,
    )


def _short_forms(document: Document) -> Iterator[Finding]:
    """Full names that differ in a short form of the given name: one person, or two."""
    table = given_name_short_forms()
    first: dict[tuple[str, int], tuple[str, Span]] = {}
    for person in document.people.all:
        given = person.name.split()[0].lower()
        if given not in table:
            continue
        full = [
            m.name for m in person.mentions if m.kind is MentionKind.FULL and in_running_copy(document, m)
        ]
        if not full:
            continue
        other, there = first.setdefault((person.surname, table[given]), (given, full[0]))
        if other != given and not differ(given_name_spellings(), (given, other)):
            message = (
                f'"{document.slice(full[0])}" here, "{document.slice(there)}" at {document.place(there)}'
            )
            yield Finding(
                full[0],
                f"{message}: one person, or two?",
                (Related(there, f'"{document.slice(there)}" here'),),
                severity=Severity.INFO,
            )


def _is_explained(document: Document, span: Span) -> bool:
    """Whether the draft speaks of the spelling itself: `formerly Kiev`, `also spelled Qaddafi`."""
    start = max(document.block_at(span.start).start, span.start - _NEAR)
    return bool(re.search(_EXPLAINED, document.text[start : span.start], re.IGNORECASE))


def _transliterations(document: Document) -> Iterator[list[list[Span]]]:
    """Names that are known to have several spellings in English."""
    table, words = transliterations(), capitalized(document)
    lowers, places = words.lowers, [*words.surfaces.values()]
    if "al-" in document.text:  # al-Qaida begins with a small letter.
        prefixed = [word for word in document.words.vocabulary if word.startswith("al-")]
        lowers = [*lowers, *(word.removesuffix("'s") for word in prefixed)]
        places += [document.words.vocabulary[word] for word in prefixed]
    apart = [*_apart(document, table)]  # Al Qaeda
    if not differ(table, [*lowers, *{name for name, _ in apart}]):
        return
    found: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for lower, indices in zip(lowers, places, strict=True):
        if lower in table:
            found[table[lower]][lower] += [words.span(index) for index in indices]
    for name, span in apart:
        found[table[name]][name].append(span)
    longer = {
        place.span: place.after
        for surface, lower in zip(words.surfaces, words.lowers, strict=True)
        if lower in table
        for place in words.places(surface)
        if place.after
    }
    for forms in found.values():
        if len(forms) > 1:
            yield [sorted(_alike(spans, forms, longer)) for spans in forms.values()]


def _alike(spans: list[Span], forms: dict[str, list[Span]], longer: dict[Span, str]) -> set[Span]:
    """Return the places of a form without those in a longer name that no other form stands in.

    Example: a place of `Kyiv` in `the Kyiv Post` is left out.
    """
    others = {longer.get(span) for other in forms.values() if other is not spans for span in other}
    return {span for span in spans if span not in longer or longer[span] in others}


def _apart(document: Document, table: dict[str, int]) -> Iterator[tuple[str, Span]]:
    """Names after an article of their own that a space sets apart, as the table has them: al-qaeda."""
    for index in document.words.vocabulary.get("al", ()):
        word = document.word(index)
        name = f"al-{word.next.stem}"
        if name in table and word.gap == " ":
            yield name, Span(word.start, word.next.start + len(word.next.stem))


def _given_names(document: Document) -> Iterator[list[list[Span]]]:
    """Full names that differ in the spelling of the given name."""
    table, words = given_name_spellings(), capitalized(document)
    if not differ(table, words.lowers):
        return
    alike: dict[int, list[str]] = defaultdict(list)
    for surface, lower in zip(words.surfaces, words.lowers, strict=True):
        name = table.get(lower)
        if name is not None:
            alike[name].append(surface)
    for surfaces in alike.values():
        if len(surfaces) < 2:
            continue
        found: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for surface in surfaces:
            for place in words.places(surface):
                if place.after:
                    span = Span(place.span.start, place.span.end + 1 + len(place.after))
                    found[place.after][surface].append(span)
        for forms in found.values():
            if len(forms) > 1 and not _stand_together(document, forms):
                yield list(forms.values())


def _stand_together(document: Document, forms: dict[str, list[Span]]) -> bool:
    """Whether two of the names share a sentence: they are two people then."""
    seen: dict[Span, str] = {}
    for name, spans in forms.items():
        for span in spans:
            if seen.setdefault(document.sentence_at(span.start), name) != name:
                return True
    return False
