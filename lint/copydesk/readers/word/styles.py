"""Styles of a Word document, resolved for its paragraphs and words."""

from __future__ import annotations

import re

from msgspec import Struct

from copydesk.model.prose import BlockKind
from copydesk.readers.word.xml import attribute, flat_elements, is_on

_KINDS = {
    "title": BlockKind.HEADLINE,
    "subtitle": BlockKind.STANDFIRST,
    "author": BlockKind.BYLINE,
    "quote": BlockKind.BLOCK_QUOTE,
    "intense quote": BlockKind.BLOCK_QUOTE,
    "block text": BlockKind.BLOCK_QUOTE,
    "quotations": BlockKind.BLOCK_QUOTE,
    "caption": BlockKind.CAPTION,
    "image caption": BlockKind.CAPTION,
    "table caption": BlockKind.CAPTION,
}
"""By the name of a built-in style, which Word writes in English in every language. LibreOffice and pandoc
have names of their own."""
_LIST = re.compile(r"list (?:bullet|number)(?: \d)?")
_HEADING = re.compile(r"heading ([1-9])")
_NO_PROSE = re.compile(
    r"toc \d|toc heading|table of (?:figures|authorities)|index \d|index heading|date"
    r"|html (?:preformatted|code|sample|keyboard)|macro|preformatted text|source (?:code|text)|verbatim char"
)
"""Lists of what the document holds, the date of pandoc's title block, and code."""
_LONGEST_CHAIN = 20
"""The most styles that may be based on each other; Word allows ten."""


class Style(Struct, frozen=True):
    """A style's effect on a paragraph or on words.

    kind      what a block in it is; None where the style does not say
    level     of a heading, from 1; 0 for what is none
    numbered  whether it is an item of a list
    is_prose  whether it holds what readers read as words: no code, no table of contents
    is_hidden whether readers do not see it
    """

    kind: BlockKind | None = None
    level: int = 0
    numbered: bool = False
    is_prose: bool = True
    is_hidden: bool = False


PLAIN = Style()


class _Given(Struct):
    """A style as the file has it."""

    name: str = ""
    based_on: str = ""
    outline: int | None = None
    number: bool | None = None
    hidden: bool | None = None


class Styles:
    """The styles of a document by their ids; `default` is the id of the one for paragraphs that name none."""

    def __init__(self, given: dict[str, _Given], default: str = "") -> None:
        self._given = given
        self._default = default
        self._known: dict[str, Style] = {}

    def of(self, name: str) -> Style:
        """Return the style of an id; of none, the default one."""
        name = name or self._default
        if name not in self._known:
            self._known[name] = self._resolve(name)
        return self._known[name]

    def _resolve(self, name: str) -> Style:
        """Resolve a style with the styles that it is based on."""
        kind: BlockKind | None = None
        outline: int | None = None
        number: bool | None = None
        hidden: bool | None = None
        is_prose = True
        for _ in range(_LONGEST_CHAIN):
            # A file without styles names the built-in ones all the same: `Heading1`.
            one = self._given.get(name) or _Given(re.sub(r"(?<=[a-z])(?=[A-Z\d])", " ", name).lower())
            heading = _HEADING.fullmatch(one.name)
            kind = kind or _KINDS.get(one.name)
            if heading and kind is None and outline is None:
                outline = int(heading[1]) - 1
            outline = one.outline if outline is None else outline
            number = (True if _LIST.fullmatch(one.name) else one.number) if number is None else number
            hidden = one.hidden if hidden is None else hidden
            is_prose = is_prose and not _NO_PROSE.fullmatch(one.name)
            name = one.based_on
            if not name:
                break
        level = 0 if outline is None or outline > 8 else outline + 1
        if level and kind is None:
            kind = BlockKind.HEADING
        return Style(kind, level, bool(number), is_prose, bool(hidden))


def read_styles(xml: bytes, part: str) -> Styles:
    """Return the styles of a document.

    Raises UnreadableError for a part that is no XML.
    """
    given: dict[str, _Given] = {}
    default = ""
    one = _Given()
    for name, attributes in flat_elements(xml, part):
        match name:
            case "style":
                given[attribute(attributes, "styleId")] = one = _Given()
                kind, is_default = attribute(attributes, "type"), attribute(attributes, "default", "0")
                if kind == "paragraph" and is_default in ("1", "true", "on"):
                    default = attribute(attributes, "styleId")
            case "name":
                one.name = attribute(attributes, "val").lower()
            case "basedOn":
                one.based_on = attribute(attributes, "val")
            case "outlineLvl":
                one.outline = number(attribute(attributes, "val"))
            case "numId":
                one.number = attribute(attributes, "val") != "0"
            case "vanish":
                one.hidden = is_on(attributes)
            case _:
                pass
    return Styles(given, default)


def number(text: str) -> int | None:
    """Return a small number that is written in digits; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None
