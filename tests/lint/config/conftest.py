"""A small newsroom: toy rules with options, and what holds for its drafts."""

# ruff: noqa: ARG002  a toy rule takes what every rule takes

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Literal

import pytest

from copydesk.config.resolver import CommandLine, House
from copydesk.document import Document
from copydesk.house.style import Style
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.discovery import load_plugins
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import AnyRule, Context, Rule

OWN = {"encoding-fallback": Severity.INFO, "unused-stet": Severity.WARNING}


@dataclass(frozen=True, slots=True)
class LengthOptions:
    """What is long.

    words     how many words a paragraph
              may have
    share     a share, 0 to 1
    strict    whether headings count
    allow     words that do not count
    steps     numbers
    form      how it is counted
    """

    words: int = 100
    share: float = 0.5
    strict: bool = False
    allow: tuple[str, ...] = ()
    steps: tuple[int, ...] = (1,)
    form: Literal["words", "lines"] = "words"

    def __post_init__(self) -> None:
        if self.words < 1:
            raise ValueError('"words" is at least 1')


class Toy(Rule[LengthOptions]):
    """A rule that is only ever configured."""

    family = "toys"
    severity = Severity.WARNING
    summary = "a paragraph that is long"
    why = "Somebody has to."
    examples = ()
    options = LengthOptions()

    def check(self, document: Document, context: Context[LengthOptions]) -> Iterable[Finding]:
        return []


class Length(Toy):
    name = "length"


class Noise(Toy):
    name = "noise"
    severity = Severity.INFO


class Grave(Toy):
    name = "grave"
    family = "graves"
    severity = Severity.ERROR


class Toys:
    """A plugin with the toy rules."""

    @hookimpl
    def copydesk_rules(self) -> Iterable[type[AnyRule]]:
        return [Length, Noise, Grave]


class Newsroom:
    """A plugin with house styles: the files of a folder."""

    def __init__(self, styles: Path) -> None:
        self.styles = styles

    @hookimpl
    def copydesk_styles(self) -> Iterable[Style]:
        return [Style(path.stem, str(path)) for path in sorted(self.styles.glob("*.toml"))]


@pytest.fixture
def newsroom(tmp_path: Path) -> Registry:
    """What is installed: the toy rules, and a style for each file in `styles/`."""
    plugins, _ = load_plugins([])
    plugins["toys"] = Toys()
    plugins["newsroom"] = Newsroom(tmp_path / "styles")
    return Registry(plugins, (), {"newsroom": "news_room-1.4.2"})


@pytest.fixture
def house(newsroom: Registry) -> Callable[..., House]:
    """The configuration of a run: `house(select=["length"])`."""

    def make(**line: object) -> House:
        return House(newsroom, CommandLine(**line), OWN, "engine")  # type: ignore[arg-type]

    return make


@pytest.fixture
def holds(house: Callable[..., House]) -> Callable[..., SimpleNamespace]:
    """What holds for a draft, in short: `holds("a.txt").rules == {"length": "warning"}`."""

    def ask(draft: str, **line: object) -> SimpleNamespace:
        settings = house(**line).settings(draft)
        return SimpleNamespace(
            rules={active.rule.name: active.severity.label for active in settings.rules},
            options={active.rule.name: active.context.options for active in settings.rules},
            terms={term.text: term.role for term in settings.rules[0].context.terms},
            honorifics=settings.rules[0].context.honorifics,
            own={name: said and said.label for name, said in settings.severities.items()},
            fail_on=settings.fail_on and settings.fail_on.label,
            show=settings.show.label,
            require_reason=settings.require_reason,
        )

    return ask
