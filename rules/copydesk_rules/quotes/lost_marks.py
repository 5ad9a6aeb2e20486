"""Quotation marks that have lost their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.copy import CopyKind
from copydesk.language.lists.verbs import CUES, SURE
from copydesk.language.quotes import Quotation, turned_apostrophes
from copydesk.model.prose import Span

_DOUBLE = r"[“”„«»\"]|''|``"
_SIGNS = (*'“”„«»"', "''", "``")
_OPENERS = tuple("“\"„«‘'`")
_STRAIGHT = ('"', "''", "``")
_SENTENCE_END = (".", "?", "!", "…")
_SHOWN = 5


class LostMark(Struct, frozen=True):
    """A double quotation mark without its other half.

    at       its offset
    size     its length: wire copy writes two apostrophes
    fault    what is wrong with it
    certain  False where the marks may be those of a long quotation whose paragraphs were run together
    """

    at: int
    size: int
    fault: str
    certain: bool = True


class TurnedMark(Struct, frozen=True):
    """A curly mark the wrong way round: its offset, its name, and the mark that belongs there."""

    at: int
    name: str
    right: str


def find_turned_marks(document: Document) -> Iterator[TurnedMark]:
    """Yield the curly marks of whole pairs that look the wrong way, and apostrophes that open.

    ”Yes,“ the ‘90s.
    """
    text = document.text
    if not ("“" in text or "”" in text or "‘" in text):
        return
    for quote in document.quotes:
        if not (quote.opened and quote.closed) or document.copy.at(quote.start) is CopyKind.POST:
            continue
        if text[quote.start] == "”":
            yield TurnedMark(quote.start, "mark", "“")
        if text[quote.inner.end] == "“" and text[quote.start] in '“”"':  # German copy closes „so“
            yield TurnedMark(quote.inner.end, "mark", "”")
    singles = {at for quote in document.quotes for at in (quote.start, quote.inner.end)}
    for at in turned_apostrophes(text):
        if at not in singles:
            yield TurnedMark(at, "apostrophe", "’")


class _Half(Struct, frozen=True, order=True):
    """A mark that stands in no pair; `quote` is the quotation that it opens, if it opens one."""

    at: int
    size: int
    quote: Quotation | None


def find_lost_marks(document: Document) -> Iterator[LostMark]:
    """Yield the double quotation marks without another half, one a block: a second is mostly its shadow.

    A quotation that is open at the end of its paragraph is no fault of its own where the next paragraph
    goes on with it.
    """
    for number, halves in groupby(_halves(document), key=lambda half: document.block_index(half.at)):
        block = document.blocks[number]
        is_odd = len(re.compile(_DOUBLE).findall(document.text, block.start, block.end)) % 2 == 1
        left = [half for half in halves if not _goes_on(document, half, number)]
        is_odd = is_odd or _are_turned_away(document, left)
        lost = [half for half in left if _is_mark(document, half, is_odd)]
        turned = next((half for half in lost if _is_turned(document, half, block.start)), None)
        if turned:
            mark = document.text[turned.at]
            yield LostMark(turned.at, turned.size, f"the mark {mark} stands the wrong way round")
        elif lost:
            yield _judged(document, lost[0], block.start, block.end)


def _halves(document: Document) -> list[_Half]:
    """Return the marks that stand in no pair, in the order of the text."""
    halves, paired, is_doubled = [], set(), False
    for quote in document.quotes:
        inner = quote.inner
        size = inner.start - quote.start
        is_doubled = is_doubled or size == 2 or quote.end - inner.end == 2
        paired.add(quote.start)
        paired.add(inner.end)
        if not quote.closed and quote.depth == 0:
            halves.append(_Half(quote.start, size, quote))
    halves += [
        _Half(at, len(sign), None)
        for sign in _SIGNS
        if is_doubled or sign != "''"
        for at in places(document.text, sign)
        if at not in paired
    ]
    return sorted(halves)


def places(text: str, sign: str) -> Iterator[int]:
    """Yield where a sign stands in a text."""
    if sign[0] in text:
        at = text.find(sign)
        while at >= 0:
            yield at
            at = text.find(sign, at + len(sign))


def _goes_on(document: Document, half: _Half, number: int) -> bool:
    """Whether a quotation is open at the end of its block, and goes on in the next one.

    It does not where its last sentence ends in an attribution: `…, Ann Poe said.`
    """
    last = number + 1 == len(document.blocks)
    if half.quote is None or last or half.quote.end != document.blocks[number].end:
        return False
    following = document.blocks[number + 1]
    inside = document.quotes.within(following.span)
    if inside and not inside[0].opened:
        return True
    sentence = document.sentence_at(half.quote.end - 1)
    spoken = Span(max(sentence.start, half.quote.inner.start), half.quote.end)
    return document.text.startswith(_OPENERS, following.start) and not _is_attributed(document.slice(spoken))


def _are_turned_away(document: Document, halves: list[_Half]) -> bool:
    """Whether two straight marks are a clear close and a clear open after it: `So", she said. "It is`."""
    if len(halves) != 2 or halves[0].quote is not None or halves[1].quote is None:
        return False
    closes, opens = halves[0].at, halves[1].at
    before, after = document.before(closes), document.after(closes + halves[0].size)
    follows, begins = document.before(opens), document.after(opens + halves[1].size)
    is_close = (before.isalpha() or before in (",", ".", "?", "!")) and not after.isalnum()
    return is_close and follows == " " and begins.isalnum()


def _is_mark(document: Document, half: _Half, is_odd: bool) -> bool:
    """Whether a mark lost its half: an inch sign has none, and spaces beside a mark may mislead.

    is_odd  whether its block has an odd number of marks
    """
    at = half.at
    mark, before = document.after(at, half.size), document.before(at)
    if mark in "«»":
        return not (document.after(at + 1) if mark == "«" else before).isspace()
    if half.quote is None and before.isdigit():
        return False
    return is_odd or mark not in _STRAIGHT


def _is_turned(document: Document, half: _Half, start: int) -> bool:
    """Whether a curly mark closes where a quotation begins, or opens where one ends."""
    text, at = document.text, half.at
    after = document.after(at + 1).strip()
    if text[at] == "“":
        return not after
    if text[at] != "”":
        return False
    return not re.compile(r"\w").search(text, start, at) or (text[at - 1].isspace() and bool(after))


def _judged(document: Document, half: _Half, start: int, end: int) -> LostMark:
    """Return the lost mark for a half quotation in the block `start:end`, with its message."""
    text, at, quote = document.text, half.at, half.quote
    if quote is None:
        words = " ".join(text[max(start, at - 80) : at].split()[-_SHOWN:])
        return LostMark(at, half.size, f"never opened: …{words}{document.after(at, half.size)}")
    words = " ".join(text[at + half.size : min(end, at + 80)].split()[:_SHOWN])
    shown = f"{document.after(at, half.size)}{words}…"
    if quote.end == end:
        return LostMark(at, half.size, f"never closed: {shown}")
    inner = document.slice(quote.inner)
    is_run_together = inner.endswith(_SENTENCE_END) and not _is_attributed(inner)
    return LostMark(at, half.size, f"not closed before the next one opens: {shown}", not is_run_together)


def _is_attributed(words: str) -> bool:
    """Whether a verb of speech follows soon after a comma, as in `…, Ann Poe said.`"""
    clauses = re.split(r"[,?!]", words.lower())[1:]
    return any(
        CUES.get(word) in SURE and not word.endswith("ing")
        for clause in clauses
        for word in clause.rstrip(".").split()[:4]
    )
