"""Stories as systems store them, in JSON: which system it is, is told by the shape of the file.

- ANS, of Arc XP: `content_elements`, with headlines, descriptions and credits beside them.
- WordPress: `content.raw` or `content.rendered` with `title` and `excerpt`; posts alone or in a list.
- Rich text as trees of blocks: Portable Text (Sanity), ProseMirror and TipTap, Lexical, Slate. They may stand
  under any key of the file; `title`, `description`, `author` and the like beside them are read too.

Strings that hold HTML are read as the `html` reader reads pages. A place is a JSON pointer and the characters
before it in the string: `/content_elements/3/content:17`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from copydesk.errors import UnreadableError
from copydesk.language.dating import may_be_date
from copydesk.model.prose import BlockKind, Prose
from copydesk.model.source import Source
from copydesk.readers.encoding import decode
from copydesk.readers.markup.data.json import JsonString, NotJsonError, json_pieces, json_strings
from copydesk.readers.markup.frontmatter import ROLES
from copydesk.readers.markup.html.page import read_page
from copydesk.readers.markup.layers import LayeredBuilder, Piece
from copydesk.readers.markup.templates import find_stets, mask
from copydesk.readers.markup.writer import ProseWriter

Tree: TypeAlias = "JsonString | dict[str | int, Tree]"
"""A string, or what holds strings: by key, or by index."""

_UNKNOWN = "no known article in it (ANS, WordPress, Portable Text, ProseMirror, Lexical, Slate)"

_MARKS = (b'"content_elements"', b'"_type"', b'"rendered"', b'"children"', b'"doc"')
"""What no article can be without one of."""

_KINDS = {
    **dict.fromkeys(("header", "heading", "h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    **dict.fromkeys(("blockquote", "block-quote", "quote", "pullquote"), BlockKind.BLOCK_QUOTE),
    **dict.fromkeys(("listitem", "list-item", "taskitem", "li", "bullet", "number"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("tablecell", "table-cell", "tableheader", "td", "th"), BlockKind.TABLE_CELL),
    **dict.fromkeys(("caption", "figcaption", "imagecaption"), BlockKind.CAPTION),
}
"""What the types and styles of nodes make of their words; underscores are hyphens."""

_NO_PROSE = frozenset("code codeblock code-block embed html raw-html horizontalrule script".split())
_INLINE = frozenset("a autolink link mention".split())


class JsonSource(Source):
    """A file of JSON, in which places are pointers.

    strings  of the file, in order
    """

    def __init__(self, source: Source, strings: Sequence[JsonString]) -> None:
        super().__init__(source.path, source.text, source.encoding, source.fallback)
        self._strings = strings
        self._string_starts = [string.start for string in strings]

    def place(self, offset: int) -> str:
        """Return the pointer to the string at an offset, and how many characters stand before it."""
        index = bisect_right(self._string_starts, offset) - 1
        if index < 0:
            return super().place(offset)
        string = self._strings[index]
        keys = (str(key).replace("~", "~0").replace("/", "~1") for key in string.path)
        before = sum(len(text) for text, *_ in json_pieces(self.text, string.start, min(offset, string.end)))
        return f"{''.join(f'/{key}' for key in keys)}:{before}"

    def named_line(self, offset: int) -> str:
        """The same."""
        return self.place(offset)

    def label(self, start: int, end: int) -> str:  # noqa: ARG002  other formats need it
        """Return the place for people, which is the same pointer."""
        return self.place(start)


def may_be_article(data: bytes) -> bool:
    """Whether a file of JSON looks as if it held a story. Most hold anything else."""
    return any(mark in data for mark in _MARKS)


def read(path: str, data: bytes) -> Prose:
    """Read a story in JSON.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not JSON, and for JSON in which no article is known.
    """
    source = decode(path, data)
    try:
        strings, _ = json_strings(source.text)
    except NotJsonError as error:
        at = source.position(error.offset)
        raise UnreadableError(f"not JSON at line {at.line}, column {at.column}: {error}") from error
    story = _Story(JsonSource(source, strings))
    tree = _tree(strings)
    articles = [tree, *_children(tree)] if 0 in tree else [tree]
    known = [article for article in articles if isinstance(article, dict) and story.add(article)]
    if not known:
        raise UnreadableError(_UNKNOWN)
    for key, value in known[0].items():
        if isinstance(value, JsonString) and may_be_date(source.text[value.start : value.end]):
            story.builder.date(str(key), source.text[value.start : value.end])
    return story.builder.build()


def _tree(strings: Sequence[JsonString]) -> dict[str | int, Tree]:
    root: dict[str | int, Tree] = {}
    for string in strings:
        node = root
        for key in string.path[:-1]:
            below = node.setdefault(key, {})
            if isinstance(below, dict):
                node = below
        if string.path:
            node[string.path[-1]] = string
    return root


def _children(node: Tree | None) -> Iterator[Tree]:
    if isinstance(node, dict):
        yield from node.values()


def _at(node: Tree | None, *keys: str) -> Tree | None:
    for key in keys:
        node = node.get(key) if isinstance(node, dict) else None
    return node


class _Story:
    """Writes what an article holds, in its order."""

    def __init__(self, source: Source) -> None:
        self.builder = LayeredBuilder(source)
        self._text = source.text

    def add(self, article: dict[str | int, Tree]) -> bool:
        """Add an article; False where its shape is none that is known."""
        return self._ans(article) or self._wordpress(article) or self._rich_text(article)

    def _ans(self, article: dict[str | int, Tree]) -> bool:
        elements = article.get("content_elements")
        if not isinstance(elements, dict):
            return False
        self._string(_at(article, "headlines", "basic"), BlockKind.HEADLINE)
        self._string(_at(article, "subheadlines", "basic"), BlockKind.STANDFIRST)
        self._string(_at(article, "description", "basic"), BlockKind.STANDFIRST)
        for person in _children(_at(article, "credits", "by")):
            self._string(_at(person, "name"), BlockKind.BYLINE)
        self._elements(elements, BlockKind.PARAGRAPH)
        return True

    def _elements(self, elements: Tree | None, outside: BlockKind) -> None:
        for element in _children(elements):
            name = self._name(element)
            kind = _KINDS.get(name, outside) if outside is BlockKind.PARAGRAPH else outside
            if name in _NO_PROSE or not isinstance(element, dict):
                continue
            if name in ("image", "gallery", "video"):
                kind = BlockKind.CAPTION
                self._string(_at(element, "caption"), kind)
                self._string(_at(element, "alt_text"), kind)
            elif name == "list":
                self._elements(_at(element, "items"), BlockKind.LIST_ITEM)
            elif name == "table":
                for row in (_at(element, "header"), *_children(_at(element, "rows"))):
                    self._elements(row, BlockKind.TABLE_CELL)
            else:
                self._string(_at(element, "content"), kind)
            self._elements(_at(element, "items") if name != "list" else None, kind)
            self._elements(_at(element, "content_elements"), kind)

    def _wordpress(self, article: dict[str | int, Tree]) -> bool:
        content = _rendered(article.get("content"))
        if content is None:
            return False
        self._string(_rendered(article.get("title")), BlockKind.HEADLINE)
        self._string(_rendered(article.get("excerpt")), BlockKind.STANDFIRST)
        self._string(content, BlockKind.PARAGRAPH)
        return True

    def _rich_text(self, article: dict[str | int, Tree]) -> bool:
        roots = [node for node in (article, *_children(article)) if self._is_rich_text(node)]
        if not roots:
            return False
        if roots[0] is not article:
            for key, value in article.items():
                if isinstance(key, str) and key.lower() in ROLES:
                    self._string(value, ROLES[key.lower()])
        for root in roots[:1] if roots[0] is article else roots:
            self._node(root, BlockKind.PARAGRAPH)
        return True

    def _is_rich_text(self, node: Tree) -> bool:
        """Whether a node is a tree of blocks: its own blocks hold texts, one or two levels down."""
        return any(
            isinstance(_at(leaf, "text"), JsonString)
            for block in self._blocks(node)
            for leaf in (
                *self._blocks(block),
                *(one for inner in self._blocks(block) for one in self._blocks(inner)),
            )
        )

    def _blocks(self, node: Tree) -> list[Tree]:
        """Return the nodes below a node, in any of the shapes."""
        if not isinstance(node, dict):
            return []
        if 0 in node:
            return [child for child in node.values() if isinstance(child, dict)]
        below = node.get("content") or node.get("children") or _at(node.get("root"), "children")
        return [child for child in _children(below) if isinstance(child, dict)]

    def _node(self, node: Tree, outside: BlockKind) -> None:
        """Add the blocks of a tree: a node is one where texts stand right below it."""
        name = self._name(node)
        if name in _NO_PROSE or not isinstance(node, dict):
            return
        kind = outside
        for key in ("type", "_type", "style", "listItem"):
            value = node.get(key)
            own = _KINDS.get(self._words(value)) if isinstance(value, JsonString) else None
            kind = own if own and kind is BlockKind.PARAGRAPH else kind
        for key in ("caption", "alt"):
            self._string(node.get(key), BlockKind.CAPTION)
        pieces: list[Piece] = []
        for child in self._blocks(node):
            if isinstance(_at(child, "text"), JsonString) or self._name(child) in _INLINE | {"hardbreak"}:
                pieces += self._inline(child, pieces[-1][2] if pieces else 0)
            else:
                self._plain(pieces, kind)
                pieces = []
                self._node(child, kind)
        self._plain(pieces, kind)

    def _inline(self, node: Tree, before: int) -> Iterator[Piece]:
        """Yield the pieces of a node inside a block; `before` is where the one before it ends."""
        text = _at(node, "text")
        marks = {self._name(mark) for mark in _children(_at(node, "marks"))}
        if self._name(node) in ("hardbreak", "linebreak"):
            yield " ", before, before
        elif isinstance(text, JsonString):
            if marks.isdisjoint({"strike", "strike-through", "code"}):
                yield from json_pieces(self._text, text.start, text.end)
        else:
            for child in self._blocks(node):
                yield from self._inline(child, before)

    def _name(self, node: Tree) -> str:
        if isinstance(node, JsonString):
            return self._words(node)
        value = node.get("type") or node.get("_type")
        return self._words(value) if isinstance(value, JsonString) else ""

    def _words(self, string: JsonString) -> str:
        return self._text[string.start : string.end].lower().replace("_", "-")

    def _plain(self, pieces: list[Piece], kind: BlockKind) -> None:
        """Add a block of words without markup."""
        if not pieces:
            return
        text = self.builder.enter(pieces)
        writer = ProseWriter(self.builder, text, find_stets(text))
        writer.open(kind, 0)
        writer.prose(0, len(text))
        writer.settle(len(text))
        writer.finish()

    def _string(self, node: Tree | None, kind: BlockKind) -> None:
        """Add a string, which may hold HTML."""
        if isinstance(node, dict) and 0 in node:
            for child in _children(node):
                self._string(child if isinstance(child, JsonString) else _at(child, "name"), kind)
        if not isinstance(node, JsonString):
            return
        pieces = list(json_pieces(self._text, node.start, node.end, line_end="\n"))
        text = self.builder.enter(pieces)
        templates = find_stets(text)
        writer = ProseWriter(self.builder, text, templates)
        read_page(writer, text, mask(text, templates), 0, has_headline=True, outside=kind)


def _rendered(node: Tree | None) -> JsonString | None:
    """Return the "raw" text of a field, which an editor wrote, or else the "rendered" one, or None."""
    for key in ("raw", "rendered"):
        value = _at(node, key)
        if isinstance(value, JsonString):
            return value
    return None
