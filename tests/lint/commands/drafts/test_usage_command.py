"""`copydesk usage`: an archive in, how it spells out."""

from __future__ import annotations

import json

import pytest

ARCHIVE = {
    "a.txt": "The landmine lay there. Landmines kill, and landmines stay.\n",
    "b.txt": "A land mine is old. “A land mine! A land mine!” she said. The air base has a runway.\n",
    "c.md": "# News\n\nTheir airbase is old. The landmines lie by the land-mines.\n",
}
LINES = ["landmine 3, land mine 1, land-mine 1", "air base 1, airbase 1"]


def test_the_words_with_the_most_uses_first(copydesk, folder):
    folder(ARCHIVE)
    ran = copydesk("usage", ".")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [*LINES, "2 words have more than one form in 3 drafts"]


def test_json(copydesk, folder):
    folder(ARCHIVE)
    report = json.loads(copydesk("usage", ".", "--format", "json").out)
    assert (report["version"], report["drafts"]) == (1, 3)
    assert report["words"][1] == {
        "word": "airbase",
        "forms": [{"form": "air base", "count": 1}, {"form": "airbase", "count": 1}],
    }


@pytest.mark.parametrize(
    "text",
    [
        "The shutdown is over. They shut down the plant. A long-term plan, for the long term.",
        "She may resign. They re-sign the player.",
        "Maybe it may be so. Every day is an everyday trial.",
        "Blackman left. A black man came.",
    ],
)
def test_two_words_are_not_two_forms(copydesk, folder, text):
    folder({"a.txt": text})
    assert copydesk("usage", "a.txt").out == "0 words have more than one form in 1 draft\n"


def test_a_terms_file_prefers_what_stands_most_often(copydesk, folder):
    root = folder(ARCHIVE)
    assert copydesk("usage", ".", "--write", "house.toml").code == 0
    assert (root / "house.toml").read_text(encoding="utf-8") == (
        "# How 3 drafts of the archive spell. Strike out what the house does not want.\n\n"
        '[prefer]\n"landmine" = ["land mine", "land-mine"]  # landmine 3, land mine 1, land-mine 1\n'
        "\n# To be decided: each form as often, or a verb in two words.\n# air base 1, airbase 1\n"
    )


def test_a_check_reads_the_terms_file(copydesk, folder):
    folder({**ARCHIVE, "copydesk.toml": 'terms = ["house.toml"]'})
    copydesk("usage", ".", "--write", "house.toml")
    ran = copydesk("check", "b.txt", "--select", "house-term", installed=True)
    assert '1:3: warning: "land mine" here, and the house writes "landmine" [house-term]' in ran.out


def test_a_file_is_replaced_only_when_asked(copydesk, folder):
    root = folder({**ARCHIVE, "house.toml": "mine"})
    ran = copydesk("usage", ".", "--write", "house.toml")
    assert ran.code == 2
    assert "house.toml is there already" in ran.err
    assert (root / "house.toml").read_text(encoding="utf-8") == "mine"
    assert copydesk("usage", ".", "--write", "house.toml", "--overwrite").code == 0
    assert "[prefer]" in (root / "house.toml").read_text(encoding="utf-8")
    assert copydesk("usage", ".", "--overwrite").code == 2


def test_what_cannot_be_written_is_said(copydesk, folder):
    folder(ARCHIVE)
    ran = copydesk("usage", ".", "--write", "gone/house.toml")
    assert ran.code == 2
    assert "gone/house.toml cannot be written: no such file or directory" in ran.err


def test_what_cannot_be_read_is_said_once(copydesk, folder):
    folder(ARCHIVE)
    ran = copydesk("usage", "a.txt", "gone.txt")
    assert ran.code == 2
    assert ran.err == "copydesk: gone.txt: there is no such file or folder\n"


@pytest.mark.slow
def test_in_a_tie_a_check_asks_the_archive(copydesk, folder):
    folder(
        {
            "copydesk.toml": 'archive = ["published"]',
            "published/a.txt": "The workforce is large. A workforce of ten left.\n",
            "new.txt": "The work force shrank. A workforce needs pay.\n",
        }
    )
    ran = copydesk("check", "new.txt", installed=True)
    assert '1:5: warning: "work force" here, "workforce" once (at 1:26), 2 to 0 in the archive' in ran.out
    told_again = copydesk("check", "new.txt", "--jobs", "2", installed=True)
    assert told_again.out == ran.out
