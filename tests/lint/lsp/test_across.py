"""Rules across drafts: what is open, or all of the workspace, is compared when a draft is opened or saved."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from .conftest import PUBLISHED, Editor

STORM = "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym."
COSTS = "The repairs will cost the town nine hundred dollars a day, which is more than the school has."
RULE = "duplicate-across-drafts"


def draft(seed: int, before: int, after: int) -> str:
    """Two paragraphs that others have too, among some that are like no others."""
    random = Random(seed)  # noqa: S311  nothing secret
    words = (
        "road river mayor school train letter garden winter price union engine doctor island market harbor "
        "teacher farmer window bottle ticket bridge singer kitchen valley court nurse ladder field"
    ).split()

    def filler(count: int) -> list[str]:
        return [f"{' '.join(random.sample(words, k=20)).capitalize()}." for _ in range(count)]

    return "\n".join([*filler(before), STORM, COSTS, *filler(after)]) + "\n"


ONE, OTHER = draft(1, 4, 9), draft(2, 9, 3)


def until(editor: Editor, name: str, found: bool, rule: str = RULE) -> list[Any]:
    """The findings of a rule in what is shown of a draft, once there are some, or none any more."""
    while True:
        shown = [one for one in editor.shown(name) if one["code"] == rule]
        if bool(shown) is found:
            return shown


def test_drafts_that_are_open_are_compared(editor: Editor) -> None:
    editor.start()
    editor.open("a.txt", ONE, "plaintext")
    editor.open("b.txt", OTHER, "plaintext")
    (shown,) = until(editor, "b.txt", found=True)
    assert shown["range"]["start"] == {"line": 9, "character": 0}
    (other,) = shown["relatedInformation"]
    assert other["location"]["uri"] == editor.uri("a.txt")
    assert other["location"]["range"]["start"]["line"] == 4


def test_what_was_found_moves_with_its_lines_until_the_next_save(editor: Editor) -> None:
    editor.start()
    editor.open("a.txt", ONE, "plaintext")
    editor.open("b.txt", OTHER, "plaintext")
    until(editor, "b.txt", found=True)
    uri = {"textDocument": {"uri": editor.uri("b.txt")}}
    hover = {**uri, "position": {"line": 12, "character": 3}}
    editor.type("b.txt", "A line.\nAnother.\nA third.\n" + OTHER + "The end.\n")
    assert RULE in str(editor.request("textDocument/hover", hover))
    editor.type("b.txt", "A line.\nAnother.\nA third.\n" + OTHER.replace(STORM, "It stormed."))
    assert editor.request("textDocument/hover", hover) is None
    editor.save("b.txt")
    until(editor, "b.txt", found=False)


def test_a_stet_note_lets_it_stand(editor: Editor) -> None:
    editor.start()
    editor.open("a.txt", ONE, "plaintext")
    editor.open("b.txt", OTHER, "plaintext")
    until(editor, "b.txt", found=True)
    editor.type("b.txt", OTHER.replace(STORM, f"[stet: {RULE} -- a series]\n{STORM}"))
    editor.save("b.txt")
    until(editor, "b.txt", found=False)


@pytest.mark.parametrize(("scope", "is_found"), [("off", False), ("open", False), ("workspace", True)])
def test_the_setting_says_what_is_compared(
    editor: Editor, tmp_path: Path, scope: str, is_found: bool
) -> None:
    (tmp_path / "a.txt").write_text(ONE, encoding="utf-8")
    editor.start(across=scope)
    editor.open("b.txt", OTHER, "plaintext")
    if is_found:
        (shown,) = until(editor, "b.txt", found=True)
        assert shown["relatedInformation"][0]["location"]["uri"] == editor.uri("a.txt")
        assert shown["relatedInformation"][0]["location"]["range"]["start"]["line"] == 4
    else:
        editor.shown("b.txt")
        editor.open("c.txt", "The council met.\n", "plaintext")
        editor.save("c.txt")
        editor.shown("c.txt")
        assert editor.all(PUBLISHED) == []


def test_the_archive_of_the_configuration(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / "published" / "a.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text('archive = ["published"]\n', encoding="utf-8")
    editor.start()
    editor.open("b.txt", OTHER, "plaintext")
    (shown,) = until(editor, "b.txt", found=True)
    assert shown["relatedInformation"][0]["location"]["uri"] == editor.uri("published/a.txt")


def test_the_archive_knows_the_name(editor: Editor, tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    for number in range(3):
        story = f"Tomas Reyle, director of the harbor authority, spoke on pier {number}.\n"
        (tmp_path / "published" / f"{number}.txt").write_text(story, encoding="utf-8")
    (tmp_path / "copydesk.toml").write_text('archive = ["published"]\n', encoding="utf-8")
    editor.start()
    editor.open("b.txt", "Tomas Reile, director of the harbor authority, resigned.\n", "plaintext")
    until(editor, "b.txt", found=True, rule="known-name")


def test_drafts_that_no_longer_agree(editor: Editor) -> None:
    editor.start()
    editor.open("a.txt", ONE, "plaintext")
    editor.open("b.txt", OTHER, "plaintext")
    until(editor, "b.txt", found=True)
    editor.type("a.txt", "The council met.\n")
    editor.save("a.txt")
    until(editor, "b.txt", found=False)
