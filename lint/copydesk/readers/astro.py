"""Astro pages and components: a script between lines of `---`, then HTML with expressions in braces."""

from __future__ import annotations

import re

from copydesk.model.prose import Prose
from copydesk.readers.html import read_html
from copydesk.readers.markup.jsx import find_markup
from copydesk.readers.markup.templates import Template, TemplateKind

_SCRIPT = re.compile(r"\s*---[^\S\r\n]*[\r\n].*?^---[^\S\r\n]*$", re.MULTILINE | re.DOTALL)


def read(path: str, data: bytes) -> Prose:
    """Read a page or a component. Its script, which is no front matter, is not prose.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text.
    """
    return read_html(path, data, _find_marks)


def _find_marks(text: str, start: int) -> list[Template]:
    script = _SCRIPT.match(text, start)
    if script is None:
        return find_markup(text, start)
    return [Template(*script.span(), TemplateKind.NOTHING), *find_markup(text, script.end())]
