"""HTML cut into tokens, as browsers cut it, each with its exact place in the file.

The states of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html#tokenization) that decide
what is text are one pattern. Its quantifiers are possessive, so it takes linear time whatever it reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from html import unescape
from html.entities import html5

from msgspec import Struct

_REST_OF_TAG = r"(?:[^>\"'=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|[=\"'])*(?:>|\Z)"
_REFERENCE = r"&(?:\#[0-9]++;?|\#[xX][0-9A-Fa-f]++;?|[A-Za-z][A-Za-z0-9]*+;?)"
_TOKEN = re.compile(
    rf"<(?P<start>[A-Za-z][^\s/>\x00]*+){_REST_OF_TAG}|</(?P<end>[A-Za-z][^\s/>\x00]*+){_REST_OF_TAG}"
    rf"|(?P<character>{_REFERENCE})"
    r"|(?P<comment><!--(?:-?>|.*?(?:--!?>|\Z)))"
    r"|<[!?/][^>]*+>?",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"([^\s\"'>/=]++)(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"'>]++)))?"
)

_RAW = frozenset("script style textarea title iframe noembed noframes noscript xmp".split())
"""What stands in these elements is not parsed, and no prose."""

_LONGEST_BARE = 6
"""Characters of the longest name that a character reference may have without its semicolon."""


class TokenKind(Enum):
    """A kind of token."""

    TEXT = auto()
    CHARACTER = auto()
    COMMENT = auto()
    START = auto()
    END = auto()


TEXT, CHARACTER, COMMENT, START, END = TokenKind


class Token(Struct, frozen=True, gc=False):
    """A token of HTML. Declarations and the insides of scripts are none.

    kind        what it is
    start, end  where it stands in the file
    value       the name of a tag, in lower case; what a character reference stands for; else empty
    """

    kind: TokenKind
    start: int
    end: int
    value: str = ""


def html_tokens(
    text: str, start: int = 0, end: int | None = None, *, is_xml: bool = False
) -> Iterator[Token]:
    """Yield the tokens of `text[start:end]`, in order.

    is_xml  whether `<script/>` is an element without content, as in XHTML; in HTML it only begins one
    """
    end = len(text) if end is None else end
    search, raw = _TOKEN.search, _RAW
    at = start
    while match := search(text, at, end):
        first, after = match.span()
        if first > at:
            yield Token(TEXT, at, first)
        at = after
        match match.lastgroup:
            case "start":
                name = match["start"].lower()
                yield Token(START, first, at, name)
                if name in raw and not (is_xml and text.endswith("/>", first, at)):
                    at = _end_of_raw(text, name, at, end)
            case "end":
                yield Token(END, first, at, match["end"].lower())
            case "character":
                value, at = _character(match.group(), first)
                yield Token(CHARACTER if value else TEXT, first, at, value)
            case "comment":
                yield Token(COMMENT, first, at)
            case _:
                pass
    if at < end:
        yield Token(TEXT, at, end)


def comment_words(text: str, comment: Token) -> str:
    """Return the words of a comment without its marks."""
    return re.sub(r"\A<!--(?:-?>\Z)?|--!?>\Z", "", text[comment.start : comment.end])


def attributes(text: str, tag: Token) -> dict[str, tuple[int, int]]:
    """Return where the value of each attribute of a start tag stands, by its name in lower case.

    The first of two with one name counts. The place of an attribute without a value is empty.
    """
    first = tag.start + 1 + len(tag.value)
    last = tag.end - 1 if text.endswith(">", tag.start, tag.end) else tag.end
    found: dict[str, tuple[int, int]] = {}
    for match in _ATTRIBUTE.finditer(text, first, last):
        group = match.lastgroup
        found.setdefault(match[1].lower(), match.span(group) if group else (match.end(), match.end()))
    return found


def value_pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the words of an attribute's value at `start:end`, each piece with its place in the file.

    White space becomes one space, character references their characters.
    """
    at = start
    for match in re.compile(rf"[ \t\n\f\r]+|{_REFERENCE}").finditer(text, start, end):
        if match.start() < at:
            continue
        if match.start() > at:
            yield text[at : match.start()], at, match.start()
        value, at = (
            (" ", match.end()) if match.group().isspace() else _character(match.group(), match.start())
        )
        yield value or text[match.start() : at], match.start(), at
    if at < end:
        yield text[at:end], at, end


def _end_of_raw(text: str, name: str, start: int, end: int) -> int:
    """Return where the end tag of an element stands whose content, from `start` on, is not parsed.

    Returns `end` if there is no end tag.
    """
    closing = re.compile(rf"(?i:</{name})(?=[\s/>])").search(text, start, end)
    return closing.start() if closing else end


def _character(reference: str, start: int) -> tuple[str, int]:
    """Return what a character reference at `start` stands for, and where it ends; nothing for what is none.

    A name that HTML has known for long may lack its semicolon, and letters may follow: `&copy2026`.
    """
    if reference[1] == "#":
        return _one_line(unescape(reference)), start + len(reference)
    name = reference[1:]
    if name in html5:
        return _one_line(html5[name]), start + len(reference)
    for length in range(min(len(name), _LONGEST_BARE), 1, -1):
        if name[:length] in html5:
            return html5[name[:length]], start + 1 + length
    return "", start + len(reference)


def _one_line(characters: str) -> str:
    return " ".join(characters.splitlines()) or ("\ufffd" if not characters else " ")
