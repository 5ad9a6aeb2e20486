"""Values as compressed bytes: for workers to send back, the cache to keep, and long runs to hold."""

from __future__ import annotations

import pickle
import sys
import zlib
from enum import Enum
from io import BytesIO
from typing import Any

from copydesk.model.fields import is_record_type

LARGEST = 16_000_000
"""Bytes of the longest value that is packed, before they are compressed: tens of thousands of findings."""

_LEVEL = 1
"""zlib's: what higher levels save of findings, one byte in twenty, costs as much time as all the rest."""

_PLAIN = frozenset({"set", "frozenset", "complex", "bytearray"})


def pack(value: object) -> bytes:
    """Pickle a value and compress it.

    Raises ValueError for one that is longer than LARGEST, and what `pickle` raises where a plugin put in what
    cannot be sent.
    """
    buffer = BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    data = buffer.getvalue()
    if len(data) > LARGEST:
        raise ValueError(f"{len(data):,} bytes are too many to pack")
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes, *, trusted: bool = False) -> Any:
    """Decompress and unpickle a value.

    trusted  whether the bytes come from a worker of this run. From others only plain values are read:
             numbers, strings, containers, records and enumerations of modules that are
             loaded. No name in the bytes is imported, and nothing in them is called.

    Raises ValueError for bytes that are not such a value, or that stand for more than LARGEST.
    """
    try:
        decompressor = zlib.decompressobj()
        plain = decompressor.decompress(data, LARGEST)
        if not decompressor.eof:
            raise ValueError(f"the bytes are cut off, or stand for more than {LARGEST:,}")
        return pickle.loads(plain) if trusted else _Unpickler(BytesIO(plain)).load()  # noqa: S301  our own
    except Exception as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


class _Pickler(pickle.Pickler):
    """Pickles an enumeration by its value: the first releases of Python 3.11 do it by a call of `getattr`."""

    def reducer_override(self, value: object) -> Any:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Unpickles plain values alone."""

    def find_class(self, module: str, name: str) -> Any:
        if module == "builtins" and name in _PLAIN:
            return super().find_class(module, name)
        found = getattr(sys.modules.get(module), name, None)
        if not isinstance(found, type) or not (is_record_type(found) or issubclass(found, Enum)):
            raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
        return found
