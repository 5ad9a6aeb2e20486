"""One word in several forms: which of them the draft prefers, and how that is said to an editor.

Speech has no spelling: what is quoted may be reported, but it has no vote and is never corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.language.spelling.spellings import Use
from copydesk.model.finding import Edit, Finding, Fix, Related, Severity
from copydesk.model.prose import OBJECT, Block, BlockKind, Span, once_a_draft
from copydesk.plugins.rule import Context

FIRST = "used first"
"""Why a form is the usual one where nothing else decides."""

_WRITTEN = (
    r"\b(?:analys[ei]s|article|blog|book|brief|bulletin|column|complaint|document|e-?mail|editorial|essay"
    r"|filing|guidelines?|label|lawsuit|letter|manual|memo|memoir|motion|(?:in|a|the|research) note|op-ed"
    r"|petition|post|poste[dr]|press release|reads|report|reported|ruling|statement|statute|study"
    r"|survey|tweet(?:ed|ing|s)?|news agency|web ?site|\w+\.(?:com|org)|wrote|writ(?:es|ing|ten))\b"
    rf"|{OBJECT} ?[—–] ?(?-i:[A-Z])|{OBJECT},? according to the (?-i:[A-Z]{{3,}})"
)
"""Words that show that a quotation was written before the draft quoted it: its spelling is its own.

What `the FDA` is quoted for stood in a document: an agency has no voice.
"""

OTHERS = frozenset({CopyKind.QUOTED, CopyKind.POST})
"""Whose spelling is not the draft's: documents quoted whole, and embedded posts."""

INTRODUCED = "who is introduced so"
"""Why a form is the usual one where nobody is introduced by the other."""

KNOWN = "as the word lists have it"
"""Why a form is the usual one that everybody knows."""

_BY_LISTS = 2

_NAMED = r" (\w[\w.'’-]+)"
_BRANDS = frozenset(["dr martens", "dr oetker", "dr pepper", "mr kipling", "mr muscle", "mr porter"])
"""Trade names that begin like a person's and have no full point."""

Respell = Callable[[str, str], str]
"""The rarer word as it stands, and the usual one, to what should stand there."""


class VariantForm(Struct, frozen=True):
    """One way to write a word, with the places that count, in the order of the text.

    house     1 where the house's terms want the form, -1 where they do not, 0 where they are silent
    known     3 where the draft introduces a person so, and nobody by the others; 2 where the word lists say
              that it is right, however often it stands; 1 where they decide between forms that stand as
              often; 0 where they are silent
    archived  how often the house's archive has it; 0 where nobody had to ask
    """

    uses: tuple[Use, ...]
    house: int = 0
    known: int = 0
    archived: int = 0

    @property
    def rank(self) -> tuple[int, bool, int]:
        """The rank of a form before the archive is asked; the highest is the usual one."""
        return self.house, self.known > 1, self.votes

    @property
    def votes(self) -> int:
        """How often the draft itself uses the form."""
        return sum(not use.quoted for use in self.uses)

    @property
    def first(self) -> Span:
        """The first place in the draft's own words; in a quotation where there is no other."""
        return min((use.quoted, use.span) for use in self.uses)[1]


def ranked(
    document: Document,
    context: Context[Any],
    forms: Iterable[Iterable[Span]],
    known: Callable[[str], int] = lambda _: 0,
) -> list[VariantForm]:
    """Return the forms of one word, the usual one first.

    That is the one that the house's terms want, or the most used; in a tie the one that the archive has more
    often, that the word lists know, or that the draft uses first.

    known  what `VariantForm.known` is for a form, by its text

    Left out are places in a paragraph that repeats an earlier one (a
    fault of its own, and its words no other), places in quotations from something written, and forms without
    any place left.
    """
    copies = _copies(document)
    found = []
    for spans in forms:
        uses = tuple(Use(span, document.quotes.hold(span)) for span in sorted(spans))
        form = VariantForm(tuple(use for use in uses if _counts(document, use, copies)))
        if form.uses:
            text = _text(document, form)
            found.append(replace(form, house=context.terms.favour(text), known=known(text)))
    best = max((form.rank for form in found), default=None)
    tied = [form for form in found if form.rank == best]
    if context.usage is not None and len(tied) > 1:
        counts = [context.usage.count(_text(document, form)) for form in tied]
        found = [form for form in found if form not in tied]
        found += [replace(form, archived=count) for form, count in zip(tied, counts, strict=True)]
    found.sort(key=lambda form: form.first)
    return sorted(found, key=lambda form: (form.rank, form.archived, form.known), reverse=True)


def _text(document: Document, form: VariantForm) -> str:
    """Return a form in small letters where it stands so anywhere: a sentence start capitalises every word."""
    texts = [document.slice(use.span) for use in form.uses]
    return next((text for text in texts if text.islower()), texts[0])


@once_a_draft
def _copies(document: Document) -> set[int]:
    """Return where the paragraphs begin that repeat an earlier one."""
    first: dict[str, Block] = {}
    return {b.start for b in document.blocks if first.setdefault(document.slice(b.span), b) is not b}


def _counts(document: Document, use: Use, copies: set[int]) -> bool:
    """Whether a place is spelled by the desk: no copy of a paragraph, no other's writing."""
    number = document.block_index(use.span.start)
    block = document.blocks[number]
    if block.start in copies:
        return False
    if document.copy[number] in OTHERS:
        # The marks of a block quote set off notes and asides too, which show how the draft spells.
        return block.kind is BlockKind.BLOCK_QUOTE
    return not (use.quoted and _is_written(document, number))


def _is_written(document: Document, number: int) -> bool:
    """Whether what a paragraph quotes was written, by its own words and those of the paragraph before."""
    block = document.blocks[number]
    first = document.blocks[max(0, number - 1)]
    return re.search(_WRITTEN, _unquoted(document, Span(first.start, block.end)), re.IGNORECASE) is not None


def _unquoted(document: Document, span: Span) -> str:
    """Return the text of a stretch, with a mark for each of its quotations."""
    parts, at = [], span.start
    for quote in document.quotes.within(span):
        if quote.start >= at:
            parts.append(document.text[at : quote.start])
            at = quote.end
    return OBJECT.join([*parts, document.text[at : span.end]])


def against(
    document: Document,
    rare: VariantForm,
    usual: VariantForm,
    respell: Respell | None = None,
    *,
    first: str = FIRST,
) -> Iterator[Finding]:
    """Yield one finding for each place of the rarer of two forms, with the first place of the usual one.

    respell  makes a correction; None where none can be made word by word
    first    why the usual form is the usual one where each stands as often, and neither house nor archive
             has a word to say
    """
    # The rarer form may be a name, or mean something else: no correction is made unasked.
    there = usual.first
    usual_text = document.slice(there)
    reason = _reason(usual, rare, first)
    related = (Related(there, f'"{usual_text}" here'),)
    rest = f"here, {counted(document, usual)}{reason and f', {reason}'}"
    severity = None if usual.votes else Severity.INFO
    for use in rare.uses:
        if document.copy.at(use.span.start) in OTHERS:
            continue
        word, fix = document.slice(use.span), None
        if respell is not None and not use.quoted and reason != first:
            edit = Edit(use.span, respell(word, usual_text))
            fix = Fix(f'spell it "{edit.replacement}"', (edit,))
        yield Finding(use.span, f'"{word}" {rest}', related, fix, severity)


def _reason(usual: VariantForm, rare: VariantForm, first: str) -> str:
    """Why a form is the usual one; nothing where the counts say so."""
    if usual.house > rare.house:
        return "as the house writes it"
    if usual.known > max(1, rare.known) and usual.votes <= rare.votes:
        return INTRODUCED if usual.known > _BY_LISTS else KNOWN
    if usual.votes != rare.votes:
        return ""
    if usual.archived > rare.archived:
        return f"{usual.archived:,} to {rare.archived:,} in the archive"
    if usual.known > rare.known:
        return KNOWN
    return first


def counted(document: Document, form: VariantForm) -> str:
    """Return how often a form stands in the draft: `"landmines" 6 times (first at 1:53)`."""
    count, place = form.votes or len(form.uses), document.place(form.first)
    how_often = f"{_times(count)} (first at {place})" if count > 1 else f"once (at {place})"
    return f'"{document.slice(form.first)}" {how_often}'


def _times(count: int) -> str:
    return "twice" if count == 2 else f"{count} times"


def with_capitals_of(word: str, model: str) -> str:
    """`model` with the capitals of `word`: none, the first letter, or all."""
    if word.isupper() and len(word) > 1:
        return model.upper()
    return model[:1].upper() + model[1:] if word[:1].isupper() else model


def titles_before_names(document: Document, titles: tuple[str, ...]) -> list[list[Span]]:
    """Return the places where one of the titles, given in lower case, stands before a name.

    First those with a full point, then those without, both in the order of the text.
    """
    text, words = document.text, document.words
    dotted: list[Span] = []
    plain: list[Span] = []
    for index in (i for title in titles for i in document.words.vocabulary.get(title, ())):
        start, end = words[index].start, words[index].end
        point = document.after(end) == "."
        named = re.compile(_NAMED).match(text, end + point)
        if not named or not named[1][0].isupper() or f"{words[index].lower} {named[1].lower()}" in _BRANDS:
            continue
        if text[start].isupper() and not text[start + 1].isupper():
            (dotted if point else plain).append(Span(start, end + point))
    return [sorted(dotted), sorted(plain)]


def with_point_of(word: str, model: str) -> str:
    """Return a title with a full point where `model` has one, else without."""
    return word.rstrip(".") + ("." if model.endswith(".") else "")
