"""`copydesk config`: what holds for a draft, and what a configuration may say."""

from __future__ import annotations

import click

from copydesk.commands.shared.options import (
    complete_paths,
    configuration_options,
    installed,
    no_plugins_option,
)
from copydesk.commands.shared.output import tell_renamed, write_line, write_out, write_problems

IN_THIS_FOLDER = "draft"
"""A name that no pattern for some drafts is likely to mean."""


@click.group()
def command() -> None:
    """Look into the configuration."""


@command.command()
@click.argument("draft", required=False, shell_complete=complete_paths)
@configuration_options
@no_plugins_option
def show(draft: str | None, config: str | None, isolated: bool, style: str | None) -> None:
    """Show what holds for a draft, or in the current folder: each value, and where it comes from.

    That is a line of a file, the command line, or the default.
    """
    from copydesk.config.describe.show import rows
    from copydesk.config.resolver import CommandLine
    from copydesk.files.links import shown
    from copydesk.model.report import Problem
    from copydesk.run.choice import open_house
    from copydesk.views.inspection import table

    registry = installed()
    house = open_house(registry, CommandLine(config, isolated, style))
    if draft is None:
        write_line("in the current folder (name a draft to see what holds for it)")
        draft = IN_THIS_FOLDER
    found = house.file(draft)
    lines = table(
        [("KEY", "VALUE", "FROM"), *((row.key, row.value, row.origin) for row in rows(house, draft))]
    )
    write_line(f"configuration: {shown(found.path) if found else 'none'}")
    if house.excludes(draft):
        write_line("excluded: named on the command line it is checked, but not with --force-exclude")
    for line in ("", *lines):
        write_line(line)
    tell_renamed(registry)
    write_problems(Problem(problem) for problem in registry.problems)
    raise click.exceptions.Exit(2 if registry.problems else 0)


@command.command()
@no_plugins_option
def schema() -> None:
    """Print the JSON schema of the configuration.

    It knows the rules and styles that are installed, so that an editor completes and checks what is typed.
    """
    from copydesk.config.describe.schema import schema as schema_of
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS
    from copydesk.model.report import Problem
    from copydesk.reporters.json import dumps

    registry = installed()
    write_out(dumps(schema_of(registry, (*ENGINE_FINDINGS, ENGINE_FAMILY)), indent=2) + "\n")
    write_problems(Problem(problem) for problem in registry.problems)
    raise click.exceptions.Exit(2 if registry.problems else 0)
