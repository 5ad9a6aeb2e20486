"""What users of ruff, Vale and gcc try first. Each line of the table in docs/coming-from.md is run."""

from __future__ import annotations

import io
import json
import re
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk.commands.cli import COMMANDS, SYNONYMS, WRITERS

PAGE = (Path(__file__).parents[1] / "docs" / "coming-from.md").read_text(encoding="utf-8")
TABLE = {
    cells[0].strip(): cells[-1].strip(" `")
    for line in re.findall(r"^\| (.+) \|$", PAGE, re.MULTILINE)[1:]
    if not set(cells := line.split(" | ")) <= {"---"}
}

DRAFT = "The council voted on on Monday.\n\nThe count was [TK].\n"
REPEATED = 'drafts/a.md:1:19: error: "on" twice in a row [repeated-word]\n'
PLACEHOLDER = 'drafts/a.md:3:15: error: "[TK]" stands for something to come [placeholder]\n'
OLD = 'drafts/old/b.md:1:10: error: "the" twice in a row [repeated-word]\n'
BOTH = REPEATED + PLACEHOLDER
UNSAFE = "-The council voted on on Monday.\n+The council voted on Monday.\n"
SAFE = "-Here was the the old one.\n+Here was the old one.\n"

Run = Callable[..., SimpleNamespace]


@pytest.fixture
def copydesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copydesk: Run) -> Run:
    """Run a command line in a folder with two drafts that have faults."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
    (tmp_path / "drafts" / "old").mkdir(parents=True)
    (tmp_path / "drafts" / "a.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "drafts" / "old" / "b.md").write_text("Here was the the old one.\n", encoding="utf-8")
    (tmp_path / "drafts" / "old" / "stet.md").write_text(
        "<!-- stet: repeated-word -- a stammer -->\n\nIt was was fine.\n", encoding="utf-8"
    )
    (tmp_path / "own.toml").write_text('ignore = ["repeated-word"]\n', encoding="utf-8")
    return copydesk


EXPECTED = {
    "check a folder": (1, BOTH + OLD),
    "check standard input": (1, BOTH.replace("drafts/", "")),
    "which files would be checked": (0, "drafts/a.md\ndrafts/old/b.md\ndrafts/old/stet.md\n"),
    "leave out files": (1, BOTH),
    "leave them out where they are named, too": (1, BOTH),
    "only these rules": (1, PLACEHOLDER),
    "these rules too": (1, BOTH + OLD),
    "not these rules": (1, PLACEHOLDER),
    "only what is severe": (1, BOTH + OLD),
    "never fail for a finding": (0, BOTH + OLD),
    "say less": (1, BOTH + OLD),
    "let one finding stand, in the text": (0, ""),
    "one configuration for all": (1, PLACEHOLDER),
    "no configuration": (1, BOTH + OLD),
    "count the findings by rule": (
        1,
        (
            "FINDINGS  DRAFTS  WITH FIX  RULE\n"
            "       2       2         2  repeated-word\n"
            "       1       1         0  placeholder\n"
        ),
    ),
    "make the corrections": (1, BOTH),
    "let today's findings stand": (0, ""),
    "a report in a file": (1, ""),
}
"""The exit code and the whole of standard output."""

CONTAINS = {
    "see the corrections": (1, SAFE),
    "what the unsafe ones would be": (1, UNSAFE),
    "a report for programs": (1, '"rule": "repeated-word"'),
    "what a rule is for": (0, "What it reports\n"),
    "which rules a family has": (0, "placeholder  error  "),
    "what holds here": (0, "in the current folder"),
    "a configuration to start from": (0, ""),
    "only what changed": (0, ""),
    "what was kept from earlier runs": (0, "forgot 0 entries"),
    "complete words in a shell": (0, "_COPYDESK_COMPLETE"),
    "the version": (0, "copydesk "),
}
"""The exit code, and a part of standard output."""


def test_every_line_of_the_table_is_run() -> None:
    assert sorted([*EXPECTED, *CONTAINS]) == sorted(TABLE)


@pytest.mark.parametrize("what", TABLE)
def test_a_line_of_the_table(copydesk: Run, what: str) -> None:
    program, *arguments = shlex.split(TABLE[what])
    assert program == "copydesk"
    if "--since" in arguments:
        for command in ("init -q", "add .", "-c user.name=A -c user.email=a@example.org commit -qm first"):
            subprocess.run(["git", *command.split()], check=True)
    done = copydesk(*arguments)
    if what in EXPECTED:
        assert (done.code, done.out) == EXPECTED[what]
    else:
        code, part = CONTAINS[what]
        assert done.code == code
        assert part in done.out


def test_the_commands_that_write_leave_what_the_table_says(copydesk: Run) -> None:
    copydesk("check", "--output", "r.json", "drafts/")
    assert json.loads(Path("r.json").read_text(encoding="utf-8"))["findings"]
    copydesk("baseline", "drafts/")
    assert copydesk("check", "--baseline", "drafts/").code == 0
    copydesk("init")
    assert Path("copydesk.toml").exists()


class TestOptions:
    def test_statistics_for_programs(self, copydesk: Run) -> None:
        first, second = json.loads(copydesk("check", "drafts/", "--statistics", "--format", "json").out)
        assert first == {
            "rule": "repeated-word",
            "family": "duplicates",
            "findings": 2,
            "drafts": 2,
            "corrections": 2,
        }
        assert second["rule"] == "placeholder"

    def test_statistics_have_no_other_shape(self, copydesk: Run) -> None:
        done = copydesk("check", "drafts/", "--statistics", "--format", "html")
        assert done.code == 2
        assert "--statistics shows text or JSON, --format asks for html: choose" in done.err

    def test_statistics_stand_beside_a_report_in_a_file(self, copydesk: Run) -> None:
        done = copydesk("check", "drafts/", "--statistics", "--output", "html:r.html")
        assert done.out.startswith("FINDINGS")
        assert Path("r.html").read_text(encoding="utf-8").startswith("<!doctype html>")

    def test_exit_zero_is_no_excuse_for_what_was_not_checked(self, copydesk: Run) -> None:
        assert copydesk("check", "--exit-zero", "drafts/", "gone.md").code == 2

    def test_exit_zero_and_fail_on_contradict_each_other(self, copydesk: Run) -> None:
        assert "choose" in copydesk("check", "--exit-zero", "--fail-on", "error", "drafts/").err

    def test_quiet_leaves_out_notes_and_keeps_problems(self, copydesk: Run) -> None:
        Path("drafts/report.odt").touch()
        assert "1 file is not a draft" in copydesk("check", "drafts/").err
        assert copydesk("check", "-q", "drafts/").err == ""
        assert "no such file" in copydesk("check", "--quiet", "drafts/", "gone.md").err
        assert copydesk("check", "-q", "--fix", "drafts/").err == ""

    def test_what_is_named_itself_is_not_excluded(self, copydesk: Run) -> None:
        assert copydesk("check", "drafts/a.md", "--exclude", "a.md").out == BOTH

    @pytest.mark.parametrize("pattern", ["/old", "../old", "old\\new", "."])
    def test_a_pattern_that_is_none_is_refused(self, copydesk: Run, pattern: str) -> None:
        done = copydesk("check", "drafts/", "--exclude", pattern)
        assert done.code == 2
        assert "is no pattern" in done.err

    def test_a_rule_is_selected_beside_those_of_the_configuration(self, copydesk: Run) -> None:
        Path("copydesk.toml").write_text('select = ["spelling"]\n', encoding="utf-8")
        assert copydesk("check", "drafts/").out == ""
        assert copydesk("check", "drafts/", "--extend-select", "placeholder").out == PLACEHOLDER
        Path("copydesk.toml").write_text('ignore = ["placeholders"]\n', encoding="utf-8")
        assert copydesk("check", "drafts/", "--extend-select", "placeholders").out == BOTH + OLD

    def test_show_files_tells_what_would_not_be_checked(self, copydesk: Run) -> None:
        done = copydesk("check", "--show-files", "drafts/", "*.rst")
        assert (done.code, done.err) == (2, "copydesk: *.rst: no draft matches this pattern\n")
        assert copydesk("check", "--show-files", "--fix", "drafts/").code == 2
        missing = copydesk("check", "--show-files", "gone.md")
        assert (missing.code, missing.out) == (2, "")
        assert "gone.md: there is no such file or folder" in missing.err

    @pytest.mark.parametrize(
        "options", [("--style", "AP"), ("--format", "TEXT"), ("--show", "Error"), ("--output", "HTML:r")]
    )
    def test_capitals_do_not_matter(self, copydesk: Run, options: tuple[str, str]) -> None:
        assert copydesk("check", "drafts/", *options).out == BOTH + OLD

    def test_a_configuration_may_write_a_style_in_capitals(self, copydesk: Run) -> None:
        Path("copydesk.toml").write_text('style = "AP"\n', encoding="utf-8")
        assert copydesk("check", "drafts/").code == 1


class TestCommands:
    @pytest.mark.parametrize("name", ["lint", "run", "verify"])
    def test_what_others_call_it_leads_to_check(self, copydesk: Run, name: str) -> None:
        done = copydesk(name, "drafts/")
        assert done.code == 2
        assert f'there is no command "{name}"; did you mean `copydesk check`?' in done.err

    @pytest.mark.parametrize("name", ["int", "in", "baselin", "basline", "new-rul", "lnit", "fix", "format"])
    def test_no_suggestion_writes_a_file(self, copydesk: Run, name: str) -> None:
        suggested = re.search(r"did you mean ([^?]*)", copydesk(name).err)
        assert suggested is None or not any(writer in suggested[1] for writer in (*WRITERS, "--fix"))

    def test_every_synonym_is_a_command(self) -> None:
        commands = {command.split()[0] for command in SYNONYMS.values()}
        assert {one for one in commands if not one.startswith("--")} <= set(COMMANDS)
        assert not set(SYNONYMS) & set(COMMANDS)

    @pytest.mark.parametrize("name", sorted(COMMANDS))
    def test_isolated_is_offered_where_a_configuration_is_read(self, copydesk: Run, name: str) -> None:
        offered = "--isolated" in copydesk(name, "--help").out
        readers = ("audit", "baseline", "changes", "check", "desk", "trial", "verdict", "verdicts")
        assert offered is (name in readers)
        assert "--isolated" in copydesk("config", "show", "--help").out

    @pytest.mark.parametrize("name", ["inspect", "sources", "duplicates", "usage"])
    def test_isolated_is_accepted_by_whatever_reads_drafts(
        self, copydesk: Run, tmp_path: Path, name: str
    ) -> None:
        draft = tmp_path / "a.md"
        draft.write_text("The council met.\n", encoding="utf-8")
        assert copydesk(name, "--isolated", str(draft)).code == 0

    def test_a_family_is_explained_by_its_rules(self, copydesk: Run) -> None:
        out = copydesk("explain", "duplicates").out
        assert re.search(r"^repeated-word +error +", out, re.M)
        assert "repeated-quote" in out
        assert "unused-stet" in copydesk("explain", "engine").out

    def test_options_are_shown_as_toml_that_can_be_copied(self, copydesk: Run) -> None:
        out = copydesk("explain", "duplicate-paragraph").out
        toml = re.search(r"^Options\n((?:  .*\n)+)", out, re.M)
        assert toml is not None
        Path("copydesk.toml").write_text(toml[1], encoding="utf-8")
        assert copydesk("check", "drafts/").out == BOTH + OLD
        assert "[rules.duplicate-paragraph]\n" in toml[1]

    def test_a_style_names_its_file_without_the_folder(self, copydesk: Run) -> None:
        assert re.search(
            r'^later = "never"  # ap\.toml:\d+$', copydesk("styles", "show", "ap", "--toml").out, re.M
        )

    def test_a_row_that_begins_with_a_place_has_no_blank_before_it(self, copydesk: Run) -> None:
        Path("drafts/c.md").write_text("“It is a fine day for the desk,” Ann Orr said.\n", encoding="utf-8")
        out = copydesk("inspect", "drafts/c.md").out
        assert "Quotations\n1:1  " in out
        assert "Attributions\n1:1  " in out


class TestMessages:
    def test_findings_come_in_the_order_of_the_draft_whatever_their_severity(self, copydesk: Run) -> None:
        text = "It was a controversial plan, critics said.\n\nIt was was built.\n"
        Path("d.md").write_text(text, encoding="utf-8")
        lines = copydesk("check", "d.md").out.splitlines()
        assert {"info", "error"} <= {line.split(": ")[1] for line in lines}
        assert [line.partition(": ")[0] for line in lines] == sorted(
            line.partition(": ")[0] for line in lines
        )

    @pytest.mark.parametrize(
        "arguments",
        [
            ("check",),
            ("check", "--no-such-option", "drafts/"),
            ("check", "--show", "loud", "drafts/"),
            ("check", "--select", "no-such-rule", "drafts/"),
            ("check", "--format", "pdf", "drafts/"),
            ("check", "gone.md"),
            ("explain",),
            ("no-such-command",),
            ("styles", "show", "no-such-style"),
        ],
    )
    def test_every_error_has_the_one_prefix(self, copydesk: Run, arguments: tuple[str, ...]) -> None:
        done = copydesk(*arguments)
        assert (done.code, done.out) == (2, "")
        assert [line for line in done.err.splitlines() if not line.startswith("copydesk: ")] == []

    @pytest.mark.parametrize(
        ("toml", "place"),
        [
            ('show = "loud"', "1:8"),
            ("exclude =   7", "1:13"),
            ('select = ["placeholder", "nix"]', "1:26"),
            ('[severity]\nplaceholder = "high"', "2:15"),
            ("[rules.duplicate-paragraph]\nminimum_words = true", "2:17"),
            ('severity = "high"', "1:12"),
            ('shw = "info"', "1:1"),
            ("[rules.duplicate-paragraph]\nminimum = 3", "2:1"),
            ('[severity]\nnix = "info"', "2:1"),
        ],
    )
    def test_what_is_wrong_is_pointed_at(self, copydesk: Run, toml: str, place: str) -> None:
        """A wrong value is, and not its key; a key that there is none of is itself."""
        Path("copydesk.toml").write_text(toml, encoding="utf-8")
        assert f"copydesk.toml:{place}: " in copydesk("check", "drafts/").err

    def test_unsafe_corrections_are_told_from_safe_ones(self, copydesk: Run) -> None:
        assert (
            "copydesk: --fix would correct 1 finding in 1 draft\n"
            in copydesk("check", "--diff", "drafts/").err
        )
        done = copydesk("check", "--diff", "--unsafe-fixes", "drafts/")
        assert "copydesk: --fix --unsafe-fixes would correct 2 findings in 2 drafts\n" in done.err

    def test_a_table_for_pyproject_is_told_apart(self, copydesk: Run) -> None:
        Path("copydesk.toml").write_text('[tool.copydesk]\nstyle = "ap"\n', encoding="utf-8")
        done = copydesk("check", "drafts/")
        assert done.code == 2
        assert "copydesk.toml:1:2: [tool.copydesk] is for pyproject.toml" in done.err

    @pytest.mark.parametrize("name", [".copydesk.toml", "copydesk.yaml", "copydesk.yml", ".vale.ini"])
    def test_what_is_no_configuration_is_told(self, copydesk: Run, name: str) -> None:
        Path("drafts", name).touch()
        done = copydesk("check", "drafts/")
        assert (done.code, done.out) == (1, BOTH + OLD)
        assert re.search(rf"^copydesk: drafts/{re.escape(name)} is .*copydesk\.toml", done.err, re.M)
        assert copydesk("check", "--isolated", "drafts/").err == ""
        Path("copydesk.toml").touch()
        assert copydesk("check", "drafts/").err == ""

    @pytest.mark.parametrize("note", ["(stet: placeholder)", "(STET: a joke)", "(stet-draft: all -- us)"])
    def test_a_note_in_round_brackets_is_told(self, copydesk: Run, note: str) -> None:
        Path("d.md").write_text(f"A line of copy. {note}\n", encoding="utf-8")
        done = copydesk("check", "d.md")
        assert done.code == 1
        assert re.search(
            r"^d\.md:1:17: error: round brackets make no note.*\[unknown-stet\]$", done.out, re.M
        )

    @pytest.mark.parametrize(
        ("name", "text"),
        [
            ("d.md", "Copy.\n\n    (stet: all)\n"),
            ("d.html", "<p>Copy.</p><pre>(stet: all)</pre><script>(stet: all)</script>"),
            ("d.adoc", "Copy.\n\n----\n(stet: all)\n----\n"),
            ("d.rst", "Copy::\n\n    (stet: all)\n"),
            ("d.mdx", "export const a = '(stet: all)'\n\nCopy.\n"),
        ],
    )
    def test_code_holds_no_note_in_any_format(self, copydesk: Run, name: str, text: str) -> None:
        Path(name).write_text(text, encoding="utf-8")
        assert "unknown-stet" not in copydesk("check", name).out

    @pytest.mark.parametrize("text", ["`(stet: x)` in code.", "He wrote (stet) on it.", "(stetson: a hat)"])
    def test_other_words_in_round_brackets_are_copy(self, copydesk: Run, text: str) -> None:
        Path("d.md").write_text(f"{text}\n", encoding="utf-8")
        assert "unknown-stet" not in copydesk("check", "d.md").out
