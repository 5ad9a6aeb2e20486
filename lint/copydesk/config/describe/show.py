"""The effective settings of one draft, value by value, with the origin of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.keys import HOUSE, STYLE_FILE
from copydesk.config.merge import choice, collected, fields_of, given, options_for, set_options
from copydesk.config.options import options_of
from copydesk.config.resolver import House
from copydesk.config.settings import AUTO, OFF, SHADOW_FILE, ArchivePath, ConfiguredValue, Layer
from copydesk.document import DEFAULT_DATING
from copydesk.files.globs import Pattern
from copydesk.files.links import shown
from copydesk.house.style import STYLE_TABLES
from copydesk.house.verdicts import FILE
from copydesk.plugins.selection import ALL, judge

DEFAULT = "default"
DEFAULTS = {
    "style": AUTO,
    "language": "en",
    "select": (ALL,),
    "ignore": (),
    "fail-on": "warning",
    "show": "info",
    "exclude": (),
    "terms": (),
    "names": (),
    "archive": (),
    "required-version": "",
    "required-plugins": (),
    "published-key": DEFAULT_DATING.keys,
    "no-stet": (),
    "shadow": (),
    "shadow-file": SHADOW_FILE,
    "require-reason": False,
    "verdicts": FILE,
    "verdict-names": False,
    "promise": False,
}
ADD_UP = ("ignore", "exclude", "terms", "names", "archive", "required-plugins", "no-stet", "shadow")
"""Lists to which every layer adds."""


class Row(Struct, frozen=True):
    """A value that holds for a draft: its key, how TOML writes it, and where it comes from."""

    key: str
    value: str
    origin: str


def rows(house: House, path: str) -> Iterator[Row]:
    """List every effective setting of a draft. Raises: ConfigError where its configuration is wrong."""
    lowered = house.settings(path).lowered
    layers = house.layers(path)
    yield from _plain(layers)
    for row in _severities(house, layers):
        broken = lowered.get(row.key.removeprefix("severity."))
        if broken is not None:
            row = replace(row, value=written(broken.shown.label), origin=shown(house.verdicts_file(path)))
        yield row
    for table, defaults in STYLE_TABLES.items():
        yield from _options(table, defaults, fields_of(table, layers))
    for name, rule in house.merger.registry.classes.items():
        yield from _options(f"rules.{name}", rule.options, options_for(name, layers))


def _options(table: str, defaults: Any, said: Mapping[str, ConfiguredValue]) -> Iterator[Row]:
    """Yield the fields of a table of options."""
    options = set_options(defaults, said)
    for option in options_of(defaults):
        origin = said[option].origin if option in said else DEFAULT
        yield Row(f"{table}.{option}", written(getattr(options, option)), origin)


def style_lines(layers: Sequence[Layer]) -> Iterator[str]:
    """Yield what a style and those that it extends say together, as TOML; each value with its origin.

    layers  of the style, the weakest first
    """
    for key in STYLE_FILE:
        if key != "extends":  # what it brings is shown where it holds
            values = [layer.keys[key] for layer in layers if key in layer.keys]
            if values and key in ADD_UP:
                together = [one for value in values for one in value.value]
                origins = ", ".join(value.origin for value in values)
                yield f"{key} = {written(together)}  # {origins}"
            elif values:
                yield f"{key} = {written(values[-1].value)}  # {values[-1].origin}"
    for table in STYLE_TABLES:
        yield from _table(table, fields_of(table, layers))
    yield from _table("severity", {name: said for layer in layers for name, said in layer.severity.items()})
    for rule in sorted({rule for layer in layers for rule in layer.options}):
        yield from _table(f"rules.{bare(rule)}", options_for(rule, layers))
    yield from _terms(layers)


def _terms(layers: Iterable[Layer]) -> Iterator[str]:
    """Yield the words that styles bring, each with its origin; the last word on one is the last style's."""
    said: dict[str, dict[str, ConfiguredValue]] = {}
    for table in collected(layers, "terms"):
        for key, words in table.value.data.items():
            at = (*table.keys, key)
            if isinstance(words, dict):
                found = {
                    word: ConfiguredValue(advice, table.file, (*at, word)) for word, advice in words.items()
                }
                said.setdefault(f"terms.{key}", {}).update(found)
            else:
                said.setdefault("terms", {})[key] = ConfiguredValue(words, table.file, at)
    for name in sorted(said):
        yield from _table(name, said[name])


def _table(name: str, said: Mapping[str, ConfiguredValue]) -> Iterator[str]:
    if said:
        yield from ("", f"[{name}]")
        for key, value in said.items():
            yield f"{bare(key)} = {written(value.value)}  # {value.origin}"


def bare(name: str) -> str:
    """Return a name as a key of TOML: one with a mark or a space needs quotation marks."""
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else written(name)


def written(value: Any) -> str:
    """Return a value as TOML writes it."""
    from json import dumps

    if isinstance(value, (tuple, list)):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{bare(key)} = {written(inner)}' for key, inner in value.items())} }}"
    return dumps(value, ensure_ascii=False)


def _plain(layers: Sequence[Layer]) -> Iterator[Row]:
    for key in HOUSE:
        if key == "extends":  # what it brings is shown where it holds
            continue
        found = [layer.keys[key] for layer in layers if key in layer.keys]
        if not found:
            yield Row(key, written(DEFAULTS[key]), DEFAULT)
        elif key in ADD_UP:
            for part in found:
                yield Row(key, written([_text(value) for value in part.value]), part.origin)
        else:
            last = found[-1]
            yield Row(
                key,
                written(shown(last.value) if key in ("verdicts", "shadow-file") else last.value),
                last.origin,
            )


def _text(value: Pattern | ConfiguredValue | str) -> str:
    """Return an element of a list, as it was written."""
    if isinstance(value, ConfiguredValue):
        inner = value.value
        return inner.text if isinstance(inner, ArchivePath) else shown(getattr(inner, "path", inner))
    return value.text if isinstance(value, Pattern) else value


def _severities(house: House, layers: Sequence[Layer]) -> Iterator[Row]:
    merger = house.merger
    choices = [choice(layer) for layer in layers]
    compares = merger.compares(layers)
    for name, registered in merger.registry.rules.items():
        rule = registered.entry
        verdict = judge(name, rule.family, choices, opt_in=rule.waits(compares=compares))
        label = (verdict.severity or rule.severity).label if verdict.runs else OFF
        yield Row(f"severity.{name}", written(label), _origin(name, rule.family, layers, verdict.runs))
    own = merger.severities(choices)
    for name, severity in merger.own.items():
        said = own.get(name, severity)
        origin = _origin(name, merger.own_family, layers, said is not None)
        yield Row(f"severity.{name}", written(OFF if said is None else said.label), origin)


def _origin(name: str, family: str, layers: Sequence[Layer], runs: bool) -> str:
    """Return where the severity of a rule comes from, or what keeps it from running."""
    decider = _decider(name, family, layers, runs)
    return DEFAULT if decider is None else decider.origin


def _decider(name: str, family: str, layers: Sequence[Layer], runs: bool) -> ConfiguredValue | None:
    for layer in layers[::-1]:
        for said in (layer.severity.get(name), layer.severity.get(family)):
            if said is not None and (said.value == OFF) is not runs:
                return said
        ignore = layer.keys.get("ignore")
        if not runs and ignore is not None and {name, family, ALL}.intersection(ignore.value):
            return ignore
    return None if runs else given(layers, "select")
