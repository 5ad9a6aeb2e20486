"""The text format in the hands of those who read it: Vim, and the matcher of gcc's messages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess

import pytest

PROBLEM_MATCHER = re.compile(r"^(.*):(\d+):(\d+):\s+(?:fatal\s+)?(warning|error):\s+(.*)$")
"""What VS Code (`$gcc`) and the problem matchers of CI look for."""

EXPECTED = [
    ("drafts/café – 1.md", 3, 27, "warning", '"bad" was found [bad]'),
    ("drafts/café – 1.md", 3, 38, "warning", '"bad" was found [bad]'),
    ("drafts/b & <b>.txt", 1, 57, "error", '"worst" was found [worst]'),
]


@pytest.fixture
def report(copydesk, hostile):  # noqa: ARG001  the drafts are checked where they lie
    """The lines of the report."""
    return copydesk("check", "drafts", "--format", "text").out


def test_the_gcc_matcher_reads_warnings_and_errors(report):
    found = [match.groups() for line in report.splitlines() if (match := PROBLEM_MATCHER.match(line))]
    assert len(found) == 4
    for path, line, column, severity, message in EXPECTED:
        assert (path, str(line), str(column), severity, message) in found


@pytest.mark.parametrize(
    ("errorformat", "types"),
    [("", {""}), (r"set efm=%f:%l:%c:\ %t%*[^:]:\ %m", {"w", "e", "i", "n"})],
    ids=["as it is", "with severities"],
)
def test_vim_reads_every_line(report, hostile, skip, errorformat, types):
    vim = shutil.which("vim")
    if vim is None:
        skip("vim", "there is no vim")
    (hostile / "report.txt").write_text(report, encoding="utf-8")
    (hostile / "read.vim").write_text(
        f"set encoding=utf-8\n{errorformat}\ncgetfile report.txt\n"
        "let rows = map(getqflist(), {_, e -> [bufname(e.bufnr), e.lnum, e.col, e.type, e.valid]})\n"
        "call writefile([json_encode(rows)], 'rows.json')\nqall!\n",
        encoding="utf-8",
    )
    subprocess.run([vim, "-u", "NONE", "-es", "-S", "read.vim"], timeout=60, check=False)
    rows = json.loads((hostile / "rows.json").read_text(encoding="utf-8"))
    assert len(rows) == len(report.splitlines())
    assert {kind for _, _, _, kind, _ in rows} == types
    for path, line, column, *_ in EXPECTED:
        assert any(row[:3] == [path, line, column] and row[4] == 1 for row in rows)
