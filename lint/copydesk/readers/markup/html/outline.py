"""The outline of an HTML page: which part of it is the story."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from copydesk.readers.markup.html.elements import BLOCK
from copydesk.readers.markup.html.tokens import CHARACTER, END, START, TEXT, Token, attributes

_SITE = frozenset({"brand", "logo", "site"})
"""Words of the classes of a heading that names the site."""


_PAGE_TURN = re.compile(
    r"\b(?:next|prev|previous|up):\s{0,4}<a\b|\s(?:rel=[\"']?(?:next|prev|previous|up)\b|accesskey=[\"']?[nphu]\b)",
    re.IGNORECASE,
)
_LONGEST_TURN = 150
"""Tokens of the longest element that turns pages."""
_LONGEST_NAME = 12
"""Letters of the longest name of a link beside it, `Previous:`."""

_LONGEST_LIST = 2_000
"""Tokens of the longest list that may be one of links; a list that is never closed is not searched."""


class Outline:
    """The tokens of a page, and where its elements begin and end.

    text    the text of the file
    tokens  all of them, in order
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens

        self.starts: dict[int, int] = {}
        """The index of each start tag, by its offset in the file."""
        self._ends: dict[int, int] = {}
        self._names: dict[str, list[int]] = {}
        opened: dict[str, list[int]] = {}
        for index, token in enumerate(tokens):
            if token.kind is START:
                self.starts[token.start] = index
                self._names.setdefault(token.value, []).append(index)
                opened.setdefault(token.value, []).append(index)
            elif token.kind is END and opened.get(token.value):
                self._ends[opened[token.value].pop()] = index + 1

    def indexes(self, name: str) -> list[int]:
        """Return the indexes of the start tags of the elements of a name."""
        return self._names.get(name, [])

    def end(self, start: int) -> int:
        """Return the index behind the element that begins at an index.

        If nothing ends the element, that is the end of the page.
        """
        return self._ends.get(start, len(self.tokens))

    def paragraphs(self, start: int, end: int) -> int:
        """Return how many paragraphs begin in `start:end` of the tokens."""
        found = self.indexes("p")
        return bisect_left(found, end) - bisect_left(found, start)

    def root(self) -> tuple[int, int]:
        """Return the tokens of the story: an `article`, or else the main part of the page, or else all of it.

        Of several articles, the one that holds most paragraphs. Where it does not hold half of the page's, or
        another beside it holds more than half as many, they are the parts of one story or a list of them, and
        what holds them all is taken.
        """
        whole = self._first("body") or (0, len(self.tokens))
        main = self._main() or whole
        articles = [(start, self.end(start)) for start in self.indexes("article")]
        if articles:
            best = max(articles, key=lambda span: self.paragraphs(*span))
            most = self.paragraphs(*best)
            beside = [one for one in articles if one[1] <= best[0] or best[1] <= one[0]]
            another = max((self.paragraphs(*one) for one in beside), default=0)
            if most and 2 * most >= self.paragraphs(*main) and 2 * another <= most:
                return best
        return main

    def headline(self, root: tuple[int, int]) -> tuple[int, int] | None:
        """Return the tokens of the page's one headline, where it stands before the story and not in it.

        Where the story begins with a heading of its own, the other one names the site, or a book.
        """
        headings = self.indexes("h1")
        if len(headings) != 1 or headings[0] >= root[0]:
            return None
        heading, paragraph = self._next("h2", root[0]), self._next("p", root[0])
        if heading < min(paragraph, root[1]):
            return None
        words = class_words(self.text, attributes(self.text, self.tokens[headings[0]]), "class", "id")
        return None if words & _SITE else (headings[0], self.end(headings[0]))

    def links_only(self, tag: Token) -> bool:
        """Whether a list holds nothing but links to pages of its own site, three or more."""
        start = self.starts[tag.start]
        end = self.end(start)
        if end - start > _LONGEST_LIST:
            return False
        links, depth = 0, 0
        for token in self.tokens[start:end]:
            if token.value == "a":
                depth += 1 if token.kind is START else -1
                if token.kind is START:
                    place = attributes(self.text, token).get("href", (0, 0))
                    if "://" in self.text[slice(*place)]:
                        return False
                    links += 1
            elif not depth and (
                token.kind is CHARACTER
                or (token.kind is TEXT and not self.text[token.start : token.end].isspace())
            ):
                return False
        return links > 2

    @cached_property
    def page_turns(self) -> list[int]:
        """The indexes of the links of a manual to the page before, the next one and the one above."""
        return [
            index
            for index in (self.indexes("a") if _PAGE_TURN.search(self.text) else ())
            if _PAGE_TURN.search(self.text, max(0, self.tokens[index].start - 14), self.tokens[index].end)
        ]

    def turns_pages(self, tag: Token) -> bool:
        """Whether an element holds links to other pages of a manual, and no words beside but their names."""
        turns = self.page_turns
        start = self.starts[tag.start]
        end = self.end(start)
        if end - start > _LONGEST_TURN or bisect_left(turns, end) == bisect_left(turns, start):
            return False
        depth, most = 0, 0
        for token in self.tokens[start + 1 : end]:
            if token.value == "a":
                depth += 1 if token.kind is START else -1
            elif token.kind is START and tag.value == "p" and token.value in BLOCK:
                return False  # the paragraph had no end tag
            elif token.kind is TEXT and not depth:
                most = max(most, sum(map(str.isalpha, self.text[token.start : token.end])))
        return most <= _LONGEST_NAME

    def _next(self, name: str, start: int) -> int:
        """Return the index of the first start tag of a name from an index on."""
        found = self.indexes(name)
        index = bisect_left(found, start)
        return found[index] if index < len(found) else len(self.tokens)

    def _first(self, name: str) -> tuple[int, int] | None:
        return next(((start, self.end(start)) for start in self.indexes(name)), None)

    def _main(self) -> tuple[int, int] | None:
        main = self._first("main")
        if main is None and "main" in self.text:
            for start in sorted(self.indexes("div") + self.indexes("section")):
                role = attributes(self.text, self.tokens[start]).get("role")
                if role and self.text[slice(*role)] == "main":
                    main = start, self.end(start)
                    break
        return main if main and (self.paragraphs(*main) or not self.indexes("p")) else None

    def holds(self, tag: Token, *names: str) -> bool:
        """Whether an element of one of some names begins inside the element that a tag begins."""
        start = self.starts[tag.start]
        end = self.end(start)
        return any(
            bisect_right(self.indexes(name), start) < bisect_left(self.indexes(name), end) for name in names
        )


def class_words(text: str, found: dict[str, tuple[int, int]], *names: str) -> set[str]:
    """Return the words of the classes and the like of an element, in lower case: `site-title` has two.

    found  the attributes of the element
    names  of the attributes that are asked for
    """
    return {word for one in class_names(text, found, *names) for word in one}


def class_names(text: str, found: dict[str, tuple[int, int]], *names: str) -> list[list[str]]:
    """The same, the words of each class by themselves."""
    return [
        one.strip("-").split("-")
        for name in names
        if name in found
        for one in text[slice(*found[name])].lower().replace("_", "-").split()
    ]
