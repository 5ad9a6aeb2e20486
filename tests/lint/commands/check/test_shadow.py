"""Rules in shadow: their findings go to a file, and nowhere else."""

from __future__ import annotations

import io
import json
import os

import pytest

import copydesk as api
from copydesk.gate.shadow import LARGEST

DRAFT = "A bad word, and the worst one.\n"
SHADOW = 'shadow = ["bad"]\n'
FILE = "copydesk.shadow.jsonl"


def kept(path) -> list[tuple[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(one["path"], one["rule"]) for one in map(json.loads, lines)]


class TestCheck:
    def test_findings_in_shadow_go_to_the_file(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "drafts/a.txt": DRAFT})
        result = copydesk("check", "drafts/a.txt")
        assert result.out == 'drafts/a.txt:1:21: error: "worst" was found [worst]\n'
        assert result.err == f"copydesk: {FILE}: 1 finding of rules in shadow written\n"
        assert kept(root / FILE) == [("drafts/a.txt", "bad")]

    def test_no_run_fails_for_them(self, copydesk, folder):
        folder({"copydesk.toml": 'shadow = ["all"]\nfail-on = "info"\n', "a.txt": DRAFT})
        result = copydesk("check", "a.txt")
        assert (result.code, result.out) == (0, "")

    def test_a_rule_in_shadow_runs_where_nobody_selects_it(self, copydesk, folder, toys):
        class Waits(toys.Bad):
            name = "waits"
            opt_in = True

        root = folder({"copydesk.toml": 'select = ["worst"]\nshadow = ["waits"]\n', "a.txt": DRAFT})
        assert "[worst]" in copydesk("check", "a.txt", rules=[Waits, toys.Worst]).out
        assert kept(root / FILE) == [("a.txt", "waits")]

    @pytest.mark.parametrize("options", [("--select", "worst"), ("--ignore", "bad")])
    def test_the_command_line_can_leave_it_out(self, copydesk, folder, options):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        assert copydesk("check", "a.txt", *options).err == ""
        assert not (root / FILE).exists()

    def test_nothing_is_written_where_nothing_is_found(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": "A good word.\n"})
        assert copydesk("check", "a.txt").err == ""
        assert not (root / FILE).exists()

    def test_it_takes_no_other_finding_with_it(self, copydesk, folder, toys):
        folder({"copydesk.toml": 'shadow = ["copies"]\n', "a.txt": "Copy: a bad word.\n"})
        out = copydesk("check", "a.txt", rules=[toys.Bad, toys.Copies]).out
        assert out == 'a.txt:1:9: warning: "bad" was found [bad]\n'

    @pytest.mark.parametrize(
        ("more", "note", "word"),
        [
            ("", "bad -- old", "good"),
            ("", "toys -- old", "good"),
            ("", "bad, other -- old", "good"),
            ('no-stet = ["bad"]', "bad -- old", "bad"),
            ('no-stet = ["all"]', "toys -- old", "bad"),
            ("", "bad", "reasoned"),
        ],
    )
    def test_of_a_note_for_it_nothing_is_reported(self, copydesk, folder, toys, more, note, word):
        class Other(toys.Worst):
            name = "other"
            word = "other"

        class Reasoned(toys.Bad):
            word = "reasoned"
            reasoned = True

        rules = [Reasoned if word == "reasoned" else toys.Bad, Other]
        text = f"<!-- stet: {note} -->\nA {word} word, and another one.\n"
        folder({"copydesk.toml": f"{SHADOW}{more}\n", "a.md": text})
        result = copydesk("check", "a.md", rules=rules)
        assert "-stet" not in result.out
        folder({"copydesk.toml": f'shadow = ["all"]\n{more}\n'})
        result = copydesk("check", "a.md", rules=rules)
        assert (result.code, result.out) == (0, "")

    def test_the_other_names_of_a_note_are_called_unused(self, copydesk, folder):
        folder({"copydesk.toml": SHADOW, "a.md": "<!-- stet: bad, worst -- old -->\nA word.\n"})
        out = copydesk("check", "a.md").out
        assert "nothing for this note to let stand: worst found nothing in the paragraph" in out

    @pytest.mark.parametrize(
        ("shadow", "off"),
        [("bad", "severity.bad"), ("bad", "severity.toys"), ("toys", "severity.toys")],
    )
    def test_it_runs_though_it_is_off(self, copydesk, folder, shadow, off):
        text = f'shadow = ["{shadow}"]\n{off} = "off"\nseverity.worst = "error"\n'
        root = folder({"copydesk.toml": text, "a.txt": DRAFT})
        assert copydesk("check", "a.txt").err.startswith(f"copydesk: {FILE}: ")
        assert ("a.txt", "bad") in kept(root / FILE)

    def test_a_rule_that_is_off_by_name_stays_off_where_its_family_is_in_shadow(self, copydesk, folder):
        root = folder({"copydesk.toml": 'shadow = ["toys"]\nseverity.bad = "off"\n', "a.txt": DRAFT})
        copydesk("check", "a.txt")
        assert not (root / FILE).exists()

    def test_corrections_leave_it_alone(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        copydesk("check", "a.txt", "--fix", "--unsafe-fixes")
        assert (root / "a.txt").read_text(encoding="utf-8") == DRAFT
        assert copydesk("check", "a.txt", "--diff", "--unsafe-fixes").out == ""

    def test_statistics_and_hidden_findings_do_not_count_it(self, copydesk, folder):
        folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        assert "bad" not in copydesk("check", "a.txt", "--statistics").out
        out = copydesk("check", "a.txt", "--show", "error", "--format", "pretty").out
        assert "not listed" not in out

    def test_the_baseline_does_not_hold_it(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        copydesk("baseline", "a.txt")
        assert "\tbad\t" not in (root / "copydesk.baseline").read_text(encoding="utf-8")
        assert copydesk("check", "--baseline", "a.txt").code == 0
        assert kept(root / FILE) == [("a.txt", "bad")]

    def test_only_changed_lines_count(self, copydesk, git):
        git.commit(a_txt=DRAFT, copydesk_toml=SHADOW)
        git.write("a.txt", f"{DRAFT}\nAnother bad word.\n")
        assert copydesk("check", "--since", "HEAD", "a.txt").code == 0
        (line,) = (git.root / FILE).read_text(encoding="utf-8").splitlines()
        assert json.loads(line)["line"] == 3

    def test_workers_and_the_cache_change_nothing(self, copydesk, folder, monkeypatch, tmp_path_factory):
        monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        root = folder(
            {
                "copydesk.toml": 'shadow = ["repeated-word"]\n',
                "a.txt": "The the pier.\n",
                "b.txt": "A a pier.\n",
            }
        )
        for options in (("--jobs", "2"), ("--cache",), ("--cache",)):
            assert copydesk("check", "a.txt", "b.txt", *options, installed=True).code == 0
            assert kept(root / FILE) == [("a.txt", "repeated-word"), ("b.txt", "repeated-word")]
            os.remove(root / FILE)

    def test_quiet_says_nothing(self, copydesk, folder):
        folder({"copydesk.toml": SHADOW, "a.txt": "A bad word.\n"})
        assert copydesk("check", "--quiet", "a.txt").err == ""

    def test_the_python_api_leaves_it_out_and_writes_nothing(self, folder):
        root = folder({"copydesk.toml": 'shadow = ["repeated-word"]\n', "a.txt": "The the pier.\n"})
        report = api.check("a.txt")
        assert (report.findings, report.exit_code) == ((), 0)
        assert not (root / FILE).exists()


class TestFile:
    def test_a_run_replaces_what_it_looked_at_and_leaves_the_rest(self, copydesk, folder):
        root = folder({"copydesk.toml": 'shadow = ["all"]\n', "a.txt": DRAFT, "b.txt": DRAFT, "c.txt": DRAFT})
        copydesk("check", "a.txt", "b.txt", "c.txt")
        folder({"a.txt": "A good word.\n"})
        os.remove(root / "c.txt")
        copydesk("check", "a.txt")
        assert kept(root / FILE) == [("b.txt", "bad"), ("b.txt", "worst")]
        folder({"b.txt": "A good word.\n"})
        copydesk("check", "b.txt", "--select", "bad")
        assert kept(root / FILE) == [("b.txt", "worst")]

    def test_the_same_run_writes_the_same_bytes_and_not_twice(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT * 3})
        copydesk("check", "a.txt")
        before = (root / FILE).read_bytes(), (root / FILE).stat().st_mtime_ns
        copydesk("check", "a.txt")
        assert ((root / FILE).read_bytes(), (root / FILE).stat().st_mtime_ns) == before

    def test_each_configuration_has_its_own_file(self, copydesk, folder):
        root = folder(
            {
                "copydesk.toml": SHADOW,
                "a.txt": DRAFT,
                "sports/copydesk.toml": 'shadow = ["worst"]\nshadow-file = "kept/found.jsonl"\n',
                "sports/b.txt": DRAFT,
            }
        )
        copydesk("check", "a.txt", "sports/b.txt")
        assert kept(root / FILE) == [("a.txt", "bad")]
        assert kept(root / "sports/kept/found.jsonl") == [("../b.txt", "worst")]

    def test_the_command_line_names_another_for_this_run(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT, "b.txt": DRAFT})
        copydesk("check", "a.txt", "--shadow-output", "found.jsonl")
        copydesk("check", "b.txt", "--shadow-output", "found.jsonl")
        assert kept(root / "found.jsonl") == [("b.txt", "bad")]
        assert not (root / FILE).exists()
        copydesk("check", "b.txt", "--shadow-output", "found.jsonl", "--isolated")
        assert kept(root / "found.jsonl") == []

    def test_standard_input_is_kept_only_where_the_command_line_says_so(self, copydesk, folder, monkeypatch):
        root = folder({"copydesk.toml": SHADOW, "a.txt": "A good word.\n"})
        line = ("check", "-", "--stdin-filename", "a.txt", "--fail-on", "never")
        for options in ((), ("--shadow-output", "found.jsonl")):
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
            assert copydesk(*line, *options).code == 0
        assert not (root / FILE).exists()
        assert kept(root / "found.jsonl") == [("a.txt", "bad")]

    def test_it_is_written_over_no_draft(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        result = copydesk("check", "a.txt", "--shadow-output", "a.txt")
        assert result.code == 2
        assert "--shadow-output would write the report over the draft a.txt" in result.err
        assert (root / "a.txt").read_text(encoding="utf-8") == DRAFT

    @pytest.mark.parametrize(
        "mine",
        ["[" * 100_000, '{"text": "for a model"}\n', "words\n", "{", "\u00e9", "[1]\n", '{"path": 1}\n'],
    )
    def test_a_file_that_holds_something_else_is_left_as_it_is(self, copydesk, folder, mine):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT, FILE: mine})
        result = copydesk("check", "a.txt")
        assert result.code == 2
        assert result.err.startswith(
            f"copydesk: {FILE}: the findings of rules in shadow were not kept: line 1 is no finding"
        )
        assert (root / FILE).read_text(encoding="utf-8") == mine

    @pytest.mark.parametrize(
        ("name", "mine"),
        [
            ("b.md", "Another draft.\n"),
            ("copydesk.toml", SHADOW),
            ("verdicts.jsonl", '{"date": "2031-03-02T00:00:00Z", "verdict": "right", "rule": "bad"}\n'),
            ("lint.jsonl", '{"path": "a.py", "line": 1, "column": 1, "rule": "E501"}\n'),
        ],
    )
    def test_the_command_line_replaces_nothing_else(self, copydesk, folder, name, mine):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        folder({name: mine})
        for file in (name, f"link-to-{name}"):
            (root / file).exists() or (root / file).symlink_to(root / name)
            result = copydesk("check", "a.txt", "--shadow-output", file)
            assert result.code == 2
            assert (
                f"{file}: the findings of rules in shadow were not kept: line 1 is no finding" in result.err
            )
            assert (root / name).read_text(encoding="utf-8") == mine

    def test_a_file_that_no_run_waits_for_is_left_as_it_is(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT, FILE: " " * (LARGEST + 1)})
        result = copydesk("check", "a.txt")
        assert result.code == 2
        assert f"is larger than {LARGEST:,} bytes: read it, and delete it" in result.err
        assert (root / FILE).stat().st_size == LARGEST + 1

    def test_none_is_written_that_is_too_large_to_read(self, copydesk, folder, monkeypatch):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        monkeypatch.setattr("copydesk.gate.shadow.LARGEST", 100)
        assert copydesk("check", "a.txt").code == 2
        assert not (root / FILE).exists()

    @pytest.mark.parametrize("screen", ["-", "/dev/stdout"])
    def test_the_screen_can_show_it_before_the_report(self, copydesk, folder, screen):
        folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        first, second = copydesk("check", "a.txt", "--shadow-output", screen).out.splitlines()
        assert json.loads(first)["rule"] == "bad"
        assert second == 'a.txt:1:21: error: "worst" was found [worst]'

    @pytest.mark.skipif(os.name != "posix", reason="no /dev/fd")
    def test_paths_of_the_command_line_are_those_of_the_report(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "drafts/a.txt": DRAFT, "out/.keep": ""})
        copydesk("check", "drafts/a.txt", "--shadow-output", "out/found.jsonl")
        end, start = os.pipe()
        copydesk("check", "drafts/a.txt", "--shadow-output", f"/dev/fd/{start}")
        os.close(start)
        with open(end, encoding="utf-8") as pipe:
            assert pipe.read() == (root / "out/found.jsonl").read_text(encoding="utf-8")
        assert kept(root / "out/found.jsonl") == [("drafts/a.txt", "bad")]
        copydesk("check", str(root / "drafts/a.txt"), "--shadow-output", "out/found.jsonl")
        assert kept(root / "out/found.jsonl") == [(str(root / "drafts/a.txt"), "bad")]

    def test_what_is_wrong_with_a_line_is_said_in_plain_words(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT, FILE: '{"path": "a.txt", "line": "1"}\n'})
        said = copydesk("check", "a.txt").err
        assert '("line" is to be a whole number, not text in quotation marks)' in said
        (root / FILE).write_bytes(b"{oops\n")
        assert "(it is not JSON, from character 2 on)" in copydesk("check", "a.txt").err

    def test_a_name_that_is_no_text_is_kept(self, copydesk, folder, toys):
        name = b"caf\xe9.txt".decode("utf-8", "surrogateescape")
        root = folder({"copydesk.toml": 'shadow = ["all"]\n', "a.txt": "Word a.\n"})
        try:
            (root / name).write_text("Word b.\n", encoding="utf-8")
        except OSError as error:
            pytest.skip(f"no such name here: {error}")
        for _ in range(2):
            assert copydesk("check", ".", rules=[toys.FirstWord, toys.Bad]).code == 0
        assert kept(root / FILE) == [("caf\\udce9.txt", "first-word")]
        copydesk("check", ".", "--shadow-output", "named.jsonl", rules=[toys.FirstWord, toys.Bad])
        assert kept(root / "named.jsonl") == kept(root / FILE)

    def test_it_is_written_through_no_link(self, copydesk, folder):
        root = folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        (root / FILE).symlink_to(root.parent / "elsewhere.jsonl")
        assert copydesk("check", "a.txt").code == 2
        assert not (root.parent / "elsewhere.jsonl").exists()

    @pytest.mark.parametrize(
        ("name", "why"),
        [
            ("../found.jsonl", "leads outside the repository"),
            ("/found.jsonl", "is an absolute path"),
            ("draft.md", "is no name of a shadow file"),
            (".git/found.jsonl", "leads into .git"),
            (
                ".github/workflows/x.jsonl",
                'is hidden: no part of the path may begin with a dot: ".github"',
            ),
            ("kept/.found.jsonl", "is hidden"),
        ],
    )
    def test_a_configuration_can_name_no_other_place(self, copydesk, folder, name, why):
        folder({".git/HEAD": "", "copydesk.toml": f'{SHADOW}shadow-file = "{name}"\n', "a.txt": DRAFT})
        result = copydesk("check", "a.txt")
        assert result.code == 2
        assert result.err.startswith(f'copydesk: copydesk.toml:2:15: "{name}" {why}')

    @pytest.mark.parametrize(
        ("configured", "place"),
        [
            ('shadow-file = "verdicts.jsonl"', "2:15"),
            ('shadow-file = "./kept/../Verdicts.jsonl"', "2:15"),
            (f'verdicts = "{FILE}"', "2:12"),
        ],
    )
    def test_the_verdicts_file_is_another(self, copydesk, folder, configured, place):
        folder({"copydesk.toml": f"{SHADOW}{configured}\n", "a.txt": DRAFT})
        for command in (["check", "a.txt"], ["verdict", "a.txt:1", "bad", "right"]):
            result = copydesk(*command)
            assert result.code == 2
            assert result.err.startswith(f"copydesk: copydesk.toml:{place}: ")
            assert "is the verdicts file and the shadow file: name two" in result.err

    def test_a_name_that_is_no_rule_is_an_error(self, copydesk, folder):
        folder({"copydesk.toml": 'shadow = ["bed"]\n', "a.txt": DRAFT})
        result = copydesk("check", "a.txt")
        assert result.code == 2
        assert 'copydesk.toml:1:11: there is no rule or family "bed"; did you mean "bad"?' in result.err

    def test_the_audit_lists_what_is_in_shadow(self, copydesk, git):
        git.commit(copydesk_toml='shadow = ["bad"]  # until May\n', a_txt=DRAFT)
        out = copydesk("audit", ".").out
        assert "  copydesk.toml:1: bad runs in shadow\n      reason: until May\n" in out

    def test_config_show_says_what_is_in_shadow(self, copydesk, folder):
        folder({"copydesk.toml": SHADOW, "a.txt": DRAFT})
        lines = [line.split() for line in copydesk("config", "show", "a.txt").out.splitlines()]
        assert ["shadow", '["bad"]', "copydesk.toml:1"] in lines
        assert ["shadow-file", f'"{FILE}"', "default"] in lines
