"""`copydesk.check`, as programs call it and as docs/python.md shows it."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import copydesk
from copydesk.errors import ConfigError, UsageError
from copydesk.model.finding import Severity

PAGE = (Path(__file__).parents[1] / "docs" / "python.md").read_text(encoding="utf-8")
FIRST, TEXTS, SCRIPT = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
CLEAN = "The council met on Tuesday.\n"
FAULTY = "The council met on on Tuesday.\n\nThe vote was [TK].\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run_script(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)


def test_a_path_is_checked_and_nothing_is_printed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "draft.md").write_text(FAULTY, encoding="utf-8")
    report = copydesk.check("draft.md")
    assert [(one.place.line, one.rule) for one in report.findings] == [
        (1, "repeated-word"),
        (3, "placeholder"),
    ]
    assert [draft.path for draft in report.drafts] == ["draft.md"]
    assert report.exit_code == 1
    assert capfd.readouterr() == ("", "")


def test_paths_may_be_several_and_of_pathlib(folder: Path) -> None:
    (folder / "a.md").write_text(CLEAN, encoding="utf-8")
    (folder / "b.txt").write_text(CLEAN, encoding="utf-8")
    report = copydesk.check([Path("a.md"), "b.txt"])
    assert [draft.path for draft in report.drafts] == ["a.md", "b.txt"]
    assert (report.exit_code, report.findings) == (0, ())


@pytest.mark.parametrize("text", [FAULTY, FAULTY.encode()], ids=["str", "bytes"])
def test_texts_are_checked_under_their_names(text: str | bytes) -> None:
    report = copydesk.check({"news/a.md": text, "news/b.txt": CLEAN})
    assert {one.place.path for one in report.findings} == {"news/a.md"}
    assert [(draft.path, draft.format) for draft in report.drafts] == [
        ("news/a.md", "markdown"),
        ("news/b.txt", "plain"),
    ]


def test_the_configuration_beside_a_name_holds(folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "copydesk.toml").write_text('ignore = ["placeholder"]\n', encoding="utf-8")
    texts = {"news/a.md": FAULTY}
    assert [one.rule for one in copydesk.check(texts).findings] == ["repeated-word"]
    assert len(copydesk.check(texts, isolated=True).findings) == 2


def test_what_is_not_checked_is_a_problem_and_the_others_are_checked(folder: Path) -> None:
    (folder / "a.md").write_text(FAULTY, encoding="utf-8")
    report = copydesk.check(["a.md", "missing.md"])
    assert len(report.findings) == 2
    assert [(one.path, one.message) for one in report.problems] == [
        ("missing.md", "there is no such file or folder")
    ]
    assert report.exit_code == 2


def test_text_that_is_none_is_a_problem() -> None:
    report = copydesk.check({"a.md": "half a pair: \ud83d", "b.md": CLEAN})
    assert [(one.path, one.message) for one in report.problems] == [
        ("a.md", "is not text: half a surrogate pair, U+D83D at offset 13")
    ]
    assert [draft.path for draft in report.drafts] == ["b.md"]


def test_showing_and_failing_are_separate() -> None:
    report = copydesk.check({"a.md": FAULTY}, show="error", fail_on="warning")
    assert {one.severity for one in report.findings} <= {Severity.ERROR}
    assert report.hidden + len(report.findings) == report.failing == 2
    assert copydesk.check({"a.md": FAULTY}, fail_on="never").exit_code == 0


@pytest.mark.parametrize("names", ["repeated-word", ["repeated-word"], "placeholders, repeated-word"])
def test_names_are_given_as_on_the_command_line(names: str | list[str]) -> None:
    assert "repeated-word" in {one.rule for one in copydesk.check({"a.md": FAULTY}, select=names).findings}


def test_a_baseline_leaves_out_what_it_holds(folder: Path) -> None:
    (folder / "a.md").write_text(FAULTY, encoding="utf-8")
    command = [sys.executable, "-P", "-m", "copydesk", "baseline", "a.md"]
    subprocess.run(command, check=True, capture_output=True)
    assert copydesk.check("a.md", baseline="copydesk.baseline").findings == ()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"drafts": []}, "name what to check"),
        ({"drafts": {}}, "name what to check"),
        ({"select": "repeated-wrod"}, 'did you mean "repeated-word"'),
        ({"select": [""]}, "select: no rule or family is named"),
        ({"show": "warn"}, 'show: there is no severity "warn"; did you mean "warning"'),
        ({"fail_on": "always"}, "fail_on: there is no severity"),
        ({"style": "app"}, 'did you mean "ap"'),
        ({"reader": "odt"}, 'there is no reader "odt"'),
        ({"jobs": 0}, "at least one process"),
        ({"baseline": "missing"}, "missing"),
        ({"isolated": True, "config": "a.toml"}, "choose"),
    ],
)
def test_what_cannot_be_is_an_error_that_says_so(arguments: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        copydesk.check(**{"drafts": {"a.md": CLEAN}, **arguments})  # type: ignore[arg-type]


def test_a_configuration_that_was_named_and_is_wrong_is_an_error(folder: Path) -> None:
    (folder / "own.toml").write_text("shw = 1\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"own\.toml:1:1: "):
        copydesk.check({"a.md": CLEAN}, config="own.toml")


def test_many_processes_find_the_same(folder: Path) -> None:
    for number in range(4):
        (folder / f"{number}.md").write_text(FAULTY, encoding="utf-8")
    assert copydesk.check(".", jobs=2) == copydesk.check(".")


def test_asking_for_the_package_costs_nothing_until_a_name_is_asked_for() -> None:
    code = "import sys, copydesk; print(*(name for name in sys.modules if name.startswith('copydesk')))"
    assert run_script(code).stdout.split() == ["copydesk"]


def test_click_is_not_needed_by_programs() -> None:
    code = "import sys, copydesk; copydesk.check({'a.md': 'Words.'}); print('click' in sys.modules)"
    assert run_script(code).stdout == "False\n"


def test_names_that_are_not_there_are_told_apart() -> None:
    with pytest.raises(AttributeError, match="chekc"):
        copydesk.chekc  # type: ignore[attr-defined]  # noqa: B018


def test_the_page_names_every_argument() -> None:
    table = PAGE.partition("## What goes in")[2].partition("## What comes out")[0]
    told = [name for row in re.findall(r"^\| (`.*?) \|", table, re.M) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(told) == sorted(inspect.signature(copydesk.check).parameters)


def test_the_first_samples_of_the_page_run(folder: Path) -> None:
    (folder / "drafts").mkdir()
    (folder / "drafts" / "a.md").write_text(FAULTY, encoding="utf-8")
    done = run_script(FIRST + TEXTS + "print(report.findings[0].excerpt)")
    assert done.stderr == ""
    assert re.search(r"^drafts/a\.md:3:14: \w+: .* \[placeholder\]$", done.stdout, re.M)
    assert done.stdout.endswith("[TK: the count]\n")


def test_the_script_of_the_page_is_one_that_a_newsroom_can_run(folder: Path) -> None:
    stories = [
        {"desk": "news", "slug": "budget", "body": FAULTY},
        {"desk": "sport", "slug": "final", "body": CLEAN},
    ]
    (folder / "export.json").write_text(json.dumps(stories), encoding="utf-8")
    done = run_script(SCRIPT)
    assert done.stdout.startswith("news: 2\n  news/budget.md, line 1: ")
    assert (done.returncode, done.stderr) == (1, "")
    (folder / "export.json").write_text("[]", encoding="utf-8")
    assert run_script(SCRIPT).stderr.startswith("nothing was checked: name what to check")
