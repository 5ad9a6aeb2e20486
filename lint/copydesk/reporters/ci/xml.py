"""XML that every parser takes, whatever a draft holds."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, indent, tostring

from copydesk.wording import printable

_NO_CHARACTER = re.compile("[\ufffe\uffff]")


def clean(text: str) -> str:
    """Return the text on one line, with what XML cannot hold written out."""
    return _NO_CHARACTER.sub(lambda match: f"\\u{ord(match.group()):04x}", printable(text))


def document(root: Element) -> str:
    """Return a whole document, indented."""
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"
