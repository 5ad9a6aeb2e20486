"""The readers and reporters that come with the engine, given through the hooks that plugins use.

Nothing is imported before it is used: most runs need one reader and one reporter.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from copydesk.model.prose import Prose
from copydesk.model.report import Report
from copydesk.plugins.hooks import hookimpl
from copydesk.readers import Reader
from copydesk.reporters import RenderOptions, Reporter


def _plain(path: str, data: bytes) -> Prose:
    from copydesk.readers.plain import read

    return read(path, data)


def _markdown(path: str, data: bytes) -> Prose:
    from copydesk.readers.markdown import read

    return read(path, data)


def _html(path: str, data: bytes) -> Prose:
    from copydesk.readers.html import read

    return read(path, data)


BRACKETS = "[{}]"
HTML_COMMENT = "<!-- {} -->"

FORMATS = {
    "checkstyle": "ci.checkstyle",
    "github": "ci.github",
    "gitlab": "ci.gitlab",
    "html": "html",
    "json": "json",
    "junit": "ci.junit",
    "markdown": "markdown",
    "pretty": "pretty",
    "rdjson": "ci.rdjson",
    "sarif": "ci.sarif",
    "text": "text",
}
"""The reporters, each with its module below `copydesk.reporters`, which has a function `render`."""


def _reporter(name: str) -> Reporter:
    def render(report: Report, options: RenderOptions) -> str:
        text: str = import_module(f"copydesk.reporters.{FORMATS[name]}").render(report, options)
        return text

    return Reporter(name, render)


@hookimpl
def copydesk_readers() -> Iterable[Reader]:
    """One for each format."""
    return [
        Reader("plain", (".txt", ".text"), _plain, BRACKETS),
        Reader("markdown", (".md", ".markdown"), _markdown, HTML_COMMENT),
        Reader("html", (".html", ".htm", ".xhtml"), _html, HTML_COMMENT),
    ]


@hookimpl
def copydesk_reporters() -> Iterable[Reporter]:
    """One for each of `FORMATS`."""
    return [_reporter(name) for name in FORMATS]
