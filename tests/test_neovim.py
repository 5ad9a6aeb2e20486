"""Neovim with the configuration of `editors/neovim`, without a screen: findings shown, and one mended.

Skipped where there is no Neovim; where COPYDESK_NEEDS names `neovim` that is a failure.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

EDITORS = Path(__file__).parents[1] / "editors"
PATIENCE = 60_000
DRAFT = "# A day out\n\nThe 😀 council closed the the bridge.\n\nIt met again.\n"

HEAD = f"""
local copydesk = dofile({str(EDITORS / "neovim" / "copydesk.lua")!r})
copydesk.setup({{ cmd = {{ {sys.executable!r}, "-m", "copydesk", "lsp" }}, settings = SETTINGS }})
local function wait(what, done)
  assert(vim.wait({PATIENCE}, done, 10), "waited in vain for " .. what)
end
local function found()
  return vim.diagnostic.get(0)
end
local said = {{}}
local function say(name, value)
  said[name] = value
end
vim.cmd("edit story.md")
"""
TAIL = """
local file = io.open("said.json", "w")
file:write(vim.fn.json_encode(said))
file:close()
vim.cmd("qall!")
"""


@pytest.fixture
def neovim(
    tmp_path: Path, skip: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., dict[str, Any]]:
    """Run a script in Neovim, with a draft open; returns what the script said."""
    program = shutil.which("nvim")
    if program is None:
        skip("neovim", "there is no Neovim")
    pytest.importorskip("pygls", reason="copydesk[lsp] is not installed")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))

    def run(script: str, settings: str = "{}", draft: str = DRAFT) -> dict[str, Any]:
        (tmp_path / "story.md").write_text(draft, encoding="utf-8", newline="")
        head = HEAD.replace("SETTINGS", settings)
        whole = f"local ok, why = pcall(function()\n{head}\n{script}\n{TAIL}\nend)\n"
        whole += 'if not ok then io.stderr:write(tostring(why) .. "\\n") vim.cmd("cquit!") end\n'
        (tmp_path / "script.lua").write_text(whole, encoding="utf-8")
        done = subprocess.run(
            [program or "", "--headless", "--clean", "-n", "-c", "luafile script.lua"],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stderr
        said: dict[str, Any] = json.loads((tmp_path / "said.json").read_text(encoding="utf-8"))
        return said

    return run


def test_findings_stand_at_their_words(neovim: Callable[..., dict[str, Any]]) -> None:
    said = neovim(
        """
        wait("findings", function() return #found() > 0 end)
        local one = found()[1]
        say("count", #found())
        say("source", one.source)
        say("code", one.user_data and one.user_data.lsp.code or one.code)
        say("words", vim.fn.getline(one.lnum + 1):sub(one.col + 1, one.end_col))
        """
    )
    assert said == {"count": 1, "source": "copydesk", "code": "repeated-word", "words": "the the"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=repr)
def test_a_fix_is_made_and_the_finding_is_gone(neovim: Callable[..., dict[str, Any]], line_end: str) -> None:
    said = neovim(
        """
        wait("findings", function() return #found() > 0 end)
        vim.fn.cursor(3, 30)
        local params = vim.lsp.util.make_range_params(0, "utf-16")
        params.context = { diagnostics = {}, only = { "quickfix" } }
        local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 60000)
        for _, answer in pairs(answers) do
          for _, action in ipairs(answer.result) do
            if action.isPreferred then vim.lsp.util.apply_workspace_edit(action.edit, "utf-16") end
          end
        end
        wait("no findings", function() return #found() == 0 end)
        say("line", vim.fn.getline(3))
        """,
        draft=DRAFT.replace("\n", line_end),
    )
    assert said == {"line": "The 😀 council closed the bridge."}


def test_what_is_typed_is_checked_and_nothing_is_saved_for_it(
    neovim: Callable[..., dict[str, Any]], tmp_path: Path
) -> None:
    said = neovim(
        """
        wait("findings", function() return #found() == 1 end)
        vim.fn.append("$", { "", "The mayor saw a a dog." })
        wait("another", function() return #found() == 2 end)
        vim.fn.setline(3, "The council closed the bridge.")
        wait("one less", function() return #found() == 1 end)
        say("line", found()[1].lnum)
        say("modified", vim.bo.modified)
        """
    )
    assert said == {"line": 6, "modified": True}
    assert (tmp_path / "story.md").read_text(encoding="utf-8") == DRAFT


def test_a_stet_note_is_written_with_its_reason(neovim: Callable[..., dict[str, Any]]) -> None:
    said = neovim(
        """
        wait("findings", function() return #found() > 0 end)
        vim.ui.input = function(_, take) take("an echo, on purpose") end
        vim.fn.cursor(3, 30)
        vim.cmd("CopydeskStet")
        wait("the note", function() return #found() == 0 end)
        say("line", vim.fn.getline(3))
        """
    )
    assert said == {"line": "<!-- stet: repeated-word -- an echo, on purpose -->"}


def test_settings_are_those_of_the_configuration(neovim: Callable[..., dict[str, Any]]) -> None:
    said = neovim(
        """
        wait("findings", function() return #found() > 0 end)
        say("lines", vim.tbl_map(function(one) return one.lnum end, found()))
        """,
        settings='{ ignore = { "repeated-word" } }',
        draft=DRAFT + "\nIt was [TK].\n",
    )
    assert said == {"lines": [6]}


def test_hover_and_the_people_of_a_draft(neovim: Callable[..., dict[str, Any]]) -> None:
    said = neovim(
        """
        wait("findings", function() return #found() > 0 end)
        vim.fn.cursor(3, 22)
        local function shown()
          for _, window in ipairs(vim.api.nvim_list_wins()) do
            if vim.api.nvim_win_get_config(window).relative ~= "" then
              local buffer = vim.api.nvim_win_get_buf(window)
              return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), " ")
            end
          end
        end
        vim.lsp.buf.hover()
        wait("the hover", function() return shown() end)
        say("hover", shown())
        vim.cmd("normal! gg")
        vim.api.nvim_exec_autocmds("CursorMoved", { buffer = 0 })
        wait("no hover", function() return not shown() end)
        vim.cmd("CopydeskPeople")
        wait("the people", function() return shown() end)
        say("people", shown())
        """,
        draft="Mayor Ann Orr spoke.\n\nThe council closed the the bridge.\n",
    )
    assert "The eye skips a word that was typed twice" in said["hover"]
    assert "Ann Orr" in said["people"]
