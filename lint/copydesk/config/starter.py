"""The file that a house starts with: every key and every option, explained and commented out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from copydesk.config.keys import HOUSE, OVERRIDE, OVERRIDES_TEXT, RULES_TEXT, SEVERITY_TEXT, PlainKey
from copydesk.config.options import options_of
from copydesk.config.show import written
from copydesk.registry import Registry

WIDTH = 96

HEAD = """\
# The configuration of copydesk. It holds for the drafts in this folder and below, up to the next file
# of this kind. Lines that begin with #, and no blank after it, show what can be set: take the # out.
"""


def starter(registry: Registry) -> str:
    """The text of a `copydesk.toml` for the rules that are installed."""
    return "\n".join([HEAD, *_keys(HOUSE), *_severities(registry), *_options(registry), *_override()]) + "\n"


def _keys(keys: Mapping[str, PlainKey]) -> Iterator[str]:
    for name, key in keys.items():
        yield from _comment(key.text)
        yield f"#{name} = {key.example}"
        yield ""


def _severities(registry: Registry) -> Iterator[str]:
    yield from _comment(SEVERITY_TEXT)
    yield "#[severity]"
    for name, (rule, _) in registry.rules.items():
        yield f"#{_bare(name)} = {written(rule.severity.label)}"
    yield ""


def _options(registry: Registry) -> Iterator[str]:
    yield from _comment(RULES_TEXT)
    for name, (rule, _) in registry.rules.items():
        options = options_of(rule.options)
        if not options:
            continue
        yield f"#[rules.{_bare(name)}]"
        for option in options.values():
            yield from _comment(option.text)
            yield f"#{option.name} = {written(option.default)}"
        yield ""


def _override() -> Iterator[str]:
    yield from _comment(OVERRIDES_TEXT)
    yield "#[[overrides]]"
    yield from list(_keys(OVERRIDE))[:-1]


def _bare(name: str) -> str:
    """A name as a key: a slash in it needs quotation marks."""
    return written(name) if "/" in name else name


def _comment(text: str) -> list[str]:
    return wrap(text, WIDTH, initial_indent="# ", subsequent_indent="# ")
