"""YAML and TOML at the head of a Markdown file: headline, standfirst and byline, at their places."""

import pytest

from copydesk.document import Document
from copydesk.errors import UnreadableError
from copydesk.model.prose import OBJECT
from copydesk.readers.markdown import read


def draft(text: str) -> Document:
    return Document(read("draft.md", text.encode()))


def blocks(text: str) -> list[tuple[str, str, str]]:
    """Kind, place and words of every block."""
    document = draft(text)
    return [
        (str(block.kind), document.place(block.span), document.slice(block.span)) for block in document.blocks
    ]


def test_yaml() -> None:
    text = """---
layout: post
title: Ferry runs aground  # not final
standfirst: "All aboard are safe"
authors:
  - Jane Doe
  - name: John Roe
    email: john@example.org
image: ferry.jpg
---
Fog fell.
"""
    assert blocks(text) == [
        ("headline", "3:8", "Ferry runs aground"),
        ("standfirst", "4:14", "All aboard are safe"),
        ("byline", "6:5", "Jane Doe"),
        ("byline", "7:11", "John Roe"),
        ("paragraph", "11:1", "Fog fell."),
    ]


def test_toml() -> None:
    text = """+++
date = 2024-05-01
title = "Ferry runs aground" # not final
description = 'All aboard are "safe"'
authors = [
  "Jane Doe",
  { name = "John Roe", email = "john@example.org" },
]
[params]
title = "no headline"
+++
Fog fell.
"""
    assert blocks(text) == [
        ("headline", "3:10", "Ferry runs aground"),
        ("standfirst", "4:16", 'All aboard are "safe"'),
        ("byline", "6:4", "Jane Doe"),
        ("byline", "7:13", "John Roe"),
        ("paragraph", "12:1", "Fog fell."),
    ]


@pytest.mark.parametrize(
    ("yaml", "words", "place"),
    [
        ("title: The ferry", "The ferry", "2:8"),
        ("Title: The ferry", "The ferry", "2:8"),
        ("'title': The ferry", "The ferry", "2:10"),
        ("title: >-\n  The\n  ferry", "The ferry", "3:3"),
        ("title: |\n  The\n  ferry\n", "The ferry", "3:3"),
        ("title: The\n  ferry", "The ferry", "2:8"),
        ("title: 'Moe''s ferry'", "Moe's ferry", "2:9"),
        (r'title: "The \"ferry\" \u2014 \x41"', 'The "ferry" — A', "2:9"),
        ('title: "The \\\n  ferry"', "The ferry", "2:9"),
        ('title: &t "The ferry"', "The ferry", "2:12"),
        ("{title: The ferry, tags: [a]}", "The ferry", "2:9"),
        ("title: Fog: the ferry", "Fog: the ferry", "2:8"),
        ("title: The\u2028ferry 😀", "The\u2028ferry 😀", "2:8"),
        ("a: 😀é\ntitle: The ferry", "The ferry", "3:8"),
        ("title: 1984", "1984", "2:8"),
        ("title: See https://example.org now", f"See {OBJECT} now", "2:8"),
    ],
)
def test_yaml_strings_are_mapped_exactly(yaml: str, words: str, place: str) -> None:
    assert blocks(f"---\n{yaml}\n---\n") == [("headline", place, words)]


@pytest.mark.parametrize(
    ("toml", "words", "place"),
    [
        ('title = "The ferry"', "The ferry", "2:10"),
        ("title = 'The ferry'", "The ferry", "2:10"),
        ('"title" = "The ferry"', "The ferry", "2:12"),
        (r'title = "The \"ferry\" \u2014 \U0001F600"', 'The "ferry" — 😀', "2:10"),
        ('title = """\nThe\nferry"""', "The ferry", "3:1"),
        ('title = """The \\\n   ferry"""', "The ferry", "2:12"),
        ("title = '''The 'ferry''''", "The 'ferry'", "2:12"),
        ('a = "title = 1"\ntitle = "The ferry"', "The ferry", "3:10"),
    ],
)
def test_toml_strings_are_mapped_exactly(toml: str, words: str, place: str) -> None:
    assert blocks(f"+++\n{toml}\n+++\n") == [("headline", place, words)]


def test_carriage_returns() -> None:
    text = "---\r\ntitle: The ferry\r\n---\r\nFog.\r\n"
    assert blocks(text) == [("headline", "2:8", "The ferry"), ("paragraph", "4:1", "Fog.")]
    assert blocks(text.replace("\r\n", "\r")) == blocks(text)
    toml = text.replace("---", "+++").replace("The ferry", "'The ferry'").replace(":", " =")
    assert [block[2] for block in blocks(toml.replace("\r\n", "\r"))] == ["The ferry", "Fog."]


def test_a_long_standfirst_keeps_its_paragraphs() -> None:
    assert blocks("---\nsummary: |\n  One.\n\n  Two.\n---\n") == [
        ("standfirst", "3:3", "One."),
        ("standfirst", "5:3", "Two."),
    ]


def test_the_same_words_under_two_keys_are_one_block() -> None:
    assert blocks('---\nsummary: "Fog."\nexcerpt: "Fog."\n---\n') == [("standfirst", "2:11", "Fog.")]


@pytest.mark.parametrize("value", ["", "~", "null", "''", "true"])
def test_a_value_without_words_is_no_block(value: str) -> None:
    assert blocks(f"---\ntitle: {value}\n---\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nFog fell.\n\n---\n\nMore fog.\n",
        "---\n\nFog: fell, 'she' said.\n",
        "Fog fell.\n\n---\ntitle: x\n---\n",
    ],
)
def test_rules_are_no_front_matter(text: str) -> None:
    assert "headline" not in {kind for kind, _, _ in blocks(text)}


def test_an_empty_front_matter() -> None:
    assert blocks("---\n---\nFog fell.\n") == [("paragraph", "3:1", "Fog fell.")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('---\ntags: x\ntitle: "Ferry" runs aground\n---\n', "line 3, column 16"),
        ("---\ntitle: [one, two\n---\nFog.\n", "line 2, column 17"),
        ("+++\ntitle = Ferry\n+++\n", "line 2, column 9"),
        ('+++\na = 1\ntitle = "Ferry\n+++\n', "line 3, column 15"),
    ],
)
def test_broken_front_matter_is_refused_with_its_place(text: str, place: str) -> None:
    with pytest.raises(UnreadableError, match=place):
        draft(text)


@pytest.mark.parametrize(
    "front",
    [
        "---\na: " + "[" * 50_000 + "\n---\n",
        "+++\na = " + "[" * 50_000 + "\n+++\n",
        "---\n" + "key: value\n" * 200_000 + "---\n",
    ],
)
def test_hostile_front_matter_is_refused(front: str) -> None:
    with pytest.raises(UnreadableError):
        draft(front)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Ferry\ncover:\n  image: a/b.jpg\n  caption: The pier\n  alt: 'Fog'\n---\n",
        '+++\ntitle = "Ferry"\n[cover]\nimage = "a/b.jpg"\ncaption = "The pier"\nalt = "Fog"\n+++\n',
        '+++\ntitle = "Ferry"\ncover = { image = "a", caption = "The pier", alt = "Fog" }\n+++\n',
        '{\n  "title": "Ferry",\n  "cover": {"image": "a", "caption": "The \\u0070ier", "alt": "Fog"}\n}\n',
    ],
    ids=["yaml", "toml", "inline table", "json"],
)
def test_the_words_for_a_picture_are_captions_at_any_depth(text: str) -> None:
    prose = read("draft.md", f"{text}\nFog fell.\n".encode())
    assert [(str(block.kind), prose.slice(block.span)) for block in prose.blocks] == [
        ("headline", "Ferry"),
        ("caption", "The pier"),
        ("caption", "Fog"),
        ("paragraph", "Fog fell."),
    ]


def test_json_front_matter_that_is_broken_is_refused() -> None:
    with pytest.raises(UnreadableError, match="not JSON at line 2, column 3: expected a value"):
        read("draft.md", b'{"title":\n  oops!\n}\n\nFog fell.\n')


def test_json_in_a_sentence_is_no_front_matter() -> None:
    assert read("draft.md", b'{"a": 1} is JSON.\n').text == '{"a": 1} is JSON.'


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Fog\ndate: 2031-03-02 # early\ntags: [2031, fog]\n---\nFog fell.\n",
        "---\nDate: '2031-03-02'\nphotos:\n  - date: 2030-01-01\n---\nFog fell.\n",
        '+++\ndate = 2031-03-02 # early\ntitle = "Fog"\n[params]\ndate = 2030-01-01\n+++\nFog fell.\n',
        '+++\ndate = "2031-03-02"\nyears = [2030-01-01, 2031-01-01]\n+++\nFog fell.\n',
        '{"title": "Fog", "date": "2031-03-02", "photo": {"date": "2030-01-01"}}\nFog fell.\n',
    ],
)
def test_the_publication_date(text: str) -> None:
    published = draft(text).published
    assert published is not None
    assert (published.day.isoformat(), published.moment, published.origin) == ("2031-03-02", None, "date")


@pytest.mark.parametrize(
    "text",
    [
        "---\npublishDate: 2031-03-02T09:30:00Z\ndate: 2031-03-01\n---\nFog fell.\n",
        "+++\ndate = 2031-03-01\npublishdate = 2031-03-02 09:30:00Z\n+++\nFog fell.\n",
    ],
)
def test_the_publication_date_with_its_time(text: str) -> None:
    published = draft(text).published
    assert published is not None
    assert published.moment is not None
    assert published.moment.isoformat() == "2031-03-02T09:30:00+00:00"
