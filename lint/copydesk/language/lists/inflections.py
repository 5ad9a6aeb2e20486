"""Plurals and verb forms of English words, by the rules of spelling."""

from __future__ import annotations

from copydesk.language.lists import lexicon

SHORTEST = 3
_VOWELS = frozenset("aeiou")
_NEVER_DOUBLED = _VOWELS | frozenset("hwxy")


def inflections(word: str) -> list[list[str]]:
    """Return every possible spelling of the plural, the past and the -ing form of a lower-case word.

    What is no verb has forms that no draft holds: nobody writes `advisored`. Of a compound the last part has
    the ending: `e-mailed`.
    """
    before, hyphen, last = word.rpartition("-")
    if hyphen:
        return [[before + hyphen + form for form in forms] for forms in inflections(last)]
    if len(word) < SHORTEST or not word.isalpha():
        return [[], [], []]
    stem = word[:-1] if word.endswith("e") else word
    past = [word[:-1] + "ied"] if _is_soft(word) else [f"{stem}ed"]
    doing = [f"{word}ing"] if word.endswith(("ee", "ye", "oe")) else [f"{stem}ing"]
    if word[-1] not in _NEVER_DOUBLED and word[-2] in _VOWELS and word[-3] not in _VOWELS:
        past.append(f"{word}{word[-1]}ed")
        doing.append(f"{word}{word[-1]}ing")
    return [plurals(word), past, doing]


def parallel(word: str, other: str) -> list[tuple[str, str]]:
    """Return the forms of a word, each with the form of another that stands in its place.

    A form of `other` that is no known word is left out, unless the word itself is unknown: the past of `buy`
    is not `buyed`.
    """
    pairs = []
    for forms, others in zip(inflections(word), inflections(other), strict=True):
        good = next((form for form in others if _is_known(form)), None)
        if good is None and others and not _is_known(other):
            good = others[0]
        if good is not None:
            pairs += [(form, good) for form in forms]
    return pairs


def _is_known(word: str) -> bool:
    """Whether a word, or the last part of a compound, is a known one."""
    return word.rpartition("-")[2] in lexicon.common_words()


def plurals(word: str) -> list[str]:
    """Return every possible spelling of the plural of a lower-case word; none for one of other signs."""
    if len(word) < SHORTEST or not word.isalpha():
        return []
    if word.endswith("man"):
        return [word[:-3] + "men"]
    if _is_soft(word):
        return [word[:-1] + "ies"]
    if word.endswith(("ch", "sh", "x", "z", "ss")):
        return [f"{word}es"]
    return [] if word.endswith("s") else [f"{word}s"]


def _is_soft(word: str) -> bool:
    """Whether a word changes its last letter before an ending: `party`, `parties`."""
    return word.endswith("y") and word[-2] not in _VOWELS
