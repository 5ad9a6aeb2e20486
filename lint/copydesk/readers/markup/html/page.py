"""A whole page of HTML: the prose of its story, without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copydesk.model.prose import BlockKind
from copydesk.readers.markup.html.office import Cut, find_cuts, struck_classes
from copydesk.readers.markup.html.outline import Outline, class_names
from copydesk.readers.markup.html.reader import PLAIN, HtmlReader, Look
from copydesk.readers.markup.html.tokens import Token, attributes, html_tokens
from copydesk.readers.markup.templates import QUOTES
from copydesk.readers.markup.writer import ProseWriter
from copydesk.readers.parts.blocks import OPENING_BLOCKS

_SILENT = Look(silent=True)

_AROUND = frozenset("datalist dialog form map nav search".split())
"""Elements that stand around a story, or are tools of the page."""

_TOLD_BY_NAME = _AROUND | {"footer", "h1", "header", "ol", "td", "ul"}
"""Elements that need no attribute to be more than they seem."""

_AROUND_WORDS = frozenset(
    "ad ads advert advertisement adverts breadcrumb breadcrumbs catlinks comments cookie cookies disqus "
    "editsection headerlink nav navbar navfooter navheader navigation newsletter newsletters outbrain pager "
    "pagination paywall popup promo promos recirc recommended related share sharing sidebar signup sponsored "
    "subscribe taboola tags toc toolbar trending".split()
)
"""Words of classes of what stands around a story."""

_LAYOUT_WORDS = frozenset(
    "area article bar block body bottom box button buttons col column container content desktop entry fixed "
    "footer form global group header icon icons inline inner item items js left link links list lists main "
    "menu mobile module outer page panel post posts primary right row secondary section site slot social "
    "sticky stories story td title tools top unit widget widgets wp wrap wrapper".split()
)
"""Words that classes of it have beside these: `related-posts` stands around a story, `related-work` not."""

_LISTS = frozenset({"ul", "ol"})

_HOLDS_TURNS = frozenset({"div", "p", "table"})
"""Elements that hold links to the page before and the next one."""

_STATES = frozenset({"has", "is", "no", "with", "without"})
"""Words of classes that say how a page is laid out: `has-sidebar` is no sidebar."""

_MAY_STAND_AROUND = frozenset("a aside div footer header li ol p section span table ul".split())

_AROUND_ROLES = frozenset(
    "alertdialog contentinfo dialog doc-backlink doc-noteref doc-toc menu menubar navigation search toolbar "
    "tooltip".split()
)

_UNSEEN_CLASSES = frozenset("screen-reader-text skip-link sr-only visually-hidden visuallyhidden".split())
"""Classes of words that only screen readers say."""

_SEEN = frozenset({"figcaption", "p"})
"""Elements that everybody sees, where they are hidden from screen readers: those would say them twice."""

_UNSEEN_STYLE = re.compile(
    r"display:none|visibility:hidden|line-through|mso-hide:all|mso-list:ignore"
    r"|mso-element:(?:comment-list|header|footer)"
)

_KINDS = {
    **dict.fromkeys(("title", "msotitle", "headline"), BlockKind.HEADLINE),
    **dict.fromkeys(("subtitle", "msosubtitle", "standfirst", "dek", "deck"), BlockKind.STANDFIRST),
    **dict.fromkeys(("author", "byline"), BlockKind.BYLINE),
    **dict.fromkeys(("msocaption", "wp-caption-text", "caption", "photo-caption"), BlockKind.CAPTION),
    **dict.fromkeys(("msoquote", "msointensequote", *QUOTES), BlockKind.BLOCK_QUOTE),
    **dict.fromkeys(
        ("msolistparagraph", "msolistparagraphcxspfirst", "msolistparagraphcxspmiddle"), BlockKind.LIST_ITEM
    ),
    "msolistparagraphcxsplast": BlockKind.LIST_ITEM,
}
"""What some classes make of a block."""

_OPENING = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE})

_CAPTION = r"\[caption(\s[^\[\]<>]{0,500})\]"

_MARK = re.compile(
    r"(?:<[^<>]{1,200}>|\s){0,6}[\[(]?(?:\d{1,3}|[a-z]{1,2}|\W{1,3})[\])]?(?:<[^<>]{1,200}>|\s){0,6}</a"
)
"""The words of a link that is the mark of a footnote, or leads back from it."""


def read_page(
    writer: ProseWriter,
    text: str,
    masked: str,
    start: int,
    has_headline: bool,
    outside: BlockKind = BlockKind.PARAGRAPH,
) -> PageReader:
    """Read a page from `start` on.

    masked        the text, with the marks of site generators overwritten
    has_headline  whether its headline was read already
    outside       what its words are, where no element says so
    """
    is_xml = text.startswith("<?xml", start)
    masked = _with_captions(masked)
    outline = Outline(text, list(html_tokens(masked, start, is_xml=is_xml)))
    page = PageReader(writer, masked, outline, has_headline, outside)
    page.read_story()
    return page


def _with_captions(masked: str) -> str:
    """The same, with tags for the shortcodes that WordPress has round captions."""
    if "[/caption]" not in masked:
        return masked
    return re.sub(_CAPTION, r"<caption\1>", masked).replace("[/caption]", "</caption>")


def _is_around(words: list[str]) -> bool:
    """Whether a class says of itself that what has it stands around a story."""
    return not _AROUND_WORDS.isdisjoint(words) and all(
        word in _AROUND_WORDS or word in _LAYOUT_WORDS or not word or word.isdigit() for word in words
    )


class PageReader(HtmlReader):
    """Reads one page.

    outline       its tokens, and where its elements end
    has_headline  whether the front matter has the headline
    """

    def __init__(
        self, writer: ProseWriter, masked: str, outline: Outline, has_headline: bool, outside: BlockKind
    ) -> None:
        super().__init__(writer, outline.text, masked)
        self._outside = outside
        self._edge = 0
        self._outline = outline
        self._may_be_headline = not has_headline
        self._root = outline.root()
        self._paragraphs = outline.paragraphs(*self._root)
        self._is_article = outline.tokens[self._root[0]].value == "article" if outline.tokens else False
        self._struck = struck_classes(outline)
        self.blank_lines_part = not any(map(outline.indexes, ("p", "html", "body")))

    @property
    def is_made_by_scripts(self) -> bool:
        """Whether the page holds scripts that might make its words."""
        return bool(self._outline.indexes("script"))

    def read_story(self) -> None:
        """Read the headline, and all of the story."""
        cuts = find_cuts(self._outline)
        headline = self._outline.headline(self._root)
        if headline:
            self._read_range(*headline, cuts)
        self._read_range(*self._root, cuts)
        self.end_paragraph(len(self._text))
        self._writer.finish()

    def _read_range(self, start: int, end: int, cuts: Sequence[Cut]) -> None:
        tokens = self._outline.tokens
        at = start
        for cut in cuts:
            if at <= cut.start < end:
                self.read(tokens[at : cut.start])
                self._writer.gap()
                if cut.notes and not self.silent:
                    self._enter()
                    for note in cut.notes:
                        self._writer.note(note, *cut.place)
                at = max(at, cut.end)
        self.read(tokens[at:end])
        self._edge_at(tokens[end - 1].end if end else 0)

    def end_paragraph(self, end: int) -> None:
        """Say what the block is that ends at `end` of the file: a paragraph may be a byline or a caption."""
        self._writer.settle(end)

    def look(self, tag: Token) -> Look:
        """Classify an element of a page by its name and attributes."""
        name = tag.value
        has_attributes = tag.end - tag.start > len(name) + len("< >")
        if not has_attributes and name not in _TOLD_BY_NAME and not self._outline.page_turns:
            return PLAIN
        found = attributes(self._text, tag) if has_attributes else {}
        if (
            self._is_unseen(name, found)
            or (self._stands_around(tag, found) and not self._holds_story(tag))
            or (name == "a" and self._is_mark(tag, found))
        ):
            return _SILENT
        return self._kind_of(tag, found)

    def _kind_of(self, tag: Token, found: dict[str, tuple[int, int]]) -> Look:
        name = tag.value
        kind = None
        if name == "h1" and self._may_be_headline:
            kind = BlockKind.HEADLINE
        elif name == "td" and self._is_layout(tag):
            kind = BlockKind.PARAGRAPH
        elif "class" in found and name not in (
            "span",
            "a",
            "td",
            "th",
            "table",
            "body",
            "article",
            "section",
        ):
            classes = self._text[slice(*found["class"])].lower().replace("_", "-").split()
            kind = next((_KINDS[one] for one in classes if one in _KINDS), None)
        if kind in _OPENING and self._writer.builder.finished >= OPENING_BLOCKS:
            kind = None
        if kind is BlockKind.HEADLINE:
            if not self._may_be_headline:
                return PLAIN
            self._may_be_headline = False
        return PLAIN if kind is None else Look(kind=kind)

    def _is_unseen(self, name: str, found: dict[str, tuple[int, int]]) -> bool:
        if not found:
            return False
        if "hidden" in found or (name not in _SEEN and self._value(found, "aria-hidden") == "true"):
            return True
        if "style" in found and _UNSEEN_STYLE.search(re.sub(r"\s", "", self._value(found, "style"))):
            return True
        if "class" not in found:
            return False
        classes = self._value(found, "class").split()
        return not _UNSEEN_CLASSES.isdisjoint(classes) or not self._struck.isdisjoint(classes)

    def _stands_around(self, tag: Token, found: dict[str, tuple[int, int]]) -> bool:
        """Whether an element looks as if it stood around the story."""
        name = tag.value
        if name in _AROUND or self._value(found, "role") in _AROUND_ROLES:
            return True
        if name in _HOLDS_TURNS and self._outline.turns_pages(tag):
            return True
        if name == "footer":
            return not (self._top.kind is BlockKind.BLOCK_QUOTE or self._is_article)
        if name == "header" and not self._is_article:
            return not self._outline.holds(tag, "h1") or self._outline.holds(tag, "nav", "form")
        if name in _LISTS and not self._is_article and self._outline.links_only(tag):
            return True
        if name not in _MAY_STAND_AROUND or not ("class" in found or "id" in found):
            return False
        classes = class_names(self._text, found, "class", "id")
        return any(map(_is_around, classes)) and all(map(_STATES.isdisjoint, classes))

    def _holds_story(self, tag: Token) -> bool:
        """Whether half of the story's paragraphs stand in an element: then it is not around it."""
        if not self._paragraphs:
            return False
        start = self._outline.starts[tag.start]
        return 2 * self._outline.paragraphs(start, self._outline.end(start)) >= self._paragraphs

    def _is_layout(self, tag: Token) -> bool:
        """Whether a table cell holds paragraphs: then the table only lays out the page."""
        start = self._outline.starts[tag.start]
        end = self._outline.end(start)
        return end < len(self._outline.tokens) and self._outline.paragraphs(start, end) > 1

    def _is_mark(self, tag: Token, found: dict[str, tuple[int, int]]) -> bool:
        """Whether a link is the mark of a footnote, or the sign beside a heading that leads to it."""
        return self._value(found, "href").startswith("#") and _MARK.match(self._masked, tag.end) is not None

    def _value(self, found: dict[str, tuple[int, int]], name: str) -> str:
        return self._text[slice(*found[name])].strip().lower() if name in found else ""
