"""reviewdog's format: columns in bytes."""

from __future__ import annotations

import json

import pytest

from copydesk.model.report import Place, PlacedEdit, PlacedFix, Problem
from copydesk.reporters import RenderOptions
from copydesk.reporters.ci.rdjson import render

SCHEMA = "rdjson.schema.json"


@pytest.mark.usefixtures("hostile")
def test_what_the_command_writes_is_valid(copydesk, toys, validate):
    out = copydesk("check", "drafts", "gone.txt", "--format", "rdjson", rules=[toys.Bad, toys.Breaks]).out
    validate(SCHEMA, json.loads(out))


def test_columns_count_bytes_of_the_file(copydesk, hostile):
    out = json.loads(copydesk("check", "drafts/café – 1.md", "--format", "rdjson").out)
    lines = (hostile / "drafts/café – 1.md").read_bytes().split(b"\n")
    words = []
    for one in out["diagnostics"]:
        place = one["location"]["range"]
        assert place["start"]["line"] == place["end"]["line"]
        words.append(
            lines[place["start"]["line"] - 1][place["start"]["column"] - 1 : place["end"]["column"] - 1]
        )
    assert words == [b"bad", b"bad", b"hint"]
    suggestion = out["diagnostics"][1]["suggestions"][0]
    assert suggestion == {"range": out["diagnostics"][1]["location"]["range"], "text": "good"}
    first = out["diagnostics"][0]["location"]["range"]
    assert out["diagnostics"][1]["related_locations"][0]["location"]["range"] == first


def test_a_draft_that_is_gone_has_lines_and_no_columns(make, validate):
    out = json.loads(render(make.report(make.finding(), problems=(Problem("broke"),)), RenderOptions()))
    validate(SCHEMA, out)
    assert out["diagnostics"][1]["location"] == {
        "path": "drafts/a.md",
        "range": {"start": {"line": 3}, "end": {"line": 3}},
    }


def test_a_fix_of_two_edits_is_no_suggestion_for_each_is_offered_alone(make):
    edit = PlacedEdit(Place("drafts/a.md", 3, 1, 3, 2), "x")
    found = make.finding(fix=PlacedFix("both", "safe", (edit, edit)))
    assert "suggestions" not in render(make.report(found), RenderOptions())
