"""The archive: drafts that those of a run are compared with."""

from __future__ import annotations

import os

import pytest

PARAGRAPH = (
    "The council voted on Monday to close the old bridge until the end of the year, the mayor said.\n"
    "The repairs will cost the town nine hundred dollars a day, which is more than the school has.\n"
)
OTHER = "Nobody was hurt.\n"
FILES = {
    "copydesk.toml": 'archive = ["published"]\n',
    "drafts/new.txt": OTHER + PARAGRAPH,
    "published/2023/old.txt": PARAGRAPH,
}
FOUND = "warning: this and 1 more paragraph stand in published/2023/old.txt too [duplicate-across-drafts]"


def slashes(text: str) -> str:
    return text.replace(os.sep, "/")


def test_a_draft_is_compared_with_the_archive(copydesk, folder):
    folder(FILES)
    result = copydesk("check", "drafts", installed=True)
    assert (result.code, result.err) == (1, "")
    assert slashes(result.out).splitlines() == [
        f"drafts/new.txt:2:1: {FOUND}",
        "published/2023/old.txt:1:1: note: and here",
    ]


def test_nothing_is_reported_on_the_archive(copydesk, folder):
    folder({**FILES, "published/2023/old.txt": f"[TK]\n{PARAGRAPH}{OTHER}{PARAGRAPH}"})
    result = copydesk("check", "drafts", "--format", "json", installed=True)
    assert '"rule": "duplicate-across-drafts"' in result.out
    assert "placeholder" not in result.out
    assert "duplicate-paragraph" not in result.out


@pytest.mark.parametrize("pattern", ["published/2023/old.txt", "published/**", "*/2023/*.txt", "**/old.*"])
def test_files_folders_and_patterns(copydesk, folder, pattern):
    folder({**FILES, "copydesk.toml": f'archive = ["{pattern}"]'})
    assert FOUND in slashes(copydesk("check", "drafts", installed=True).out)


def test_it_counts_from_the_folder_of_the_configuration(copydesk, folder, monkeypatch):
    root = folder(FILES)
    monkeypatch.chdir(root / "drafts")
    result = copydesk("check", "new.txt", installed=True)
    assert result.code == 1
    assert slashes(f"{root}/published/2023/old.txt:1:1: note: and here") in slashes(result.out)


def test_a_folder_above_may_look_like_a_pattern(copydesk, folder, monkeypatch):
    root = folder({f"desk [night]*/{name}": text for name, text in FILES.items()})
    monkeypatch.chdir(root / "desk [night]*")
    assert FOUND in slashes(copydesk("check", "drafts", installed=True).out)


def test_a_draft_of_the_archive_that_is_checked_itself_counts_once(copydesk, folder):
    folder(FILES)
    result = copydesk("check", "published", installed=True)
    assert (result.code, result.out) == (0, "")
    result = copydesk("check", ".", installed=True)
    assert result.code == 1
    assert result.out.count("duplicate-across-drafts") == 1


def test_it_may_be_excluded_from_the_drafts(copydesk, folder):
    folder({**FILES, "copydesk.toml": 'archive = ["published"]\nexclude = ["published/"]'})
    result = copydesk("check", ".", installed=True)
    assert slashes(result.out).startswith(f"drafts/new.txt:2:1: {FOUND}")


def test_the_command_line_adds_to_the_archive(copydesk, folder):
    folder({**FILES, "copydesk.toml": "", "more/a.txt": PARAGRAPH, "more/b.txt": OTHER})
    result = copydesk(
        "check", "drafts", "--archive", "published/**/*.txt", "--archive", "more", installed=True
    )
    assert "stand in more/a.txt and in published/2023/old.txt too" in slashes(result.out)


def test_the_command_line_may_go_anywhere(copydesk, folder, monkeypatch):
    root = folder({**FILES, "drafts/.git/HEAD": ""})
    monkeypatch.chdir(root / "drafts")
    assert copydesk("check", "new.txt", "--isolated", "--archive", "../published", installed=True).code == 1


def test_lists_of_several_files_add_up(copydesk, folder):
    folder(
        {
            **FILES,
            "drafts/copydesk.toml": 'extends = "../copydesk.toml"\narchive = ["../more"]',
            "more/a.txt": PARAGRAPH,
            ".git/HEAD": "",
        }
    )
    result = copydesk("check", "drafts", installed=True)
    assert "stand in more/a.txt and in published/2023/old.txt too" in slashes(result.out)
    shown = copydesk("config", "show", "drafts/new.txt", installed=True).out
    rows = [line.split() for line in slashes(shown).splitlines() if line.startswith("archive ")]
    assert rows == [
        ["archive", '["published"]', "copydesk.toml:1"],
        ["archive", '["../more"]', "drafts/copydesk.toml:2"],
    ]


@pytest.mark.parametrize("pattern", ["publshed", "published/*.docx", "**/*.markdown"])
def test_an_archive_that_is_not_there(copydesk, folder, pattern):
    folder({**FILES, "copydesk.toml": f'archive = ["published", "{pattern}"]'})
    result = copydesk("check", "drafts", installed=True)
    assert result.code == 2
    assert result.err == f'copydesk: copydesk.toml:1:25: no draft of the archive matches "{pattern}"\n'
    assert FOUND in slashes(result.out)


@pytest.mark.parametrize("pattern", ["", "  ", "published/**/../*.txt"])
def test_what_is_no_pattern(copydesk, folder, pattern):
    folder({**FILES, "copydesk.toml": f'archive = ["{pattern}"]'})
    result = copydesk("check", "drafts", installed=True)
    assert result.code == 2
    assert f'copydesk.toml:1:12: "{pattern}" is no pattern: write "published/**/*.md"' in result.err


def test_a_draft_of_the_archive_that_cannot_be_read(copydesk, folder):
    root = folder(FILES)
    (root / "published" / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    result = copydesk("check", "drafts", installed=True)
    assert result.code == 2
    assert slashes(result.err).startswith("copydesk: published/picture.txt: ")
    assert result.err.count("\n") == 1
    assert FOUND in slashes(result.out)


def test_it_is_not_read_where_no_rule_asks_for_it(copydesk, folder):
    root = folder(FILES)
    (root / "published" / "picture.txt").write_bytes(bytes(99))
    result = copydesk("check", "drafts", "--ignore", "duplicate-across-drafts", installed=True)
    assert (result.code, result.out, result.err) == (0, "", "")


def test_each_draft_of_it_is_read_once(copydesk, folder, monkeypatch):
    folder({**FILES, "published/b.txt": OTHER, "published/c.txt": OTHER})
    read = []
    from copydesk.run import inputs

    monkeypatch.setattr(inputs, "_read_file", lambda path: read.append(path) or OTHER.encode())
    options = ("--archive", "published/**", "--no-cache", "--ignore", "known-name")
    copydesk("check", "drafts", *options, installed=True)
    assert [slashes(path) for path in read] == [
        "drafts/new.txt",
        "published/2023/old.txt",
        "published/b.txt",
        "published/c.txt",
    ]


def test_what_was_kept_of_it_is_not_worked_out_again(copydesk, folder):
    folder(FILES)
    first = copydesk("check", "drafts", "--cache", installed=True)
    assert FOUND in slashes(first.out)
    assert copydesk("check", "drafts", "--cache", installed=True) == first


@pytest.mark.slow
def test_processes_share_it(copydesk, folder):
    folder({**FILES, "published/b.txt": OTHER})
    assert FOUND in slashes(copydesk("check", "drafts", "--jobs", "2", "--no-cache", installed=True).out)


COPIES = {"drafts/new.txt": OTHER + PARAGRAPH, "drafts/old.txt": PARAGRAPH, "drafts/third.txt": OTHER}


@pytest.mark.parametrize(
    ("arguments", "is_compared"),
    [
        (["drafts"], False),
        (["drafts", "drafts/third.txt"], False),
        (["drafts/new.txt", "drafts/old.txt"], True),
        (["drafts", "--archive", "drafts/third.txt"], True),
        (["drafts", "--extend-select", "duplicate-across-drafts"], True),
        (["drafts", "--select", "all"], False),
        (["drafts/new.txt", "drafts/old.txt", "--ignore", "duplicate-across-drafts"], False),
        (["drafts/new.txt", "drafts/old.txt", "--select", "spelling"], False),
    ],
)
def test_drafts_of_a_folder_are_compared_where_that_is_asked_for(copydesk, folder, arguments, is_compared):
    folder(COPIES)
    result = copydesk("check", *arguments, installed=True)
    assert ("[duplicate-across-drafts]" in result.out) == is_compared
