"""Configuration files, terms and the settings of an editor: read, watched, and told where they are wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from .conftest import Editor

TWICE = "The council closed the the bridge.\n"
MINES = "The landmines were cleared, and no landmines are left.\n\nThe land mines had been there.\n"
OFF = '[severity]\nrepeated-word = "off"\n'


def write(folder: Path, text: str, name: str = "copydesk.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def told(editor: Editor) -> Any:
    return editor.wait_for("window/showMessage")["message"]


def changed(editor: Editor, path: Path) -> None:
    editor.notify("workspace/didChangeWatchedFiles", {"changes": [{"uri": path.as_uri(), "type": 2}]})


def test_a_configuration_that_changes_holds_at_once(editor: Editor, tmp_path: Path) -> None:
    path = write(tmp_path, OFF)
    editor.start()
    editor.open("story.md", TWICE)
    assert editor.shown("story.md") == []
    write(tmp_path, 'show = "info"\n')
    changed(editor, path)
    assert len(editor.shown("story.md")) == 1


def test_rules_in_shadow_are_not_seen(editor: Editor, tmp_path: Path) -> None:
    write(tmp_path, 'shadow = ["repeated-word"]\n')
    editor.start()
    editor.open("story.md", TWICE)
    assert editor.shown("story.md") == []
    assert [path.name for path in tmp_path.iterdir()] == ["copydesk.toml"]


def test_so_does_one_that_is_new_though_the_client_watches_nothing(editor: Editor, tmp_path: Path) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    assert len(editor.shown("story.md")) == 1
    write(tmp_path, OFF)
    editor.type("story.md", TWICE + "\n")
    editor.save("story.md")
    assert editor.shown("story.md") == []


def test_the_client_is_asked_to_watch(editor: Editor) -> None:
    editor.start({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    (registration,) = editor.wait_for("client/registerCapability")["registrations"]
    assert registration["method"] == "workspace/didChangeWatchedFiles"
    assert registration["registerOptions"]["watchers"] == [{"globPattern": "**/*.toml"}]


def test_a_broken_configuration_is_told_once_and_the_old_rules_stay(editor: Editor, tmp_path: Path) -> None:
    path = write(tmp_path, OFF)
    editor.start()
    editor.open("story.md", TWICE + "\nIt was [TK].\n")
    before = editor.shown("story.md")
    assert [one["code"] for one in before] == ["placeholder"]
    write(tmp_path, 'ignore = ["placeholder"]\nselct = ["x"]\n')
    changed(editor, path)
    message = told(editor)
    assert 'there is no key "selct" here; did you mean "select"?' in message
    assert message.endswith("what held before still holds")
    (fault,) = editor.shown("copydesk.toml")
    assert fault["range"]["start"] == {"line": 1, "character": 0}
    assert (fault["source"], fault["severity"]) == ("copydesk", 1)
    assert editor.shown("story.md") == before
    editor.type("story.md", TWICE + "\nIt is [TK].\n")
    editor.save("story.md")
    assert [one["code"] for one in editor.shown("story.md")] == ["placeholder"]
    assert editor.all("window/showMessage") == []
    write(tmp_path, 'ignore = ["placeholder"]\n')
    changed(editor, path)
    assert editor.shown("copydesk.toml") == []
    assert [one["code"] for one in editor.shown("story.md")] == ["repeated-word"]


def test_a_configuration_that_was_never_right_is_told(editor: Editor, tmp_path: Path) -> None:
    write(tmp_path, "style = 7\n")
    editor.start()
    editor.open("story.md", TWICE)
    message = told(editor)
    assert '"style" wants a string' in message
    assert message.endswith("drafts that go by it are not checked")
    assert editor.shown("story.md") == []


def test_a_terms_file_that_changes_holds_at_once(editor: Editor, tmp_path: Path) -> None:
    write(tmp_path, 'terms = ["terms.toml"]\n')
    write(tmp_path, '[prefer]\nadviser = ["advisor"]\n', "terms.toml")
    editor.start()
    editor.open("story.md", "The advisor spoke.\n")
    assert [one["code"] for one in editor.shown("story.md")] == ["house-term"]
    path = write(tmp_path, '[prefer]\nadviser = "advisor\n', "terms.toml")
    changed(editor, path)
    assert "terms.toml:2" in told(editor)
    assert len(editor.shown("terms.toml")) == 1
    assert [one["code"] for one in editor.shown("story.md")] == ["house-term"]
    write(tmp_path, "", "terms.toml")
    changed(editor, path)
    assert editor.shown("story.md") == []


@pytest.mark.parametrize(
    ("settings", "codes"),
    [
        ({}, ["compound-variant", "repeated-word"]),
        ({"show": "error"}, ["repeated-word"]),
        ({"ignore": ["repeated-word"]}, ["compound-variant"]),
        ({"select": ["duplicates"]}, ["repeated-word"]),
        ({"style": "nosuch"}, ["compound-variant", "repeated-word"]),
        ({"config": "house/ours.toml"}, ["compound-variant"]),
        ({"path": "bin/copydesk", "trace": {}}, ["compound-variant", "repeated-word"]),
    ],
    ids=str,
)
def test_settings_of_the_editor(
    editor: Editor, tmp_path: Path, settings: dict[str, Any], codes: list[str]
) -> None:
    (tmp_path / "house").mkdir()
    write(tmp_path / "house", 'style = "ap"\n' + OFF)
    (tmp_path / "house" / "copydesk.toml").rename(tmp_path / "house" / "ours.toml")
    editor.start(**settings)
    editor.open("story.md", f"{MINES}\n{TWICE}")
    assert (
        sorted({one["code"] for one in editor.shown("story.md")} & {"repeated-word", "compound-variant"})
        == codes
    )


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"show": "all"}, "the setting copydesk.show is one of info, warning, error, not 'all'"),
        ({"styel": "ap"}, 'the setting copydesk.styel is not known; did you mean "style"?'),
        ({"select": "duplicates"}, "the setting copydesk.select is a list of names"),
        ({"delay": -1}, "the setting copydesk.delay is a number of milliseconds"),
        ({"style": "nosuch"}, 'there is no style "nosuch"'),
        ({"select": ["nosuch"]}, 'there is no rule or family "nosuch"'),
        ({"config": "nosuch.toml"}, "nosuch.toml"),
    ],
    ids=str,
)
def test_a_wrong_setting_is_told(editor: Editor, settings: dict[str, Any], message: str) -> None:
    editor.start(**settings)
    assert message in told(editor)
    editor.open("story.md", TWICE)
    assert len(editor.shown("story.md")) == 1


def test_the_settings_are_asked_for(editor: Editor) -> None:
    editor.answers["workspace/configuration"] = lambda params: [
        {"ignore": ["repeated-word"]} for item in params["items"] if item["section"] == "copydesk"
    ]
    editor.start({"workspace": {"configuration": True}})
    editor.wait_for("workspace/configuration")
    editor.open("story.md", TWICE)
    assert editor.shown("story.md") == []
    editor.answers["workspace/configuration"] = lambda _: [{}]
    editor.notify("workspace/didChangeConfiguration", {"settings": None})
    assert len(editor.shown("story.md")) == 1


def test_settings_that_are_sent_hold_for_what_is_open(editor: Editor) -> None:
    editor.start()
    editor.open("story.md", TWICE)
    assert len(editor.shown("story.md")) == 1
    settings = {"copydesk": {"ignore": ["duplicates"]}}
    editor.notify("workspace/didChangeConfiguration", {"settings": settings})
    assert editor.shown("story.md") == []


def test_a_client_that_pulls_is_asked_to_pull_again(editor: Editor) -> None:
    editor.start({"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}})
    editor.open("story.md", TWICE)
    editor.notify("workspace/didChangeConfiguration", {"settings": {"copydesk": {"show": "error"}}})
    editor.wait_for("workspace/diagnostic/refresh")
