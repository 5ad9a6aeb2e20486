"""A bar chart as SVG, readable on light and dark pages."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from math import log10

WIDTH = 640
LABELS = 150
BAR = 22
STEP = 34
TOP = 34
STYLE = (
    "text{font:14px sans-serif;fill:#222}.note{font-size:12px}rect{fill:#8a5a00}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#d9a441}}"
)


def bars(values: Mapping[str, float], title: str, note: str) -> str:
    """A bar for each value, the largest first, on a logarithmic scale that says so."""
    ordered = sorted(values.items(), key=lambda item: -item[1])
    low = min(values.values()) / 2
    scale = (WIDTH - LABELS - 70) / log10(max(values.values()) / low)
    height = TOP + STEP * len(ordered) + 30
    shapes = []
    for number, (name, value) in enumerate(ordered):
        y, length = TOP + STEP * number, scale * log10(value / low)
        shapes += [
            f'<text x="{LABELS - 8}" y="{y + 16}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{LABELS}" y="{y}" width="{length:.0f}" height="{BAR}"/>',
            f'<text x="{LABELS + length + 6:.0f}" y="{y + 16}">{value:.2f}</text>',
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
