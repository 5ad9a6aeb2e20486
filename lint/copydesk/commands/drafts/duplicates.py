"""`copydesk duplicates`: which paragraphs of an archive stand in it more than once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from copydesk.commands.shared.options import (
    complete_paths,
    installed,
    isolated_option,
    no_plugins_option,
    reading_options,
    text_or_json_option,
    workers_options,
)
from copydesk.commands.shared.output import tell_left_out, write_out, write_problems
from copydesk.commands.shared.workers import open_workers

if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.report import Place

EXCERPT = 80


class Passage(Struct, frozen=True):
    """A paragraph of the archive: where it stands, its first words, and its folded words."""

    place: Place
    excerpt: str
    folded: str


class Found(Struct, frozen=True):
    """Passages that are alike, in the order of their paths, and how like the least like of them is."""

    passages: list[Passage]
    similarity: float


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATHS...", shell_complete=complete_paths)
@text_or_json_option("one object, for programs")
@click.option(
    "--similarity",
    type=click.FloatRange(0.5, 1),
    default=0.85,
    show_default=True,
    help="The share of words that two paragraphs must have in common; 1 finds verbatim copies only.",
)
@click.option(
    "--minimum-words",
    type=click.IntRange(1),
    default=15,
    show_default=True,
    help="Shorter paragraphs are not compared.",
)
@workers_options
@reading_options
@isolated_option
@no_plugins_option
def command(
    paths: tuple[str, ...],
    format_name: str,
    similarity: float,
    minimum_words: int,
    jobs: int | None,
    executor: str | None,
    reader: str | None,
    respect_gitignore: bool,
) -> None:
    """Report the paragraphs that stand more than once in an archive.

    Those that stand most often come first: the standing texts, then what was pasted or rewritten. Nothing
    is judged, so the exit code is 0 unless something could not be read.
    """
    from copydesk.model.report import Problem
    from copydesk.run.choice import find_named
    from copydesk.run.questions import Drafts
    from copydesk.work.progress import ProgressBar

    registry = installed()
    chosen = find_named(registry, paths, reader=reader, respect_gitignore=respect_gitignore)
    inputs, problems = chosen.inputs, chosen.problems
    with open_workers(jobs, executor, inputs) as workers, ProgressBar() as progress:
        archive = Drafts(inputs, registry, workers, progress)
        passages = [*chain.from_iterable(archive.ask(partial(_passages, minimum_words=minimum_words)))]
    found = _clusters(passages, similarity)
    drafts = len(inputs) - len(archive.unread)
    pieces = _text(found, drafts) if format_name == "text" else [_json(found, drafts)]
    for piece in pieces:
        if not write_out(piece):
            break
    problems += [*archive.unread.values(), *(Problem(problem) for problem in registry.problems)]
    write_problems(sorted(problems, key=lambda problem: problem.order))
    tell_left_out(chosen)
    raise click.exceptions.Exit(2 if problems else 0)


def _passages(document: Document, minimum_words: int) -> list[Passage]:
    """The paragraphs of a draft that are long enough, of which only the words are kept."""
    from copydesk.engine.checking import place
    from copydesk.language.words import fold
    from copydesk.model.prose import BlockKind

    compared = {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.BLOCK_QUOTE}
    passages = []
    for block in document.blocks:
        folded = fold(document.words, block.span, minimum_words) if block.kind in compared else None
        if folded is not None:
            excerpt = document.text[block.start : min(block.end, block.start + EXCERPT)]
            passages.append(Passage(place(document, block.span), excerpt, folded))
    return passages


def _clusters(passages: list[Passage], similarity: float) -> list[Found]:
    from copydesk.analyses.likeness.similarity import find_clusters

    clusters = find_clusters([passage.folded for passage in passages], similarity)
    return [Found([passages[member] for member in one.members], one.similarity) for one in clusters]


def _text(found: list[Found], drafts: int) -> Iterator[str]:
    """A paragraph for each cluster, biggest first, and a line that sums up."""
    from copydesk.reporters import place_of
    from copydesk.wording import count, printable

    for one in found:
        passages, similarity = one.passages, one.similarity
        how = "word for word" if similarity == 1 else f"{int(100 * similarity)} % alike or more"
        excerpt = passages[0].excerpt
        more = "…" if len(excerpt) == EXCERPT else ""
        yield printable(f"{len(passages)} times, {how}: {excerpt.rstrip()}{more}") + "\n"
        for passage in passages:
            yield f"  {place_of(passage.place)}\n"
        yield "\n"
    paragraphs = "1 paragraph stands" if len(found) == 1 else f"{len(found):,} paragraphs stand"
    yield f"{paragraphs} more than once in {count(drafts, 'draft')}\n"


def _json(found: Iterable[Found], drafts: int) -> str:
    from copydesk.reporters.json import dumps

    clusters = [
        {
            "similarity": round(one.similarity, 4),
            "excerpt": one.passages[0].excerpt,
            "places": [_begin(passage.place) for passage in one.passages],
        }
        for one in found
    ]
    return dumps({"version": 1, "drafts": drafts, "clusters": clusters}, indent=2) + "\n"


def _begin(place: Place) -> dict[str, str | int]:
    """Where a place begins, with its label where it has one."""
    label = {"label": place.label} if place.label else {}
    return {"path": place.path, "line": place.line, "column": place.column, **label}
