"""What a client is shown: a draft in the editor, diagnostics out."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

import copydesk
from copydesk.lsp.checking import Desk
from copydesk.lsp.drafts import LONG

from .conftest import PUBLISHED, Editor

TWICE = "The council closed the the bridge.\n"
MINES = "The landmines were cleared, and no landmines are left.\n\nThe land mines had been there for years.\n"
UTF_16, UTF_8, UTF_32 = "utf-16", "utf-8", "utf-32"
PULLS: dict[str, Any] = {
    "textDocument": {"diagnostic": {}},
    "workspace": {"diagnostics": {"refreshSupport": True}},
}


def columns(diagnostic: dict[str, Any]) -> tuple[int, int, int]:
    start, end = diagnostic["range"]["start"], diagnostic["range"]["end"]
    assert start["line"] == end["line"]
    return start["line"], start["character"], end["character"]


def pull(editor: Editor, name: str, previous: str | None = None) -> Any:
    params = {"textDocument": {"uri": editor.uri(name)}, "previousResultId": previous}
    return editor.request("textDocument/diagnostic", params)


def test_a_finding_is_shown_with_its_rule_and_its_page(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    (shown,) = editor.shown("story.md")
    assert columns(shown) == (0, 19, 26)
    assert (shown["message"], shown["severity"]) == ('"the" twice in a row', 1)
    assert (shown["code"], shown["source"]) == ("repeated-word", "copydesk")
    page = Path(unquote(urlsplit(shown["codeDescription"]["href"]).path)).read_text(encoding="utf-8")
    assert page.startswith("# repeated-word\n")
    assert "stet: repeated-word -- reason" in page


def test_the_other_places_of_a_finding(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", MINES)
    (shown,) = editor.shown("story.md")
    assert (shown["code"], shown["severity"], columns(shown)) == ("compound-variant", 2, (2, 4, 14))
    (other,) = shown["relatedInformation"]
    assert other["location"]["uri"] == editor.uri("story.md")
    assert other["location"]["range"]["start"] == {"line": 0, "character": 4}


@pytest.mark.parametrize(
    ("encoding", "start"), [(None, 23), (UTF_16, 23), (UTF_8, 25), (UTF_32, 22)], ids=str
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
def test_columns_behind_an_emoji(editor: Editor, encoding: str | None, start: int, line_end: str) -> None:
    result = editor.start({"general": {"positionEncodings": [encoding]}} if encoding else None)
    assert result["capabilities"]["positionEncoding"] == (encoding or UTF_16)
    editor.open(
        "story.md", f"# A day out{line_end}{line_end}The 😀 council had had the the bridge.{line_end}"
    )
    (shown,) = [one for one in editor.shown("story.md") if one["code"] == "repeated-word"]
    assert columns(shown) == (2, start, start + 7)


def test_line_separators_of_a_cms_end_no_line(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", f"The mayor\u2028and\x0bthe\x85aide spoke.\n\n{TWICE}")
    (shown,) = [one for one in editor.shown("story.md") if one["code"] == "repeated-word"]
    assert columns(shown)[0] == 2


def test_a_byte_order_mark_that_the_editor_left_moves_nothing(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "\ufeff" + TWICE)
    assert columns(editor.shown("story.md")[0]) == (0, 20, 27)


def test_the_server_says_what_a_check_says(editor: Editor) -> None:
    draft = next((Path(__file__).parents[3] / "seeds").glob("*.txt"))
    text = draft.read_text(encoding="utf-8")
    editor.start({"general": {"positionEncodings": [UTF_32]}})
    editor.open("story.txt", text, "plaintext")
    shown = editor.shown("story.txt")
    report = copydesk.check({"story.txt": text}, isolated=True, plugins=False)
    assert len(shown) > 5
    assert [(one["code"], one["message"], columns(one)[:2]) for one in shown] == [
        (one.rule, one.message, (one.place.line - 1, one.place.column - 1)) for one in report.findings
    ]


def test_the_buffer_is_read_and_never_the_disk(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "story.md").write_text(TWICE, encoding="utf-8")
    editor.start()
    editor.open("story.md", "The council closed the bridge.\n")
    assert editor.shown("story.md") == []


@pytest.mark.parametrize(
    ("name", "language", "count"),
    [
        ("untitled:Untitled-1", "markdown", 1),
        ("untitled:Untitled-1", "plaintext", 1),
        ("notes", "text", 1),
        ("program.py", "python", 0),
        ("untitled:Untitled-1", "python", 0),
        ("story.txt", "markdown", 1),
    ],
)
def test_what_is_a_draft(editor: Editor, name: str, language: str, count: int) -> None:
    """The suffix says, and where that is none of ours, what the editor takes it for."""
    editor.start()
    editor.open(name, TWICE, language)
    assert len(editor.shown(name)) == count


def test_what_the_configuration_excludes_is_not_checked(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('exclude = ["old/"]\n', encoding="utf-8")
    editor.start()
    editor.open("old/story.md", TWICE)
    assert editor.shown("old/story.md") == []


def test_what_cannot_be_read_is_told(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "The council\0met.\n")
    (shown,) = editor.shown("story.md")
    assert shown["code"] == "not-checked"
    assert "NUL bytes" in shown["message"]


def test_half_a_surrogate_pair_harms_nothing(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "The \ud83d mayor.\n\n" + TWICE)
    assert [columns(one) for one in editor.shown("story.md")] == [(2, 19, 26)]


def test_thirty_keys_give_one_publish(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "")
    assert editor.shown("story.md") == []
    for length in range(1, len(TWICE) - 4):
        editor.type("story.md", TWICE[:length])
    editor.type("story.md", TWICE)
    editor.save("story.md")
    published = editor.wait_for(PUBLISHED)
    assert (published["version"], len(published["diagnostics"])) == (len(TWICE) - 3, 1)
    assert editor.all(PUBLISHED) == []


def test_keys_are_checked_once_they_are_still(editor: Editor) -> None:
    editor.start(delay=1)
    editor.open("story.md", "The council met.\n")
    assert editor.shown("story.md") == []
    editor.type("story.md", TWICE)
    assert len(editor.shown("story.md")) == 1


def test_a_newer_key_cancels_the_check_of_an_older(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    begun, go_on = threading.Event(), threading.Event()
    check = Desk.check

    def slow(desk: Desk, path: str, language: str, text: str) -> Any:
        checked.append(text)
        if text == "one":
            begun.set()
            assert go_on.wait(60)
        return check(desk, path, language, text)

    monkeypatch.setattr(Desk, "check", slow)
    editor.start(delay=0)
    editor.open("story.md", "one")
    assert begun.wait(60)
    editor.type("story.md", "two")
    editor.type("story.md", "three")
    editor.ask("copydesk/nothing")
    go_on.set()
    assert editor.wait_for(PUBLISHED)["version"] == 3
    assert editor.all(PUBLISHED) == []
    assert checked == ["one", "three"]


def test_what_is_closed_is_forgotten(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    assert len(editor.shown("story.md")) == 1
    editor.close("story.md")
    assert editor.shown("story.md") == []
    assert editor.request("textDocument/hover", at(editor, "story.md", 0, 20)) is None


def test_a_long_draft_is_checked_when_saved_and_that_is_said_once(editor: Editor) -> None:
    editor.start(delay=0)
    long = "The council met again on that day.\n\n" * (LONG // 36 + 1)
    editor.open("story.md", long)
    editor.shown("story.md")
    editor.type("story.md", long + TWICE)
    editor.type("story.md", long + TWICE + "\n")
    message = editor.wait_for("window/showMessage")
    assert message["message"].startswith(
        "copydesk: story.md is long: it is checked when it is opened and saved"
    )
    assert editor.all(PUBLISHED) == []
    assert editor.all("window/showMessage") == []
    editor.save("story.md")
    assert "repeated-word" in [one["code"] for one in editor.shown("story.md")]


def test_a_client_that_pulls_gets_what_it_asks_for(editor: Editor) -> None:
    editor.start(PULLS)
    editor.open("story.md", TWICE)
    report = pull(editor, "story.md")
    assert report["kind"] == "full"
    assert [one["code"] for one in report["items"]] == ["repeated-word"]
    assert pull(editor, "story.md", report["resultId"]) == {
        "kind": "unchanged",
        "resultId": report["resultId"],
    }
    editor.type("story.md", "The council met.\n")
    newer = pull(editor, "story.md", report["resultId"])
    assert (newer["kind"], newer["items"]) == ("full", [])
    assert editor.all(PUBLISHED) == []


def test_a_pull_is_answered_with_the_newest_text(editor: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = threading.Event(), threading.Event()
    check = Desk.check

    def slow(desk: Desk, path: str, language: str, text: str) -> Any:
        begun.set()
        assert go_on.wait(60)
        return check(desk, path, language, text)

    monkeypatch.setattr(Desk, "check", slow)
    editor.start(PULLS, across="off")
    editor.open("story.md", TWICE)
    params = {"textDocument": {"uri": editor.uri("story.md")}}
    number = editor.send_request("textDocument/diagnostic", params)
    assert begun.wait(60)
    editor.type("story.md", TWICE + "\n" + TWICE.replace("the the", "a a"))
    editor.ask("copydesk/nothing")
    go_on.set()
    answer = editor.wait(lambda message: message.get("id") == number)
    assert [columns(one)[0] for one in answer["result"]["items"]] == [0, 2]


def test_hover_says_why_at_a_finding_and_nowhere_else(editor: Editor) -> None:
    editor.start({"textDocument": {"hover": {"contentFormat": ["markdown"]}}})
    editor.open("story.md", TWICE)
    hover = editor.request("textDocument/hover", at(editor, "story.md", 0, 20))
    text = hover["contents"]["value"]
    assert hover["contents"]["kind"] == "markdown"
    assert text.startswith('**repeated-word** (error): "the" twice in a row\n\nThe eye skips')
    assert "【the the】" in text
    assert hover["range"]["start"] == {"line": 0, "character": 19}
    assert editor.request("textDocument/hover", at(editor, "story.md", 0, 5)) is None


def test_hover_is_plain_where_the_client_reads_no_markdown(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    contents = editor.request("textDocument/hover", at(editor, "story.md", 0, 20))["contents"]
    assert contents["kind"] == "plaintext"
    assert contents["value"].startswith("repeated-word (error): ")


def at(editor: Editor, name: str, line: int, character: int) -> Any:
    position = {"line": line, "character": character}
    return {"textDocument": {"uri": editor.uri(name)}, "position": position}
