"""The people of an archive beside the drafts of a run, on the fly and from the cache."""

from __future__ import annotations

import subprocess

import pytest

STORY = "Tomas Reyle, director of the harbor authority, spoke on pier {}.\n"
FILES = {
    "copydesk.toml": 'archive = ["published"]\nselect = ["known-name"]\n',
    "new.txt": "Tomas Reile, director of the harbor authority, resigned.\n",
    **{f"published/{number}.txt": STORY.format(number) for number in range(3)},
}
MESSAGE = (
    '"Tomas Reile" is new; the archive has "Tomas Reyle" in 3 articles (director, harbor authority) '
    "[known-name]"
)


@pytest.mark.parametrize("options", [(), ("--no-cache",), ("--jobs", "2")])
def test_a_new_name_is_compared_with_the_archive(copydesk, folder, options):
    folder(FILES)
    for _ in range(2):  # nothing is kept at first, then all
        result = copydesk("check", "new.txt", *options, installed=True)
        assert (result.code, result.err) == (1, "")
        assert result.out == f"new.txt:1:1: warning: {MESSAGE}\n"


def test_an_archive_that_changed_is_counted_anew(copydesk, folder):
    root = folder(FILES)
    copydesk("check", "new.txt", installed=True)
    (root / "published/1.txt").write_text("Nothing happened.\n", encoding="utf-8")
    result = copydesk("check", "new.txt", installed=True)
    assert (result.code, "info: " in result.out, "in 2 articles" in result.out) == (0, True, True)


def test_an_article_is_no_evidence_for_itself(copydesk, folder):
    root = folder(FILES)
    (root / "published/new.txt").write_text(FILES["new.txt"] + "It was late.\n", encoding="utf-8")
    result = copydesk("check", "published/new.txt", installed=True)
    assert result.out == f"published/new.txt:1:1: warning: {MESSAGE}\n"
    assert copydesk("check", "published/1.txt", installed=True).out == ""


def test_what_editors_rule_holds_beside_the_archive(copydesk, folder):
    rows = "name,status,not\nTomas Reile,other,\n"
    folder({**FILES, "names.csv": rows, "copydesk.toml": FILES["copydesk.toml"] + 'names = ["names.csv"]\n'})
    assert copydesk("check", "new.txt", installed=True).code == 0


def test_a_names_file_is_enough(copydesk, folder):
    rows = 'name,articles,words,not\nTomas Reyle,3,"director; harbor authority",Tom Ryle\n'
    folder({**FILES, "names.csv": rows, "copydesk.toml": 'names = ["names.csv"]\nselect = ["known-name"]\n'})
    result = copydesk("check", "new.txt", installed=True)
    assert result.out == f"new.txt:1:1: warning: {MESSAGE}\n"


def test_a_twin_that_an_editor_finds_wrong_is_an_error_at_once(copydesk, folder):
    rows = "name,articles,not\nTomas Reyle,6,Tomas Reile\nTomas Reile,4,\n"
    folder({**FILES, "names.csv": rows, "copydesk.toml": 'names = ["names.csv"]\nselect = ["known-name"]\n'})
    result = copydesk("check", "new.txt", installed=True)
    assert (result.code, result.out) == (
        1,
        'new.txt:1:1: error: "Tomas Reile": the names file says Tomas Reyle [known-name]\n',
    )


def test_a_fault_of_a_names_file_ends_the_run(copydesk, folder):
    folder(
        {**FILES, "names.csv": "name,status\nTomas Reyle,okay\n", "copydesk.toml": 'names = ["names.csv"]\n'}
    )
    result = copydesk("check", "new.txt", installed=True)
    assert (result.code, result.out) == (2, "")
    assert 'names.csv:2:13: there is no status "okay"' in result.err


def test_no_name_of_a_file_leads_out_of_the_repository(copydesk, folder):
    folder({**FILES, "copydesk.toml": 'names = ["../names.csv"]\n'})
    result = copydesk("check", "new.txt", installed=True)
    assert result.code == 2
    assert "leads outside the repository" in result.err


def test_a_correction_that_brings_an_error_in_is_caught(copydesk, folder):
    root = folder(FILES)

    def git(*words: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words],
            cwd=root,
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert copydesk("check", "--since", "HEAD", "published", installed=True).code == 0
    (root / "published/4.txt").write_text(STORY.format(4), encoding="utf-8")
    (root / "published/1.txt").write_text(STORY.format(1).replace("Reyle", "Reile"), encoding="utf-8")
    result = copydesk("check", "--since", "HEAD", "published", installed=True)
    assert result.out == f"published/1.txt:1:1: warning: {MESSAGE}\n"
