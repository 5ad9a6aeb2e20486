"""Text that was UTF-8 and was read as Windows-1252: how it looks, and what it was."""

from __future__ import annotations


def _character(byte: int) -> str:
    """What Windows-1252 makes of a byte; what it leaves open is read as Latin-1."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTES = {_character(byte): byte for byte in range(0x80, 0x100)}
_FOLLOWING = "[" + "".join(_character(byte) for byte in range(0x80, 0xC0)).replace("-", r"\-") + "]"
_AFTER_LETTERS = "[^“”‘’»›…–—•\u00a0]"
"""What may stand right after a capital letter is no sign of it: “CAFÃ”."""

MOJIBAKE = (
    rf"(?:[ÃÂ](?={_AFTER_LETTERS}){_FOLLOWING}|(?<![A-Z])[ÃÂ]{_FOLLOWING}"
    rf"|â(?:€{_FOLLOWING}|‚¬|„¢|€(?![\w]))|ðŸ{_FOLLOWING}{_FOLLOWING}|ï»¿)+"
)
"""Letters with accents, marks of punctuation, emoji and a byte order mark, read in the wrong encoding."""


def repaired(piece: str) -> str | None:
    """What the text was before it was read in the wrong encoding; None where that is lost."""
    try:
        return bytes(_BYTES[sign] for sign in piece).decode().removeprefix("\ufeff")
    except (KeyError, UnicodeDecodeError):
        return None


def from_windows(control: str) -> str | None:
    """What Windows-1252 has where Unicode has a control character; None for what is none of its letters."""
    try:
        return bytes([ord(control)]).decode("cp1252") if control > "\x7f" else None
    except UnicodeDecodeError:
        return None
