"""`copydesk baseline`: hold today's findings, so that a gate shows only new ones."""

from __future__ import annotations

import os

import click

from copydesk.commands.shared.configured import (
    choose,
    configuration_options,
    follow_links_option,
    names,
    open_house,
)
from copydesk.commands.shared.options import complete_paths, complete_rules, installed, no_plugins_option
from copydesk.commands.shared.output import say, write_problems
from copydesk.commands.shared.reading import find_named, reading_options, tell_left_out
from copydesk.commands.shared.work import cache_option, open_cache, open_workers, workers_options


@click.command()
@click.argument("paths", nargs=-1, metavar="PATHS...", shell_complete=complete_paths)
@click.option(
    "--file",
    metavar="FILE",
    default="copydesk.baseline",
    show_default=True,
    help="Where the baseline is written.",
)
@click.option(
    "--prune", is_flag=True, help="Only take out the entries that are no longer needed; add nothing."
)
@click.option(
    "--select",
    multiple=True,
    metavar="NAMES",
    shell_complete=complete_rules,
    help="Hold only the findings of these rules or families (comma-separated; repeatable).",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="NAMES",
    shell_complete=complete_rules,
    help="Do not hold the findings of these rules or families (comma-separated; repeatable).",
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the configuration excludes even where it is named here.",
)
@workers_options
@cache_option
@reading_options
@follow_links_option
@configuration_options
@no_plugins_option
def command(
    paths: tuple[str, ...],
    file: str,
    prune: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    force_exclude: bool,
    jobs: str,
    executor: str | None,
    cache: bool | None,
    config: str | None,
    isolated: bool,
    style: str | None,
) -> None:
    """Hold today's findings.

    `copydesk check --baseline` then reports only new ones. PATHS are what `check` takes. Entries of drafts
    and rules that are not looked at stay as they are.

    Exit codes: 0 written; 2 something was not checked, and nothing was written.
    """
    if not paths:
        raise click.UsageError("name what to hold: `copydesk baseline drafts/`")
    from copydesk.config.resolver import CommandLine
    from copydesk.gate.baseline import NEVER_HELD, entry, judge, path_from, read, written
    from copydesk.run.discovery import find_archive
    from copydesk.run.runner import run
    from copydesk.work.progress import ProgressBar

    _refuse_leading_out(file)
    registry = installed()
    line = CommandLine(config, isolated, style, names("--select", select), names("--ignore", ignore))
    house = open_house(registry, line)
    folder = os.path.dirname(os.path.abspath(file))
    there = read(file) if prune or os.path.lexists(file) else []
    found = find_named(registry, paths)
    chosen = choose(found.inputs, house, found, force_exclude=force_exclude)
    tell_left_out(found, house)
    archive = find_archive(house.archive(item.path for item in chosen.inputs), registry.suffixes)
    with (
        open_workers(jobs, executor, [*chosen.inputs, *archive.inputs]) as workers,
        open_cache(paths, wanted=cache) as kept,
        ProgressBar() as progress,
    ):
        report = run(chosen.inputs, house.settings, registry, progress, workers, kept, archive.inputs)
    problems = [*found.problems, *chosen.problems, *archive.problems, *report.problems]
    if problems:
        write_problems(sorted(problems, key=lambda problem: problem.order))
        say(f"{file} was not written: what was not checked would be missing in it")
        raise click.exceptions.Exit(2)
    named = {path_from(draft.path, folder) for draft in report.drafts}
    across = all(one.path in named for one in there)
    judged = judge(report, there, folder, registry, house.settings, across=across)
    new = []
    if not prune:
        shown = (one for one in judged.new if one.severity >= house.settings(one.place.path).show)
        new = [entry(one, folder) for one in shown if one.rule not in NEVER_HELD]
    entries = [*judged.held, *judged.untold, *new]
    if prune and sorted(entries) == sorted(there):
        say(f"{file}: every entry is still needed")
        return
    _write(file, written(entries))
    drafts = len({one.path for one in entries})
    say(
        f"{file} holds {_count(len(entries), 'finding')} in {_count(drafts, 'draft')} "
        f"({len(new)} new, {len(judged.unneeded)} no longer needed)"
    )


def _refuse_leading_out(path: str) -> None:
    """Raise UsageError, before anything is checked, for a baseline that could not be written afterwards."""
    from copydesk.errors import CannotWriteError, UsageError
    from copydesk.files.writing import refuse_leading_out

    try:
        refuse_leading_out(path)
    except CannotWriteError as error:
        raise UsageError(f"{path}: {error}") from error


def _write(path: str, text: str) -> None:
    from copydesk.errors import CannotWriteError, UsageError
    from copydesk.files.writing import write_file

    try:
        write_file(path, text.encode("utf-8"))
    except CannotWriteError as error:
        raise UsageError(f"{path}: {error}") from error


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
