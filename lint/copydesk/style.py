"""House styles: what they are called, and where they are written down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.config.located import Located


class Style(NamedTuple):
    """A house style that a plugin brings.

    name  what `style = "…"` and `--style` call it
    path  its TOML file
    """

    name: str
    path: str


def load_style(style: Style) -> Located:
    """The file of a style; raises ConfigError where it cannot be read, or is not TOML."""
    from copydesk.config.find import shown
    from copydesk.config.located import load

    return load(style.path, shown(style.path))
