"""Word lists of the built-in rules; `README.md` beside them names source and licence."""

from __future__ import annotations

import os
from functools import cache


@cache
def words(name: str) -> frozenset[str]:
    """Return the lines of `NAME.txt`; lines that begin with `#` are comments."""
    return frozenset(_lines(name))


def _lines(name: str) -> list[str]:
    with open(os.path.join(os.path.dirname(__file__), f"{name}.txt"), encoding="utf-8") as file:
        return [line for line in file.read().split("\n") if line and not line.startswith("#")]
