"""Code of MDX, Astro and Svelte between the words: expressions in braces, imports, components.

The patterns are possessive, and every expression has an upper bound, so nothing is read twice.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator

from msgspec.structs import replace

from copydesk.model.source import LINE_END, line_spans
from copydesk.readers.markup.html.tokens import value_pieces
from copydesk.readers.markup.templates import CAPTIONS, QUOTES, Template, TemplateKind, find_stets, mask
from copydesk.readers.parts.notes import shut_away

LONGEST = 10_000
"""Characters of the longest expression; braces further apart are a slip of the pen, and words."""

_OPENING = re.compile(r"\\.|\{", re.DOTALL)
_INSIDE = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
    r"|/\*(?:[^*]|\*(?!/))*(?:\*/|\Z)|//[^\n]*|[{}]",
    re.DOTALL,
)
_COMMENT = re.compile(r"\{\s*/\*(.*)\*/\s*\}", re.DOTALL)

_MODULE = re.compile(
    r"^(?:import\s+(?:[\w*{$][^;'\"`]{0,2000}\sfrom\s*)?['\"]"
    r"|export\s+(?:default|const|let|var|function|class|async|type|interface|enum)\b|export\s*[{*])",
    re.MULTILINE,
)
_BLANK_LINE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?=\r|\n|\Z)|\Z")
_BRACKETS = re.compile(r"[\[({]|[\])}]")

_RAW = re.compile(r"<(script|style)\b.*?(?:</\1|\Z)", re.DOTALL | re.IGNORECASE)

_COMPONENT = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Z][\w.:-]*+)(?:[^<>\"']|\"[^\"]{0,5000}+\"|'[^']{0,5000}+')*>|</?>"
)
_PROP = re.compile(r"\s([A-Za-z]\w*)=(?:\"([^\"]*)\"|'([^']*)')")


def find_expressions(text: str, start: int, end: int | None = None) -> list[Template]:
    """Return every expression in braces from `start` on, outside of code.

    An expression is a value, or a comment, which is a note.
    """
    return [_expression(text, *span) for span in _balanced(text, start, len(text) if end is None else end)]


def find_markup(text: str, start: int) -> list[Template]:
    """Return every mark in HTML with expressions in braces: those outside of scripts and style sheets."""
    found = []
    at = start
    for raw in [*_RAW.finditer(text, start), None]:
        found += find_expressions(text, at, raw.start() if raw else len(text))
        at = raw.end() if raw else at
    found += _outside(found, find_stets(text, start))
    return sorted(found, key=lambda template: template.start)


def find_jsx(text: str, start: int) -> list[Template]:
    """Return everything in MDX that is no Markdown, in order: imports and exports, expressions, components.

    The strings of a component that readers see, `caption="…"`, are its captions. What HTML calls an element
    is none: `<div>` stays for the reader of HTML.
    """
    found = list(_modules(text, start))
    found += _outside(found, find_expressions(text, start))
    found.sort(key=lambda template: template.start)
    masked = mask(text, found, filling="x")
    tags: list[Template] = []
    quotes: list[int] = []
    away = shut_away(text)
    for match in _COMPONENT.finditer(masked, start):
        if not _is_in(away, match.start()):
            captions = tuple(_captions(text, masked, *match.span()))
            tag = "</" if match["slash"] or match.group() == "</>" else "<"
            tag = "" if match.group().endswith("/>") and match.group() != "</>" else tag
            if tag and (match["name"] or "").lower() in QUOTES:
                if tag == "<":
                    quotes.append(len(tags))
                elif quotes:
                    first = quotes.pop()
                    tags[first] = replace(tags[first], quotes=match.start())
            tags.append(Template(*match.span(), TemplateKind.NOTHING, captions=captions, tag=tag))
    found = tags + _outside(tags, found)
    found += _outside(found, find_stets(text, start))
    return sorted(found, key=lambda template: template.start)


def component_indents(masked: str, templates: list[Template]) -> list[tuple[int, int]]:
    """Return the indent of the lines that stand in components, which MDX does not count: where it stands.

    masked     the text, with the marks overwritten
    templates  the marks
    """
    steps = list(_components(templates))[::-1]
    stack: list[int] = []
    bodies: dict[int, list[tuple[int, int]]] = {}
    for start, end in line_spans(masked):
        while steps and steps[-1][0] <= start:
            offset, opens = steps.pop()
            if opens:
                stack.append(offset)
            elif stack:
                stack.pop()
        line = masked[start:end]
        if stack and line.strip():
            bodies.setdefault(stack[-1], []).append((start, len(line) - len(line.lstrip(" \t"))))
    found = []
    for lines in bodies.values():
        least = min(indent for _, indent in lines)
        found += [(start, start + least) for start, _ in lines if least]
    return sorted(found)


def _components(templates: list[Template]) -> Iterator[tuple[int, bool]]:
    """Yield where the content of components begins and ends, and which of the two it is."""
    for template in templates:
        if template.tag:
            yield template.end, template.tag == "<"


def _balanced(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where braces open and close that belong together, those inside others left out."""
    away = shut_away(text)
    stack: list[int] = []
    inner: list[tuple[int, int]] = []
    at = start
    while True:
        if not stack:
            match = _OPENING.search(text, at, end)
            if match is None:
                return
            at = _is_in(away, match.start()) or match.end()
            if match.group() == "{" and at == match.end():
                stack.append(match.start())
            continue
        match = _INSIDE.search(text, at, min(end, stack[0] + LONGEST))
        if match is None:
            # The outermost is never closed: what was closed inside it stands for itself.
            yield from inner
            stack, inner = [], []
            continue
        at = match.end()
        if match.group() == "{":
            stack.append(match.start())
        elif match.group() == "}":
            span = stack.pop(), at
            while inner and inner[-1][0] > span[0]:
                inner.pop()
            if stack:
                inner.append(span)
            else:
                yield span


def _is_in(away: list[tuple[int, int]], offset: int) -> int:
    """Return where the code ends that an offset lies in, or 0."""
    index = bisect_right(away, (offset, sys.maxsize)) - 1
    return away[index][1] if index >= 0 and offset < away[index][1] else 0


def _expression(text: str, start: int, end: int) -> Template:
    comment = _COMMENT.fullmatch(text, start, end)
    if comment:
        return Template(start, end, TemplateKind.NOTE, comment[1].strip())
    return Template(start, end, TemplateKind.WORDS)


def _modules(text: str, start: int) -> Iterator[Template]:
    """Yield the lines that import and export, each up to a blank line outside of brackets."""
    away = shut_away(text)
    at = start
    while match := _MODULE.search(text, at):
        at = match.end()
        if _is_in(away, match.start()):
            continue
        depth, first = 0, match.start()
        while True:
            blank = _BLANK_LINE.search(text, at)
            end = blank.start() if blank else len(text)
            for bracket in _BRACKETS.finditer(text, at if at > match.end() else first, end):
                depth += 1 if bracket.group() in "[({" else -1
            at = max(end, at)
            if depth <= 0 or end >= len(text) or end - first > LONGEST:
                break
            line_end = LINE_END.match(text, end)
            at = line_end.end() if line_end else end + 1
        yield Template(first, at, TemplateKind.NOTHING)


def _captions(text: str, masked: str, start: int, end: int) -> Iterator[tuple[tuple[str, int, int], ...]]:
    for match in _PROP.finditer(masked, start, end):
        if match[1].lower() in CAPTIONS:
            yield tuple(value_pieces(text, *match.span(2 if match[2] is not None else 3)))


def _outside(found: list[Template], others: list[Template]) -> list[Template]:
    """Return the marks that overlap none of those found."""
    spans = sorted((template.start, template.end) for template in found)
    starts = [span[0] for span in spans]
    kept = []
    for template in others:
        index = bisect_right(starts, template.start) - 1
        inside = index >= 0 and template.start < spans[index][1]
        around = index + 1 < len(spans) and spans[index + 1][0] < template.end
        if not inside and not around:
            kept.append(template)
    return kept
