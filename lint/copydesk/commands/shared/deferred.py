"""Modules that a start can do without, loaded where something of them is asked for."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

_PARTS = ("inspect", "json", "msgpack", "toml", "yaml")
"""The parts of msgspec that records do without."""


class _Deferred(ModuleType):
    """Stands for a module until something of it is asked for."""

    def __getattr__(self, name: str) -> Any:
        module = import_module(self.__name__)
        vars(self).update(vars(module))
        return getattr(module, name)


def import_records() -> None:
    """Import the records of msgspec, and the rest of it where somebody asks for that.

    It would bring its formats and JSON Schema, and `typing_extensions` where that is installed, which it can
    do without: together twice as dear as the records.
    """
    if "msgspec" in sys.modules:
        return
    away: dict[str, ModuleType | None] = {f"msgspec.{part}": _Deferred(f"msgspec.{part}") for part in _PARTS}
    if "typing_extensions" not in sys.modules:
        away["typing_extensions"] = None  # Python's way to say that a module is not installed
    sys.modules.update(away)  # type: ignore[arg-type]
    import_module("msgspec")
    for name in away:
        del sys.modules[name]
