"""Which report goes where: `--format`, `--output`, and the pages of CI services."""

from __future__ import annotations

import json
import os

import pytest

from copydesk.plugins.builtin import FORMATS


@pytest.fixture(autouse=True)
def drafts(folder):
    return folder({"a.txt": "A bad word and the worst.", "sub/b.txt": "A hint."})


def test_several_reports_of_one_run(copydesk, drafts):
    result = copydesk(
        "check",
        "a.txt",
        "--output",
        "html:report.html",
        "--output",
        "sarif:out.sarif",
        "--output",
        "junit:j.xml",
    )
    assert result.out.startswith("a.txt:1:3: warning:")
    assert (drafts / "report.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((drafts / "out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert (drafts / "j.xml").read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_comes_whole_and_ends_a_line(copydesk, drafts, name):
    copydesk("check", ".", "--output", f"{name}:report")
    text = (drafts / "report").read_text(encoding="utf-8")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_a_file_alone_takes_the_report_from_the_screen(copydesk, drafts):
    assert copydesk("check", "a.txt", "--output", "report.txt").out == ""
    assert (drafts / "report.txt").read_text(encoding="utf-8").startswith("a.txt:1:3:")


@pytest.mark.parametrize(
    ("arguments", "begins"),
    [
        ("--output r.html", "<!doctype html>"),
        ("--output r.md", "## copydesk: "),
        ("--output r.sarif", "{\n"),
        ("--output r.txt", "a.txt:"),
        ("--format json --output r.html", '{\n  "version"'),
        ("--format auto --output r.HTML", "<!doctype html>"),
        ("--output r.htm", "<!doctype html>"),
        ("--output report", "a.txt:"),
        ("--output r.log", "a.txt:"),
        ("--output r.rdjson", "{"),
        ("--format junit --output r.xml", "<?xml"),
        ("--output json:r.pdf", '{\n  "version"'),
    ],
)
def test_the_format_of_a_file_is_that_of_format_or_of_its_suffix(copydesk, drafts, arguments, begins):
    assert copydesk("check", "a.txt", *arguments.split()).code == 1
    name = arguments.split()[-1].rpartition(":")[2]
    assert (drafts / name).read_text(encoding="utf-8").startswith(begins)


def test_a_dash_is_the_screen(copydesk):
    assert copydesk("check", "a.txt", "--output", "json:-").out.startswith("{")
    assert copydesk("check", "a.txt", "--output", "-", "--output", "r.txt").out.startswith("a.txt:1:3:")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--output htm:r.html", 'there is no format "htm"; did you mean "html"?'),
        ("--output r.pdf", 'r.pdf: the suffix ".pdf" names no format: write one before the file'),
        ("--format json --output r.pdf", 'r.pdf: the suffix ".pdf" names no format'),
        ("--output r.xml", 'the suffix ".xml" names no format'),
        ("--output r.html.gz", 'the suffix ".gz" names no format'),
        ("--output html", "names a format and no file: write `html:FILE`"),
        ("--output html:", '--output "html:" names no file'),
        ("--output=", '--output "" names no file'),
        ("--output r.txt --output json:./r.txt", "two reports are to go to"),
        ("--format json --output text:-", "the screen shows one report: json or text"),
        ("--format jsno --output r.txt", 'did you mean "json"?'),
        ("--output html:a.txt", "would write the report over the draft a.txt"),
        ("--output sub/../a.txt", "would write the report over the draft"),
    ],
)
def test_what_cannot_be_meant_is_said_before_anything_is_checked(copydesk, drafts, arguments, message):
    result = copydesk("check", "a.txt", *arguments.split())
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert sorted(os.listdir(drafts)) == ["a.txt", "sub"]
    assert (drafts / "a.txt").read_text(encoding="utf-8") == "A bad word and the worst."


def test_one_report_that_cannot_be_written_leaves_the_others(copydesk, drafts):
    result = copydesk("check", "a.txt", "--output", "json:gone/r.json", "--output", "html:r.html")
    assert result.code == 2
    assert "gone/r.json: the report cannot be written: no such file or directory" in result.err
    assert (drafts / "r.html").exists()


class TestAuto:
    def test_it_is_text_where_nobody_looks(self, copydesk):
        assert copydesk("check", "a.txt").out == copydesk("check", "a.txt", "--format", "text").out

    def test_it_is_pretty_on_a_terminal(self, copydesk, monkeypatch):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        monkeypatch.setattr("copydesk.commands.check.outputs.sys.stdout.isatty", lambda: True, raising=False)
        assert "2 findings in 1 draft" in copydesk("check", "a.txt", "--color", "never").out

    def test_it_is_annotations_in_github_actions(self, copydesk, monkeypatch):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        assert copydesk("check", "a.txt").out.startswith("::error file=a.txt,line=1,")


class TestGithub:
    def test_the_summary_of_the_step_is_added_to(self, copydesk, drafts, monkeypatch):
        (drafts / "summary.md").write_text("Before.\n", encoding="utf-8")
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
        copydesk("check", "a.txt", "--format", "github")
        text = (drafts / "summary.md").read_text(encoding="utf-8")
        assert text.startswith("Before.\n## copydesk: 2 findings in 1 draft: 1 error, 1 warning\n")
        copydesk("check", "a.txt", "--format", "text")
        assert (drafts / "summary.md").read_text(encoding="utf-8") == text

    def test_a_summary_that_cannot_be_written_is_a_problem(self, copydesk, monkeypatch):
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", "gone/summary.md")
        result = copydesk("check", "a.txt", "--format", "github")
        assert result.code == 2
        assert "the step summary cannot be written" in result.err


@pytest.mark.parametrize(
    ("variable", "form", "expected"),
    [
        ("GITHUB_WORKSPACE", "github", "file=sub/b.txt,"),
        ("GITHUB_WORKSPACE", "sarif", '"uri": "sub/b.txt"'),
        ("CI_PROJECT_DIR", "gitlab", '"path": "sub/b.txt"'),
    ],
)
@pytest.mark.parametrize("absolute", [False, True])
def test_ci_services_find_the_file_wherever_copydesk_runs(
    copydesk, drafts, monkeypatch, variable, form, expected, absolute
):
    monkeypatch.setenv(variable, str(drafts))
    monkeypatch.chdir(drafts / "sub")
    path = str(drafts / "sub" / "b.txt") if absolute else "b.txt"
    assert expected in copydesk("check", path, "--format", form).out
