"""New lines of a text, against an earlier version."""

from __future__ import annotations

from copydesk.analyses.likeness.matching import equal_in_order
from copydesk.model.source import line_spans


def changed_lines(old: str, new: str) -> frozenset[int]:
    """Return the numbers, from 1, of lines that an older text lacks; line ends are ignored.

    A line that was moved is changed.
    """
    before, after = _lines(old), _lines(new)
    changed = set(range(1, len(after) + 1))
    changed.difference_update(index + 1 for _, index in equal_in_order(before, after))
    return frozenset(changed)


def _lines(text: str) -> list[str]:
    return [text[start:end] for start, end in line_spans(text)]
