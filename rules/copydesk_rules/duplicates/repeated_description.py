"""repeated-description: a person or a body that is described in full twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copydesk.analyses.likeness.copies import find_copies
from copydesk.analyses.likeness.repeats import LONG, Repeat
from copydesk.analyses.people.descriptions import Description, PersonDescribed, bodies, described_people
from copydesk.document import Document
from copydesk.language.people.people import Mention, MentionKind
from copydesk.model.finding import Finding, Related, Severity
from copydesk.model.prose import Span
from copydesk.plugins.rule import Context, Example, NoOptions, Rule

SHARED = 5
"""The number of words in a row shared by two paragraphs beside a description that is no accident."""

WITHIN = 5
"""Blocks within which a person who is named in full again is not met anew."""


class RepeatedDescription(Rule[NoOptions]):
    """One finding for each thing that is said again, at its second place."""

    name = "repeated-description"
    reads_english = True
    family = "duplicates"
    severity = Severity.INFO
    summary = "a person or a body is described in full a second time"
    why = (
        "The reader has met them. A second introduction is what is left when two versions of a story are "
        "merged, or when a paragraph was moved. Leave it out, or shorten the name, if nothing is lost."
    )
    examples = (
        Example(
            "Ann Orr of the Center for Roads and Bridges at the Institute of Public Works said no.\n"
            "The council voted on Monday.\n"
            "Ben Poe, the director of [[the Center for Roads and Bridges at the Institute of Public Works]], "
            "said yes.",
            "A body with its whole name twice.",
        ),
        Example(
            "Ann Orr, the mayor of the small town of Mill, said no.\n"
            "The council voted on Monday.\n"
            "The bridge is closed, said Ms. Orr, [[the mayor of the small town of Mill]].",
            "A job twice.",
        ),
        Example(
            "The harbor master, Ben Poe, 54, saw it first.\n"
            "Nobody was hurt.\n"
            "Ben Poe, [[54]], called the police.",
            "An age twice.",
        ),
        Example(
            "Ann Orr, the mayor of Mill, said no. Ms. Orr, who left the meeting at noon, did not say why.",
            "Another thing is said of the same person.",
        ),
        Example(
            "Ann Orr, the mayor of the small town of Mill, said no.\n"
            "The council voted.\nThe bridge is closed.\nThe shops are open.\nThe river rose.\nIt fell.\n"
            "The town has been asked, said Ann Orr, the mayor of the small town of Mill.",
            "A full name far on: long pieces introduce people again.",
        ),
        Example(
            "He works for the Ministry of Public Works. The Ministry of Public Works did not answer.",
            "A name that is not long.",
        ),
    )

    def check(self, document: Document, context: Context[NoOptions]) -> Iterable[Finding]:
        """Yield one finding for each description, over the words that are there again."""
        for repeat, what in _described_twice(document):
            later, earlier = repeat.both
            if not (find_copies(document).hold(later, earlier) or _is_summary(document, later, earlier)):
                line = document.named_line(earlier)
                yield Finding(later, f"{what} at {line} already", related=(Related(earlier, "first here"),))


def _is_summary(document: Document, later: Span, earlier: Span) -> bool:
    """Whether the two paragraphs share more words than the description: one sums the other up."""
    runs: list[set[tuple[str, ...]]] = []
    for span in (later, earlier):
        block = document.block_at(span.start)
        runs.append(set())
        for stretch in (Span(block.start, span.start), Span(span.end, block.end)):
            within = document.words.between(stretch.start, stretch.end)
            lowers = document.words.lowers[within.start : within.stop]
            runs[-1].update(zip(*(lowers[at:] for at in range(SHARED)), strict=False))
    return not runs[0].isdisjoint(runs[1])


def _described_twice(document: Document) -> Iterator[tuple[Repeat, str]]:
    """Yield each description that is repeated, and in words what it is."""
    for described in described_people(document):
        yield from _of_person(document, described)
    first: dict[str, Span] = {}
    told: set[str] = set()
    for span, name in bodies(document):
        earlier = first.setdefault(name, span)
        if earlier is not span and name not in told and not find_copies(document).hold(span, earlier):
            told.add(name)
            yield Repeat(span, earlier), "named in full"


def _of_person(document: Document, described: PersonDescribed) -> Iterator[tuple[Repeat, str]]:
    name, ages, jobs = described.person.name, described.ages, described.jobs
    if len(ages) > 1 and len({age.text for age in ages}) == 1:
        yield Repeat(ages[1].span, ages[0].span), f"the age of {name} is given"
    for index, job in enumerate(jobs):
        earlier = next((other for other in jobs[:index] if _says_the_same(job, other)), None)
        if earlier and not _is_met_anew(document, job.mention, earlier.mention):
            yield Repeat(job.span, earlier.span), f"{name} is described so"
            return


def _is_met_anew(document: Document, again: Mention, first: Mention) -> bool:
    """Whether a full name far on, or below a top that sums up, introduces a person anew on purpose."""
    if not again.kind is first.kind is MentionKind.FULL:
        return False
    top = document.block_index(first.start)
    is_summed_up = top == 0 and len(document.blocks) >= LONG
    return is_summed_up or document.block_index(again.start) - top > WITHIN


def _says_the_same(one: Description, other: Description) -> bool:
    """Whether one description is a part of the other."""
    return f" {one.text} " in f" {other.text} " or f" {other.text} " in f" {one.text} "
