"""`copydesk check --fix`, `--unsafe-fixes` and `--diff`: corrections, made or shown."""

# ruff: noqa: ARG002  a toy rule takes what every rule takes

from __future__ import annotations

import os
import re
import stat
import subprocess
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copydesk.commands.cli import main
from copydesk.document import Document
from copydesk.edits.fixer import correct
from copydesk.model.finding import Edit, Finding, Fix
from copydesk.model.prose import Span
from copydesk.plugins.registry import load_registry


@pytest.fixture
def swap(toys):
    """A rule that corrects words: `swap("mend", {"bad word": "good one"})`."""

    def make(name: str, words: dict[str, str], applicability: str = "safe") -> type:
        class Swap(toys.Rule):
            in_quotes = "check"

            def check(self, document, context):
                for word, better in words.items():
                    for span in toys.find(document, word):
                        fix = Fix(better, (Edit(span, better),), applicability)
                        yield Finding(span, f'"{word}"', fix=fix)

        Swap.name = name
        return Swap

    return make


@pytest.fixture
def fixed(copydesk, folder, swap):
    """A draft after `--fix` with `wrong word` as the fault; a second run must change nothing."""

    def answer(name: str, text: str | bytes, words: dict[str, str] | None = None) -> str | bytes:
        rules = [swap("mend", words or {"wrong word": "right one"})]
        path: Path = folder({}) / name
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        copydesk("check", "--fix", name, rules=rules)
        written = path.read_bytes()
        again = copydesk("check", "--fix", name, rules=rules)
        assert "corrected" not in again.err
        assert path.read_bytes() == written
        return written.decode() if isinstance(text, str) else written

    return answer


@pytest.mark.parametrize(
    ("name", "text", "after"),
    [
        ("a.txt", "A wrong word.\n", "A right one.\n"),
        ("a.txt", "A wrong word, a wrong word.", "A right one, a right one."),
        ("a.txt", "One.\r\nA wrong word.\r\n\r\nTwo.\n", "One.\r\nA right one.\r\n\r\nTwo.\n"),
        ("a.txt", "One.\rA wrong word.\r", "One.\rA right one.\r"),
        ("a.txt", "One\u2028two, a wrong word 😀.", "One\u2028two, a right one 😀."),
        ("a.md", "> One\n\nA wrong\nword here.\n", "> One\n\nA right one here.\n"),
        ("a.md", "# A wrong word\n\nA **wrong word**.\n", "# A right one\n\nA **right one**.\n"),
        ("a.md", "---\ntitle: A wrong word\n---\nOne.\n", "---\ntitle: A right one\n---\nOne.\n"),
        ("a.md", "| a wrong word | b |\n|---|---|\n", "| a right one | b |\n|---|---|\n"),
    ],
)
def test_the_words_change_and_nothing_else(fixed, name, text, after):
    assert fixed(name, text) == after


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.txt", "“A wrong word,” she said.\n"),
        ("a.txt", "“A wrong\n“word,” she said.\n"),
        ("a.md", "> A wrong word.\n"),
        ("a.md", "A wrong *word*.\n"),
        ("a.md", "A *wrong* word.\n"),
        ("a.md", "A wrong <!-- stet: hint --> word.\n"),
        ("a.md", "A wrong [word](a.html).\n"),
        ("a.md", "A [wrong](a.html) word.\n"),
        ("a.md", "`A wrong word.`\n"),
    ],
)
def test_quotations_markup_and_notes_are_left_alone(fixed, name, text):
    assert fixed(name, text) == text


@pytest.mark.parametrize("better", ["a *new* word", "<b>one", "“one", "# one", "one\ntwo", "\ud800", ""])
def test_a_correction_that_the_format_would_read_as_something_else_is_not_made(fixed, better):
    text = "A title, title\n\nwrong word\n"
    assert fixed("a.md", text, {"wrong word": better}) in (text, "A title, title\n\n\n")


def test_one_bad_correction_does_not_keep_the_others_from_being_made(fixed):
    words = {"wrong word": "right one", "tail": "*tail*"}
    text = "A wrong word, a tail, a wrong word, a tail, a wrong word.\n"
    assert fixed("a.md", text, words) == "A right one, a tail, a right one, a tail, a right one.\n"


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("cp1252", b""),
    ],
)
def test_the_encoding_and_the_byte_order_mark_stay(fixed, encoding, mark):
    before = "The café – a wrong word.\r\n\r\nA wrong word – “so”.\r\n"
    assert fixed("a.txt", mark + before.encode(encoding)) == mark + before.replace(
        "wrong word", "right one"
    ).encode(encoding)


def test_bytes_that_windows_1252_does_not_know_stay(fixed):
    assert fixed("a.txt", b"A \x81 wrong word \x9d.\r\n") == b"A \x81 right one \x9d.\r\n"


def test_a_letter_that_the_encoding_lacks_is_not_written(fixed):
    before = "The café – a wrong word.\r\n".encode("cp1252")
    assert fixed("a.txt", before, {"wrong word": "naïveté ☃"}) == before


class TestWhichCorrections:
    def test_safe_ones_by_default_and_unsafe_ones_when_asked_for(self, copydesk, folder, swap):
        path = folder({"a.txt": "One fault, two faults.\n"}) / "a.txt"
        rules = [swap("safe", {"One fault": "No fault"}), swap("bold", {"two faults": "none"}, "unsafe")]
        result = copydesk("check", "--fix", "a.txt", rules=rules)
        assert path.read_text() == "No fault, two faults.\n"
        assert (result.code, result.out) == (1, 'a.txt:1:11: warning: "two faults" [bold]\n')
        assert result.err == "copydesk: corrected 1 finding in 1 draft\n"
        result = copydesk("check", "--fix", "--unsafe-fixes", "a.txt", rules=rules)
        assert path.read_text() == "No fault, none.\n"
        assert (result.code, result.out) == (0, "")

    def test_only_what_is_shown(self, copydesk, folder, swap):
        path = folder({"a.txt": "A wrong word.\n"}) / "a.txt"
        rule = swap("mend", {"wrong word": "right one"})
        copydesk("check", "--fix", "--show", "error", "a.txt", rules=[rule])
        assert path.read_text() == "A wrong word.\n"

    def test_nothing_that_a_note_lets_stand(self, fixed):
        text = "[stet: mend -- as the sign has it]\nA wrong word.\n\nA wrong word.\n"
        assert fixed("a.txt", text) == text.replace("\n\nA wrong word", "\n\nA right one")

    def test_a_note_that_lets_nothing_stand_any_more_is_taken_out(self, copydesk, folder):
        text = "One.\n\n<!-- stet: worst, bad -- so -->\nA bad word.\n\n<!-- stet: hint -->\nThree.\n"
        path = folder({"a.md": text}) / "a.md"
        result = copydesk("check", "--fix", "a.md")
        assert (result.code, result.out) == (0, "")
        assert path.read_text() == "One.\n\n<!-- stet: bad -- so -->\nA bad word.\n\nThree.\n"


class TestOverlaps:
    def test_of_two_that_overlap_one_is_made(self, copydesk, folder, swap):
        path = folder({"a.txt": "A big bad wolf.\n"}) / "a.txt"
        rules = [swap("first", {"big bad": "large"}), swap("second", {"bad wolf": "dog"})]
        assert copydesk("check", "--fix", "a.txt", rules=rules).code == 0
        assert path.read_text() == "A large wolf.\n"

    def test_the_other_is_made_after_it_where_it_still_stands(self, copydesk, folder, swap):
        path = folder({"a.txt": "A big bad wolf.\n"}) / "a.txt"
        rules = [swap("first", {"big bad": "bad"}), swap("second", {"bad wolf": "dog"})]
        result = copydesk("check", "--fix", "a.txt", rules=rules)
        assert result.err == "copydesk: corrected 2 findings in 1 draft\n"
        assert path.read_text() == "A dog.\n"

    def test_all_edits_of_a_correction_are_made_or_none(self, copydesk, folder, toys):
        class Both(toys.Rule):
            name = "both"

            def check(self, document, context):
                spans = toys.find(document, "one")
                edits = tuple(Edit(span, "two") for span in spans)
                yield from (Finding(span, "one", fix=Fix("two", edits, "safe")) for span in spans[:1])

        root = folder({"a.txt": "One, one, one.\n", "b.txt": "There is one; he said: “Just one.”\n"})
        copydesk("check", "--fix", "a.txt", "b.txt", rules=[Both])
        assert (root / "a.txt").read_text() == "One, two, two.\n"
        assert (root / "b.txt").read_text(encoding="utf-8") == "There is one; he said: “Just one.”\n"

    def test_corrections_without_end_change_nothing(self, copydesk, folder, swap):
        path = folder({"a.txt": "Black sheep.\n", "b.txt": "Blue sheep.\n"}) / "a.txt"
        rules = [swap("night", {"White": "Black"}), swap("day", {"Black": "White", "Blue": "Grey"})]
        result = copydesk("check", "--fix", "a.txt", "b.txt", rules=rules)
        assert result.code == 2
        assert "copydesk: a.txt: was not changed: the corrections of day never come to an end\n" in result.err
        assert "a.txt:1:1: warning" in result.out
        assert path.read_text() == "Black sheep.\n"
        assert path.with_name("b.txt").read_text() == "Grey sheep.\n"


class TestFiles:
    @pytest.fixture
    def mend(self, swap):
        return [swap("mend", {"wrong word": "right one"})]

    @pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
    def test_the_mode_stays(self, copydesk, folder, mend):
        path = folder({"a.txt": "A wrong word.\n"}) / "a.txt"
        path.chmod(0o640)
        copydesk("check", "--fix", "a.txt", rules=mend)
        assert path.read_text() == "A right one.\n"
        assert stat.S_IMODE(path.stat().st_mode) == 0o640

    def test_what_a_link_leads_to_is_changed_and_the_link_stays(self, copydesk, folder, mend):
        root = folder({"drafts/a.txt": "A wrong word.\n"})
        link(root / "today.txt", root / "drafts" / "a.txt")
        assert copydesk("check", "--fix", "today.txt", rules=mend).code == 0
        assert (root / "today.txt").is_symlink()
        assert (root / "drafts" / "a.txt").read_text() == "A right one.\n"

    @pytest.mark.parametrize("way", ["link.txt", "linked/a.txt"])
    def test_a_link_out_of_its_repository_is_not_followed(self, copydesk, folder, mend, way, monkeypatch):
        root = folder({"home/a.txt": "A wrong word.\n", "repository/.git/HEAD": ""})
        link(root / "repository" / "link.txt", root / "home" / "a.txt")
        link(root / "repository" / "linked", root / "home")
        monkeypatch.chdir(root / "repository")
        for option in ("--fix", "--add-stet=mend"):
            result = copydesk("check", "--follow-links", option, way, rules=mend)
            assert result.code == 2
            assert "was not written: it is reached by a link that leads outside the repository" in result.err
            assert "[mend]" in result.out
        assert (root / "home" / "a.txt").read_text() == "A wrong word.\n"

    def test_a_read_only_draft_is_a_problem(self, copydesk, folder, mend):
        path = folder({"a.txt": "A wrong word.\n"}) / "a.txt"
        path.chmod(0o444)
        if os.access(path, os.W_OK):
            pytest.skip("nothing is read-only to this user")
        result = copydesk("check", "--fix", "a.txt", rules=mend)
        assert (result.code, result.err) == (2, "copydesk: a.txt: was not changed: it is read-only\n")

    def test_a_crash_loses_nothing(self, copydesk, folder, mend, monkeypatch):
        root = folder({"a.txt": "A wrong word.\n", "b.txt": "A wrong word.\n"})

        def refuse(source: str, target: str) -> None:
            if target.endswith("a.txt"):
                raise OSError(28, "No space left on device")
            os.rename(source, target)

        monkeypatch.setattr(os, "replace", refuse)
        result = copydesk("check", "--fix", "a.txt", "b.txt", rules=mend)
        assert (result.code, result.out) == (2, 'a.txt:1:3: warning: "wrong word" [mend]\n')
        assert "copydesk: a.txt: cannot be written: no space left on device\n" in result.err
        assert "corrected 1 finding in 1 draft" in result.err
        assert (root / "a.txt").read_text() == "A wrong word.\n"
        assert sorted(path.name for path in root.iterdir()) == ["a.txt", "b.txt"]

    def test_what_somebody_writes_during_the_run_is_not_lost(self, copydesk, folder, toys):
        path = folder({"a.txt": "A wrong word.\n"}) / "a.txt"

        class Slow(toys.Rule):
            name = "slow"

            def check(self, document, context):
                path.write_text("The newer text.\n", encoding="utf-8")
                for span in toys.find(document, "wrong word"):
                    yield Finding(span, "wrong", fix=Fix("right", (Edit(span, "right one"),), "safe"))

        result = copydesk("check", "--fix", "a.txt", rules=[Slow])
        assert result.code == 2
        assert "a.txt: was not changed: somebody else wrote to it during the run" in result.err
        assert path.read_text() == "The newer text.\n"

    def test_standard_input_is_not_corrected(self, copydesk, folder, mend, monkeypatch):
        folder({})
        pipe(monkeypatch, b"A wrong word.\n")
        result = copydesk("check", "--fix", "-", rules=mend)
        assert result.code == 2
        assert "<stdin>: standard input cannot be corrected: name a file, or ask for --diff" in result.err
        assert copydesk("check", "--fix", "-", rules=mend).code == 0


class TestDiff:
    @pytest.fixture
    def mend(self, swap):
        return [swap("mend", {"wrong word": "right one"})]

    def test_it_shows_what_fix_would_do_and_writes_nothing(self, copydesk, folder, mend):
        drafts = {"a.txt": "One.\nA wrong word.\n", "b b.txt": "A wrong word.", "c.txt": "Nothing.\n"}
        root = folder(drafts)
        result = copydesk("check", "--diff", *drafts, rules=mend)
        assert result.out == (
            "--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n One.\n-A wrong word.\n+A right one.\n"
            "--- b b.txt\t\n+++ b b.txt\t\n@@ -1 +1 @@\n"
            "-A wrong word.\n\\ No newline at end of file\n+A right one.\n\\ No newline at end of file\n"
        )
        assert (result.code, result.err) == (1, "copydesk: --fix would correct 2 findings in 2 drafts\n")
        assert {name: (root / name).read_text() for name in drafts} == drafts

    def test_the_exit_code_is_that_of_the_drafts_as_they_are(self, copydesk, folder, mend):
        folder({"a.txt": "A wrong word.\n", "b.txt": "Nothing.\n"})
        assert copydesk("check", "--diff", "--fail-on", "error", "a.txt", rules=mend).code == 0
        assert copydesk("check", "--diff", "--fix", "a.txt", rules=mend).code == 1
        result = copydesk("check", "--diff", "b.txt", rules=mend)
        assert (result.code, result.out, result.err) == (0, "", "copydesk: --fix would correct nothing\n")
        assert copydesk("check", "--diff", "b.txt", "gone.txt", rules=mend).code == 2

    def test_the_report_goes_where_output_says(self, copydesk, folder, mend):
        root = folder({"a.txt": "A wrong word.\n"})
        result = copydesk("check", "--diff", "--output", "report.txt", "a.txt", rules=mend)
        assert result.out.startswith("--- a.txt\n")
        assert (root / "report.txt").read_text() == 'a.txt:1:3: warning: "wrong word" [mend]\n'

    def test_standard_input_has_one_too(self, copydesk, folder, mend, monkeypatch):
        folder({})
        pipe(monkeypatch, b"A wrong word.\n")
        result = copydesk("check", "--diff", "--stdin-filename", "a.txt", "-", rules=mend)
        assert "--- a.txt\n" in result.out
        assert result.code == 1

    def test_a_terminal_is_not_steered(self, copydesk, folder, mend):
        folder({"a.txt": "A wrong word \x1b]0;owned\x07.\r\n"})
        result = copydesk("check", "--diff", "--color", "always", "a.txt", rules=mend)
        assert "\x1b]0" not in result.out
        assert "\x1b[32m+A right one \\x1b]0;owned\\x07." in result.out

    @pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_a_patch_of_it_is_what_fix_writes(
        self, folder, swap, registry_of, encoding, end, monkeypatch, capfdbinary
    ):
        text = end.join(["The café.", "", "A wrong word – here.", "", "Two.", "", "A wrong word"])
        path = folder({}) / "drafts" / "Été 1.txt"
        path.parent.mkdir()
        path.write_bytes(text.encode(encoding))
        registry = registry_of(swap("mend", {"wrong word": "right one"}))
        monkeypatch.setattr("copydesk.plugins.registry.load_registry", lambda **_: registry)
        with pytest.raises(SystemExit):
            main(["check", "--diff", "drafts"])
        diff = capfdbinary.readouterr().out
        apply = ["git", "apply", "-p0", "--whitespace=nowarn", "-"]
        subprocess.run(apply, input=diff, cwd=path.parents[1], check=True)
        assert path.read_bytes() == text.replace("wrong word", "right one").encode(encoding)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("--unsafe-fixes", "--unsafe-fixes goes with --fix, or with --diff to see them first"),
        ("--fix --add-stet bad", "--add-stet lets findings stand, --fix and --diff correct them: choose"),
    ],
)
def test_what_cannot_be_asked_for(copydesk, folder, arguments, message):
    folder({"a.txt": "A bad word."})
    result = copydesk("check", "a.txt", *arguments.split())
    assert result.code == 2
    assert message in result.err


def test_our_own_rules_come_to_an_end(copydesk, folder):
    terms = '[prefer]\nemail = ["e-mail"]\n'
    root = folder({"copydesk.toml": 'terms = ["terms.toml"]\n', "terms.toml": terms})
    draft = (
        "The clerk sent {} e-mail to the mayor. The landmines were cleared; more landmines were found.\n\n"
        "“We sent an an e-mail to him,” Ann Orr said. The landmines and the land mines were old.\n"
    )
    (root / "a.txt").write_text(draft.format("an an"), encoding="utf-8")
    copydesk("check", "--fix", "a.txt", installed=True)
    assert (root / "a.txt").read_text(encoding="utf-8") == draft.format("an").replace("e-mail", "email", 1)
    assert "corrected" not in copydesk("check", "--fix", "a.txt", installed=True).err


PIECES = st.sampled_from(
    'bad|“bad”|‘bad’|*bad*|worst bad|“|”|"|é|😀|\n|\n\n|\r\n|# |> |- |<!-- stet: bad -->|[stet: worst]|'
    "bad worst bad|`bad`|[bad](bad)|&amp;|\\*|he said,".split("|")
)
BETTER = st.sampled_from(["good", "", "a b", "é", "*x*", "“x”", "<", "#", "x\ny", "bad"])


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    pieces=st.lists(PIECES, min_size=1, max_size=14), better=BETTER, name=st.sampled_from(["a.md", "a.txt"])
)
def test_corrections_change_the_words_they_are_about_and_nothing_else(check, toys, pieces, better, name):
    class Mend(toys.Rule):
        in_quotes = "check"

        def check(self, document, context):
            for span in toys.find(document, self.word):
                for wide in (span, Span(max(0, span.start - 2), span.end)):
                    yield Finding(span, "mend", fix=Fix("mend", (Edit(wide, better),), "safe"))

    one = type("One", (Mend,), {"name": "one", "word": "bad"})
    two = type("Two", (Mend,), {"name": "two", "word": "worst bad"})
    data = " ".join(pieces).encode()
    reader = load_registry().reader_for(name)
    findings = check({name: data}, one, two).findings
    done = correct(name, data, reader, findings, unsafe=False)
    before, after = (Document(reader.read(name, one)) for one in (data, done.data))
    edits = sorted(edit.span for finding in done.made for edit in finding.fix.edits)
    assert all(one.end < other.start for one, other in pairwise(edits))
    meant = before.text
    for span in reversed(edits):
        assert not any(quotation.span.overlaps(span) for quotation in before.quotes)
        meant = meant[: span.start] + better + meant[span.end :]
    assert re.sub(r"\s+", " ", after.text).strip() == re.sub(r"\s+", " ", meant.replace(" \n", "\n")).strip()
    assert [note.text for note in before.notes] == [note.text for note in after.notes]
    if not done.made:
        assert done.data == data


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")


def pipe(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=BytesIO(data), isatty=lambda: False))
