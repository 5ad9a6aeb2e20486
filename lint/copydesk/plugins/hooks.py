"""The hooks that a plugin implements, and how plugins are found and loaded.

A plugin is a module named in the entry-point group `copydesk` of an installed package. The rules
that come with copydesk are such a plugin (`builtin`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from copydesk.house.style import Style
    from copydesk.plugins.manifest import RuleEntry
    from copydesk.plugins.rule import AnyRule
    from copydesk.readers import Reader
    from copydesk.reporters import Reporter

GROUP = "copydesk"

FunctionT = TypeVar("FunctionT", bound=Callable[..., Any])
_MARK = f"{GROUP}_impl"


def hookimpl(function: FunctionT) -> FunctionT:
    """Mark a function of a module, or a method of an object, as this plugin's hook of that name."""
    vars(function)[_MARK] = True
    return function


def implementation(plugin: object, hook: str) -> Callable[[], Iterable[Any]] | None:
    """Return what a plugin has marked as its hook of a name, any name; None where it has nothing."""
    function = getattr(plugin, hook, None)
    return function if callable(function) and hasattr(function, _MARK) else None


class Hooks:
    """The hooks. Import inside them what they return, not above them."""

    def copydesk_rules(self) -> Iterable[type[AnyRule] | RuleEntry]:  # type: ignore[empty-body]
        """Return the rule classes of this plugin; copydesk's own brings their entries in the manifest."""

    def copydesk_readers(self) -> Iterable[Reader]:  # type: ignore[empty-body]
        """Return the readers of this plugin, for file formats that copydesk does not know."""

    def copydesk_reporters(self) -> Iterable[Reporter]:  # type: ignore[empty-body]
        """Return the reporters of this plugin: output formats."""

    def copydesk_styles(self) -> Iterable[Style]:  # type: ignore[empty-body]
        """Return the house styles of this plugin."""


HOOKS = tuple(name for name in vars(Hooks) if name.startswith("copydesk_"))
ENGINE = "copydesk"
"""What the engine's own readers and reporters are registered as."""
