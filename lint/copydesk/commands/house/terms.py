"""`copydesk terms`: the words of a house, from elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

import click

from copydesk.commands.shared.output import say, write_out
from copydesk.commands.shared.written import refuse_taken, write_options, write_proposal

MAX_BYTES = 1_000_000
"""Of one file of Vale's."""

_VOCABULARY = ("accept.txt", "reject.txt")


@click.group()
def command() -> None:
    """Make a terms file: the words that a house prefers."""


@command.command()
@click.argument("paths", metavar="STYLES...", nargs=-1, required=True, type=click.Path())
@write_options("Write the terms file there; without it, it is printed.")
def from_vale(paths: tuple[str, ...], write: str | None, *, overwrite: bool) -> None:
    """Make a terms file of rules and vocabularies of Vale.

    STYLES are folders or files: substitution and existence rules (`*.yml`), and the `accept.txt` and
    `reject.txt` of vocabularies. What a terms file cannot say is left out, and standard error says what and
    why. Exits 2 where a file could not be read.
    """
    from copydesk.config.describe.terms import terms_text
    from copydesk.errors import UnreadableError
    from copydesk.house.vale import from_vale as read
    from copydesk.wording import count

    refuse_taken(write, overwrite=overwrite)
    files, broken = [], []
    for path in _files(paths):
        try:
            files.append((path, _text(path)))
        except UnreadableError as error:
            broken.append(str(error))
    found = read(files)
    text = terms_text(found.terms)
    if write is None:
        write_out(text)
    else:
        write_proposal(write, text)
    for left_out in found.left_out:
        say(str(left_out), lead="")
    terms = count(sum(1 for _ in found.terms), "term")
    say(f"{terms} from {count(len(files) - len(found.broken), 'file')}, {len(found.left_out)} left out")
    for line in (*broken, *found.broken):
        say(line)
    raise click.exceptions.Exit(2 if broken or found.broken else 0)


def _files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the rules and vocabularies that are named or stand in folders; raises ClickException for none."""
    for path in paths:
        if not os.path.isdir(path):
            yield path
            continue
        found = [
            os.path.join(folder, name)
            for folder, _, names in os.walk(path)
            for name in names
            if name in _VOCABULARY or name.endswith(".yml")
        ]
        if not found:
            raise click.ClickException(f"{path} holds no rule of Vale's (*.yml) and no vocabulary")
        yield from sorted(found)


def _text(path: str) -> str:
    """Return the text of one of Vale's files; raises UnreadableError where it cannot be read."""
    from copydesk.errors import UnreadableError
    from copydesk.files.reading import read_file, reason

    try:
        data = read_file(path, MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise UnreadableError(f"{path} is larger than {MAX_BYTES:,} bytes: no rule of Vale's is")
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {reason(error)}") from error
    except ValueError as error:
        raise UnreadableError(f"{path} is not UTF-8: {error}") from error
