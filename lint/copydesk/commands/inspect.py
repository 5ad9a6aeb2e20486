"""`copydesk inspect`: what copydesk knows of a draft before any rule judges it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

import click

from copydesk.commands import (
    complete_paths,
    installed,
    isolated_option,
    no_plugins_option,
    read_stdin,
    stdin_filename_option,
    write_out,
    write_problems,
)

if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.registry import Registry
    from copydesk.report import Problem
    from copydesk.runner import Input

AnswerT = TypeVar("AnswerT")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="DRAFTS...", shell_complete=complete_paths)
@click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="`json` is one list; `jsonl` is one object a draft, each on a line.",
)
@isolated_option
@no_plugins_option
@stdin_filename_option
def command(paths: tuple[str, ...], format_name: str, stdin_filename: str | None) -> None:
    """Show what is known of a draft.

    The people with their mentions, the quotations with their speakers, the attributions, and the words
    that are spelled in more than one way. A bug report can quote it.

    Offsets in JSON are code points of the decoded file; places in text are line:column.
    """
    from copydesk.discovery import find_drafts
    from copydesk.inspection import describe, page
    from copydesk.report import Problem

    registry = installed()
    inputs, problems = find_drafts(paths, registry.suffixes, read_stdin(paths, stdin_filename))
    if format_name == "text":
        answers = _pages(_inspect(inputs, registry, problems, page))
    else:
        answers = _json(_inspect(inputs, registry, problems, describe), lines=format_name == "jsonl")
    for answer in answers:
        if not write_out(answer):
            break
    problems += (Problem(problem) for problem in registry.problems)
    write_problems(sorted(problems, key=lambda problem: problem.order))
    raise click.exceptions.Exit(2 if problems else 0)


def _inspect(
    inputs: list[Input], registry: Registry, problems: list[Problem], ask: Callable[[Document], AnswerT]
) -> Iterator[AnswerT]:
    """What is asked of each draft, one at a time. One that has no answer is a problem."""
    from copydesk.engine import where_raised
    from copydesk.progress import ProgressBar
    from copydesk.report import Problem
    from copydesk.runner import CannotReadError, read_input

    with ProgressBar() as progress:
        for done, item in enumerate(inputs, 1):
            try:
                answer = ask(read_input(item, registry.reader_for(item.path)))
            except CannotReadError as error:
                problems.append(Problem(str(error), item.path))
            except Exception as error:
                message = f"an analysis broke: {type(error).__name__}: {error}{where_raised(error)}"
                problems.append(Problem(message, item.path))
            else:
                yield answer
            if not sys.stdout.isatty():  # there the answers themselves show how far the run is
                progress(done, len(inputs))


def _pages(answers: Iterable[str]) -> Iterator[str]:
    for number, answer in enumerate(answers):
        yield f"\n{answer}" if number else answer


def _json(answers: Iterable[dict[str, Any]], *, lines: bool) -> Iterator[str]:
    from copydesk.reporters.json import dumps

    if lines:
        for answer in answers:
            yield f"{dumps(answer)}\n"
    else:
        yield f"{dumps(list(answers), indent=2)}\n"
