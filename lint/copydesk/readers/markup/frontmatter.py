"""Front matter: the YAML, TOML or JSON at the head of a Markdown file, with headline, standfirst and byline.

Only the keys of `ROLES` are prose. Their words are mapped exactly, through quoting, escapes and folding.
Every other key that holds a date is kept with it: one of them is the day of publication.
"""

from __future__ import annotations

import re

from msgspec import Struct

from copydesk.errors import UnreadableError
from copydesk.language.dating import may_be_date
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import BlockKind
from copydesk.model.source import Source
from copydesk.readers.markup.data.strings import JSON, Value, add_value

NESTED = frozenset(
    "alt alt-text alt_text alttext caption cover-alt cover-caption cover_alt cover_caption coveralt "
    "covercaption image-alt image-caption image_alt image_caption imagealt imagecaption photo-caption "
    "photo_caption photocaption".split()
)
"""Keys of the words for a picture: they are prose at any depth, as in `cover.caption`."""

ROLES = {
    "title": BlockKind.HEADLINE,
    "headline": BlockKind.HEADLINE,
    "author": BlockKind.BYLINE,
    "authors": BlockKind.BYLINE,
    "byline": BlockKind.BYLINE,
    "subtitle": BlockKind.STANDFIRST,
    "standfirst": BlockKind.STANDFIRST,
    "description": BlockKind.STANDFIRST,
    "deck": BlockKind.STANDFIRST,
    "dek": BlockKind.STANDFIRST,
    "excerpt": BlockKind.STANDFIRST,
    "summary": BlockKind.STANDFIRST,
    **dict.fromkeys(NESTED, BlockKind.CAPTION),
}
"""Keys whose values are prose, in any case, and what they are on the page."""

MAX_LENGTH = 1_000_000
"""In characters. What is longer is a data file, or lacks its last line."""

_JSON = re.compile(r"\{\s*\"[^\"\\\r\n]{1,100}\"\s*:")
_AFTER_JSON = re.compile(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?=\r|\n)")
_CLOSING = {
    "---": re.compile(r"(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"),
    "+++": re.compile(r"(?:\r\n|\r|\n)\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)"),
}


class FrontMatter(Struct, frozen=True):
    """The result of reading front matter: where the body begins, and whether there is a headline."""

    end: int
    headline: bool


NO_FRONT_MATTER = FrontMatter(0, headline=False)


def read_front_matter(builder: ProseBuilder, source: Source) -> FrontMatter:
    """Add the blocks of the front matter; none, where the file has none.

    What begins with `---` but holds no mapping is Markdown between two rules.

    Raises UnreadableError, with line and column, for front matter that is broken: the headline of such a
    draft would go unchecked. A colon in a headline without quotation marks is let pass.
    """
    if _JSON.match(source.text):
        return _read_json(builder, source)
    opening = _OPENING.match(source.text)
    if opening is None:
        return NO_FRONT_MATTER
    closing = _CLOSING[opening[1]].search(source.text, opening.end())
    if closing is None:
        return NO_FRONT_MATTER
    if closing.start() > MAX_LENGTH:
        raise UnreadableError(
            f"the front matter has more than {MAX_LENGTH:,} characters: is the line missing that ends it?"
        )
    values = _values(source, opening[1], opening.end(), closing.start())
    if values is None:
        return NO_FRONT_MATTER
    return _add_values(builder, source, values, closing.end())


def _add_values(builder: ProseBuilder, source: Source, values: list[Value], end: int) -> FrontMatter:
    seen: set[tuple[BlockKind, str]] = set()
    for value in values:
        if value.key not in ROLES:
            text = source.text[value.start : value.end]
            if may_be_date(text):
                builder.date(value.key, text)
            continue
        # A site may want the same words under two keys.
        words = (ROLES[value.key], source.text[value.start : value.end])
        if words not in seen:
            add_value(builder, source.text, ROLES[value.key], value)
            seen.add(words)
    return FrontMatter(end, any(kind is BlockKind.HEADLINE for kind, _ in seen))


def _read_json(builder: ProseBuilder, source: Source) -> FrontMatter:
    from copydesk.readers.markup.data.json import NotJsonError, json_strings

    try:
        strings, end = json_strings(source.text)
    except NotJsonError as error:
        at = source.position(error.offset)
        raise UnreadableError(
            f"the front matter is not JSON at line {at.line}, column {at.column}: {error}"
        ) from error
    line_end = _AFTER_JSON.match(source.text, end)
    if line_end is None:
        return NO_FRONT_MATTER
    values = []
    for string in strings:
        keys = [key.lower() for key in string.path if isinstance(key, str)]
        key = keys[-1] if keys[-1] in NESTED else keys[0]
        if len(keys) == 1 or keys[-1] in NESTED or (key in ROLES and keys[1:] == ["name"]):
            values.append(Value(key, string.start, string.end, JSON))
    return _add_values(builder, source, values, line_end.end())


def _values(source: Source, marks: str, start: int, end: int) -> list[Value] | None:
    # Either parser costs more to import than most drafts to read.
    if marks == "---":
        from copydesk.readers.markup.data.yaml import yaml_values

        return yaml_values(source, start, end, NESTED)
    from copydesk.readers.markup.data.toml import toml_values

    return toml_values(source, start, end, NESTED)
