"""The options of a rule: the fields of its record, what its docstring says of each, and their types."""

from __future__ import annotations

import re
from typing import Any, get_type_hints

from msgspec import Struct

from copydesk.config.toml.values import is_known
from copydesk.errors import UsageError
from copydesk.model.fields import field_names


class Option(Struct, frozen=True):
    """An option of a rule.

    kind     its type; one that TOML has no value for cannot be set
    default  what it is where nothing is said
    text     what the docstring of the options says of it
    """

    name: str
    kind: Any
    default: Any
    text: str


def options_of(defaults: Any) -> dict[str, Option]:
    """Return the options that a configuration can set, by name.

    defaults  the options of the rule at their defaults

    Raises UsageError for a class whose annotations name what is not there.
    """
    documented = documentation(type(defaults).__doc__ or "")
    try:
        hints = get_type_hints(type(defaults))
    except Exception as error:  # annotations are code of the rule's author
        where = f"{type(defaults).__module__}.{type(defaults).__qualname__}"
        raise UsageError(f"the types of {where} cannot be told: {type(error).__name__}: {error}") from error
    return {
        name: Option(name, hints[name], getattr(defaults, name), documented.get(name, ""))
        for name in field_names(defaults)
        if is_known(hints[name])
    }


def documentation(docstring: str) -> dict[str, str]:
    """Parse the names in a docstring: `name  text`, later lines of the text indented further."""
    from inspect import cleandoc

    found: dict[str, str] = {}
    name = None
    for line in cleandoc(docstring).splitlines():
        entry = re.match(r"(\w+) {2,}(\S.*)", line)
        if entry:
            name = entry[1]
            found[name] = entry[2]
        elif name is not None and line.startswith("  "):
            found[name] += f" {line.strip()}"
        else:
            name = None
    return found
