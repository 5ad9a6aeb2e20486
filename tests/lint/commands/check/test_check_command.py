"""`copydesk check`: drafts in, findings and an exit code out."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.plugins.builtin import FORMATS

DRAFTS = {
    "good.txt": "A good word.",
    "hint.txt": "A hint of a word.",
    "bad.txt": "A bad word.",
    "worst.txt": "The worst word.",
    "fails.txt": "A bad word.",
}


class TestExitCodes:
    """0 clean, 1 a finding at or above --fail-on, 2 something was not checked."""

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            ("good.txt", 0),
            ("hint.txt", 0),
            ("bad.txt", 1),
            ("worst.txt", 1),
            ("good.txt worst.txt", 1),
            ("hint.txt --fail-on info", 1),
            ("good.txt --fail-on info", 0),
            ("bad.txt --fail-on warning", 1),
            ("bad.txt --fail-on error", 0),
            ("worst.txt --fail-on error", 1),
            ("worst.txt --fail-on never", 0),
            ("bad.txt --show error", 1),
            ("hint.txt --show error --fail-on info", 1),
            ("hint.txt --show error", 0),
            ("bad.txt --ignore bad", 0),
            ("bad.txt --select worst", 0),
            ("gone.txt", 2),
            ("gone.txt --fail-on never", 2),
            ("bad.txt gone.txt", 2),
            ("*.md", 2),
            ("empty", 2),
            ("", 2),
            ("bad.txt --select bed", 2),
            ("bad.txt --ignore bed", 2),
            ("bad.txt --ignore all", 2),
            ("bad.txt --format txt", 2),
            ("bad.txt --show everything", 2),
            ("bad.txt --fail-on everything", 2),
            ("bad.txt --bogus", 2),
            ("bad.txt --stdin-filename a.txt", 2),
            ("bad.txt --output gone/report.txt", 2),
        ],
    )
    def test_every_row_of_the_table(self, copydesk, folder, arguments, code):
        (folder(DRAFTS) / "empty").mkdir()
        assert copydesk("check", *arguments.split()).code == code

    def test_a_rule_that_breaks(self, copydesk, folder, toys):
        folder(DRAFTS)
        result = copydesk("check", "bad.txt", rules=[toys.Breaks])
        assert result.code == 2
        assert "bad.txt:1:3: warning: found before the crash [breaks]" in result.out
        assert "bad.txt:1:1: error: rule breaks of plugin toys broke" in result.out
        assert result.err.startswith("copydesk: bad.txt: rule breaks of plugin toys broke")

    def test_no_rule(self, copydesk, folder):
        folder(DRAFTS)
        result = copydesk("check", "good.txt", rules=[])
        assert (result.code, result.out) == (2, "")
        assert result.err == (
            "copydesk: no rule is installed, so nothing would be checked: install copydesk again\n"
        )


def test_findings_go_to_standard_output_and_problems_to_standard_error(copydesk, folder):
    folder(DRAFTS)
    result = copydesk("check", "gone.txt", "worst.txt", "bad.txt")
    assert result.out == (
        'bad.txt:1:3: warning: "bad" was found [bad]\nworst.txt:1:5: error: "worst" was found [worst]\n'
    )
    assert result.err == "copydesk: gone.txt: there is no such file or folder\n"


@pytest.mark.parametrize("form", FORMATS)
def test_problems_are_named_on_standard_error_in_every_format(copydesk, folder, form):
    folder(DRAFTS)
    result = copydesk("check", "--format", form, "gone.txt", "*.md", "good.txt")
    assert result.err.splitlines() == [
        "copydesk: *.md: no draft matches this pattern",
        "copydesk: gone.txt: there is no such file or folder",
    ]


def test_a_clean_run_prints_nothing(copydesk, folder):
    folder(DRAFTS)
    result = copydesk("check", "good.txt")
    assert (result.out, result.err) == ("", "")


def test_no_paths_is_an_error_that_says_what_to_type(copydesk):
    result = copydesk("check")
    assert result.code == 2
    assert "copydesk check drafts/" in result.err


def test_rules_and_families_are_selected_and_ignored_in_lists_and_by_repetition(copydesk, folder):
    folder({"a.txt": "A hint of bad, worst words."})

    def rules(*arguments: str) -> list[str]:
        lines = copydesk("check", "a.txt", *arguments).out.splitlines()
        return [line.rpartition("[")[2].rstrip("]") for line in lines]

    assert rules() == ["hint", "bad", "worst"]
    assert rules("--select", "bad, worst") == rules("--select", "bad", "--select=worst") == ["bad", "worst"]
    assert rules("--ignore", "toys") == ["worst"]
    assert rules("--select", "toys", "--ignore", "bad") == ["hint"]


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_empty_list_of_rules_is_refused(copydesk, folder, option):
    folder(DRAFTS)
    result = copydesk("check", "bad.txt", option, " , ")
    assert result.code == 2
    assert "no rule or family is named" in result.err


def test_unknown_names_get_the_nearest(copydesk, folder):
    folder(DRAFTS)
    assert '"wurst"; did you mean "worst"?' in copydesk("check", "bad.txt", "--select", "wurst").err
    assert '"jsno"; did you mean "json"?' in copydesk("check", "bad.txt", "--format", "jsno").err


def test_showing_and_failing_are_separate(copydesk, folder):
    folder(DRAFTS)
    result = copydesk("check", "bad.txt", "--show", "error")
    assert (result.code, result.out) == (1, "")
    assert result.err == "copydesk: --show error hides the findings that this run fails for\n"
    assert copydesk("check", "bad.txt", "worst.txt", "--show", "error").err == ""
    assert copydesk("check", "hint.txt", "--show", "warning").out == ""


def test_isolated_is_accepted(copydesk, folder):
    folder(DRAFTS)
    assert copydesk("check", "--isolated", "bad.txt").code == 1


def test_the_order_of_the_arguments_changes_nothing(copydesk, folder):
    folder(DRAFTS)
    forth, back = sorted(DRAFTS), sorted(DRAFTS, reverse=True)
    for form in FORMATS:
        assert copydesk("check", "--format", form, *forth) == copydesk("check", "--format", form, *back)


@pytest.mark.slow
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_hash_seed_changes_nothing(folder, form):
    folder(
        {
            "a.txt": "The mayor said [TK]. The landmines are near, the landmines are far.\n\nA land mine.\n",
            "b.txt": "XX people, [CHECK], ???, TKTK, FIXME. “I saw it,” an official said.\n",
        }
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "copydesk", "check", "--format", form, "."],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=False,
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1


def test_lines_and_columns_are_those_of_the_file(copydesk, folder):
    folder({"a.txt": "\ufeffOne.\r\n\r\n\tA\u2028bad 😀 word, bad.\r\n"})
    lines = copydesk("check", "a.txt").out.splitlines()
    assert [line.partition(": ")[0] for line in lines] == ["a.txt:3:4", "a.txt:3:16", "a.txt:3:4"]


class TestStandardInput:
    @pytest.fixture(autouse=True)
    def stdin(self, monkeypatch):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO("Café: a bad word.".encode())))

    def test_it_is_a_draft(self, copydesk):
        assert copydesk("check", "-").out == '<stdin>:1:9: warning: "bad" was found [bad]\n'

    def test_it_goes_by_the_name_that_it_is_given(self, copydesk, folder):
        folder({})
        result = copydesk("check", "-", "--stdin-filename", "drafts/a.txt", "--format", "json")
        (draft,) = json.loads(result.out)["drafts"]
        assert draft == {"path": "drafts/a.txt", "format": "plain", "words": 4, "encoding": "utf-8"}

    def test_it_stands_among_other_drafts(self, copydesk, folder):
        folder(DRAFTS)
        lines = copydesk("check", "worst.txt", "-", "bad.txt").out.splitlines()
        assert [line.partition(":")[0] for line in lines] == ["<stdin>", "bad.txt", "worst.txt"]


class TestOutput:
    def test_the_report_goes_to_the_file_and_nothing_to_the_screen(self, copydesk, folder):
        root = folder(DRAFTS)
        result = copydesk("check", "bad.txt", "--output", "report.txt")
        assert (result.code, result.out, result.err) == (1, "", "")
        assert (root / "report.txt").read_bytes() == b'bad.txt:1:3: warning: "bad" was found [bad]\n'

    def test_a_report_of_before_is_replaced_and_nothing_else_is_left(self, copydesk, folder):
        root = folder({"drafts/bad.txt": "A bad word.", "report.json": "old " * 1000})
        copydesk("check", "drafts", "--format", "json", "--output", "report.json")
        assert json.loads((root / "report.json").read_text(encoding="utf-8"))["version"] == 1
        assert sorted(path.name for path in root.iterdir()) == ["drafts", "report.json"]

    def test_a_report_that_cannot_be_written_is_a_problem(self, copydesk, folder):
        folder(DRAFTS)
        result = copydesk("check", "good.txt", "--output", "gone/report.txt")
        assert result.code == 2
        assert result.err == (
            "copydesk: gone/report.txt: the report cannot be written: no such file or directory\n"
        )

    @pytest.mark.skipif(not Path("/dev/null").exists(), reason="the system has no such device")
    def test_a_device_is_written_to_and_not_replaced(self, copydesk, folder):
        folder(DRAFTS)
        assert copydesk("check", "bad.txt", "--output", "/dev/null").code == 1
        assert not Path("/dev/null").is_file()

    def test_a_dash_is_standard_output(self, copydesk, folder):
        root = folder(DRAFTS)
        assert copydesk("check", "bad.txt", "--output", "-").out.startswith("bad.txt:1:3:")
        assert not (root / "-").exists()


class TestColor:
    @pytest.mark.parametrize(
        ("arguments", "environment", "colored"),
        [
            ((), {}, False),
            ((), {"FORCE_COLOR": "1"}, True),
            ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
            ((), {"NO_COLOR": ""}, False),
            (("--color", "always"), {"NO_COLOR": "1"}, True),
            (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        ],
    )
    def test_the_option_then_the_environment_decide(
        self, copydesk, folder, monkeypatch, arguments, environment, colored
    ):
        folder(DRAFTS)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        out = copydesk("check", "bad.txt", "--format", "pretty", *arguments).out
        assert ("\x1b[" in out) is colored

    def test_a_file_is_coloured_only_when_that_is_asked_for(self, copydesk, folder, monkeypatch):
        root = folder(DRAFTS)
        monkeypatch.setenv("FORCE_COLOR", "1")
        for arguments, colored in (((), False), (("--color", "always"), True)):
            copydesk("check", "bad.txt", "--format", "pretty", "--output", "report", *arguments)
            assert ("\x1b[" in (root / "report").read_text(encoding="utf-8")) is colored


def test_on_a_terminal_the_report_is_pretty(copydesk, folder, monkeypatch):
    folder(DRAFTS)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "dumb")
    assert copydesk("check", "good.txt").out == "clean: 1 draft, 3 words\n"
    assert copydesk("check", "good.txt", "--format", "text").out == ""


@pytest.mark.skipif(sys.platform == "win32", reason="the system allows no such file name")
def test_a_path_cannot_break_a_line_or_the_terminal(copydesk, folder):
    folder({"a\nb\x1b[31m.txt": "A bad word."})
    assert copydesk("check", ".").out == 'a\\nb\\x1b[31m.txt:1:3: warning: "bad" was found [bad]\n'
    assert copydesk("check", "gone\n.txt").err == "copydesk: gone\\n.txt: there is no such file or folder\n"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="the system allows no such file name")
def test_a_path_that_is_no_text_can_be_reported(copydesk, folder):
    name = os.fsdecode(b"caf\xe9.txt")
    folder({name: "A bad word."})
    assert copydesk("check", ".").out.startswith("caf\\udce9.txt:1:3: ")
    report = json.loads(copydesk("check", ".", "--format", "json").out)
    assert report["drafts"][0]["path"] == name
