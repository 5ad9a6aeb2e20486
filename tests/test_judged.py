"""How often findings were right: judgements in, counts out, and the lines that tell people of them."""

from __future__ import annotations

import json
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from copydesk.config.describe.judged import (
    describe_judged,
    honest_line,
    judged_copy,
    rows,
    standing,
)
from copydesk.errors import ConfigError
from copydesk.house.verdicts import Tally
from copydesk.model.finding import Severity
from copydesk.plugins.manifest import RuleEntry
from copydesk.plugins.registry import RegisteredRule, load_registry

ROOT = Path(__file__).parents[1]
HEAD = 'copy = "printed pages"\ndrafts = 9\nwords = 900\ndate = 2031-03-02\nversion = "1.0"\n'


def finding(line: int, excerpt: str, **more: Any) -> dict[str, Any]:
    """A finding of `bad` on a.txt, as a report and as a judgement have it."""
    about = {"path": "a.txt", "rule": "bad", "family": "toys", "severity": "warning", "excerpt": excerpt}
    place = {"line": line, "column": 1, "end_line": line, "end_column": 1 + len(excerpt)}
    return {**about, **place, **more}


class TestCount:
    @pytest.fixture
    def counted(self) -> Callable[..., dict[str, int]]:
        """The counts of warnings of `bad`."""
        count = runpy.run_path(str(ROOT / "tools" / "judged.py"))["count"]

        def answer(findings: list[dict[str, Any]], judgements: list[dict[str, Any]]) -> dict[str, int]:
            return dict(count(findings, judgements)["bad", "warning"])

        return answer

    def test_a_finding_is_looked_up_where_it_stands(self, counted: Callable[..., dict[str, int]]) -> None:
        judgements = [finding(1, "bad", verdict="right"), finding(2, "bad", verdict="wrong")]
        findings = [finding(1, "bad"), finding(2, "bad"), finding(3, "bad")]
        assert counted(findings, judgements) == {"found": 3, "right": 1, "wrong": 1, "unjudged": 1}

    def test_one_that_overlaps_is_the_same_and_so_are_the_words_on_the_line(
        self, counted: Callable[..., dict[str, int]]
    ) -> None:
        judgements = [finding(1, "bad word", verdict="petty")]
        moved = finding(1, "bad word", column=40, end_column=48)
        assert counted([finding(1, "bad"), moved], judgements) == {"found": 2, "petty": 2}
        assert counted([finding(1, "bad", column=40, end_column=43)], judgements) == {
            "found": 1,
            "unjudged": 1,
        }

    def test_noise_is_not_counted(self, counted: Callable[..., dict[str, int]]) -> None:
        assert counted([finding(1, "bad")], [finding(1, "bad", verdict="noise")]) == {}

    def test_a_path_is_a_path_however_it_is_written(self, counted: Callable[..., dict[str, int]]) -> None:
        judgements = [finding(1, "bad", verdict="right")]
        assert counted([finding(1, "bad", path="./a.txt")], judgements) == {"found": 1, "right": 1}


def test_the_tool_writes_what_is_read(tmp_path: Path, package: Callable[..., RegisteredRule]) -> None:
    report = {
        "tool": {"version": "1.0"},
        "drafts": [{"words": 7}],
        "findings": [finding(1, "bad"), finding(2, "bad")],
    }
    (tmp_path / "report.json").write_text(json.dumps(report), encoding="utf-8")
    (tmp_path / "judged.jsonl").write_text(json.dumps(finding(1, "bad", verdict="right")), encoding="utf-8")
    written = runpy.run_path(str(ROOT / "tools" / "judged.py"))["written"]
    judgements = [str(tmp_path / "judged.jsonl")]
    copy = judged_copy(package(written("printed pages", str(tmp_path / "report.json"), judgements)))
    assert copy is not None
    assert (copy.copy, copy.drafts, copy.words) == ("printed pages", 1, 7)
    assert [(one.found, one.right) for one in copy.of("bad")] == [(2, 1)]


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., RegisteredRule]:
    """A rule `bad`, a warning, of a package that has this file of counts."""

    def make(text: str) -> RegisteredRule:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "judged.toml").write_text(text, encoding="utf-8")
        module = ModuleType("toy_package")
        module.__path__ = [str(tmp_path)]
        monkeypatch.setitem(sys.modules, "toy_package", module)
        return RegisteredRule(RuleEntry("toy_package.rules:Bad", "bad", "toys", Severity.WARNING), "toys")

    return make


def row(level: str, found: int, right: int, petty: int, wrong: int) -> str:
    counts = f"found = {found}, right = {right}, petty = {petty}, wrong = {wrong}"
    return f'{{ rule = "bad", level = "{level}", {counts} }}'


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        (
            [("warning", 40, 31, 1, 1)],
            "Right in 31 of 33 judged findings (80 to 98 %), printed pages, 2031-03.",
        ),
        (
            [("info", 1, 1, 0, 0)],
            "As an info right in 1 of 1 judged finding (21 to 100 %), printed pages, 2031-03.",
        ),
        (
            [("warning", 4, 4, 0, 0), ("info", 5, 2, 0, 2)],
            (
                "As a warning right in 4 of 4 judged findings (51 to 100 %); "
                "as an info right in 2 of 4 judged findings (15 to 85 %), printed pages, 2031-03."
            ),
        ),
        (
            [("warning", 12, 0, 0, 0)],
            "None of its 12 findings on printed pages has been judged yet (2031-03).",
        ),
        ([("warning", 1, 0, 0, 0)], "Its one finding on printed pages has not been judged yet (2031-03)."),
        ([], "No finding of this rule has been judged yet."),
    ],
)
def test_the_honest_line(
    package: Callable[..., RegisteredRule], counts: list[tuple[str, int, int, int, int]], line: str
) -> None:
    listed = ", ".join(row(*one) for one in counts)
    assert honest_line(package(f"{HEAD}rules = [{listed}]\n")) == line


def test_a_package_without_counts_has_none(package: Callable[..., RegisteredRule], tmp_path: Path) -> None:
    registered = package("")
    (tmp_path / "data" / "judged.toml").unlink()
    assert honest_line(registered) == "No finding of this rule has been judged yet."
    assert [describe_judged(one)["standing"] for one in rows({"bad": registered})] == ["not judged"]


def test_a_file_that_is_no_count_is_named(package: Callable[..., RegisteredRule]) -> None:
    with pytest.raises(ConfigError, match=r"judged\.toml:1:1: is no count of judged findings: .*`rules`"):
        honest_line(package(HEAD))


@pytest.mark.parametrize(
    ("tally", "severity", "so_far"),
    [
        (Tally(27, 2, 1), Severity.WARNING, "keeps it"),
        (Tally(26, 1, 3), Severity.WARNING, "falls short"),
        (Tally(29, 0, 0), Severity.ERROR, "fewer than 30 judged"),
        (Tally(2, 3, 9), Severity.WARNING, "falls short"),
        (Tally(8, 0, 2), Severity.WARNING, "fewer than 30 judged"),
        (Tally(), Severity.ERROR, "not judged"),
        (Tally(1, 20, 20), Severity.INFO, ""),
    ],
)
def test_a_promise_is_kept_or_not_or_nobody_can_tell(tally: Tally, severity: Severity, so_far: str) -> None:
    assert standing(tally, severity) == so_far


def test_our_own_counts_are_of_our_own_rules() -> None:
    rules = load_registry(plugins=False).rules
    copy = judged_copy(rules["repeated-word"])
    assert copy is not None
    for one in copy.rules:
        assert one.rule in rules
        assert one.tally.precision.judged <= one.found
    assert len({(one.rule, one.level) for one in copy.rules}) == len(copy.rules)
