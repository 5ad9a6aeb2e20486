"""Stories of systems in JSON in, blocks out."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest

from copydesk.document import Document
from copydesk.errors import UnreadableError
from copydesk.model.prose import Span
from copydesk.plugins.registry import load_registry
from copydesk.readers.cms import read
from copydesk.testing import check_prose, check_reader


def draft(value: object) -> Document:
    text = value if isinstance(value, str) else json.dumps(value)
    document = Document(read("draft.json", text.encode()))
    check_prose(document)
    return document


def blocks(value: object) -> list[tuple[str, str]]:
    document = draft(value)
    return [(str(block.kind), document.slice(block.span)) for block in document.blocks]


ANS = {
    "headlines": {"basic": "Fog at Vik"},
    "credits": {"by": [{"name": "Jane Doe"}]},
    "content_elements": [
        {"type": "text", "content": 'Fog <b>fell</b> &amp; the "pier" — café.<br/>More 😀 words.'},
        {"type": "header", "content": "Later"},
        {"type": "image", "caption": "The pier", "url": "https://example.org/the-the.jpg"},
        {"type": "quote", "content_elements": [{"type": "text", "content": "We waited."}]},
        {
            "type": "list",
            "items": [
                {"type": "text", "content": "One"},
                {"type": "list", "items": [{"type": "text", "content": "two"}]},
            ],
        },
        {"type": "raw_html", "content": "<p>No prose</p>"},
    ],
}
WORDPRESS = {
    "title": {"rendered": "Fog &#8217; Vik"},
    "excerpt": {"rendered": "<p>In May.</p>"},
    "content": {"rendered": "<p>Fog fell.</p>\n<ul><li>It <em>rose</em>.</li></ul>\n"},
}
PORTABLE = {
    "title": "Fog",
    "slug": "fog fog",
    "body": [
        {
            "_type": "block",
            "style": "normal",
            "children": [{"_type": "span", "text": "Fog "}, {"text": "fell."}],
        },
        {"_type": "block", "style": "h2", "children": [{"_type": "span", "text": "Later"}]},
        {"_type": "block", "listItem": "bullet", "children": [{"_type": "span", "text": "one"}]},
        {"_type": "image", "caption": "The pier"},
        {"_type": "code", "children": [{"text": "x = 1"}]},
    ],
}
PROSEMIRROR = {
    "type": "doc",
    "content": [
        {"type": "heading", "content": [{"type": "text", "text": "Fog"}]},
        {
            "type": "paragraph",
            "content": [
                {"type": "text", "text": "It "},
                {"type": "text", "marks": [{"type": "strike"}], "text": "rose "},
                {"type": "text", "marks": [{"type": "bold"}], "text": "fell"},
                {"type": "hardBreak"},
                {"type": "text", "text": "twice."},
            ],
        },
        {
            "type": "bulletList",
            "content": [
                {
                    "type": "listItem",
                    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "one"}]}],
                }
            ],
        },
    ],
}
LEXICAL = {
    "root": {
        "children": [
            {
                "type": "paragraph",
                "children": [
                    {"type": "text", "text": "Fog "},
                    {"type": "link", "children": [{"type": "text", "text": "fell"}]},
                    {"type": "text", "text": "."},
                ],
            }
        ]
    }
}
SLATE = [
    {"type": "paragraph", "children": [{"text": "Fog "}, {"text": "fell."}]},
    {"type": "block_quote", "children": [{"text": "We waited."}]},
]


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (
            ANS,
            [
                ("headline", "Fog at Vik"),
                ("byline", "Jane Doe"),
                ("paragraph", 'Fog fell & the "pier" — café. More 😀 words.'),
                ("heading", "Later"),
                ("caption", "The pier"),
                ("block quote", "We waited."),
                ("list item", "One"),
                ("list item", "two"),
            ],
        ),
        (
            [WORDPRESS],
            [
                ("headline", "Fog ’ Vik"),
                ("standfirst", "In May."),
                ("paragraph", "Fog fell."),
                ("list item", "It rose."),
            ],
        ),
        (
            PORTABLE,
            [
                ("headline", "Fog"),
                ("paragraph", "Fog fell."),
                ("heading", "Later"),
                ("list item", "one"),
                ("caption", "The pier"),
            ],
        ),
        (PROSEMIRROR, [("heading", "Fog"), ("paragraph", "It fell twice."), ("list item", "one")]),
        (
            {"content": PROSEMIRROR},
            [("heading", "Fog"), ("paragraph", "It fell twice."), ("list item", "one")],
        ),
        (LEXICAL, [("paragraph", "Fog fell.")]),
        (SLATE, [("paragraph", "Fog fell."), ("block quote", "We waited.")]),
    ],
    ids="ans wordpress portable prosemirror nested lexical slate".split(),
)
def test_the_shapes(value: object, found: list[tuple[str, str]]) -> None:
    assert blocks(value) == found


@pytest.mark.parametrize(
    ("words", "source", "place"),
    [
        ("fell", "fell", "/content_elements/0/content:7"),
        ("&", "&amp;", "/content_elements/0/content:16"),
        ('"', r"\"", "/content_elements/0/content:26"),
        ("café", r"caf\u00e9", "/content_elements/0/content:35"),
        ("😀", r"\ud83d\ude00", "/content_elements/0/content:50"),
        ("words", "words", "/content_elements/0/content:52"),
        ("two", "two", "/content_elements/4/items/1/items/0/content:0"),
    ],
)
def test_words_lead_through_html_and_escapes_to_their_place(words: str, source: str, place: str) -> None:
    document = draft(ANS)
    at = document.text.index(words)
    stretch = document.to_source(Span(at, at + len(words)))
    assert document.source.text[stretch.start : stretch.end] == source
    assert document.place(Span(at, at + len(words))) == place


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"name": "x", "dependencies": {"a": "1"}}', "no known article in it"),
        ("[1, 2]", "no known article in it"),
        ('"words"', "no known article in it"),
        ('{"content_elements": [', "not JSON at line 1, column 23: expected a value"),
    ],
)
def test_what_is_no_article_is_refused(text: str, problem: str) -> None:
    with pytest.raises(UnreadableError, match=problem):
        draft(text)


def test_a_folder_holds_the_articles_alone(copydesk, folder) -> None:
    folder({"a/story.json": json.dumps(ANS), "a/package.json": '{"name": "the the"}'})
    result = copydesk("check", "a", "--format", "json", installed=True)
    assert [one["path"] for one in json.loads(result.out)["drafts"]] == ["a/story.json"]
    assert copydesk("check", "a/package.json", installed=True).code == 2


def test_the_reader_keeps_what_readers_promise() -> None:
    samples = [ANS, WORDPRESS, PORTABLE, PROSEMIRROR, LEXICAL, SLATE]
    check_reader(
        load_registry(plugins=False).readers["cms"], [json.dumps(sample).encode() for sample in samples]
    )


@pytest.mark.hostile
@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        '{"a":' * 50_000,
        '"' * 50_000,
        "\\" * 50_000,
        '{"content_elements": [' + '{"content": "<p>a"},' * 20_000 + '{"content": "b"}]}',
        '{"content": {"raw": "' + "<a " * 50_000 + '"}}',
        '{"content": {"raw": "' + r"\n" * 50_000 + '"}}',
        '[{"children": [' + '{"text": "a"},' * 20_000 + '{"text": "b"}]}]',
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_files_are_read_or_refused(text: str) -> None:
    with suppress(UnreadableError):
        draft(text)
