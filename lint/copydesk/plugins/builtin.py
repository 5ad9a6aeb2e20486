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


def _docx(path: str, data: bytes) -> Prose:
    from copydesk.readers.word.reader import read

    return read(path, data)


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
    """Plain text, Markdown and Word documents."""
    return [
        Reader("plain", (".txt", ".text"), _plain),
        Reader("markdown", (".md", ".markdown"), _markdown),
        Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), _docx, is_text=False),
    ]


@hookimpl
def copydesk_reporters() -> Iterable[Reporter]:
    """One for each of `FORMATS`."""
    return [_reporter(name) for name in FORMATS]
