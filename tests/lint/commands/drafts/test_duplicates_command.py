"""`copydesk duplicates`: an archive in, what stands in it twice out."""

from __future__ import annotations

import json

EXCERPT = 80
STORM = "The storm took the roof off the school on Tuesday night, and 46 people slept in the gym."
BRIDGE = "The council voted on Monday to close the old bridge for repairs, and three members left."


def test_clusters_the_biggest_first(copydesk, folder):
    folder(
        {
            "a.txt": f"{BRIDGE}\n{STORM}\n",
            "b.txt": f"{STORM}\nShort.\n",
            "c.md": f"# News\n\n{STORM.replace('46', '47')}\n\n{BRIDGE}\n",
        }
    )
    ran = copydesk("duplicates", ".")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        f"3 times, 94 % alike or more: {STORM[:EXCERPT].rstrip()}…",
        "  a.txt:2:1",
        "  b.txt:1:1",
        "  c.md:3:1",
        "",
        f"2 times, word for word: {BRIDGE[:EXCERPT]}…",
        "  a.txt:1:1",
        "  c.md:5:1",
        "",
        "2 paragraphs stand more than once in 3 drafts",
    ]


def test_json(copydesk, folder):
    folder({"a.txt": STORM, "b.txt": STORM})
    report = json.loads(copydesk("duplicates", ".", "--format", "json").out)
    assert report == {
        "version": 1,
        "drafts": 2,
        "clusters": [
            {
                "similarity": 1.0,
                "excerpt": STORM[:EXCERPT],
                "places": [
                    {"path": "a.txt", "line": 1, "column": 1},
                    {"path": "b.txt", "line": 1, "column": 1},
                ],
            }
        ],
    }


def test_how_like_and_how_long_can_be_set(copydesk, folder):
    folder({"a.txt": f"{STORM}\nShort.\n", "b.txt": f"{STORM.replace('46', '47')}\nShort.\n"})
    nothing = "0 paragraphs stand more than once in 2 drafts\n"
    assert copydesk("duplicates", ".", "--similarity", "1").out == nothing
    assert "Short." in copydesk("duplicates", ".", "--minimum-words", "1").out


def test_what_cannot_be_read_is_a_problem_and_the_rest_goes_on(copydesk, folder):
    folder({"a.txt": f"{STORM}\n{STORM}\n"})
    ran = copydesk("duplicates", "a.txt", "gone.txt")
    assert ran.code == 2
    assert "1 paragraph stands more than once in 1 draft\n" in ran.out
    assert "gone.txt" in ran.err
