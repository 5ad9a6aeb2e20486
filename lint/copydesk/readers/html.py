"""HTML pages: what stands on the page for readers, and nothing of what stands around the story.

What is prose, and what it becomes:

- The story is the page's article, or its main part, or its body. Navigation, forms, scripts, advertisements,
  links to share it and to other stories are not read, nor what is hidden or struck out.
- The first `h1` is the headline. `figcaption` is a caption and so are the words for a picture, `li` is a list
  item, `td` and `th` are table cells, `blockquote` is a block quote; the classes that Word, Google Docs,
  pandoc and newsrooms give to headlines, standfirsts, bylines and captions are known.
- Comments are notes, `<!-- stet: rule -- reason -->` among them; so are the comments of Google Docs and Word.
- White space shows as one space, as in a browser. Character references become their characters.
"""

from __future__ import annotations

from collections.abc import Callable

from copydesk.errors import UnreadableError
from copydesk.model.builder import ProseBuilder
from copydesk.model.prose import Prose
from copydesk.readers.markup.frontmatter import NO_FRONT_MATTER, read_front_matter
from copydesk.readers.markup.html.charset import decode_page
from copydesk.readers.markup.html.page import read_page
from copydesk.readers.markup.templates import Template, find_templates, mask
from copydesk.readers.markup.writer import ProseWriter
from copydesk.readers.parts.dates import META, keep_dates

_REPORT = b'<meta name="generator" content="copydesk">'
HEAD = 1_000
"""How many bytes of a page say who made it."""


def read(path: str, data: bytes) -> Prose:
    """Read a page of HTML, or a piece of one.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text, for broken front matter, and for a page whose words are all
    made by scripts.
    """
    return read_html(path, data, find_templates)


def is_report(data: bytes) -> bool:
    """Whether a page is a report of copydesk: no draft, whatever folder it was put into.

    data  its first `HEAD` bytes, or more
    """
    return _REPORT in data[:HEAD]


def read_html(path: str, data: bytes, find: Callable[[str, int], list[Template]]) -> Prose:
    """Read a format that is HTML with marks of its own.

    find  find the marks in a text from an offset on
    """
    source = decode_page(path, data)
    source.shows_lines = False
    builder = ProseBuilder(source)
    if is_report(data):
        return builder.build()
    front = read_front_matter(builder, source) if find is find_templates else NO_FRONT_MATTER
    templates = find(source.text, front.end)
    writer = ProseWriter(builder, source.text, templates)
    page = read_page(writer, source.text, mask(source.text, templates), front.end, front.headline)
    keep_dates(builder, source.text[: source.text.find("<body")], META)
    prose = builder.build()
    if not prose.blocks and page.is_made_by_scripts and not templates:
        raise UnreadableError(
            "the page has no text of its own (all of it is made by scripts): save it from the browser"
        )
    return prose
