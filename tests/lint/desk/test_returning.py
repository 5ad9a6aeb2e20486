"""The text of the page brought back into the file that it came from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.desk.rendition import rendition
from copydesk.desk.returning import returned
from copydesk.document import Document
from copydesk.errors import CannotWriteError
from copydesk.plugins.builtin import READERS
from copydesk.readers import markdown

BY_NAME = {reader.name: reader for reader in READERS}
GOLDEN = Path(__file__).parents[1] / "readers" / "word" / "golden"


def opened(data: bytes, name: str = "html") -> str:
    return rendition(Document(BY_NAME[name].read("draft", data)))


def back(data: bytes, text: str, name: str = "html") -> bytes:
    """The file with the text of the page in it."""
    shown = markdown.read("draft.md", opened(data, name).encode())
    edited = Document(markdown.read("draft.md", text.encode()))
    return returned("draft", data, BY_NAME[name], shown, edited)


def test_nothing_changed_is_the_same_file():
    page = b"<body><p>One  <b>two</b>\r\n three &amp; four.</p></body>"
    assert back(page, opened(page)) == page


@pytest.mark.parametrize(
    ("page", "old", "new", "after"),
    [
        ("<p>The the end.</p>", "The the", "The", "<p>The end.</p>"),
        ("<p>The <b>council</b> met.</p>", "council", "board", "<p>The <b>board</b> met.</p>"),
        ("<p>un<i>like</i>ly it is</p>", "unlikely", "sure", "<p>sure<i></i> it is</p>"),
        ("<p>R&amp;D is <i>in</i>.</p>", "R&D", "R&D & T", "<p>R&amp;D &amp; T is <i>in</i>.</p>"),
        ("<p>It ends</p>", "ends", "ends here.", "<p>It ends here.</p>"),
        ("<p>it ends</p>", "it", "So it", "<p>So it ends</p>"),
        ("<h1>A</h1><p>One.</p><p>Two.</p>", "\n\nTwo.", "", "<h1>A</h1><p>One.</p><p></p>"),
        ("<ul><li>One<li>Two</ul>", "Two", "Two\n- Three", "<ul><li>One<li>Two\n<li>Three</li></ul>"),
        ("<p>One.</p>\n<p>Two.</p>", "One.", "One.\n\nNew.", "<p>One.</p>\n<p>New.</p>\n<p>Two.</p>"),
        ("<p>One.</p>", "One.", "New.\n\nOne.", "<p>New.</p>\n<p>One.</p>"),
        ("<p>One. It is.</p>", "One. It", "One.\n\nIt", "<p>One.</p>\n<p>It is.</p>"),
    ],
)
def test_only_the_words_that_changed_are_changed(page, old, new, after):
    text = opened(page.encode())
    assert old in text
    assert back(page.encode(), text.replace(old, new)).decode() == after


STORY = """{"type": "doc", "content": [
  {"type": "paragraph", "content": [{"type": "text", "text": "The council put off the the vote, R&D said."}]},
  {"type": "paragraph", "content": [{"type": "text", "text": "It is over."}]}
]}"""


def test_words_come_back_into_the_json_of_a_cms():
    text = opened(STORY.encode(), "cms")
    assert text == "The council put off the the vote, R&D said.\n\nIt is over.\n"
    written = back(
        STORY.encode(), text.replace("the the", "the").replace("over", 'so "over" \\\\ here'), "cms"
    )
    after = STORY.replace("the the", "the").replace("It is over", 'It is so \\"over\\" \\\\ here')
    assert written.decode() == after


@pytest.mark.parametrize("new", ["It is over.\n\nNew.", "It is over. <!-- stet: all -->"])
def test_what_the_json_of_a_cms_cannot_hold_is_told(new):
    text = opened(STORY.encode(), "cms").replace("It is over.", new)
    with pytest.raises(CannotWriteError, match="save it as Markdown"):
        back(STORY.encode(), text, "cms")


def test_a_note_of_the_page_is_a_comment_in_the_file():
    page = b"<p>One.</p><p>Two the the.</p>"
    text = opened(page).replace("the the.", "the the. <!-- stet: repeated-word -- said so -->")
    assert back(page, text) == b"<p>One.</p><p>Two the the. <!-- stet: repeated-word -- said so --></p>"


def test_a_second_note_of_the_same_words_is_written_too(docx_of):
    data = docx_of("One one.", "Two two.")
    noted = opened(data, "docx").replace("One one.", "One one. <!-- stet: all -->")
    data = back(data, noted, "docx")
    both = opened(data, "docx").replace("Two two.", "Two two. <!-- stet: all -->")
    assert both.count("stet: all") == 2
    assert opened(back(data, both, "docx"), "docx") == both


def test_a_note_that_was_taken_out_on_the_page_is_not_silently_kept():
    page = b"<p>Two the the. <!-- stet: repeated-word --></p>"
    with pytest.raises(CannotWriteError, match="lacks a note that stays in draft"):
        back(page, "Two the the.\n")


def test_a_range_of_notes_stays_and_no_new_one_is_written():
    page = b"<p>One.</p><!-- stet-begin: repeated-word --><p>Two the the.</p><!-- stet-end --><p>Three.</p>"
    assert back(page, opened(page).replace("Three", "Four")) == page.replace(b"Three", b"Four")
    plain = b"<p>Two the the.</p>"
    with pytest.raises(CannotWriteError, match="new stet-begin, which is written by hand"):
        back(plain, "<!-- stet-begin: repeated-word -->\n\nTwo the the. <!-- stet-end -->\n")


def test_code_is_not_changed_from_the_page():
    page = b"<p>Run <code>make it</code> now.</p>"
    with pytest.raises(CannotWriteError, match="cannot be brought back into draft: save it as Markdown"):
        back(page, opened(page).replace("make it", "rm -r"))


def test_what_an_encoding_cannot_hold_is_told():
    page = "<p>Caf\u00e9 now.</p>".encode("windows-1252")
    with pytest.raises(CannotWriteError, match='holds "Ж"'):
        back(page, opened(page).replace("now", "Ж"))


@pytest.mark.parametrize("name", ["libreoffice.docx", "pandoc.docx"])
def test_a_word_document_gets_tracked_changes(name):
    data = (GOLDEN / name).read_bytes()
    text = opened(data, "docx").replace("the the finance", "the finance").replace("40 million", "41 million")
    written = back(data, text, "docx")
    assert opened(written, "docx") == text
    assert back(written, text, "docx") == written


def test_a_note_of_the_page_is_a_comment_in_word(docx_of):
    data = docx_of("One.", "Two the the.")
    text = opened(data, "docx").replace("the the.", "the the. <!-- stet: repeated-word -- said so -->")
    assert opened(back(data, text, "docx"), "docx") == text


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("One.", "One.\n\nNew & so."),
        ("One.", "New.\n\nOne."),
        ("Two.", "Two.\n\nThree.\n\nFour."),
        ("\n\nTwo.", ""),
        ("One.\n\nTwo.", "One 1.\n\nNew.\n\nTwo 2."),
    ],
)
def test_paragraphs_in_word_come_and_go_under_tracking(docx_of, old, new):
    data = docx_of("One.", "Two.", "Last.")
    text = opened(data, "docx").replace(old, new)
    written = back(data, text, "docx")
    assert opened(written, "docx") == text


def test_a_new_item_of_a_list_in_word_is_one():
    data = (GOLDEN / "pandoc.docx").read_bytes()
    text = opened(data, "docx").replace("- Then the path.", "- Then the path.\n- Then no more.")
    assert opened(back(data, text, "docx"), "docx") == text


WORDS = st.lists(st.sampled_from("one two & <b> é😀 the the. “So,” and".split()), min_size=1, max_size=8)


@given(st.lists(WORDS, min_size=1, max_size=4), st.lists(WORDS, min_size=1, max_size=4))
def test_any_text_comes_back_into_a_page(old, new):
    """Whatever became of the paragraphs, the page holds them, or the desk says that it cannot."""
    escaped = [" ".join(words).replace("&", "&amp;").replace("<", "&lt;") for words in old]
    page = "".join(f"<p>{text}</p>" for text in escaped).encode()
    other = "".join(
        "<p>{}</p>".format(" ".join(words).replace("&", "&amp;").replace("<", "&lt;")) for words in new
    ).encode()
    assert opened(back(page, opened(other))) == opened(other)
