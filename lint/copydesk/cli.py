"""The command line. Every command is imported when it is called, and imports what it needs then."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from copydesk import __version__
from copydesk.commands import no_plugins_option

COMMANDS = tuple(
    "baseline cache check completion config duplicates explain grammar init inspect new-rule rules "
    "sources styles usage".split()
)
INTERRUPTED = 130
COMPLETE = "_COPYDESK_COMPLETE"
"""The environment variable by which a shell asks for completions."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"copydesk.commands.{name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from copydesk.registry import nearest

            is_path = os.path.lexists(name)
            hint = f"; did you mean `copydesk check {name}`?" if is_path else nearest(name, COMMANDS)
            ctx.fail(f'there is no command "{name}"{hint}')
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    from copydesk.plugin import find_entry_points

    click.echo(f"copydesk {__version__}")
    for entry in find_entry_points():
        click.echo(f"{entry.name} {entry.distribution}")
    ctx.exit()


@click.command(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version, and the plugins that are installed.",
)
@no_plugins_option
def cli() -> None:
    """Read article drafts the way a copy editor does.

    Try `copydesk check drafts/`, and `copydesk explain RULE` for any rule that it names.

    Exit codes: 0 clean; 1 a finding at or above --fail-on; 2 something was not checked; 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """The console entry point: runs a command line, by default this process's, and exits."""
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    # A draft leaves little garbage behind: collecting it often would only walk what was just loaded.
    gc.set_threshold(100_000)
    status = _run(arguments)
    gc.freeze()  # nor is it worth a walk when all of it goes
    sys.exit(status)


def _make_safe(stream: object) -> None:
    """Never let a character that a stream cannot show end the run.

    A terminal keeps its encoding; files and pipes get UTF-8, unless the user asked for something else.
    """
    if not hasattr(stream, "reconfigure"):  # no stream at all, or one that a program put in its place
        return
    if stream.isatty() or os.environ.get("PYTHONIOENCODING"):  # type: ignore[attr-defined]
        stream.reconfigure(errors="replace")
    else:
        stream.reconfigure(encoding="utf-8", errors="replace")


def _run(arguments: Sequence[str] | None) -> int:
    """Run a command line; returns the exit code."""
    try:
        # Patterns are expanded by our own discovery, the same everywhere.
        status = cli.main(arguments, "copydesk", standalone_mode=False, windows_expand_args=False)
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except SystemExit as error:
        if COMPLETE in os.environ:  # click ends so when it has answered a shell
            raise
        from copydesk.engine import where_raised

        click.echo(f"copydesk: a plugin ended the run{where_raised(error)}: nothing was checked", err=True)
        return 2
    except Exception as error:
        return _failed(error)
    return int(status or 0)


def _failed(error: Exception) -> int:
    """Say what went wrong. An exit code of 1 would mean that the drafts were read, so it is 2."""
    from copydesk.registry import UsageError

    if isinstance(error, UsageError):
        from copydesk.reporters.printable import printable

        click.echo(f"copydesk: {printable(str(error))}", err=True)
    else:
        from traceback import print_exception

        print_exception(error)
        click.echo(
            "copydesk: this is a fault of copydesk, and nothing was checked: please report it", err=True
        )
    return 2
