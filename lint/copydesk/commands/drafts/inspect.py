"""`copydesk inspect`: what copydesk knows of a draft before any rule judges it."""

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
@click.option("--why", is_flag=True, help="Say for each mention of a person why it is one.")
@reading_options
@isolated_option
@no_plugins_option
@stdin_filename_option
def command(paths: tuple[str, ...], *, why: bool, **asked: Any) -> None:
    """Show what is known of a draft.

    The people with their mentions, the quotations with their speakers, the attributions, and the words
    that are spelled in more than one way. A bug report can quote it.

    Offsets in JSON are code points of the decoded file; places in text are line:column.
    """
    from functools import partial

    from copydesk.views.inspection import describe, page

    show_each(paths, partial(page, why=why), partial(describe, why=why), **asked)
