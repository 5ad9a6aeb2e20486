"""Datelines: the place, date and agency that a story begins with.

The patterns are strings, because few blocks need them: `re` compiles them when one is first asked for.
"""

from __future__ import annotations

import re

from msgspec import Struct

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind
from copydesk.readers.parts.byline import CAPITAL

MAX_ACRONYM = 5
"""A longer name in capitals is a place, not an organization."""

_AGENCY = r"\((?:AP|AFP|CNN|dpa|PTI|Reuters|UPI|Xinhua|[A-Z]\w+ (?:News|Press|Service|Network))\)"
_AGENCY_ALONE = _AGENCY + r"\s{1,2}(?=[\w\"“‘'])"

# Lazy, and of bounded length. A hyphen and an en dash part a dateline from its story only between spaces.
_DATELINE = (
    r"(?P<places>[^\n\"“”()\[\]!?;:]{0,60}?)\s{0,2}(?P<agency>\([A-Z][^()\n]{1,30}\)|\(dpa\))?"
    r"\s{0,2}(?:—|―|[-–]-|(?<=\s)[-–](?=\s))\s{0,2}(?=[\w\"“‘'$€£(\[])"
)
_LOWER_PREFIX = r"(?:Mc|Mac|La|Le|De|O['’])(?=[A-Z])"
_REGION_WORD = rf"(?:{CAPITAL}[\w.'’\-]*|of|the|and|de|du|la|\d{{1,4}})"

_LABELS = frozenset(
    "analysis breaking column commentary correction editorial exclusive explainer listen live new note "
    "obituary opinion photos podcast poll review update updated video watch".split()
)
"""What stands in capitals before a dash and is no place."""


class Dateline(Struct, frozen=True):
    """A dateline at the head of a paragraph.

    end     where it ends
    resume  where the story begins, after the dash
    """

    end: int
    resume: int


def find_dateline(text: str, rest_of_draft: str) -> Dateline | None:
    """Return the dateline that a paragraph begins with, or None.

    `OSLO (AP) — `, `LONDON, Nov 5 (Reuters) - `, `KYIV, Ukraine — `, `Lagos, Nigeria (CNN) -- `,
    `(Reuters) - `, `WASHINGTON—`.

    rest_of_draft  where `NATO — an alliance …` is told from `OSLO — `: a place stands in capitals only in
                   its dateline
    """
    head = text[:100]
    if "(" not in head and sum(map(str.isupper, head[:8])) < 3:
        return None
    alone = re.match(_AGENCY_ALONE, head)
    if alone:
        return Dateline(len(alone.group().rstrip()), alone.end())
    match = re.match(_DATELINE, head)
    if match is None:
        return None
    places, agency = match["places"].rstrip(" ,"), match["agency"]
    is_known = agency is not None and re.match(_AGENCY, agency) is not None
    dateline = Dateline(match.end("agency") if agency else len(match["places"].rstrip()), match.end())
    if not places:
        return dateline if is_known else None
    if all(_is_place(place, in_capitals=True) for place in re.split(r"/(?=\w)", places)):
        if agency or len(places) > MAX_ACRONYM:
            return dateline
        return None if _holds(places, text[match.end() :], rest_of_draft) else dateline
    return dateline if is_known and _is_place(places, in_capitals=False) else None


def part_dateline(builder: ProseBuilder, rest_of_draft: str) -> bool:
    """Make the dateline of the open paragraph a block of its own; False where it has none."""
    dateline = find_dateline(builder.pending, rest_of_draft)
    if dateline is None:
        return False
    builder.split(BlockKind.DATELINE, dateline.end, dateline.resume)
    return True


def _holds(word: str, *texts: str) -> bool:
    pattern = re.compile(rf"\b{re.escape(word)}\b")
    return any(pattern.search(text) for text in texts)


def _is_place(text: str, in_capitals: bool) -> bool:
    """Whether it is a city, perhaps with its region and a date: `ST. LOUIS`, `McALLEN, Texas, Nov. 5`."""
    city, *regions = [part.strip() for part in text.split(",")]
    if len(city) < 3 or not city[0].isalpha() or len(regions) > 3 or not all(map(_is_region, regions)):
        return False
    if not in_capitals:
        return _is_region(city)
    words = city.split()
    return len(words) <= 4 and city.lower() not in _LABELS and all(map(_is_in_capitals, words))


def _is_in_capitals(word: str) -> bool:
    return word == "and" or re.sub(_LOWER_PREFIX, "", word).isupper()


def _is_region(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 4 and all(re.fullmatch(_REGION_WORD, word) for word in words)
