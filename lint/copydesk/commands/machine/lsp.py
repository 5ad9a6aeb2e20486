"""`copydesk lsp`: the language server, for editors."""

from __future__ import annotations

import gc
import os
import sys
from typing import BinaryIO

import click

from copydesk.commands.shared.options import no_plugins_option, wants_plugins


@click.command()
@click.option("--stdio", is_flag=True, hidden=True, help="The one way to speak; some editors ask for it.")
@no_plugins_option
def command(stdio: bool) -> None:  # noqa: ARG001  there is no other way
    """Check drafts while an editor has them open: a language server.

    An editor starts it, and speaks with it on standard input and output. It needs more packages:
    pip install "copydesk[lsp]".
    """
    from copydesk.errors import UsageError

    # In a short run garbage may pile up; this one lasts all day.
    gc.set_threshold(1_000, 2, 2)
    try:
        from copydesk.lsp.server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol", "cattrs", "attrs"):
            raise
        raise UsageError(
            f'the language server needs more packages: pip install "copydesk[lsp]" ({error.name} is missing)'
        ) from error
    raise click.exceptions.Exit(serve(*_channel(), plugins=wants_plugins()))


def _channel() -> tuple[BinaryIO, BinaryIO]:
    """What the client sends and reads. Whatever else is printed goes to standard error from now on."""
    sys.stdout.flush()
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return sys.stdin.buffer, channel
