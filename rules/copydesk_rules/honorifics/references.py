"""Later references, as the rules of this family count them."""

from __future__ import annotations

import re

from copydesk.document import Block, BlockKind, Document
from copydesk.finding import Finding, Related, Severity
from copydesk.language.people import Mention, MentionKind, Person

RUNNING_COPY = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
"""Where courtesy titles are used. No house puts them into headlines, and few into captions."""

NAMELESS_TITLES = frozenset({"dr", "messrs", "mses"})
"""Courtesy titles that a house without courtesy titles uses too, or that stand for several people."""


_PLURAL_TITLE = re.compile(r"\b(?:Messrs|Mses)\b[^.;:]*(?:\.[^.;:]*)?$")


def in_running_copy(document: Document, mention: Mention) -> bool:
    """Whether a mention stands in the reporter's own running copy."""
    block = document.block_at(mention.start)
    return not mention.quoted and block.kind in RUNNING_COPY and not _is_display(document, block)


def _is_display(document: Document, block: Block) -> bool:
    """Whether a short paragraph is display type that its reader could not tell from copy.

    A headline may end with a full point, a crosshead may ask a question, a list of links has neither.
    """
    if document.text.count(" ", block.start, block.end) >= 18:
        return False
    return block.start == 0 or document.text[block.end - 1] not in ".!:…”\"'’)"


def courtesy_references(document: Document, person: Person) -> list[Mention]:
    """The later references with a courtesy title (Mr. Roe) in running copy."""
    return [
        m
        for m in person.mentions
        if m.kind is MentionKind.COURTESY
        and m.courtesy
        and m.courtesy.rstrip(".").lower() not in NAMELESS_TITLES
        and in_running_copy(document, m)
    ]


def bare_references(document: Document, person: Person) -> list[Mention]:
    """The later references by surname alone in running copy; "Messrs. Roe and Poe" have their titles."""
    return [
        m
        for m in person.mentions
        if m.kind is MentionKind.SURNAME
        and in_running_copy(document, m)
        and not _PLURAL_TITLE.search(document.text, max(0, m.start - 60), m.start)
    ]


def contradiction(
    document: Document,
    person: Person,
    odd: list[Mention],
    usual: list[Mention],
    severity: Severity | None = None,
) -> Finding:
    """What is said of references that a draft makes in two ways: at the first odd one, with the usual one."""
    here, there = document.slice(odd[0].span), document.slice(usual[0].span)
    times = "once" if len(usual) == 1 else f"{len(usual)} times"
    message = f'"{here}" here, "{there}" {times} (first at {document.place(usual[0].span)})'
    others = tuple(Related(m.span, f'"{document.slice(m.span)}" here too') for m in odd[1:])
    related = (Related(usual[0].span, f'{person.name} is "{there}" here'), *others)
    return Finding(odd[0].span, message, related, severity=severity)
