"""No word of a draft, a path or a configuration steers a terminal or a CI service."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reporters.json import dumps
from copydesk.wording import printable, without_commands


def is_command(line: str) -> bool:
    """Whether a runner of GitHub or Azure takes a line for a command."""
    if line.lstrip().startswith("::"):
        return True
    _, found, rest = line.partition("##")
    name, bracket, _ = rest.partition("[")
    return bool(found and bracket and (not name or name.isalnum()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a word", "a word"),
        ("copydesk::check, ## and #[", "copydesk::check, ## and #["),
        ("::error::x", r"\x3a:error::x"),
        ("  ::stop-commands::x", r"  \x3a:stop-commands::x"),
        ("\xa0::error::x", "\xa0\\x3a:error::x"),
        ("a ##[add-mask]x", r"a \x23#[add-mask]x"),
        ("a ##vso[task.setvariable]x", r"a \x23#vso[task.setvariable]x"),
        ("###[x]", r"#\x23#[x]"),
        ("a\n::error::x", r"a\n::error::x"),
        ("\x1b[2J\x07\u202e\ud800", r"\x1b[2J\x07\u202e\ud800"),
    ],
)
def test_what_stands_there_instead(text, shown):
    assert printable(text) == shown


HOSTILE = st.text(st.sampled_from(list(":#[]ab \t\n\r\x0b\x1b\x85\xa0\u2028\u202e\ud800")), max_size=12)


@given(HOSTILE)
def test_one_line_without_controls_or_commands(text):
    shown = printable(text)
    assert not is_command(shown)
    assert not any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in shown)
    assert not set(shown) & set("\u2028\u202e\ud800")


@given(HOSTILE)
def test_lines_keep_everything_but_commands(text):
    shown = without_commands(text)
    assert not any(is_command(line) for line in shown.replace("\r", "\n").split("\n"))
    assert shown.replace(r"\x3a", ":").replace(r"\x23", "#") == text


@given(HOSTILE)
def test_json_means_the_same(text):
    written = dumps([text])
    assert json.loads(written) == [text]
    assert "##[" not in written
    written.encode("utf-8")


class TestInCI:
    @pytest.mark.parametrize("form", ["text", "pretty", "json", "sarif", "markdown", "html", "checkstyle"])
    @pytest.mark.parametrize("variable", ["GITHUB_ACTIONS", "TF_BUILD"])
    def test_no_report_on_the_screen_holds_a_command(self, copydesk, folder, monkeypatch, form, variable):
        monkeypatch.setenv(variable, "true")
        try:
            folder({"::error::a ##[error].txt": "::error::x ##[error]y A bad word.\n\n  ::debug::bad\n"})
        except OSError as error:
            pytest.skip(f"such a name cannot be made here: {error}")
        result = copydesk("check", "--format", form, ".")
        assert result.code == 1
        assert not [line for line in result.out.splitlines() if is_command(line)]

    def test_nor_does_the_text_report_anywhere_else(self, copydesk, folder):
        try:
            folder({"::error::a.txt": "A bad word.\n"})
        except OSError as error:
            pytest.skip(f"such a name cannot be made here: {error}")
        assert copydesk("check", "--format", "text", ".").out.startswith(r"\x3a:error::a.txt:1:3: warning")

    def test_a_correction_that_is_shown_holds_none(self, copydesk, folder, monkeypatch):
        folder({"a.txt": "::error::x\nA bad word.\n##[error]y\n"})
        line = ("check", "--diff", "--unsafe-fixes", "a.txt")
        assert "\n ::error::x\n" in copydesk(*line).out
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        assert not [one for one in copydesk(*line).out.splitlines() if is_command(one)]

    def test_annotations_are_commands(self, copydesk, folder, monkeypatch):
        monkeypatch.setenv("GITHUB_ACTIONS", "true")
        folder({"a.txt": "A bad word.\n"})
        assert copydesk("check", "a.txt").out.startswith("::warning file=a.txt,")


EVIL = "\x1b]0;owned\x07"


class TestWhatARepositorySupplies:
    def test_entries_of_a_baseline(self, copydesk, folder):
        head = "# copydesk baseline 1: findings\n"
        folder(
            {
                "a.txt": "A word.\n",
                "copydesk.baseline": f"{head}{EVIL}.txt\tbad{EVIL}\t{'0' * 16}\t{EVIL}\n",
            }
        )
        result = copydesk("check", "--baseline", "a.txt")
        assert "no longer needed" in result.err
        assert not {"\x1b", "\x07"} & set(result.err)

    @pytest.mark.parametrize("version", [f"1{EVIL}", EVIL, f"2 {EVIL}"])
    def test_a_broken_baseline(self, copydesk, folder, version):
        folder({"a.txt": "A word.\n", "copydesk.baseline": f"# copydesk baseline {version}\n{EVIL}\n"})
        result = copydesk("check", "--baseline", "a.txt")
        assert result.code == 2
        assert not {"\x1b", "\x07"} & set(result.err)

    def test_values_of_a_configuration(self, copydesk, folder):
        folder({"a.txt": "A word.\n", "copydesk.toml": 'exclude = ["\\u001b[2J", "::error::x"]\n'})
        result = copydesk("config", "show", "a.txt")
        assert result.code == 0
        assert "\x1b" not in result.out
        assert not [line for line in result.out.splitlines() if is_command(line)]

    @pytest.mark.parametrize("command", ["check", "inspect", "sources", "duplicates", "usage", "baseline"])
    def test_names_of_files(self, copydesk, folder, command):
        try:
            folder({f"{EVIL}\n::error::x.txt": "A bad word. The mayor said it.\n"})
        except OSError as error:
            pytest.skip(f"such a name cannot be made here: {error}")
        for line in ((command, "."), (command, f"{EVIL}\n::error::gone.txt")):
            result = copydesk(*line)
            assert not {"\x1b", "\x07"} & set(result.out + result.err)
            lines = (result.out + result.err).splitlines()
            assert not [one for one in lines if is_command(one)]

    @pytest.mark.parametrize(
        "line",
        [
            ("check", f"--output={EVIL}.pdf", "a.txt"),
            ("check", f"--format={EVIL}", "a.txt"),
            ("check", f"--select={EVIL}", "a.txt"),
            ("check", f"--fail-on={EVIL}", "a.txt"),
            ("check", f"--config={EVIL}", "a.txt"),
            ("explain", EVIL),
            (EVIL,),
        ],
        ids=repr,
    )
    def test_words_of_the_command_line(self, copydesk, folder, line):
        folder({"a.txt": "A bad word.\n"})
        result = copydesk(*line)
        assert result.code == 2
        assert not {"\x1b", "\x07"} & set(result.err)

    def test_the_words_of_a_fault_of_our_own(self, copydesk, folder, monkeypatch):
        def broken(*_):
            raise RuntimeError(f"{EVIL}\n::error::x")

        folder({"a.txt": ""})
        monkeypatch.setattr("copydesk.commands.check.steps.run", broken)
        result = copydesk("check", "a.txt")
        assert result.code == 2
        assert not {"\x1b", "\x07"} & set(result.err)
        assert not [one for one in result.err.splitlines() if is_command(one)]
