"""Later references, as the rules of this family count them."""

from __future__ import annotations

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import COPY
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.titles import CALENDAR, COURTESY, FOLLOWS_A_NAME
from copydesk.language.people.people import Mention, MentionKind, Person
from copydesk.language.words import SPACES, Cursor
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import once_a_draft

NAMELESS_TITLES = frozenset({"dr", "messrs", "mses"})
"""Courtesy titles that a house without courtesy titles uses too, or that stand for several people."""

_COURTESY = MentionKind.COURTESY
_SURNAME = MentionKind.SURNAME
_ATTRIBUTIVE = MentionKind.ATTRIBUTIVE
_TITLES = COURTESY - NAMELESS_TITLES
_SHARED_TITLES = ("Messrs", "Mses")
_FOR = frozenset({"for", "against", "with"})
_JOINTS = (english.CORE_PREPOSITIONS - {"at", "for", "in"} - {"on", "to"}) | {
    "about",
    "after",
    "before",
    "despite",
    "without",
}
_POSSESSIVE = ("’s ", "'s ", "’ ", "' ")
_CLOSED_QUOTATION = ("” ", '" ')


class LaterReferences(Struct, frozen=True):
    """A person, and how later references in running copy name it.

    titled  with a courtesy title: Mr. Roe
    bare    by the surname alone
    """

    person: Person
    titled: list[Mention]
    bare: list[Mention]


@once_a_draft
def later_references(document: Document) -> list[LaterReferences]:
    """Return the people of a draft who are named again."""
    found = []
    for person in document.people.all:
        copy = [mention for mention in person.mentions if in_running_copy(document, mention)]
        titled = [
            mention
            for mention in copy
            if mention.kind is _COURTESY
            and has_courtesy_title(mention)
            and not _is_address(document.text, mention)
        ]
        bare = [mention for mention in copy if _is_bare(document, mention)]
        if titled or bare:
            found.append(LaterReferences(person, titled, bare))
    return found


def courtesy_titles(document: Document) -> int:
    """Return how many different courtesy titles a draft has, wherever they stand."""
    return sum(title in document.words.vocabulary for title in _TITLES)


def has_courtesy_title(mention: Mention) -> bool:
    """Whether Mr., Ms., Mrs., Miss or Mx. stands before the name."""
    return mention.courtesy is not None and mention.courtesy.rstrip(".").lower() not in NAMELESS_TITLES


def in_running_copy(document: Document, mention: Mention) -> bool:
    """Whether a mention stands in the reporter's own running copy."""
    return not mention.quoted and document.copy.at(mention.start) in COPY


def _is_bare(document: Document, mention: Mention) -> bool:
    """Whether a surname stands alone and could have a title."""
    if mention.kind not in (_SURNAME, _ATTRIBUTIVE):
        return False
    text, before = document.text, document.word_before(mention.start, across=SPACES)
    if mention.kind is _ATTRIBUTIVE:  # despite Roe leaving early
        after = document.word_after(mention.end, across=SPACES + ",")
        return before.surface in _JOINTS and after.common.endswith("ing")
    return (
        not _is_part_of_more(document, mention, before)
        and not (_has_shared_titles(document) and _shares_a_title(text, mention.start))
        and not (before.lower in _FOR and document.word_before(before.start, across=SPACES).is_capitalised)
        and not (mention.possessive and _names_a_work(text, mention.end))
        and " the name " not in text[mention.end : mention.end + 14]
    )


def _is_part_of_more(document: Document, mention: Mention, before: Cursor) -> bool:
    """Whether a surname belongs to a longer expression: the Roe notes, Team Roe, Page 23."""
    text = document.text
    if before.lower in english.ARTICLES or text[mention.end + 1 : mention.end + 2].isdigit():
        return True
    if text[mention.end : mention.end + 2].strip(".,")[:1] in ("”", '"'):
        return True
    if "-" in before.lower or document.word_before(mention.start).gap in _CLOSED_QUOTATION:
        return True  # then-Speaker Roe, the “wrong” Roe
    is_name = before.is_capitalised and before.lower not in CALENDAR | FOLLOWS_A_NAME
    return is_name and before.lower.isalpha() and not before.lower.endswith("ly")


def _is_address(text: str, mention: Mention) -> bool:
    """Whether somebody is spoken to: Explain yourself, Mr. Roe."""
    return text.endswith(", ", 0, mention.start) and text[mention.end : mention.end + 1] in (".", "?", "!")


def _has_shared_titles(document: Document) -> bool:
    return any(title.lower() in document.words.vocabulary for title in _SHARED_TITLES)


def _shares_a_title(text: str, at: int) -> bool:
    """Whether Messrs. stands before a list that the name ends: Messrs. Roe and Poe."""
    before = text[max(0, at - 60) : at]
    for title in _SHARED_TITLES:
        _, found, names = before.rpartition(title)
        if found and names.count(".") < 2 and ";" not in names and ":" not in names:
            return True
    return False


def _names_a_work(text: str, at: int) -> bool:
    """Whether what somebody has begins with a capital: Roe's Law."""
    return any(
        text.startswith(mark, at) and text[at + len(mark) : at + len(mark) + 1].isupper()
        for mark in _POSSESSIVE
    )


def contradiction(
    document: Document,
    person: Person,
    odd: list[Mention],
    usual: list[Mention],
    severity: Severity | None = None,
) -> Finding:
    """Return the finding for a person whom the draft refers to in two ways.

    It stands at the first odd reference and shows the usual one.
    """
    here, there = document.slice(odd[0].span), document.slice(usual[0].span)
    times = "once" if len(usual) == 1 else f"{len(usual)} times"
    message = f'"{here}" here, "{there}" {times} (first at {document.place(usual[0].span)})'
    related = (Related(usual[0].span, f'{person.name} is "{there}" here'), *here_too(document, odd[1:]))
    return Finding(odd[0].span, message, related, severity=severity)


def here_too(document: Document, mentions: list[Mention]) -> tuple[Related, ...]:
    """Return the other places of one fault."""
    return tuple(Related(m.span, f'"{document.slice(m.span)}" here too') for m in mentions)
