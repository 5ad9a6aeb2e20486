"""Drafts in, the table of sources out."""

from __future__ import annotations

import json

DRAFT = """The harbor will be dredged in May, Ann Poe said.

“Nobody asked the people who fish here,” Ms. Poe added. Critics say the board was late.

The work takes a year.

“We will all be gone by then, every one of us.”
"""


def test_each_source_with_what_rests_on_it(copydesk, folder):
    folder({"harbor.txt": DRAFT})
    result = copydesk("sources", "harbor.txt")
    assert result.code == 0
    assert result.out.splitlines() == [
        "harbor.txt: 2 sources, 1 named; 4 paragraphs, 2 without a source",
        "",
        "Ann Poe (person)",
        "  1:1  reported  said   The harbor will be dredged in May",
        "  3:1  quoted    added  “Nobody asked the people who fish here,”",
        "",
        "Critics (anonymous, not named)",
        "  3:69  reported  say  the board was late.",
        "",
        "Quotations that nobody is on record for",
        "  7:1  “We will all be gone by then, every one of us.”",
        "",
        "Paragraphs without a source",
        "  5:1  The work takes a year.",
        "  7:1  “We will all be gone by then, every one of us.”",
    ]


def test_the_table_as_json(copydesk, folder):
    folder({"harbor.txt": DRAFT})
    result = copydesk("sources", "--format", "json", "harbor.txt")
    (table,) = json.loads(result.out)
    assert result.code == 0
    assert [(source["name"], source["kind"], source["named"]) for source in table["sources"]] == [
        ("Ann Poe", "person", True),
        ("Critics", "anonymous", False),
    ]
    said = table["sources"][0]["attributions"][1]
    assert (said["quoted"], said["cue"], said["line"], said["column"]) == (True, "added", 3, 1)
    assert DRAFT[said["start"] : said["end"]] == said["text"] == "“Nobody asked the people who fish here,”"
    assert table["paragraphs"] == 4
    assert [paragraph["line"] for paragraph in table["unsourced"]] == [5, 7]
    assert [quotation["line"] for quotation in table["unattributed"]] == [7]


def test_a_draft_that_cannot_be_read_is_named(copydesk, folder):
    folder({})
    result = copydesk("sources", "missing.txt")
    assert result.code == 2
    assert "missing.txt" in result.err
