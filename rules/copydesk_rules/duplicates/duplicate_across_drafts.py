"""duplicate-across-drafts: paragraphs that stand in another draft of the run, or of the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from copydesk.analyses.likeness.paragraphs import quoted_share, words_of
from copydesk.document import Document
from copydesk.language.copy import NOT_STORY, REPEATING
from copydesk.language.words import fold_words
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.plugins.rule import Collected, Context, DraftFinding, DraftsRule, Example, Options

SHORTEST = {
    BlockKind.HEADLINE: 6,
    BlockKind.PARAGRAPH: 15,
    BlockKind.LIST_ITEM: 20,
    BlockKind.CAPTION: 25,
    BlockKind.BLOCK_QUOTE: 40,
}
"""The fewest words that are compared, by the kind of the block. Bylines, datelines, headings and table cells
are alike in many drafts; a caption comes with its picture, and a block quote is the source's own text."""


MOST_APART = 3
"""Paragraphs that two drafts may share and each run still be reported: more are one story filed twice."""


SHORTEST_RUN = 2
"""Paragraphs in a row that are reported: papers use one paragraph of background in story after story."""

GAP = 2
"""How many blocks further on the next paragraph of a run stands, at most: a short line may be between."""

MOSTLY = 0.5
STANDING = 3
"""Blocks at the top and at the bottom of a draft in which a standing text has its place."""


class ComparedBlock(Struct, frozen=True, gc=False):
    """A block of one draft that may stand in another.

    start, end  where it stands
    folded      its words
    sketch      their sketch: what `copydesk.analyses.likeness.similarity` compares
    quoted      whether most of it is speech
    top         how many blocks stand before it
    bottom      how many stand after it
    """

    start: int
    end: int
    folded: str
    sketch: bytes
    quoted: bool
    top: int
    bottom: int


class BlockOfDraft(Struct, frozen=True):
    """A block and the draft that it stands in, by its number in the run."""

    draft: int
    block: ComparedBlock


class DuplicateAcrossDraftsOptions(Options, frozen=True):
    """Options of `duplicate-across-drafts`.

    similarity   the share of words that two paragraphs must have in common, 0 to 1
    boilerplate  in so many drafts a paragraph is no paste but a standing text, and is left alone
    """

    similarity: float = 0.85
    boilerplate: int = 4


class DuplicateAcrossDrafts(DraftsRule[DuplicateAcrossDraftsOptions, list[ComparedBlock]]):
    """One finding for each run of paragraphs that stands in two drafts, or one for all of many."""

    name = "duplicate-across-drafts"
    reads_english = True
    family = "duplicates"
    severity = Severity.WARNING
    summary = "paragraphs in a row stand in another draft too"
    why = (
        "The same paragraphs in two stories are a paste into the wrong file, or a story filed twice. One "
        "alone is mostly background that a paper uses again, and what stands in many drafts a standing text: "
        "both are left alone. What opens or closes two drafts, and speech that both quote, is only noted. "
        "The rule runs where the configuration or --archive names an archive, where a few drafts are each "
        "named, and where it is selected."
    )
    in_quotes = "check"
    opt_in = True
    reads_archive = True
    options = DuplicateAcrossDraftsOptions()
    examples = (
        Example(
            "The council voted on Monday to close the old bridge until the end of the year.\n"
            "Ms. Orr said that the work would begin in March and cost the town a thousand dollars.\n"
            "=====\n"
            "Three shops have closed.\n"
            "[[The council voted on Monday to close the old bridge until the end of the year.]]\n"
            "Ms. Orr said that the work would begin in March and cost the town a thousand dollars.",
            "Two drafts; the line of equals signs parts them.",
        ),
        Example(
            "The council voted on Monday to close the old bridge until the end of the year.\n"
            "Ms. Orr said that the work would begin in March and cost the town a thousand dollars.\n"
            "=====\n"
            "[[The council voted on Tuesday to close the old bridge until the end of the year.]]\n"
            "Ms. Orr said that the work would begin in March and cost the town a thousand dollars.",
            "An edited copy.",
        ),
        Example(
            "The council voted on Monday to close the old bridge until the end of the year.\n=====\n"
            "Three shops have closed.\n"
            "The council voted on Monday to close the old bridge until the end of the year.",
            "Background that two stories share.",
        ),
        Example(
            "The council voted.\nMs. Orr left.\n=====\nThe council voted.\nMs. Orr left.",
            "Short lines are alike in many drafts.",
        ),
        Example(
            "The council voted on Monday to close the old bridge until the end of the year.\n"
            "The council voted on Monday to close the old bridge until the end of the year.",
            "What stands twice in one draft is duplicate-paragraph's.",
        ),
    )

    def collect(
        self, document: Document, context: Context[DuplicateAcrossDraftsOptions]
    ) -> list[ComparedBlock]:
        """Return the blocks of a draft that are long enough, each text once."""
        from copydesk.analyses.likeness.similarity import sketch

        found: dict[str, ComparedBlock] = {}
        last = len(document.blocks) - 1
        for index, within in enumerate(words_of(document, document.blocks)):
            block = document.blocks[index]
            if len(within) < SHORTEST.get(block.kind, len(within) + 1):
                continue
            folded = fold_words(document.words, within)
            if folded in found or document.copy.of(block) in NOT_STORY:
                continue
            if document.copy.of(block) not in REPEATING:
                quoted = quoted_share(document, block) > MOSTLY
                found[folded] = ComparedBlock(
                    block.start, block.end, folded, sketch(folded), quoted, index, last - index
                )
        return list(found.values())

    def check(
        self,
        drafts: Sequence[Collected[list[ComparedBlock]]],
        context: Context[DuplicateAcrossDraftsOptions],
    ) -> Iterable[DraftFinding]:
        """Yield one finding for each cluster, at its second draft, or the first if the archive has it."""
        from copydesk.analyses.likeness.similarity import find_clusters

        places = [BlockOfDraft(number, block) for number, draft in enumerate(drafts) for block in draft.facts]
        shared: dict[tuple[int, ...], list[list[BlockOfDraft]]] = {}
        texts, sketches = [p.block.folded for p in places], [p.block.sketch for p in places]
        for cluster in find_clusters(texts, context.options.similarity, sketches):
            firsts: dict[int, BlockOfDraft] = {}
            for member in cluster.members:
                firsts.setdefault(places[member].draft, places[member])
            if 1 < len(firsts) < context.options.boilerplate and not drafts[min(firsts)].archived:
                shared.setdefault(tuple(firsts), []).append(list(firsts.values()))
        for numbers, clusters in shared.items():
            yield from _findings(drafts, numbers, clusters)


def _findings(
    drafts: Sequence[Collected[list[ComparedBlock]]],
    numbers: tuple[int, ...],
    clusters: list[list[BlockOfDraft]],
) -> Iterator[DraftFinding]:
    """Yield the findings for texts that the same drafts share: one for each run, or one for many.

    numbers   those of the run before those of the archive
    clusters  for each text, its places in these drafts
    """
    paths = [drafts[number].path for number in numbers]
    copy = 0 if drafts[numbers[-1]].archived else 1
    original = 1 - copy
    others = " and in ".join(paths[:copy] + paths[copy + 1 :])
    clusters.sort(key=lambda cluster: cluster[copy].block.start)
    for run in [clusters] if len(clusters) > MOST_APART else _runs(clusters):
        here = run[0][copy].block
        noted = all(
            cluster[copy].block.quoted or _is_standing(cluster[original].block, cluster[copy].block)
            for cluster in run
        )
        elsewhere = (
            Related(Span(place.block.start, place.block.end), "and here", path)
            for place, path in zip(run[0], paths, strict=True)
            if place is not run[0][copy]
        )
        more = "1 more paragraph" if len(run) == 2 else f"{len(run) - 1} more paragraphs"
        finding = Finding(
            Span(here.start, here.end),
            f"this and {more} stand in {others} too",
            related=tuple(elsewhere),
            severity=Severity.INFO if noted else None,
        )
        yield DraftFinding(paths[copy], finding)


def _runs(clusters: list[list[BlockOfDraft]]) -> Iterator[list[list[BlockOfDraft]]]:
    """Yield the texts that follow one another in every draft, in order; single ones are left out."""
    run = clusters[:1]
    for cluster in clusters[1:]:
        steps = [here.block.top - before.block.top for before, here in zip(run[-1], cluster, strict=True)]
        if not all(0 < step <= GAP for step in steps):
            if len(run) >= SHORTEST_RUN:
                yield run
            run = []
        run = [*run, cluster]
    if len(run) >= SHORTEST_RUN:
        yield run


def _is_standing(one: ComparedBlock, other: ComparedBlock) -> bool:
    """Whether a text opens or closes two drafts in the same place, as a line about the author does."""
    if min(one.top + one.bottom, other.top + other.bottom) < 2 * STANDING:
        return False
    return any(
        here == there and here < STANDING
        for here, there in ((one.top, other.top), (one.bottom, other.bottom))
    )
