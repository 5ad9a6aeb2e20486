"""Places in a text, counted as a client counts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from copydesk.lsp.positions import Lines, edits_between, overlap
from copydesk.model.report import Place
from copydesk.model.source import Source

from .conftest import apply

texts = st.text("ab \n\r\u2028😀é", max_size=40)
UTF_8, UTF_16, UTF_32 = types.PositionEncodingKind


@given(texts, texts)
def test_edits_make_one_text_of_another(before: str, after: str) -> None:
    edits = edits_between(before, after, Lines(before, UTF_16))
    plain = [
        {
            "range": {
                end: {"line": at.line, "character": at.character}
                for end, at in (("start", edit.range.start), ("end", edit.range.end))
            },
            "newText": edit.new_text,
        }
        for edit in edits
    ]
    assert apply(before, plain) == after


@given(texts, st.data())
def test_a_position_counts_the_line_before_it(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = Source("", text).position(offset)
    head = text[offset - place.column + 1 : offset].rstrip("\r\n")
    for encoding, length in (
        (UTF_32, len(head)),
        (UTF_16, len(head.encode("utf-16-le")) // 2),
        (UTF_8, len(head.encode())),
    ):
        lines = Lines(text, encoding)
        assert lines.position(place.line, place.column) == types.Position(place.line - 1, length)
        assert lines.at(offset) == lines.position(place.line, place.column)


def test_only_what_differs_is_edited() -> None:
    before, after = "One.\nThe the end.\nThree.\n", "One.\nThe end.\nThree.\n"
    (edit,) = edits_between(before, after, Lines(before, UTF_16))
    assert (edit.range.start.line, edit.range.end.line) == (1, 1)
    assert edit.new_text == ""


def test_a_place_past_the_end_is_the_end() -> None:
    assert Lines("ab\nc", UTF_16).range(Place("", 9, 9, 9, 12)).start == types.Position(1, 1)


@pytest.mark.parametrize(
    ("start", "end", "touch"), [(0, 2, False), (0, 3, True), (5, 5, True), (7, 9, False)]
)
def test_overlap(start: int, end: int, touch: bool) -> None:
    def span(start: int, end: int) -> types.Range:
        return types.Range(types.Position(0, start), types.Position(0, end))

    assert overlap(span(3, 6), span(start, end)) is touch
