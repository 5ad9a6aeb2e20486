"""What can be done about a finding: actions of the menu, and commands."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

import copydesk
from copydesk.house.verdicts import read_verdicts
from copydesk.lsp.checking import Desk, Superseded

from .conftest import Editor, apply

TWICE = "The council closed the the bridge.\n"
MINES = "The landmines were cleared, and no landmines are left.\n\nThe land mines had been there for years.\n"
ERROR, WARNING = 1, 2
VERSIONS = {"workspace": {"workspaceEdit": {"documentChanges": True}}}
SNIPPETS = {"workspace": {"workspaceEdit": {"documentChanges": True, "snippetEditSupport": True}}}
RESOLVES = {"textDocument": {"codeAction": {"resolveSupport": {"properties": ["edit"]}}}}


def here(line: int, character: int) -> Any:
    position = {"line": line, "character": character}
    return {"start": position, "end": position}


def titled(actions: list[Any], title: str) -> Any:
    (found,) = [action for action in actions if action["title"].startswith(title)]
    return found


def findings(text: str, **options: Any) -> list[str]:
    report = copydesk.check({"story.md": text}, isolated=True, plugins=False, **options)
    return [finding.rule for finding in report.findings]


def test_the_menu_at_a_finding_and_elsewhere(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    assert [action["title"] for action in editor.actions("story.md", here(0, 20), "quickfix")] == [
        'Delete the second "the"',
        "Let it stand here (stet: repeated-word)",
        "Let repeated-word stand in this draft (stet-draft)",
        "Explain repeated-word",
        "This finding of repeated-word is right (verdict)",
        "This finding of repeated-word is petty (verdict)",
        "This finding of repeated-word is wrong (verdict)",
    ]
    assert editor.actions("story.md", here(0, 2), "quickfix") == []


def test_no_note_is_offered_that_the_house_refuses(editor: Editor) -> None:
    (editor.folder / "copydesk.toml").write_text('no-stet = ["repeated-word"]\n', encoding="utf-8")
    editor.start()
    editor.open("story.md", f"{TWICE}\n{TWICE}")
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 2, "character": 30}}
    for place in (here(0, 20), whole):
        titles = [action["title"] for action in editor.actions("story.md", place, "quickfix")]
        assert "Explain repeated-word" in titles
        assert not [title for title in titles if "stand" in title]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=repr)
def test_a_safe_fix_is_preferred_and_does_what_it_says(editor: Editor, line_end: str) -> None:
    editor.start(VERSIONS)
    editor.open("story.md", f"# A day 😀 out\n\nThe 😀 {TWICE}".replace("\n", line_end))
    fix = titled(editor.actions("story.md", here(2, 30)), "Delete")
    assert fix["isPreferred"] is True
    assert fix["diagnostics"][0]["code"] == "repeated-word"
    assert fix["edit"]["documentChanges"][0]["textDocument"]["version"] == 1
    after = "# A day 😀 out\n\nThe 😀 The council closed the bridge.\n".replace("\n", line_end)
    assert editor.after("story.md", fix["edit"]) == after


def test_an_unsafe_fix_is_not_preferred(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "The council met ,and Mayor Ann Orr left [TK].\n\n“It is over, Ms. Orr said.\n")
    fixes = [
        action
        for line in range(3)
        for action in editor.actions(
            "story.md", {"start": {"line": line, "character": 0}, "end": {"line": line, "character": 99}}
        )
        if action.get("kind") == "quickfix" and action.get("isPreferred")
    ]
    assert fixes == []


def test_all_safe_fixes_at_once(editor: Editor) -> None:
    text = f"{TWICE}\n{TWICE.replace('the the', 'a a')}\nThe mayor said that the the the end came.\n"
    editor.start()
    editor.open("story.md", text)
    (action,) = editor.actions("story.md", here(0, 0), "source.fixAll")
    assert action["kind"] == "source.fixAll.copydesk"
    assert "repeated-word" not in findings(editor.after("story.md", action["edit"]))
    assert editor.actions("story.md", here(0, 0), "source.fixAll.copydesk") == [action]
    assert editor.actions("story.md", here(0, 0), "source.organizeImports") == []


def test_nothing_is_corrected_where_nothing_is_wrong(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "The council met.\n")
    assert editor.actions("story.md", here(0, 0)) == []


def test_saving_changes_nothing_by_itself(editor: Editor) -> None:
    """The server offers nothing that an editor does on saving, and waits for no save."""
    sync = editor.start()["capabilities"]["textDocumentSync"]
    assert "willSave" not in sync
    assert "willSaveWaitUntil" not in sync
    editor.open("story.md", TWICE)
    editor.save("story.md")
    editor.shown("story.md")
    assert editor.all("workspace/applyEdit") == []


@pytest.mark.parametrize(("name", "language"), [("story.md", "markdown"), ("story.txt", "plaintext")])
def test_a_finding_that_stands_here(editor: Editor, name: str, language: str) -> None:
    editor.start()
    editor.open(name, f"The mayor spoke.\n\n{TWICE}\nThe mayor saw a a dog.\n", language)
    after = editor.after(name, titled(editor.actions(name, here(2, 20)), "Let it stand")["edit"])
    report = copydesk.check({name: after}, isolated=True, plugins=False)
    assert [finding.excerpt for finding in report.findings] == ["a a"]


@pytest.mark.parametrize("client", [VERSIONS, RESOLVES])
def test_in_front_matter_nothing_is_offered_to_stand_here(editor: Editor, client: Any) -> None:
    editor.start(client)
    editor.open("story.md", f"---\ntitle: The mayor saw the the sea\n---\n\n{TWICE}")
    titles = [action["title"] for action in editor.actions("story.md", here(1, 22), "quickfix")]
    assert [title for title in titles if " stand " in title] == [
        "Let repeated-word stand in this draft (stet-draft)"
    ]
    titles = [action["title"] for action in editor.actions("story.md", here(4, 20), "quickfix")]
    assert "Let it stand here (stet: repeated-word)" in titles


def test_a_rule_that_stands_in_the_selection(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", f"{TWICE}\nIt rained.\n\n{TWICE}\n{TWICE}")
    selection = {"start": {"line": 0, "character": 0}, "end": {"line": 4, "character": 40}}
    action = titled(editor.actions("story.md", selection), "Let repeated-word stand in the selection")
    after = editor.after("story.md", action["edit"])
    assert after == (
        f"<!-- stet-begin: repeated-word -->\n{TWICE}\nIt rained.\n\n"
        f"{TWICE[:-1]} <!-- stet-end -->\n\n{TWICE}"
    )
    assert findings(after) == ["repeated-word"]


def test_a_selection_with_one_finding_is_offered_no_range(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", f"{TWICE}\nIt rained.\n")
    selection = {"start": {"line": 0, "character": 0}, "end": {"line": 2, "character": 5}}
    assert not any("selection" in one["title"] for one in editor.actions("story.md", selection))


def test_a_rule_that_stands_in_the_whole_draft(editor: Editor) -> None:
    text = f"{TWICE}\nThe mayor saw a a dog.\n"
    editor.start()
    editor.open("story.md", text)
    action = titled(editor.actions("story.md", here(0, 20)), "Let repeated-word stand in this draft")
    after = editor.after("story.md", action["edit"])
    assert after == f"<!-- stet-draft: repeated-word -->\n{text}"
    assert findings(after) == []


def test_a_client_with_snippets_asks_for_the_reason(editor: Editor) -> None:
    editor.start(SNIPPETS)
    editor.open("story.md", TWICE)
    action = titled(editor.actions("story.md", here(0, 20)), "Let it stand")
    (edit,) = action["edit"]["documentChanges"][0]["edits"]
    note = "<!-- stet: repeated-word -- ${1:why it stands} -->\n"
    assert edit["snippet"] == {"kind": "snippet", "value": note}
    assert "newText" not in edit


def test_edits_are_made_when_an_action_is_chosen(editor: Editor) -> None:
    editor.start(RESOLVES)
    editor.open("story.md", TWICE)
    action = titled(editor.actions("story.md", here(0, 20)), "Let it stand")
    assert "edit" not in action
    resolved = editor.request("codeAction/resolve", action)
    assert editor.after("story.md", resolved["edit"]) == f"<!-- stet: repeated-word -->\n{TWICE}"
    (fix_all,) = editor.actions("story.md", here(0, 0), "source.fixAll")
    assert editor.after("story.md", editor.request("codeAction/resolve", fix_all)["edit"]) == TWICE.replace(
        "the the", "the"
    )


def test_an_action_for_an_older_text_is_refused(editor: Editor) -> None:
    editor.start(RESOLVES)
    editor.open("story.md", TWICE)
    action = titled(editor.actions("story.md", here(0, 20)), "Let it stand")
    editor.type("story.md", "\n" + TWICE)
    answer = editor.ask("codeAction/resolve", action)
    assert answer["error"]["code"] == -32801
    assert answer["error"]["message"] == "the draft has changed since"


def test_a_word_is_added_to_the_terms(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "copydesk.toml").write_text('terms = ["house/terms.toml"]\n', encoding="utf-8")
    (tmp_path / "house").mkdir()
    terms = tmp_path / "house" / "terms.toml"
    terms.write_text('# ours\nallow = ["Orr"]\n', encoding="utf-8")
    editor.start()
    editor.open("story.md", MINES)
    action = titled(editor.actions("story.md", here(2, 6)), "Add “land mines” to the terms")
    written = apply(terms.read_text(encoding="utf-8"), action["edit"]["changes"][terms.as_uri()])
    assert written == '# ours\nallow = ["land mines", "Orr"]\n'
    terms.write_text(written, encoding="utf-8")
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": terms.as_uri(), "type": 2}]})
    assert [one["range"]["start"]["line"] for one in editor.shown("story.md")] == [2]
    now = editor.shown("story.md")
    assert {one["message"].rpartition(", ")[2] for one in now} == {"as the house writes it"}
    assert {one["range"]["start"]["line"] for one in now} == {0}


def test_without_a_terms_file_the_menu_says_what_to_do(editor: Editor) -> None:
    editor.start({"textDocument": {"codeAction": {"disabledSupport": True}}})
    editor.open("story.md", MINES)
    action = titled(editor.actions("story.md", here(2, 6)), "Add “land mines” to the terms")
    assert action["disabled"]["reason"] == (
        'the configuration names no terms file: write terms = ["terms.toml"] into copydesk.toml'
    )
    assert "edit" not in action


def test_what_no_note_lets_stand_has_none_in_its_menu(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "The council met.\n\n<!-- stet: repeated-wrd -->\n\nIt left.\n")
    titles = [action["title"] for action in editor.actions("story.md", here(2, 12))]
    assert titles == ["Explain unknown-stet"]


def test_explain_opens_the_page_of_the_rule(editor: Editor) -> None:
    editor.start({"window": {"showDocument": {"support": True}}})
    editor.open("story.md", TWICE)
    command = titled(editor.actions("story.md", here(0, 20)), "Explain")["command"]
    editor.answers["window/showDocument"] = lambda _: {"success": True}
    editor.request("workspace/executeCommand", command)
    assert editor.wait_for("window/showDocument")["uri"].endswith("/repeated-word.md")


def test_explain_is_a_message_where_no_page_can_be_shown(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    editor.request(
        "workspace/executeCommand", {"command": "copydesk.lsp.explain", "arguments": ["unused-stet"]}
    )
    assert "A stet note lets nothing stand" in editor.wait_for("window/showMessage")["message"]


@pytest.mark.parametrize("whole_draft", [False, True])
def test_a_command_writes_a_note_with_a_reason(editor: Editor, whole_draft: bool) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    edits: list[Any] = []

    def take(params: Any) -> Any:
        edits.append(params["edit"])
        return {"applied": True}

    editor.answers["workspace/applyEdit"] = take
    arguments = [editor.uri("story.md"), 0, 20, "", "an echo, on purpose", whole_draft]
    done = editor.request(
        "workspace/executeCommand", {"command": "copydesk.lsp.stet", "arguments": arguments}
    )
    assert done is True
    word = "stet-draft" if whole_draft else "stet"
    note = f"<!-- {word}: repeated-word -- an echo, on purpose -->\n"
    assert [editor.after("story.md", edit) for edit in edits] == [note + TWICE]


def test_a_note_that_cannot_be_written_is_told(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    arguments = [editor.uri("story.md"), 0, 20, "repeated-word", "so --> there", False]
    done = editor.request(
        "workspace/executeCommand", {"command": "copydesk.lsp.stet", "arguments": arguments}
    )
    assert done is False
    assert "without -->" in editor.wait_for("window/showMessage")["message"]


def test_a_verdict_is_kept(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    for opinion in ("wrong", "right"):
        action = titled(
            editor.actions("story.md", here(0, 20)), f"This finding of repeated-word is {opinion}"
        )
        assert editor.request("workspace/executeCommand", action["command"]) is True
        said = editor.wait_for("window/showMessage")["message"]
        assert said.startswith(f"copydesk: repeated-word is {opinion} here: kept in ")
    data = (editor.folder / "verdicts.jsonl").read_bytes()
    assert [one.opinion for one in read_verdicts(data, "verdicts.jsonl")] == ["wrong", "right"]


@pytest.mark.parametrize(
    ("place", "rule"),
    [((1, 5), "repeated-word"), ((1, 20), "vague-source")],
)
def test_a_verdict_on_nothing_is_not_kept(editor: Editor, place: tuple[int, int], rule: str) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    command = {
        "command": "copydesk.lsp.verdict",
        "arguments": [editor.uri("story.md"), *place, rule, "right"],
    }
    assert editor.request("workspace/executeCommand", command) is False
    assert not (editor.folder / "verdicts.jsonl").exists()


def test_a_verdict_that_cannot_be_kept_is_told(editor: Editor) -> None:
    (editor.folder / "verdicts.jsonl").write_text("{}\n", encoding="utf-8")
    editor.start()
    editor.open("story.md", TWICE)
    command = titled(editor.actions("story.md", here(0, 20)), "This finding of repeated-word is right")[
        "command"
    ]
    assert editor.request("workspace/executeCommand", command) is False
    assert "the verdict was not kept: " in editor.wait_for("window/showMessage")["message"]


def test_a_rule_that_breaks_its_promise_is_shown_lower(editor: Editor) -> None:
    said = '"date":"2031-03-02T09:30:00Z","excerpt":"","rule":"repeated-word","verdict":"wrong"'
    lines = [f'{{"digest":"{number:016x}",{said}}}\n' for number in range(30)]
    (editor.folder / "copydesk.toml").write_text("promise = true\n", encoding="utf-8")
    editor.start()
    editor.open("story.md", TWICE)
    assert [one["severity"] for one in editor.shown("story.md")] == [ERROR]
    (editor.folder / "verdicts.jsonl").write_text("".join(lines), encoding="utf-8")
    editor.type("story.md", f"{TWICE}\nIt rained.\n")
    editor.save("story.md")
    assert [one["severity"] for one in editor.shown("story.md")] == [WARNING]
    place = {"textDocument": {"uri": editor.uri("story.md")}, "position": {"line": 0, "character": 20}}
    shown = editor.request("textDocument/hover", place)["contents"]["value"]
    assert "(warning, by the verdicts of the house; else error)" in shown


def test_people_and_sources_of_a_draft(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", "Mayor Ann Orr spoke.\n\n“It is over,” Ms. Orr said.\n")
    arguments = [editor.uri("story.md")]
    for command, word in (("inspect", "people"), ("sources", "Ann Orr")):
        page = editor.request(
            "workspace/executeCommand", {"command": f"copydesk.lsp.{command}", "arguments": arguments}
        )
        assert word in page


def test_a_folder_is_checked_without_being_opened(editor: Editor, tmp_path: Path) -> None:
    for name, text in (("a.md", TWICE), ("b.md", "The council met.\n"), ("open.md", TWICE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    editor.start()
    editor.open("open.md", "The council met.\n")
    command = {"command": "copydesk.lsp.checkFolder", "arguments": [tmp_path.as_uri()]}
    assert editor.request("workspace/executeCommand", command) == "1 finding in 1 of 3 drafts: 1 error"
    assert [one["code"] for one in editor.shown("a.md")] == ["repeated-word"]
    assert editor.shown("open.md") == []
    (tmp_path / "a.md").write_text("The council met.\n", encoding="utf-8")
    assert editor.request("workspace/executeCommand", command).startswith("clean: 3 drafts")
    assert editor.shown("a.md") == []


def test_a_client_that_leaves_waits_for_no_folder(
    editor: Editor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The check of a folder ends with the next draft, not with the last."""
    begun = threading.Event()

    def endless(*given: Any) -> None:
        begun.set()
        while given[-1]():
            pass
        raise Superseded

    monkeypatch.setattr(Desk, "check_folder", endless)
    editor.start()
    arguments = {"command": "copydesk.lsp.checkFolder", "arguments": [tmp_path.as_uri()]}
    editor.send_request("workspace/executeCommand", arguments)
    assert begun.wait(60)
