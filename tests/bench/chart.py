"""A bar chart as SVG, readable on light and dark pages."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from math import log10

WIDTH = 760
LABELS = 190
BAR = 18
STEP = 46
TOP = 34
STYLE = (
    "text{font:14px sans-serif;fill:#222}.note{font-size:12px}rect{fill:#8a5a00}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#d9a441}}"
)


def digits(value: float) -> str:
    """The value with two decimals, or with two digits where it is small."""
    return f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"


def bars(rows: Sequence[tuple[str, str, float]], title: str, note: str) -> str:
    """A bar for each value, the largest first, on a logarithmic scale that says so.

    rows  a name, a few words on it that stand below its bar, and its value
    """
    ordered = sorted(rows, key=lambda row: -row[2])
    values = [value for _, _, value in rows]
    low = min(values) / 2
    scale = (WIDTH - LABELS - 70) / log10(max(values) / low)
    height = TOP + STEP * len(ordered) + 30
    shapes = []
    for number, (name, words, value) in enumerate(ordered):
        y, length = TOP + STEP * number, scale * log10(value / low)
        shapes += [
            f'<text x="{LABELS - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LABELS}" y="{y}" width="{length:.0f}" height="{BAR}"/>',
            f'<text x="{LABELS + length + 6:.0f}" y="{y + 14}">{digits(value)}</text>',
            f'<text class="note" x="{LABELS}" y="{y + BAR + 14}">{escape(words)}</text>',
        ]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            f'<text x="0" y="16">{escape(title)}</text>',
            *shapes,
            f'<text class="note" x="0" y="{height - 8}">{escape(note)}; logarithmic scale</text>',
            "</svg>\n",
        ]
    )
