"""Options that several commands have, and how all of them write."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from copydesk.plugins.registry import Registry
    from copydesk.run.inputs import Input


CommandT = Callable[..., Any]


WIDTH = 100
"""Columns of what is not written to a terminal."""


isolated_option = click.option(
    "--isolated",
    is_flag=True,
    expose_value=False,
    help="Read no configuration file. (This command never does.)",
)


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


color_option = click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
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
    """The option of commands that answer people and programs; `json` says what programs get."""
    return click.option(
        "--format",
        "format_name",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help=f"`json` is {json}.",
    )


def installed() -> Registry:
    """Everything that is installed; after `--no-plugins`, what comes with copydesk."""
    from copydesk.plugins.registry import load_registry

    return load_registry(plugins=_NO_PLUGINS not in click.get_current_context().meta)


def complete_rules(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The rules, and for an option the families, that a name on the command line may become.

    Of names with commas between them, the last one.
    """
    from click.shell_completion import CompletionItem

    from copydesk.errors import UsageError
    from copydesk.plugins.registry import load_registry

    try:
        registry = load_registry(plugins=_NO_PLUGINS not in ctx.meta)
        helps = {name: registered.rule.summary for name, registered in registry.rules.items()}
        families = registry.families if isinstance(parameter, click.Option) else {}
    except UsageError:
        return []
    for name in families:
        helps.setdefault(name, "the whole family")
    before, comma, last = incomplete.rpartition(",")
    return [
        CompletionItem(before + comma + name, help=helps[name])
        for name in sorted(helps)
        if name.startswith(last)
    ]


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
    """How many columns standard output has."""
    if not sys.stdout.isatty():
        return WIDTH
    from shutil import get_terminal_size

    return get_terminal_size((WIDTH, 24)).columns


def read_stdin(paths: Iterable[str], filename: str | None) -> Input | None:
    """The draft on standard input, if `-` is among the paths."""
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
