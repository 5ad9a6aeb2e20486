"""`copydesk styles`: the house styles that are installed."""

from __future__ import annotations

import click

from copydesk.commands.shared.options import complete_styles, installed, no_plugins_option
from copydesk.commands.shared.output import write_out, write_problems


@click.group(invoke_without_command=True)
@no_plugins_option
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the house styles.

    Name, when each held, and where that is written.

    `style = "NAME"` in the configuration, or `--style NAME`, follows one.
    """
    if ctx.invoked_subcommand is not None:
        return
    from copydesk.config.find import load_style
    from copydesk.model.report import Problem
    from copydesk.views.inspection import table

    registry = installed()
    rows = [("STYLE", "AS OF", "SOURCE")]
    for name, style in registry.styles.items():
        data = load_style(style).data
        rows.append((name, str(data.get("as_of", "")), str(data.get("source", ""))))
    write_out("".join(f"{line}\n" for line in table(rows)))
    write_problems(Problem(problem) for problem in registry.problems)
    raise click.exceptions.Exit(2 if registry.problems else 0)


@command.command()
@click.argument("name", shell_complete=complete_styles)
@no_plugins_option
def show(name: str) -> None:
    """Print what a style says, and where each value comes from.

    The output is TOML: take it, change it, and it is a style of your own.
    """
    from copydesk.config.describe.show import style_lines
    from copydesk.config.read import Reader
    from copydesk.config.settings import ConfiguredValue
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
    from copydesk.errors import UsageError
    from copydesk.wording import nearest, spelled

    registry = installed()
    name = spelled(name, registry.styles)
    if name not in registry.styles:
        known = ", ".join(registry.styles)
        raise UsageError(
            f'there is no style "{name}"{nearest(name, registry.styles)} (the styles are {known})'
        )
    layers = Reader(registry, (*ENGINE_FINDINGS, ENGINE_FAMILY)).style(ConfiguredValue(name))
    write_out("".join(f"{line}\n" for line in style_lines(layers)))
