"""A Word document with some of its parts changed. Every byte of the others stays as it was."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipInfo

from msgspec import Struct

from copydesk.errors import CannotWriteError
from copydesk.readers.word.package import Package

# The records of a ZIP archive: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_LOCAL_MARK, _CENTRAL_MARK, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_UTF8 = 0x800
_WIDE = 0xFFFFFFFF
_VERSION = 20
"""Of the format of an archive: packed entries need no newer one."""
_EPOCH = (0, 0x21)
"""The first time and day that an archive can name: 1 January 1980."""

_ODD = "was not changed: its archive is not as Word writes it. Open it in Word and save it again"


class _Entry(Struct, frozen=True):
    """An entry of the archive: its record, its line in the directory, and its name."""

    name: str
    record: bytes
    line: bytes


def repacked(package: Package, data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the archive with other contents for some parts; those that it lacks are added.

    data     the archive, as `package` was opened from it
    changed  the new contents by the names of the parts

    Raises: CannotWriteError for an archive of a shape that Word does not write.
    """
    if not package.is_plain:
        raise CannotWriteError(_ODD)
    entries = [
        _packed(one.name, changed[one.name], one) if one.name in changed else one
        for one in _entries(package, data)
    ]
    known = package.infos
    entries += [_packed(name, content, None) for name, content in changed.items() if name not in known]
    records, lines, at = [], [], 0
    for entry in entries:
        records.append(entry.record)
        lines.append(entry.line[:42] + struct.pack("<L", at) + entry.line[46:])
        at += len(entry.record)
    directory = b"".join(lines)
    end = data.rindex(_END_MARK)
    comment = data[end + _END.size :]
    last = _END.pack(_END_MARK, 0, 0, len(lines), len(lines), len(directory), at, len(comment))
    return b"".join([*records, directory, last, comment])


def _entries(package: Package, data: bytes) -> list[_Entry]:
    """Return the entries in the order of their records, each with all bytes up to the next one."""
    lines: dict[str, bytes] = {}
    at = package.directory
    for info in package.infos.values():
        if data[at : at + 4] != _CENTRAL_MARK or info.header_offset >= _WIDE:
            raise CannotWriteError(_ODD)
        sizes = _CENTRAL.unpack_from(data, at)[10:13]
        end = at + _CENTRAL.size + sum(sizes)
        lines[info.filename] = data[at:end]
        at = end
    ordered: list[ZipInfo] = sorted(package.infos.values(), key=lambda info: info.header_offset)
    starts = [info.header_offset for info in ordered]
    if not starts or starts[0] != 0 or any(data[start : start + 4] != _LOCAL_MARK for start in starts):
        raise CannotWriteError(_ODD)
    ends = [*starts[1:], package.directory]
    return [
        _Entry(info.filename, data[start:end], lines[info.filename])
        for info, start, end in zip(ordered, starts, ends, strict=True)
    ]


def _packed(name: str, content: bytes, before: _Entry | None) -> _Entry:
    """Return an entry with this content; times and rights are those that the entry had before."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    body = packer.compress(content) + packer.flush()
    written = name.encode("utf-8")
    flags = 0 if name.isascii() else _UTF8
    made_by, clock, day, internal, external = _VERSION, *_EPOCH, 0, 0
    if before is not None:
        fields = _CENTRAL.unpack_from(before.line)
        made_by, clock, day, internal, external = fields[1], fields[5], fields[6], fields[14], fields[15]
    facts = (flags, ZIP_DEFLATED, clock, day, zlib.crc32(content), len(body), len(content), len(written))
    record = _LOCAL.pack(_LOCAL_MARK, _VERSION, *facts, 0) + written + body
    line = _CENTRAL.pack(_CENTRAL_MARK, made_by, _VERSION, *facts, 0, 0, 0, internal, external, 0)
    return _Entry(name, record, line + written)
