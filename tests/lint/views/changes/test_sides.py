"""Two versions side by side, a row a paragraph."""

from __future__ import annotations

from copydesk.analyses.versions.changes import compare
from copydesk.testing import draft
from copydesk.views.changes.sides import Row, side_by_side


def rows(before: str, after: str) -> list[Row]:
    comparison = compare(draft(before, "markdown"), draft(after, "markdown"))
    return list(side_by_side(comparison, [change.span for change in comparison.changes]))


def marked(row: Row) -> tuple[str, str]:
    """Both sides, with what changed in brackets."""
    old, new = (
        "".join(piece.text if piece.fate == "kept" else f"[{piece.text}]" for piece in side)
        for side in (row.old, row.new)
    )
    return old, new


def test_changed_words_in_a_row_are_one() -> None:
    (row,) = rows("The pier will be sold next year.", "The pier was kept open next year.")
    assert marked(row) == ("The pier [will be sold] next year.", "The pier [was kept open] next year.")


def test_figures_are_whole() -> None:
    (row,) = rows("It costs $4.1 million a year.", "It costs $4.7 million a year.")
    assert marked(row) == ("It costs $[4.1] million a year.", "It costs $[4.7] million a year.")
    assert row.notes == (1,)


def test_the_headline_comes_first() -> None:
    story = "---\ntitle: {}\n---\n\nThe pier is old and grey.\n"
    first, second = rows(story.format("It rains"), story.format("It snows"))
    assert (first.kind, *marked(first)) == ("headline", "It [rains]", "It [snows]")
    assert (second.kind, second.fate, second.line) == ("paragraph", "same", 5)


def test_what_only_one_version_has() -> None:
    common = "The pier is old and grey."
    lost, same = rows(f"Nobody answered the letters.\n\n{common}", common)
    assert (lost.fate, *marked(lost), lost.line) == ("lost", "Nobody answered the letters.", "", 1)
    assert same.fate == "same"
    _, added = rows(common, f"{common}\n\nNobody answered the letters.")
    assert (added.fate, *marked(added), added.line) == ("added", "", "Nobody answered the letters.", 3)


def test_code_is_a_sign() -> None:
    (row,) = rows("Type `ls` on the old line.", "Type `ls` on the new line.")
    assert marked(row) == ("Type … on the [old] line.", "Type … on the [new] line.")
