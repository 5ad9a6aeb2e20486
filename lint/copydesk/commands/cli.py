"""The command line. Every command is imported when it is called, and imports what it needs then."""

# ruff: noqa: E402

from __future__ import annotations

import gc

# A run leaves little garbage behind: collecting it often would only walk what was just loaded.
gc.set_threshold(100_000)

import atexit
import os
import sys
import threading
from collections.abc import Sequence
from importlib import import_module

import click

from copydesk.commands.shared.deferred import import_records
from copydesk.commands.shared.options import no_plugins_option
from copydesk.commands.shared.output import GONE, say, silence, write_out

COMMANDS = {
    "audit": "drafts.audit",
    "baseline": "check.baseline",
    "cache": "machine.cache",
    "changes": "drafts.changes",
    "check": "check.command",
    "completion": "machine.completion",
    "config": "house.config",
    "desk": "drafts.desk",
    "duplicates": "drafts.duplicates",
    "explain": "house.explain",
    "grammar": "machine.grammar",
    "init": "house.init",
    "inspect": "drafts.inspect",
    "lsp": "machine.lsp",
    "names": "house.names",
    "new-rule": "house.new_rule",
    "rules": "house.rules",
    "sources": "drafts.sources",
    "styles": "house.styles",
    "terms": "house.terms",
    "trial": "drafts.trial",
    "usage": "drafts.usage",
    "verdict": "drafts.verdict",
    "verdicts": "drafts.verdicts",
}
"""The commands, each with its module below `copydesk.commands`."""

WRITERS = {"baseline", "init", "new-rule", "verdict"}
"""The commands that write files: never proposed to whoever may have meant something else."""

SYNONYMS = {
    **dict.fromkeys(("lint", "run", "scan", "test", "validate", "verify"), "check"),
    **dict.fromkeys(("fix", "format"), "check --diff"),
    **dict.fromkeys(("help",), "--help"),
    **dict.fromkeys(("list", "rule", "linter"), "rules"),
    **dict.fromkeys(("ls-config", "settings"), "config show"),
    "style": "styles",
    "version": "--version",
}
"""What other tools call a command, and what it is called here."""

INTERRUPTED = 130
COMPLETE = "_COPYDESK_COMPLETE"
"""The environment variable by which a shell asks for completions."""


def _print_help(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        write_out(f"{ctx.get_help()}\n")
        ctx.exit()


# click's own looks for a translation of its help, in every run, and loads what knows languages for that.
_help_option = click.option(
    "-h",
    "--help",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_help,
    help="Show this message and exit.",
)


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        import_records()
        command: click.Command = import_module(f"copydesk.commands.{COMMANDS[name]}").command
        if command.add_help_option:
            command.add_help_option = False
            _help_option(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and not ctx.resilient_parsing:
            from copydesk.wording import nearest

            if os.path.lexists(name):
                hint = f"; did you mean `copydesk check {name}`?"
            elif name in SYNONYMS:
                hint = f"; did you mean `copydesk {SYNONYMS[name]}`?"
            else:
                hint = nearest(name, [command for command in COMMANDS if command not in WRITERS])
            ctx.fail(f'there is no command "{name}"{hint}')
        return super().resolve_command(ctx, args)


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if not wanted or ctx.resilient_parsing:
        return
    import_records()
    from copydesk.plugins.discovery import find_entry_points
    from copydesk.version import __version__

    plugins = "".join(f"{entry.name} {entry.distribution}\n" for entry in find_entry_points())
    write_out(f"copydesk {__version__}\n{plugins}")
    ctx.exit()


@click.command(cls=_Commands, add_help_option=False, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "-V",
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version, and the plugins that are installed.",
)
@no_plugins_option
@_help_option
def cli() -> None:
    """Read article drafts the way a copy editor does.

    Try `copydesk check drafts/`, and `copydesk explain RULE` for any rule that it names.

    Exit codes: 0 clean; 1 a finding at or above --fail-on; 2 something was not checked; 130 interrupted.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line, by default this process's, and exit: the console entry point."""
    _replace_closed()
    for stream in (sys.stdout, sys.stderr):
        _make_safe(stream)
    status = _run(arguments)
    gc.freeze()  # nor is it worth a walk when all of it goes
    if arguments is None and sys._getframe(1).f_back is None:  # no profiler, debugger or program called us
        _leave(status)
    sys.exit(status)


def _leave(status: int) -> None:
    """End this process, where nothing is left to do, without taking apart all that was loaded."""
    if atexit._ncallbacks() or threading.active_count() > 1:
        return
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):  # closed, or gone: Python knows what to do
        return
    os._exit(status)


def _replace_closed() -> None:
    """Put something in the place of standard streams that are closed: Python has None for them.

    Otherwise the next file that is opened would get the number of one, and the words that go there.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is not None:
            continue
        # To write to what is open for reading fails, as it would on what is closed. Messages may go nowhere.
        null = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
        if null != number:
            os.dup2(null, number)
            os.close(null)
        if name != "stdin":
            setattr(sys, name, open(number, "w", encoding="utf-8", closefd=False))  # noqa: SIM115  lasts as long as we


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
    if COMPLETE in os.environ:
        cli.main(arguments, "copydesk")  # answers a shell, and leaves
    try:
        # `main` of click would take a reader that went away for a failure, and expand patterns on Windows;
        # our own discovery does that, the same everywhere.
        with cli.make_context("copydesk", list(sys.argv[1:] if arguments is None else arguments)) as context:
            cli.invoke(context)
    except click.exceptions.Exit as error:
        return error.exit_code
    except click.ClickException as error:
        _show(error)
        return 2
    except (click.Abort, KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except SystemExit as error:
        from copydesk.engine.checking import where_raised

        say(f"a plugin ended the run{where_raised(error)}: nothing was checked")
        return 2
    except Exception as error:
        if isinstance(error, OSError) and _is_from_echo(error):
            silence(sys.stdout)
            if error.errno in GONE:
                return 0
            say(f"Error: standard output cannot be written: {error.strerror}", lead="")
            return 2
        return _failed(error)
    return 0


def _is_from_echo(error: OSError) -> bool:
    """Whether click itself wrote when the error came, a help text: commands write through `write_out`."""
    from traceback import walk_tb

    return any(frame.f_code is click.echo.__code__ for frame, _ in walk_tb(error.__traceback__))


def _show(error: click.ClickException) -> None:
    """Write what is wrong with a command line to standard error, for whoever still reads it."""
    message = error.format_message()
    if isinstance(error, getattr(click.exceptions, "NoArgsIsHelpError", ())):
        _say_lines(message)
        return
    message = message[:1].lower() + message[1:].rstrip(".")
    if isinstance(error, click.UsageError) and error.ctx is not None:
        message += f" (`{error.ctx.command_path} --help` tells more)"
    say(message)


def _say_lines(text: str) -> None:
    for line in text.rstrip("\n").split("\n"):
        say(line, lead="")


def _failed(error: Exception) -> int:
    """Say what went wrong. An exit code of 1 would mean that the drafts were read, so it is 2."""
    from copydesk.errors import UsageError

    if isinstance(error, UsageError):
        say(str(error))
    else:
        from traceback import format_exception

        _say_lines("".join(format_exception(error)))
        say("this is a fault of copydesk, and nothing was checked: please report it")
    return 2
