"""The words beside a place in the text. Cheaper than patterns, which cost their making at each start."""

from __future__ import annotations

_REACH = 24
_LEFT = ' \u00a0,;:—–-"“‘('


def word_before(text: str, at: int, strip: str = " ") -> str:
    """The word that ends right before an offset, or ends before it but for characters of `strip`; else ""."""
    before = text[max(0, at - _REACH) : at].rpartition("\n")[2]
    words = before.rstrip(strip)
    return "" if words == before else words.rpartition(" ")[2].lstrip("(“\"‘'")


def word_near_before(text: str, at: int) -> str:
    """The same across commas, dashes and opening marks: `son` in `her son, Lou`."""
    return word_before(text, at, _LEFT)


def word_after(text: str, at: int) -> str:
    """The lower-case word that follows an offset after a space, with a comma before that or not; else "".

    What an apostrophe adds is left out: `who` in `, who’s late`.
    """
    after = text[at : at + _REACH].removeprefix(",")
    line = after[1:].partition("\n")[0]
    word = line.partition(" ")[0].partition("’")[0].partition("'")[0].rstrip('.,;:!?”"')
    return word if after[:1] in (" ", "\u00a0") and word.islower() else ""
