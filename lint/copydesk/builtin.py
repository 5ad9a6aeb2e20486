"""The readers and reporters that come with the engine, given through the hooks that plugins use.

Nothing is imported before it is used: most runs need one reader and one reporter.
"""

from __future__ import annotations

from collections.abc import Iterable

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


def _text(report: Report, options: RenderOptions) -> str:
    from copydesk.reporters.text import render

    return render(report, options)


def _pretty(report: Report, options: RenderOptions) -> str:
    from copydesk.reporters.pretty import render

    return render(report, options)


def _json(report: Report, options: RenderOptions) -> str:
    from copydesk.reporters.json import render

    return render(report, options)


@hookimpl
def copydesk_readers() -> Iterable[Reader]:
    """Plain text and Markdown."""
    return [
        Reader("plain", (".txt", ".text"), _plain),
        Reader("markdown", (".md", ".markdown"), _markdown),
    ]


@hookimpl
def copydesk_reporters() -> Iterable[Reporter]:
    """`text`, `pretty` and `json`."""
    return [Reporter("text", _text), Reporter("pretty", _pretty), Reporter("json", _json)]
