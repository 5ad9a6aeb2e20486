"""Values with named fields: frozen structs, and what plugins bring instead: dataclasses and named tuples."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace as with_struct_fields


def is_record(value: object) -> bool:
    """Whether a value is an instance with named fields."""
    return is_record_type(type(value))


def is_record_type(kind: type) -> bool:
    """Whether the instances of a class have named fields."""
    is_named_tuple = issubclass(kind, tuple) and hasattr(kind, "_fields")
    return is_named_tuple or issubclass(kind, Struct) or hasattr(kind, "__dataclass_fields__")


def field_names(record: object) -> tuple[str, ...]:
    """Return the names of the fields of a record, in their order."""
    if isinstance(record, Struct):
        return record.__struct_fields__
    if isinstance(record, tuple):
        return tuple(getattr(record, "_fields", ()))
    from dataclasses import fields

    return tuple(field.name for field in fields(record))  # type: ignore[arg-type]  # nothing else is a record


def with_fields(record: Any, values: Mapping[str, Any]) -> Any:
    """Return a record with some fields set anew; what its class refuses, it raises."""
    if isinstance(record, Struct):
        return with_struct_fields(record, **values)
    if isinstance(record, tuple):
        return record._replace(**values)  # type: ignore[attr-defined]  # nothing else is a record
    from dataclasses import replace

    return replace(record, **values)
