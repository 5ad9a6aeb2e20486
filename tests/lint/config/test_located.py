"""TOML with places: every key and element knows where it stands, every fault is said there."""

from __future__ import annotations

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.config.toml.located import ConfigError, load, parse

DOCUMENT = b"""\
select = ["a", # a comment
  "b]",
]
x . "y z" = '''
two = lines'''
[rules."house/name"]
allow = [{ of = [1, 2.5], "q\\u0041" = 07:32:00 }, 1979-05-27 07:32:00]
[[overrides]]
paths = []
[[overrides]]
severity.bad = "off"
[overrides.rules.bad]
"""


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (["select"], (1, 1)),
        (["select", 0], (1, 11)),
        (["select", 1], (2, 3)),
        (["x", "y z"], (4, 5)),
        (["rules", "house/name"], (6, 8)),
        (["rules", "house/name", "allow", 0, "of", 1], (7, 21)),
        (["rules", "house/name", "allow", 0, "qA"], (7, 27)),
        (["rules", "house/name", "allow", 1], (7, 51)),
        (["overrides", 0], (8, 1)),
        (["overrides", 1], (10, 1)),
        (["overrides", 1, "severity", "bad"], (11, 10)),
        (["overrides", 1, "rules", "bad"], (12, 18)),
    ],
)
def test_every_key_and_element_knows_its_place(keys, place):
    assert parse(DOCUMENT, "house.toml").place(*keys) == place


def test_what_is_not_there_has_the_place_of_the_table_around_it():
    assert parse(DOCUMENT, "house.toml").place("rules", "house/name", "gone", 3) == (6, 8)
    assert parse(b"", "house.toml").place("gone") == (1, 1)


def test_a_table_can_be_taken_alone():
    document = parse(b'[tool.black]\n[tool.copydesk]\nselect = ["a"]\n', "pyproject.toml")
    inside = document.inside("tool", "copydesk")
    assert inside.data == {"select": ["a"]}
    assert inside.place("select", 0) == (3, 11)
    assert str(inside.error("no such rule", "select", 0)) == "pyproject.toml:3:11: no such rule"
    assert document.inside("tool", "white") is None


@pytest.mark.parametrize(
    ("text", "error"),
    [
        (b"a b", "house.toml:1:3: not TOML: expected '=' after a key in a key/value pair"),
        (b"a = 1\nb = [1,\n", "house.toml:3:1: not TOML: "),
        (b"a = 1\r\na = 2\r\n", "house.toml:2:6: not TOML: cannot overwrite a value"),
        (b'a = "caf\xe9"', "house.toml:1:9: not UTF-8 from here on: save the file as UTF-8"),
        (b"a = " + b"[" * 5000, "house.toml:1:1: not TOML that can be read: nested too deeply"),
        (b"a = 1\n" + b"b." * 200_000 + b"c = 1", "house.toml:2:1: a key of more than 20 parts"),
        (b"a = " + b"1" * 5000, "house.toml:1:1: not TOML: exceeds the limit"),
        (b"#" * 3_000_000, "house.toml: is larger than 2,000,000 bytes, too large for a configuration"),
    ],
    ids=range(8),
)
def test_what_is_not_toml_is_said_in_one_line_at_its_place(folder, text, error):
    (folder({}) / "house.toml").write_bytes(text)
    with pytest.raises(ConfigError) as raised:
        load("house.toml")
    assert str(raised.value).startswith(error)
    assert "\n" not in str(raised.value)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing():
    assert parse(b'\xef\xbb\xbfa = 1\r\nb = "x"\r\n', "house.toml").place("b") == (2, 1)


def test_a_file_that_is_not_there(folder):
    folder({})
    with pytest.raises(ConfigError, match=r"^house.toml: there is no such file$"):
        load("house.toml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_not_waited_for(folder):
    folder({})
    os.mkfifo("house.toml")
    with pytest.raises(ConfigError, match="is not a file but a folder, a pipe or a device"):
        load("house.toml")


_NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=5)
_VALUES = st.recursive(
    st.one_of(st.integers(-9, 9), st.booleans(), _NAMES), lambda inner: st.lists(inner, max_size=3)
)


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _written(value: object) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    return _quoted(value) if isinstance(value, str) else str(value).lower()


@pytest.mark.slow
@given(st.dictionaries(_NAMES, st.dictionaries(_NAMES, _VALUES, max_size=4), max_size=4))
def test_a_place_is_where_the_key_is_written(tables):
    text = "".join(
        f"[{_quoted(name)}]\n"
        + "".join(f"{_quoted(key)} = {_written(value)}\n" for key, value in table.items())
        for name, table in tables.items()
    )
    document = parse(text.encode(), "house.toml")
    assert document.data == tables
    lines = text.split("\n")
    for name, table in tables.items():
        for key in table:
            line, column = document.place(name, key)
            assert lines[line - 1].startswith(f"{_quoted(key)} = ", column - 1)


class TestComments:
    def test_at_the_end_of_the_line_or_in_the_lines_above(self):
        text = '# one\n# two\na = "#" # three\n\nb = 1\n# four\n\nc = 1\n# five\nd = 1\n'
        document = parse(text.encode(), "house.toml")
        assert [document.comment(key) for key in "abcd"] == ["three", "", "", "five"]

    def test_an_element_has_its_own_or_that_of_its_array(self):
        document = parse(b'# all\na = [\n  "x", # one\n  # two\n  "y",\n  "z",\n]\n', "house.toml")
        assert [document.comment("a", number) for number in range(3)] == ["one", "two", "all"]

    def test_a_key_shares_that_of_its_table_in_brackets(self):
        document = parse(b"# why\n[a]\nb = 1\nc = 1 # own\n\n[d]\ne.f = 1 # f's\ne.g = 1\n", "house.toml")
        assert [document.comment("a", key) for key in "bc"] == ["why", "own"]
        assert document.comment("d", "e", "g") == ""

    def test_each_of_several_tables_has_its_own(self):
        document = parse(b"# one\n[[a]]\nb = 1\n# two\n[[a]]\nb = 1\n", "house.toml")
        assert [document.comment("a", number, "b") for number in (0, 1)] == ["one", "two"]

    def test_what_is_commented_out_is_none(self):
        document = parse(b"# why\n#a-b = 1\n#[c]\nb = 1\n", "house.toml")
        assert document.comment("b") == "why"
