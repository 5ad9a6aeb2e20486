"""Commands that ask something of an archive as a whole, and show the answer as text or JSON."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NoReturn, TypeVar

import click

from copydesk.commands.shared.options import (
    CommandT,
    cache_option,
    complete_paths,
    installed,
    isolated_option,
    no_plugins_option,
    reading_options,
    text_or_json_option,
    workers_options,
)
from copydesk.commands.shared.output import tell_left_out, write_out, write_problems
from copydesk.commands.shared.workers import open_cache, open_workers

if TYPE_CHECKING:
    from copydesk.run.questions import Drafts

AnswerT = TypeVar("AnswerT")

_GARBAGE = 5_000
"""Objects after which garbage is collected: ten thousand articles then take a fifth less memory."""


def archive_options(command: CommandT) -> CommandT:
    """Add the paths of an archive, the format, and the options that say how its drafts are read."""
    for option in (
        no_plugins_option,
        isolated_option,
        reading_options,
        cache_option,
        workers_options,
        text_or_json_option("one object, for programs"),
        click.argument("paths", nargs=-1, required=True, metavar="PATHS...", shell_complete=complete_paths),
    ):
        command = option(command)
    return command


def show_archive(
    ask: Callable[[Drafts], AnswerT],
    text: Callable[[AnswerT, int], Iterable[str]],
    json: Callable[[AnswerT, int], str],
    *,
    rounds: int = 1,
    paths: tuple[str, ...],
    format_name: str,
    jobs: int | None,
    executor: str | None,
    reader: str | None,
    respect_gitignore: bool,
    cache: bool | None,
) -> NoReturn:
    """Ask something of the drafts of an archive, write the answer, and leave: with 2 if one was not read.

    ask     returns the answer
    text    makes the pieces for people, of the answer and of how many drafts were read
    json    makes the object for programs, of the same
    rounds  how often `ask` goes through the drafts
    """
    from copydesk.model.report import Problem
    from copydesk.run.choice import find_named
    from copydesk.run.questions import Drafts
    from copydesk.work.progress import ProgressBar

    gc.set_threshold(_GARBAGE)
    registry = installed()
    chosen = find_named(registry, paths, reader=reader, respect_gitignore=respect_gitignore)
    with (
        open_workers(jobs, executor, chosen.inputs) as workers,
        open_cache(paths, wanted=cache) as kept,
        ProgressBar() as progress,
    ):
        archive = Drafts(chosen.inputs, registry, workers, progress, rounds, kept)
        answer = ask(archive)
    for piece in text(answer, archive.read) if format_name == "text" else [json(answer, archive.read)]:
        if not write_out(piece):
            break
    problems = [*chosen.problems, *archive.unread.values(), *map(Problem, registry.problems)]
    write_problems(sorted(problems, key=lambda problem: problem.order))
    tell_left_out(chosen)
    raise click.exceptions.Exit(2 if problems else 0)
