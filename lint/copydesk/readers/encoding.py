"""Bytes to text: which encoding a draft is in, and whether it is text at all."""

from __future__ import annotations

import codecs

from copydesk.errors import UnreadableError
from copydesk.model.source import Source

_ADVICE = "save it as UTF-8 text"
_IN_WORD = f"{_ADVICE}, or as .docx"

_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Office document"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
)

WORD_DOCUMENT = "a Word document"
_ZIP = b"PK\x03\x04"
_TYPE = slice(30, 100)
"""Where an archive names its type, if it does: its first entry is called `mimetype`, and is not packed."""
_TYPES = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file, and no text"),
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
)
_PARTS = (
    (b"word/document.xml", WORD_DOCUMENT),
    (b"xl/workbook.xml", "an Excel workbook"),
    (b"ppt/presentation.xml", "a PowerPoint presentation"),
    (b"Index/Document.iwa", "a Pages document"),
    (b"content.xml", "an OpenDocument text"),
)
"""Parts by whose names an archive is known. Names are never packed."""

_WORD_PROCESSORS = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf")

_LFS = (b"version https://git-lfs.github.com/spec/", b"version https://hawser.github.com/spec/")
_LFS_LARGEST = 1024
"""Bytes of the largest pointer, as the specification of git LFS has it."""
_ANNEX = b"/annex/objects/"

_UTF16 = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))

_CONTROLS = bytes({*range(0x20), 0x7F} - set(b"\t\n\x0b\x0c\r\x1b"))
"""Characters that text does not hold; systems leave a few of them behind, so a few are let pass."""


def decode(path: str, data: bytes) -> Source:
    """Return the text of a file: UTF-8 or UTF-16 as its first bytes say, else UTF-8, else Windows-1252.

    A byte order mark is not part of the text. The five bytes that Windows-1252 leaves undefined become
    the control characters of the same numbers, as they do in every browser, so the fallback never fails.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text: pictures, archives, word processor files, and anything
    with NUL bytes or more than one control character in ten. A pointer that stands for a draft is not one.
    """
    _refuse_pointer(data)
    if data.startswith(_ZIP):
        kind = kind_of_archive(data)
        advice = "give it the suffix .docx" if kind == WORD_DOCUMENT else _IN_WORD
        raise UnreadableError(f"not a text file, but {kind}: {advice}")
    for magic, name in _MAGIC:
        if data.startswith(magic):
            advice = _IN_WORD if magic in _WORD_PROCESSORS else _ADVICE
            raise UnreadableError(f"not a text file, but {name}: {advice}")
    if data.startswith(codecs.BOM_UTF32_LE):
        raise UnreadableError(f"UTF-32 is not read: {_ADVICE}")
    for mark, encoding in _UTF16:
        if data.startswith(mark):
            return _utf16(path, data, encoding)
    data = data.removeprefix(codecs.BOM_UTF8)
    _check(data)
    try:
        return Source(path, data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        # Windows-1252 has one character a byte, so the byte is also the offset in the text.
        return Source(path, _windows_1252(data), "windows-1252", fallback=error.start)


def kind_of_archive(data: bytes) -> str:
    """What a ZIP archive is, by the type that it names or by its parts: `an OpenDocument text`."""
    for name, kind in _TYPES:
        if data[_TYPE].startswith(name):
            return kind
    return next((kind for part, kind in _PARTS if part in data), "a ZIP archive")


def _refuse_pointer(data: bytes) -> None:
    """Raise UnreadableError for what git LFS and git-annex leave in the place of a file not yet fetched."""
    if data.startswith(_LFS) and len(data) <= _LFS_LARGEST and b"\noid " in data and b"\nsize " in data:
        raise UnreadableError("not the draft, but a git LFS pointer to it: `git lfs pull` fetches the draft")
    if data.startswith(_ANNEX) and data.rstrip(b"\r\n").count(b"\n") == 0:
        raise UnreadableError(
            "not the draft, but a git-annex pointer to it: `git annex get` fetches the draft"
        )


def _utf16(path: str, data: bytes, encoding: str) -> Source:
    try:
        text = data[2:].decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"begins like UTF-16, but is not UTF-16 at byte {error.start + 3}: {_ADVICE}"
        ) from error
    _check(text.encode())
    return Source(path, text, encoding)


def _windows_1252(data: bytes) -> str:
    signs = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}
    return data.decode("latin-1").translate(signs)


def _check(data: bytes) -> None:
    if b"\0" in data:
        raise UnreadableError(f"not a text file (it holds NUL bytes): {_ADVICE}")
    if (len(data) - len(data.translate(None, _CONTROLS))) * 10 > len(data):
        raise UnreadableError(f"not a text file (more than one control character in ten): {_ADVICE}")
