"""The list of words to look at twice: silent unless a configuration builds on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.config.resolver import CommandLine, House
from copydesk.plugins.registry import load_registry
from copydesk.run.inputs import Input
from copydesk.run.runner import run

DRAFT = "A wheelchair-bound man met the mentally ill, and two drug addicts came.\n"


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What `house-term` reports on the draft under a configuration, as `severity excerpt`."""

    def answer(configuration: str) -> list[str]:
        monkeypatch.chdir(tmp_path)
        Path("copydesk.toml").write_text(configuration, encoding="utf-8")
        registry = load_registry(plugins=False)
        settings = House(registry, CommandLine()).settings("a.txt")
        report = run([Input("a.txt", DRAFT.encode())], settings.rules, registry)
        return [f"{one.severity.label} {one.excerpt}" for one in report.findings if one.rule == "house-term"]

    return answer


def test_without_a_configuration_it_says_nothing(found) -> None:
    assert found('style = "auto"\n') == []


@pytest.mark.parametrize("style", ["auto", "ap"])
def test_a_configuration_builds_on_it_beside_any_style(found, style: str) -> None:
    assert found(f'style = "{style}"\nextends = ["care"]\n') == [
        "info wheelchair-bound",
        "info the mentally ill",
        "info drug addicts",
    ]


def test_a_terms_file_has_the_last_word(found, tmp_path: Path) -> None:
    (tmp_path / "terms.toml").write_text('allow = ["drug addict"]\n', encoding="utf-8")
    assert found('extends = ["care"]\nterms = ["terms.toml"]\n') == [
        "info wheelchair-bound",
        "info the mentally ill",
    ]
