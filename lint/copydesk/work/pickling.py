"""Results of one draft as bytes, for workers to send back and the cache to keep."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from enum import Enum
from io import BytesIO
from typing import Any

from copydesk.model.fields import is_record_type
from copydesk.plugins.selection import ActiveRule

_PLAIN = frozenset({"set", "frozenset", "complex", "bytearray"})


def pack(value: object, rules: Sequence[ActiveRule]) -> bytes:
    """Pickle a value; a rule in it becomes its index in `rules`.

    Raises what `pickle` raises where a plugin put in what cannot be sent.
    """
    buffer = BytesIO()
    _Packer(buffer, rules).dump(value)
    return buffer.getvalue()


def unpack(data: bytes, rules: Sequence[ActiveRule], *, trusted: bool = True) -> Any:
    """Unpickle a value; an index becomes the rule at that place in `rules`.

    trusted  whether the bytes come from a worker of this run. From others only plain values are read:
             numbers, strings, containers, records and enumerations of modules that are
             loaded. No name in the bytes is imported, and nothing in them is called.

    Raises ValueError for bytes that are not such a value.
    """
    try:
        return _Unpacker(data, rules, trusted=trusted).load()
    except Exception as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _rule_at(place: int) -> ActiveRule:
    """Stands in the bytes for the rule at a place: who unpacks them has the rules."""
    raise pickle.UnpicklingError(f"rule {place} of no rules")


class _Packer(pickle.Pickler):
    def __init__(self, buffer: BytesIO, rules: Sequence[ActiveRule]) -> None:
        super().__init__(buffer, pickle.HIGHEST_PROTOCOL)
        self._places = {id(rule): place for place, rule in enumerate(rules)}

    def reducer_override(self, value: object) -> Any:
        if isinstance(value, ActiveRule):
            return _rule_at, (self._places[id(value)],)
        if isinstance(value, Enum):  # the first releases of 3.11 reduce one to a call of `getattr`
            return type(value), (value.value,)
        return NotImplemented


class _Unpacker(pickle.Unpickler):
    def __init__(self, data: bytes, rules: Sequence[ActiveRule], *, trusted: bool) -> None:
        super().__init__(BytesIO(data))
        self._rules = rules
        self._trusted = trusted

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) == (__name__, _rule_at.__name__):
            return self._rules.__getitem__
        if self._trusted:
            return super().find_class(module, name)
        if module == "builtins" and name in _PLAIN:
            return super().find_class(module, name)
        found = getattr(sys.modules.get(module), name, None)
        if not isinstance(found, type) or not _is_plain(found):
            raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
        return found


def _is_plain(kind: type) -> bool:
    return is_record_type(kind) or issubclass(kind, Enum)
