"""Bytes in, text or a clear refusal out."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import UnreadableError
from copydesk.readers.encoding import decode

BAD = "A bad word.\n"
WORDS = "“Déjà vu,” she said 😀.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF8 + WORDS.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), "utf-16-be"),
    ],
    ids=["UTF-8", "UTF-8 with a mark", "UTF-16, little end first", "UTF-16, big end first"],
)
def test_unicode_is_read_and_the_byte_order_mark_is_no_text(data: bytes, encoding: str) -> None:
    source = decode("draft.txt", data)
    assert (source.path, source.text, source.encoding, source.fallback) == (
        "draft.txt",
        WORDS,
        encoding,
        None,
    )


def test_what_is_not_utf8_is_read_as_windows_1252_from_the_start() -> None:
    source = decode("draft.txt", b"He said \x93no\x94 \x96 at the caf\xe9.")
    assert source.text == "He said “no” – at the café."
    assert (source.encoding, source.fallback) == ("windows-1252", 8)


def test_the_fallback_begins_at_the_first_byte_that_is_not_utf8() -> None:
    source = decode("draft.txt", "é".encode() + b" then \xe9")
    assert source.text == "Ã© then é"
    assert source.fallback is not None
    assert source.text[source.fallback :] == "é"


def test_bytes_that_windows_1252_does_not_know_become_control_characters() -> None:
    assert decode("draft.txt", b"caf\xe9 \x81\x8d\x8f\x90\x9d").text == "café \x81\x8d\x8f\x90\x9d"


@pytest.mark.parametrize("data", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_an_empty_file_is_an_empty_text(data: bytes) -> None:
    assert decode("draft.txt", data).text == ""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"\x89PNG\r\n\x1a\n....", "a PNG picture"),
        (b"%PDF-1.7\nstream", "a PDF"),
        (b"PK\x03\x04content.xml", "an OpenDocument text"),
        (b"{\\rtf1\\ansi Hello}", "rich text"),
        (b"text\0text", "it holds NUL bytes"),
        ("ohne Marke".encode("utf-16-le"), "it holds NUL bytes"),
        (codecs.BOM_UTF32_LE + "x".encode("utf-32-le"), "UTF-32"),
        (codecs.BOM_UTF16_LE + b"a\0b", "not UTF-16 at byte 5"),
        (codecs.BOM_UTF16_LE + b"a\0\x00\xd8", "not UTF-16 at byte 5"),
        (codecs.BOM_UTF16_BE + b"\0a\0\0", "it holds NUL bytes"),
        (b"\x01\x02\x03\x04 noise \x05\x06", "more than one control character in ten"),
    ],
)
def test_what_is_no_text_is_refused_with_advice(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        decode("draft.txt", data)
    assert why in str(refusal.value)
    assert "save it as UTF-8 text" in str(refusal.value)


def test_a_stray_control_character_is_let_pass() -> None:
    text = "A line\x0b with what\x07 a system left behind in it.\x0c"
    assert decode("draft.txt", text.encode()).text == text


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = decode("draft.txt", data).text
    except UnreadableError:
        return
    assert text.encode().decode() == text


class TestPointers:
    LFS = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 4321\n"

    @pytest.mark.parametrize("name", ["a.md", "a.txt", "a"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_a_pointer_of_git_lfs_is_no_draft(self, copydesk, folder, name, end):
        folder({name: self.LFS.replace("\n", end)})
        result = copydesk("check", name)
        assert result.code == 2
        message = "not the draft, but a git LFS pointer to it: `git lfs pull` fetches the draft"
        assert result.err == f"copydesk: {name}: {message}\n"

    def test_a_pointer_of_git_annex_is_no_draft(self, copydesk, folder):
        folder({"d/a.md": "/annex/objects/SHA256E-s4321--0123456789abcdef.md\n"})
        assert "a git-annex pointer" in copydesk("check", "d").err

    def test_a_draft_about_pointers_is_a_draft(self, copydesk, folder):
        folder({"a.md": f"{self.LFS}\n{BAD * 200}", "b.md": f"Such a file begins:\n\n{self.LFS}"})
        assert copydesk("check", "a.md", "b.md").code == 1


def test_a_word_document_under_another_name_is_told_its_suffix() -> None:
    with pytest.raises(UnreadableError, match=r"but a Word document: give it the suffix \.docx"):
        decode("draft.txt", b"PK\x03\x04word/document.xml")
