"""`copydesk sources`: on whom a draft rests."""

from __future__ import annotations

from typing import Any

import click

from copydesk.commands.shared.draft_views import format_option, show_each
from copydesk.commands.shared.options import (
    complete_paths,
    isolated_option,
    no_plugins_option,
    reading_options,
    stdin_filename_option,
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DRAFTS...", shell_complete=complete_paths)
@format_option
@reading_options
@isolated_option
@no_plugins_option
@stdin_filename_option
def command(paths: tuple[str, ...], **asked: Any) -> None:
    """Show on whom a draft rests.

    Each source, named or not, with what rests on it; the quotations that nobody is on record for; and the
    paragraphs without any source. It is a table to read before publishing, so nothing is judged.

    Offsets in JSON are code points of the decoded file; places in text are line:column.
    """
    from copydesk.views.sources import describe, page

    show_each(paths, page, describe, **asked)
