"""Acronyms that a draft explains: a name with its initials in brackets after it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.lists import closed_classes as english
from copydesk.model.prose import Span, once_a_draft


class Acronym(Struct, frozen=True):
    """An acronym where it is explained: `Orrel Drainage Board (ODB)`.

    span   the brackets
    short  the acronym, without a plural s
    name   the words that it stands for
    """

    span: Span
    short: str
    name: Span


@once_a_draft
def find_acronyms(document: Document) -> list[Acronym]:
    """Return every acronym in brackets behind two words or more that have its initials, in order."""
    found = []
    for match in re.finditer(_BRACKETS, document.text):
        short = match[1].removesuffix("s") if match[1][:-1].isupper() else match[1]
        block = document.block_at(match.start())
        start = max(block.start, match.start() - _REACH)
        before = re.split(_BREAK, document.text[start : match.start()])[-1]
        words = [
            Span(match.start() - len(before) + word.start(), match.start() - len(before) + word.end())
            for word in re.finditer(r"[^\W_](?:[\w’'.&]*\w)?", before)
        ][-(2 * len(short) + _SLACK) :]
        first = _first_word([document.slice(word).lower() for word in words], short.lower().replace("&", ""))
        if first is not None and first < len(words) - 1:
            found.append(Acronym(Span(*match.span()), short, Span(words[first].start, words[-1].end)))
    return found


def _first_word(words: Sequence[str], letters: str) -> int | None:
    """Return the index of the word at which a name begins whose initials are these letters, None without one.

    Small words may be passed over, and two others; a word may give up to three letters, its first among them.
    """
    failed: set[tuple[int, int, int]] = set()

    def begins(end: int, left: int, slack: int) -> int | None:
        """Read the words before `end` backwards for the first `left` letters."""
        if left == 0:
            return end
        if end == 0 or (end, left, slack) in failed:
            return None
        word = words[end - 1]
        for taken in (1, 2, 3):
            part = letters[left - taken : left] if taken <= left else ""
            if part and word[0] == part[0] and _holds(word, part):
                first = begins(end - 1, left - taken, slack)
                if first is not None:
                    return first
        skipped = slack if word in _SMALL else slack - 1
        first = begins(end - 1, left, skipped) if skipped >= 0 else None
        if first is None:
            failed.add((end, left, slack))
        return first

    return begins(len(words), len(letters), _SLACK)


def _holds(word: str, letters: str) -> bool:
    """Whether a word has letters in their order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


_REACH = 160
_SLACK = 2
_SMALL = english.ARTICLES | english.PREPOSITIONS | english.COORDINATORS
_BRACKETS = (
    r"\((?:the |or )?[“\"']?((?=[^()]*[A-Z][^()]*[A-Z])[A-Z][A-Za-z&]{0,2}[A-Z&][A-Z&\d]{0,6}s?)[”\"']?\)"
)
_BREAK = r"[.;:!?]\s|[()\[\]“”\"]|, (?=[a-z])"
