"""Counts of the forms in which an archive writes each compound.

Words are counted as they are written, in the singular; two words where they may be one. What is quoted does
not count: speech has no spelling.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.spelling.spellings import is_two_words, open_forms, singular

_PLAIN = str.maketrans("’‐‑\u00a0", "'-- ")


class Variants(Struct, frozen=True):
    """One word with the ways in which an archive writes it and their counts, the most used first."""

    key: str
    forms: tuple[tuple[str, int], ...]

    @property
    def decided(self) -> bool:
        """Whether one form stands more often than any other."""
        return self.forms[0][1] > self.forms[1][1]


Count = Callable[[Document], Mapping[str, int]]


class Usage:
    """The words of an archive, counted when somebody asks first.

    ask  asks each draft of the archive to count. That happens twice, so that only words that have two forms
         are kept
    """

    def __init__(self, ask: Callable[[Count], Iterable[Mapping[str, int]]]) -> None:
        self._ask = ask

    def count(self, words: str) -> int:
        """Count the uses of these words in the archive, singular and plural together."""
        return self._counts[_form(words)]

    def variants(self) -> list[Variants]:
        """Return the compounds that the archive writes in two or more ways, those with most uses first."""
        found: dict[str, list[tuple[str, int]]] = {}
        for form, count in self._counts.items():
            key = _key(form)
            if key is not None:
                found.setdefault(key, []).append((form, count))
        variants = [
            Variants(key, tuple(sorted(forms, key=lambda form: (-form[1], form[0]))))
            for key, forms in found.items()
            if len(forms) > 1
        ]
        return sorted(variants, key=lambda v: (-sum(count for _, count in v.forms), v.key))

    @cached_property
    def _counts(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for found in self._ask(_count_words):
            counts.update(found)
        keys = frozenset(key for key in map(_key, counts) if key is not None)
        for found in self._ask(partial(_count_open_forms, keys=keys)):
            counts.update(found)
        return counts


def _count_words(document: Document) -> dict[str, int]:
    spans = (word.span for word in document.words)
    return dict(Counter(_form(document.slice(span)) for span in spans if not document.quotes.hold(span)))


def _count_open_forms(document: Document, keys: frozenset[str]) -> dict[str, int]:
    """Return how often two words stand where the archive has one that is written like both."""
    forms = open_forms(document, document.words, document.sentences, document.quotes, keys)
    return dict(Counter(_form(document.slice(span)) for span in forms))


def _key(form: str) -> str | None:
    """Return the key of a compound's forms; None for a name, a figure or anything else."""
    key = form.replace("-", "").replace(" ", "")
    return key if key.isalpha() and key.islower() and not is_two_words(key) else None


def _form(words: str) -> str:
    """Return words in the singular, with one kind of hyphen, apostrophe and space."""
    return singular(words.translate(_PLAIN).removesuffix("'s"))
