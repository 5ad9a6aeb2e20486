"""The HTML that stands in Markdown: which of it is prose, and what that is on the page."""

from __future__ import annotations

import re

from copydesk.model.prose import BlockKind
from copydesk.readers.markup.writer import ProseWriter

_TOKEN = re.compile(
    r"(?P<comment><!--)"
    r"|(?P<instruction><\?[^<]*?\?>|<[!?][^<>]*>?)"
    r"|(?P<tag></?[A-Za-z](?:[^<>\"']|\"[^\"]{0,1000}\"|'[^']{0,1000}'){0,2000}>|</?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<line>[ \t]{0,8}[\r\n][ \t\r\n]*)"
)
_TAG_NAME = re.compile(r"</?([A-Za-z][A-Za-z0-9-]*)")
_ALT = re.compile(r"\salt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)

_NO_PROSE = frozenset(
    "audio button canvas code del iframe kbd math noscript object pre s samp script select strike style svg "
    "template textarea video".split()
)
"""What stands in these elements is no prose: programs, drawings, controls, and words struck out."""

_CODE = frozenset("code kbd samp".split())

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite data dfn em font i img input ins label mark q rp rt ruby small span "
    "strong sub sup time tt u var wbr".split()
)

_KINDS = {
    "blockquote": BlockKind.BLOCK_QUOTE,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.LIST_ITEM,
}
"""What these elements make of their words. Of two that are open, the one that comes first here wins."""


class HtmlReader:
    """Reads the HTML of one file, in order.

    An element is closed by its end tag, or at the end of its block of HTML. Only a block quote stays open
    over the Markdown that follows.
    """

    def __init__(self, writer: ProseWriter, text: str) -> None:
        self.no_prose: str | None = None
        """The element that is open whose words are no prose."""
        self._writer = writer
        self._text = text
        self._open: dict[str, int] = {}
        self._comment: int | None = None
        self._fed = 0

    def kind(self, outside: BlockKind) -> BlockKind:
        """What a block is here, that would be `outside` without the elements that are open."""
        if not self._open:
            return outside
        return next((kind for name, kind in _KINDS.items() if self._open.get(name)), outside)

    def feed(self, start: int, end: int, outside: BlockKind) -> None:
        """Read `start:end` of the file, a stretch of a block of HTML."""
        self._fed = end
        while start < end:
            if self._comment is not None:
                start = self._end_comment(start, end)
                continue
            token = _TOKEN.search(self._text, start, end)
            if token is None:
                self._prose(start, end)
                return
            self._prose(start, token.start())
            start = token.end()
            match token.lastgroup:
                case "comment" if self.no_prose is None:
                    self._comment = token.start()
                case "tag":
                    self._tag(token.start(), token.end(), outside)
                case "entity" if self.no_prose is None:
                    self._entity(token.start(), token.end())
                case "line" if self.no_prose is None:
                    self._writer.space(token.start(), token.end())
                case _:
                    pass

    def end_block(self) -> None:
        """Say that a block of HTML ends here."""
        if self._comment is not None:
            self._note(self._comment, self._fed, self._fed)
        self._comment = self.no_prose = None
        self._open = {name: count for name, count in self._open.items() if name == "blockquote" and count}

    def inline(self, start: int, end: int) -> None:
        """Read the tag or comment at `start:end` of the file, which stands inside a sentence."""
        if self._text.startswith("<!--", start):
            self._note(start, end - len("-->"), end)
        else:
            self._tag(start, end, None)

    def _end_comment(self, start: int, end: int) -> int:
        """Where reading goes on after the open comment, or `end`."""
        closing = self._text.find("-->", start, end)
        if closing < 0:
            return end
        self._note(self._comment or 0, closing, closing + len("-->"))
        self._comment = None
        return closing + len("-->")

    def _note(self, start: int, closing: int, end: int) -> None:
        if self.no_prose is not None:
            return
        self._writer.note(self._text[start + len("<!--") : closing], start, end)

    def _prose(self, start: int, end: int) -> None:
        if self.no_prose is None and start < end:
            self._writer.prose(start, end)

    def _entity(self, start: int, end: int) -> None:
        self._writer.replace(_unescape(self._text[start:end]), start, end)

    def _tag(self, start: int, end: int, outside: BlockKind | None) -> None:
        """Read a tag. `outside` is None inside a sentence, where no tag ends a block."""
        match = _TAG_NAME.match(self._text, start, end)
        if match is None:
            return
        name, closing = match[1].lower(), self._text.startswith("</", start)
        self._writer.gap()
        if self.no_prose is not None:
            if closing and name == self.no_prose:
                self.no_prose = None
        elif name in _NO_PROSE:
            if not closing and not self._text.endswith("/>", start, end):
                self.no_prose = name
            if name in _CODE and not closing:
                self._writer.object(start, end)
        elif name == "img":
            self._picture(start, end)
        elif name in _INLINE or (outside is None and name == "blockquote"):
            if name in ("q", "blockquote"):
                self._writer.quoted = not closing
        elif outside is None or name == "br":
            self._writer.space(start, end)
        else:
            if name in _KINDS:
                self._open[name] = max(0, self._open.get(name, 0) + (-1 if closing else 1))
            self._writer.open(self.kind(outside), start)

    def _picture(self, start: int, end: int) -> None:
        match = _ALT.search(self._text, start, end)
        if match:
            first, last = match.span(1 if match[1] is not None else 2)
            words = " ".join(_unescape(self._text[first:last]).split())
            if words:
                self._writer.caption([(words, first, last)])


def _unescape(text: str) -> str:
    from html import unescape

    return " ".join(unescape(text).splitlines()) if "&" in text else text
