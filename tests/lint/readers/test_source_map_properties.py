"""The way back from the prose to the file, proved on drafts put together at random.

A draft is built from pieces of markup and words, and it is written down where in the file each word begins.
Then the reader must find these words, no others, and lead each of them back to exactly that place.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.document import Document
from copydesk.errors import UnreadableError
from copydesk.model.prose import OBJECT, Span, composed
from copydesk.model.source import Position
from copydesk.readers import markdown, plain

pytestmark = pytest.mark.slow

Read = Callable[[str, bytes], Document]


class Text(NamedTuple):
    """A piece of a file, and the prose words in it with their offsets."""

    text: str = ""
    words: tuple[tuple[int, str], ...] = ()

    def then(self, other: Text | str) -> Text:
        if isinstance(other, str):
            return Text(self.text + other, self.words)
        moved = tuple((len(self.text) + at, word) for at, word in other.words)
        return Text(self.text + other.text, self.words + moved)


def joined(parts: list[Text], separator: str) -> Text:
    whole = Text()
    for index, part in enumerate(parts):
        whole = whole.then(separator if index else "").then(part)
    return whole


def around(before: str, inside: st.SearchStrategy[Text], after: str) -> st.SearchStrategy[Text]:
    return inside.map(lambda text: Text(before).then(text).then(after))


LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])

# Letters of one, two, three and four bytes, a combining mark, an apostrophe, a hyphen.
WORDS = st.builds(
    str.__add__,
    st.sampled_from(["a", "B", "é", "Ж", "漢", "𝒳", "e\u0301"]),
    st.lists(st.sampled_from(["a", "Z", "é", "Ж", "漢", "𝒳", "\u0301", "’s", "-x"]), max_size=3).map("".join),
)
WORD = WORDS.map(lambda word: Text(word, ((0, word),)))


# --- Markdown

PHRASE = st.lists(WORD, min_size=1, max_size=3).map(lambda words: joined(words, " "))
INLINE = st.one_of(
    WORD,
    PHRASE,
    around("*", PHRASE, "*"),
    around("**", PHRASE, "**"),
    around("_", WORD, "_"),
    around("***", WORD, "***"),
    around("[", PHRASE, "](https://example.org/a_b 'title')"),
    around("[*", WORD, "*](<x y>)"),
    around("<b class='x'>", PHRASE, "</b>"),
    st.sampled_from(
        [
            "`code`",
            "``co`de``",
            "<!-- a note -->",
            "~~struck out~~",
            "<https://example.org>",
            "https://example.org/a_b",
            "![](picture.png)",
            "<code>x</code>",
            "{{ site.title }}",
            "{% tag a='b' %}",
        ]
    ).map(Text),
    st.sampled_from([r"\*", r"\\", "&amp;", "&mdash;", "&#x1F600;"]).map(
        lambda mark: Text(mark, ((0, {"&amp;": "&", "&mdash;": "—", "&#x1F600;": "😀"}.get(mark, mark[1:])),))
    ),
)


@st.composite
def inlines(draw: st.DrawFn, line_end: str, margin: str) -> Text:
    """Inline pieces, on one line or several; `margin` is what every line but the first begins with."""
    lines = draw(st.lists(st.lists(INLINE, min_size=1, max_size=4), min_size=1, max_size=3))
    parts = [joined([Text("a", ((0, "a"),)), *pieces], " ") for pieces in lines]
    breaks = st.sampled_from([line_end, "  " + line_end, "\\" + line_end])
    whole = parts[0]
    for part in parts[1:]:
        whole = whole.then(draw(breaks) + margin).then(part)
    return whole


@st.composite
def markdown_blocks(draw: st.DrawFn, line_end: str) -> Text:
    kind = draw(
        st.sampled_from(["text", "heading", "list", "quote", "code", "html", "table", "comment", "tag"])
    )
    if kind == "text":
        return draw(inlines(line_end, draw(st.sampled_from(["", " ", "   "]))))
    if kind == "heading":
        return Text("## ").then(draw(PHRASE))
    if kind == "list":
        marks = draw(st.sampled_from(["- ", "* ", "1. ", "- [x] "]))
        return Text(marks).then(draw(inlines(line_end, " " * len(marks))))
    if kind == "quote":
        return Text("> ").then(draw(inlines(line_end, draw(st.sampled_from(["> ", ">", ""])))))
    if kind == "code":
        return Text(f"```{line_end}some code{line_end}```")
    if kind == "html":
        rest = Text(f"{line_end}  <em>").then(draw(PHRASE)).then("</em>&nbsp;</div>")
        return Text('<div class="a > b">').then(draw(PHRASE)).then(rest)
    if kind == "table":
        head, cell = draw(PHRASE), draw(PHRASE)
        return Text("| ").then(head).then(f" |{line_end}|---|{line_end}|").then(cell).then("|")
    return Text({"comment": "<!-- a note -->", "tag": "{% include a.html %}"}[kind])


@st.composite
def markdown_drafts(draw: st.DrawFn) -> Text:
    line_end = draw(LINE_ENDS)
    whole = Text()
    if draw(st.booleans()):
        title = draw(st.sampled_from([("title: ", ""), ('title: "', '"'), ("title: '", "'")]))
        whole = whole.then(f"---{line_end}tags: x{line_end}{title[0]}").then(draw(PHRASE))
        whole = whole.then(f"{title[1]}{line_end}---{line_end}")
    blocks = draw(st.lists(markdown_blocks(line_end), max_size=5))
    # A comment keeps lists, and lists and paragraphs, apart.
    return whole.then(joined(blocks, f"{line_end}{line_end}<!-- -->{line_end}{line_end}"))


# --- plain text


@st.composite
def plain_drafts(draw: st.DrawFn) -> Text:
    line_end = draw(LINE_ENDS)
    whole = Text()
    for _ in range(draw(st.integers(0, 8))):
        mark = draw(st.sampled_from(["", "", "", "  ", "\t", "> ", ">> ", "- ", "• ", "1. ", "> - "]))
        words = draw(st.lists(WORD, max_size=14))
        if words and mark.endswith("- "):  # before a small letter, it may be the dash of a wrapped sentence
            capital = words[0].text.upper()
            words[0] = Text(capital, ((0, capital),))
        spaces = draw(st.sampled_from([" ", " ", "  ", "\t"]))
        after = draw(st.sampled_from(["", "", " ", "\t "]))
        line = Text(mark if words else "").then(joined(words, spaces)).then(after)
        whole = whole.then(line).then(line_end * draw(st.integers(1, 2)))
        if draw(st.integers(0, 9)) == 0:
            whole = whole.then("* * *" + line_end)
    return whole


# --- the proof


def check_map(document: Document) -> None:
    """What holds for every document, whatever it was read from."""
    text, source = document.text, document.source
    assert "\n".join(document.slice(block.span) for block in document.blocks) == text
    end = -1
    for block in document.blocks:
        assert block.start == end + 1
        assert block.start < block.end
        words = document.slice(block.span)
        assert words == words.strip()
        assert not re.search(r"[\r\n]", words)
        end = block.end
    for at, character in enumerate(text):
        place = document.to_source(Span(at, at + 1))
        start, stop = place.start, place.end
        assert 0 <= start <= stop <= len(source.text)
        if stop - start == 1 and character not in " \n":
            assert source.text[start] == character
    assert all(0 <= note.at <= len(text) for note in document.notes)
    assert [note.start for note in document.notes] == sorted(note.start for note in document.notes)


def check_positions(document: Document) -> None:
    """Lines and columns, counted in the plainest way there is."""
    source = document.source
    line, column = 1, 1
    for offset, character in enumerate(source.text):
        assert source.position(offset) == Position(line, column)
        if character == "\n" or (character == "\r" and source.text[offset + 1 : offset + 2] != "\n"):
            line, column = line + 1, 1
        else:
            column += 1
    assert source.position(len(source.text)) == Position(line, column)


def check_words(read: Read, built: Text) -> None:
    document = read("draft", built.text.encode())
    check_map(document)
    check_positions(document)
    found = list(re.finditer(rf"[^\s{OBJECT}]+", document.text))
    assert [match.group() for match in found] == [composed(word) for _, word in built.words]
    for match, (at, word) in zip(found, built.words, strict=True):
        stretch = document.to_source(Span(*match.span()))
        assert stretch.start == at
        if len(word) > 1:
            assert built.text[stretch.start : stretch.end] == word


@settings(max_examples=200)
@given(markdown_drafts())
def test_every_word_of_markdown_leads_to_its_place(built: Text) -> None:
    check_words(markdown.read, built)


@settings(max_examples=200)
@given(plain_drafts())
def test_every_word_of_plain_text_leads_to_its_place(built: Text) -> None:
    check_words(plain.read, built)


SCRAPS = st.sampled_from(
    [
        *"abéЖ😀\u0301\u2028\u00a0 \t\n\r*_`[]()<>!&;#\\-+=|~{}%:/\"'.,@1“”",
        "\r\n",
        "\n\n",
        "---\n",
        "+++\n",
        "title: ",
        "title = ",
        "authors: [",
        "> ",
        "- ",
        "```",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<script>",
        '<img alt="',
        "<s>",
        "](x)",
        "![",
        "[^1]",
        "[^1]: ",
        "&amp;",
        "&#10;",
        "{{ a }}",
        "{% comment %}",
        "{% endcomment %}",
        "https://",
        "By Jane Doe",
        "OSLO (AP) — ",
        "Photo: ",
    ]
)


@pytest.mark.parametrize("read", [plain.read, markdown.read], ids=["plain", "markdown"])
@settings(max_examples=300)
@given(st.lists(SCRAPS, max_size=40).map("".join))
def test_any_text_is_read_or_refused(read: Read, text: str) -> None:
    try:
        document = read("draft", text.encode())
    except UnreadableError:
        return
    check_map(document)


@pytest.mark.parametrize("read", [plain.read, markdown.read], ids=["plain", "markdown"])
@settings(max_examples=200)
@given(st.one_of(st.binary(max_size=80), st.text(max_size=80).map(str.encode)))
def test_any_bytes_are_read_or_refused(read: Read, data: bytes) -> None:
    try:
        document = read("draft", data)
    except UnreadableError:
        return
    check_map(document)
