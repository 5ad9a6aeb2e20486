"""The readers and reporters that come with the engine, given through the hooks that plugins use.

Nothing is imported before it is used: most runs need one reader and one reporter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from importlib import import_module
from typing import Any

from copydesk.model.prose import Prose
from copydesk.model.report import Report
from copydesk.plugins.hooks import hookimpl
from copydesk.readers import Reader
from copydesk.reporters import RenderOptions, Reporter


def _read(module: str, path: str, data: bytes) -> Prose:
    prose: Prose = import_module(f"copydesk.readers.{module}").read(path, data)
    return prose


BRACKETS = "[{}]"
HTML_COMMENT = "<!-- {} -->"

READERS = (
    Reader("plain", (".txt", ".text"), partial(_read, "plain"), note=BRACKETS),
    Reader("markdown", (".md", ".markdown"), partial(_read, "markdown"), note=HTML_COMMENT),
    Reader("html", (".html", ".htm", ".xhtml"), partial(_read, "html"), note=HTML_COMMENT),
    Reader("mdx", (".mdx",), partial(_read, "mdx"), note="{/* {} */}"),
    Reader("astro", (".astro",), partial(_read, "astro"), note=HTML_COMMENT),
    Reader("svelte", (".svelte",), partial(_read, "svelte"), note=HTML_COMMENT),
    Reader("archieml", (".aml", ".archieml"), partial(_read, "archieml")),
    Reader("cms", (".json",), partial(_read, "cms")),
    Reader("asciidoc", (".adoc", ".asciidoc"), partial(_read, "asciidoc"), note="// {}"),
    Reader("rst", (".rst", ".rest"), partial(_read, "rst"), note=".. {}\n"),
    Reader("org", (".org",), partial(_read, "org"), note="# {}"),
    Reader("docx", (".docx", ".docm", ".dotx", ".dotm"), partial(_read, "word.reader"), is_text=False),
)
"""The readers, each with its module below `copydesk.readers`, which has a function `read`."""

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


STREAMED = ("json", "markdown", "text")
"""Those of `FORMATS` whose modules also have a function `stream`."""


def _reporter(name: str) -> Reporter:
    def module() -> Any:
        return import_module(f"copydesk.reporters.{FORMATS[name]}")

    def render(report: Report, options: RenderOptions) -> str:
        text: str = module().render(report, options)
        return text

    def stream(report: Report, options: RenderOptions) -> Iterator[str]:
        parts: Iterator[str] = module().stream(report, options)
        return parts

    return Reporter(name, render, stream if name in STREAMED else None)


@hookimpl
def copydesk_readers() -> Iterable[Reader]:
    """Return the readers of `READERS`."""
    return READERS


@hookimpl
def copydesk_reporters() -> Iterable[Reporter]:
    """Return one for each of `FORMATS`."""
    return [_reporter(name) for name in FORMATS]
