"""The ZIP archive that a Word document is: its parts, found through their relationships.

Nothing in it is trusted: sizes are counted while a part is unpacked, and nothing outside is opened.
"""

from __future__ import annotations

import posixpath
import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from copydesk.errors import UnreadableError
from copydesk.readers.encoding import WORD_DOCUMENT, decode, kind_of_archive
from copydesk.readers.word.xml import attribute, flat_elements

LARGEST_PART = 64_000_000
"""Bytes of the largest part that is unpacked: the text of a long novel, in much markup, has half of that."""
MOST_PARTS = 5_000

TYPES = "[Content_Types].xml"

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What old Office documents begin with, and those that are encrypted."""
_BROKEN = (
    *(BadZipFile, EOFError, IndexError, NotImplementedError, OSError, OverflowError, RuntimeError),
    *(UnicodeError, ValueError, struct.error, zlib.error),
)
"""What the library raises for an archive that is not one, or not whole."""
_REPAIR = "open it in Word, which may repair it, and save it again"


class Package:
    """A Word document's archive.

    infos  the entries by name, in the order of the archive's directory
    main   the name of the part that holds the story
    """

    def __init__(self, path: str, data: bytes) -> None:
        _refuse_others(path, data)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _BROKEN as error:
            raise UnreadableError(f"is a broken Word document (its archive: {error}): {_REPAIR}") from error
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS:
            raise UnreadableError(f"has more than {MOST_PARTS:,} parts, which no draft has")
        self.infos: dict[str, ZipInfo] = {entry.filename: entry for entry in entries}
        self.directory: int = self._zip.start_dir
        """The byte at which the directory of the archive begins."""
        self.is_plain = len(self.infos) == len(entries)
        """Whether no two entries have the same name."""
        self.main = self._find_main(data)
        if TYPES not in self.infos:  # Word opens none without it
            raise UnreadableError(_missing(TYPES))
        self._related = self.relationships(self.main)

    def read(self, name: str) -> bytes:
        """Unpack a part. Raises: UnreadableError for one that is missing, broken, locked or too large."""
        entry = self.infos.get(name)
        if entry is None:
            raise UnreadableError(_missing(name))
        if entry.flag_bits & 1:
            raise UnreadableError("is a Word document with a password: save it without one")
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise UnreadableError(f"is packed in a way that Word does not pack ({name}): {_REPAIR}")
        try:
            with self._zip.open(entry) as file:
                data = file.read(LARGEST_PART + 1)
        except _BROKEN as error:
            raise UnreadableError(f"is a broken Word document ({name}: {error}): {_REPAIR}") from error
        if len(data) > LARGEST_PART:
            raise UnreadableError(
                f"unpacks to more than {LARGEST_PART:,} bytes ({name}), longer than any draft"
            )
        return data

    def part(self, kind: str) -> str | None:
        """Return the name of a part that belongs to the story: `comments`, `styles`, `footnotes`; or None."""
        name = self._related.get(kind)
        return name if name in self.infos else None

    def relationships(self, name: str) -> dict[str, str]:
        """Return the parts that a part is related to, by the last word of the kind of relation."""
        folder = posixpath.dirname(name)
        rels = self.relationships_part(name)
        if rels not in self.infos:
            return {}
        found: dict[str, str] = {}
        for element, attributes in flat_elements(self.read(rels), rels):
            target, kind = attributes.get("Target", ""), attributes.get("Type", "")
            if element == "Relationship" and attribute(attributes, "TargetMode") != "External" and target:
                whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
                found.setdefault(kind.rpartition("/")[2], posixpath.normpath(whole))
        return found

    @staticmethod
    def relationships_part(name: str) -> str:
        """Return the name of the part that holds the relationships of a part."""
        folder, leaf = posixpath.split(name)
        return posixpath.join(folder, "_rels", f"{leaf}.rels")

    @property
    def is_signed(self) -> bool:
        """Whether somebody signed it: any change would break the signature."""
        return any(name.startswith("_xmlsignatures/") for name in self.infos)

    def _find_main(self, data: bytes) -> str:
        main = self.relationships("").get("officeDocument")
        if main is None:
            kind = kind_of_archive(data)
            if kind == WORD_DOCUMENT:
                raise UnreadableError(_missing("its story"))
            raise UnreadableError(f"is {kind}, and not a Word document: save it as .docx")
        if main not in self.infos:
            raise UnreadableError(_missing(main))
        return main


def _missing(name: str) -> str:
    return f"is a broken Word document ({name} is missing): {_REPAIR}"


def _refuse_others(path: str, data: bytes) -> None:
    """Raise UnreadableError for what is no archive: it says what it is, where that can be told."""
    if data.startswith(_COMPOUND):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableError("is a Word document with a password: save it without one")
        raise UnreadableError("is an old Word document (.doc), whatever its name says: save it as .docx")
    if data.startswith(_ZIP):
        return
    if not data:
        raise UnreadableError("is empty, and no Word document")
    if data[:64].lstrip().startswith((b"<", b"\xef\xbb\xbf<")):
        raise UnreadableError("is not a Word document, but XML or HTML: open it in Word and save it as .docx")
    decode(path, data)
    raise UnreadableError("is not a Word document, but text: give it the suffix .txt or .md")
