"""What commands that read drafts share: which drafts they find, and who reads them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click

from copydesk.commands.shared.options import CommandT
from copydesk.commands.shared.output import say

if TYPE_CHECKING:
    from copydesk.config.resolver import House
    from copydesk.plugins.registry import Registry
    from copydesk.run.discovery import Discovered
    from copydesk.run.inputs import Input

_READER = "copydesk.reader"
_GITIGNORE = "copydesk.files.gitignore"


def _keep(key: str) -> Callable[[click.Context, click.Parameter, object], None]:
    """A callback that keeps the value of an option for `find_named`."""

    def keep(ctx: click.Context, _: click.Parameter, value: object) -> None:
        ctx.meta[key] = value

    return keep


def reading_options(command: CommandT) -> CommandT:
    """The options that say which drafts are found, and who reads them: see `find_named`."""
    reader = click.option(
        "--as",
        "reader",
        metavar="READER",
        expose_value=False,
        callback=_keep(_READER),
        help="How to read the files that are named here, whatever their suffixes: `plain`, `markdown`, or a "
        "reader of a plugin. Those of a folder go by their suffixes.",
    )
    gitignore = click.option(
        "--respect-gitignore/--no-respect-gitignore",
        default=True,
        show_default=True,
        expose_value=False,
        callback=_keep(_GITIGNORE),
        help="Whether folders and patterns leave out the drafts that .gitignore does. What git tracks, and "
        "what is named itself, is always read.",
    )
    return reader(gitignore(command))


def find_named(registry: Registry, paths: Iterable[str], stdin: Input | None = None) -> Discovered:
    """The drafts that a command line names, found and read as its options say.

    Raises UsageError for a reader that there is none of, and for one that has nothing to read.
    """
    from copydesk.errors import UsageError
    from copydesk.run.discovery import find_drafts

    options = click.get_current_context().meta
    found = find_drafts(paths, registry.suffixes, stdin, gitignore=options[_GITIGNORE])
    if options[_READER] is not None:
        named = found.named
        registry.read_as(options[_READER], named)
        if not named:
            raise UsageError(
                "--as says how files are read that are named: name them, or a pattern that they match "
                "(those of a folder go by their suffixes)"
            )
    return found


def tell_left_out(found: Discovered, house: House | None = None) -> None:
    """Say on standard error what folders hold that was not read.

    house  the configuration of the run: of what that excludes nothing is said
    """
    from copydesk.files.names import suffix_of

    suffixes = Counter(suffix_of(path) for path in found.unread if not _excludes(house, path))
    if suffixes:
        listed = ", ".join(
            f"{count:,} {suffix}"
            for suffix, count in sorted(suffixes.items(), key=lambda one: (-one[1], one[0]))
        )
        total = suffixes.total()
        files = "1 file is not a draft" if total == 1 else f"{total:,} files are not drafts"
        say(f"{files}: {listed}")
    if found.ignored:
        drafts = "1 draft" if found.ignored == 1 else f"{found.ignored:,} drafts"
        reads = "reads it" if found.ignored == 1 else "reads them"
        say(f".gitignore leaves out {drafts} (--no-respect-gitignore {reads})")


def _excludes(house: House | None, path: str) -> bool:
    from copydesk.errors import ConfigError

    try:
        return house is not None and house.excludes(path)
    except ConfigError:  # it is reported with the drafts that go by it
        return False
