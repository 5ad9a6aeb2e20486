"""Words in, yes or no out."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.language.lists import lexicon

DATA = Path(lexicon.__file__).parent / "data"


@pytest.mark.parametrize("name", ["given_names", "surnames", "places", "common_words", "public_figures"])
def test_every_line_is_found_whether_or_not_the_list_was_taken_apart(name: str) -> None:
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(set(lines))
    words = lexicon.WordList(str(DATA / f"{name}.txt"))
    strangers = [f"{line}q" for line in lines[:: len(lines) // 500 + 1]]
    known = set(lines)
    for word in [*lines[:: len(lines) // 900 + 1], *strangers, *lines, "", "\n", "\ud800"]:
        assert (word in words) == (word in known)


def test_lines_may_be_longer_than_what_is_searched_at_once(tmp_path: Path) -> None:
    words = ["bring", "carry", "take", "turn"]
    path = tmp_path / "list.txt"
    path.write_text("# head\n" + "".join(f"{word} {'x' * 3_000}\n" for word in words), encoding="utf-8")
    found = lexicon.WordList(str(path), end=b" ")
    assert [word for word in [*words, "a", "come", "zoo"] if found.line(word)] == words
