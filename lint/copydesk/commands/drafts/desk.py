"""`copydesk desk`: a page in the browser on which drafts are read, corrected and saved."""

from __future__ import annotations

from typing import Any

import click

from copydesk.commands.shared.options import (
    complete_paths,
    configuration_options,
    installed,
    no_plugins_option,
    quiet_option,
    reading_options,
)


@click.command()
@click.argument("paths", nargs=-1, metavar="[DRAFTS]...", shell_complete=complete_paths)
@click.option("--browser/--no-browser", default=True, show_default=True, help="Whether the browser opens.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port of this machine to listen at (default: any that is free).",
)
@reading_options
@configuration_options
@no_plugins_option
@quiet_option
def command(paths: tuple[str, ...], **asked: Any) -> None:
    """Open a desk in the browser: paste, type or drop a draft.

    What is found stands in the text and beside it. Corrections are accepted, findings let stand with a
    reason, and the draft is saved as the file that it came from, as a Word document with comments, or as a
    page. Nothing leaves this machine, and nothing is kept but verdicts on findings: saving is a download.

    DRAFTS wait on the desk. It listens at 127.0.0.1 and ends with Ctrl-C. (It needs copydesk[desk].)
    """
    from copydesk.commands.shared.output import say, tell, write_problems
    from copydesk.config.resolver import CommandLine
    from copydesk.desk.editing import Desk
    from copydesk.desk.server import serve
    from copydesk.run.choice import find_named

    registry = installed()
    found = find_named(registry, paths, reader=asked["reader"], respect_gitignore=asked["respect_gitignore"])
    if found.problems:
        write_problems(found.problems)
        raise click.exceptions.Exit(2)
    line = CommandLine(config=asked["config"], isolated=asked["isolated"], style=asked["style"])
    desk = Desk(registry, line, found.inputs)
    desk.refuse_unreadable()

    def show(address: str) -> None:
        import webbrowser

        if not webbrowser.open(address):
            say("no browser could be opened: open this address yourself")

    def opened(address: str) -> None:
        say(address, lead="copydesk desk: ")
        tell("Ctrl-C ends it")
        if asked["browser"]:
            from threading import Thread

            # A browser in the terminal goes on until somebody leaves it.
            Thread(target=show, args=(address,), daemon=True).start()

    serve(desk, asked["port"], opened)
