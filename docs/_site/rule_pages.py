"""The pages on the rules, made from the rules whenever the site is built: they cannot be out of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from copydesk.config.describe.judged import honest_line
from copydesk.config.describe.rules import decided, options_of
from copydesk.config.describe.show import written
from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
from copydesk.plugins.registry import RegisteredRule, Registry, load_registry
from copydesk.plugins.rule import Example
from copydesk.testing import unmark

IN_QUOTES = {
    "skip": "Nothing inside quotation marks is reported: other people's words are theirs.",
    "check": "What stands inside quotation marks is reported too.",
    "only": "Only what stands inside quotation marks is reported.",
}
SEVERITIES = {
    "error": "error: wrong on its face",
    "warning": "warning: an editor must look",
    "info": "info: for the editor’s eye; fails no run by default",
}
INDEX = "rules/index.md"


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Put the pages into the navigation, family by family."""
    for entry in config.nav or []:
        if entry.get("Rules") == INDEX:
            entry["Rules"] = [{"All rules": INDEX}, *_navigation(load_registry(plugins=False))]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add a page for each rule, for what copydesk itself reports, and one with all of them."""
    for path, text in pages(load_registry(plugins=False)).items():
        files.append(File.generated(config, path, content=text))
    return files


def pages(registry: Registry) -> dict[str, str]:
    """The text of each page, by its path below `docs/`."""
    made = {INDEX: "\n".join(_index(registry))}
    for name, registered in registry.rules.items():
        made[f"rules/{name}.md"] = "\n".join(_page(registered))
    for name, (severity, why) in ENGINE_FINDINGS.items():
        made[f"rules/{name}.md"] = f"# {name}\n\n*{SEVERITIES[severity.label]}*\n\n{_text(why)}\n"
    return made


def _navigation(registry: Registry) -> list[dict[str, Any]]:
    families = {**registry.families, ENGINE_FAMILY: list(ENGINE_FINDINGS)}
    return [
        {family.capitalize(): [{name: f"rules/{name}.md"} for name in names]}
        for family, names in families.items()
    ]


def _index(registry: Registry) -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield (
        'Families are switched on and off as one: `--select duplicates`, `ignore = ["spelling"]`. '
        "`copydesk rules` prints this list with what plugins bring, `copydesk explain NAME` a page of it."
    )
    for family, names in registry.families.items():
        yield from ("", f"## {family}", "", "| rule | | reports |", "|---|---|---|")
        for name in names:
            rule = registry.rules[name].rule
            yield f"| [{name}]({name}.md) | {rule.severity.label} | {_cell(rule.summary)} |"
    yield from ("", f"## {ENGINE_FAMILY}", "", "What copydesk itself reports.", "", "| name | |", "|---|---|")
    for name, (severity, _) in ENGINE_FINDINGS.items():
        yield f"| [{name}]({name}.md) | {severity.label} |"
    yield ""


def _page(registered: RegisteredRule) -> Iterator[str]:
    rule = registered.rule
    yield from (f"# {rule.name}", "", f"*{SEVERITIES[rule.severity.label]}*", "")
    yield from (f"**{_sentence(rule.summary)}.**", "", _text(rule.why), "", IN_QUOTES[rule.in_quotes], "")
    yield from (f"{honest_line(registered)} More: [rules that may block](../may-block.md).", "")
    for title, marked in (("Reported", True), ("Left alone", False)):
        examples = [example for example in rule.examples if bool(unmark(example.text)[1]) is marked]
        if examples:
            yield from (f"## {title}", "")
        for example in examples:
            yield from (f"{_sentence(example.why)}{_house(example)}:", "")
            if example.earlier:
                yield from (f'<pre class="draft">{escape(example.earlier)}</pre>', "", "became", "")
            yield from (_draft(example), "")
    options = list(options_of(rule.options))
    if options:
        yield from ("## Options", "", "| option | type | default | |", "|---|---|---|---|")
        for option in options:
            default = _cell(repr(option.default))
            yield f"| `{option.name}` | `{_cell(option.type)}` | `{default}` | {_cell(option.text)} |"
        yield ""
    yield from ("## Change it, or let it stand", "", '```toml title="copydesk.toml"', "[severity]")
    yield from (f'{_key(rule.name)} = "off"  # or "error", "warning", "info"', "```", "")
    yield f"In a draft, `stet: {rule.name} -- reason` in a comment or in brackets: [stet](../stet.md)."
    yield ""


def _house(example: Example) -> str:
    """What the house of an example has decided, for the line above it."""
    said = [
        f"`{table}.{field} = {written(value)}`"
        for table, fields in decided(example).items()
        for field, value in fields.items()
    ]
    return f", where the house says {', '.join(said)}" if said else ""


def _draft(example: Example) -> str:
    """The draft with the words that are reported marked."""
    text, marks = unmark(example.text)
    parts, at = [], 0
    for mark in sorted(marks):
        parts += [escape(text[at : mark.start]), f"<mark>{escape(text[mark.start : mark.end])}</mark>"]
        at = mark.end
    shown = "".join([*parts, escape(text[at:])])
    return f'<pre class="draft">{shown}</pre>'


def _sentence(text: str) -> str:
    """A line of a rule as a sentence begins, without a full stop."""
    return _text(text[:1].upper() + text[1:].removesuffix("."))


def _text(text: str) -> str:
    """Text as Markdown shows it unchanged; what stands in backticks stays code."""
    parts = text.split("`")
    parts[::2] = [re.sub(r"([\\*_\[\]<>|#])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _key(name: str) -> str:
    return name if "/" not in name else f'"{name}"'
