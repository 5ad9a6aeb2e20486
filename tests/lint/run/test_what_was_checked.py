"""What is named is checked, or said not to be; what a folder holds beside it and what is left out is said."""

from __future__ import annotations

import os
import subprocess

import pytest

from copydesk.files import repository
from copydesk.files.programs import find_program
from copydesk.plugins.hooks import hookimpl
from copydesk.readers import Reader
from copydesk.readers.unread import PROSE

GOOD = "A good word.\n"
BAD = "A bad word.\n"


@pytest.fixture
def git(folder):
    """A git repository with some files: `git({"a.txt": "A word."})("add", "a.txt")`."""

    def make(files):
        root = folder(files)

        def run(*arguments: str) -> None:
            environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
            subprocess.run(["git", *arguments], cwd=root, check=True, env=environment, capture_output=True)

        run("init", "-q")
        return run

    return make


@pytest.fixture
def asked(monkeypatch):
    """The questions that git is asked about what it tracks."""
    questions: list[str] = []

    def ask(root: str, *arguments: str) -> bytes | None:
        questions.append(root)
        return ask_git(root, *arguments)

    ask_git = repository.ask_git
    monkeypatch.setattr(repository, "ask_git", ask)
    return questions


def lines(result) -> list[str]:
    return [line.removeprefix("copydesk: ").replace(os.sep, "/") for line in result.err.splitlines()]


class TestFormats:
    @pytest.mark.parametrize(
        "name",
        "a.tex a.TEX a.qmd a.wiki a.asc a.textile a.xml a.yaml a.csv a.odt a.story a.bak".split(),
    )
    def test_a_named_file_in_a_format_that_nobody_reads_is_refused(self, copydesk, folder, name):
        folder({name: BAD})
        result = copydesk("check", name)
        suffix = os.path.splitext(name)[1].lower()
        assert result.code == 2
        assert result.out == ""
        assert lines(result) == [
            (
                f"{name}: {suffix} files are not read: save it as Markdown or text, install a plugin that "
                f"reads {suffix}, or read it as it is with `--as plain`"
            )
        ]

    def test_what_is_no_text_is_told_so(self, copydesk, folder):
        where = folder({})
        text, book = b"application/vnd.oasis.opendocument.text", b"application/epub+zip"
        for name, data in (
            ("a.odt", bytes(26) + b"mimetype" + text),
            ("a.epub", bytes(26) + b"mimetype" + book),
            ("a.pages", b"Index/Document.iwa"),
            ("a.zip", b" and so on"),
        ):
            (where / name).write_bytes(b"PK\x03\x04" + data)
        advice = "save it as UTF-8 text, or as .docx"
        assert lines(copydesk("check", "a.odt", "a.epub", "a.pages", "a.zip")) == [
            f"a.epub: not a text file, but an e-book (EPUB): {advice}",
            f"a.odt: not a text file, but an OpenDocument text: {advice}",
            f"a.pages: not a text file, but a Pages document: {advice}",
            f"a.zip: not a text file, but a ZIP archive: {advice}",
        ]

    @pytest.mark.parametrize("command", ["inspect", "sources", "duplicates", "usage", "baseline"])
    def test_every_command_refuses_it(self, copydesk, folder, command):
        folder({"a.tex": BAD})
        result = copydesk(command, "a.tex", installed=True)
        assert result.code == 2
        assert "a.tex: .tex files are not read" in result.err

    @pytest.mark.parametrize("name", ["draft", "Interview with Mr. Roe", "budget 2.0"])
    def test_a_file_without_a_suffix_is_plain_text(self, copydesk, folder, name):
        folder({name: BAD})
        assert copydesk("check", name).code == 1

    def test_standard_input_goes_by_its_name(self, copydesk, folder, monkeypatch):
        import io
        from types import SimpleNamespace

        folder({})
        for arguments, code in ((("a.tex",), 2), (("a.tex", "--as", "plain"), 1), (("a.txt",), 1)):
            monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(BAD.encode())))
            assert copydesk("check", "-", "--stdin-filename", *arguments).code == code

    def test_a_reader_that_is_named_reads_the_files_that_are_named(self, copydesk, folder):
        folder({"a.tex": BAD, "d/b.md": BAD, "d/c.wiki": BAD})
        assert copydesk("check", "a.tex", "--as", "plain").out.startswith("a.tex:1:3: ")
        assert copydesk("check", "d/*.wiki", "--as", "plain").code == 1
        drafts = json_of(copydesk("check", "a.tex", "d", "--as", "plain", "--format", "json"))
        assert drafts == {"a.tex": "plain", "d/b.md": "markdown"}

    def test_a_reader_that_has_nothing_to_read_or_is_unknown_is_refused(self, copydesk, folder):
        folder({"d/b.md": GOOD})
        assert lines(copydesk("check", "d", "--as", "plain"))[0].startswith("--as says how files are read")
        (line,) = lines(copydesk("check", "d/b.md", "--as", "markdwn"))
        assert line.startswith('there is no reader "markdwn"; did you mean "markdown"? (there are: ')

    def test_the_reader_of_a_plugin_is_honoured_everywhere(self, copydesk, folder, toys):
        class Pages(toys.Plugin):
            @hookimpl
            def copydesk_readers(self):
                from copydesk.readers.plain import read

                return [Reader("pages", (".tex",), read)]

        folder({"d/a.tex": BAD})
        from copydesk.plugins.discovery import load_plugins
        from copydesk.plugins.registry import Registry

        plugins, _ = load_plugins([])
        plugins["pages"] = Pages(toys.Bad)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("copydesk.plugins.registry.load_registry", lambda **_: Registry(plugins))
            for named in ("d", "d/a.tex", "d/*"):
                result = copydesk("check", named, installed=True)
                assert (result.code, result.err) == (1, "")
            assert copydesk("inspect", "d", installed=True).out.startswith(os.path.join("d", "a.tex"))

    def test_fix_leaves_a_refused_file_alone(self, copydesk, folder):
        root = folder({"a.tex": BAD})
        assert copydesk("check", "a.tex", "--fix", "--unsafe-fixes").code == 2
        assert (root / "a.tex").read_text(encoding="utf-8") == BAD


def json_of(result) -> dict[str, str]:
    """The drafts of a report by path, each with who read it."""
    import json

    return {one["path"].replace(os.sep, "/"): one["format"] for one in json.loads(result.out)["drafts"]}


class TestFolders:
    def test_a_folder_says_which_prose_it_holds_that_is_not_read(self, copydesk, folder):
        others = ["b.tex", "e/c.tex", "d.odt", "f.json", "photo.jpg", "style.css", "code.py", ".notes.wiki"]
        folder({f"d/{name}": BAD for name in others} | {"d/a.md": GOOD})
        result = copydesk("check", "d")
        assert (result.code, lines(result)) == (0, ["4 files are not drafts: 2 .tex, 1 .json, 1 .odt"])

    def test_one_line_holds_for_all_folders_and_every_file_counts_once(self, copydesk, folder):
        folder({"d/a.md": GOOD, "d/b.wiki": BAD, "e/a.md": GOOD})
        assert lines(copydesk("check", "d", "d/", "e", "d/*.md")) == ["1 file is not a draft: 1 .wiki"]

    def test_nothing_is_said_of_what_the_configuration_excludes(self, copydesk, folder):
        folder({"copydesk.toml": 'exclude = ["site"]', "a.md": GOOD, "site/b.tex": BAD})
        assert lines(copydesk("check", ".")) == []
        assert lines(copydesk("check", ".", "--isolated")) == ["1 file is not a draft: 1 .tex"]

    def test_a_folder_at_an_address_says_so_too(self, copydesk, folder):
        pytest.importorskip("fsspec")
        address = folder({"d/a.md": GOOD, "d/b.odt": BAD}).joinpath("d").as_uri()
        result = copydesk("check", address)
        assert (result.code, lines(result)) == (0, ["1 file is not a draft: 1 .odt"])
        assert copydesk("check", f"{address}/b.odt").code == 2

    @pytest.mark.parametrize("command", ["inspect", "sources", "duplicates", "usage"])
    def test_every_command_says_so(self, copydesk, folder, command):
        folder({"d/a.md": GOOD, "d/b.odt": BAD})
        result = copydesk(command, "d", installed=True)
        assert (result.code, lines(result)) == (0, ["1 file is not a draft: 1 .odt"])

    def test_baseline_says_so_too(self, copydesk, folder):
        folder({"d/a.md": GOOD, "d/b.odt": BAD})
        assert lines(copydesk("baseline", "d"))[0] == "1 file is not a draft: 1 .odt"

    def test_a_folder_without_a_draft_is_not_clean(self, copydesk, folder):
        folder({"d/b.odt": BAD})
        result = copydesk("check", "d")
        assert result.code == 2
        assert lines(result)[1:] == ["1 file is not a draft: 1 .odt"]

    @pytest.mark.parametrize("force", [(), ("--force-exclude",)])
    @pytest.mark.parametrize("named", ["wire", "wire/*.md"])
    def test_a_folder_of_which_the_configuration_leaves_nothing_is_not_clean(
        self, copydesk, folder, force, named
    ):
        folder({"copydesk.toml": 'exclude = ["wire"]', "a.md": GOOD, "wire/b.md": BAD, "wire/c.md": BAD})
        for paths in ((named,), (named, "a.md")):
            result = copydesk("check", *force, *paths)
            assert result.code == 2
            assert lines(result) == [f"{named}: nothing is left here: all 2 drafts are excluded"]
        assert copydesk("check", *force, ".").code == 0
        assert copydesk("baseline", *force, named).code == 2

    def test_files_that_a_hook_names_may_all_be_excluded(self, copydesk, folder):
        folder({"copydesk.toml": 'exclude = ["wire"]', "wire/b.md": BAD, "wire/c.html": BAD})
        result = copydesk("check", "--force-exclude", "wire/b.md", "wire/c.html")
        assert (result.code, lines(result)) == (0, ["every draft that was named is excluded"])

    def test_a_draft_that_is_named_by_itself_stays_when_its_folder_is_excluded(self, copydesk, folder):
        folder({"copydesk.toml": 'exclude = ["wire"]', "wire/b.md": BAD})
        assert copydesk("check", "wire", "wire/b.md").code == 1

    def test_formats_of_prose_are_suffixes(self):
        assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in PROSE)


class TestGitignore:
    FILES = {  # noqa: RUF012  read only
        ".gitignore": "out/\n*.tmp.md\n",
        "drafts/a.md": GOOD,
        "drafts/b.tmp.md": BAD,
        "out/c.md": BAD,
        "out/page.tex": BAD,
        "out/deep/d.md": BAD,
    }

    def test_untracked_drafts_are_left_out_and_counted(self, copydesk, git):
        git(self.FILES)
        for named in (".", "**/*.md"):
            result = copydesk("check", named)
            assert result.code == 0
            assert lines(result) == [".gitignore leaves out 3 drafts (--no-respect-gitignore reads them)"]

    def test_a_tracked_draft_is_always_checked(self, copydesk, git):
        git(self.FILES)("add", "--force", "out/deep/d.md")
        result = copydesk("check", ".")
        assert result.out.replace(os.sep, "/").startswith("out/deep/d.md:1:3: ")
        assert lines(result) == [".gitignore leaves out 2 drafts (--no-respect-gitignore reads them)"]

    def test_a_draft_that_is_named_is_checked(self, copydesk, git):
        git(self.FILES)
        assert copydesk("check", "out/c.md").code == 1

    def test_a_switch_reads_it_all(self, copydesk, git):
        git(self.FILES)
        result = copydesk("check", ".", "--no-respect-gitignore")
        assert len(result.out.splitlines()) == 3
        assert lines(result) == ["1 file is not a draft: 1 .tex"]

    def test_a_folder_of_which_nothing_is_left_is_not_clean(self, copydesk, git):
        git(self.FILES)
        result = copydesk("check", "drafts", "out")
        assert result.code == 2
        message = "out: nothing is left here: .gitignore leaves out all 2 drafts "
        assert lines(result)[0] == message + "(--no-respect-gitignore reads them)"

    def test_the_folder_of_a_draft_may_have_any_name(self, copydesk, git):
        git({".gitignore": "*.tmp.md\n", "d é\u00a0[x]/-a.tmp.md": BAD, "d é\u00a0[x]/b.md": GOOD})
        assert copydesk("check", ".").code == copydesk("check", "d é\u00a0[x]").code == 0

    @pytest.mark.parametrize("command", ["inspect", "duplicates", "usage", "sources", "baseline"])
    def test_every_command_leaves_it_out_and_says_so(self, copydesk, git, command):
        git(self.FILES)
        result = copydesk(command, ".", installed=True)
        assert result.code == 0
        assert ".gitignore leaves out 3 drafts (--no-respect-gitignore reads them)" in lines(result)

    def test_a_repository_inside_another_has_its_own_word(self, copydesk, git, folder):
        git(self.FILES)
        root = folder({"out/sub/.gitignore": "z.md\n", "out/sub/y.md": BAD, "out/sub/z.md": BAD})
        subprocess.run(["git", "init", "-q"], cwd=root / "out" / "sub", check=True)
        assert copydesk("check", ".").out.replace(os.sep, "/").startswith("out/sub/y.md:1:3: ")

    def test_git_is_asked_once_and_only_where_a_gitignore_has_a_say(self, copydesk, git, folder, asked):
        git({f"d{number % 10}/{number}.md": GOOD for number in range(50)})
        copydesk("check", ".")
        copydesk("check", "d1/1.md")
        assert asked == []
        folder({".gitignore": "*.tmp\n"})
        copydesk("check", "d1/1.md")
        assert asked == []
        copydesk("check", ".", "d1", "d2/*.md")
        assert len(asked) == 1

    def test_where_git_cannot_answer_everything_is_checked(self, copydesk, git, monkeypatch):
        git(self.FILES)
        monkeypatch.setenv("PATH", "")
        assert len(copydesk("check", ".").out.splitlines()) == 3

    def test_what_a_hook_says_of_its_repository_does_not_hold_for_another(
        self, copydesk, git, tmp_path, monkeypatch
    ):
        git(self.FILES)("add", "--force", "out/c.md")
        other = tmp_path / "other"
        subprocess.run(["git", "init", "-q", str(other)], check=True)
        monkeypatch.setenv("GIT_DIR", str(other / ".git"))
        monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git" / "index"))
        assert "c.md:1:3: " in copydesk("check", ".").out

    @pytest.mark.skipif(os.name == "nt", reason="the program that must not run is a shell script")
    def test_no_setting_of_the_repository_runs_a_program(self, copydesk, git, tmp_path):
        run = git(self.FILES)
        program = tmp_path / "evil.sh"
        program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
        program.chmod(0o755)
        for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "alias.ls-files", "core.editor"):
            run("config", key, str(program))
        assert copydesk("check", ".").code == 0
        assert not (tmp_path / "ran").exists()

    def test_a_git_in_the_current_folder_is_not_started(self, monkeypatch, tmp_path):
        program = tmp_path / ("git.exe" if os.name == "nt" else "git")
        program.write_text("#!/bin/sh\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.chdir(tmp_path)
        for path in ("", ".", os.pathsep):
            monkeypatch.setenv("PATH", path)
            assert find_program("git") is None
