"""Words without the names of people, for files that are to tell of nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copydesk.language.lists import closed_classes as english
from copydesk.language.lists.lexicon import common_words
from copydesk.language.spelling.similar_words import one_slip_apart, without_accents

_CALENDAR = frozenset(english.WEEKDAYS + english.MONTHS) - english.MONTHS_THAT_NAME_PEOPLE

_SHORTEST = 4
"""Letters of a name that is known again with a slip in it."""

_PLAIN_MARKS = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑", "-"))


def without_names(text: str, names: Collection[str], *, is_copy: bool = False) -> str:
    """Return a text with `[name]` in the place of names, whole or a word of them.

    Capitals, accents and the shapes of apostrophes and hyphens make no difference. A common word in small
    letters is none of a name's: `will` stays. A word with a capital that is one slip away from a word of a
    name is a misspelt name, unless a sentence begins with it and it is a common word.

    is_copy  whether it is of a draft, and may name people that nobody found there: every word with a capital
             that is no common word is left out, but for those in capitals
    """
    known = {_folded(name)[0] for name in names}
    words = {_folded(word)[0] for name in names for word in _words_of(name)} - known
    if not known and not is_copy:
        return text
    singles = {word for word in known | words if len(word) >= _SHORTEST and " " not in word}
    folded, places = _folded(text)
    longest_first = sorted(known | words, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first) or "(?!)"
    parts, end = [], 0
    for found in re.finditer(rf"(?<!\w)(?:(?P<name>{pattern})(?!\w)|[^\W\d_]+)", folded):
        start, after = places[found.start()], places[found.end()]
        written, is_common = text[start:after], found[0] in common_words()
        if found["name"]:
            is_name = not (written.islower() and is_common)
        else:
            is_explained = is_common and _capital_is_due(text, start, is_copy=is_copy)
            is_name = (
                _may_be_name(written)
                and not is_explained
                and (
                    (is_copy and not is_common and not written.isupper())
                    or any(one_slip_apart(found[0], word) for word in singles)
                )
            )
        if is_name:
            parts += [text[end:start], "[name]"]
            end = after
    return "".join([*parts, text[end:]])


def _may_be_name(word: str) -> bool:
    """Whether a word has a capital and more letters than an initial, and is no day or month."""
    return len(word) > 1 and word[0].isupper() and word.lower() not in _CALENDAR


def _capital_is_due(text: str, at: int, *, is_copy: bool) -> bool:
    """Whether a word has its capital from its place: after the end of a sentence, or first in a reason."""
    before = text[:at].rstrip(" \"'“‘([")
    return before.endswith((".", "!", "?", ":")) if before else not is_copy


def _words_of(name: str) -> Iterator[str]:
    """Yield the words of a name that tell of a person alone: no particle in small letters, no initial."""
    for word in name.split():
        for part in {word, *re.split(r"[-‐‑]", word)}:
            if part[:1].isupper() and len(part.rstrip(".")) > 1:
                yield part


def _folded(text: str) -> tuple[str, list[int]]:
    """Return a text in small letters, without accents, and with straight apostrophes and hyphens.

    With it comes where each of its characters, and its end, stands in the text.
    """
    signs, places = [], []
    for at, sign in enumerate(text):
        for plain in without_accents(sign.translate(_PLAIN_MARKS).casefold()):
            signs.append(plain)
            places.append(at)
    return "".join(signs), [*places, len(text)]
