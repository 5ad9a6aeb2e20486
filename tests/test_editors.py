"""What is there for editors agrees with the server that it starts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import copydesk
from copydesk.config.settings import LEVELS

pytest.importorskip("pygls", reason="copydesk[lsp] is not installed")

from copydesk.lsp.server import build
from copydesk.lsp.settings import OF_THE_EDITOR, SCOPES, ClientSettings, read_settings

ROOT = Path(__file__).parents[1]
VSCODE = ROOT / "editors" / "vscode"
MANIFEST = json.loads((VSCODE / "package.json").read_text(encoding="utf-8"))
SETTINGS = {
    name.removeprefix("copydesk."): setting
    for name, setting in MANIFEST["contributes"]["configuration"]["properties"].items()
}


def test_the_extension_has_the_version_of_the_program() -> None:
    assert MANIFEST["version"] == copydesk.__version__
    lock = json.loads((VSCODE / "package-lock.json").read_text(encoding="utf-8"))
    assert lock["version"] == copydesk.__version__


def test_the_extension_sets_what_the_server_reads() -> None:
    names = {name.partition(".")[0] for name in SETTINGS}
    assert names - {*ClientSettings.__struct_fields__, *OF_THE_EDITOR} == set()
    assert SETTINGS["across"]["enum"] == [*SCOPES]
    assert SETTINGS["show"]["enum"] == ["", *LEVELS]
    defaults = {name: setting["default"] for name, setting in SETTINGS.items() if "." not in name}
    settings, problems = read_settings(defaults)
    assert problems == []
    assert settings.command_line("") == ClientSettings().command_line("")


def test_the_page_on_editors_names_every_setting() -> None:
    page = (ROOT / "docs" / "editors.md").read_text(encoding="utf-8")
    table = page.partition("## Settings")[2].partition("## VS Code")[0]
    assert set(re.findall(r"`(\w+)`(?=,| \|)", table)) >= set(ClientSettings.__struct_fields__)
    assert f"| `delay` | {ClientSettings().delay} |" in table


@pytest.mark.parametrize("path", ["vscode/src/server.ts", "neovim/copydesk.lua"])
def test_editors_ask_for_commands_that_there_are(path: str) -> None:
    code = (ROOT / "editors" / path).read_text(encoding="utf-8")
    asked = set(re.findall(r'"(copydesk\.lsp\.\w+)"', code))
    assert asked
    assert asked - build().protocol.fm.commands.keys() == set()


def test_nothing_is_fetched_for_a_picture() -> None:
    picture = (ROOT / "docs" / "assets" / "neovim.svg").read_text(encoding="utf-8")
    assert re.findall(r"url\(|href=", picture.replace("url(#", "")) == []
