"""The fixed words and phrases of the family, from `data/`, all of a set found in one pass."""

from __future__ import annotations

import os
from collections import defaultdict
from functools import cache
from itertools import chain

from msgspec import Struct

from copydesk.document import Document
from copydesk.model.prose import Span, once_a_draft

_NEWS = ("attribution.txt", "claims.txt", "wording.txt")
_REASONS = ("reasons.txt",)


class _Slot(Struct, frozen=True):
    """One word of a phrase."""

    words: frozenset[str]
    is_optional: bool


class _Phrase(Struct, frozen=True):
    """A phrase, taken apart at the word that it is looked up by.

    before     the slots before that word, read backwards
    after      those after it
    previous   the words that may stand right before it; empty where any may
    following  those that may stand right after it
    """

    section: str
    before: tuple[_Slot, ...]
    after: tuple[_Slot, ...]
    previous: frozenset[str]
    following: frozenset[str]


@cache
def _lines(names: tuple[str, ...]) -> dict[str, list[tuple[str, str]]]:
    """Return the lines of the lists, each after its section, by every word that they are looked up by."""
    folder = os.path.join(os.path.dirname(__file__), "data")
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    section = ""
    for name in names:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            lines = file.read().splitlines()
        for line in lines:
            if line.startswith("["):
                section = line.strip()[1:-1]
            elif line.strip() and not line.startswith("#"):
                words = line.partition("=")[2] or line
                for word in words.split(None, 1)[0].split("|"):
                    found[word].append((section, line))
    return dict(found)


@cache
def _phrases(names: tuple[str, ...], word: str) -> list[_Phrase]:
    """Return the phrases that are looked up by a word.

    A draft asks for few phrases, so lines are parsed one by one.
    """
    found = []
    for section, line in _lines(names)[word]:
        words = line.split()
        anchor = next((at for at, word in enumerate(words) if word.startswith("=")), 0)
        before, after = (tuple(map(_slot, part)) for part in (words[:anchor][::-1], words[anchor + 1 :]))
        found.append(_Phrase(section, before, after, _nearest(before), _nearest(after)))
    return found


def _nearest(slots: tuple[_Slot, ...]) -> frozenset[str]:
    """Return the words of the first slot that is filled; empty where none need be."""
    needed = next((at for at, slot in enumerate(slots, 1) if not slot.is_optional), 0)
    return frozenset(chain.from_iterable(slot.words for slot in slots[:needed]))


def _slot(text: str) -> _Slot:
    return _Slot(frozenset(text.removesuffix("?").split("|")), text.endswith("?"))


@once_a_draft
def find_phrases(document: Document) -> dict[str, list[Span]]:
    """Return the places of each section's phrases, in the order of the text; of two at one word the longer.

    Nothing but a space parts the words of a phrase.
    """
    return _find(document, _NEWS)


def find_reasons(document: Document) -> list[Span]:
    """Return where a draft may say why a source is not named."""
    return _find(document, _REASONS).get("reason", [])


def _find(document: Document, names: tuple[str, ...]) -> dict[str, list[Span]]:
    vocabulary, starts = document.words.vocabulary, document.words.starts
    lowers = [*document.words.lowers, ""]  # no phrase has the word before the first, or after the last
    found: dict[str, dict[int, Span]] = defaultdict(dict)
    for word in vocabulary.keys() & _lines(names).keys():
        phrases = _phrases(names, word)
        for index in vocabulary[word]:
            for phrase in phrases:
                if phrase.following and lowers[index + 1] not in phrase.following:
                    continue
                if phrase.previous and lowers[index - 1] not in phrase.previous:
                    continue
                first = _reach(document, lowers, index, phrase.before, -1) if phrase.before else index
                last = _reach(document, lowers, index, phrase.after, 1) if phrase.after else index
                if first is None or last is None:
                    continue
                span = Span(starts[first], starts[last] + len(lowers[last]))
                known = found[phrase.section].setdefault(index, span)
                if span.end - span.start > known.end - known.start:
                    found[phrase.section][index] = span
    return {section: sorted(spans.values()) for section, spans in found.items()}


def _reach(
    document: Document, lowers: list[str], index: int, slots: tuple[_Slot, ...], step: int
) -> int | None:
    """Return the index of the last word that the slots take, going from `index` in one direction, or None."""
    for slot in slots:
        at = index + step
        if lowers[at] in slot.words and _touch(document, min(at, index)):
            index = at
        elif not slot.is_optional:
            return None
    return index


def _touch(document: Document, index: int) -> bool:
    """Whether nothing but a space stands between a word and the next one."""
    starts = document.words.starts
    end = starts[index] + len(document.words.lowers[index])
    return starts[index + 1] - end == 1 and document.text[end] in " \u00a0"
