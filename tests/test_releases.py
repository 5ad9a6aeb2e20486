"""What a gate can rely on: a rule that was renamed answers to its old name for two minor versions."""

# ruff: noqa: ARG002  a toy rule takes what every rule takes

from __future__ import annotations

import re
import runpy
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from copydesk import __version__
from copydesk.document import Document
from copydesk.model.finding import Finding, Severity
from copydesk.plugins.hooks import hookimpl
from copydesk.plugins.registry import Registry, load_registry
from copydesk.plugins.rule import Context, NoOptions, Rule

ROOT = Path(__file__).parents[1]
TOOL = runpy.run_path(str(ROOT / "tools" / "released_rules.py"))
DATED = re.compile(r"^## \[(\d[\d.]*)\] - \d{4}-", re.MULTILINE)

RELEASES = {"0.1.0": ["ancient"], "0.2.0": ["old"], "0.2.1": ["old"], "0.3.0": ["good"]}


class Good(Rule[NoOptions]):
    name = "good"
    family = "toys"
    severity = Severity.WARNING
    summary = "a word"
    why = "Somebody has to."
    examples = ()
    formerly = ("old",)

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        return ()


class Renamed:
    """A plugin with the rule `good`, which was called `old`."""

    @hookimpl
    def copydesk_rules(self) -> list[type[Good]]:
        return [Good]


def lost(version: str) -> Sequence[str]:
    """The names of `RELEASES` that must answer in a version, and do not."""
    found: Sequence[str] = TOOL["lost"](RELEASES, version, Registry({"toys": Renamed()}))
    return found


@pytest.mark.parametrize("version", ["0.2.5", "0.3.0", "0.3.7"])
def test_a_name_that_was_dropped_too_soon_is_told_and_a_former_one_answers(version: str) -> None:
    assert lost(version) == ["ancient of 0.1.0"]


@pytest.mark.parametrize("version", ["0.4.0", "1.0.0"])
def test_after_two_minor_versions_it_may_go(version: str) -> None:
    assert lost(version) == []


def test_what_is_written_is_what_is_read() -> None:
    text = TOOL["written"]({"0.10.0": ["b", "a"], "0.9.0": ["house/c"]})
    assert tomllib.loads(text) == {"0.9.0": ["house/c"], "0.10.0": ["a", "b"]}
    assert text.index("0.9.0") < text.index("0.10.0")


def test_our_own_releases_keep_the_promise() -> None:
    assert TOOL["lost"](TOOL["releases"](), __version__, load_registry(plugins=False)) == []


def test_every_release_has_its_names() -> None:
    """`tools/released_rules.py` is a step of a release: one with a date has been through it."""
    released: Mapping[str, Sequence[str]] = TOOL["releases"]()
    dated = DATED.findall((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"))
    assert set(dated) <= set(released)
    assert all(released.values())
