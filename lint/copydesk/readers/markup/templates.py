"""Marks inside Markdown that are none of its own, and that a Markdown parser would take for words.

Those of site generators (Liquid for Jekyll, Hugo shortcodes, kramdown attributes) are commands to a
program; `[stet: …]` is a note of an editor.
"""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from copydesk.readers.parts.notes import BRACKETED, is_on_purpose, shut_away

# No mark holds a brace, a backtick or a blank line: those of a text about templates are left alone.
_INSIDE = r"(?:[^{}`\r\n]|(?:\r\n|\r|\n)(?![ \t]*[\r\n]))*"

_MARK = re.compile(
    rf"(?P<comment>\{{\{{/\*{_INSIDE}\*/\}}\}})"
    rf"|(?P<shortcode>\{{\{{<{_INSIDE}>\}}\}}|\{{\{{%{_INSIDE}%\}}\}})"
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
    """What a template tag of a site generator becomes in the prose."""

    WORDS = "words that the site will put there"
    NOTHING = "nothing"
    NOTE = "nothing: it is a comment"
    STET = "nothing: it is a note, if it stands in prose"


class Template(Struct, frozen=True):
    """A mark at `start:end` of the file; `note` is what a comment or a note says."""

    start: int
    end: int
    kind: TemplateKind
    note: str = ""


def find_templates(text: str, start: int = 0) -> list[Template]:
    """Every mark from `start` on, in order; none lies inside another.

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
    return found


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
    """The mark of a match, with all that it takes with it.

    unended  names of tags that nothing ends in the rest of the text; names are added to it
    """
    start, end = match.span()
    if match["comment"]:
        return Template(start, end, TemplateKind.NOTE, match.group().strip("{}/* "))
    if match["stet"]:
        return Template(start, end, TemplateKind.STET, match.group()[1:-1])
    if match["words"]:
        return Template(start, end, TemplateKind.WORDS)
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


def mask(text: str, templates: list[Template]) -> str:
    """The text with every mark overwritten, character by character.

    A mark alone on its line becomes blank, as it does in the page; any other becomes a word, so that a link
    whose target it stands in stays a link.
    """
    parts = []
    at = 0
    for template in templates:
        parts.append(text[at : template.start])
        filling = " " if _stands_alone(text, template) else "x"
        if template.kind is TemplateKind.STET:
            # Emphasis may end beside it, and a line of its own does not part a paragraph.
            filling = ","
        parts.append(re.sub(r"[^\r\n]", filling, text[template.start : template.end]))
        at = template.end
    parts.append(text[at:])
    return "".join(parts)


def _stands_alone(text: str, template: Template) -> bool:
    before, after = template.start, template.end
    while before > 0 and text[before - 1] in " \t":
        before -= 1
    while after < len(text) and text[after] in " \t":
        after += 1
    return text[before - 1 : before] in ("", "\r", "\n") and text[after : after + 1] in ("", "\r", "\n")
