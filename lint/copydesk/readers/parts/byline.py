"""Bylines: who wrote the story.

The patterns are strings, because few blocks need them: `re` compiles them when one is first asked for.
"""

from __future__ import annotations

import re

from copydesk.readers.parts.blocks import ends_sentence

MAX_BYLINE_WORDS, LONGEST_BYLINE = 16, 200

CAPITAL = "[A-ZÀ-ÖØ-ÞĀ-Ž]"
"""A capital of the Latin scripts. Where these alternate with small letters, both are let in."""

_WORD = rf"{CAPITAL}[\w.'’\-]*"
_PARTICLE = r"(?:al|bin|da|de|del|den|der|di|dos|du|el|ibn|la|le|ten|ter|van|von|y)"
_NAME = (
    rf"(?!(?:The|This|That|A|An|All|Then|Now)\b){_WORD}"
    rf"(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_WORD}){{1,4}}"
)
_NAMES = rf"{_NAME}(?:(?:,\s+and\s+|,\s+|\s+and\s+|\s*&\s*){_NAME})*"

_OPENINGS = tuple("by additional further report writ story words text compiled edited".split())
_OPENING = (
    r"(?i)\(?(?:(?:(?:additional|further) )?"
    r"(?:reporting|reported|writing|written|story|words|text|compiled|edited) by|by)\b:?\s*"
)
_AGENCY = (
    r"(?:(?:The )?Associated Press|AP|AFP|Agence France-Presse|Reuters|UPI|PA Media|BBC [A-Z]\w+"
    r"|(?:Our )?Staff|(?:The )?Editorial Board|Our Correspondent)(?i: staff)?(?i: reporters?| writers?)?$"
)
_TAIL = (
    r"\s*(?:$|[,|/;(—–-]"
    r"|(?:for|in|at|with|(?:[a-z]+ ){0,2}(?:writer|reporter|correspondent|editor|columnist))\b)"
)
_OUTLET = (
    r"(?:Special (?:to|for) |Staff (?:Writer|Reporter)"
    r"|(?:The )?Associated Press$|(?:Reuters|AFP|AP|UPI|Bloomberg)$)"
)
_REPORTS = rf"{_NAME}(?: and {_NAME})? reports?(?: from (?:{_WORD} ?){{1,4}})?\.?$"


def is_byline(text: str) -> bool:
    """Whether a block says who wrote the story, and nothing else.

    `By Jane Doe`, `By Jane Doe and John Roe, Staff Writer`, `By The Associated Press`,
    `(Reporting by Jane Doe; Editing by John Roe)`, `Jane Doe reports from Oslo.`
    """
    if len(text) > LONGEST_BYLINE:
        return False
    opening = None
    if text[:12].lower().lstrip("(").startswith(_OPENINGS):
        opening = re.match(_OPENING, text)
    if opening is None:
        return len(text) <= 100 and " report" in text and re.match(_REPORTS, text) is not None
    if len(text.split()) > MAX_BYLINE_WORDS:
        return False
    rest = text[opening.end() :]
    if re.match(_AGENCY, rest):
        return True
    names = re.match(_NAMES, rest)
    if names is None or not re.match(_TAIL, rest[names.end() :]):
        return False
    return text.startswith("(") or text.endswith((" Jr.", " Sr.")) or not ends_sentence(text)


def is_bare_byline(text: str, following: str) -> bool:
    """Whether a block of names is a byline because the next block names their outlet.

    `Jane Doe` before `Associated Press`, `Staff Writer`, `Special to The Courier` or `THE COURIER`.
    """
    if len(text) > 100 or len(following.split()) > 5 or text.isupper() or ends_sentence(following):
        return False
    is_outlet = following.isupper() or re.match(_OUTLET, following) is not None
    return is_outlet and re.fullmatch(_NAMES, text) is not None
