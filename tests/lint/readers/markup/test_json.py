"""The strings of JSON, with their paths and places."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.readers.markup.data.json import NotJsonError, json_pieces, json_strings

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)


def strings_of(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        return [(path, value)]
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, inner in pairs for found in strings_of(inner, (*path, key))]


@given(JSON, st.sampled_from([None, 2]), st.booleans())
def test_strings_are_those_of_the_parser(value: object, indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    strings, end = json_strings(text)
    assert end == len(text)
    assert [(one.path, json.loads(f'"{text[one.start : one.end]}"')) for one in strings] == strings_of(value)


def test_pieces_say_what_each_escape_stands_for() -> None:
    text = r"a\u00e9\ud83d\ude00\n\"b\ud83d"
    assert list(json_pieces(text, 0, len(text))) == [
        ("a", 0, 1),
        ("é", 1, 7),
        ("😀", 7, 19),
        (" ", 19, 21),
        ('"', 21, 23),
        ("b", 23, 24),
        ("\ufffd", 24, 30),
    ]


@pytest.mark.parametrize(
    ("text", "problem", "offset"),
    [
        ("", "expected a value", 0),
        ("[1, ]", "expected a value", 4),
        ('{"a": 1,}', "expected a key", 8),
        ('{"a" 1}', "expected a colon", 5),
        ("[1 2]", "expected a comma", 3),
        ('["a]', "expected a value", 1),
        ("[1}", "expected a comma", 2),
        ("[" * 501, "nested in more than 500 levels", 500),
    ],
)
def test_what_is_no_json_is_refused(text: str, problem: str, offset: int) -> None:
    with pytest.raises(NotJsonError) as error:
        json_strings(text)
    assert (str(error.value), error.value.offset) == (problem, offset)
