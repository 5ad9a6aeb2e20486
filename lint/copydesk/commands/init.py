"""`copydesk init`: a configuration to start with."""

from __future__ import annotations

import click

from copydesk.commands import installed, isolated_option, no_plugins_option


@click.command()
@click.option("--force", is_flag=True, help="Write over the copydesk.toml that is there.")
@isolated_option
@no_plugins_option
def command(force: bool) -> None:
    """Write a copydesk.toml into the current folder.

    Every key, and every option of the rules that are installed, stands in it with an explanation, and
    commented out: as it is, it changes nothing.
    """
    from copydesk.config.find import OWN
    from copydesk.config.starter import starter

    text = starter(installed())
    try:
        with open(OWN, "w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise click.ClickException(f"{OWN} is there already (--force writes over it)") from error
    except OSError as error:
        raise click.ClickException(f"{OWN} cannot be written: {(error.strerror or '').lower()}") from error
    click.echo(f"wrote {OWN}: take out the # where the house wants something else")
