"""What is no Word document, or none that can be trusted: one clear line each."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from copydesk.errors import UnreadableError
from copydesk.readers.word import package, paragraphs
from copydesk.readers.word.reader import read

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def archive(**files: str | bytes) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as out:
        for name, text in files.items():
            out.writestr(name, text)
    return data.getvalue()


def changed(data: bytes, name: str, text: str | bytes | None) -> bytes:
    """The document with another part under a name, or without it."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
        if text is not None:
            new.writestr(name, text)
    return out.getvalue()


def why(data: bytes) -> str:
    with pytest.raises(UnreadableError) as caught:
        read("draft.docx", data)
    assert "\n" not in str(caught.value)
    return str(caught.value)


class TestOtherFiles:
    @pytest.mark.parametrize(
        ("data", "said"),
        [
            (b"", "is empty, and no Word document"),
            (OLD, "is an old Word document (.doc), whatever its name says: save it as .docx"),
            (
                OLD + "EncryptedPackage".encode("utf-16-le"),
                "is a Word document with a password: save it without one",
            ),
            (
                b"<html><body>",
                "is not a Word document, but XML or HTML: open it in Word and save it as .docx",
            ),
            (b"Just words.", "is not a Word document, but text: give it the suffix .txt or .md"),
            (b"%PDF-1.7", "not a text file, but a PDF: save it as UTF-8 text"),
            (archive(a="b"), "is a ZIP archive, and not a Word document: save it as .docx"),
            (
                archive(**{"content.xml": "<a/>"}),
                "is an OpenDocument text, and not a Word document: save it as .docx",
            ),
        ],
    )
    def test_it_is_told_what_it_is(self, data, said):
        assert why(data) == said

    def test_a_spreadsheet_has_no_paragraphs(self, docx):
        data = changed(docx(""), "word/document.xml", "<workbook/>")
        assert why(data) == "is an Office file, but no Word document: save it as .docx"

    def test_pictures_of_words_are_no_words(self, docx):
        data = docx("<w:p><w:r><w:drawing/></w:r></w:p>")
        assert why(data) == "holds pictures and no words: save it with the words of the story as text"


class TestBroken:
    def test_an_archive_that_is_cut_short(self, docx):
        assert why(docx("<w:p/>")[:-30]).startswith("is a broken Word document (its archive: ")

    def test_a_part_that_is_missing(self, docx):
        data = changed(docx("<w:p/>"), "word/document.xml", None)
        assert why(data).startswith("is a broken Word document (word/document.xml is missing): ")
        data = changed(docx("<w:p/>"), "_rels/.rels", None)
        assert why(data).startswith("is a broken Word document (its story is missing): ")

    def test_a_document_without_its_types_which_word_does_not_open(self, docx):
        data = changed(docx("<w:p/>"), "[Content_Types].xml", None)
        assert why(data) == (
            "is a broken Word document ([Content_Types].xml is missing): "
            "open it in Word, which may repair it, and save it again"
        )

    def test_xml_that_ends_early_is_told_by_line_and_column(self, docx):
        data = changed(docx("<w:p/>"), "word/document.xml", "<w>\n<p>")
        assert why(data) == (
            "is a broken Word document (word/document.xml, line 2, column 4: no element found): "
            "open it in Word, which may repair it, and save it again"
        )

    def test_bytes_that_are_damaged(self, docx):
        data = docx("<w:p><w:r><w:t>Many words, which are packed.</w:t></w:r></w:p>" * 50)
        at = data.index(b"word/document.xml") + 60
        assert "is a broken Word document (word/document.xml: " in why(
            data[:at] + b"\xff\xff" + data[at + 2 :]
        )

    def test_an_encoding_that_there_is_none_of(self, docx):
        data = changed(docx(""), "word/document.xml", '<?xml version="1.0" encoding="none-such"?><a/>')
        assert why(data).startswith("is a broken Word document (word/document.xml")


class TestHostile:
    def test_a_doctype_is_refused(self, docx):
        laughs = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'
        data = changed(docx(""), "word/document.xml", laughs)
        assert why(data).startswith("has a DOCTYPE in word/document.xml, which Word never writes")

    def test_elements_deep_in_each_other_are_refused(self, docx):
        data = changed(docx(""), "word/document.xml", "<a>" * 100_000)
        assert re.search(r"has elements 400 deep in each other", why(data))

    def test_a_bomb_is_refused_while_it_is_unpacked(self, docx, monkeypatch):
        monkeypatch.setattr(package, "LARGEST_PART", 1_000_000)
        data = changed(docx(""), "word/document.xml", b" " * 3_000_000)
        assert len(data) < 20_000
        assert why(data) == "unpacks to more than 1,000,000 bytes (word/document.xml), longer than any draft"

    def test_more_parts_than_any_draft(self):
        assert (
            why(archive(**{str(n): "" for n in range(5_001)}))
            == "has more than 5,000 parts, which no draft has"
        )

    def test_more_paragraphs_than_any_draft(self, docx, monkeypatch):
        monkeypatch.setattr(paragraphs, "MOST_PARAGRAPHS", 10)
        assert why(docx("<w:p/>" * 11)) == "has more than 10 paragraphs, longer than any draft: split it"

    def test_an_entry_with_a_password(self, docx):
        data = bytearray(docx("<w:p/>"))
        at = data.rindex(b"word/document.xml") - 46
        data[at + 8] |= 1
        assert why(bytes(data)) == "is a Word document with a password: save it without one"

    def test_parts_outside_the_archive_are_never_opened(self, docx):
        rels = (
            '<Relationships><Relationship Id="a" Type="x/officeDocument" TargetMode="External" '
            'Target="file:///etc/passwd"/></Relationships>'
        )
        assert "its story is missing" in why(changed(docx(""), "_rels/.rels", rels))
