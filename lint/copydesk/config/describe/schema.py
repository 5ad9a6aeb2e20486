"""The JSON schema of the configuration with all that is installed, for editors to complete and check by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Union, get_args, get_origin

from copydesk.config.keys import (
    HOUSE,
    OVERRIDE,
    OVERRIDES_TEXT,
    RULES_TEXT,
    SEVERITY_TEXT,
    STYLE_TEXTS,
    PlainKey,
    Severities,
    Strings,
)
from copydesk.config.options import options_of
from copydesk.config.read import TABLES
from copydesk.config.settings import AUTO
from copydesk.house.style import STYLE_TABLES
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ALL

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TYPES = {bool: "boolean", int: "integer", float: "number", str: "string"}
_NAMES = {"$ref": "#/$defs/names"}


def schema(registry: Registry, own: Iterable[str] = ()) -> dict[str, Any]:
    """Return the schema of `copydesk.toml`, and of the table [tool.copydesk].

    own  the names of what the engine itself reports, and their family
    """
    rules = registry.rules
    names = sorted({*rules, *registry.families, *own})
    tables = {name: {"$ref": f"#/$defs/{name}"} for name in TABLES}
    override = _table({**_plain_keys(OVERRIDE, registry), **tables})
    override["required"] = ["paths"]
    return {
        "$schema": DIALECT,
        "title": "The configuration of copydesk",
        **_table(
            {
                **_plain_keys(HOUSE, registry),
                **tables,
                "overrides": {"type": "array", "items": override, "description": OVERRIDES_TEXT},
            }
        ),
        "$defs": {
            "names": {"type": "array", "items": {"enum": [ALL, *names]}},
            "severity": {
                **_table({name: {"enum": list(get_args(Severities))} for name in names}),
                "description": SEVERITY_TEXT,
            },
            "rules": {
                **_table({name: _rule(registered.rule) for name, registered in rules.items()}),
                "description": RULES_TEXT,
            },
            **{
                name: {**_options(defaults), "description": STYLE_TEXTS[name]}
                for name, defaults in STYLE_TABLES.items()
            },
        },
    }


def _plain_keys(keys: Mapping[str, PlainKey], registry: Registry) -> dict[str, Any]:
    found = {name: {**_type(key.kind), "description": key.text} for name, key in keys.items()}
    found["style"]["enum"] = sorted({AUTO, *registry.styles})
    for name in found.keys() & {"select", "ignore", "no-stet", "shadow"}:
        found[name] = {**_NAMES, "description": keys[name].text}
    found["select"]["minItems"] = 1
    if "paths" in found:
        found["paths"]["minItems"] = 1
    if "extends" in found:
        found["extends"] = {
            "anyOf": [{"type": "string"}, _type(Strings)],
            "description": keys["extends"].text,
        }
    return found


def _rule(rule: Any) -> dict[str, Any]:
    return {**_options(rule.options), "description": rule.summary}


def _options(defaults: Any) -> dict[str, Any]:
    properties = {}
    for option in options_of(defaults).values():
        properties[option.name] = {**_type(option.kind), "default": option.default}
        if option.text:
            properties[option.name]["description"] = option.text
    return _table(properties)


def _table(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _type(kind: Any) -> dict[str, Any]:
    if get_origin(kind) is Literal:
        return {"enum": list(get_args(kind))}
    if get_origin(kind) is tuple:
        return {"type": "array", "items": _type(get_args(kind)[0])}
    if get_origin(kind) is Union:
        return {"anyOf": [_type(arm) for arm in get_args(kind)]}
    return {"type": _TYPES[kind]}
