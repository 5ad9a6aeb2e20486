"""`copydesk check`: drafts in, findings out."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from copydesk.commands import (
    WIDTH,
    color_option,
    isolated_option,
    output_width,
    read_stdin,
    stdin_filename_option,
    wants_color,
    write_out,
    write_problems,
)

if TYPE_CHECKING:
    from copydesk.finding import Severity
    from copydesk.registry import Registry
    from copydesk.report import Problem, Report
    from copydesk.reporters import Reporter

LEVELS = ["info", "warning", "error"]


@click.command()
@click.argument("paths", nargs=-1, metavar="PATHS...")
@click.option(
    "--format",
    "format_name",
    metavar="NAME",
    help="The shape of the report: `pretty` (the default on a terminal), `text` (the default elsewhere), "
    "`json`, or one that a plugin brings.",
)
@click.option(
    "--output",
    metavar="FILE",
    help="Write the report to this file, whole or not at all, and not to the screen.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    help="Run only these rules or families (comma-separated; repeatable).",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    help="Do not run these rules or families (comma-separated; repeatable).",
)
@click.option(
    "--show",
    type=click.Choice(LEVELS),
    default="info",
    show_default=True,
    help="The least severity that is reported.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    default="warning",
    show_default=True,
    help="The least severity that makes the exit code 1, shown or not.",
)
@isolated_option
@color_option
@stdin_filename_option
def command(
    paths: tuple[str, ...],
    format_name: str | None,
    output: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    show: str,
    fail_on: str,
    color: str,
    stdin_filename: str | None,
) -> None:
    """Report what a copy editor would mark.

    PATHS are drafts, folders of drafts, patterns such as "drafts/**/*.md", or - for standard input.

    Exit codes: 0 clean; 1 a finding at or above --fail-on; 2 something was not checked; 130 interrupted.
    """
    if not paths:
        raise click.UsageError(
            "name what to check: `copydesk check draft.md`, `copydesk check drafts/`, "
            "or `copydesk check -` for standard input"
        )
    from copydesk.discovery import find_drafts
    from copydesk.finding import Severity
    from copydesk.progress import ProgressBar
    from copydesk.registry import load_registry
    from copydesk.reporters import RenderOptions
    from copydesk.runner import run
    from copydesk.selection import select_rules

    registry = load_registry()
    rules = select_rules(registry, _names("--select", select), _names("--ignore", ignore))
    output = None if output == "-" else output
    reporter = _reporter(registry, format_name, to_terminal=output is None and sys.stdout.isatty())
    found = find_drafts(paths, registry.suffixes, read_stdin(paths, stdin_filename))
    with ProgressBar() as progress:
        report = run(found.inputs, rules, registry, progress)
    report = _with_problems(report, found.problems)

    if output is None:
        options = RenderOptions(wants_color(color), output_width())
        write_out(reporter.render(_shown(report, Severity.parse(show)), options), options.color)
    else:
        options = RenderOptions(color == "always", WIDTH)
        problem = _write_file(output, reporter.render(_shown(report, Severity.parse(show)), options))
        report = _with_problems(report, problem)
    write_problems(report.problems)
    status = exit_code(report, None if fail_on == "never" else Severity.parse(fail_on))
    if status == 1 and Severity.parse(show) > max(finding.severity for finding in report.findings):
        click.echo(f"copydesk: --show {show} hides the findings that this run fails for", err=True)
    raise click.exceptions.Exit(status)


def exit_code(report: Report, fail_on: Severity | None) -> int:
    """0: clean. 1: a finding at or above `fail_on`, where there is one. 2: something was not checked."""
    if report.problems:
        return 2
    return int(fail_on is not None and any(finding.severity >= fail_on for finding in report.findings))


def _names(option: str, values: tuple[str, ...]) -> list[str]:
    """The names in the values of a repeatable option."""
    names = [name.strip() for value in values for name in value.split(",") if name.strip()]
    if values and not names:  # an empty variable of a script must not stand for every rule
        raise click.BadParameter("no rule or family is named", param_hint=option)
    return names


def _reporter(registry: Registry, name: str | None, *, to_terminal: bool) -> Reporter:
    from copydesk.registry import UsageError, nearest

    name = name or ("pretty" if to_terminal else "text")
    if name not in registry.reporters:
        known = ", ".join(registry.reporters)
        raise UsageError(
            f'there is no format "{name}"{nearest(name, registry.reporters)} (the formats are {known})'
        )
    return registry.reporters[name]


def _with_problems(report: Report, problems: list[Problem]) -> Report:
    together = sorted((*report.problems, *problems), key=lambda problem: problem.order)
    return report._replace(problems=tuple(together))


def _shown(report: Report, show: Severity) -> Report:
    """The report with the findings that are to be seen."""
    findings = tuple(finding for finding in report.findings if finding.severity >= show)
    return report._replace(findings=findings, hidden=len(report.findings) - len(findings))


def _write_file(path: str, text: str) -> list[Problem]:
    """Write a report to a file, whole or not at all."""
    from pathlib import Path

    from copydesk.report import Problem

    target = Path(path)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe is written to, never replaced
            target.write_text(text, encoding="utf-8", errors="replace", newline="\n")
            return []
        target = target.resolve()  # what a link leads to is replaced, not the link
        beside = target.with_name(f".{target.name}.{os.getpid()}.tmp")
        try:
            beside.write_text(text, encoding="utf-8", errors="replace", newline="\n")
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        return [Problem(f"the report cannot be written: {(error.strerror or str(error)).lower()}", path)]
    return []
