"""A Word document or a page as Markdown that reads the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.rendition import plain_rendition, reads_the_same, rendition
from copydesk.document import Document
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind
from copydesk.model.source import Source
from copydesk.readers import html, markdown
from copydesk.readers.word import reader as word

GOLDEN = Path(__file__).parents[1] / "readers" / "word" / "golden"

PAGE = """\
<article><h1>Harbour &amp; sea</h1><p class="byline">By Ann Orr</p>
<p>OSLO &mdash; The <b>council</b> met. <!-- stet: placeholder -- on purpose --></p>
<ul><li>One<li># Two</ul><blockquote><p>Said a.</p><p>Said b.</p></blockquote>
<figure><img src="x"><figcaption>The harbour &lt;in&gt; May</figcaption></figure>
<table><tr><td>A | B<td>C</table><p>Run <code>make it</code> at https://a.example/plan today.</p></article>
"""


def rendered(document: Document) -> str:
    return rendition(document)


def page(text: str) -> Document:
    return Document(html.read("page.html", text.encode()))


def test_every_kind_of_block_has_its_mark():
    assert rendered(page(PAGE)) == (
        "# Harbour & sea\n\nBy Ann Orr\n\n"
        "OSLO — The council met. <!-- stet: placeholder -- on purpose -->\n\n"
        "- One\n- \\# Two\n\n> Said a.\n>\n> Said b.\n\n"
        "<figcaption>The harbour &lt;in&gt; May</figcaption>\n\n"
        "| A \\| B |\n| --- |\n| C |\n\nRun `make it` at https://a.example/plan today.\n"
    )


def test_it_reads_the_same():
    original = page(PAGE)
    again = Document(markdown.read("page.md", rendered(original).encode()))
    assert reads_the_same(original, again)
    assert [block.kind for block in original.blocks] == [block.kind for block in again.blocks]
    assert [note.text for note in again.notes] == ["stet: placeholder -- on purpose"]


@pytest.mark.parametrize("name", ["libreoffice.docx", "pandoc.docx"])
def test_a_word_document_of_another_program_reads_the_same(name):
    original = Document(word.read(name, (GOLDEN / name).read_bytes()))
    assert reads_the_same(original, markdown.read("x.md", rendered(original).encode()))


def test_a_note_on_the_whole_draft_stands_at_its_head():
    found = rendered(page("<p>One.</p><!-- stet-draft: placeholder --><p>Two.</p>"))
    assert found == "<!-- stet-draft: placeholder -->\n\nOne.\n\nTwo.\n"


def test_a_range_of_notes_is_given_by_whole_blocks():
    begin, end = "<!-- stet-begin: placeholder -- a poem -->", "<!-- stet-end: placeholder -->"
    text = f"<p>One.</p>{begin}<p>Two.</p><p>Three <!-- stet-end --> and.</p><p>Four.</p>"
    assert rendered(page(text)) == f"One. {begin}\n\nTwo.\n\nThree and. {end}\n\nFour.\n"
    assert rendered(page(f"{begin}<p>One.</p>{end}")) == f"{begin}\n\nOne. {end}\n"


def test_other_comments_stay_in_the_file():
    assert rendered(page("<p>One. <!-- is this so? --></p>")) == "One.\n"


def test_an_empty_page_is_an_empty_text():
    assert rendered(page("")) == ""


def test_plain_text_has_no_marks():
    assert plain_rendition(page("<h1>A * b</h1><p>One.</p>")) == "A * b\n\nOne."


KINDS = (
    BlockKind.PARAGRAPH,
    BlockKind.LIST_ITEM,
    BlockKind.BLOCK_QUOTE,
    BlockKind.HEADING,
    BlockKind.CAPTION,
)
MARKUP = st.text(st.sampled_from("ab.1 *_`#>-+=|~[]()<>&;:!\\{}%\"'/—é😀"), min_size=1, max_size=24)


@given(st.lists(st.tuples(st.sampled_from(KINDS), MARKUP), max_size=6))
def test_no_word_is_read_as_markup(blocks):
    """Whatever the words hold, they come back: in the same blocks, with the same marks."""
    text = "\n".join(" ".join([*words.split(), "word"]) for _, words in blocks)
    builder = ProseBuilder(Source("draft", text))
    at = 0
    for (kind, _), line in zip(blocks, text.split("\n"), strict=False):
        builder.open(kind)
        builder.copy(at, at + len(line))
        at += len(line) + 1
    original = Document(builder.build())
    again = markdown.read("draft.md", rendered(original).encode())
    assert [again.slice(block.span) for block in again.blocks] == [
        original.slice(block.span) for block in original.blocks
    ]
