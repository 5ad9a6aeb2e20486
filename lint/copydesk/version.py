"""The version of copydesk, and whether a version is one that is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt

__version__ = "0.1.0"

_ASKS: dict[str, Callable[[list[int], list[int]], bool]] = {">=": ge, "<=": le, "==": eq, ">": gt, "<": lt}
_CONDITION = r"\s*(>=|<=|==|>|<)\s*(\d+(?:\.\d+)*)\s*"


def numbers(text: str) -> list[int]:
    """Return the numbers of a version, for comparison: 1.0 is 1."""
    found = []
    for part in text.split("."):
        if not part.isascii() or not part.isdigit():
            break
        found.append(int(part))
    while len(found) > 1 and found[-1] == 0:
        found.pop()
    return found


def agrees(version: str, wanted: str) -> bool:
    """Whether a version is one of those that a range names.

    wanted  conditions with commas between them: `>=0.3,<0.5`

    Raises ValueError for what is no range.
    """
    holds = True
    for condition in wanted.split(","):
        match = re.fullmatch(_CONDITION, condition)
        if match is None:
            raise ValueError(f'"{condition.strip()}" is no condition')
        holds = holds and _ASKS[match[1]](numbers(version), numbers(match[2]))
    return holds
