"""The house's policy on courtesy titles for one person: age, crimes, death, rank."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.document import Document
from copydesk.house.style import HonorificStyle, Use
from copydesk.language.lists.titles import STYLED
from copydesk.language.people.people import Mention, Person

_CONVICTED = tuple(
    f"{start}{verdict}"
    for start in ("was ", "has been ", "had been ", "is ", "")
    for verdict in ("convicted", "found guilty", "jailed", "sentenced", "pleaded guilty")
)
_DEAD = ("died", "had died", "has died", "was killed", "was shot dead", "was found dead", "drowned")
_LATE = ("he late ", "death of ", "funeral of ", "body of ")
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
        after = document.after(mention.end, 16)
        digits, _, rest = after[2:].partition("," if after.startswith(", ") else ")")
        if after[:2] in (", ", " (") and digits.isdecimal() and len(digits) < 3 and len(rest) < 14:
            yield int(digits)
        before, _, job = document.before(mention.start, 40).rpartition("-year-old ")
        if before[-1:].isdecimal() and job.count(" ") < 3 and job == job.lower():
            yield int("".join(filter(str.isdecimal, before[-2:])))


def _says(document: Document, person: Person, what: tuple[str, ...]) -> bool:
    """Whether one of the phrases follows a name, after an age and `who` or right away."""
    return any(
        document.after(m.end, 60).lstrip(", 0123456789").removeprefix("who ").startswith(what)
        for m in person.mentions
        if not m.possessive
    )


def _is_late(document: Document, person: Person) -> bool:
    return any(document.text.endswith(_LATE, 0, mention.start) for mention in person.mentions)
