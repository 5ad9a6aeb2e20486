"""Changes in words, as an editor marks them: `"We [don't -> won't] sell the pier"`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.document import Document
from copydesk.model.prose import Span

Stretches = tuple[Span, Span]
"""A stretch of the older version and the one that stands in its place; one of the two may be empty."""

AROUND = 40
"""Characters shown before the first change, and after the last."""

BETWEEN = 60
"""Characters between two changes beyond which they are left out."""

LONGEST = 80
"""Characters of a stretch that are shown."""

ARROW = "->"


def redline(older: Document, newer: Document, within: Span, stretches: Sequence[Stretches]) -> str:
    """Return the words of a stretch of the newer version with its changes marked, shortened around them.

    within     the stretch of the newer version
    stretches  in the order of the text
    """
    parts: list[str] = []
    at = within.start
    for number, (old, new) in enumerate(stretches):
        between = newer.text[at : new.start]
        if number == 0:
            parts.append(_last_words(between, AROUND))
        elif len(between) > BETWEEN:
            parts += [_first_words(between, AROUND), " … ", _last_words(between, AROUND).lstrip("… ")]
        else:
            parts.append(between)
        is_glued = new.start == new.end and not parts[-1].endswith((" ", "\u00a0")) and bool(parts[-1])
        parts.append((" " if is_glued else "") + _change(older.slice(old), newer.slice(new)))
        at = new.end
    parts.append(_first_words(newer.text[at : within.end], AROUND))
    return re.sub(r"\s+", " ", "".join(parts)).strip()


def _change(before: str, after: str) -> str:
    sides = [_shortened(side) for side in (before, after)]
    return f"[{' '.join(filter(None, (sides[0], ARROW, sides[1])))}]"


def _shortened(text: str) -> str:
    return (
        text
        if len(text) <= LONGEST
        else f"{text[: LONGEST // 2].rstrip()} … {text[-LONGEST // 3 :].lstrip()}"
    )


def _last_words(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[-length:]
    return f"… {cut.partition(' ')[2] or cut}"


def _first_words(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    cut = text[:length]
    return f"{cut.rpartition(' ')[0] or cut} …"
