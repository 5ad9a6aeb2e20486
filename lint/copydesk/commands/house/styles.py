"""`copydesk styles`: the house styles that are installed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from copydesk.commands.shared.options import complete_styles, installed, no_plugins_option
from copydesk.commands.shared.output import write_out, write_problems

if TYPE_CHECKING:
    from copydesk.config.describe.sheet import Sheet

_WIDTH = 100


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
@click.option("--toml", "as_toml", is_flag=True, help="Print TOML: change it, and it is a style of your own.")
@no_plugins_option
def show(name: str, *, as_toml: bool) -> None:
    """Print a style as a sheet: what the house writes, how that is known, and the line that says so."""
    from copydesk.config.describe.sheet import sheet
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
    lines = style_lines(layers) if as_toml else _lines(sheet(name, layers))
    write_out("".join(f"{line}\n" for line in lines))


def _lines(found: Sheet) -> Iterator[str]:
    """Yield the lines of a sheet."""
    from copydesk.views.inspection import table

    yield f"{found.title}, as of {found.as_of}"
    yield from _paragraph(found.source)
    for name, rows in found.tables.items():
        yield from ("", name.upper())
        yield from table([(row.subject, row.form, row.known, row.origin) for row in rows], "  ")
    if found.words:
        yield from ("", "WORDS")
        yield from _paragraph(
            "; ".join(f"{good}, not {' or '.join(bad)}" for good, bad in found.words.items())
        )
    if found.watched:
        yield from ("", "WATCHED")
        yield from table([(text, advice) for text, advice in found.watched.items()], "  ")
    if found.allow:
        yield from ("", "LEFT ALONE")
        yield from _paragraph("; ".join(found.allow))


def _paragraph(text: str) -> list[str]:
    from textwrap import wrap

    return wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
