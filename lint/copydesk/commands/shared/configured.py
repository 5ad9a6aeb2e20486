"""What commands that obey a configuration share."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from copydesk.commands.shared.options import CommandT

if TYPE_CHECKING:
    from copydesk.config.resolver import CommandLine, House
    from copydesk.model.report import Problem
    from copydesk.plugins.registry import Registry
    from copydesk.run.discovery import Found
    from copydesk.run.inputs import Input

LEVELS = ("info", "warning", "error")

_FOLLOW_LINKS = "copydesk.follow-links"


def _follow_links(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[_FOLLOW_LINKS] = True


follow_links_option = click.option(
    "--follow-links",
    is_flag=True,
    expose_value=False,
    callback=_follow_links,
    help="Read drafts that are links out of their git repository too. The others are always read.",
)


class Chosen(Struct, frozen=True):
    """The drafts that are to be checked, and what is wrong with the configuration of others.

    excluded  how many the configuration leaves out
    """

    inputs: list[Input]
    problems: list[Problem]
    excluded: int


def configuration_options(command: CommandT) -> CommandT:
    """The options that say which configuration holds."""
    for option in (
        click.option(
            "--style", metavar="NAME", help="Follow this house style (`copydesk styles` lists them)."
        ),
        click.option("--isolated", is_flag=True, help="Read no configuration file."),
        click.option(
            "--config",
            metavar="FILE",
            help="Use this configuration for every draft, not the nearest above each. Its patterns count "
            "from the current folder.",
        ),
    ):
        command = option(command)
    return command


def open_house(registry: Registry, line: CommandLine) -> House:
    """The configuration of a run."""
    from copydesk.config.resolver import House
    from copydesk.engine.checking import ENGINE_FAMILY, ENGINE_FINDINGS

    if line.isolated and line.config is not None:
        raise click.UsageError("--isolated reads no configuration file, --config names one: choose")
    return House(registry, line, {name: found[0] for name, found in ENGINE_FINDINGS.items()}, ENGINE_FAMILY)


def names(option: str, values: tuple[str, ...]) -> list[str]:
    """The names in the values of a repeatable option."""
    found = [name.strip() for value in values for name in value.split(",") if name.strip()]
    if values and not found:  # an empty variable of a script must not stand for every rule
        raise click.BadParameter("no rule or family is named", param_hint=option)
    return found


def choose(inputs: Iterable[Input], house: House, found: Found, *, force_exclude: bool) -> Chosen:
    """The drafts that are to be checked.

    A draft whose configuration is wrong is not: each such fault is a problem, in one line. So is a folder or
    a pattern of which nothing is left.

    inputs         of what was found
    found          what the command line names: a file that is named there itself is not excluded
    force_exclude  but with this it is
    """
    from copydesk.errors import ConfigError
    from copydesk.files.links import leads_out
    from copydesk.model.report import Problem

    named = set() if force_exclude else {os.path.realpath(path) for path in found.files}
    chosen: list[Input] = []
    excluded: set[str] = set()
    faults: dict[str, list[str]] = {}
    problems: list[Problem] = []
    links: dict[str, bool] | None = None if _FOLLOW_LINKS in click.get_current_context().meta else {}
    for item in inputs:
        if item.data is None and links is not None and leads_out(item.path, links):
            problems.append(
                Problem(
                    "is a link that leads outside the repository, or into its .git: --follow-links reads it",
                    item.path,
                )
            )
            continue
        try:
            if house.excludes(item.path):
                by_name = item.data is not None or os.path.realpath(item.path) in named
                if force_exclude or not by_name:
                    excluded.add(item.path)
                    continue
            house.settings(item.path)
        except ConfigError as error:
            faults.setdefault(str(error), []).append(item.path)
        else:
            chosen.append(item)
    problems += [Problem(f"{fault}; {_count(drafts)} not checked") for fault, drafts in faults.items()]
    if excluded:
        problems += _emptied(found.searches, chosen, excluded)
    return Chosen(chosen, problems, len(excluded))


def _emptied(
    searches: Mapping[str, Sequence[str]], chosen: Iterable[Input], excluded: Iterable[str]
) -> Iterator[Problem]:
    """A problem for each folder and pattern that holds drafts of which the configuration leaves none."""
    from copydesk.model.report import Problem

    paths = [item.path for item in chosen]
    doubtful = [(path, files) for path, files in searches.items() if files and set(files).isdisjoint(paths)]
    if not doubtful:
        return
    kept, gone = set(map(os.path.realpath, paths)), set(map(os.path.realpath, excluded))
    for path, files in doubtful:
        held = set(map(os.path.realpath, files))
        top = os.path.join(os.path.realpath(path), "")
        if held & gone and not held & kept and not any(file.startswith(top) for file in kept):
            count = len(held & gone)
            drafts = "the draft" if count == 1 else f"all {count:,} drafts"
            yield Problem(f"nothing is left here: the configuration excludes {drafts}", path)


def _count(drafts: list[str]) -> str:
    return f"{drafts[0]} was" if len(drafts) == 1 else f"{len(drafts)} drafts were"
