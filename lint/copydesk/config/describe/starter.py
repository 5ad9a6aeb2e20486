"""The file that a house starts with: every key and every option, explained and commented out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from textwrap import wrap

from copydesk.config.describe.show import bare, written
from copydesk.config.keys import (
    HOUSE,
    OVERRIDE,
    OVERRIDES_TEXT,
    RULES_TEXT,
    SEVERITY_TEXT,
    STYLE_TEXTS,
    PlainKey,
)
from copydesk.config.options import Option, options_of
from copydesk.house.style import STYLE_TABLES
from copydesk.plugins.registry import Registry

WIDTH = 96

HEAD = """\
# The configuration of copydesk. It holds for the drafts in this folder and below, up to the next file
# of this kind. Lines that begin with #, and no blank after it, show what can be set: take the # out.
"""


def starter(registry: Registry) -> str:
    """Return the text of a `copydesk.toml` for the rules that are installed."""
    parts = (_keys(HOUSE), _severities(registry), _style(), _options(registry), _override())
    return "\n".join([HEAD, *chain.from_iterable(parts)]) + "\n"


def _keys(keys: Mapping[str, PlainKey]) -> Iterator[str]:
    for name, key in keys.items():
        yield from _comment(key.text)
        yield f"#{name} = {key.example}"
        yield ""


def _severities(registry: Registry) -> Iterator[str]:
    yield from _comment(SEVERITY_TEXT)
    yield "#[severity]"
    for name, rule in registry.classes.items():
        yield f"#{bare(name)} = {written(rule.severity.label)}"
    yield ""


def _style() -> Iterator[str]:
    for name, defaults in STYLE_TABLES.items():
        yield from _comment(STYLE_TEXTS[name])
        yield f"#[{name}]"
        yield from _set(options_of(defaults))


def _options(registry: Registry) -> Iterator[str]:
    yield from _comment(RULES_TEXT)
    for name, rule in registry.classes.items():
        options = options_of(rule.options)
        if not options:
            continue
        yield f"#[rules.{bare(name)}]"
        yield from _set(options)


def _set(options: Mapping[str, Option]) -> Iterator[str]:
    for option in options.values():
        yield from _comment(option.text)
        yield f"#{option.name} = {written(option.default)}"
    yield ""


def _override() -> Iterator[str]:
    yield from _comment(OVERRIDES_TEXT)
    yield "#[[overrides]]"
    yield from list(_keys(OVERRIDE))[:-1]


def _comment(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")
