"""`copydesk names`: an archive in, its people out, and what editors ruled left alone."""

from __future__ import annotations

import json
import subprocess

import pytest

DIRECTOR = "Tomas Reyle, director of the harbor authority,"
ARCHIVE = {
    **{f"published/2031-03-0{day}-pier.txt": f"{DIRECTOR} spoke on pier {day}.\n" for day in range(1, 5)},
    **{
        f"published/{number}.md": f"# Notes\n\nMayor Ilka Brandvold opened hall {number}. Lou Orr came.\n"
        for number in range(3)
    },
    "published/slip.txt": "Ilka Branvold spoke.\n",
}
HEAD = "name,articles,first,last,words,status,not\n"


def test_the_people_with_the_most_articles_first(copydesk, folder):
    folder(ARCHIVE)
    ran = copydesk("names", "count", "published")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "4  Tomas Reyle (director, harbor authority, pier)",
        "3  Ilka Brandvold (mayor, hall)",
        "3  Lou Orr (mayor, hall)",
        "4 names in 8 articles, 3 of them in 3 articles or more",
    ]


@pytest.mark.parametrize("options", [(), ("--jobs", "2"), ("--no-cache",)])
def test_a_file_is_written_and_brought_up_to_date(copydesk, folder, options):
    root = folder(ARCHIVE)
    ran = copydesk("names", "count", "published", "--write", "names.csv", *options)
    assert ran.out.splitlines()[-1] == "names.csv: 3 names, 3 new, 0 gone"
    file = root / "names.csv"
    assert [line.split(",")[:2] for line in file.read_text(encoding="utf-8").splitlines()[1:]] == [
        ["Ilka Brandvold", "3"],
        ["Lou Orr", "3"],
        ["Tomas Reyle", "4"],
    ]
    file.write_text(HEAD + "Tomas Reyle,1,,,,checked,Tomas Reile\nIda Poe,3,,,,,\n", encoding="utf-8")
    ran = copydesk("names", "count", "published", "--write", "names.csv", *options)
    assert ran.out.splitlines()[-1] == "names.csv: 3 names, 2 new, 1 gone"
    assert file.read_text(encoding="utf-8").splitlines()[3].endswith(",checked,Tomas Reile")
    before = file.stat().st_mtime_ns
    copydesk("names", "count", "published", "--write", "names.csv", *options)
    assert file.stat().st_mtime_ns == before


def test_the_folder_of_a_new_file_is_made(copydesk, folder):
    root = folder(ARCHIVE)
    assert copydesk("names", "count", "published", "--write", "house/names.csv").code == 0
    assert (root / "house/names.csv").exists()


def test_a_file_in_the_way_of_a_folder_is_told(copydesk, folder):
    folder({**ARCHIVE, "house": "no folder"})
    ran = copydesk("names", "count", "published", "--write", "house/names.csv")
    assert ran.code == 2
    assert "house/names.csv cannot be written" in ran.err


def test_a_count_of_a_few_articles_does_not_empty_a_file(copydesk, folder):
    root = folder(ARCHIVE)
    copydesk("names", "count", "published", "--write", "names.csv")
    before = (root / "names.csv").read_text(encoding="utf-8")
    ran = copydesk("names", "count", "published/1.md", "--write", "names.csv")
    assert (ran.code, ran.out) == (2, "")
    assert "name the whole archive, or add --overwrite" in ran.err
    assert (root / "names.csv").read_text(encoding="utf-8") == before
    ran = copydesk("names", "count", "published/1.md", "--write", "names.csv", "--overwrite")
    assert (ran.code, ran.out.splitlines()[-1]) == (0, "names.csv: 0 names, 0 new, 3 gone")


CONFLICT = (
    HEAD + "<<<<<<< HEAD\nTomas Reyle,3,,,,checked,Tomas Reile\n||||||| base\nTomas Reyle,3,,,,other,\n"
    "=======\nTomas Reyle,4,,,,,Tomas Ryele\n>>>>>>> names\nLou Orr,3,,,,,\n"
)


def test_a_count_ends_a_conflict_with_the_rulings_of_both_sides(copydesk, folder):
    root = folder({**ARCHIVE, "names.csv": CONFLICT, "copydesk.toml": 'names = ["names.csv"]\n'})
    ran = copydesk("check", "published/1.md", installed=True)
    assert ran.code == 2
    assert (
        "names.csv:2:1: git left a conflict here: run `copydesk names count ARCHIVE --write names.csv` "
        "again, which takes the rulings of both sides"
    ) in ran.err
    assert copydesk("names", "count", "published", "--write", "names.csv").code == 0
    assert (
        (root / "names.csv")
        .read_text(encoding="utf-8")
        .splitlines()[-1]
        .endswith(",checked,Tomas Reile; Tomas Ryele")
    )
    assert copydesk("check", "published/1.md", installed=True).err == ""


def test_sides_of_a_conflict_that_rule_otherwise_are_told(copydesk, folder):
    folder({**ARCHIVE, "names.csv": CONFLICT.replace("4,,,,,", "4,,,,other,")})
    ran = copydesk("names", "count", "published", "--write", "names.csv")
    assert ran.code == 2
    assert 'names.csv:7:18: "Tomas Reyle" is other here and checked in line 3: keep one' in ran.err


def test_near_names_are_listed_for_an_editor(copydesk, folder):
    slips = {f"published/slip-{number}.txt": "Mayor Ilka Branvold spoke.\n" for number in range(3)}
    folder({**ARCHIVE, **slips})
    ran = copydesk("names", "count", "published", "--write", "names.csv")
    assert ran.out.splitlines()[:2] == [
        "the archive writes these both ways; list a slip under `not`, give one of two people `other`:",
        "  Ilka Branvold 4, Ilka Brandvold 3",
    ]
    (folder({}) / "names.csv").write_text(HEAD + "Ilka Branvold,4,,,,other,\n", encoding="utf-8")
    assert "both ways" not in copydesk("names", "count", "published", "--write", "names.csv").out


def test_json(copydesk, folder):
    folder(ARCHIVE)
    found = json.loads(copydesk("names", "count", "published", "--minimum", "4", "--format", "json").out)
    assert (found["version"], found["articles"], found["near"]) == (1, 8, [])
    assert [(row["name"], row["articles"], row["status"]) for row in found["names"]] == [
        ("Tomas Reyle", 4, "")
    ]


def test_days_come_from_front_matter_and_file_names(copydesk, folder):
    folder({**ARCHIVE, "published/1.md": "---\ndate: 2029-12-24\n---\n\nLou Orr came.\n"})
    found = json.loads(copydesk("names", "count", "published", "--format", "json").out)
    days = {row["name"]: (row["first"], row["last"]) for row in found["names"]}
    assert days == {"Tomas Reyle": ("2031-03-01", "2031-03-04"), "Lou Orr": ("2029-12-24", "2029-12-24")}


def test_days_come_from_git_where_nothing_else_has_them(copydesk, folder, monkeypatch):
    root = folder(ARCHIVE)

    def commit(day: str) -> None:
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00:00+00:00")
        for words in (("add", "."), ("commit", "-qm", day)):
            command = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *words]
            subprocess.run(command, cwd=root, check=True, capture_output=True)

    subprocess.run(["git", "init", "-q"], cwd=root, check=True)
    commit("2030-05-01")
    (root / "published/new.md").write_text("# News\n\nLou Orr came.\n", encoding="utf-8")
    (root / "published/0.md").write_text("# Notes\n\nLou Orr went.\n", encoding="utf-8")
    commit("2031-06-02")
    found = json.loads(copydesk("names", "count", "published", "--format", "json").out)
    assert [(row["first"], row["last"]) for row in found["names"] if row["name"] == "Lou Orr"] == [
        ("2030-05-01", "2031-06-02")
    ]


def test_no_file_is_written_where_an_article_was_not_read(copydesk, folder):
    root = folder(ARCHIVE)
    (root / "published" / "bad.docx").write_bytes(b"no document")
    ran = copydesk("names", "count", "published", "--write", "names.csv")
    assert ran.code == 2
    assert "names.csv was not written, since not every article was read" in ran.out
    assert "bad.docx" in ran.err
    assert not (root / "names.csv").exists()


def test_a_wrong_file_is_told_before_anything_is_read(copydesk, folder):
    folder({**ARCHIVE, "names.csv": "name,status\nTomas Reyle,okay\n"})
    ran = copydesk("names", "count", "published", "--write", "names.csv")
    assert (ran.code, ran.out) == (2, "")
    assert 'names.csv:2:13: there is no status "okay" (checked, other, off, or none)' in ran.err


def test_one_person_is_shown_with_near_names(copydesk, folder):
    rows = (
        "Tomas Reyle,6,2030-01-09,2031-03-02,director; harbor authority,checked,Tom Ryle\n"
        "Thomas Reyle,2,,,poet,other,\n"
    )
    folder({"names.csv": HEAD + rows, "copydesk.toml": 'names = ["names.csv"]\n'})
    ran = copydesk("names", "show", "Tomas Reyle")
    assert (ran.code, ran.out.splitlines()) == (
        0,
        [
            "Tomas Reyle",
            "  articles       6 (2030-01-09 to 2031-03-02)",
            "  words near it  director, harbor authority",
            "  status         checked",
            "  not            Tom Ryle",
            "near names",
            "  Thomas Reyle  2  other  poet",
        ],
    )
    ran = copydesk("names", "show", "Tomas Reile")
    assert (ran.code, ran.out.splitlines()) == (
        1,
        [
            'nobody is known as "Tomas Reile"',
            "near names",
            "  Tomas Reyle  6  checked  director, harbor authority",
        ],
    )


def test_a_form_that_is_listed_as_wrong_says_what_is_right(copydesk, folder):
    folder({"names.csv": "name,not\nTomas Reyle,Tom Ryle\n", "copydesk.toml": 'names = ["names.csv"]\n'})
    ran = copydesk("names", "show", "Tom Ryle")
    assert (ran.code, ran.out) == (1, '"Tom Ryle" is listed as wrong: write Tomas Reyle\n')


def test_the_archive_is_asked_too(copydesk, folder):
    folder({**ARCHIVE, "copydesk.toml": 'archive = ["published"]\n'})
    ran = copydesk("names", "show", "Lou Orr", "--format", "json")
    assert ran.code == 0
    assert json.loads(ran.out)["known"]["articles"] == 3


def test_an_archive_that_is_not_there_is_a_problem(copydesk, folder):
    folder({"names.csv": "name\nLou Orr\n", "copydesk.toml": 'names = ["names.csv"]\narchive = ["gone"]\n'})
    ran = copydesk("names", "show", "Lou Orr")
    assert (ran.code, ran.out.splitlines()[0]) == (2, "Lou Orr")
    assert 'no draft of the archive matches "gone"' in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "Tomas"), "no full name: write a given name and a surname"),
        (("show", "Tomas Reyle"), "no names file and no archive is configured here"),
        (("count", "nowhere"), "there is no such file or folder"),
    ],
)
def test_what_cannot_be_done_is_said(copydesk, folder, arguments, message):
    folder({})
    ran = copydesk("names", *arguments)
    assert ran.code == 2
    assert message in ran.err


def test_an_archive_may_lie_elsewhere(copydesk, folder):
    folder({})
    system = pytest.importorskip("fsspec").filesystem("memory")
    for number in range(3):
        system.pipe(f"/paper/{number}.txt", f"{DIRECTOR} spoke on pier {number}.\n".encode())
    try:
        ran = copydesk("names", "count", "memory://paper", "--jobs", "1")
    finally:
        system.rm("/paper", recursive=True)
    assert (ran.code, ran.out.splitlines()[0]) == (0, "3  Tomas Reyle (director, harbor authority, pier)")
