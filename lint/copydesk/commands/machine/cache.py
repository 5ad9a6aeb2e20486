"""`copydesk cache`: what earlier runs found, where it is kept, and how to be rid of it."""

from __future__ import annotations

import click

from copydesk.commands.shared.options import no_plugins_option
from copydesk.commands.shared.output import write_line


@click.command()
@click.option("--clear", is_flag=True, help="Forget everything.")
@no_plugins_option
def command(clear: bool) -> None:
    """Look at the cache, or clear it.

    The cache keeps what was found in a draft until the draft, the settings or copydesk itself change. It
    never changes what is reported. COPYDESK_CACHE_DIR names another folder for it.
    """
    from copydesk.work.cache import Cache, cache_folder

    with Cache(cache_folder()) as cache:
        size = cache.size()
        if clear:
            try:
                cache.clear()
            except OSError as error:
                raise click.ClickException(f"{cache.path} cannot be removed: {error.strerror}") from error
            write_line(f"{cache.path}: forgot {size.entries:,} entries")
        else:
            write_line(f"{cache.path}: {size.entries:,} entries, {size.bytes / 1e6:.1f} MB")
