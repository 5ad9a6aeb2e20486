"""Words that are one slip of the finger apart."""

from __future__ import annotations

from copydesk.language.lists import closed_classes as english

_SHORT_VERBS = english.CONTRACTED_VERBS
"""What English writes together with the word before: verbs, and not."""


_ENDINGS = frozenset("adinorsy")
"""Last letters that make another word of a name: Iraqi, Korean, Romano."""

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d"})


def without_accents(word: str) -> str:
    """Return a lower-case word without its accents."""
    if word.isascii():
        return word
    from unicodedata import combining, normalize

    return "".join(c for c in normalize("NFKD", word.translate(_LETTERS)) if not combining(c))


def is_contraction(word: str) -> bool:
    """Whether a word, with straight apostrophes, holds a verb as well: We've, Hasn't. 's may be a case."""
    return "'" in word and word.lower().endswith(_SHORT_VERBS)


def one_slip_apart(one: str, other: str) -> bool:
    """Whether one letter was changed, added or dropped, or two neighbours were swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = 0
    while one[at : at + 1] == other[at : at + 1]:
        at += 1
    rest, others = one[at + 1 :], other[at + 1 :]
    return (
        rest == others
        or one[at:] == others
        or rest == other[at:]
        or (one[at : at + 2] == other[at : at + 2][::-1] and rest[1:] == others[1:])
    )


def is_inflection(one: str, other: str) -> bool:
    """Whether two words differ by an ending: Korean and Koreas, Latina and Latino, Texas and Texans.

    A last letter that was doubled is no ending (Smollet, Smollett), nor is one that English adds to no name
    (Osterlok, Osterloke).
    """
    start, end = _shared(one, other)
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return start == len(short) - 1
    if end == 0:
        return long[-1] != long[-2] and long[-1] in _ENDINGS
    return end == 1 and long[-1] == "s"


def is_adjective(one: str, other: str) -> bool:
    """Whether one of two names is the adjective of the other: Lankan, Lanka."""
    short, long = sorted((one, other), key=len)
    return long == short + "n" and short[-1] == "a"


def _shared(one: str, other: str) -> tuple[int, int]:
    """Return how many letters two words share at the start, and, of the rest, at the end."""
    most = min(len(one), len(other))
    start = 0
    while start < most and one[start] == other[start]:
        start += 1
    end = 0
    while end < most - start and one[-1 - end] == other[-1 - end]:
        end += 1
    return start, end
