"""Draft in, findings out: the marks of an unfinished merge."""

from __future__ import annotations

import pytest

from copydesk.testing import check
from copydesk_rules.debris.merge_marker import MergeMarker

CONFLICT = (
    "One.\n\n<<<<<<< HEAD\nNo.\n||||||| base\nPerhaps.\n=======\nYes.\n>>>>>>> a branch (a commit)\n\nTwo.\n"
)


@pytest.mark.parametrize("format_", ["plain", "markdown", "html"])
def test_every_mark_is_reported_where_it_stands(format_: str) -> None:
    found = check(MergeMarker, CONFLICT, format=format_)
    assert [(one.place, one.excerpt) for one in found] == [
        ("3:1", "<<<<<<< HEAD"),
        ("5:1", "||||||| base"),
        ("7:1", "======="),
        ("9:1", ">>>>>>> a branch (a commit)"),
    ]


def test_line_ends_of_windows() -> None:
    assert len(check(MergeMarker, CONFLICT.replace("\n", "\r\n"), format="markdown")) == 4


def test_in_front_matter() -> None:
    text = "---\n<<<<<<< HEAD\ntitle: No\n=======\ntitle: Yes\n>>>>>>> topic\n---\n\nIt rained.\n"
    assert len(check(MergeMarker, text, format="markdown")) == 3


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said no\n=======\n\n> > > > > > > He said so.\n",
        ">>>>>>> He said so long ago.\n\nIt rained.\n",
        "It rained.\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> topic\n```\n",
        "It rained.\n\n    <<<<<<< HEAD\n",
        "<<<<<< six\n\n<<<<<<<< eight\n",
    ],
)
def test_what_is_no_mark(text: str) -> None:
    assert check(MergeMarker, text, format="markdown") == []
