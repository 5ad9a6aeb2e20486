"""A form that is not the house's, and how that is said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, Literal

from msgspec import Struct

from copydesk.analyses.house_forms import is_own
from copydesk.document import Document
from copydesk.house.style import HouseStyle
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import ROLE_NOUNS
from copydesk.model.finding import Edit, Finding, Fix, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context


class Form(Struct, frozen=True):
    """A place that is not written as the house writes.

    field  who decided: `numbers.percent`
    span   the words
    good   what the house writes there; empty where `note` says all
    safe   whether the correction never changes what the draft says
    note   what the message says instead of `good`
    minor  whether it is for the editor's eye alone
    apart  whether it stands in no running copy: in a dateline
    """

    field: str
    span: Span
    good: str
    safe: bool = True
    note: str = ""
    minor: bool = False
    apart: bool = False


def report(document: Document, context: Context[Any], forms: Iterable[Form]) -> Iterator[Finding]:
    """Yield a finding for each form in the draft's own copy; of two that overlap, the longer one."""
    found = sorted(forms, key=lambda form: (form.span.start, -form.span.end))
    names = _Names(document.text, context.house.numbers.allow if found else ())
    done = -1
    for form in found:
        span = form.span
        if span.start < done or not is_decided(context.house, form.field):
            continue
        if not (form.apart or is_own(document, span)) or names.overlap(span):
            continue
        edit, is_sure = _edit(document, form)
        if form.good and document.slice(edit.span) == edit.replacement:
            continue  # its point ends the sentence
        done = span.end
        author = context.house.author(form.field)
        message = f'{author}: {form.note or form.good}, not "{document.slice(span)}"'
        fix = None
        if form.good:
            safety: Literal["safe", "unsafe"] = "safe" if form.safe and is_sure else "unsafe"
            fix = Fix(f'write "{form.good}"', (edit,), safety)
        yield Finding(span, message, fix=fix, severity=Severity.INFO if form.minor else None)


def is_decided(house: HouseStyle, field: str) -> bool:
    """Whether a house says anything of a field, named as `numbers.percent`."""
    table, _, name = field.partition(".")
    return bool(getattr(getattr(house, table), name) != "auto")


class _Names:
    """Where names stand that have numbers of their own."""

    def __init__(self, text: str, names: Iterable[str]) -> None:
        spans = sorted(Span(*found.span()) for name in names for found in re.finditer(re.escape(name), text))
        self._starts = [span.start for span in spans]
        self._reach = list(accumulate((span.end for span in spans), max))

    def overlap(self, span: Span) -> bool:
        """Whether one of them shares a character with a stretch."""
        before = bisect_left(self._starts, span.end)
        return before > 0 and self._reach[before - 1] > span.start


def _edit(document: Document, form: Form) -> tuple[Edit, bool]:
    """Replace a form; the point of an abbreviation that ends a sentence stands there once.

    Returns what to write, and whether it is known that the point ends a sentence or does not: before a word
    with a capital nobody can tell. Before a name the point stays, and after a state, which has a comma
    inside a sentence.
    """
    span, good = form.span, form.good
    if good.endswith("."):
        return Edit(span, good[:-1] if document.after(span.end) == "." else good), True
    has_point = document.text[span.end - 1] == "."
    ends = has_point and ends_sentence(document, span.end)
    following = document.word_after(span.end, across=" \u00a0")
    is_sure = ends or not has_point or not following.is_capitalised
    keeps_point = ends or (not is_sure and (form.field == "places.states" or _is_name(following.surface)))
    return Edit(Span(span.start, span.end - keeps_point), good), is_sure


def _is_name(word: str) -> bool:
    """Whether a word with a capital is rather a person's name, which begins a sentence."""
    return word.lower() not in ROLE_NOUNS and (
        word in lexicon.surnames()
        or word in lexicon.given_names()
        or word.lower() not in lexicon.common_words()
    )


def ends_sentence(document: Document, end: int) -> bool:
    """Whether the point before an offset ends a sentence as well as a short form."""
    following = document.word_after(end)
    return (
        not following
        or "\n" in document.text[end : following.start]
        or document.opens_sentence(following.start)
    )
