"""Values as compressed bytes: for workers to send back, the cache to keep, and long runs to hold."""

from __future__ import annotations

import pickle
import sys
import zlib
from enum import Enum
from functools import lru_cache
from io import BytesIO
from typing import Any

from copydesk.model.fields import is_record_type

LARGEST = 16_000_000
"""Bytes of the longest value that is packed, before they are compressed: tens of thousands of findings."""

_LEVEL = 1
"""zlib's: what higher levels save of findings, one byte in twenty, costs as much time as all the rest."""

_PLAIN = frozenset({"set", "frozenset", "complex", "bytearray"})


def pack(value: object) -> bytes:
    """Pickle a value and compress it; raises as `dump` and `compress` do."""
    return compress(dump(value))


def dump(value: object) -> bytes:
    """Pickle a value; raises what `pickle` raises where a plugin put in what cannot be sent."""
    buffer = BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def compress(data: bytes) -> bytes:
    """Compress bytes. Raises ValueError for more than LARGEST."""
    if len(data) > LARGEST:
        raise ValueError(f"{len(data):,} bytes are too many to pack")
    return zlib.compress(data, _LEVEL)


def unpack(data: bytes, *, trusted: bool = False) -> Any:
    """Decompress and unpickle a value; raises as `decompress` and `load` do."""
    return load(decompress(data), trusted=trusted)


def decompress(data: bytes) -> bytes:
    """Decompress bytes. Raises ValueError for such as were not compressed, or stand for more than LARGEST."""
    decompressor = zlib.decompressobj()
    try:
        plain = decompressor.decompress(data, LARGEST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not decompressor.eof:
        raise ValueError(f"the bytes are cut off, or stand for more than {LARGEST:,}")
    return plain


def load(data: bytes, *, trusted: bool = False) -> Any:
    """Unpickle a value.

    trusted  whether the bytes come from a worker of this run. From others only plain values are read:
             numbers, strings, containers, records and enumerations of modules that are
             loaded. No name in the bytes is imported, and nothing in them is called.

    Raises ValueError for bytes that are not such a value.
    """
    try:
        return pickle.loads(data) if trusted else _Unpickler(BytesIO(data)).load()  # noqa: S301  our own
    except Exception as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


class _Pickler(pickle.Pickler):
    """Pickles an enumeration by its value: the first releases of Python 3.11 do it by a call of `getattr`."""

    def reducer_override(self, value: object) -> Any:
        return (type(value), (value.value,)) if isinstance(value, Enum) else NotImplemented


class _Unpickler(pickle.Unpickler):
    """Unpickles plain values alone."""

    def find_class(self, module: str, name: str) -> Any:
        return _plain_class(module, name)


@lru_cache(maxsize=1_000)
def _plain_class(module: str, name: str) -> type:
    """Return a class of plain values by its name; raises UnpicklingError for anything else."""
    found = getattr(sys.modules.get(module), name, None)
    if isinstance(found, type):
        if module == "builtins" and name in _PLAIN:
            return found
        if is_record_type(found) or issubclass(found, Enum):
            return found
    raise pickle.UnpicklingError(f"{module}.{name} is no plain value")
