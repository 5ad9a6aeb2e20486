"""Types of values in a configuration: their names in messages, and conversion."""

from __future__ import annotations

import math
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, Literal, Union, get_args, get_origin

LONGEST = 60
"""Characters of a name or value that a message repeats."""


def quoted(text: str) -> str:
    """Return a name or value for a message, cut to what a line can hold."""
    return f'"{text}"' if len(text) <= LONGEST else f'"{text[: LONGEST - 1]}…"'


def named(value: object) -> str:
    """Return a value from TOML for a message: `the number 3`, `"text"`, `a list`."""
    match value:
        case bool():
            return str(value).lower()
        case float():
            return f"the number {value}"
        case int():
            return f"the number {value}" if abs(value) < 10**LONGEST else "a huge number"
        case str():
            return quoted(value)
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date or a time"


def wanted(kind: Any) -> str:
    """Describe the values of a type for a message: `a number`, `a list of strings`, `"a" or "b"`."""
    if get_origin(kind) is Literal:
        return one_of(get_args(kind))
    if get_origin(kind) is tuple:
        element = get_args(kind)[0]
        return f"a list of {_PLURALS.get(element) or wanted(element)}"
    if get_origin(kind) is Union:
        return " or ".join(map(wanted, get_args(kind)))
    return _NAMES[kind]


def one_of(values: Iterable[object]) -> str:
    """Values to choose from, for a message."""
    texts = [f'"{value}"' if isinstance(value, str) else named(value) for value in values]
    return " or ".join([", ".join(texts[:-1]), texts[-1]] if len(texts) > 1 else texts)


def convert(kind: Any, value: object) -> Any:
    """Return a value from TOML as the type wants it.

    kind  bool, int, float, str, `tuple[kind, ...]` of these, a Literal, or a union of these

    Raises ValueError for a value of another kind.
    """
    if get_origin(kind) is tuple and isinstance(value, list):
        return tuple(convert(get_args(kind)[0], element) for element in value)
    if get_origin(kind) is Union:
        for arm in get_args(kind):
            with suppress(ValueError):
                return convert(arm, value)
        raise ValueError(value)
    if get_origin(kind) is Literal:
        fits = any(type(value) is type(choice) and value == choice for choice in get_args(kind))
    elif kind is float and type(value) in (int, float):
        return _finite(value)
    else:
        fits = type(value) is kind
    if not fits:
        raise ValueError(value)
    return value


def is_known(kind: Any) -> bool:
    """Whether values of a type can be written in a configuration."""
    if get_origin(kind) is tuple:
        element, *rest = get_args(kind) or (None,)
        return rest == [Ellipsis] and (element in _PLURALS or get_origin(element) is Literal)
    if get_origin(kind) is Union:
        return all(map(is_known, get_args(kind)))
    return get_origin(kind) is Literal or kind in _NAMES


def _finite(value: Any) -> float:
    try:
        number = float(value)
    except OverflowError as error:
        raise ValueError(value) from error
    if not math.isfinite(number):
        raise ValueError(value)
    return number


_NAMES = {bool: "true or false", int: "a whole number", float: "a number", str: "a string"}
_PLURALS = {bool: "true or false", int: "whole numbers", float: "numbers", str: "strings"}
