"""`copydesk check --since` and `--staged`: findings that touch changed lines."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.gate.lines import changed_lines

OLD = "A bad word.\n\nNothing here.\n\nThe worst word.\n"


def link(path: Path, target: str) -> None:
    try:
        path.symlink_to(target)
    except OSError as error:
        pytest.skip(f"links cannot be made here: {error}")


@pytest.fixture
def found(copydesk):
    """What `check` with these arguments finds: `["a.txt:1 bad"]`, without notes."""

    def answer(*arguments: str, **options) -> list[str]:
        result = copydesk("check", "--show", "warning", *arguments, **options)
        assert result.code in (0, 1), result.err
        lines = [line for line in result.out.splitlines() if ": note: " not in line]
        return [f"{line.split(':')[0]}:{line.split(':')[1]} {line.rpartition('[')[2][:-1]}" for line in lines]

    return answer


class TestWorkTree:
    def test_only_what_touches_a_changed_line_is_reported(self, copydesk, git):
        git.commit(a_txt=OLD)
        git.write("a.txt", OLD.replace("Nothing here", "The worst of it") + "\nAnother bad word.\n")
        result = copydesk("check", "--since", "HEAD", ".")
        assert result.out == (
            'a.txt:3:5: error: "worst" was found [worst]\n'
            'a.txt:7:9: warning: "bad" was found [bad]\na.txt:1:3: note: first here\n'
        )
        assert (result.code, result.err) == (1, "copydesk: 2 findings on unchanged lines not reported\n")

    def test_nothing_changed(self, copydesk, git):
        git.commit(a_txt=OLD)
        result = copydesk("check", "--since", "HEAD", ".")
        assert (result.code, result.out) == (0, "")

    def test_a_finding_whose_other_place_is_changed_is_reported(self, found, git):
        git.commit(a_txt="A bad word.\n\nMore bad words.\n")
        git.write("a.txt", "The one bad word.\n\nMore bad words.\n")
        assert found("--since", "HEAD", "a.txt") == ["a.txt:1 bad", "a.txt:3 bad"]

    def test_so_is_one_in_another_draft(self, found, git, toys):
        git.commit(a_txt="Old start.\n", b_txt="Same start.\n")
        git.write("a.txt", "Same words.\n")
        assert found("--since", "HEAD", ".", rules=[toys.FirstWord]) == ["b.txt:1 first-word"]

    def test_a_paragraph_is_touched_by_any_of_its_lines(self, found, git, toys):
        git.commit(a_md="Copy: one\ntwo\nthree\n\nNothing.\n")
        git.write("a.md", "Copy: one\ntwo\n3\n\nNothing.\n")
        assert found("--since", "HEAD", "a.md", rules=[toys.Copies]) == ["a.md:1 copies"]
        git.write("a.md", "Copy: one\ntwo\nthree\n\nNothing!\n")
        assert found("--since", "HEAD", "a.md", rules=[toys.Copies]) == []

    def test_untracked_drafts_are_new_and_so_are_ignored_ones(self, found, git):
        git.commit(a_txt=OLD, _gitignore="c.txt\n")
        for name in ("b.txt", "c.txt", "d.txt"):
            git.write(name, "A bad word.\n")
        git("add", "--intent-to-add", "d.txt")
        assert found("--since", "HEAD", ".") == ["b.txt:1 bad", "d.txt:1 bad"]
        all_of_it = ("--since", "HEAD", ".", "--no-respect-gitignore")
        assert found(*all_of_it) == ["b.txt:1 bad", "c.txt:1 bad", "d.txt:1 bad"]

    def test_a_draft_taken_out_of_the_index_is_new(self, found, git):
        git.commit(a_txt=OLD)
        git("rm", "--cached", "--quiet", "a.txt")
        assert found("--since", "HEAD", ".") == ["a.txt:1 bad", "a.txt:5 worst"]

    def test_renames_are_followed(self, found, git):
        git.commit(a_txt=OLD)
        git("mv", "a.txt", "b.txt")
        assert found("--since", "HEAD", ".") == []
        git.write("b.txt", OLD + "\nA bad end.\n")
        assert found("--since", "HEAD", ".") == ["b.txt:7 bad"]

    @pytest.mark.parametrize("name", ["a b.txt", "Été/ça va.txt", '"quoted".txt', "new\nline.txt", "-x.txt"])
    def test_any_name_will_do(self, copydesk, git, name):
        try:
            git.write(name, OLD)
        except OSError as error:
            pytest.skip(f"such a name cannot be made here: {error}")
        git.commit()
        assert copydesk("check", "--since", "HEAD", ".").out == ""
        git.write(name, OLD + "\nA bad end.\n")
        assert copydesk("check", "--since", "HEAD", ".").out.count("[bad]") == 1

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (OLD, OLD.replace("\n", "\r\n")),
            (OLD.replace("\n", "\r"), OLD),
            (OLD.encode("utf-16"), OLD),
            ((OLD + "Café.").encode("cp1252"), OLD + "Café."),
        ],
    )
    def test_line_ends_and_encodings_are_no_changes(self, found, git, old, new):
        git.write("a.txt", old)
        git.commit()
        git.write("a.txt", new)
        assert found("--since", "HEAD", "a.txt") == []

    def test_from_a_folder_below_and_through_a_link(self, found, git, monkeypatch):
        git.commit(a_txt=OLD)
        git.write("drafts/b.txt", "A bad word.\n")
        monkeypatch.chdir(git.root / "drafts")
        assert found("--since", "HEAD", "..", ".") == ["../drafts/b.txt:1 bad"]
        try:
            (git.root.parent / "link").symlink_to(git.root, target_is_directory=True)
        except OSError as error:
            pytest.skip(f"links cannot be made here: {error}")
        assert [line.split(":")[1] for line in found("--since", "HEAD", str(git.root.parent / "link"))] == [
            "1 bad"
        ]

    def test_standard_input_goes_by_its_name(self, copydesk, git, monkeypatch):
        from io import BytesIO
        from types import SimpleNamespace

        git.commit(a_txt=OLD)
        for name, lines in (("a.txt", ["7"]), ("b.txt", ["1", "5", "7"])):
            data = BytesIO(f"{OLD}\nThe worst end.\n".encode())
            monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=data, isatty=lambda: False))
            out = copydesk("check", "--since", "HEAD", "--stdin-filename", name, "-").out
            assert [line.split(":")[1] for line in out.splitlines()] == lines

    def test_fixes_touch_changed_lines_only_and_come_to_an_end(self, copydesk, git):
        git.commit(a_txt=OLD)
        git.write("a.txt", OLD + "\nA new bad line.\n")
        arguments = ("check", "--since", "HEAD", "--fix", "--unsafe-fixes", "--select", "bad", "a.txt")
        copydesk(*arguments)
        text = (git.root / "a.txt").read_text(encoding="utf-8")
        assert text == OLD + "\nA new good line.\n"
        assert "corrected" not in copydesk(*arguments).err

    def test_nothing_is_written(self, copydesk, git):
        git.commit(a_txt=OLD)
        git.write("a.txt", OLD + "More.\n")
        os.utime(git.root / "a.txt", (1, 1))
        before = (git.root / ".git" / "index").read_bytes()
        copydesk("check", "--since", "HEAD", ".")
        copydesk("check", "--staged", ".")
        assert (git.root / ".git" / "index").read_bytes() == before


class TestIndex:
    def test_what_is_staged_is_checked_and_nothing_else(self, found, git):
        git.commit(a_txt=OLD)
        git.write("a.txt", "The worst start.\n\n" + OLD)
        git("add", "a.txt")
        git.write("a.txt", "A good start.\n\n" + OLD + "\nA bad end.\n")
        git.write("b.txt", "A bad word.\n")
        assert found("--staged", ".") == ["a.txt:1 worst"]
        assert found("--since", "HEAD", ".") == ["a.txt:9 bad", "b.txt:1 bad"]

    def test_a_draft_that_is_staged_and_deleted(self, found, git):
        git.commit(b_txt=OLD)
        git.write("drafts/a.txt", "A bad word.\n")
        git("add", "--all")
        (git.root / "drafts" / "a.txt").unlink()
        assert found("--staged", ".") == ["drafts/a.txt:1 bad"]
        assert found("--staged", "drafts/a.txt") == ["drafts/a.txt:1 bad"]

    def test_a_named_draft_that_is_nowhere_is_a_problem(self, copydesk, git):
        git.commit(a_txt=OLD)
        result = copydesk("check", "--staged", "gone.txt")
        assert (result.code, result.out) == (2, "")
        assert "gone.txt: there is no such file" in result.err

    def test_with_since_the_index_is_compared_with_that(self, found, git):
        first = git.commit(a_txt=OLD)
        git.commit(a_txt="The worst start.\n\n" + OLD)
        git.write("a.txt", "The worst start.\n\n" + OLD + "\nThe worst end.\n")
        assert found("--staged", "--since", first, ".") == ["a.txt:1 worst"]

    def test_what_is_excluded_stays_excluded(self, copydesk, git):
        git.commit(a_txt=OLD, copydesk_toml='exclude = ["drafts/"]\n')
        git.write("drafts/a.txt", "A bad word.\n")
        git("add", "--all")
        result = copydesk("check", "--staged", "--force-exclude", "drafts/a.txt")
        assert (result.code, result.out) == (0, "")
        assert copydesk("check", "--staged", ".").out == ""


class TestTwoRevisions:
    def test_the_newer_one_is_checked_whatever_the_work_tree_holds(self, found, git):
        first = git.commit(a_txt=OLD)
        second = git.commit(a_txt="The worst start.\n\n" + OLD, b_txt="A bad word.\n")
        git("rm", "--quiet", "b.txt")
        git.write("a.txt", "Nothing.\n")
        git.write("c.txt", "A bad word.\n")
        assert found("--since", f"{first}..{second}", ".") == ["a.txt:1 worst", "b.txt:1 bad"]
        assert found("--since", f"{second}..{first}", ".") == []

    def test_three_dots_begin_where_the_two_parted(self, found, git):
        git.commit(a_txt=OLD)
        git("branch", "topic")
        git.commit(a_txt="A bad start on main.\n\n" + OLD)
        git("checkout", "--quiet", "topic")
        git.commit(b_txt="The worst.\n")
        assert found("--since", "main...topic", ".") == ["b.txt:1 worst"]
        assert found("--since", "main...", ".") == ["b.txt:1 worst"]

    @pytest.mark.parametrize("option", [("--fix",), ("--add-stet", "bad")])
    def test_what_git_has_cannot_be_changed(self, copydesk, git, option):
        git.commit(a_txt=OLD)
        for asked in (["--since", "HEAD..HEAD"], ["--staged"]):
            result = copydesk("check", *asked, *option, ".")
            assert result.code == 2
            assert "--staged and REV..REV check what git has of them: choose" in result.err


class TestNothingIsHidden:
    """Each of these once ended with 0 and no word."""

    @pytest.mark.parametrize("option", ["--assume-unchanged", "--skip-worktree"])
    def test_a_file_that_git_was_told_not_to_look_at(self, found, git, option):
        git.commit(a_txt=OLD)
        git("update-index", option, "a.txt")
        git.write("a.txt", OLD + "\nA bad end.\n")
        assert found("--since", "HEAD", ".") == ["a.txt:7 bad"]

    def test_a_file_that_looks_as_it_did(self, found, git):
        git.commit(a_txt=OLD)
        before = (git.root / "a.txt").stat()
        git("config", "core.checkStat", "minimal")
        git.write("a.txt", OLD.replace("Nothing", "A worst"))
        os.utime(git.root / "a.txt", ns=(before.st_atime_ns, before.st_mtime_ns))
        assert found("--since", "HEAD", ".") == ["a.txt:3 worst"]

    @pytest.mark.parametrize("name", ["a.pdf", "old/a.txt", ".hidden/a.txt", "node_modules/a.txt"])
    @pytest.mark.parametrize("asked", [("--since", "HEAD"), ("--staged",), ("--since", "HEAD..topic")])
    def test_a_file_that_became_a_draft_by_renaming(self, found, git, name, asked):
        git.commit(copydesk_toml='exclude = ["old"]\n')
        git.write(name, OLD)
        git.commit()
        git("checkout", "--quiet", "-b", "topic")
        git("mv", name, "b.txt")
        if asked == ("--since", "HEAD..topic"):
            base = git("rev-parse", "HEAD")
            git.commit()
            asked = ("--since", f"{base}..topic")
        assert found(*asked, ".") == ["b.txt:1 bad", "b.txt:5 worst"]
        assert found(*asked, "b.txt") == (
            [] if name.startswith((".hidden", "node_modules")) else ["b.txt:1 bad", "b.txt:5 worst"]
        )

    def test_a_draft_that_came_from_a_virtual_environment(self, found, git):
        git.write("venv/pyvenv.cfg", "home = /usr/bin\n")
        git.write("venv/n.txt", OLD)
        git.commit()
        git("mv", "venv/n.txt", "n.txt")
        assert found("--since", "HEAD", ".") == ["n.txt:1 bad", "n.txt:5 worst"]

    def test_a_draft_that_was_excluded_by_a_configuration_that_is_gone(self, found, git):
        git.write("old/copydesk.toml", 'exclude = ["*"]\n')
        git.write("old/n.txt", OLD)
        git.commit()
        git("rm", "--quiet", "old/copydesk.toml")
        git("mv", "old/n.txt", "n.txt")
        assert found("--since", "HEAD", ".") == ["n.txt:1 bad", "n.txt:5 worst"]

    def test_a_draft_whose_older_name_went_by_other_rules(self, found, git):
        git.write("copydesk.toml", '[[overrides]]\npaths = ["old/**"]\nignore = ["bad"]\n')
        git.write("old/n.txt", OLD)
        git.commit()
        git("mv", "old/n.txt", "n.txt")
        assert found("--since", "HEAD", ".") == ["n.txt:1 bad", "n.txt:5 worst"]

    def test_a_draft_that_moved_where_the_same_holds_is_no_new_one(self, found, git):
        git.write("copydesk.toml", '[[overrides]]\npaths = ["other/**"]\nignore = ["bad"]\n')
        git.write("old/n.txt", OLD)
        git.commit()
        git("mv", "old/n.txt", "n.txt")
        assert found("--since", "HEAD", ".") == []

    def test_a_draft_that_came_from_a_folder_that_is_not_checked(self, found, git):
        git.write("notes/a.txt", OLD)
        git.write("articles/b.txt", "Nothing.\n")
        git.commit()
        git("mv", "notes/a.txt", "articles/a.txt")
        whole = ["articles/a.txt:1 bad", "articles/a.txt:5 worst"]
        assert found("--since", "HEAD", "articles") == whole
        assert found("--since", "HEAD", "articles/*.txt") == whole
        assert found("--since", "HEAD", ".") == []
        assert found("--since", "HEAD", "**/*.txt") == []
        # Who names a file alone, as pre-commit does, names it under its new name only.
        assert found("--since", "HEAD", "articles/a.txt") == []

    def test_a_link_that_became_a_draft(self, found, git):
        link(git.root / "a.txt", "b.txt")
        git.commit(b_txt=OLD)
        (git.root / "a.txt").unlink()
        git.write("a.txt", OLD)
        assert found("--since", "HEAD", "a.txt") == ["a.txt:1 bad", "a.txt:5 worst"]

    @pytest.mark.parametrize("asked", [("--staged",), ("--since", "HEAD..HEAD")])
    def test_a_draft_that_was_named_and_that_git_does_not_have(self, copydesk, git, asked):
        git.commit(a_txt="Nothing.\n")
        git.write("new.md", OLD)
        result = copydesk("check", *asked, "new.md")
        assert (result.code, result.out) == (2, "")
        assert "copydesk: new.md: is not " in result.err
        assert copydesk("check", *asked, "a.txt", "new.md").code == 2
        assert copydesk("check", *asked, ".").code == 0

    def test_what_to_do_about_it(self, copydesk, git):
        git.commit(a_txt="Nothing.\n")
        git.write("new.md", OLD)
        message = "is not staged, and --staged checks what is: `git add` it, or check it without --staged"
        assert message in copydesk("check", "--staged", "new.md").err
        git("add", "new.md")
        assert copydesk("check", "--staged", "new.md").code == 1

    @pytest.mark.parametrize("path", [".", "link.md", "*.md"])
    @pytest.mark.parametrize("target", ["new.txt", "gone.txt", "../outside.txt"])
    def test_a_link_that_is_staged_and_whose_target_is_not(self, copydesk, git, path, target):
        git.commit(a_txt="Nothing.\n")
        git.write("new.txt", OLD)
        link(git.root / "link.md", target)
        git("add", "link.md")
        result = copydesk("check", "--staged", path)
        assert (result.code, result.out) == (2, "")
        assert "link.md" in result.err

    @pytest.mark.parametrize("is_tracked", [True, False])
    @pytest.mark.parametrize("paths", [["."], ["a.txt", "link.txt"]])
    @pytest.mark.parametrize("command", ["check", "changes"])
    def test_a_link_out_of_the_repository_stops_no_other_draft(
        self, copydesk, git, tmp_path, is_tracked, paths, command
    ):
        git.commit(a_txt=OLD)
        git.write("a.txt", OLD.replace("Nothing here", "The worst of it"))
        (tmp_path / "elsewhere.txt").write_text("A bad word.\n", "utf-8")
        link(git.root / "link.txt", str(tmp_path / "elsewhere.txt"))
        if is_tracked:
            git("add", "link.txt")
        result = copydesk(command, "--since", "HEAD", *paths, installed=command == "changes")
        assert result.code == 2
        assert "a.txt:" in result.out
        assert "link.txt: is a link that leads out of the repository" in result.err

    def test_a_link_that_only_git_has(self, copydesk, git):
        git.commit(a_txt="Nothing.\n")
        link(git.root / "link.md", "a.txt")
        git("add", "link.md")
        (git.root / "link.md").unlink()
        assert "git has a link here" in copydesk("check", "--staged", ".").err

    def test_a_file_in_the_place_of_a_staged_link(self, copydesk, git):
        git.commit(a_txt="Nothing.\n")
        link(git.root / "link.md", "a.txt")
        git("add", "link.md")
        (git.root / "link.md").unlink()
        git.write("link.md", OLD)
        result = copydesk("check", "--staged", ".")
        assert result.code == 2
        assert "link.md: git has a link here, and not what it leads to: name the file itself" in result.err

    def test_a_staged_link_to_a_draft_that_git_has_is_that_draft(self, found, git):
        git.commit(a_txt=OLD)
        git.write("a.txt", OLD + "\nA bad end.\n")
        link(git.root / "link.md", "a.txt")
        git("add", "--all")
        assert found("--staged", ".") == ["a.txt:7 bad"]
        assert found("--staged", "link.md") == ["link.md:7 bad"]

    def test_a_commit_that_another_object_stands_for(self, found, git):
        first = git.commit(a_txt="Nothing.\n")
        second = git.commit(a_txt=OLD)
        git("replace", first, second)
        assert found("--since", first, ".") == ["a.txt:1 bad", "a.txt:5 worst"]

    def test_standard_input_is_compared_with_what_was_staged(self, copydesk, git, monkeypatch):
        git.commit(a_txt="Nothing.\n")
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Nothing.\n\nA bad end.\n")))
        result = copydesk("check", "--staged", "--stdin-filename", "a.txt", "-")
        assert result.out == 'a.txt:3:3: warning: "bad" was found [bad]\n'

    def test_a_repository_that_names_objects_by_sha256(self, found, git):
        shutil.rmtree(git.root / ".git")
        git("init", "--quiet", "--object-format=sha256", ".")
        git.commit(a_txt=OLD)
        assert found("--since", "HEAD", ".") == []
        git.write("a.txt", OLD + "\nA bad end.\n")
        assert found("--since", "HEAD", ".") == ["a.txt:7 bad"]


class TestWhenGitCannotAnswer:
    def test_no_such_revision(self, copydesk, git):
        git.commit(a_txt=OLD)
        for revision in ("gone", "--all", "", "HEAD:a.txt", "gone..HEAD"):
            result = copydesk("check", f"--since={revision}", "a.txt")
            assert (result.code, result.out) == (2, "")
            assert "copydesk: git knows no revision" in result.err

    def test_a_shallow_clone_without_the_revision_says_what_to_do(self, copydesk, git, monkeypatch):
        first = git.commit(a_txt=OLD)
        git.commit(a_txt=OLD + "\nA bad end.\n")
        clone = git.root.parent / "clone"
        git("clone", "--quiet", "--depth=1", git.root.as_uri(), str(clone))
        monkeypatch.chdir(clone)
        result = copydesk("check", "--since", first, "a.txt")
        assert (result.code, result.out) == (2, "")
        assert (
            "this clone is shallow, fetch more of its history, in GitHub Actions with `fetch-depth: 0`"
            in result.err
        )
        assert copydesk("check", "--since", "HEAD", "a.txt").code == 0
        git("-C", str(clone), "fetch", "--quiet", "--unshallow")
        assert copydesk("check", "--since", first, "a.txt").code == 1

    def test_no_commit_yet(self, copydesk, git):
        git.write("a.txt", OLD)
        assert 'git knows no revision "HEAD"' in copydesk("check", "--staged", "a.txt").err

    def test_no_repository(self, copydesk, folder):
        folder({"a.txt": OLD})
        result = copydesk("check", "--since", "HEAD", "a.txt")
        assert result.code == 2
        assert "a.txt is in no git repository, and --since and --staged ask git what changed" in result.err

    def test_no_git(self, copydesk, git, monkeypatch):
        git.commit(a_txt=OLD)
        monkeypatch.setenv("PATH", "")
        result = copydesk("check", "--since", "HEAD", "a.txt")
        assert result.code == 2
        assert "git is not installed, and --since and --staged ask it what changed" in result.err

    @pytest.mark.skipif(os.name == "nt", reason="needs a program that is no program")
    def test_a_git_that_cannot_be_started(self, copydesk, git, monkeypatch):
        git.commit(a_txt=OLD)
        git.write("bin/git", "\0")
        (git.root / "bin" / "git").chmod(0o755)
        monkeypatch.setenv("PATH", str(git.root / "bin"))
        result = copydesk("check", "--since", "HEAD", "a.txt")
        assert (result.code, result.out) == (2, "")
        assert "git cannot be started" in result.err

    def test_a_partial_clone_fetches_nothing(self, copydesk, git, monkeypatch):
        first = git.commit(a_txt=OLD)
        git.commit(a_txt=OLD + "\nA bad end.\n")
        git("config", "uploadpack.allowFilter", "true")
        clone = git.root.parent / "clone"
        git("clone", "--quiet", "--filter=blob:none", git.root.as_uri(), str(clone))
        monkeypatch.chdir(clone)
        result = copydesk("check", "--since", first, "a.txt")
        assert (result.code, result.out) == (2, "")
        assert "copydesk: git " in result.err
        assert "Traceback" not in result.err


def test_a_rule_that_breaks_is_reported_wherever_it_broke(copydesk, git, toys):
    git.commit(a_txt=OLD)
    result = copydesk("check", "--since", "HEAD", "a.txt", rules=[toys.Breaks])
    assert result.code == 2
    assert "[internal-error]" in result.out


def test_with_a_baseline_both_must_let_a_finding_through(copydesk, git):
    git.commit(a_txt=OLD)
    git.write("a.txt", OLD + "\nA bad end.\n")
    copydesk("baseline", "a.txt")
    git.write("a.txt", OLD + "\nA bad end.\n\nThe worst end.\n")
    result = copydesk("check", "--since", "HEAD", "--baseline", "a.txt")
    assert result.out == 'a.txt:9:5: error: "worst" was found [worst]\n'
    assert result.err == (
        "copydesk: copydesk.baseline holds 3 findings\ncopydesk: 0 findings on unchanged lines not reported\n"
    )


class TestLines:
    @pytest.mark.parametrize(
        ("old", "new", "changed"),
        [
            ("a b c", "a b c", ""),
            ("a b c", "a x c", "2"),
            ("a b c", "a c", ""),
            ("a b c", "x a b c y", "1 5"),
            ("a b c", "", "1"),
            ("", "a b", "1 2"),
            ("a _ b _ c", "a _ x _ b _ c", "3 4"),
            ("a _ b _ c _ d", "x _ a _ b _ c _ y", "1 2 9"),
            ("a a a", "a a a a", "4"),
            ("a b c d e", "b c d a e", "4"),
        ],
    )
    def test_of_small_texts(self, old, new, changed):
        texts = ("\n".join(text.split()).replace("_", "") for text in (old, new))
        assert changed_lines(*texts) == {int(number) for number in changed.split()}

    @pytest.mark.slow
    def test_equal_lines_cost_no_more_than_others(self):
        old, new = (["", "one", "", "two"] * 50_000, ["two", "", "one", ""] * 50_000)
        assert changed_lines("\n".join(old), "\n".join(new))

    @pytest.mark.slow
    @given(st.lists(st.sampled_from("abc"), max_size=12), st.lists(st.sampled_from("abc"), max_size=12))
    def test_the_other_lines_stand_in_the_old_text_in_order(self, old, new):
        changed = changed_lines("\n".join(old), "\n".join(new))
        left = iter(old or [""])
        assert all(line in left for number, line in enumerate(new, 1) if number not in changed)


def test_the_archive_counts_as_it_does_without(copydesk, git):
    paragraph = (
        "The council voted on Tuesday to reopen the old bridge over the river after nine years of repairs.\n"
        "The repairs cost the town nine hundred dollars a day, which is more than the school has to spend.\n"
    )
    git.commit(copydesk_toml='archive = ["published"]\n')
    git.write("published/old.txt", paragraph)
    git.write("drafts/kept.txt", paragraph)
    git.commit()
    git.write("drafts/new.txt", f"A start.\n\n{paragraph}")
    result = copydesk("check", "--since", "HEAD", "drafts", installed=True)
    assert "drafts/new.txt:3:1" in result.out
    assert copydesk("baseline", "drafts", installed=True).code == 0
    assert copydesk("check", "--baseline", "drafts", installed=True).code == 0
