"""Offsets as a browser counts them: in UTF-16 code units, of which an emoji has two."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any


class Utf16:
    """Offsets of one text, from code points to UTF-16 and back."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [at for at, one in enumerate(text) if one > "\uffff"]
        self._seen = [at + number for number, at in enumerate(self._wide)]

    def units(self, offset: int) -> int:
        """A code-point offset in UTF-16 units."""
        return offset + bisect_left(self._wide, offset)

    def points(self, units: int) -> int:
        """An offset in UTF-16 units in code points."""
        return units - bisect_left(self._seen, units)

    def converted(self, value: Any) -> Any:
        """A plain value with every `start` and `end` in it, at any depth, in UTF-16 units."""
        if isinstance(value, dict):
            return {
                key: self.units(one) if key in ("start", "end") else self.converted(one)
                for key, one in value.items()
            }
        if isinstance(value, list):
            return [self.converted(one) for one in value]
        return value
