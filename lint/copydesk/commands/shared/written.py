"""`--write FILE`: a file that a command proposes, written where none is or where --overwrite says so."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import click


def write_options(wanted: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Return a decorator that adds `--write` and `--overwrite`; `wanted` is the help of the first."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        overwrite = click.option(
            "--overwrite", is_flag=True, help="Let --write replace a file that is there already."
        )
        return click.option("--write", metavar="FILE", type=click.Path(), help=wanted)(overwrite(function))

    return add


def refuse_taken(write: str | None, *, overwrite: bool) -> None:
    """Raise UsageError for a file that is there already, and for --overwrite without --write."""
    if overwrite and write is None:
        raise click.UsageError("--overwrite goes with --write: name the file")
    if write is not None and os.path.lexists(write) and not overwrite:
        raise click.UsageError(f"{write} is there already: name another file, or add --overwrite")


def write_proposal(path: str, text: str) -> None:
    """Write a text as UTF-8; raises ClickException where the file cannot be written."""
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import write_file

    try:
        write_file(path, text.encode("utf-8"))
    except CannotWriteError as error:
        raise click.ClickException(f"{path} {error}") from error
