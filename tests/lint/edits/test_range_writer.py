"""Ranges of stet notes, written round two findings."""

from __future__ import annotations

import pytest

from copydesk.edits.stet_writer import add_range
from copydesk.errors import CannotNoteError
from copydesk.model.source import Position
from copydesk.plugins.registry import load_registry


def written(path: str, text: str, first: tuple[int, int], last: tuple[int, int], reason: str = "") -> str:
    reader = load_registry(plugins=False).reader_for(path)
    data = add_range(path, text.encode(), reader, Position(*first), Position(*last), "bad", reason)
    return data.decode()


@pytest.mark.parametrize(
    ("path", "text", "last", "after"),
    [
        ("a.md", "One.\n\nTwo.\n", 3, "<!-- stet-begin: bad -->\nOne.\n\nTwo. <!-- stet-end -->\n"),
        ("a.md", "One.\r\n\r\nTwo.", 3, "<!-- stet-begin: bad -->\r\nOne.\r\n\r\nTwo. <!-- stet-end -->"),
        ("a.txt", "One.\n\nTwo.\n", 3, "[stet-begin: bad]\nOne.\n\nTwo.\n[stet-end]\n"),
        ("a.html", "<p>One.</p>\n<p>Two.</p>\n", 2,
         "<!-- stet-begin: bad --><p>One.</p>\n<p>Two. <!-- stet-end --></p>\n"),
        ("a.md", "# One\n\n- Two.\n- Three.\n", 3,
         "<!-- stet-begin: bad -->\n# One\n\n- Two. <!-- stet-end -->\n- Three.\n"),
    ],
)  # fmt: skip
def test_the_notes_stand_round_the_blocks(path: str, text: str, last: int, after: str) -> None:
    assert written(path, text, (1, 4), (last, 4)) == after


def test_in_a_list_the_range_begins_behind_the_block_before() -> None:
    text = "One.\n\n- Two.\n- Three.\n- Four.\n"
    assert written("a.md", text, (4, 3), (5, 3), "a poem") == (
        "One.\n\n- Two. <!-- stet-begin: bad -- a poem -->\n- Three.\n- Four. <!-- stet-end -->\n"
    )


@pytest.mark.parametrize(
    ("path", "text"),
    [("a.md", "---\ntitle: One\n---\n\nTwo.\n"), ("a.docx", "")],
)
def test_where_no_range_can_be_written(path: str, text: str) -> None:
    with pytest.raises(CannotNoteError):
        written(path, text, (2, 8), (5, 1))
