"""The parts of a Word document: new ones made known to it, and elements taken out of others."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Collection
from time import gmtime, strftime, time
from xml.sax.saxutils import quoteattr

from copydesk.edits.word.runs import Splice, spliced
from copydesk.errors import CannotWriteError
from copydesk.readers.word.package import TYPES, Package
from copydesk.readers.word.xml import attribute, end_of_element, feed, new_parser

WORD_XML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NO_RELATIONS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def open_package(path: str, data: bytes) -> Package:
    """Return the document, to be changed.

    Raises: CannotWriteError for a signed document; UnreadableError.
    """
    package = Package(path, data)
    if package.is_signed:
        raise CannotWriteError("was not changed: it is signed, and any change would break the signature")
    return package


def now() -> str:
    """Return the time as Word writes it, or the one that SOURCE_DATE_EPOCH sets."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    seconds = int(given) if given.isascii() and given.isdecimal() and len(given) < 12 else time()
    return strftime("%Y-%m-%dT%H:%M:%SZ", gmtime(seconds))


def registered(
    package: Package, kind: str, content_type: str, *, strict: bool, changed: dict[str, bytes]
) -> str:
    """Make a new part known to a document, and return its name.

    kind     of its relation to the story: `comments`
    strict   whether the document keeps to the strict variant of the standard
    changed  the parts that change; two more are added to them
    """
    folder = posixpath.dirname(package.main)
    names = (posixpath.join(folder, f"{kind}{number}.xml") for number in ("", *range(1, 100)))
    name = next((name for name in names if name not in package.infos), None)
    if name is None:
        raise CannotWriteError("was not changed: it has no room for comments")
    override = f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(content_type)}/>"
    changed[TYPES] = _inside(changed.get(TYPES) or package.read(TYPES), override)
    rels = package.relationships_part(package.main)
    known = changed.get(rels) or (package.read(rels) if rels in package.infos else _NO_RELATIONS)
    numbers = (f"rIdCopydesk{number}" for number in range(1, 1000))
    number = next(number for number in numbers if number.encode() not in known)
    relation = f"{_STRICT_RELATIONS if strict else _RELATIONS}/{kind}"
    target = posixpath.relpath(name, folder) if folder else name
    changed[rels] = _inside(
        known, f'<Relationship Id="{number}" Type="{relation}" Target={quoteattr(target)}/>'
    )
    return name


def _inside(xml: bytes, element: str) -> bytes:
    """Return the part with one more element at the end of its root."""
    end = xml.rfind(b"</")
    root = xml[end + 2 : xml.find(b">", end)].strip()
    if end < 0 or b":" in root:
        raise CannotWriteError("was not changed: its XML is not as Word writes it. Save it again in Word")
    return xml[:end] + element.encode() + xml[end:]


def drop_elements(
    package: Package, kind: str, key: str, values: Collection[str], changed: dict[str, bytes]
) -> list[dict[str, str]]:
    """Take the elements out of a part that speak of these values; returns the attributes of each.

    kind     of the relation of the part to the story; nothing happens where there is no such part
    key      the attribute that has the value
    changed  the parts that change; this one is added to them
    """
    part = package.part(kind)
    if part is None or not values:
        return []
    xml = package.read(part)
    parser = new_parser(part)
    depth = 0
    dropped: list[dict[str, str]] = []
    splices: list[Splice] = []
    begun = -1

    def start(_: str, attributes: dict[str, str]) -> None:
        nonlocal depth, begun
        depth += 1
        if depth == 2 and attribute(attributes, key) in values:
            begun = parser.CurrentByteIndex
            dropped.append(attributes)

    def end(_: str) -> None:
        nonlocal depth, begun
        if depth == 2 and begun >= 0:
            splices.append(Splice(begun, end_of_element(xml, parser.CurrentByteIndex), 0, b""))
            begun = -1
        depth -= 1

    parser.StartElementHandler, parser.EndElementHandler = start, end
    feed(parser, xml, part)
    if splices:
        changed[part] = spliced(xml, splices)
    return dropped
