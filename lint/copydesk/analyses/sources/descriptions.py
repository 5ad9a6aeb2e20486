"""Phrases that describe a source: `a senior official`, `the audit released on Monday`, `the Harbor Trust`."""

from __future__ import annotations

import re
from itertools import pairwise

from copydesk.document import Document
from copydesk.language.attribution.attributions import SourceKind
from copydesk.language.lists import closed_classes as english
from copydesk.language.lists import lexicon
from copydesk.language.lists.titles import CALENDAR, DEMONYMS, ROLE_NOUNS
from copydesk.language.lists.verbs import AGENTS, BODIES, DOCUMENTS, FACELESS, NO_AGENTS, SOMEBODY
from copydesk.model.prose import Span

_HEAD_ENDS = (
    english.CORE_PREPOSITIONS
    | english.PLACE_PREPOSITIONS
    | english.RELATIVES
    | frozenset("about among behind within representing familiar close when where".split())
)
_TIMES = CALENDAR | frozenset(
    "week weeks month months year years day days morning afternoon evening night weekend".split()
)
_DATING = frozenset("this last next early late earlier recent".split())
_TRAILING = frozenset("already also again once later then still now has had recently today yesterday".split())
_LEADING = frozenset("however indeed instead meanwhile moreover nevertheless still".split())
_PAST = _DATING | {"on", "in"}
_CLAUSE = english.BE | english.DO | english.MODALS | english.SUBJECT_PRONOUNS
_GOES_ON = frozenset("also instead".split())
_VERBS = frozenset(
    """
    blew broke brought came drew fell felt fought found gave got held kept left lost made met paid ran sang
    sat saw sent shot stood told took went won
    """.split()
)
_QUANTITIES = english.QUANTIFIERS | frozenset(english.ONES) | {"others"}
_COUNTS = frozenset({"a", "an", "another", "several", *english.ONES})
_MASS = frozenset("data research testimony guidance".split())
_KNOWING = frozenset("close familiar".split())
_SPEAKS_FOR = frozenset("judge court jury spokesman spokeswoman spokesperson".split())
_AWAY = frozenset("into onto out through".split())
_ADVERBS = frozenset("maybe perhaps probably".split())
_ALONE = english.QUANTIFIERS | english.ANYBODY | {"none", "others"}
"""Words that are clear only beside the noun that they stand for."""

_BEFORE_OBJECTS = english.ARTICLES | english.POSSESSIVES
_BEFORE_PARTS = (
    english.PREPOSITIONS
    | english.COORDINATORS
    | english.RELATIVES
    | frozenset("all both half including such".split())
)
_SUBJECT = 5
"""In how many words at the beginning of a phrase a verb and its object show that it is a clause."""

_PLURALS = frozenset("people police staff women men children".split())
_SHORTEST = 5
"""How many letters a noun in `-er` or the like has at least that is read as one for somebody."""

_OF_WHOM = r" (?:for|of|with|at) (?:the )?(?:[A-Z][\w’'&.-]*(?: (?:of |for |and |the )*(?=[A-Z]))?)+"
"""What says whose spokesman somebody is."""


def phrase_at(document: Document, span: Span) -> list[str]:
    """Return the words of a source, with the body that it speaks for: `a spokesman for the Harbor Trust`."""
    words = trimmed(document.slice(span))
    if words and head_of(words).lower().endswith(("spokesman", "spokeswoman", "spokesperson")):
        whose = re.compile(_OF_WHOM).match(document.text, span.end)
        if whose:
            words += trimmed(whose[0])
    return words


def trimmed(phrase: str) -> list[str]:
    """Return the words of a source without what belongs to the verb.

    Example: `the board on Tuesday`, `the firm already`, `the survey released Monday`.
    """
    words = phrase.replace("\u00a0", " ").strip(" ,;:.").split(" ")
    if re.search(r"\b[A-Z]\.[A-Z]$", words[-1]):
        words[-1] += "."  # `the U.S.`
    if words and words[0].lower() in english.CONJUNCTIONS | _LEADING:
        words = words[1:]
    verb = next((at for at, word in enumerate(words) if at > 1 and word in _VERBS), len(words))
    words = words[:verb]
    while words:
        last = _lower(words[-1].rstrip(","))
        is_document = not DOCUMENTS.isdisjoint(word.lower() for word in words[:-1])
        if (
            last in _TRAILING
            or last in english.CORE_PREPOSITIONS | english.RELATIVES
            or last in _TIMES
            or last in _PAST | english.ARTICLES
            or last.endswith("ly")
            or last.isdigit()
            or (last.endswith("ed") and (is_document or words[0].lower() in _COUNTS or _is_subject(words)))
        ):
            words.pop()
        else:
            break
    return words


def _lower(word: str) -> str:
    """Return a word in lower case, but an acronym as it is: `the WHO` asks nobody who."""
    return word if len(word) > 1 and word.isupper() else word.lower()


def _is_subject(words: list[str]) -> bool:
    """Whether what stands before the last word of a phrase is a subject: `the news organization remained`."""
    return len(words) > 2 and words[-1].islower() and (is_body(words[-2].lower()) or is_somebody(words[-2]))


def _holds_object(lowers: list[str]) -> bool:
    """Whether a verb and its object stand in a phrase: `Democrats view the documents`."""
    return any(
        word in _BEFORE_OBJECTS and before not in _BEFORE_PARTS
        for before, word in pairwise(lowers[:_SUBJECT])
    )


def _is_headline_noun(words: list[str]) -> bool:
    """Whether a phrase means one without saying so, as headlines do: `British diplomat praises the fleet`."""
    is_one = len(words) > 1 and words[0][0].isupper() and words[-1].islower() and not words[-1].endswith("s")
    is_bare = words[0].lower() not in english.DETERMINERS | english.QUANTIFIERS | _COUNTS
    is_bare = is_bare and not any(word.endswith(("’s", "'s", "s’")) for word in words)
    return (
        is_one and is_bare and is_somebody(words[-1]) and not is_body(words[-1]) and words[-1] not in _PLURALS
    )


def head_of(words: list[str]) -> str:
    """Return the noun that a phrase is about, as it is written: `Supporters` of `Supporters of the bill`."""
    return words[_head_end([word.lower() for word in words]) - 1].strip(",")


def _head_end(lowers: list[str]) -> int:
    """Return how many words a phrase has up to its noun: one of `polls conducted by the Sun`."""
    for at in range(1, len(lowers)):
        if lowers[at] in _HEAD_ENDS or (lowers[at].endswith("ed") and _is_document(lowers[at - 1])):
            return at
    return len(lowers)


def _is_document(noun: str) -> bool:
    return noun in DOCUMENTS or noun.removesuffix("s") in DOCUMENTS


def is_one_again(words: list[str]) -> bool:
    """Whether a phrase means one who was told of before: `the Ohio Republican`, `the official`."""
    head = words[-1]
    is_plural = head.endswith("s") and not head.endswith("ss")
    is_one = head_of(words) == head and is_somebody(head) and not is_plural
    is_name = len(words) > 2 and all(word[0].isupper() for word in words[1:])
    is_name = is_name and head.lower() not in ROLE_NOUNS | DEMONYMS  # `the Daily Caller`
    return words[0].lower() == "the" and is_one and not is_name and head.lower() not in _PLURALS | BODIES


def kind_of_phrase(words: list[str]) -> SourceKind | None:
    """Return what kind of source the words of a phrase are.

    The head of the phrase decides; None if it is none for certain.
    """
    lowers = [_lower(word.strip(",’'")) for word in words]
    is_share = lowers[0].partition("-")[0] in english.ONES and "-" in lowers[0]  # `Two-thirds`
    if not _CLAUSE.isdisjoint(lowers[:6]) or lowers[0] in _HEAD_ENDS or is_share:
        return None
    if not _AWAY.isdisjoint(lowers):
        return None  # what somebody does to somebody: `Ada Roe into retirement`
    is_told = lowers[-2:-1] == ["to"] and words[-1].islower()  # `its readers to follow`
    if not _GOES_ON.isdisjoint(lowers[1:]) or is_told or _holds_object(lowers):
        return None  # `the owners and also criticized her`
    if lowers[0] in _ADVERBS or (len(words) == 1 and lowers[0] in _ALONE):
        return None
    if lowers[0].isdigit() and len(words) > 1 and words[1][0].isupper():
        return None  # what is left of a label: `1:47 Harbor Trust`
    if _is_headline_noun(words):
        return None
    end = _head_end(lowers)
    head, surface = re.sub(r"[’']s?$", "", lowers[end - 1]), words[end - 1]
    is_document = _is_document(head)
    if (_holds_verb(words) and not is_document) or lowers[0] in _PAST or lowers == ["former"]:
        return None
    is_bare = lowers[0] not in english.DETERMINERS | english.QUANTIFIERS | _COUNTS and words[0][0].islower()
    is_bare = is_bare and surface[0].islower() and not head.endswith("s")
    if is_document:
        return None if is_bare and len(words) == 1 and head not in _MASS else SourceKind.DOCUMENT
    if words[-1].endswith(("’s", "'s")):
        return None  # whose words those are: `the President’s tweets`
    if is_bare and head not in FACELESS | _PLURALS:
        return None  # what is left of a longer phrase: `host of the show said`
    if is_body(head):
        return SourceKind.GROUP
    if is_somebody(surface.strip(",’'")):
        is_told = lowers[0] in _COUNTS and head not in _SPEAKS_FOR
        is_told = is_told or (end < len(words) and lowers[end] in _KNOWING)
        is_unnamed = is_told or (head in FACELESS and not has_name(words))
        return SourceKind.ANONYMOUS if is_unnamed else SourceKind.GROUP
    if surface[0].isupper():
        is_common = end == 1 and not surface.isupper() and head in lexicon.common_words()
        is_unclear = is_common or head in CALENDAR or lowers[0] in english.POSSESSIVES or len(surface) == 1
        return None if is_unclear else SourceKind.GROUP
    return SourceKind.GROUP if head in _QUANTITIES and lowers[0] != head and end < len(words) else None


def _holds_verb(words: list[str]) -> bool:
    """Whether a phrase is a clause: `the paperwork involved burdened rights`, `the board resigned`."""
    if any(word.lower().endswith(("n't", "n’t")) for word in words):
        return True
    pasts = [word.endswith("ed") and word[0].islower() for word in words]
    return sum(pasts) > 1 or (len(pasts) > 1 and pasts[-1])


def is_somebody(noun: str) -> bool:
    """Whether a noun, as it is written, is one for somebody: a role, a job, a people; in the plural too."""
    head = noun.lower()
    if not _singulars(head).isdisjoint(SOMEBODY) or head.endswith(("-year-old", "-year-olds")):
        return True
    single = head.removesuffix("s")
    is_agent = single.endswith(AGENTS) and len(single) >= _SHORTEST and noun.islower()
    return is_agent and single not in NO_AGENTS and not is_body(head)


def is_body(head: str) -> bool:
    """Whether a noun is one for a body of people: `council`, `agencies`."""
    return not _singulars(head).isdisjoint(BODIES)


def _singulars(noun: str) -> set[str]:
    """Return the words of which a noun may be the plural, and itself."""
    return {noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("ies") + "y"}


def has_name(words: list[str]) -> bool:
    """Whether a name stands in a phrase: a capital after its first word, or one that is all a name."""
    first = words[0]
    opens = first.isupper() and len(first) > 1
    is_name = len(words) == 1 and first[0].isupper() and first.lower() not in lexicon.common_words()
    capital = any(word[0].isupper() and word.lower() not in DEMONYMS for word in words[1:])
    return opens or (is_name and not is_somebody(first)) or capital
