"""What the Gazette brings to copydesk. Each hook imports what it returns."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from copydesk import AnyRule, Reader, Reporter, Style, hookimpl


@hookimpl
def copydesk_rules() -> Iterable[type[AnyRule]]:
    """The rules."""
    from gazette_copydesk.weak_word import WeakWord

    return [WeakWord]


@hookimpl
def copydesk_readers() -> Iterable[Reader]:
    """The files of the Gazette's editing system."""
    from gazette_copydesk.story import read

    return [Reader("story", (".story",), read)]


@hookimpl
def copydesk_reporters() -> Iterable[Reporter]:
    """A list for the morning conference."""
    from gazette_copydesk.conference import render

    return [Reporter("conference", render)]


@hookimpl
def copydesk_styles() -> Iterable[Style]:
    """The house style."""
    return [Style("gazette", str(Path(__file__).with_name("gazette.toml")))]
