"""Options that several commands have, and what they make of their values."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.output import QUIET

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from copydesk.config.resolver import CommandLine
    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input


CommandT = Callable[..., Any]


WIDTH = 100
"""Columns of what is not written to a terminal."""

LEVELS = ("info", "warning", "error")
AUTO = "auto"


isolated_option = click.option(
    "--isolated", is_flag=True, expose_value=False, hidden=True, help="Accepted, and without effect."
)
"""For commands that read no configuration: scripts give every command that reads drafts the same options."""


def _without_plugins(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[_NO_PLUGINS] = True


_NO_PLUGINS = "copydesk.no-plugins"


no_plugins_option = click.option(
    "--no-plugins",
    is_flag=True,
    expose_value=False,
    callback=_without_plugins,
    help="Load nothing that other packages bring: only copydesk's own rules, readers and reporters.",
)


def _be_quiet(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        ctx.meta[QUIET] = True


quiet_option = click.option(
    "-q",
    "--quiet",
    is_flag=True,
    expose_value=False,
    callback=_be_quiet,
    help="Say nothing on standard error but what was not checked.",
)


color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"], case_sensitive=False),
    default="auto",
    show_default=True,
    help="Colour the output; `auto` does on a terminal, and heeds NO_COLOR and FORCE_COLOR.",
)


stdin_filename_option = click.option(
    "--stdin-filename",
    metavar="NAME",
    help="What `-` is called in the report. Its suffix says how it is read (without one: as plain text).",
)


def text_or_json_option(json: str) -> Callable[[CommandT], CommandT]:
    """Return the option of commands that answer people and programs; `json` says what programs get."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(["text", "json"], case_sensitive=False),
        default="text",
        show_default=True,
        help=f"`json` is {json}.",
    )


def _number_of_jobs(_: click.Context, __: click.Parameter, value: str) -> int | None:
    """Return the number; None for `auto`."""
    if value == AUTO:
        return None
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1024):
        raise click.BadParameter(f'"{value}" is neither a number from 1 to 1024 nor `auto`')
    return int(value)


def workers_options(command: CommandT) -> CommandT:
    """Return the options that say who does the work: see `open_workers`."""
    executor = click.option(
        "--executor",
        metavar="ADDRESS",
        help="Let a cluster do the work: `dask://host:port` is a Dask scheduler (needs copydesk[dask]).",
    )
    jobs = click.option(
        "--jobs",
        metavar="N",
        default=AUTO,
        show_default=True,
        callback=_number_of_jobs,
        help="How many processes work at a time; `auto` takes a second one when that pays.",
    )
    return jobs(executor(command))


cache_option = click.option(
    "--cache/--no-cache",
    default=None,
    help="Whether what an earlier run found in an unchanged draft need not be found again (default: "
    "where a folder is named; `copydesk cache` says where it is kept).",
)


follow_links_option = click.option(
    "--follow-links",
    is_flag=True,
    help="Read drafts that are links out of their git repository too. The others are always read.",
)


def reading_options(command: CommandT) -> CommandT:
    """Return the options that say which drafts are found, and who reads them: see `find_named`."""
    reader = click.option(
        "--as",
        "reader",
        metavar="READER",
        help="How to read the files that are named here, whatever their suffixes: `plain`, `markdown`, "
        "`html`, `docx`, `mdx`, `astro`, `svelte`, `archieml`, `cms` (JSON), `asciidoc`, `rst`, `org`, "
        "or a reader of a plugin. Those of a folder go by their suffixes.",
    )
    gitignore = click.option(
        "--respect-gitignore/--no-respect-gitignore",
        default=True,
        show_default=True,
        help="Whether folders and patterns leave out the drafts that .gitignore does. What git tracks, and "
        "what is named itself, is always read.",
    )
    return reader(gitignore(command))


def configuration_options(command: CommandT) -> CommandT:
    """Return the options that say which configuration holds."""
    for option in (
        click.option(
            "--style",
            metavar="NAME",
            shell_complete=complete_styles,
            help="Follow this house style (`copydesk styles` lists them).",
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


force_exclude_option = click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out what the configuration excludes even where it is named here, as pre-commit names files.",
)


def checking_options(command: CommandT) -> CommandT:
    """Add the options of every command that checks drafts: which are read, by whom, and how they are set."""
    for options in (
        no_plugins_option,
        configuration_options,
        follow_links_option,
        reading_options,
        cache_option,
        workers_options,
        force_exclude_option,
    ):
        command = options(command)
    return command


def take_line(asked: dict[str, Any], *more: str) -> CommandLine:
    """Take what a command line says of the configuration out of the options that a command was given.

    more  the names of options beside `configuration_options`
    """
    from copydesk.config.resolver import CommandLine

    return CommandLine(**{name: asked.pop(name) for name in ("config", "isolated", "style", *more)})


def rules_option(*flags: str, help: str) -> Callable[[CommandT], CommandT]:  # noqa: A002
    """Make an option that takes names of rules and families; the last flag names its parameter."""
    return click.option(
        *flags,
        multiple=True,
        metavar="NAMES",
        callback=_split_names,
        shell_complete=complete_rules,
        help=f"{help} (comma-separated; repeatable).",
    )


def _split_names(_: click.Context, option: click.Parameter, values: tuple[str, ...]) -> list[str]:
    """Return the names in all values of an option."""
    found = [name.strip() for value in values for name in value.split(",") if name.strip()]
    if values and not found:  # an empty variable of a script must not stand for every rule
        raise click.BadParameter("no rule or family is named", param_hint=option.opts[0])
    return found


def installed() -> Registry:
    """Return everything that is installed; after `--no-plugins`, what comes with copydesk."""
    from copydesk.plugins.registry import load_registry

    return load_registry(plugins=wants_plugins())


def wants_plugins() -> bool:
    """Whether other packages take part: not after `--no-plugins`."""
    return _NO_PLUGINS not in click.get_current_context().meta


def complete_rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the rules and families that a name on the command line may become.

    Of names with commas between them, the last one.
    """
    from click.shell_completion import CompletionItem

    from copydesk.errors import UsageError
    from copydesk.plugins.registry import load_registry

    try:
        registry = load_registry(plugins=_NO_PLUGINS not in ctx.meta)
        helps = {name: registered.rule.summary for name, registered in registry.rules.items()}
        if parameter.name != "add_stet":
            for name in registry.families:
                helps.setdefault(name, "the whole family")
    except UsageError:
        return []
    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(before + comma + name, help=helps[name])
        for name in sorted(helps)
        if name.startswith(last)
    ]


def complete_styles(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the house styles that a name on the command line may become."""
    return _complete(ctx, lambda registry: ("auto", *registry.styles), incomplete)


def complete_formats(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the formats of reports that a name on the command line may become."""
    return _complete(ctx, lambda registry: ("auto", *registry.reporters), incomplete)


def _complete(
    ctx: click.Context, names: Callable[[Registry], Iterable[str]], incomplete: str
) -> list[CompletionItem]:
    from click.shell_completion import CompletionItem

    from copydesk.errors import UsageError
    from copydesk.plugins.registry import load_registry

    try:
        known = {*names(load_registry(plugins=_NO_PLUGINS not in ctx.meta))}
    except UsageError:
        return []
    return [CompletionItem(name) for name in sorted(known) if name.startswith(incomplete.lower())]


def complete_paths(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Leave the paths on the command line to the shell."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def wants_color(choice: str) -> bool:
    """Whether what goes to standard output may be coloured: the option, then the environment, decide."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def output_width() -> int:
    """Return how many columns standard output has."""
    if not sys.stdout.isatty():
        return WIDTH
    from shutil import get_terminal_size

    return get_terminal_size((WIDTH, 24)).columns


def read_stdin(paths: Iterable[str], filename: str | None) -> Input | None:
    """Return the draft on standard input, if `-` is among the paths."""
    from copydesk.run.discovery import STDIN
    from copydesk.run.inputs import LARGEST, Input

    if STDIN not in paths:
        if filename is not None:
            raise click.UsageError(
                "--stdin-filename names what comes on standard input: add `-` to the paths"
            )
        return None
    if sys.stdin is None:
        raise click.UsageError("standard input is closed, and `-` stands for what comes there")
    return Input(filename or "<stdin>", sys.stdin.buffer.read(LARGEST + 1))
