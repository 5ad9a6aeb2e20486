"""Where things stand in a file: lines and columns, and the way back from the prose."""

from unicodedata import normalize

import pytest

from copydesk import testing
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import OBJECT, BlockKind, Span
from copydesk.model.source import Position, Segment, Source, SourceMap, line_spans


def positions(text: str, sought: str) -> list[Position]:
    source = Source("draft.txt", text)
    return [source.position(at) for at in range(len(text)) if text.startswith(sought, at)]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_end_at_every_kind_of_line_end(line_end: str) -> None:
    assert positions(f"one{line_end}two x{line_end}{line_end}x", "x") == [Position(2, 5), Position(4, 1)]


@pytest.mark.parametrize("inside", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_what_unicode_calls_a_line_end_ends_no_line(inside: str) -> None:
    assert positions(f"one{inside}two\nx", "x") == [Position(2, 1)]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("\tx", 2),
        ("😀x", 2),
        ("e\u0301x", 3),
        ("“é”x", 4),
    ],
    ids=["a tab is one", "astral is one", "a combining mark is one", "a curly quote is one"],
)
def test_columns_count_code_points(line: str, column: int) -> None:
    assert positions(f"\n{line}", "x") == [Position(2, column)]


def test_the_end_of_the_text_has_a_position() -> None:
    assert Source("draft.txt", "one\n").position(4) == Position(2, 1)
    assert Source("draft.txt", "").position(0) == Position(1, 1)


def test_a_line_comes_without_its_line_end() -> None:
    source = Source("draft.txt", "one\r\ntwo\rthree\u2028four\n")
    assert [source.line(number) for number in (1, 2, 3, 4)] == ["one", "two", "three\u2028four", ""]


def test_line_spans_part_a_stretch_of_a_text() -> None:
    text = "zero\none\r\n\ntwo"
    assert [text[start:end] for start, end in line_spans(text)] == ["zero", "one", "", "two"]
    assert [text[start:end] for start, end in line_spans(text, 5, 8)] == ["one"]


def test_the_end_of_a_span_is_found_through_its_last_character() -> None:
    # *bold* move: the prose is "bold move".
    source_map = SourceMap([Segment(0, 1, 5), Segment(4, 6, 11)], 9)
    assert source_map.to_source(0, 4) == (1, 5)
    assert source_map.to_source(0, 9) == (1, 11)
    assert source_map.to_source(5, 9) == (7, 11)


def test_what_was_replaced_maps_as_a_whole() -> None:
    # fish &amp; chips
    source_map = SourceMap([Segment(0, 0, 5), Segment(5, 5, 10), Segment(6, 10, 16)], 12)
    assert source_map.to_source(5, 6) == (5, 10)
    assert source_map.to_source(0, 12) == (0, 16)


def test_an_empty_span_maps_to_an_empty_place() -> None:
    source_map = SourceMap([Segment(0, 2, 6)], 4)
    assert source_map.to_source(1, 1) == (3, 3)
    assert source_map.to_source(4, 4) == (6, 6)
    assert SourceMap([], 0).to_source(0, 0) == (0, 0)


def builder(text: str) -> ProseBuilder:
    return ProseBuilder(Source("draft.txt", text))


def test_blocks_are_parted_by_one_line_end() -> None:
    draft = builder("Title\n\n\nStory.")
    draft.open(BlockKind.HEADLINE)
    draft.copy(0, 5)
    draft.open(BlockKind.PARAGRAPH)
    draft.copy(8, 14)
    document = draft.build()
    assert document.text == "Title\nStory."
    assert [(block.kind, document.slice(block.span)) for block in document.blocks] == [
        (BlockKind.HEADLINE, "Title"),
        (BlockKind.PARAGRAPH, "Story."),
    ]
    assert document.to_source(Span(5, 6)) == Span(5, 8)


def test_a_block_loses_the_white_space_at_its_ends() -> None:
    draft = builder("  \tword \u2028 ")
    draft.open(BlockKind.PARAGRAPH)
    draft.copy(0, 10)
    document = draft.build()
    assert document.text == "word"
    assert document.to_source(Span(0, 4)) == Span(3, 7)


@pytest.mark.parametrize("left", ["", " \t", OBJECT, f" {OBJECT} "])
def test_a_block_without_a_word_leaves_no_trace(left: str) -> None:
    draft = builder("one two")
    draft.open(BlockKind.PARAGRAPH)
    draft.copy(0, 3)
    draft.open(BlockKind.PARAGRAPH)
    draft.replace(left, 3, 4)
    draft.open(BlockKind.PARAGRAPH)
    draft.copy(4, 7)
    document = draft.build()
    assert document.text == "one\ntwo"
    assert len(document.blocks) == 2


def test_lines_are_joined_by_one_space() -> None:
    draft = builder("one  \r\n   two\rthree")
    draft.open(BlockKind.PARAGRAPH)
    draft.copy_lines(0, 19)
    document = draft.build()
    assert document.text == "one two three"
    assert document.place(Span(4, 7)) == "2:4"
    assert document.place(Span(8, 13)) == "3:1"


def test_the_head_of_a_block_can_be_split_off() -> None:
    draft = builder("OSLO — Rain fell.")
    draft.open(BlockKind.PARAGRAPH)
    draft.copy(0, 17)
    draft.split(BlockKind.DATELINE, 4, 7)
    document = draft.build()
    assert [(block.kind, document.slice(block.span)) for block in document.blocks] == [
        (BlockKind.DATELINE, "OSLO"),
        (BlockKind.PARAGRAPH, "Rain fell."),
    ]
    assert document.place(document.blocks[1].span) == "1:8"


def test_a_note_belongs_to_the_block_it_stands_in_or_before() -> None:
    text = "<1>First<2> one.<3>\n\n<4>\n\nSecond.\n\n<5>"
    draft = builder(text)
    draft.open(BlockKind.PARAGRAPH)
    draft.note("1", 0, 3)
    draft.copy(3, 8)
    draft.note("2", 8, 11)
    draft.copy(11, 16)
    draft.copy(19, 19)
    draft.note("3", 16, 19)
    draft.close()
    draft.note("4", 21, 24)
    draft.open(BlockKind.PARAGRAPH)
    draft.copy(26, 33)
    draft.close()
    draft.note("5", 35, 38)
    document = draft.build()
    assert [(note.text, document.block_index(note.at)) for note in document.notes] == [
        ("1", 0),
        ("2", 0),
        ("3", 0),
        ("4", 1),
        ("5", 1),
    ]


def test_an_empty_document() -> None:
    document = builder("").build()
    assert (document.text, document.blocks, document.notes) == ("", [], [])
    assert document.to_source(Span(0, 0)) == Span(0, 0)


def test_letters_that_were_composed_lead_back_to_the_file() -> None:
    text = normalize("NFD", "Piroska Almási und 한국 spoke.")
    document = testing.draft(text)
    assert document.text == normalize("NFC", text)
    at = document.text.index("spoke")
    span = document.to_source(document.words[len(document.words) - 1].span)
    assert document.text[at : at + 5] == text[span.start : span.end] == "spoke"
