"""Introductions before a later reference, and people who need none."""

from __future__ import annotations

import re

from copydesk.document import Document
from copydesk.language.lists.lexicon import common_words, given_names, surnames
from copydesk.language.lists.titles import (
    COURTESY,
    FAMILY_NAMES,
    FOLLOWS_A_NAME,
    JOBS,
    NAMED_WITH_TITLE,
    RELATIVES,
    ROLES,
)
from copydesk.language.people.people import Mention
from copydesk.language.words import SPACES
from copydesk.model.prose import once_a_draft

PERFORMERS = frozenset(
    """
    singer singers rapper rappers musician drummer guitarist artist comedian composer dj star band actor
    actress performer model footballer striker midfielder goalkeeper wrestler youtuber player
    """.split()
)
"""People whom readers may know by one name: singer Adele, footballer Pelé."""

PSEUDONYM = frozenset({"pseudonym", "pseudonyms", "pseudonymous", "surname", "surnames"})
"""Words of a draft that says why it does not name somebody in full."""

SHARED = frozenset({"reps", "sens", "govs", "gens"})
"""Offices that several people share, so that they tell the reader of none who it is: Reps. Roe and Orr."""

_OPENS = '([{“‘"'
_CLOSES = ')]}”’" '


_JOB_AFTER = r"(?:[’']s?)?, ((?:[\w’'-]+ ){0,4}[\w’'-]+)"
_KIN_OF = rf"\b(?:{'|'.join(sorted(RELATIVES))}) of [^,.;:\n]{{3,60}}, $"
_PLAYS = frozenset({"play", "plays", "played", "playing"})


def has_job_after(document: Document, mention: Mention) -> bool:
    """Whether an appositive with a noun for a job follows a name: `, Tern Museum’s night director`."""
    found = re.compile(_JOB_AFTER).match(document.text, mention.end)
    return found is not None and not JOBS.isdisjoint(found[1].lower().replace("-", " ").split())


def is_kin_of(document: Document, mention: Mention) -> bool:
    """Whether the words before a name say whose relative it is: `the brother of the mayor, Lou`."""
    start = max(0, mention.start - 90)
    return bool(re.compile(_KIN_OF).search(document.text, start, mention.start))


def is_called_so(document: Document, mention: Mention) -> bool:
    """Whether a title and a name are all that somebody or something is called: Dr. Seuss, Dr. K, Mr. Bean.

    A performer, a part in a play and a given name after a title are known by that.
    """
    word = document.slice(mention.name)
    title = (mention.courtesy or "").rstrip(".").lower()
    if f"{title} {word.lower()}" in NAMED_WITH_TITLE or len(word) == 1:
        return True
    if word in given_names() and word not in surnames():
        return True
    if mention.possessive and document.text[mention.end + 3 : mention.end + 4].isupper():
        return True  # Mr. Roe's Kitchen
    before = document.word_before(mention.start, across=SPACES).surface
    return before in PERFORMERS or before in _PLAYS


def is_named_before(document: Document, surname: str, offset: int) -> bool:
    """Whether the draft gives a surname before an offset with another name or an office: Ann Poe.

    The people table leaves out the names that it is not sure of. Here doubt speaks for the writer.
    """
    last = surname.split()[-1]
    lower = last.lower()
    if lower in _double_names(document):
        return True
    for index in (
        *document.words.vocabulary.get(lower, ()),
        *document.words.vocabulary.get(f"{lower}'s", ()),
    ):
        start, end = document.words[index].start, document.words[index].end
        is_given_first = last in FAMILY_NAMES and _is_followed(document.text, end)
        if start < offset and (is_given_first or _follows_a_name(document.text, start)):
            return True
    return False


@once_a_draft
def _double_names(document: Document) -> frozenset[str]:
    """Return the halves of what the draft writes with a hyphen: Ana Ruiz-Vega may be Ms. Ruiz."""
    return frozenset(half for word in document.words.vocabulary if "-" in word for half in word.split("-"))


def _follows_a_name(text: str, at: int) -> bool:
    """Whether the words before an offset name or place somebody: Ann Poe, Prophet Poe, (Ann) Poe, (Poe)."""
    before = text[max(0, at - 40) : at].rpartition("\n")[2]
    if before.endswith("("):
        return True
    rest, _, word = before.rstrip(_CLOSES).rpartition(" ")
    word = word.lstrip(_OPENS)
    if before[-1:] != " " or not word[:1].isupper() or word.endswith((",", ":", ";")):
        return False
    lower = word.rstrip(".").lower()
    if lower in COURTESY or lower in FOLLOWS_A_NAME or lower in SHARED:
        return False
    if len(word) < 3 or lower in ROLES or word in given_names() or word in surnames():
        return True
    inside_sentence = rest[-1:].isalpha()
    return not word.endswith(".") and (inside_sentence or lower not in common_words())


def _is_followed(text: str, end: int) -> bool:
    """Whether a capitalised word follows, as where the family name stands first: Ban Ki-moon."""
    return text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
