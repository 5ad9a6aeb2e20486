"""Svelte components: HTML with expressions in braces, which are no prose."""

from __future__ import annotations

from copydesk.model.prose import Prose
from copydesk.readers.html import read_html
from copydesk.readers.markup.jsx import find_markup


def read(path: str, data: bytes) -> Prose:
    """Read a component.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    return read_html(path, data, find_markup)
