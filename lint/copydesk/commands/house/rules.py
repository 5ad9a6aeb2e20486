"""`copydesk rules`: what is there to select, ignore and explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from copydesk.commands.shared.options import (
    installed,
    no_plugins_option,
    text_or_json_option,
)
from copydesk.commands.shared.output import write_out, write_problems

if TYPE_CHECKING:
    from copydesk.plugins.registry import Registry


@click.command()
@text_or_json_option("all of it: options with their types and defaults, examples, the reason of each rule")
@no_plugins_option
def command(format_name: str) -> None:
    """List the rules.

    Name, family, severity, the plugin that each comes with, and what it reports.
    """
    from copydesk.model.report import Problem

    registry = installed()
    write_out(_json(registry) if format_name == "json" else _table(registry))
    write_problems(Problem(problem) for problem in registry.problems)
    raise click.exceptions.Exit(2 if registry.problems else 0)


def _table(registry: Registry) -> str:
    from copydesk.views.inspection import table

    rows = [("RULE", "FAMILY", "SEVERITY", "PLUGIN", "REPORTS")]
    for name, registered in registry.rules.items():
        rule = registered.rule
        rows.append((name, rule.family, rule.severity.label, registered.plugin, rule.summary))
    return "".join(f"{line}\n" for line in table(rows))


def _json(registry: Registry) -> str:
    from copydesk.config.describe.rules import describe_rule
    from copydesk.reporters.json import dumps

    return dumps([describe_rule(registered) for registered in registry.rules.values()], indent=2) + "\n"
