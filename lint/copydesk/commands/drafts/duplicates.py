"""`copydesk duplicates`: which paragraphs of an archive stand in it more than once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import click
from msgspec import Struct

from copydesk.commands.shared.archive_views import archive_options, show_archive

if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.report import Place
    from copydesk.run.questions import Drafts

EXCERPT = 80


class ArchivePassage(Struct, frozen=True):
    """A paragraph of the archive: where it stands, its first words, and its folded words."""

    place: Place
    excerpt: str
    folded: str


class PassageCluster(Struct, frozen=True):
    """Passages that are alike, in the order of their paths, and how like the least like of them is."""

    passages: list[ArchivePassage]
    similarity: float


@click.command()
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
@archive_options
def command(similarity: float, minimum_words: int, **asked: Any) -> None:
    """Report the paragraphs that stand more than once in an archive.

    Those that stand most often come first: the standing texts, then what was pasted or rewritten. Nothing
    is judged, so the exit code is 0 unless something could not be read.
    """

    def ask(archive: Drafts) -> list[PassageCluster]:
        passages = chain.from_iterable(archive.ask(partial(_passages, minimum_words=minimum_words)))
        return _clusters([*passages], similarity)

    show_archive(ask, _text, _json, **asked)


def _passages(document: Document, minimum_words: int) -> list[ArchivePassage]:
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
            passages.append(ArchivePassage(place(document, block.span), excerpt, folded))
    return passages


def _clusters(passages: list[ArchivePassage], similarity: float) -> list[PassageCluster]:
    from copydesk.analyses.likeness.similarity import find_clusters

    clusters = find_clusters([passage.folded for passage in passages], similarity)
    return [PassageCluster([passages[member] for member in one.members], one.similarity) for one in clusters]


def _text(found: list[PassageCluster], drafts: int) -> Iterator[str]:
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


def _json(found: Iterable[PassageCluster], drafts: int) -> str:
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
