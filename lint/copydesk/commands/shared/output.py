"""Standard output and standard error: the one place that prints."""

from __future__ import annotations

import errno
import os
import sys
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from copydesk.config.resolver import House
    from copydesk.config.settings import Settings
    from copydesk.model.report import Problem
    from copydesk.plugins.registry import Registry
    from copydesk.run.discovery import Discovered


GONE = (errno.EPIPE, errno.EINVAL)
"""What the system says of a pipe that nobody reads any more; Windows says EINVAL."""


QUIET = "copydesk.quiet"
"""The key by which the context of a command knows that --quiet was given."""


_CI = frozenset({"GITHUB_ACTIONS", "TF_BUILD"})
"""What tells that a CI service reads each line, and obeys some."""


def write_out(text: str | bytes, color: bool = False, *, commands: bool = False) -> bool:
    """Write to standard output; returns whether anybody still reads it: `| head` going away is no fault.

    commands  whether the text is meant to hold commands of a CI service
    """
    if not commands and _CI.intersection(os.environ):
        text = _without_commands(text)
    try:
        click.echo(text, sys.stdout, nl=False, color=color)
        return True
    except OSError as error:
        silence(sys.stdout)
        if error.errno not in GONE:
            raise click.ClickException(f"standard output cannot be written: {error.strerror}") from error
        return False


def write_line(text: str) -> bool:
    """Write a line for people to standard output, as `write_out` does. No word in it can steer a terminal."""
    return write_lines([text])


def write_lines(texts: Iterable[str]) -> bool:
    """Write lines for people to standard output at once, as `write_line` does with each."""
    from copydesk.wording import printable

    return write_out("".join(f"{printable(text)}\n" for text in texts))


def say(message: str, *, lead: str = "copydesk: ") -> None:
    """Write a line to standard error. No word in it can steer a terminal or a CI service."""
    from copydesk.wording import printable

    try:
        click.echo(f"{lead}{printable(message)}", err=True)
    except OSError:  # nobody reads it
        silence(sys.stderr)


def tell(message: str) -> None:
    """Write a note to standard error, as `say` does; with --quiet, nothing."""
    if not is_quiet():
        say(message)


def is_quiet() -> bool:
    """Whether the command that runs was given --quiet."""
    context = click.get_current_context(silent=True)
    return context is not None and QUIET in context.meta


def silence(stream: TextIO) -> None:
    """Send what is still in the buffer of a stream that failed nowhere, lest it fail again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def write_problems(problems: Iterable[Problem]) -> None:
    """Write problems to standard error, one line each."""
    for problem in problems:
        say(problem.message if problem.path is None else f"{problem.path}: {problem.message}")


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
        tell(f"{files}: {listed}")
    if found.ignored:
        drafts = "1 draft" if found.ignored == 1 else f"{found.ignored:,} drafts"
        reads = "reads it" if found.ignored == 1 else "reads them"
        tell(f".gitignore leaves out {drafts} (--no-respect-gitignore {reads})")


def tell_renamed(registry: Registry) -> None:
    """Say on standard error, once each, which former names of rules were met."""
    for old, new in sorted(registry.renamed.items()):
        tell(f'the rule "{old}" is called "{new}" now: the old name still works')


def tell_lowered(settings: Iterable[Settings]) -> None:
    """Say on standard error, once each, which rules break their promise and are shown lower.

    One in shadow is not shown.
    """
    told = dict.fromkeys(
        (rule.name, one.lowered[rule.name])
        for one in settings
        if one.lowered
        for rule in one.rules
        if rule.name in one.lowered and not one.in_shadow(rule.name, rule.family)
    )
    for rule, lowered in told:
        was, judged = lowered.promised, lowered.precision
        tell(
            f"{rule} is shown as {lowered.shown.label}, not {was.label}: "
            f"{judged.right:,} of {judged.judged:,} verdicts say that it is right, {judged.text}"
        )


def _excludes(house: House | None, path: str) -> bool:
    from copydesk.errors import ConfigError

    try:
        return house is not None and house.excludes(path)
    except ConfigError:  # it is reported with the drafts that go by it
        return False


def _without_commands(text: str | bytes) -> str | bytes:
    from copydesk.wording import without_commands

    if isinstance(text, bytes):
        return without_commands(text.decode("latin-1")).encode("latin-1")
    return without_commands(text)
