"""copydesk reads an article draft the way a copy editor does: as one document.

`copydesk.check` checks drafts from a program. The other public names live in the modules:
`copydesk.plugins.rule` and `copydesk.model.finding` for rules, `copydesk.document` for what a rule may ask
of a draft, `copydesk.testing` for tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from copydesk.commands.check.api import check
    from copydesk.version import __version__

__all__ = ["__version__", "check"]

_MODULES = {"__version__": "copydesk.version", "check": "copydesk.commands.check.api"}
"""The public names, each with its module, which is imported when the name is first asked for."""


def __getattr__(name: str) -> object:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_MODULES[name]), name)
    globals()[name] = found
    return found
