"""A word is written into a terms file: text in, text out."""

from __future__ import annotations

import pytest

from copydesk.edits.terms_writer import with_allowed
from copydesk.errors import CannotWriteError


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", 'allow = ["land mine"]\n'),
        ("# ours", '# ours\nallow = ["land mine"]\n'),
        ("allow = []\n", 'allow = ["land mine"]\n'),
        ('allow = ["Orr"] # names\n', 'allow = ["land mine", "Orr"] # names\n'),
        ('allow = [\n    "Orr",\n]\n', 'allow = [\n    "land mine",\n    "Orr",\n]\n'),
        ('allow = [\r\n  "Orr",\r\n]\r\n', 'allow = [\r\n    "land mine",\r\n  "Orr",\r\n]\r\n'),
        (
            '# ours\n[prefer]\nadviser = ["advisor"]\n',
            '# ours\nallow = ["land mine"]\n\n[prefer]\nadviser = ["advisor"]\n',
        ),
    ],
    ids=repr,
)
def test_a_word_is_added(before: str, after: str) -> None:
    assert with_allowed(before, "land mine") == after


def test_quotation_marks_and_backslashes_are_words_too() -> None:
    assert with_allowed("", 'the "C:\\" drive') == 'allow = ["the \\"C:\\\\\\" drive"]\n'


@pytest.mark.parametrize(
    "text",
    [
        'allow = ["Orr"\n',
        'note = """\nallow = []\n"""\n',
        '"allow" = ["Orr"]\n',
        'allow = "Orr"\n',
    ],
    ids=repr,
)
def test_what_is_not_understood_is_left_alone(text: str) -> None:
    with pytest.raises(CannotWriteError, match="cannot be added to it"):
        with_allowed(text, "land mine")
