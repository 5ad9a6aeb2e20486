"""compound-variant: one word closed up here, hyphenated or in two words there."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.document import Block, Document
from copydesk.finding import Edit, Finding, Fix, Related, Severity
from copydesk.language.spellings import SpellingForm, Use
from copydesk.rule import Context, Example, NoOptions, Rule

SHOWN_PLACES = 10
"""How many more places of the rarer form are named; the message counts them all."""

_WRITTEN = (
    r"\b(?:e-?mail|filing|letter|memo|post|poste[dr]|report|statement|study|survey|tweet|tweeted|wrote"
    r"|writ(?:es|ing|ten))\b"
)
_JOINT = "[-‐‑ \u00a0]"


class CompoundVariant(Rule[NoOptions]):
    """The forms come from `document.spellings`; the rule counts them and points at the rarer one."""

    name = "compound-variant"
    family = "spelling"
    severity = Severity.WARNING
    summary = "a compound is closed up in one place, hyphenated or in two words in another"
    why = (
        "Readers trip over a word that changes its shape, and house style allows one. The form that the "
        "draft uses less is reported. Speech has no spelling, so quotations are looked at, but only the "
        "draft's own words are counted, and a quotation from something written is left as it was written."
    )
    in_quotes = "check"
    examples = (
        Example(
            "The council cleared the landmines. More landmines lay uphill. Ms. Orr feared [[land mines]].",
            "Two words once, one word twice.",
        ),
        Example(
            "The mayor sent an email. A second email named the clerk. That [[e-mail]] was false.",
            "A hyphen once, none elsewhere.",
        ),
        Example(
            "The airbase was hit, and the airbase burned. “I saw the [[air base]] burn,” Ms. Orr said.",
            "Speech is spelled as the draft spells.",
        ),
        Example(
            "The shutdown began at noon. The plant will shut down its ovens after the shutdown.",
            "A noun, and a verb with a particle.",
        ),
        Example(
            "It is a long-term plan. A long-term plan pays in the long term.",
            "A modifier before a noun takes the hyphen, the noun does not.",
        ),
        Example(
            "He may be late, and maybe she is. Every day is an everyday trial.",
            "Words that stand side by side by chance.",
        ),
        Example(
            "The website is down, the website is slow. “My web site is fine,” Mr. Ash wrote in a letter.",
            "What somebody wrote stays as it was written.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """One finding for each form that is not the one most used, or, in a tie, not the first."""
        if not document.spellings:
            return
        copies = _copies(document)
        for group in document.spellings:
            forms = [form for form in (_counted(document, copies, form) for form in group.forms) if form.uses]
            forms.sort(key=lambda form: (-_votes(form), _places(form)[0].span))
            for form in forms[1:]:
                yield _finding(document, form, forms[0])


def _copies(document: Document) -> set[Block]:
    """The blocks that repeat an earlier one: they are a fault of their own, and their words no other."""
    first: dict[str, Block] = {}
    return {b for b in document.blocks if first.setdefault(document.slice(b.span), b) is not b}


def _counted(document: Document, copies: set[Block], form: SpellingForm) -> SpellingForm:
    """The form without its uses in copies, and in quotations from something written."""
    uses = []
    for use in form.uses:
        block = document.block_at(use.span.start)
        written = use.quoted and re.search(_WRITTEN, document.slice(block.span), re.IGNORECASE)
        if block not in copies and not written:
            uses.append(use)
    return form._replace(uses=tuple(uses))


def _votes(form: SpellingForm) -> int:
    return sum(not use.quoted for use in form.uses)


def _places(form: SpellingForm) -> list[Use]:
    """The uses in the order in which they count: the draft's own words first."""
    return sorted(form.uses, key=lambda use: (use.quoted, use.span))


def _finding(document: Document, rare: SpellingForm, usual: SpellingForm) -> Finding:
    (here, *others), there = _places(rare), _places(usual)[0]
    usual_text, votes = document.slice(there.span), _votes(usual)
    count = votes or len(usual.uses)
    place = document.place(there.span)
    message = f'"{document.slice(here.span)}" here{_again(len(others))}, "{usual_text}" '
    message += f"{_times(count)} (first at {place})" if count > 1 else f"once (at {place})"
    tie = votes == _votes(rare)
    return Finding(
        here.span,
        message + (", used first" if tie else ""),
        related=(
            Related(there.span, f'"{usual_text}" here'),
            *(Related(use.span, f'"{document.slice(use.span)}" here too') for use in others[:SHOWN_PLACES]),
        ),
        fix=None if tie else _fix(document, rare, usual_text),
        severity=None if votes else Severity.INFO,
    )


def _again(others: int) -> str:
    return f" and {_times(others)} more" if others else ""


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def _fix(document: Document, rare: SpellingForm, usual: str) -> Fix | None:
    """Spell the draft's own uses like the usual form; nothing inside a quotation is touched."""
    edits = tuple(
        Edit(use.span, _respell(document.slice(use.span), usual)) for use in rare.uses if not use.quoted
    )
    return Fix(f'spell it "{edits[0].replacement}"', edits) if edits else None


def _respell(word: str, usual: str) -> str:
    """`word` with the gaps of `usual`: its own letters, capitals and plural ending stay."""
    letters, cut, parts = re.sub(_JOINT, "", word), 0, []
    for part in re.split(_JOINT, usual)[:-1]:
        parts.append(letters[cut : cut + len(part)])
        cut += len(part)
    joint = re.search(_JOINT, usual)
    return (joint.group() if joint else "").join([*parts, letters[cut:]])
