"""Blocks around the story: headlines, standfirsts, headings, captions, bullets.

Every function looks at the words of one block, and says yes only to a clear form: a paragraph that is
taken for a heading is lost to the rules, a heading that is taken for a paragraph is not.

Patterns that few drafts need are strings here: `re` compiles them when one is first asked for.
"""

from __future__ import annotations

import re

from copydesk.language.lists import closed_classes as english

MAX_HEADLINE_WORDS = 25
MAX_STANDFIRST_WORDS = 40
MAX_HEADING_WORDS = 12

OPENING_BLOCKS = 6
"""The most blocks that may hold headline, standfirst, bylines and dateline."""

MAX_TITLE_BLOCKS = 2
"""The most blocks that may stand before a first heading that is the headline: a kicker, a picture."""

_CLOSING_MARKS = "\"”’'»)]"
_OPENING_MARKS = tuple("\"“‘'«„([{<")
_STOPS = tuple(".!?…")
_JOINTS = tuple(":;,-–—―/")

_SMALL_WORDS = (english.ARTICLES | english.COORDINATORS | {"as", "so", "than", "up", "vs"}) | {
    word for word in english.PREPOSITIONS if len(word) <= 4
}
"""What stays lower-case in a headline where every other word has a capital."""

_BULLETS = frozenset("-*•‣◦▪●·(0123456789")
_BULLET = r"(?:[-*•‣◦▪●·]|\(?\d{1,2}[.)])[ \t]+(?=\S)"

_RULE = r"[-_*=~ \t]{3,}$"

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = (
    r"(?i)(?:(?:last )?(?:updated|published|posted|modified)\b"
    rf"|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:{_MONTH} \d|\d{{1,2}} {_MONTH}(?: \d|$))"
    r"|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\b)"
)

_CAPTION_WORDS = tuple(
    "ap file stock handout media video photo image picture caption credit illustration graphic".split()
)
_CAPTION = (
    r"\(?(?:AP |(?i:file|stock|handout|media|video) )?"
    r"(?i:photos?|photographs?|images?|pictures?|captions?|credits?|illustrations?|graphics?)"
    r"(?i: credits?| captions?| copyright| source)?"
    r"(?:: |(?i: by) [A-Z]|(?i: courtesy of) |/[A-Z])"
)
_PICTURE_CREDIT = (
    r"(?:\b(?:REUTERS|AP Photo|AFP|EPA|Shutterstock|Getty Images|PA Images)/[A-Z][^.!?]{0,40}"
    r"|\bGetty Images)\)?$"
)


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets aside."""
    return text[-8:].rstrip(_CLOSING_MARKS).endswith(_STOPS)


def bullet(text: str, start: int, end: int) -> int:
    """Return how long the bullet or number is that `text[start:end]` begins with, with its white space.

    The length is 0 for a line without either.
    """
    if text[start] not in _BULLETS:
        return 0
    match = re.compile(_BULLET).match(text, start, end)
    return len(match.group()) if match else 0


def is_rule(text: str) -> bool:
    """Whether a line parts two parts of a story by dashes or asterisks, and has no words."""
    return text[0] in "-_*=~" and re.match(_RULE, text) is not None


def is_headline(text: str) -> bool:
    """Whether the first block of a draft is a headline.

    It has three to 25 words and does not end as a sentence does; one that asks or exclaims must have the
    capitals of a title.
    """
    if len(text) > 400 or not 3 <= len(text.split()) <= MAX_HEADLINE_WORDS:
        return False
    if text.startswith(_OPENING_MARKS) or _goes_on(text) or _is_date(text):
        return False
    return not ends_sentence(text) or (text.endswith(("?", "!")) and _is_title_case(text))


def is_standfirst(text: str) -> bool:
    """Whether the block between a headline and a byline is a standfirst: it is not too long."""
    return 0 < len(text.split()) <= MAX_STANDFIRST_WORDS


def is_heading(text: str) -> bool:
    """Whether a block between two paragraphs is a heading: short, with a capital, without a last stop."""
    if not text or len(text) > 120 or len(text.split()) > MAX_HEADING_WORDS:
        return False
    if text.startswith(_OPENING_MARKS) or not (text[0].isupper() or text[0].isdigit()):
        return False
    if ends_sentence(text) or re.search(r"[a-z]{3}[.!?] ", text):
        return False
    return not (_goes_on(text) or _is_date(text))


def is_caption(text: str) -> bool:
    """Whether a block is a caption or a picture credit: `Photo: …`, `(Photo by …)`, `… REUTERS/Jane Doe`."""
    if text[:13].lower().lstrip("(").startswith(_CAPTION_WORDS) and re.match(_CAPTION, text):
        return True
    tail = text[-80:]
    return ("/" in tail or "Images" in tail) and re.search(_PICTURE_CREDIT, tail) is not None


def _goes_on(text: str) -> bool:
    """Whether the text ends with a mark that something must follow."""
    return text[-8:].rstrip(_CLOSING_MARKS).endswith(_JOINTS)


def _is_date(text: str) -> bool:
    return any(map(str.isdigit, text)) and re.match(_DATE, text) is not None


def _is_title_case(text: str) -> bool:
    words = re.findall(r"[^\W\d_][\w'’]*", text)
    return all(word[0].isupper() or word in _SMALL_WORDS for word in words)
