"""`copydesk rules`: what is there to select, ignore and explain."""

from __future__ import annotations

import click

from copydesk.commands import isolated_option, write_out, write_problems


@click.command()
@isolated_option
def command() -> None:
    """List the rules.

    Name, family, severity, the plugin that each comes with, and what it reports.
    """
    from copydesk.inspection import table
    from copydesk.registry import load_registry
    from copydesk.report import Problem

    registry = load_registry()
    rows = [("RULE", "FAMILY", "SEVERITY", "PLUGIN", "REPORTS")]
    for name, (rule, plugin) in registry.rules.items():
        rows.append((name, rule.family, rule.severity.label, plugin, rule.summary))
    write_out("".join(f"{line}\n" for line in table(rows)))
    write_problems(Problem(problem) for problem in registry.problems)
    raise click.exceptions.Exit(2 if registry.problems else 0)
