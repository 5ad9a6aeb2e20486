"""Modules that a start can do without, loaded where something of them is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _Deferred(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        module = import_module(self.__name__)
        vars(self).update(vars(module))
        return getattr(module, name)


def import_records() -> None:
    """Import the records of msgspec, and the rest of it where somebody asks for that.

    It would bring its formats and JSON Schema, and `typing_extensions` where that is installed, which it can
    do without: together twice as dear as the records.
    """
    for part in ("inspect", "json", "msgpack", "toml", "yaml"):
        sys.modules.setdefault(f"msgspec.{part}", _Deferred(f"msgspec.{part}"))
    # None there is Python's way to say that a module is not installed.
    hidden = "typing_extensions" not in sys.modules
    if hidden:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]
    import_module("msgspec")
    if hidden:
        del sys.modules["typing_extensions"]
