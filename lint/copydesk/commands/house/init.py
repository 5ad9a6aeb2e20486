"""`copydesk init`: a configuration to start with."""

from __future__ import annotations

import os

import click

from copydesk.commands.shared.options import installed, no_plugins_option
from copydesk.commands.shared.output import write_line

OFFERS = {
    'terms = ["terms.toml"]': "copydesk usage PUBLISHED --write terms.toml",
    'names = ["names.csv"]': "copydesk names count PUBLISHED --write names.csv",
}
"""By what the configuration then says: the commands that write the words and the people of an archive."""


@click.command()
@click.option("--force", is_flag=True, help="Write over the copydesk.toml that is there.")
@no_plugins_option
def command(force: bool) -> None:
    """Write a copydesk.toml into the current folder.

    Every key, and every option of the rules that are installed, stands in it with an explanation, and
    commented out: as it is, it changes nothing. What it prints shows how the words and the people of
    published stories come into it.
    """
    from copydesk.config.describe.starter import starter
    from copydesk.config.find import OWN
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import write_file

    text = starter(installed())
    if os.path.lexists(OWN) and not force:
        raise click.ClickException(f"{OWN} is there already (--force writes over it)")
    try:
        write_file(OWN, text.encode("utf-8"))
    except CannotWriteError as error:
        raise click.ClickException(f"{OWN} {error}") from error
    write_line(f"wrote {OWN}: take out the # where the house wants something else")
    write_line("what the house has published tells how it writes; PUBLISHED is the folder of it:")
    for key, offer in OFFERS.items():
        write_line(f"  {offer}  # then {key}")
