"""The encoding that a page says it is in."""

from __future__ import annotations

import codecs
import re

from copydesk.errors import UnreadableError
from copydesk.model.source import Source
from copydesk.readers.encoding import decode

_HEAD = 1024
"""How many bytes of a page say so, as the HTML standard has it."""

_META = re.compile(rb"<meta\s[^>]{0,500}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\A<\?xml\s[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})")

_READ = frozenset(
    "big5hkscs cp866 cp874 cp932 cp949 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 euc_jp "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 "
    "gb18030 iso8859-15 iso8859-16 koi8-r koi8-u mac-cyrillic mac-roman".split()
)
"""The encodings of the Encoding Standard, by Python's names, in which ASCII is ASCII."""

_WIDER = {
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""What browsers read instead of an encoding, by Python's names: one that holds it, and more."""

_AS_EVER = frozenset({"ascii", "utf-8", "iso8859-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be"})
"""What `decode` reads by itself. A page whose bytes say UTF-16 in ASCII is none, say browsers."""


_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""What says more than the page does: byte order marks."""


def decode_page(path: str, data: bytes) -> Source:
    """The text of a page, in the encoding that it declares unless it is UTF-8.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text, and for an encoding that is not known or that the bytes
    are not in.
    """
    declared = _XML.search(data[:_HEAD]) or _META.search(data[:_HEAD])
    if declared is None:
        return decode(path, data)
    label = declared[1].decode("ascii", "replace")
    codec = _codec(label)
    if codec in _AS_EVER or data.startswith(_MARKS) or (_is_utf8(data) and b"\x1b" not in data):
        return decode(path, data)
    if codec is None:
        raise UnreadableError(f"the page says that it is in {label}, which is not read: save it as UTF-8")
    try:
        text = data.decode(codec)
        if text.encode(codec) == data:
            decode(path, text.encode("utf-8"))  # what is no text is refused
            return Source(path, text, codec)
    except UnicodeError:
        pass
    raise UnreadableError(f"the page says that it is in {label}, and its bytes are not: save it as UTF-8")


def _codec(label: str) -> str | None:
    """The codec of a label; None for one that is not read."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _READ | _AS_EVER else None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
