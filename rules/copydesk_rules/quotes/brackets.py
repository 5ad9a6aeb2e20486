"""Brackets that have lost their other half."""

from __future__ import annotations

import re
from itertools import chain, groupby

from msgspec import Struct

from copydesk.document import Document
from copydesk_rules.quotes.lost_marks import places

_SIGNS = "()[]"
_CLOSES = {")": "(", "]": "["}
_REACH = 6
"""Blocks that a bracket may run over: a parenthesis of several paragraphs."""

_NUMBERED = r"(?:^|[\s(\[—–\"“‘'-])(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})\.?$"
_FACE = r"(?:^|[\s.,!?])[:;=][-^o'’* ]?[()\[\]]{1,3}(?!\w)"
_MIRRORED_FACE = r"(?:^|(?<=\s))[()\[\]]{1,3}[-^o'’*]?[:;=](?!\w)"
_LOOK_BACK = 8
_ORNAMENT = 3
"""So many equal brackets in a row are drawn: the band Hum 0)))."""


class Bracket(Struct, frozen=True, order=True):
    """A bracket without its other half: its offset, and the sign itself."""

    at: int
    sign: str


def find_single_brackets(document: Document) -> list[Bracket]:
    """Brackets, round or square, whose other half is neither in their block nor in the next few.

    The mark of an enumeration (`3)`) and the mouth of a smiley are no brackets.
    """
    alone: list[tuple[int, Bracket]] = []
    brackets = sorted(Bracket(at, sign) for sign in _SIGNS for at in places(document.text, sign))
    for number, inside in groupby(brackets, key=lambda bracket: document.block_index(bracket.at)):
        open_: dict[str, list[Bracket]] = {sign: [] for sign in _CLOSES.values()}
        unopened: list[Bracket] = []
        for bracket in inside:
            if bracket.sign in open_:
                open_[bracket.sign].append(bracket)
            elif open_[_CLOSES[bracket.sign]]:
                open_[_CLOSES[bracket.sign]].pop()
            else:
                unopened.append(bracket)
        single = sorted(chain(unopened, *open_.values()))
        alone += [(number, bracket) for bracket in single if not _is_look_alike(document, bracket)]
    return _without_long_ones(alone)


def _without_long_ones(alone: list[tuple[int, Bracket]]) -> list[Bracket]:
    """Leave out pairs that stand in two blocks, next to each other among those that are alone."""
    kept: list[tuple[int, Bracket]] = []
    for number, bracket in alone:
        if kept:
            before, opening = kept[-1]
            if _CLOSES.get(bracket.sign) == opening.sign and 0 < number - before <= _REACH:
                kept.pop()
                continue
        kept.append((number, bracket))
    return [bracket for _, bracket in kept]


def _is_look_alike(document: Document, bracket: Bracket) -> bool:
    """Whether a bracket is part of a mark or a face, or opens in a block that was cut short."""
    text, at = document.text, bracket.at
    block = document.block_at(at)
    before = text[max(block.start, at - _LOOK_BACK) : at]
    around = before + document.after(at, _LOOK_BACK)
    if bracket.sign in _CLOSES:
        is_other = bracket.sign == ")" and re.search(_NUMBERED, before) is not None
    else:
        is_other = text.endswith(("…", "..."), block.start, block.end)
    is_other = is_other or bracket.sign * _ORNAMENT in text[max(block.start, at - 2) : at + _ORNAMENT]
    return is_other or any(
        match.start() <= len(before) < match.end()
        for face in (_FACE, _MIRRORED_FACE)
        for match in re.finditer(face, around)
    )
