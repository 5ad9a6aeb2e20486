"""`copydesk styles`: the house styles that are installed."""

from __future__ import annotations

import click

from copydesk.commands import installed, isolated_option, no_plugins_option, write_out, write_problems


@click.group(invoke_without_command=True)
@isolated_option
@no_plugins_option
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the house styles.

    Name, when each held, and where that is written.

    `style = "NAME"` in the configuration, or `--style NAME`, follows one.
    """
    if ctx.invoked_subcommand is not None:
        return
    from copydesk.inspection import table
    from copydesk.report import Problem
    from copydesk.style import load_style

    registry = installed()
    rows = [("STYLE", "AS OF", "SOURCE")]
    for name, style in registry.styles.items():
        data = load_style(style).data
        rows.append((name, str(data.get("as_of", "")), str(data.get("source", ""))))
    write_out("".join(f"{line}\n" for line in table(rows)))
    write_problems(Problem(problem) for problem in registry.problems)
    raise click.exceptions.Exit(2 if registry.problems else 0)


@command.command()
@click.argument("name")
@isolated_option
@no_plugins_option
def show(name: str) -> None:
    """Print the file of a style."""
    from copydesk.registry import UsageError, nearest
    from copydesk.style import load_style

    styles = installed().styles
    if name not in styles:
        known = ", ".join(styles)
        raise UsageError(f'there is no style "{name}"{nearest(name, styles)} (the styles are {known})')
    write_out(load_style(styles[name]).text)
