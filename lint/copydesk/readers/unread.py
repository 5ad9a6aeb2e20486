"""Formats that no reader reads: which of them hold prose, and what is said of a draft in one."""

from __future__ import annotations

from copydesk.errors import UnreadableError
from copydesk.files.names import suffix_of
from copydesk.model.prose import Prose
from copydesk.readers import Reader

PROSE = frozenset(
    [
        *(".shtml", ".mht", ".epub"),
        *(".doc", ".dot", ".odt", ".ott", ".fodt", ".rtf", ".rtfd"),
        *(".pages", ".gdoc", ".wpd", ".wps", ".abw", ".pdf", ".idml", ".icml"),
        *(".mdown", ".mkd", ".mkdn", ".qmd", ".rmd", ".asc"),
        *(".tex", ".ltx", ".textile", ".mediawiki", ".wiki", ".creole", ".typ", ".fountain"),
        *(".json", ".xml", ".nitf", ".newsml", ".dita", ".eml"),
    ]
)
"""Suffixes of files in which an article may come. A folder that holds some says so; of its pictures,
programs, tables and settings nothing is said."""


def refuse(path: str, data: bytes) -> Prose:
    """Raise UnreadableError for a draft that nobody reads: it says what to do."""
    from copydesk.readers.encoding import decode

    decode(path, data)  # what is no text at all is told so, and `--as plain` would not help
    suffix = suffix_of(path)
    raise UnreadableError(
        f"{suffix} files are not read: save it as Markdown or text, install a plugin that reads {suffix}, "
        "or read it as it is with `--as plain`"
    )


UNREAD = Reader("none", (), refuse)
