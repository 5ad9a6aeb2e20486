"""Commands that answer a question about each draft, as text or JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from copydesk.commands import installed, read_stdin, write_out, write_problems

if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.registry import Registry
    from copydesk.report import Problem
    from copydesk.runner import Input

AnswerT = TypeVar("AnswerT")

format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    show_default=True,
    help="`json` is one list; `jsonl` is one object a draft, each on a line.",
)


def answer(
    paths: tuple[str, ...],
    stdin_filename: str | None,
    format_name: str,
    page: Callable[[Document], str],
    describe: Callable[[Document], dict[str, Any]],
) -> NoReturn:
    """Write what is asked of each draft and leave: with 2 where one could not be read, else with 0.

    page      the answer for people
    describe  the answer for programs
    """
    from copydesk.discovery import find_drafts
    from copydesk.report import Problem

    registry = installed()
    found = find_drafts(paths, registry.suffixes, read_stdin(paths, stdin_filename))
    inputs, problems = found.inputs, found.problems
    if format_name == "text":
        answers = _pages(_ask(inputs, registry, problems, page))
    else:
        answers = _json(_ask(inputs, registry, problems, describe), lines=format_name == "jsonl")
    for one in answers:
        if not write_out(one):
            break
    problems += (Problem(problem) for problem in registry.problems)
    write_problems(sorted(problems, key=lambda problem: problem.order))
    raise click.exceptions.Exit(2 if problems else 0)


def _ask(
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
