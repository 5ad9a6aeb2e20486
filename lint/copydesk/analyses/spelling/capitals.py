"""The capitalised words of a draft, each with the words that stand beside it."""

from __future__ import annotations

from msgspec import Struct

from copydesk.document import Document
from copydesk.language.lists.titles import ABBREVIATED
from copydesk.model.prose import BlockKind, Span, once_a_draft

_SPACES = frozenset([" ", "\u00a0"])


class CapitalizedWord(Struct, frozen=True):
    """One place where a capitalised word stands.

    before, after  the capitalised word right beside it, without a full point, or nothing
    """

    span: Span
    before: str
    after: str


class Capitalized:
    """The words of a draft that begin with a capital.

    indices   their indices in `document.words`, in order
    known     the same as a set
    surfaces  each spelling, with straight apostrophes and without 's, and the indices of its words
    lowers    the spellings in lower case, in the same order
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        text, starts, lowers = document.text, document.words.starts, document.words.lowers
        self.indices = [index for index, start in enumerate(starts) if text[start].isupper()]
        self.surfaces: dict[str, list[int]] = {}
        surfaces = self.surfaces
        for index in self.indices:
            start, lower = starts[index], lowers[index]
            surface = text[start : start + len(lower)]
            if "'" in lower:
                surface = surface.replace("’", "'").replace("‘", "'").removesuffix("'s")
            if surface in surfaces:
                surfaces[surface].append(index)
            else:
                surfaces[surface] = [index]
        self.lowers = [*map(str.lower, surfaces)]
        self.known = set(self.indices)

    def span(self, index: int) -> Span:
        """Return where a word stands, without a possessive ending."""
        words = self._document.words
        start, lower = words.starts[index], words.lowers[index]
        return Span(start, start + len(lower.removesuffix("'s")))

    def joined(self, index: int) -> bool:
        """Whether a word and the next stand side by side and both have a capital."""
        if index not in self.known or index + 1 not in self.known:
            return False
        words = self._document.words
        lower = words.lowers[index]
        gap = self._document.text[words.starts[index] + len(lower) : words.starts[index + 1]]
        return gap in _SPACES or (gap == ". " and (len(lower) == 1 or lower in ABBREVIATED))

    def places(self, surface: str) -> list[CapitalizedWord]:
        """Return where a word stands, bylines and datelines left out."""
        found = []
        for index in self.surfaces[surface]:
            span = self.span(index)
            if self._document.block_at(span.start).kind not in (BlockKind.BYLINE, BlockKind.DATELINE):
                before = self._text(index - 1) if self.joined(index - 1) else ""
                after = self._text(index + 1) if self.joined(index) else ""
                found.append(CapitalizedWord(span, before, after))
        return found

    def _text(self, index: int) -> str:
        return self._document.slice(self.span(index))


@once_a_draft
def capitalized(document: Document) -> Capitalized:
    """Return the capitalised words of a draft, found once for all rules that ask."""
    return Capitalized(document)
