"""Draft in, quotations out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.testing import draft


def outer(text: str) -> list[str]:
    document = draft(text)
    return [document.slice(q.span) for q in document.quotes.outer]


def every(text: str) -> list[tuple[str, int]]:
    document = draft(text)
    return [(document.slice(q.span), q.depth) for q in document.quotes]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go,” she said. “Now.”", ["“Go,”", "“Now.”"]),
        ('"Go," she said. "Now."', ['"Go,"', '"Now."']),
        ("''Go,'' she said. ''Now.''", ["''Go,''", "''Now.''"]),
        ("‘‘Go,’’ she said.", ["‘‘Go,’’"]),
        ("‘Go,’ she said. ‘Now.’", ["‘Go,’", "‘Now.’"]),
        ("'Go,' she said. 'Now.'", ["'Go,'", "'Now.'"]),
        ('("Go," she said)—"now"', ['"Go,"', '"now"']),
        ("He called it «a gift» to the town.", ["«a gift»"]),
        ("“Go,″ she said, ″now.”", ["“Go,″", "″now.”"]),
    ],
)
def test_marks_of_every_kind(text: str, expected: list[str]) -> None:
    assert outer(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The ’90s were kind to the dogs’ owner, and to rock ’n’ roll.",
        "The '90s were kind to the dogs' owner, and to rock 'n' roll.",
        "It’s the Joneses’ boat, isn’t it? Get ’em off, ’til noon.",
        "He is 6'2\" and she is 5'10\" tall.",
        "The ‘90s, wrongly curled, and the ’80s.",
        "Class of '06 and the bosses' strike.",
    ],
)
def test_apostrophes_and_inches_are_no_quotation_marks(text: str) -> None:
    assert outer(text) == []


def test_a_quotation_inside_a_quotation() -> None:
    assert every("“They say ‘no’ to ‘everything,’” he said.") == [
        ("“They say ‘no’ to ‘everything,’”", 0),
        ("‘no’", 1),
        ("‘everything,’", 1),
    ]


def test_double_marks_inside_single_ones() -> None:
    assert every("'He said \"no\" twice,' she said.") == [("'He said \"no\" twice,'", 0), ('"no"', 1)]


def test_an_apostrophe_inside_speech_does_not_end_it() -> None:
    assert outer("“It’s the ’90s again, the dogs’ owner’s best years,” he said.") == [
        "“It’s the ’90s again, the dogs’ owner’s best years,”"
    ]


def test_a_plural_possessive_inside_single_marks() -> None:
    assert outer("‘We’re off to the dogs’ home,’ she said.") == ["‘We’re off to the dogs’ home,’"]


def test_a_space_on_the_wrong_side_of_a_mark() -> None:
    assert outer('"Yes, "he said.') == ['"Yes, "']


def test_a_long_quotation_opens_in_every_paragraph() -> None:
    text = "“First we ask.\n\n“Then we wait.\n\n“Then we go,” she said."
    document = draft(text)
    assert [(document.slice(q.span), q.closed) for q in document.quotes.outer] == [
        ("“First we ask.", False),
        ("“Then we wait.", False),
        ("“Then we go,”", True),
    ]


def test_a_paragraph_may_go_on_without_opening() -> None:
    document = draft("“First we ask.\n\nThen we go,” she said.")
    assert [(document.slice(q.span), q.opened, q.closed) for q in document.quotes.outer] == [
        ("“First we ask.", True, False),
        ("Then we go,”", False, True),
    ]


def test_a_mark_that_is_never_closed_swallows_no_more_than_its_paragraph() -> None:
    assert outer("“First we ask.\n\nThe mayor left. “No,” she said.") == ["“First we ask.", "“No,”"]


def test_a_mark_that_is_never_closed_ends_where_the_next_one_opens() -> None:
    assert outer("“First we ask. He left. “No,” she said.") == ["“First we ask. He left.", "“No,”"]


def test_a_stray_closing_mark_is_no_quotation() -> None:
    assert outer("First we ask,” she said. “No.”") == ["“No.”"]


def test_what_stands_inside() -> None:
    document = draft("“Go,” she said.")
    words = document.words
    assert [document.quotes.hold(word.span) for word in words] == [True, False, False]


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="“”‘’'\"«» ab.,\n—s9", max_size=80))
def test_any_mix_of_marks_gives_ordered_quotations_inside_their_blocks(text: str) -> None:
    document = draft(text)
    last = 0
    for quotation in document.quotes.outer:
        assert last <= quotation.start <= quotation.inner.start <= quotation.inner.end <= quotation.end
        assert document.block_at(quotation.start).span.contains(quotation.span)
        last = quotation.end
