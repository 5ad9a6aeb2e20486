"""Capitalised runs: every stretch of a draft that could be a name, taken to pieces.

Whether one is a person is for `people` to judge; here it is only read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copydesk.document import BlockKind, Document, Span
from copydesk.language import lexicon
from copydesk.language.titles import (
    ABBREVIATED,
    CALENDAR,
    COURTESY,
    DEMONYMS,
    DOTTED_PLACES,
    FAMILY_NAMES,
    FOLLOWS_A_NAME,
    NAMED_FOR_MONTHS,
    NOT_A_NAME,
    PARTICLES,
    ROLES,
    SUFFIXES,
)

_UPPER = "".join(chr(c) for c in range(0x180) if chr(c).isupper()) + "ȘȚḤṢṬẒ"
_TOKEN = re.compile(
    rf"(?<![\w@#/.])(?<!\w[’'-])"
    rf"(?:[{_UPPER}]\.(?:-?[{_UPPER}]\.)+"
    rf"|(?:(?:al|el|ad|as|an|ash|at)[-‑])?[{_UPPER}][\w\u0300-\u036f]*"
    rf"(?:[’'‑-](?!s\b)\w+)*)"
)
"""One capitalised word: initials (J.K.), al-Assad, O'Brien, Jean-Claude; without a possessive ending."""

_GAP = re.compile(rf"(?:[ \u00a0](?:{'|'.join(sorted(PARTICLES))})){{0,3}}[ \u00a0]|[ ]&[ ]")
_NICKNAME = re.compile(rf" [\"“‘'(][{_UPPER}][\w.'’ -]{{0,20}}[\"”’')] (?=[{_UPPER}])")
_SUFFIX_COMMA = re.compile(r", ?(?=(?:Jr|Sr)\b)")
_POSSESSIVE = re.compile(r"['’]s\b")
_BARE_POSSESSIVE = re.compile(r"['’](?= \w)")
_CASE = re.compile(r" vs?\. [A-Z]")
_BEFORE = re.compile(r"([a-z][\w'’-]*)[ \u00a0]$")
_ENDS = frozenset(".!?:;…•—–")
_CLOSING = "”\"’'»)]"
_OPENING = frozenset('“"‘«([')


class Token(NamedTuple):
    """A capitalised word of a run.

    text   with its full point, where that belongs to it
    lower  lower case, without the full point: how the word lists have it
    """

    start: int
    end: int
    text: str
    lower: str


class Name(NamedTuple):
    """A run, read: `[title and role] given names surname [suffix]`.

    start, end      the whole, title and role included, without a possessive ending
    tokens          the name alone, without title, role and suffix
    words           the words of its tokens
    courtesy        the courtesy title as it stands, or None
    role            the capitalised role before the name, or None
    before          the lower-case word right before the run, or ""
    sentence_start  whether a sentence or a quotation begins with it
    possessive      whether 's follows
    block           the index of its block
    organisation    whether a word in or after it shows that it is an organisation, a place, a law or a day
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    words: tuple[str, ...]
    courtesy: str | None
    role: str | None
    before: str
    sentence_start: bool
    possessive: bool
    block: int
    organisation: bool

    @property
    def name(self) -> Span:
        """The name without title, role and suffix."""
        return Span(self.tokens[0].start, self.tokens[-1].end)


def find_names(document: Document) -> list[Name]:
    """Every capitalised run of a draft that has a word left when titles and roles are taken off."""
    text = document.text
    names = []
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.DATELINE:
            continue
        for run in _runs(text, block.start, block.end):
            if len(run) == 1 and run[0].lower in FOLLOWS_A_NAME:
                continue
            name = _read(text, run, index, block.start)
            if name:
                names.append(name)
    return names


def _runs(text: str, start: int, end: int) -> Iterator[list[Token]]:
    """Capitalised words with nothing but a space, particles or a nickname between them."""
    run: list[Token] = []
    nickname_end = 0
    for match in _TOKEN.finditer(text, start, end):
        token = _token(text, match)
        if token.start < nickname_end:
            continue
        if run and token.start != nickname_end and not _joined(text, run[-1], token):
            yield run
            run = []
        run.append(token)
        nickname = _NICKNAME.match(text, token.end, end)
        if nickname and (token.text in lexicon.given_names() or token.text.endswith(".")):
            nickname_end = nickname.end()
    if run:
        yield run


def _token(text: str, match: re.Match[str]) -> Token:
    """The word, with the full point of an abbreviation or an initial, without what a hyphen adds to it."""
    start, end = match.span()
    word = match.group()
    lower = word.rstrip(".").lower()
    head, hyphen, tail = word.rpartition("-")
    if hyphen and len(tail) > 2 and tail in lexicon.common_words() and head.lower() not in ROLES:
        return Token(start, start + len(head), head, head.lower())  # Kong-based, Trump-era
    if text.startswith(".", end) and (len(word) == 1 or lower in ABBREVIATED):
        return Token(start, end + 1, word + ".", lower)
    return Token(start, end, word, lower)


def _joined(text: str, previous: Token, token: Token) -> bool:
    """Whether a token goes on with the run that `previous` ends."""
    if len(previous.text) == 2 and previous.text[1] == "." and _is_common(token):
        return False  # Plan B. The next day: no initial, but the end of a sentence.
    gap = _GAP.fullmatch(text, previous.end, token.start)
    return bool(gap or _SUFFIX_COMMA.fullmatch(text, previous.end, token.start))


def _is_common(token: Token) -> bool:
    """Whether a word is an ordinary one that nobody is called."""
    return (
        token.lower in lexicon.common_words()
        and token.text not in lexicon.given_names()
        and token.text not in lexicon.surnames()
    )


def _read(text: str, run: list[Token], block: int, block_start: int) -> Name | None:
    """Take a run to pieces; None when nothing is left that could be a name."""
    before_text = text[max(block_start, run[0].start - 24) : run[0].start]
    sentence_start = run[0].start == block_start or _opens_sentence(before_text)
    before = _BEFORE.search(before_text)
    while len(run) > 1 and sentence_start and _is_opening_word(run[0], run[1]):
        run = run[1:]
        before, sentence_start = None, False
    while len(run) > 1 and (
        run[-1].lower in CALENDAR or run[-1].text == "I" or run[-1].text in DOTTED_PLACES
    ):
        run = run[:-1]
    while len(run) > 1 and run[0].lower in CALENDAR and run[0].lower not in NAMED_FOR_MONTHS:
        run = run[1:]
    courtesy, role, tokens = _split(run)
    end = tokens[-1].end if tokens else 0
    while len(tokens) > 1 and tokens[-1].lower in SUFFIXES:
        tokens = tokens[:-1]
    if not tokens or (len(tokens) == 1 and tokens[0].lower in CALENDAR):
        return None
    possessive = _POSSESSIVE.match(text, end) or (text[end - 1] == "s" and _BARE_POSSESSIVE.match(text, end))
    return Name(
        run[0].start,
        end,
        tuple(tokens),
        tuple(token.text for token in tokens),
        courtesy,
        role,
        before.group(1) if before else "",
        sentence_start,
        bool(possessive),
        block,
        _is_organisation(tokens) or "&" in text[tokens[0].start : end] or bool(_CASE.match(text, end)),
    )


def _opens_sentence(before: str) -> bool:
    """Whether a sentence or a quotation begins after these words."""
    words = before.rstrip()
    if words[-1:] in _ENDS:
        return True
    if words != before:
        inner = words.rstrip(_CLOSING)
        return inner != words and inner[-1:] in (".", "!", "?", "…")
    return before[-1:] in _OPENING or before.endswith("''")


def _is_opening_word(token: Token, following: Token) -> bool:
    """Whether a word that begins a sentence owes its capital to that alone."""
    if token.lower in ROLES or token.lower in COURTESY:
        return False
    if token.lower in CALENDAR or token.lower in FOLLOWS_A_NAME:
        return token.text not in lexicon.given_names()
    return (
        token.lower in lexicon.common_words()
        and token.text not in lexicon.given_names()
        and token.text not in FAMILY_NAMES
        and following.lower not in ROLES
    )


def _split(run: list[Token]) -> tuple[str | None, str | None, list[Token]]:
    """Courtesy title, role and name of a run."""
    for index in range(len(run) - 2, -1, -1):
        if run[index].lower in COURTESY:
            return run[index].text, _joined_text(run[:index]), run[index + 1 :]
    at = 0
    for index in range(len(run) - 2, -1, -1):
        is_name = index > 0 and run[index - 1].text in lexicon.given_names()
        if run[index].lower in ROLES and not is_name and run[index + 1].lower not in SUFFIXES:
            at = index + 1
            break
    given = lexicon.given_names()
    for index in range(at, len(run) - 1):
        if run[index].text in given or len(run[index].lower) == 1:
            if all(_describes(token) for token in run[at:index]):
                at = index
            break
    return None, _joined_text(run[:at]), run[at:]


def _describes(token: Token) -> bool:
    """Whether a capitalised word before a name may belong to a description: State, Texas, American, CNN."""
    lower = token.lower
    return (
        lower in lexicon.common_words()
        or lower in NOT_A_NAME
        or lower in DEMONYMS
        or token.text in lexicon.places()
        or (token.text.isupper() and len(token.text) > 1)
    )


def _joined_text(tokens: list[Token]) -> str | None:
    return " ".join(token.text for token in tokens) or None


def _is_organisation(tokens: list[Token]) -> bool:
    """Whether a word of the name gives it away; Anita Hill and Kanye West are people all the same."""
    first = tokens[0].text
    is_named = len(tokens) > 1 and (first in lexicon.given_names() or first in FAMILY_NAMES)
    marked = [token for token in tokens[is_named:] if token.lower in NOT_A_NAME]
    if not marked:
        return False
    is_person = (
        is_named
        and marked == [tokens[-1]]
        and len(tokens) < 4
        and first not in lexicon.places()
        and tokens[-1].text in lexicon.surnames()
    )
    return not is_person
