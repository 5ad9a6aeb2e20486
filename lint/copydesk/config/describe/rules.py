"""Descriptions of rules for people and programs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from msgspec import Struct

from copydesk.config.options import documentation
from copydesk.house.style import HOUSE_TABLES, STYLE_TABLES
from copydesk.model.fields import field_names
from copydesk.plugins.registry import RegisteredRule
from copydesk.plugins.rule import Example


class OptionPage(Struct, frozen=True):
    """An option of a rule.

    type     its annotation, as the rule's author wrote it
    default  its default
    text     what the docstring of the options says of it; empty where it says nothing
    """

    name: str
    type: str
    default: Any
    text: str


def options_of(options: object) -> Iterator[OptionPage]:
    """Yield the options of a rule, in their order, from its instance of the options at their defaults."""
    documented = documentation(type(options).__doc__ or "")
    kinds: dict[str, object] = {}
    for base in reversed(type(options).__mro__):
        kinds.update(getattr(base, "__annotations__", {}))
    for name in field_names(options):
        kind = kinds[name]
        written = kind if isinstance(kind, str) else getattr(kind, "__name__", str(kind))
        yield OptionPage(name, written, getattr(options, name), documented.get(name, ""))


def describe_rule(registered: RegisteredRule) -> dict[str, Any]:
    """Return a rule as plain values, for JSON. Marks are kept in the examples: `[[` and `]]`."""
    rule, plugin = registered.rule, registered.plugin
    return {
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity.label,
        "summary": rule.summary,
        "why": rule.why,
        "options": [
            {"name": page.name, "type": page.type, "default": plain(page.default), "text": page.text}
            for page in options_of(rule.options)
        ],
        "in_quotes": rule.in_quotes,
        "plugin": plugin,
        "examples": [
            {
                "text": example.text,
                "why": example.why,
                "format": example.format,
                "earlier": example.earlier,
                "house": decided(example),
            }
            for example in rule.examples
        ],
    }


def decided(example: Example) -> dict[str, dict[str, Any]]:
    """Return what the house of an example has decided, by the table of a style, then by field."""
    tables = {
        "honorifics": example.honorifics,
        **{table: getattr(example.house, table) for table in HOUSE_TABLES},
    }
    said = {name: _changed(table, STYLE_TABLES[name]) for name, table in tables.items()}
    return {name: fields for name, fields in said.items() if fields}


def _changed(table: object, defaults: object) -> dict[str, Any]:
    values = {name: getattr(table, name) for name in field_names(table)}
    return {name: plain(value) for name, value in values.items() if value != getattr(defaults, name)}


def plain(value: Any) -> Any:
    """Return a default as JSON and TOML have it."""
    if isinstance(value, Enum):
        return plain(value.value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, dict):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (set, frozenset)):
        return [plain(each) for each in sorted(value, key=repr)]
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return str(value)
