"""Commands that show something of each draft, as text or JSON."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NoReturn

import click

from copydesk.commands.shared.options import installed, read_stdin
from copydesk.commands.shared.output import tell_left_out, write_out, write_problems

if TYPE_CHECKING:
    from copydesk.document import Document

format_option = click.option(
    "--format",
    "format_name",
    type=click.Choice(["text", "json", "jsonl"], case_sensitive=False),
    default="text",
    show_default=True,
    help="`json` is one list; `jsonl` is one object a draft, each on a line.",
)


def show_each(
    paths: tuple[str, ...],
    page: Callable[[Document], str],
    describe: Callable[[Document], dict[str, Any]],
    *,
    format_name: str,
    stdin_filename: str | None,
    reader: str | None,
    respect_gitignore: bool,
) -> NoReturn:
    """Write what is asked of each draft and leave: with 2 where one could not be read, else with 0.

    page      makes the text for people
    describe  makes the object for programs
    """
    from copydesk.model.report import Problem
    from copydesk.run.choice import find_named
    from copydesk.run.questions import Drafts
    from copydesk.work.progress import ProgressBar

    registry = installed()
    piped = read_stdin(paths, stdin_filename)
    texts = () if piped is None else (piped,)
    found = find_named(registry, paths, texts, reader=reader, respect_gitignore=respect_gitignore)
    inputs, problems = found.inputs, found.problems
    with ProgressBar() as bar:
        # On a terminal the answers themselves show how far the run is.
        drafts = Drafts(inputs, registry, progress=None if sys.stdout.isatty() else bar)
        if format_name == "text":
            answers = _pages(drafts.ask(page))
        else:
            answers = _json(drafts.ask(describe), lines=format_name == "jsonl")
        for one in answers:
            if not write_out(one):
                break
    problems += [*drafts.unread.values(), *(Problem(problem) for problem in registry.problems)]
    write_problems(sorted(problems, key=lambda problem: problem.order))
    tell_left_out(found)
    raise click.exceptions.Exit(2 if problems else 0)


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
