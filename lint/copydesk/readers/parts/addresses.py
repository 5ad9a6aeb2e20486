"""Web and mail addresses are no prose: their words are nobody's spelling."""

from __future__ import annotations

import re

from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import OBJECT

# Every part of the mail address has an upper bound, so that no long run of letters is read twice.
_ADDRESS = (
    r"(?:https?://|(?<!\w)www\.)[^\s<>\"“”\[\]]+"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
)
_PUNCTUATION = ".,;:!?'’*_"


def may_hold_address(text: str) -> bool:
    """Whether there is anything in a text that an address cannot be without."""
    return "://" in text or "www." in text or "@" in text


def copy_prose(builder: ProseBuilder, text: str, start: int, end: int) -> None:
    """Add `start:end` of the file, which holds no line end, with an `OBJECT` for each address in it.

    text  the text of the file
    """
    at = start
    if may_hold_address(text[start:end]):
        for match in re.compile(_ADDRESS).finditer(text, start, end):
            address = _without_punctuation(match.group())
            builder.copy(at, match.start())
            at = match.start() + len(address)
            builder.replace(OBJECT, match.start(), at)
    builder.copy(at, end)


def _without_punctuation(address: str) -> str:
    """Return the address without what belongs to the sentence.

    A full stop, and a bracket that the address did not open, belong to the sentence.
    """
    address = address.rstrip(_PUNCTUATION)
    brackets = len(address) - len(address.rstrip(")"))
    unopened = max(0, min(brackets, address.count(")") - address.count("(")))
    return address[: len(address) - unopened].rstrip(_PUNCTUATION)
