"""Word documents go through every command as other drafts do."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

STORY = Path(__file__).parents[1] / "readers" / "word" / "golden" / "pandoc.docx"
PLACE = 'paragraph 6, "the the" (under "The money")'


@pytest.fixture
def draft(folder) -> Path:
    path = folder({}) / "story.docx"
    path.write_bytes(STORY.read_bytes())
    return path


@pytest.mark.usefixtures("draft")
def test_check_tells_places_as_a_person_finds_them(copydesk):
    result = copydesk(
        "check", "story.docx", "--select", "repeated-word", "--format", "pretty", installed=True
    )
    assert result.code == 1
    assert f'  {PLACE}\n    error    "the" twice in a row  repeated-word\n' in result.out


@pytest.mark.usefixtures("draft")
def test_machines_get_line_and_column_too(copydesk):
    result = copydesk("check", "story.docx", "--select", "repeated-word", "--format", "json", installed=True)
    finding = json.loads(result.out)["findings"][1]
    assert (finding["line"], finding["column"], finding["label"]) == (6, 59, PLACE)


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize(
    "name", ["github", "gitlab", "junit", "checkstyle", "markdown", "html", "sarif", "rdjson"]
)
def test_every_report_names_the_place(copydesk, name):
    out = copydesk("check", "story.docx", "--select", "repeated-word", "--format", name, installed=True).out
    assert "paragraph 6, " in out


@pytest.mark.usefixtures("draft")
def test_the_html_page_speaks_of_paragraphs(copydesk):
    page = copydesk("check", "story.docx", "--format", "html", installed=True).out
    assert 'title="paragraph 4 of the file"' in page
    assert re.search(r"\bline \d", page) is None


def test_no_message_speaks_of_lines(copydesk, folder, docx_of):
    bridge = "The council voted on Monday to close the old bridge for repairs, and three members left."
    library = "The library stays open until ten, because 46 of the students asked for it on Monday."
    quote = (
        "“The old bridge was never safe for heavy trucks,” Ann Orr, 45, of the Council of the Old Town, said."
    )
    words = [
        "Bridge to close",
        bridge,
        "Not so.",
        quote,
        library,
        "It fell.",
        bridge,
        "A day.",
        f"{quote} No.",
    ]
    words += ["It rose.", library.replace("46", "47"), "Ann Orr, 54, of the Council of the Old Town, left."]
    words += ["It rained.", f"It is so. {bridge} Nobody said why."]
    (folder({}) / "story.docx").write_bytes(docx_of(*words))
    found = json.loads(copydesk("check", "story.docx", "--format", "json", installed=True).out)["findings"]
    named = {one["rule"]: one["message"] for one in found if " paragraph " in one["message"]}
    assert named["duplicate-paragraph"] == "repeats the paragraph at paragraph 2 word for word"
    assert len(named) >= 4
    assert not [one["message"] for one in found if re.search(r"\blines? \d", one["message"])]
    out = copydesk("duplicates", "story.docx", installed=True).out
    assert '  story.docx, paragraph 7, "The council voted on Monday to close the …"\n' in out


@pytest.mark.usefixtures("draft")
@pytest.mark.parametrize("command", ["inspect", "sources", "duplicates", "usage"])
def test_every_command_reads_them(copydesk, command):
    result = copydesk(command, "story.docx", installed=True)
    assert (result.code, result.err) == (0, "")
    assert result.out


def test_a_folder_is_searched_for_them_without_marked_copies_and_locks(copydesk, draft):
    for name in ("story.copydesk.docx", "~$story.docx"):
        (draft.parent / name).write_bytes(b"not for anybody to read")
    assert copydesk("check", ".", "--show-files").out == "story.docx\n"
    assert copydesk("check", "*.docx", "--show-files").out == "story.docx\n"
    assert copydesk("check", "story.copydesk.docx", "--show-files").out == "story.copydesk.docx\n"
    assert copydesk("check", "story.copydesk.docx", "--show-files", "--force-exclude").out == ""


@pytest.mark.usefixtures("draft")
def test_a_baseline_holds_their_findings(copydesk):
    assert copydesk("baseline", "story.docx").code == 0
    assert copydesk("check", "story.docx", "--baseline").code == 0


def test_since_compares_their_paragraphs(copydesk, draft, docx_of):
    def git(*arguments: str) -> None:
        subprocess.run(["git", *arguments], cwd=draft.parent, check=True, capture_output=True)

    draft.write_bytes(docx_of("The vote is is near.", "Nobody came."))
    git("init", "-q")
    git("add", ".")
    git("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a")
    draft.write_bytes(docx_of("The vote is is near.", "Nobody saw the the mayor."))
    result = copydesk(
        "check",
        "story.docx",
        "--since",
        "HEAD",
        "--format",
        "text",
        "--select",
        "repeated-word",
        installed=True,
    )
    assert [line.split(": ")[0] for line in result.out.splitlines()] == ["story.docx:2:12"]


def test_a_stet_note_in_a_comment_lets_a_finding_stand(copydesk, draft, docx_of):
    draft.write_bytes(docx_of("The vote is is near.", comment="stet: repeated-word -- as it was said"))
    assert copydesk("check", "story.docx", "--select", "repeated-word", installed=True).code == 0
    draft.write_bytes(docx_of("The vote is near.", comment="stet: repeated-word -- as it was said"))
    result = copydesk("check", "story.docx", "--select", "repeated-word", installed=True)
    assert "nothing for this note to let stand" in result.out


def test_what_cannot_be_read_is_told_in_a_line(copydesk, draft):
    draft.write_bytes(b"PK\x03\x04 and so on")
    result = copydesk("check", "story.docx")
    assert result.code == 2
    assert result.err.startswith("copydesk: story.docx: is a broken Word document (its archive: ")
    assert result.err.count("\n") == 1


def test_one_with_large_pictures_is_told_what_to_do(copydesk, draft, monkeypatch):
    monkeypatch.setattr("copydesk.run.inputs.LARGEST", 1_000)
    assert draft.stat().st_size > 1_000
    result = copydesk("check", "story.docx")
    assert (result.code, "longer than any draft: save it without its pictures" in result.err) == (2, True)
