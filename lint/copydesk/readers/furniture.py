"""What stands around the story: headlines, bylines, datelines, headings, captions, bullets.

Every function looks at the words of one block, and says yes only to a clear form: a paragraph that is
taken for a heading is lost to the rules, a heading that is taken for a paragraph is not.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from copydesk.document import BlockKind, DocumentBuilder

MAX_HEADLINE_WORDS = 25
MAX_HEADING_WORDS = 12
MAX_STANDFIRST_WORDS = 40
MAX_BYLINE_WORDS = 16

MAX_ACRONYM = 5
"""A longer name in capitals is a place, not an organization."""

OPENING_BLOCKS = 6
"""How many blocks may hold headline, standfirst, bylines and dateline."""

_UPPER = "".join(chr(code) for code in range(ord("A"), 0x180) if chr(code).isupper())
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"

_SENTENCE_END = re.compile(r"[.!?…][\"”’'»)\]]*$")
_OPEN_END = re.compile(r"[:;,\-–—―/][\"”’'»)\]]*$")
_STOP_INSIDE = re.compile(r"[a-z]{3}[.!?] ")
_OPENING_MARKS = tuple("\"“‘'«„([{<")

_SMALL_WORDS = frozenset(
    "a an and as at but by for from in into nor of off on or over so than the to up via vs with".split()
)
"""What stays lower-case in a headline where every other word has a capital."""

_BULLET = re.compile(r"(?:[-*•‣◦▪●·]|\(?\d{1,2}[.)])[ \t]+(?=\S)")

_DATE = re.compile(
    r"(?:(?:last )?(?:updated|published|posted|modified)\b"
    rf"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH} \d|\d{{1,2}} {_MONTH}(?: \d|$))"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b)",
    re.IGNORECASE,
)

_CAPTION = re.compile(
    r"\(?(?:AP |(?i:file|stock|handout|media|video) )?"
    r"(?i:photos?|photographs?|images?|pictures?|captions?|credits?|illustrations?|graphics?)"
    r"(?i: credits?| captions?| copyright| source)?"
    r"(?:: |(?i: by) [A-Z]|(?i: courtesy of) |/[A-Z])"
)
_PICTURE_CREDIT = re.compile(
    r"(?:\b(?:REUTERS|AP Photo|AFP|EPA|Shutterstock|Getty Images|PA Images)/[A-Z][^.!?]{0,40}"
    r"|\bGetty Images)\)?$"
)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets aside."""
    return _SENTENCE_END.search(text, max(0, len(text) - 8)) is not None


def bullet(text: str, start: int, end: int) -> int:
    """How long the bullet or number is that `text[start:end]` begins with, with its white space; or 0."""
    match = _BULLET.match(text, start, end)
    return len(match.group()) if match else 0


def is_headline(text: str) -> bool:
    """Whether the first block of a draft is a headline.

    It has three to 25 words and does not end as a sentence does; one that asks or exclaims must have the
    capitals of a title.
    """
    if len(text) > 400 or not 3 <= len(text.split()) <= MAX_HEADLINE_WORDS:
        return False
    if text.startswith(_OPENING_MARKS) or _OPEN_END.search(text) or _DATE.match(text):
        return False
    return not ends_sentence(text) or (text.endswith(("?", "!")) and _is_title_case(text))


def is_standfirst(text: str) -> bool:
    """Whether the block between a headline and a byline is a standfirst: it is not too long."""
    return 0 < len(text.split()) <= MAX_STANDFIRST_WORDS


def is_heading(text: str) -> bool:
    """Whether a block between two paragraphs is a heading: short, with a capital, without a last stop."""
    if not text or len(text) > 120 or len(text.split()) > MAX_HEADING_WORDS:
        return False
    if text.startswith(_OPENING_MARKS) or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    if ends_sentence(text) or _STOP_INSIDE.search(text):
        return False
    return not (_OPEN_END.search(text) or _DATE.match(text))


def is_caption(text: str) -> bool:
    """Whether a block is a caption or a picture credit: `Photo: …`, `(Photo by …)`, `… REUTERS/Jane Doe`."""
    tail = text[-80:]
    return bool(_CAPTION.match(text) or (("/" in tail or "Images" in tail) and _PICTURE_CREDIT.search(tail)))


def _is_title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’]*", text)
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)


_NAME_WORD = rf"[{_UPPER}][\w.'’\-]*"
_NAME = (
    rf"(?!(?:The|This|That|A|An|All|Then|Now)\b){_NAME_WORD}"
    rf"(?:\s+(?:(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y)\s+){{0,2}}{_NAME_WORD}){{1,4}}"
)
_NAMES = re.compile(rf"{_NAME}(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s*&\s*){_NAME})*")

_BY = re.compile(
    r"\(?(?:(?:(?:additional|further) )?"
    r"(?:reporting|reported|writing|written|story|words|text|compiled|edited) by|by)\b:?\s*",
    re.IGNORECASE,
)
_AGENCY_BYLINE = re.compile(
    r"(?:(?:The )?Associated Press|AP|AFP|Agence France-Presse|Reuters|UPI|PA Media|BBC [A-Z]\w+"
    r"|(?:Our )?Staff|(?:The )?Editorial Board|Our Correspondent)(?i: staff)?(?i: reporters?| writers?)?$",
)
_BYLINE_TAIL = re.compile(
    r"\s*(?:$|[,|/;(—–-]"
    r"|(?:for|in|at|with|(?:[a-z]+ ){0,2}(?:writer|reporter|correspondent|editor|columnist))\b)"
)
_OUTLET = re.compile(
    r"(?:Special (?:to|for) |Staff (?:Writer|Reporter)"
    r"|(?:The )?Associated Press$|(?:Reuters|AFP|AP|UPI|Bloomberg)$)"
)
_REPORTS = re.compile(rf"{_NAME}(?: and {_NAME})? reports?(?: from (?:{_NAME_WORD} ?){{1,4}})?\.?$")


def is_byline(text: str) -> bool:
    """Whether a block says who wrote the story, and nothing else.

    `By Jane Doe`, `By Jane Doe and John Roe, Staff Writer`, `By The Associated Press`,
    `(Reporting by Jane Doe; Editing by John Roe)`, `Jane Doe reports from Oslo.`
    """
    opening = _BY.match(text)
    if opening is None:
        return " report" in text and len(text) <= 100 and _REPORTS.match(text) is not None
    if len(text) > 200 or len(text.split()) > MAX_BYLINE_WORDS:
        return False
    if _AGENCY_BYLINE.match(text, opening.end()):
        return True
    names = _NAMES.match(text, opening.end())
    if names is None or _BYLINE_TAIL.match(text, names.end()) is None:
        return False
    return text.startswith("(") or text.endswith((" Jr.", " Sr.")) or not ends_sentence(text)


def is_bare_byline(text: str, following: str) -> bool:
    """Whether a block of names is a byline because the next block names their outlet.

    `Jane Doe` before `Associated Press`, `Staff Writer`, `Special to The Courier` or `THE COURIER`.
    """
    if len(text) > 100 or len(following.split()) > 5 or text.isupper() or ends_sentence(following):
        return False
    return _NAMES.fullmatch(text) is not None and bool(_OUTLET.match(following) or following.isupper())


class Dateline(NamedTuple):
    """The place, date and agency that a story begins with.

    end     where they end
    resume  where the story begins, after the dash
    """

    end: int
    resume: int


# Lazy, and of bounded length. A hyphen and an en dash part a dateline from its story only between spaces.
_DATELINE = re.compile(
    r"(?P<places>[^\n\"“”()\[\]!?;:]{0,60}?)\s{0,2}(?P<agency>\([A-Z][^()\n]{1,30}\)|\(dpa\))?"
    r"\s{0,2}(?:—|―|[-–]-|(?<=\s)[-–](?=\s))\s{0,2}(?=[\w\"“‘'$€£(\[])"
)
_AGENCY = r"\((?:AP|AFP|CNN|dpa|PTI|Reuters|UPI|Xinhua|[A-Z]\w+ (?:News|Press|Service|Network))\)"
_KNOWN_AGENCY = re.compile(_AGENCY)
_AGENCY_ALONE = re.compile(_AGENCY + r"\s{1,2}(?=[\w\"“‘'])")
_LOWER_PREFIX = re.compile(r"(?:Mc|Mac|La|Le|De|O['’])(?=[A-Z])")
_REGION_WORD = re.compile(rf"(?:[{_UPPER}][\w.'’\-]*|of|the|and|de|du|la|\d{{1,4}})")
_LABELS = frozenset(
    "analysis breaking column commentary correction editorial exclusive explainer listen live new note "
    "obituary opinion photos podcast poll review update updated video watch".split()
)


def find_dateline(text: str, rest_of_draft: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    `OSLO (AP) — `, `LONDON, Nov 5 (Reuters) - `, `KYIV, Ukraine — `, `Lagos, Nigeria (CNN) -- `,
    `(Reuters) - `, `WASHINGTON—`.

    rest_of_draft  where `NATO — an alliance …` is told from `OSLO — `: a place stands in capitals only in
                   its dateline
    """
    alone = _AGENCY_ALONE.match(text)
    if alone:
        return Dateline(len(alone.group().rstrip()), alone.end())
    match = _DATELINE.match(text)
    if match is None:
        return None
    places, agency = match["places"].rstrip(" ,"), match["agency"]
    end = match.end("agency") if agency else len(match["places"].rstrip())
    if not places:
        return Dateline(end, match.end()) if agency and _KNOWN_AGENCY.match(agency) else None
    if all(_is_place(place, in_capitals=True) for place in re.split(r"/(?=\w)", places)):
        if agency or len(places) > MAX_ACRONYM or not _holds(places, text[match.end() :], rest_of_draft):
            return Dateline(end, match.end())
    elif agency and _KNOWN_AGENCY.match(agency) and _is_place(places, in_capitals=False):
        return Dateline(end, match.end())
    return None


def _holds(word: str, *texts: str) -> bool:
    pattern = re.compile(rf"\b{re.escape(word)}\b")
    return any(pattern.search(text) for text in texts)


def part_dateline(builder: DocumentBuilder, rest_of_draft: str) -> bool:
    """Make the dateline of the open paragraph a block of its own; False where it has none."""
    dateline = find_dateline(builder.pending, rest_of_draft)
    if dateline is None:
        return False
    builder.split(BlockKind.DATELINE, dateline.end, dateline.resume)
    return True


def _is_place(text: str, in_capitals: bool) -> bool:
    """Whether it is a city, perhaps with its region and a date: `ST. LOUIS`, `McALLEN, Texas, Nov. 5`."""
    city, *regions = [part.strip() for part in text.split(",")]
    if len(city) < 3 or not city[0].isalpha() or len(regions) > 3 or not all(map(_is_region, regions)):
        return False
    words = city.split()
    if not in_capitals:
        return _is_region(city)
    return len(words) <= 4 and city.lower() not in _LABELS and all(_is_capital(word) for word in words)


def _is_capital(word: str) -> bool:
    return word == "and" or _LOWER_PREFIX.sub("", word).isupper()


def _is_region(text: str) -> bool:
    words = text.split()
    return 0 < len(words) <= 4 and all(map(_REGION_WORD.fullmatch, words))
