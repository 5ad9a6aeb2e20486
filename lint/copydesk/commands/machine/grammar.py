"""`copydesk grammar`: LanguageTool on this machine, installed, looked at and served."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from copydesk.commands.shared.options import no_plugins_option
from copydesk.commands.shared.output import write_line, write_out

_MEMORY = 1024
_START = 300.0
_ANSWER = 120.0


@click.group()
@no_plugins_option
def command() -> None:
    """Install LanguageTool, look at it, or keep it warm.

    The rule `languagetool` asks it, where it is selected: `copydesk check --select all,grammar drafts/`.
    """


@command.command()
@click.option(
    "--from-maven",
    is_flag=True,
    help="Fetch the English part only, with `mvn`, from Maven Central or the mirror that Maven is set to.",
)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--force", is_flag=True, help="Install again what is there.")
def install(from_maven: bool, yes: bool, force: bool) -> None:
    """Fetch LanguageTool, once. A check never does.

    It is there whole or not at all: a run that was stopped is run again.
    """
    from copydesk.languagetool import VERSION, installation
    from copydesk.languagetool.install import LICENCE, MAVEN_MEGABYTES, ZIP_MEGABYTES, from_zip
    from copydesk.languagetool.install import from_maven as install_from_maven
    from copydesk.languagetool.wrapper import download_url

    with _plain_errors():
        if installation.is_installed() and not force:
            write_line(f"LanguageTool {VERSION} is in {installation.folder()} already")
            return
        source = "the Maven repository of `mvn`" if from_maven else download_url()
        megabytes = MAVEN_MEGABYTES if from_maven else ZIP_MEGABYTES
        write_line(f"LanguageTool {VERSION}, about {megabytes} MB")
        write_line(f"licence: {LICENCE}")
        write_line(f"from: {source}")
        write_line(f"to: {installation.folder()}")
        if not yes and not click.confirm("Fetch it?", default=True):
            raise click.Abort
        if from_maven:
            with _spinner() as progress:
                install_from_maven(progress)
        else:
            from_zip()
        write_line(f"installed: {installation.folder()}, {installation.size() / 1e6:.0f} MB")


@command.command()
def status() -> None:
    """Say what there is: Java, LanguageTool, a server. Exit code 2 where grammar cannot be checked."""
    import os

    from copydesk.errors import LanguageToolError
    from copydesk.languagetool import VERSION, installation
    from copydesk.languagetool.client import Client
    from copydesk.languagetool.java import find_java
    from copydesk.languagetool.service import URL
    from copydesk.languagetool.wrapper import jar_path

    there = installation.is_installed()
    size = f", {installation.size() / 1e6:.0f} MB" if there else " (run `copydesk grammar install`)"
    write_line(f"LanguageTool {VERSION}: {'in' if there else 'not in'} {installation.folder()}{size}")
    usable = there
    try:
        if there:
            jar_path()
    except LanguageToolError as error:
        write_line(str(error))
        usable = False
    try:
        write_line(f"Java: {find_java()}")
    except LanguageToolError as error:
        write_line(f"Java: {error}")
        usable = False
    url = os.environ.get(URL)
    if url:
        try:
            write_line(f"server: {url}, {Client(url, _ANSWER).identity().decode()} ({URL})")
            usable = True
        except LanguageToolError as error:
            write_line(f"server: {error} ({URL})")
            usable = False
    else:
        write_line(f"server: none is named in {URL}; a check starts its own")
    raise click.exceptions.Exit(0 if usable else 2)


@command.command()
@click.option(
    "--port", type=click.IntRange(0, 65535), default=0, help="The port (default: one that is free)."
)
@click.option(
    "--memory",
    type=click.IntRange(256),
    default=_MEMORY,
    show_default=True,
    metavar="MB",
    help="Megabytes that LanguageTool may take for its data.",
)
def serve(port: int, memory: int) -> None:
    """Keep LanguageTool warm, until Ctrl-C, for the checks of a desk. It listens on this machine only."""
    from copydesk.languagetool.server import LocalServer
    from copydesk.languagetool.service import URL

    server = LocalServer(memory, _START, _ANSWER, port)
    with _plain_errors(), server as client:
        client.check("She have gone.", "en-US", ("HE_VERB_AGR",))
        write_line("LanguageTool is ready; for checks that shall use it:")
        write_out(f"\n    export {URL}={client.url}\n\n")
        server.ends()
        raise click.ClickException("LanguageTool ended by itself")


@contextmanager
def _plain_errors() -> Iterator[None]:
    from copydesk.errors import LanguageToolError

    try:
        yield
    except LanguageToolError as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _spinner() -> Iterator[Callable[[str], None]]:
    """Shows on a terminal which file is being fetched; elsewhere nothing."""
    from rich.console import Console

    with Console(stderr=True).status("Maven is starting") as shown:

        def progress(line: str) -> None:
            name = line.rpartition("/")[2].partition(" ")[0]
            if name.endswith((".jar", ".pom")):
                shown.update(f"fetching {name}")

        yield progress
