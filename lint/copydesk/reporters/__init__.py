"""Reporters turn a report into text. One module a format, one pure function each."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from copydesk.report import Report


class RenderOptions(NamedTuple):
    """How to print.

    color  whether the output may hold terminal colours
    width  columns of the terminal
    """

    color: bool = False
    width: int = 100


class Reporter(NamedTuple):
    """An output format.

    name    what `--format` calls it
    render  the whole report in, the whole output out, with a last line end unless it is empty
    """

    name: str
    render: Callable[[Report, RenderOptions], str]
