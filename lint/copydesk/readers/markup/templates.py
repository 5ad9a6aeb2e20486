"""Marks inside Markdown that are none of its own, and that a Markdown parser would take for words.

Those of site generators (Liquid for Jekyll, Hugo shortcodes, kramdown attributes) are commands to a
program; `[stet: …]` is a note of an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from copydesk.readers.parts.notes import BRACKETED, is_on_purpose, shut_away

CAPTIONS = frozenset("alt attr attribution caption credit title".split())
"""Parameters of shortcodes and components whose words readers see."""

QUOTES = frozenset("blockquote epigraph pullquote pull-quote quotation quote".split())
"""Shortcodes and components that hold somebody else's words."""

_CODE = frozenset(
    "chart code codeblock highlight html katex latex math mermaid plantuml rawhtml raw-html script".split()
)
"""Shortcodes that hold none."""

# No mark holds a brace, a backtick or a blank line: those of a text about templates are left alone.
_INSIDE = r"(?:[^{}`\r\n]|(?:\r\n|\r|\n)(?![ \t]*[\r\n]))*"
_STRING = r"\"(?:[^\"\\\r\n]|\\.){0,2000}\""
_WORDS = rf"[^{{}}`\"\r\n]|(?!{_STRING})\"|(?:\r\n|\r|\n)(?![ \t]*[\r\n])"
_ARGUMENTS = rf"(?:{_STRING}|`[^`]{{0,2000}}+`|(?![>%]\}}\}})(?:{_WORDS}))*"
"""A mark of quotation is read in one way only, so a search that fails gives up at once."""

_MARK = re.compile(
    rf"(?P<comment>\{{\{{/\*{_INSIDE}\*/\}}\}})"
    rf"|(?P<shortcode>\{{\{{<{_ARGUMENTS}>\}}\}}|\{{\{{%{_ARGUMENTS}%\}}\}})"
    rf"|(?P<words>\{{\{{-?\s*(?:[\"'.#>&^$!]{_INSIDE}|[a-z_][\w.\-]*(?:\[[^\]{{}}`\r\n]*\])?\s*(?:[|(]{_INSIDE})?)\}}\}})"
    rf"|(?P<tag>\{{%{_INSIDE}%\}})"
    r"|(?P<attributes>\{:[^{}`\r\n]*\})"
    rf"|(?P<stet>{BRACKETED})"
)
_BEGIN = re.compile(r"\{[{%:]|\[[Ss]")
"""What every mark begins with. A page full of style sheets is searched ten times as fast for this."""

_ENDS = {
    "comment": re.compile(r"\{%-?\s*endcomment\s*-?%\}"),
    "highlight": re.compile(r"\{%-?\s*endhighlight\s*-?%\}"),
}
"""Tags that take the words after them with them, up to the tag that ends them."""


class TemplateKind(Enum):
    """A kind of template tag, by what becomes of it in the prose."""

    WORDS = "words that the site will put there"
    NOTHING = "nothing"
    NOTE = "nothing: it is a comment"
    STET = "nothing: it is a note, if it stands in prose"


class Template(Struct, frozen=True):
    """A mark of a site generator.

    start, end  where it stands in the file
    note        what a comment or a note says
    captions    the words that it puts on the page, each caption in pieces with their places in the file
    quotes      whether the words after it are somebody else's, up to this offset of the file
    tag         `<` and `</` where it begins and ends a component that has content
    """

    start: int
    end: int
    kind: TemplateKind
    note: str = ""
    captions: tuple[tuple[tuple[str, int, int], ...], ...] = ()
    quotes: int = 0
    tag: str = ""


def find_templates(text: str, start: int = 0) -> list[Template]:
    """Return every mark from `start` on, in order; none lies inside another.

    `{{ site.title }}` is one; `{{CONFIRM}}` and `{{ check his age }}` are notes of an editor, and prose.
    """
    found: list[Template] = []
    unended: set[str] = set()
    away: list[tuple[int, int]] | None = None
    while match := _next_mark(text, start):
        template, end = _template(text, match, unended), match.end()
        if template.kind in (TemplateKind.STET, TemplateKind.NOTE):
            away = shut_away(text) if away is None else away
            if not is_on_purpose(text, template.start, template.end, away) or _is_target(text, match):
                # A comment is none of the words; what stands in brackets is.
                template = replace(template, kind=TemplateKind.NOTHING)
        if not (match["stet"] and template.kind is TemplateKind.NOTHING):
            found.append(template)
            end = template.end
        start = end
    return _paired(text, found)


def find_stets(text: str, start: int = 0) -> list[Template]:
    """Return the notes in square brackets from `start` on, in order.

    A format without templates has no other notes.
    """
    return [template for template in find_templates(text, start) if template.kind is TemplateKind.STET]


def _paired(text: str, found: list[Template]) -> list[Template]:
    """Return the marks, where shortcodes that have an end are one with what they hold.

    Such a pair holds code, or a quotation.
    """
    opened: dict[str, list[int]] = {}
    for index, template in enumerate(found):
        name = _shortcode_name(text, template)
        if name.startswith("/"):
            if opened.get(name[1:]):
                first = opened[name[1:]].pop()
                if name[1:] in QUOTES:
                    found[first] = replace(found[first], quotes=template.start)
                else:
                    found[first] = replace(found[first], end=template.end)
        elif name in QUOTES or name in _CODE:
            opened.setdefault(name, []).append(index)
    kept: list[Template] = []
    for template in found:
        if not kept or template.start >= kept[-1].end:
            kept.append(template)
    return kept


def _shortcode_name(text: str, template: Template) -> str:
    """Return the name of a shortcode, with the slash before that of its end; empty for another mark."""
    match = re.compile(r"\{\{[<%]\s*(/?)\s*([\w./-]+)").match(text, template.start, template.end)
    return match[1] + match[2].rpartition("/")[2].removesuffix(".html").lower() if match else ""


def _shortcode_captions(text: str, start: int, end: int) -> Iterator[tuple[tuple[str, int, int], ...]]:
    """Yield the captions among the parameters of a shortcode."""
    for match in re.compile(rf"\s([A-Za-z]\w*)\s*=\s*({_STRING})").finditer(text, start, end):
        if match[1].lower() in CAPTIONS:
            yield tuple(_string_pieces(text, match.start(2) + 1, match.end(2) - 1))


def _string_pieces(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a string, with what its escapes and line ends stand for."""
    at = start
    for match in re.compile(r"\\(.)|[\r\n]+").finditer(text, start, end):
        yield text[at : match.start()], at, match.start()
        yield " " if match[1] in (None, "n", "t") else match[1], *match.span()
        at = match.end()
    yield text[at:end], at, end


def _next_mark(text: str, start: int) -> re.Match[str] | None:
    while begin := _BEGIN.search(text, start):
        if match := _MARK.match(text, begin.start()):
            return match
        start = begin.start() + 1
    return None


def _is_target(text: str, match: re.Match[str]) -> bool:
    """Whether a bracketed note is the label of a link's target: `[stet: all]: page.html`."""
    opens_line = text[max(0, match.start() - 1) : match.start()] in ("", "\n", "\r")
    return bool(match["stet"]) and opens_line and text.startswith(":", match.end())


def _template(text: str, match: re.Match[str], unended: set[str]) -> Template:
    """Return the mark of a match, with all that it takes with it.

    unended  names of tags that nothing ends in the rest of the text; names are added to it
    """
    start, end = match.span()
    if match["comment"]:
        return Template(start, end, TemplateKind.NOTE, match.group().strip("{}/* "))
    if match["stet"]:
        return Template(start, end, TemplateKind.STET, match.group()[1:-1])
    if match["words"]:
        return Template(start, end, TemplateKind.WORDS)
    if match["shortcode"]:
        captions = tuple(_shortcode_captions(text, start, end))
        return Template(start, end, TemplateKind.NOTHING, captions=captions)
    name = match.group().strip("{}%- ").partition(" ")[0]
    if name not in _ENDS or name in unended:
        return Template(start, end, TemplateKind.NOTHING)
    ending = _ENDS[name].search(text, end)
    if ending is None:
        unended.add(name)
        return Template(start, end, TemplateKind.NOTHING)
    if name == "comment":
        return Template(start, ending.end(), TemplateKind.NOTE, text[end : ending.start()].strip())
    return Template(start, ending.end(), TemplateKind.NOTHING)


def mask(text: str, templates: list[Template], filling: str = "") -> str:
    """Return the text with every mark overwritten, character by character.

    A mark alone on its line becomes blank, as it does in the page; any other becomes a word, so that a link
    whose target it stands in stays a link.

    filling  what all of them are overwritten with
    """
    parts = []
    at = 0
    for template in templates:
        parts.append(text[at : template.start])
        parts.append(
            re.sub(r"[^\r\n]", filling or _filling(text, template), text[template.start : template.end])
        )
        at = template.end
    parts.append(text[at:])
    return "".join(parts)


def _filling(text: str, template: Template) -> str:
    if template.kind is TemplateKind.STET:
        # Emphasis may end beside it, and a line of its own does not part a paragraph.
        return ","
    return " " if _stands_alone(text, template) else "x"


def _stands_alone(text: str, template: Template) -> bool:
    before, after = template.start, template.end
    while before > 0 and text[before - 1] in " \t":
        before -= 1
    while after < len(text) and text[after] in " \t":
        after += 1
    return text[before - 1 : before] in ("", "\r", "\n") and text[after : after + 1] in ("", "\r", "\n")
