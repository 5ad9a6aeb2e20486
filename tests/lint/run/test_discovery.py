"""From what is named to what is read."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from copydesk.run.discovery import find_drafts
from copydesk.run.inputs import Input

SUFFIXES = {".txt", ".md"}


def paths(*named: str) -> list[str]:
    """The drafts that are found, with the separator of the tests; there must be no problem."""
    found = find_drafts(named, SUFFIXES)
    assert found.problems == []
    return [item.path.replace(os.sep, "/") for item in found.inputs]


def problems(*named: str) -> list[tuple[str | None, str]]:
    return [(problem.path, problem.message) for problem in find_drafts(named, SUFFIXES).problems]


@pytest.fixture
def link():
    def make(path: Path, target: str, *, folder: bool = False) -> None:
        try:
            path.symlink_to(target, target_is_directory=folder)
        except OSError as error:
            pytest.skip(f"this user may not make links: {error}")

    return make


def test_a_file_is_taken_whatever_its_suffix(folder):
    folder({"a.txt": "", "notes": "", "b.article": ""})
    assert paths("notes", "b.article", "a.txt") == ["a.txt", "b.article", "notes"]


def test_a_folder_is_searched_for_drafts(folder):
    folder({"d/b.md": "", "d/a.txt": "", "d/deep/er/C.TXT": "", "d/photo.jpg": "", "d/deep/code.py": ""})
    assert paths("d") == paths("d/") == ["d/a.txt", "d/b.md", "d/deep/er/C.TXT"]


def test_the_folder_where_one_stands_leaves_no_mark_on_the_paths(folder):
    folder({"a.txt": "", "d/b.txt": ""})
    assert paths(".") == paths("./") == ["a.txt", "d/b.txt"]


@pytest.mark.parametrize(
    "hidden", [".git/a.txt", ".a.txt", "node_modules/x/a.txt", "__pycache__/a.txt", "env/lib/a.txt"]
)
def test_what_holds_no_drafts_is_passed_over(folder, hidden):
    folder({"d/a.txt": "", f"d/{hidden}": "", "d/env/pyvenv.cfg": ""})
    assert paths("d") == paths("d/**/*.txt") == ["d/a.txt"]


def test_what_is_passed_over_may_be_named(folder):
    folder({".drafts/a.txt": "", "node_modules/b.txt": "", "env/pyvenv.cfg": "", "env/c.txt": ""})
    assert paths(".drafts", "node_modules", "env") == [".drafts/a.txt", "env/c.txt", "node_modules/b.txt"]


def test_a_file_is_found_once_whatever_names_it(folder):
    root = folder({"d/a.txt": ""})
    assert paths("d/a.txt", "d", "./d/a.txt", "d/*.txt") == ["./d/a.txt"]
    assert paths("d", "d/a.txt", str(root / "d" / "a.txt")) == [
        str(root / "d" / "a.txt").replace(os.sep, "/")
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["a.txt"]),
        ("d/*.md", ["d/b.md"]),
        ("d/**/*.txt", ["d/deep/er/c.txt", "d/e.txt"]),
        ("**/c.txt", ["d/deep/er/c.txt"]),
        ("d/deep/**", ["d/deep/er/c.txt"]),
        ("d/*", ["d/b.md", "d/deep/er/c.txt", "d/e.txt"]),
        ("?/[be].*", ["d/b.md", "d/e.txt"]),
        ("**/**/c.txt", ["d/deep/er/c.txt"]),
    ],
)
def test_patterns_are_expanded_for_shells_that_do_not(folder, pattern, expected):
    folder({"a.txt": "", "d/b.md": "", "d/deep/er/c.txt": "", "d/e.txt": "", "d/photos/x.jpg": ""})
    assert paths(pattern) == expected


def test_a_pattern_may_be_absolute(folder):
    root = folder({"d/a.txt": ""})
    assert paths(str(root / "d" / "*.txt")) == [str(root / "d" / "a.txt").replace(os.sep, "/")]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(folder):
    folder({"[draft].txt": "", "d.txt": ""})
    assert paths("[draft].txt") == ["[draft].txt"]


def test_what_is_named_in_vain_is_a_problem(folder):
    folder({"a.txt": "", "photos/x.jpg": ""})
    assert problems("a.txt", "*.md", "photos", "gone/**/*.txt") == [
        ("*.md", "no draft matches this pattern"),
        ("photos", "there is no draft in this folder (drafts are files in .md, .txt)"),
        ("gone/**/*.txt", "no draft matches this pattern"),
    ]


def test_what_does_not_exist_is_left_to_be_read_in_vain(folder):
    folder({"a.txt": ""})
    assert paths("a.txt", "gone.txt") == ["a.txt", "gone.txt"]


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is forbidden to this user"
)
def test_a_folder_that_may_not_be_read_is_a_problem(folder):
    locked = folder({"d/a.txt": "", "d/locked/b.txt": ""}) / "d" / "locked"
    locked.chmod(0)
    try:
        assert problems("d") == [(str(Path("d", "locked")), "this folder cannot be read: permission denied")]
    finally:
        locked.chmod(0o700)


def test_standard_input_stands_among_the_files(folder):
    folder({"b.txt": ""})
    stdin = Input("a.txt", b"A draft.")
    assert find_drafts(["b.txt", "-"], SUFFIXES, [stdin]).inputs == [stdin, Input("b.txt")]


def test_standard_input_replaces_the_file_that_it_is_named_after(folder):
    folder({"d/a.txt": "", "d/b.txt": ""})
    stdin = Input("d/a.txt", b"A newer draft.")
    assert find_drafts(["d", "-"], SUFFIXES, [stdin]).inputs[0] == stdin
    assert len(find_drafts(["d", "-"], SUFFIXES, [stdin]).inputs) == 2


def test_a_draft_goes_by_its_own_name_not_by_that_of_a_link(folder, link):
    root = folder({"d/b.txt": ""})
    link(root / "d" / "a.txt", "b.txt")
    assert paths("d") == ["d/b.txt"]
    assert paths("d/a.txt") == ["d/a.txt"]


def test_linked_folders_are_searched_and_loops_end(folder, link):
    root = folder({"d/a.txt": "", "elsewhere/b.txt": ""})
    link(root / "d" / "again", ".", folder=True)
    link(root / "d" / "aside", "../elsewhere", folder=True)
    assert paths(".") == paths("**/*.txt") == ["d/a.txt", "elsewhere/b.txt"]
    (root / ".git").mkdir()
    assert paths("d") == paths("d/**/*.txt") == ["d/a.txt", "d/aside/b.txt"]


@pytest.mark.parametrize("is_repository", [True, False])
@pytest.mark.parametrize("named", ["house/d", "house/d/**/*.txt", "house/d/*/*.txt", "house/d/out/**/*.txt"])
def test_a_folder_that_is_a_link_out_is_not_entered(folder, link, named, is_repository):
    root = folder({"house/d/in/a.txt": "", "outside/b.txt": "", "outside/deep/er/c.txt": ""})
    link(root / "house" / "d" / "out", "../../outside", folder=True)
    link(root / "outside" / "deep" / "round", "../..", folder=True)
    if is_repository:
        (root / "house" / ".git").mkdir()
    elif "out" in named:
        return  # the link itself was named
    found = find_drafts([named], SUFFIXES)
    assert [item.path for item in found.inputs] in ([os.path.join("house", "d", "in", "a.txt")], [])
    assert [problem.path for problem in found.problems] == [os.path.join("house", "d", "out")]
    assert "--follow-links" in found.problems[0].message
    followed = find_drafts([named], SUFFIXES, follow_links=True)
    assert followed.problems == []
    assert any(item.path.endswith("b.txt") for item in followed.inputs)


def test_a_folder_that_is_a_link_out_and_ignored_by_git_is_no_problem(folder, link):
    root = folder({"house/d/a.txt": "", "house/.gitignore": "/d/out\n", "outside/b.txt": ""})
    subprocess.run(["git", "init", "-q", root / "house"], check=True)
    link(root / "house" / "d" / "out", "../../outside", folder=True)
    found = find_drafts(["house/d"], SUFFIXES)
    assert [item.path for item in found.inputs] == [os.path.join("house", "d", "a.txt")]
    assert found.problems == []
    (problem,) = find_drafts(["house/d"], SUFFIXES, gitignore=False).problems
    assert problem.path == os.path.join("house", "d", "out")


def test_a_linked_environment_is_passed_over_without_a_word(folder, link):
    root = folder({"d/a.txt": "", "env/pyvenv.cfg": "", "env/b.txt": ""})
    link(root / "d" / "env", "../env", folder=True)
    assert paths("d") == ["d/a.txt"]


def test_a_link_that_leads_nowhere_is_read_in_vain_and_not_passed_over(folder, link):
    root = folder({"d/a.txt": ""})
    link(root / "d" / "b.txt", "gone.txt")
    assert paths("d") == ["d/a.txt", "d/b.txt"]
