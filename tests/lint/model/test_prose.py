"""From the prose to the file and back: `to_source` and `at_source`."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.model.prose import Prose, Span
from copydesk.testing import draft

PAGE = "# The *plan*\n\nSee [the map](https://a.example) and `code`.\n\n<!-- a note -->\n\nIt rained.\n"


def place(prose: Prose, words: str) -> Span:
    """Where words stand in the file."""
    start = prose.source.text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("*plan*", "plan"),
        ("the map", "the map"),
        ("[the map](https://a.example)", "the map"),
        ("It rained.", "It rained."),
        ("`code`", "\ufffc"),
        ("plan*\n\nSee [the", "plan\nSee the"),
    ],
)
def test_the_prose_that_was_read_from_a_stretch_of_the_file(words: str, read: str) -> None:
    prose = draft(PAGE, "markdown")
    assert prose.slice(prose.at_source(place(prose, words))) == read


@pytest.mark.parametrize(
    ("words", "following"),
    [
        ("(https://a.example)", " and"),
        ("# ", "The plan"),
        ("<!-- a note -->", "It rained."),
        ("://a", " and"),
    ],
)
def test_where_no_prose_was_read_it_is_an_empty_span_before_what_follows(words: str, following: str) -> None:
    prose = draft(PAGE, "markdown")
    span = prose.at_source(place(prose, words))
    assert span.start == span.end
    assert prose.after(span.start, len(following)) == following


def test_after_the_last_word_it_is_the_end_of_the_prose() -> None:
    prose = draft("It rained.\n\n<!-- a note -->\n", "markdown")
    assert prose.at_source(place(prose, "<!-- a note -->")) == Span(10, 10)


def test_an_empty_draft_has_an_empty_span() -> None:
    assert draft("").at_source(Span(0, 0)) == Span(0, 0)


MARKUP = st.text(st.sampled_from("ab.1 *_`#>-[]()<>&;:!\n\r'/—é😀"), max_size=60)


@given(text=MARKUP, reader=st.sampled_from(["plain", "markdown", "html"]), data=st.data())
def test_what_was_read_from_the_place_of_some_words_holds_these_words(
    text: str, reader: str, data: st.DataObject
) -> None:
    prose = draft(text, reader)
    start = data.draw(st.integers(0, len(prose.text)))
    span = Span(start, data.draw(st.integers(start, len(prose.text))))
    found = prose.at_source(prose.to_source(span))
    assert 0 <= found.start <= found.end <= len(prose.text)
    assert prose.slice(span).strip("\n") in prose.slice(found)


@given(text=MARKUP, reader=st.sampled_from(["plain", "markdown", "html"]), data=st.data())
def test_any_stretch_of_the_file_has_a_span(text: str, reader: str, data: st.DataObject) -> None:
    prose = draft(text, reader)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = prose.at_source(Span(start, end))
    assert 0 <= found.start <= found.end <= len(prose.text)
