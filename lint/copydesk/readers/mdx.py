"""MDX: Markdown with components, read as `markdown` reads Markdown.

- `import` and `export` lines, components and what stands in braces are no prose. A value in braces inside a
  sentence leaves an `OBJECT`; what follows on its line is read.
- `caption`, `alt`, `title` and `credit` of a component are captions, where they are plain strings.
- `{/* … */}` is a note.
"""

from __future__ import annotations

from copydesk.model.prose import Prose
from copydesk.readers.markdown import read_markdown
from copydesk.readers.markup.jsx import component_indents, find_jsx


def read(path: str, data: bytes) -> Prose:
    """Read MDX.

    path  as it was named to copydesk; kept for reports
    data  the whole file

    Raises UnreadableError for what is not text, and for broken front matter.
    """
    return read_markdown(path, data, find_jsx, component_indents)
