"""One word in several forms: which of them the draft prefers, and how that is said to an editor.

Speech has no spelling: what is quoted may be reported, but it has no vote and is never corrected.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from copydesk.document import Block, Document, Span
from copydesk.finding import Edit, Finding, Fix, Related, Severity
from copydesk.language.spellings import Use

SHOWN_PLACES = 10
"""How many more places of the rarer form are named; the message counts them all."""

SAFE_MAJORITY = 3
"""How many times as often the usual form must stand before the rarer one is corrected unasked."""

_WRITTEN = (
    r"\b(?:e-?mail|filing|letter|memo|post|poste[dr]|report|statement|study|survey|tweet|tweeted|wrote"
    r"|writ(?:es|ing|ten))\b"
)


class Form(NamedTuple):
    """One way to write a word, with the places that count, in the order of the text."""

    uses: tuple[Use, ...]

    @property
    def votes(self) -> int:
        """How often the draft itself uses the form."""
        return sum(not use.quoted for use in self.uses)

    @property
    def places(self) -> list[Use]:
        """The uses in the order in which they count: the draft's own words first."""
        return sorted(self.uses, key=lambda use: (use.quoted, use.span))


def ranked(document: Document, forms: Iterable[Iterable[Span]]) -> list[Form]:
    """The forms of one word, the most used first, in a tie the one that the draft uses first.

    Left out are places in a paragraph that repeats an earlier one (a fault of its own, and its words no
    other), places in quotations from something written, and forms without any place left.
    """
    copies = _copies(document)
    found = []
    for spans in forms:
        uses = tuple(Use(span, document.quotes.hold(span)) for span in spans)
        found.append(Form(tuple(use for use in uses if _counts(document, use, copies))))
    return sorted((form for form in found if form.uses), key=lambda form: (-form.votes, form.places[0].span))


def _copies(document: Document) -> set[Block]:
    first: dict[str, Block] = {}
    return {b for b in document.blocks if first.setdefault(document.slice(b.span), b) is not b}


def _counts(document: Document, use: Use, copies: set[Block]) -> bool:
    block = document.block_at(use.span.start)
    return block not in copies and not (
        use.quoted and re.search(_WRITTEN, document.slice(block.span), re.IGNORECASE)
    )


def against(
    document: Document,
    rare: Form,
    usual: Form,
    respell: Callable[[str, str], str] | None = None,
    *,
    tie: str = "used first",
    safe: bool = True,
) -> Finding:
    """What is reported of the rarer of two forms: at its first place, with the others and the usual form.

    respell  makes a correction: the rarer word as it stands and the usual one, to what should stand there;
             None where no correction can be made word by word
    tie      why the usual form is the usual one where both stand as often
    safe     whether the correction may be made unasked where the majority is large
    """
    (here, *others), there = rare.places, usual.places[0]
    usual_text, votes = document.slice(there.span), usual.votes
    tied = votes == rare.votes
    message = f'"{document.slice(here.span)}" here{_again(len(others))}, {counted(document, usual)}'
    return Finding(
        here.span,
        message + (f", {tie}" if tied else ""),
        related=(
            Related(there.span, f'"{usual_text}" here'),
            *(Related(use.span, f'"{document.slice(use.span)}" here too') for use in others[:SHOWN_PLACES]),
        ),
        fix=None if tied or respell is None else _fix(document, rare, usual, respell, safe=safe),
        severity=None if votes else Severity.INFO,
    )


def counted(document: Document, form: Form) -> str:
    """How often a form stands in the draft: `"landmines" 6 times (first at 1:53)`."""
    there = form.places[0].span
    count, place = form.votes or len(form.uses), document.place(there)
    how_often = f"{_times(count)} (first at {place})" if count > 1 else f"once (at {place})"
    return f'"{document.slice(there)}" {how_often}'


def _again(others: int) -> str:
    return f" and {_times(others)} more" if others else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _fix(
    document: Document, rare: Form, usual: Form, respell: Callable[[str, str], str], *, safe: bool
) -> Fix | None:
    """Spell the draft's own uses like the usual form; nothing inside a quotation is touched."""
    model = document.slice(usual.places[0].span)
    edits = tuple(
        Edit(use.span, respell(document.slice(use.span), model)) for use in rare.uses if not use.quoted
    )
    if not edits:
        return None
    safe = safe and usual.votes >= SAFE_MAJORITY * rare.votes
    return Fix(f'spell it "{edits[0].replacement}"', edits, "safe" if safe else "unsafe")


def with_capitals_of(word: str, model: str) -> str:
    """`model` with the capitals of `word`: none, the first letter, or all."""
    if word.isupper() and len(word) > 1:
        return model.upper()
    return model[:1].upper() + model[1:] if word[:1].isupper() else model
