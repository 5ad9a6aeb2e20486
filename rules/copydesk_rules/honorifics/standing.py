"""What a house may take into account before it gives somebody a courtesy title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copydesk.document import Document
from copydesk.language.people import Mention, Person
from copydesk.language.titles import STYLED
from copydesk.style import HonorificStyle, Use

_AGE = re.compile(r",? \(?(\d{1,2})(?:,|\)| years? old)")
_AGE_BEFORE = re.compile(r"\b(\d{1,2})-year-old (?:[a-z-]+ ){0,2}$")
_CONVICTED = re.compile(
    r",? (?:(?:who )?(?:was|has been|had been|is) )?"
    r"(?:convicted|found guilty|jailed|sentenced|pleaded guilty)\b"
)
_DEAD = re.compile(
    r"(?:,? \d{1,3})?,? (?:who )?"
    r"(?:died|was killed|was shot dead|was found dead|had died|has died|drowned)\b"
)
_LATE = re.compile(r"\b(?:[Tt]he late|death of|funeral of|body of) (?:[\w.-]+ ){0,2}$")
_NOBLE = STYLED | frozenset(
    "king queen prince princess duke duchess emperor empress sultan pope cardinal archbishop bishop rabbi "
    "father sister brother mother ayatollah sheikh emir".split()
)


def courtesy(document: Document, person: Person, style: HonorificStyle) -> Use:
    """Whether a house gives a person a courtesy title on later references; `auto`: it does not say."""
    if style.later != "always":
        return style.later
    if any(_has_rank(mention) for mention in person.mentions):
        return "auto"
    said: list[Use] = []
    if style.minors != "always" and any(age < style.adult_age for age in _ages(document, person)):
        said.append(style.minors)
    if style.convicted != "always" and _says(document, person, _CONVICTED):
        said.append(style.convicted)
    if style.dead != "always" and (_says(document, person, _DEAD) or _is_late(document, person)):
        said.append(style.dead)
    return "never" if "never" in said else "auto" if said else "always"


def _has_rank(mention: Mention) -> bool:
    return mention.role is not None and not _NOBLE.isdisjoint(mention.role.lower().split())


def _ages(document: Document, person: Person) -> Iterator[int]:
    for mention in person.mentions:
        age = _AGE.match(document.text, mention.end) or _AGE_BEFORE.search(
            document.text, max(0, mention.start - 40), mention.start
        )
        if age:
            yield int(age[1])


def _says(document: Document, person: Person, what: re.Pattern[str]) -> bool:
    return any(
        what.match(document.text, mention.end) for mention in person.mentions if not mention.possessive
    )


def _is_late(document: Document, person: Person) -> bool:
    return any(_LATE.search(document.text, max(0, m.start - 30), m.start) for m in person.mentions)
