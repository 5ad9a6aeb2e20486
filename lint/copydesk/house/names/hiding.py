"""Words without the names of people, for files that are to tell of nobody."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copydesk.language.lists.lexicon import common_words
from copydesk.language.spelling.similar_words import without_accents

_PLAIN_MARKS = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑", "-"))


def without_names(text: str, names: Collection[str]) -> str:
    """Return a text with `[name]` in the place of names, whole or a word of them.

    Capitals, accents and the shapes of apostrophes and hyphens make no difference. A common word in small
    letters is none of a name's: `will` stays.
    """
    known = {_folded(name)[0] for name in names}
    words = {_folded(word)[0] for name in names for word in _words_of(name)} - known
    if not known:
        return text
    folded, places = _folded(text)
    longest_first = sorted(known | words, key=len, reverse=True)
    pattern = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest_first)
    parts, end = [], 0
    for found in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", folded):
        start, after = places[found.start()], places[found.end()]
        if not (text[start:after].islower() and found[0] in common_words()):
            parts += [text[end:start], "[name]"]
            end = after
    return "".join([*parts, text[end:]])


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
