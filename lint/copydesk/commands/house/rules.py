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
from copydesk.wording import count

if TYPE_CHECKING:
    from copydesk.plugins.registry import Registry


@click.command()
@text_or_json_option("all of it: options with their types and defaults, examples, the reason of each rule")
@click.option(
    "--promise",
    is_flag=True,
    help="Say instead how often each rule was right on published copy, by findings that were judged.",
)
@no_plugins_option
def command(format_name: str, promise: bool) -> None:
    """List the rules.

    Name, family, severity, the plugin that each comes with, and what it reports.
    """
    from copydesk.model.report import Problem

    registry = installed()
    if promise:
        write_out(_judged_json(registry) if format_name == "json" else _judged_table(registry))
    else:
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


def _judged_table(registry: Registry) -> str:
    """Return how often rules were right: those with most judged findings first, those with none last."""
    from copydesk.config.describe.judged import copies, rows, standing
    from copydesk.model.precision import promise_of
    from copydesk.views.inspection import table

    judged = sorted(rows(registry.rules), key=lambda one: -one.tally.precision.judged)
    lines: list[tuple[str, ...]] = [
        ("RULE", "LEVEL", "FOUND", "JUDGED", "RIGHT", "PRECISION", "PROMISE", "SO FAR")
    ]
    for one in judged:
        precision, severity = one.tally.precision, one.severity
        numbers = (f"{number:,}" for number in (one.found, precision.judged, one.right))
        so_far = standing(one.tally, severity)
        lines.append((one.rule, one.level, *numbers, precision.text, promise_of(severity), so_far))
    about = "".join(
        f"{copy.copy}: {count(copy.drafts, 'draft')}, {count(copy.words, 'word')}, read by copydesk "
        f"{copy.version} on {copy.date}\n"
        for copy in copies(registry.rules)
    )
    return "".join(f"{line}\n" for line in table(lines)) + (f"\n{about}" if about else "")


def _judged_json(registry: Registry) -> str:
    from copydesk.config.describe.judged import copies, describe_judged, rows
    from copydesk.reporters.json import dumps

    about = [
        {
            "copy": copy.copy,
            "drafts": copy.drafts,
            "words": copy.words,
            "date": f"{copy.date}",
            "version": copy.version,
        }
        for copy in copies(registry.rules)
    ]
    return (
        dumps({"copies": about, "rules": list(map(describe_judged, rows(registry.rules)))}, indent=2) + "\n"
    )
