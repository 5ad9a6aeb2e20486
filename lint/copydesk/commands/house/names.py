"""`copydesk names`: the people of an archive, counted, and what the house knows of one."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from copydesk.commands.shared.archive_views import archive_options, show_archive
from copydesk.commands.shared.options import (
    configuration_options,
    installed,
    no_plugins_option,
    text_or_json_option,
    workers_options,
)
from copydesk.commands.shared.output import write_out, write_problems

if TYPE_CHECKING:
    from copydesk.config.resolver import CommandLine
    from copydesk.house.names.file import NamesFile, Update
    from copydesk.house.names.known import KnownName, Names
    from copydesk.model.report import Problem
    from copydesk.plugins.registry import Registry
    from copydesk.run.questions import Drafts

MINIMUM = 3


class Counted:
    """A count: the names of the archive, their near pairs, and what it made of the names file, if any."""

    def __init__(self, names: Names, minimum: int, update: Update | None) -> None:
        self.all = len(names.rows)
        self.minimum = minimum
        self.update = update
        kept = names.rows if update is None else update.file.rows
        self.rows = sorted(
            (row for row in kept if row.articles >= minimum or row.is_ruled),
            key=lambda row: (-row.articles, row.name),
        )
        self.twins = (names if update is None else type(names)(self.rows)).twins(minimum)


@click.group()
def command() -> None:
    """Count the people of an archive, for the rule known-name."""


@command.command()
@click.option(
    "--write",
    metavar="FILE",
    type=click.Path(),
    help="Write the names into this names file, or bring the one that is there up to date: what editors "
    "ruled in it stays.",
)
@click.option(
    "--minimum",
    metavar="N",
    type=click.IntRange(1),
    default=MINIMUM,
    show_default=True,
    help="How many articles a name must stand in to be listed and written. Lower, it also writes down people "
    "who stood in the paper once.",
)
@click.option(
    "--overwrite",
    is_flag=True,
    help="Let --write bring a file up to date that was made of many more articles than these.",
)
@archive_options
def count(write: str | None, minimum: int, *, overwrite: bool, **asked: Any) -> None:
    """Count in how many articles of an archive each person is named.

    Name the whole archive each time: what did not change since the last count is not read again. Names that
    differ by a letter are listed for an editor. The exit code is 0 unless something could not be read, and
    then no file is written.
    """
    from copydesk.house.names.file import NamesFile, is_of_other_articles, updated

    before, file = _read(write) if write is not None and os.path.lexists(write) else (None, NamesFile())

    def ask(archive: Drafts) -> Counted:
        from copydesk.house.names.count import count_names, read_article
        from copydesk.run.archive import days_of_git

        names = count_names(archive.ask(read_article), days_of_git)
        if write is None:
            return Counted(names, minimum, None)
        if archive.unread:
            return Counted(names, minimum, None)
        if not overwrite and is_of_other_articles(file, names.rows):
            raise click.ClickException(
                f"{write} was not written: its people stand in more than twice as many articles as were "
                "counted now; name the whole archive, or add --overwrite"
            )
        update = updated(file, names.rows, minimum)
        _write(write, before, update)
        return Counted(names, minimum, update)

    def text(counted: Counted, articles: int) -> Iterator[str]:
        yield from _text(counted, articles)
        if write is not None:
            yield _written(write, counted)

    show_archive(ask, text, _json, **asked)


@command.command()
@click.argument("name")
@text_or_json_option("one object, for programs")
@workers_options
@configuration_options
@no_plugins_option
def show(
    name: str,
    format_name: str,
    jobs: int | None,
    executor: str | None,
    config: str | None,
    isolated: bool,
    style: str | None,
) -> None:
    """Show what the names files and the archive of this folder have of a person, and which names come near.

    The exit code is 1 where nobody of that name is known.
    """
    from copydesk.config.resolver import CommandLine
    from copydesk.errors import UsageError
    from copydesk.house.names.known import name_key
    from copydesk.model.report import Problem
    from copydesk.reporters.json import dumps

    key = name_key(name)
    if key is None:
        raise click.UsageError(f'"{name}" is no full name: write a given name and a surname')
    registry = installed()
    problems = [Problem(problem) for problem in registry.problems]
    names = _configured(registry, CommandLine(config, isolated, style), jobs, executor, problems)
    if names is None:
        raise UsageError(
            'no names file and no archive is configured here: names = ["house/names.csv"] names one '
            "(`copydesk names count` writes it)"
        )
    row, near = names.get(key), names.near(key, name)
    if format_name == "json":
        found = {"name": name, "known": row and _as_json(row), "near": [_as_json(one.known) for one in near]}
        write_out(dumps({"version": 1, **found}, indent=2) + "\n")
    else:
        right = next((one.name for one in names.rows if name in one.wrong), None)
        write_out("".join(_about(name, row, right, [one.known for one in near])))
    write_problems(problems)
    raise click.exceptions.Exit(2 if problems else 0 if row else 1)


def _configured(
    registry: Registry, line: CommandLine, jobs: int | None, executor: str | None, problems: list[Problem]
) -> Names | None:
    """Return the names that hold in the current folder; None where neither file nor archive is configured.

    problems  where those of the archive go
    """
    from copydesk.commands.house.config import IN_THIS_FOLDER
    from copydesk.commands.shared.workers import open_cache, open_workers
    from copydesk.run.choice import open_house
    from copydesk.run.discovery import find_archive
    from copydesk.work.progress import ProgressBar

    house = open_house(registry, line)
    ruled = house.merger.names(house.layers(IN_THIS_FOLDER))
    archive = find_archive(house.archive([IN_THIS_FOLDER]), registry.suffixes)
    problems += archive.problems
    if not archive.inputs:
        return ruled
    from copydesk.run.archive import names_of

    with (
        open_workers(jobs, executor, archive.inputs) as workers,
        open_cache((), wanted=True) as cache,
        ProgressBar() as progress,
    ):
        counted = names_of(archive.inputs, registry, workers, cache, progress)
    return counted if ruled is None else counted.ruled_by(ruled)


def _read(path: str) -> tuple[bytes, NamesFile]:
    from copydesk.config.toml.reading import read_bytes
    from copydesk.house.names.file import LARGEST, read_names

    data = read_bytes(path, path, LARGEST)
    return data, read_names(data, path, both_sides=True)


def _write(path: str, before: bytes | None, update: Update) -> None:
    from copydesk.errors import CannotWriteError
    from copydesk.files.writing import make_folder_of, replace_file, write_file
    from copydesk.house.names.file import MOST_ROWS, write_names

    if len(update.file.rows) > MOST_ROWS:
        raise click.ClickException(
            f"{path} was not written: it would have {len(update.file.rows):,} names, and {MOST_ROWS:,} are "
            "the most (raise --minimum)"
        )
    data = write_names(update.file)
    try:
        if before is None:
            make_folder_of(path)
            write_file(path, data)
        elif data != before:
            replace_file(path, data, before)
    except CannotWriteError as error:
        raise click.ClickException(f"{path} {error}") from error


def _text(counted: Counted, articles: int) -> Iterator[str]:
    """Yield a line for each name, then the near ones, and one line that sums up."""
    from copydesk.wording import count as counting
    from copydesk.wording import printable

    if counted.update is None:
        for row in counted.rows:
            yield printable(f"{row.articles:,}  {_described(row)}") + "\n"
    if counted.twins:
        yield "the archive writes these both ways; list a slip under `not`, give one of two people `other`:\n"
        for more, less in counted.twins:
            yield printable(f"  {more.name} {more.articles:,}, {less.name} {less.articles:,}") + "\n"
    often = f"{len(counted.rows):,} of them in {counting(counted.minimum, 'article')} or more"
    yield f"{counting(counted.all, 'name')} in {counting(articles, 'article')}, {often}\n"


def _written(path: str, counted: Counted) -> str:
    """Return the line that says what became of the file."""
    from copydesk.wording import count as counting
    from copydesk.wording import printable

    update = counted.update
    if update is None:
        return printable(f"{path} was not written, since not every article was read") + "\n"
    return (
        printable(f"{path}: {counting(len(update.file.rows), 'name')}, ")
        + f"{len(update.added):,} new, {len(update.gone):,} gone\n"
    )


def _described(row: KnownName) -> str:
    return f"{row.name} ({', '.join(row.words[:3])})" if row.words else row.name


def _about(name: str, row: KnownName | None, right: str | None, near: Sequence[KnownName]) -> Iterator[str]:
    """Yield the lines on a person.

    right  what the name should be, where a file lists it as wrong
    """
    from copydesk.views.inspection import table
    from copydesk.wording import printable

    if right is not None:
        yield printable(f'"{name}" is listed as wrong: write {right}') + "\n"
    elif row is None:
        yield printable(f'nobody is known as "{name}"') + "\n"
    else:
        yield printable(row.name) + "\n"
        days = " to ".join(dict.fromkeys(day for day in (row.first, row.last) if day))
        said = (
            ("articles", f"{row.articles:,}" + (f" ({days})" if days else "")),
            ("words near it", ", ".join(row.words[:6])),
            ("status", row.status or "counted"),
            ("not", "; ".join(row.wrong)),
        )
        yield from (f"  {printable(line)}\n" for line in table([pair for pair in said if pair[1]]))
    if near:
        yield "near names\n"
        lines = table(
            [
                (one.name, f"{one.articles:,}", one.status or "counted", ", ".join(one.words[:3]))
                for one in near
            ]
        )
        yield from (f"  {printable(line)}\n" for line in lines)


def _json(counted: Counted, articles: int) -> str:
    from copydesk.reporters.json import dumps

    update = counted.update
    found = {
        "version": 1,
        "articles": articles,
        "names": [_as_json(row) for row in counted.rows],
        "near": [[more.name, less.name] for more, less in counted.twins],
        "added": [*update.added] if update else [],
        "gone": [*update.gone] if update else [],
    }
    return dumps(found, indent=2) + "\n"


def _as_json(row: KnownName) -> dict[str, Any]:
    return {
        "name": row.name,
        "articles": row.articles,
        "first": row.first,
        "last": row.last,
        "words": [*row.words[:6]],
        "status": row.status,
        "not": [*row.wrong],
    }
