"""Prose out of the tokens of HTML, in a whole page and in Markdown alike."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from copydesk.model.prose import BlockKind
from copydesk.readers.markup.html.elements import (
    BLOCK,
    CODE,
    END_SCOPE,
    ENDED_BY,
    INLINE,
    KINDS,
    NO_PROSE,
    NOTHING,
    PARAGRAPH_SCOPE,
    RANK,
    SENTENCES,
    TABLE_PARTS,
    VOID,
)
from copydesk.readers.markup.html.tokens import (
    COMMENT,
    END,
    START,
    TEXT,
    Token,
    TokenKind,
    attributes,
    comment_words,
    html_tokens,
    value_pieces,
)
from copydesk.readers.markup.writer import ProseWriter

DEEPEST = 256
"""How many elements may be open at once; browsers stop at about as many. Those nested deeper are ignored."""

_SPACES = re.compile(r"[\t\n\f\r][ \t\n\f\r]*+| [ \t\n\f\r]++")
"""White space that shows as one space, and is not one."""

_WIDE = re.compile(r"[ \t\n\f\r]{2}")

_MACHINE_NOTE = re.compile(
    r"\s*(?:/?wp:|(?:more|nextpage|noteaser|Start ?Fragment|End ?Fragment)\s*\Z|\[if\b|\[endif\b|<!\[endif)"
)
"""What comments say that programs write: WordPress, Word, the clipboard. They are no notes."""

_QUOTATION_MARKS = frozenset("“”‘’\"'")

_CURLY = ("“", "&ldquo;", "&#8220;", "&#x201")

_CAPTION_AHEAD = 1500
"""How far behind a picture its caption stands."""


class Look(Struct, frozen=True):
    """The look of an element on the page, by its attributes.

    silent  whether its words are no prose
    kind    what its words are; None where the element says so itself
    """

    silent: bool = False
    kind: BlockKind | None = None


PLAIN = Look()


class _Open(Struct, frozen=True, gc=False):
    """An element that is open; `kind`, `silent` and `quoted` count what is open around it."""

    name: str
    is_block: bool
    kind: BlockKind | None
    silent: bool
    quoted: bool


_OUTSIDE = _Open("", True, None, False, False)


class HtmlReader:
    """Reads the HTML of one file, in order.

    writer  where the prose goes
    text    the text of the file
    masked  the same, with the marks of site generators overwritten: tags are found in it
    """

    def __init__(self, writer: ProseWriter, text: str, masked: str) -> None:
        self.blank_lines_part = False
        """Whether blank lines part paragraphs, as in systems that put the tags of paragraphs in later."""
        self._writer = writer
        self._text = text
        self._masked = masked
        self._open: list[_Open] = []
        # How many elements of each name are open.
        self._names: dict[str, int] = {}
        self._top = _OUTSIDE
        self._too_deep = 0
        # A block ended here, and the next word begins another.
        self._edge: int | None = None
        # Line breaks since the last word.
        self._breaks = 0
        self._outside = BlockKind.PARAGRAPH

    @property
    def silent(self) -> bool:
        """Whether an element is open whose words are no prose."""
        return self._top.silent

    def kind(self, outside: BlockKind) -> BlockKind:
        """Return the kind of a block inside the open elements; outside them it would be `outside`."""
        return self._top.kind or outside

    def feed(self, runs: Sequence[tuple[int, int]], outside: BlockKind) -> None:
        """Read a whole block of HTML in Markdown.

        runs     where its lines stand in the file, those that follow each other as one
        outside  what its words are, where no element says so
        """
        self._outside, self._breaks = outside, 0
        (start, _), (_, end) = runs[0], runs[-1]
        if len(runs) == 1:
            self.read(html_tokens(self._masked, start, end))
        else:
            self.read(self._tokens_of(runs))
        self._edge = None

    def _tokens_of(self, runs: Sequence[tuple[int, int]]) -> Iterator[Token]:
        """Yield the tokens of lines that have marks of Markdown between them: the `>` of a block quote."""
        start = at = runs[0][0]
        parts = []
        for first, last in runs:
            parts += [" " * (first - at), self._masked[first:last]]
            at = last
        index = 0
        for token in html_tokens("".join(parts)):
            moved = replace(token, start=token.start + start, end=token.end + start)
            if token.kind is not TokenKind.TEXT:
                yield moved
                continue
            while runs[index][1] <= moved.start:
                index += 1
            for first, last in islice(runs, index, None):
                if first >= moved.end:
                    break
                yield Token(TokenKind.TEXT, max(first, moved.start), min(last, moved.end))

    def read(self, tokens: Iterable[Token]) -> None:
        """Read tokens in the order of the file."""
        for token in tokens:
            kind = token.kind
            if kind is START:
                self._start(token)
            elif kind is END:
                self._end(token)
            elif kind is COMMENT:
                self.comment(token)
            elif self._top.silent:
                pass
            elif kind is TEXT:
                self._words(token.start, token.end)
            else:
                self._enter()
                self._writer.replace(token.value, token.start, token.end)

    def end_block(self) -> None:
        """End what a block of HTML in Markdown leaves open; a block quote goes on in what follows."""
        kept = [element for element in self._open if element.name == "blockquote" and not element.silent]
        self._cut(0)
        self._too_deep = 0
        for element in kept:
            self._push(element)

    def end_sentence(self) -> None:
        """End the elements that are part of a sentence: its block ends."""
        while self._open and not self._top.is_block:
            self._pop()

    def inline(self, start: int, end: int) -> None:
        """Read the tag or comment at `start:end` of the file, which stands inside a sentence."""
        for token in html_tokens(self._masked, start, end):
            name = token.value
            if token.kind is TokenKind.COMMENT:
                self.comment(token)
            elif token.kind is TokenKind.END:
                if name == "q":
                    self._quotation_mark(token)
                self._writer.gap()
                self._end_inline("q" if name == "blockquote" else name)
            elif token.kind is TokenKind.START and name == "img":
                self._writer.gap()
                if not self._top.silent:
                    self._picture(token)
            elif token.kind is TokenKind.START:
                if name in INLINE or name in NO_PROSE or name == "blockquote":
                    self._start_inline(token, "q" if name == "blockquote" else name, PLAIN)
                elif not self._top.silent:
                    self._writer.space(start, end)
            return

    def look(self, tag: Token) -> Look:  # noqa: ARG002
        """Classify an element by its attributes; those of HTML in Markdown are not read."""
        return PLAIN

    def comment(self, token: Token) -> None:
        """Keep a comment as a note, unless a program wrote it."""
        words = comment_words(self._text, token)
        if self._top.silent or not words.strip() or _MACHINE_NOTE.match(words):
            self._writer.gap()
            return
        self._enter()
        self._writer.note(words, token.start, token.end)

    def end_paragraph(self, end: int) -> None:
        """Say what the open block is, which ends at `end` of the file."""

    def _words(self, start: int, end: int) -> None:
        text = self._masked[start:end]
        if text.isspace():
            if self.blank_lines_part and text.count("\n") > 1:
                self._edge_at(start)
            elif self._edge is None:
                self._writer.space(start, end)
            return
        if _WIDE.search(text) is None:
            self._enter()
            if self._writer.flow(start, end):
                return
        at = start
        for match in _SPACES.finditer(self._masked, start, end):
            if at < match.start():
                self._enter()
                self._writer.prose(at, match.start())
            at = match.end()
            if self.blank_lines_part and match.group().count("\n") > 1:
                self._edge_at(match.start())
            elif self._edge is None:
                self._writer.space(*match.span())
        if at < end:
            self._enter()
            self._writer.prose(at, end)

    def _enter(self) -> None:
        """Begin a block, where the one before has ended."""
        self._breaks = 0
        if self._edge is not None:
            edge, self._edge = self._edge, None
            self.end_paragraph(edge)
            self._writer.open(self.kind(self._outside), edge)
            self._writer.quoted = self._top.quoted

    def _start(self, tag: Token) -> None:
        name = tag.value
        if name == "br":
            self._break(tag)
        elif name == "img":
            self._writer.gap()
            if not self._top.silent and not self.look(tag).silent:
                self._picture(tag)
        elif name in VOID:
            self._edge_at(tag.start) if name == "hr" else self._writer.gap()
        elif self._is_block(name):
            self._start_block(tag)
        else:
            self._start_inline(tag, name, self.look(tag))

    def _is_block(self, name: str) -> bool:
        if name in BLOCK:
            return True
        if name in INLINE or name in NO_PROSE or ":" in name:
            return name in ("pre", "dialog")
        return not any(element.name in SENTENCES for element in self._open[-3:])

    def _start_block(self, tag: Token) -> None:
        name = tag.value
        self._end_named("p", PARAGRAPH_SCOPE)
        for names, scope in ENDED_BY.get(name, ()):
            self._end_implied(names, scope)
        look = self.look(tag)
        kind = self._top.kind
        own = look.kind or KINDS.get(name)
        if own is not None and (kind is None or RANK.get(own, len(RANK)) < RANK.get(kind, len(RANK))):
            kind = own
        self._edge_at(tag.start)
        silent = self._top.silent or look.silent or name in NO_PROSE
        self._push(_Open(name, True, kind, silent, self._top.quoted))

    def _start_inline(self, tag: Token, name: str, look: Look) -> None:
        self._writer.gap()
        silent = look.silent or name in NO_PROSE
        if self._top.silent and not silent:
            silent = any(element.name == name for element in self._open[-8:])
            if not silent:
                return
        if name in CODE and not self._top.silent:
            self._enter()
            self._writer.object(tag.start, tag.end)
        if name == "q":
            if tag.value == "q" and not silent:
                self._quotation_mark(tag)
            self._writer.quoted = True
        if self._text.endswith("/>", tag.start, tag.end) and name in NO_PROSE:
            return
        if silent or name == "q":
            quoted = self._top.quoted or name == "q"
            self._push(_Open(name, False, self._top.kind, silent or self._top.silent, quoted))

    def _end(self, tag: Token) -> None:
        name = tag.value
        if name == "br":
            self._break(tag)
        elif name not in BLOCK and not self._is_open_block(name):
            if name == "q":
                self._quotation_mark(tag)
            self._writer.gap()
            self._end_inline(name)
        else:
            scope = NOTHING if name in TABLE_PARTS else END_SCOPE
            if self._too_deep:
                self._too_deep -= 1
            elif self._end_named(name, scope) or name == "p":
                self._edge_at(tag.start)

    def _is_open_block(self, name: str) -> bool:
        return name in self._names and any(one.is_block and one.name == name for one in self._open)

    def _end_inline(self, name: str) -> None:
        if name not in self._names:
            return
        for index in range(len(self._open) - 1, -1, -1):
            element = self._open[index]
            if element.name == name and not element.is_block:
                self._cut(index)
                break
            if element.is_block:
                break
        self._writer.quoted = self._top.quoted

    def _quotation_mark(self, tag: Token) -> None:
        """Add the mark that browsers show where a `q` begins or ends, unless the words have one."""
        depth = self._names.get("q", 0)
        begins = tag.kind is START
        around = self._text[tag.end : tag.end + 1] if begins else self._text[tag.start - 1 : tag.start]
        if self._top.silent or around in _QUOTATION_MARKS or not (begins or (depth and self._edge is None)):
            return
        self._enter()
        inner = depth > (0 if begins else 1)
        marks = self._quotation_marks[2 * inner : 2 * inner + 2]
        self._writer.replace(marks[0 if begins else 1], tag.start, tag.end)

    @cached_property
    def _quotation_marks(self) -> str:
        """The double and the single marks of quotations: those that the file itself is written with."""
        return "“”‘’" if any(mark in self._text for mark in _CURLY) else "\"\"''"

    def _end_named(self, name: str, scope: frozenset[str]) -> bool:
        """End the innermost open element of a name; False where there is none inside of `scope`."""
        if name not in self._names:
            return False
        if self._top.name == name:
            self._cut(len(self._open) - 1)
            return True
        return self._end_implied(frozenset({name}), scope)

    def _end_implied(self, names: frozenset[str], scope: frozenset[str]) -> bool:
        """End the innermost open element of some names; False where there is none inside of `scope`."""
        if self._names.keys().isdisjoint(names):
            return False
        for index in range(len(self._open) - 1, -1, -1):
            name = self._open[index].name
            if name in names:
                self._cut(index)
                return True
            if name in scope:
                return False
        return False

    def _push(self, element: _Open) -> None:
        if len(self._open) == DEEPEST:
            self._too_deep += element.is_block
            return
        self._open.append(element)
        self._names[element.name] = self._names.get(element.name, 0) + 1
        self._top = element

    def _pop(self) -> None:
        self._cut(len(self._open) - 1)

    def _cut(self, index: int) -> None:
        for element in self._open[index:]:
            self._names[element.name] -= 1
            if not self._names[element.name]:
                del self._names[element.name]
        del self._open[index:]
        self._top = self._open[-1] if self._open else _OUTSIDE

    def _edge_at(self, offset: int) -> None:
        if self._edge is None:
            self._edge = offset

    def _break(self, tag: Token) -> None:
        """Read a line break: a space in a paragraph. Two of them part paragraphs."""
        if self._top.silent:
            return
        self._breaks += 1
        if self._breaks > 1:
            self._edge_at(tag.start)
        elif self._edge is None:
            self._writer.gap()
            self._writer.space(tag.start, tag.end)

    def _picture(self, tag: Token) -> None:
        """Add the words for a picture, and its title, unless its caption says the same."""
        found = attributes(self._text, tag)
        said = ""
        for name in ("alt", "title"):
            start, end = found.get(name, (0, 0))
            words = self._text[start:end].strip()
            if not words or words == said:
                continue
            said = words
            if " " in words and self._text.find(words, tag.end, tag.end + _CAPTION_AHEAD + len(words)) >= 0:
                continue
            self._enter()
            self._writer.caption(list(value_pieces(self._text, start, end)))
