r"""The patterns of terms files: regular expressions small enough that none can take long.

    pattern   branch | branch …
    branch    pieces in a row
    piece     a character, \d (a digit), \w (a letter or digit), [abc], [a-z], [^abc], or (pattern)
    piece?    the piece, or nothing
    piece{2}  piece{1,3}   so many of a character, \d, \w or [abc]

A space stands for the space between two words, however wide, and nothing matches a line end. Every other
mark that regular expressions know is refused. What is left matches in a number of ways that can be told
beforehand, and a pattern of more than `MAX_WAYS` is refused too: so the work at each place of a draft has an
upper bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from math import prod

from msgspec import Struct
from msgspec.structs import replace

from copydesk.errors import PatternError
from copydesk.model.prose import Span

MAX_LENGTH = 200
"""Characters of a pattern."""

MAX_REPEATS = 20
"""How many of a piece a pattern may ask for."""

MAX_WAYS = 1_000
"""Ways in which a pattern may match at one place: `a{1,3}` has three, `a?b?` four."""

MAX_SPELLINGS = 50
"""Spellings of one pattern that are written out."""

MAX_GROUPS = 9
"""Groups, so that one digit names each in what is written instead."""

_SPACE = r"[^\S\n]{1,8}+"
_KINDS = {"d": r"\d", "w": r"[^\W_]"}
_EDGE = r"(?:(?<!\w)|(?!\w))"
"""Not inside a word."""

_REPEAT = r"\{(\d{1,3})(?:,(\d{1,3}))?\}"
_REFUSED = {
    "*": "repeats without end: write {0,20}",
    "+": "repeats without end: write {1,20}",
    ".": "is any character: name those that may stand here, as in [a-z], or write \\.",
    "^": "is no place: a pattern stands for whole words wherever they are; write \\^ for the character",
    "$": "is no place: a pattern stands for whole words wherever they are; write \\$ for the character",
    "?": "follows nothing that may be left out; write \\? for the character",
    "{": "follows nothing that may be repeated; write \\{ for the character",
    "}": "closes nothing; write \\} for the character",
    "]": "closes nothing; write \\] for the character",
}


class TermPattern:
    """A pattern of a terms file, ready to be looked for.

    text         the pattern; in lower case it stands for every case, with a capital for itself
    replacement  what the house writes instead; \\1 is what the first group matched
    spellings    all that it matches, where that can be written out

    Raises PatternError.
    """

    def __init__(self, text: str, replacement: str) -> None:
        parser = _Parser(text)
        self._source, self.spellings = parser.regex()
        self.text = text
        self._replacement = replacement
        for reference in re.findall(r"\\(.?)", replacement):
            if not (reference.isdecimal() and 0 < int(reference) <= parser.groups):
                raise PatternError(
                    f'"\\{reference}" in "{replacement}" names no group: '
                    f"the pattern has {parser.groups}, and \\1 is the first"
                )

    def find(self, text: str, folded: str) -> Iterator[tuple[Span, str]]:
        """Yield where the pattern matches, with what the house writes there.

        folded  the text with one apostrophe and one hyphen, as long as `text`
        """
        for match in self._regex.finditer(folded):
            parts = re.split(r"\\(\d)", self._replacement)
            parts[1::2] = (text[slice(*match.span(int(number)))] for number in parts[1::2])
            yield Span(match.start(), match.end()), " ".join("".join(parts).split())

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self._source, re.IGNORECASE if self.text == self.text.lower() else 0)


class _Piece(Struct, frozen=True):
    """A part of a pattern: as `re` writes it, the ways in which it matches, and its fewest characters.

    spellings  all that it matches; None where that is more than can be written out
    """

    regex: str
    ways: int
    fewest: int
    spellings: tuple[str, ...] | None = None


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.groups = 0

    def regex(self) -> tuple[str, tuple[str, ...] | None]:
        """Return the pattern as `re` writes it, and all that it matches; raises PatternError."""
        if len(self.text) > MAX_LENGTH:
            raise PatternError(f"a pattern has at most {MAX_LENGTH} characters: part it in two")
        found = self._alternatives()
        if self.at < len(self.text):
            raise self._error("closes nothing; write \\) for the character")
        if not found.fewest:
            raise PatternError(f'"{self.text}" also matches where nothing stands: leave less of it to choice')
        if found.ways > MAX_WAYS:
            raise PatternError(
                f'"{self.text}" matches in {found.ways:,} ways at one place, and {MAX_WAYS:,} are allowed: '
                "repeat fewer pieces, or fewer times"
            )
        return f"{_EDGE}{found.regex}{_EDGE}", found.spellings

    def _alternatives(self) -> _Piece:
        branches = [self._branch()]
        while self._next("|"):
            branches.append(self._branch())
        regex = "|".join(branch.regex for branch in branches)
        fewest = min(branch.fewest for branch in branches)
        spellings = _all(branch.spellings for branch in branches)
        known = None if spellings is None else tuple(chain.from_iterable(spellings))
        return _Piece(f"(?:{regex})", sum(branch.ways for branch in branches), fewest, known)

    def _branch(self) -> _Piece:
        pieces = []
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            pieces.append(self._repeated())
        regex = "".join(piece.regex for piece in pieces)
        ways = prod(piece.ways for piece in pieces)
        spellings = _all(piece.spellings for piece in pieces) if ways <= MAX_WAYS else None
        known = None if spellings is None else _in_a_row(spellings)
        return _Piece(regex, ways, sum(piece.fewest for piece in pieces), known)

    def _repeated(self) -> _Piece:
        is_one = self.text[self.at] not in "( "
        piece = self._piece()
        if self._next("?"):
            known = None if piece.spellings is None else ("", *piece.spellings)
            return _Piece(f"(?:{piece.regex})?", piece.ways + 1, 0, known)
        if self.text[self.at : self.at + 1] != "{":
            return piece
        if not is_one:
            raise self._error("repeats a group or a space: only characters, \\d, \\w and [abc] are repeated")
        counts = re.compile(_REPEAT).match(self.text, self.at)
        least, most = (int(counts[1]), int(counts[2] or counts[1])) if counts else (0, 0)
        if counts is None or not least <= most or not 0 < most <= MAX_REPEATS:
            raise self._error(f"is no count: write {{3}} or {{1,3}}, and at most {{0,{MAX_REPEATS}}}")
        self.at = counts.end()
        return _Piece(f"{piece.regex}{{{least},{most}}}", most - least + 1, least)

    def _piece(self) -> _Piece:
        mark = self.text[self.at]
        if mark in _REFUSED:
            raise self._error(_REFUSED[mark])
        if mark == "(":
            return self._group()
        if mark == "[":
            return self._class()
        if mark == "\\":
            kind = _KINDS.get(self.text[self.at + 1 : self.at + 2])
            if kind is not None:
                self.at += 2
                return _Piece(kind, 1, 1)
        character = self._character()
        return _Piece(_SPACE if character == " " else re.escape(character), 1, 1, (character,))

    def _group(self) -> _Piece:
        start = self.at
        self.at += 1
        self.groups += 1
        if self.groups > MAX_GROUPS:
            raise self._error(f"opens more than {MAX_GROUPS} groups", start)
        if self.text[self.at : self.at + 1] == "?":
            raise self._error("opens a group of a kind that patterns do not have: write ( alone", start)
        inside = self._alternatives()
        if not self._next(")"):
            raise self._error("is not closed; write \\( for the character", start)
        return replace(inside, regex=f"({inside.regex})")

    def _class(self) -> _Piece:
        """Return one of the characters in brackets, or with ^ any but these."""
        start = self.at
        self.at += 1
        none_of = self._next("^")
        first = self.at
        parts = []
        while not self._next("]"):
            if self.at == len(self.text):
                raise self._error("is not closed; write \\[ for the character", start)
            parts.append(self._member())
        if not parts:
            raise self._error("holds no character", start)
        members = tuple(self.text[first : self.at - 1])
        known = members if not none_of and members == tuple(parts) else None
        return _Piece(f"[{'^' * none_of}{''.join(parts)}{chr(10) * none_of}]", 1, 1, known)

    def _member(self) -> str:
        """Return a character in brackets, or a range of them."""
        start = self.at
        kind = self.text[self.at + 1 : self.at + 2]
        if self.text[self.at] == "\\" and kind in ("d", "w"):
            self.at += 2
            return f"\\{kind}"
        first = last = self._character()
        if self.text[self.at : self.at + 1] == "-" and self.text[self.at + 1 : self.at + 2] not in ("]", ""):
            self.at += 1
            last = self._character()
        if first > last:
            raise self._error("begins a range that runs backwards", start)
        return re.escape(first) if first == last else f"{re.escape(first)}-{re.escape(last)}"

    def _character(self) -> str:
        """Return one character that stands for itself."""
        start = self.at
        is_escaped = self._next("\\")
        character = self.text[self.at : self.at + 1]
        if is_escaped and (not character or character.isalnum()):
            raise self._error("says something that patterns do not have: \\d is a digit, \\w a letter", start)
        self.at += 1
        return character

    def _next(self, mark: str) -> bool:
        """Go past a mark, if it comes next."""
        found = self.text.startswith(mark, self.at)
        self.at += found
        return found

    def _error(self, message: str, at: int | None = None) -> PatternError:
        at = self.at if at is None else at
        return PatternError(f'"{self.text[at]}" at character {at + 1} of "{self.text}" {message}')


def _all(parts: Iterable[tuple[str, ...] | None]) -> list[tuple[str, ...]] | None:
    """Return all spellings of each part; None where one has too many."""
    known = []
    for part in parts:
        if part is None:
            return None
        known.append(part)
    return known


def _in_a_row(parts: Iterable[tuple[str, ...]]) -> tuple[str, ...] | None:
    """Return every choice of one spelling of each part in a row; None where they are too many."""
    found: tuple[str, ...] = ("",)
    for part in parts:
        if len(found) * len(part) > MAX_SPELLINGS:
            return None
        found = tuple(before + spelling for before in found for spelling in part)
    return found
