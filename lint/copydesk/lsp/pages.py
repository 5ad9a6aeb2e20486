"""What a rule is, in Markdown: for a hover, and as the page that a diagnostic links to."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from copydesk.config.describe.rules import options_of, plain
from copydesk.config.describe.show import bare, written
from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
from copydesk.lsp.drafts import uri_of
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import AnyRule, Example
from copydesk.testing import unmark
from copydesk.version import __version__
from copydesk.work.cache import cache_folder


class Pages:
    """The pages of the rules, each written to the cache where somebody asks for it first."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._folder = os.path.join(cache_folder(), "rules", __version__)
        self._known: dict[str, str | None] = {}

    def address(self, rule: str) -> str | None:
        """The address of the page; None where none can be written."""
        if rule not in self._known:
            self._known[rule] = self._write(rule)
        return self._known[rule]

    def text(self, rule: str) -> str:
        """The page itself."""
        if rule in ENGINE_FINDINGS:
            severity, why = ENGINE_FINDINGS[rule]
            lines = [
                f"# {rule}",
                "",
                f"{severity.label}, family {ENGINE_FAMILY}, from copydesk itself",
                "",
                why,
            ]
            return "\n".join(lines) + "\n"
        if rule not in self._registry.rules:
            return f"# {rule}\n\nThere is no such rule any more.\n"
        return "\n".join(_page(self._registry.rules[rule].rule)) + "\n"

    def why(self, rule: str) -> list[str]:
        """What a hover says beside the finding: why it matters, and an example."""
        if rule in ENGINE_FINDINGS:
            return [escaped(ENGINE_FINDINGS[rule][1])]
        if rule not in self._registry.rules:
            return []
        found = self._registry.rules[rule].rule
        marked = next((example for example in found.examples if unmark(example.text)[1]), None)
        lines = [escaped(found.why)]
        if marked is not None:
            lines.append(f"{escaped(marked.why.removesuffix('.'))}:\n\n{_draft(marked)}")
        return lines

    def _write(self, rule: str) -> str | None:
        path = os.path.join(self._folder, f"{rule.replace('/', '--')}.md")
        try:
            os.makedirs(self._folder, exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="\n") as file:
                file.write(self.text(rule))
        except OSError:
            return None
        return uri_of(path)


def _page(rule: type[AnyRule]) -> Iterator[str]:
    yield from (f"# {rule.name}", "", f"{rule.severity.label}, family {rule.family}", "")
    yield from (f"**{escaped(rule.summary)}**", "", escaped(rule.why), "")
    for title, is_marked in (("Reported", True), ("Left alone", False)):
        examples = [one for one in rule.examples if bool(unmark(one.text)[1]) is is_marked]
        if examples:
            yield from (f"## {title}", "")
        for example in examples:
            yield from (f"{escaped(example.why.removesuffix('.'))}:", "", _draft(example), "")
    options = list(options_of(rule.options))
    if options:
        yield from ("## Options", "", "```toml", f"[rules.{bare(rule.name)}]")
        for option in options:
            default = plain(option.default)
            yield f"# {option.text}"
            yield f"# {option.name} is not set" if default is None else f"{option.name} = {written(default)}"
        yield from ("```", "")
    yield from ("## Change it, or let it stand", "", "```toml", "[severity]")
    yield from (f'{bare(rule.name)} = "off"  # or "error", "warning", "info"', "```", "")
    yield f"In a draft: `stet: {rule.name} -- reason`, in a comment or in square brackets."


def _draft(example: Example) -> str:
    """A draft in a block of code, in which 【】 stand round the words that are reported."""
    shown = example.text.replace("[[", "【").replace("]]", "】")
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", shown)), default=0))
    return f"{fence}text\n{shown}\n{fence}"


def escaped(text: str) -> str:
    """Text as Markdown shows it unchanged; what stands in backticks stays code."""
    parts = text.split("`")
    parts[::2] = [re.sub(r"([\\*_\[\]<>|#])", r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)
