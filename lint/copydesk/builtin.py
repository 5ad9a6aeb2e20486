"""The readers and reporters that come with the engine, given through the hooks that plugins use.

Nothing is imported before it is used: most runs need one reader and one reporter.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from copydesk.document import Document
from copydesk.plugin import hookimpl
from copydesk.readers import Reader
from copydesk.report import Report
from copydesk.reporters import RenderOptions, Reporter


def _plain(path: str, data: bytes) -> Document:
    from copydesk.readers.plain import read

    return read(path, data)


def _markdown(path: str, data: bytes) -> Document:
    from copydesk.readers.markdown import read

    return read(path, data)


FORMATS = (
    "checkstyle",
    "github",
    "gitlab",
    "html",
    "json",
    "junit",
    "markdown",
    "pretty",
    "rdjson",
    "sarif",
    "text",
)
"""The reporters: each is a module of that name in `copydesk.reporters`, with a function `render`."""


def _reporter(name: str) -> Reporter:
    def render(report: Report, options: RenderOptions) -> str:
        text: str = import_module(f"copydesk.reporters.{name}").render(report, options)
        return text

    return Reporter(name, render)


@hookimpl
def copydesk_readers() -> Iterable[Reader]:
    """Plain text and Markdown."""
    return [
        Reader("plain", (".txt", ".text"), _plain),
        Reader("markdown", (".md", ".markdown"), _markdown),
    ]


@hookimpl
def copydesk_reporters() -> Iterable[Reporter]:
    """One for each of `FORMATS`."""
    return [_reporter(name) for name in FORMATS]
