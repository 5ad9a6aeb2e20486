"""The changes of one story, with places in its files: plain values for every format."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from itertools import compress

from msgspec import Struct

from copydesk.analyses.versions.changes import Change, Comparison, find_changes
from copydesk.analyses.versions.paragraphs import Fate
from copydesk.analyses.versions.publication import OwnWords, added_notes, was_published
from copydesk.analyses.versions.wording import Piece
from copydesk.document import Document
from copydesk.engine.checking import Marked, check_document, diagnose, place
from copydesk.engine.suppression import decide_reported, find_notes
from copydesk.language.dating import Published
from copydesk.model.finding import Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.model.report import Diagnostic, Place, Problem
from copydesk.plugins.registry import Registry
from copydesk.plugins.selection import ActiveRule
from copydesk.views.changes.sides import Row, side_by_side
from copydesk.wording import count


class Status(StrEnum):
    """What became of a story."""

    CHANGED = "changed"
    NEW = "new"
    REMOVED = "removed"


class Told(Struct, frozen=True):
    """A change of a story.

    finding  the same as a finding, with its place in the newer version
    span     where it stands in the prose of the newer version; None for what is about the story as a whole
    before   the place in the older version; None where it has none
    lead, words, tail  the message in parts: what changed, the words that are gone and came, what else
    kind     what kind of change it is; the name of the rule where it is about the story as a whole
    what     for a figure: what it counts
    """

    finding: Diagnostic
    span: Span | None
    before: Place | None
    lead: str
    words: tuple[Piece, ...] = ()
    tail: str = ""
    kind: str = ""
    what: str = ""


class Story(Struct, frozen=True):
    """A story in two versions.

    path           of the newer version; of the older one for a story that was removed
    earlier_path   of the older version
    headline       of the newer version; empty without one
    published      when the older version was published, as editors write it; empty where nobody knows
    was_published  whether readers saw the older version
    notes          the notes to the reader that were added
    paragraphs     how many there are of each fate
    is_write_through  whether most of the text is new
    changes        the gravest first
    rows           the paragraphs of both versions side by side, where they were asked for
    hidden         the severities of the changes that are less severe than what is told
    """

    path: str
    status: Status
    earlier_path: str = ""
    headline: str = ""
    published: str = ""
    was_published: bool = False
    notes: tuple[str, ...] = ()
    paragraphs: dict[str, int] = {}
    is_write_through: bool = False
    changes: tuple[Told, ...] = ()
    rows: tuple[Row, ...] = ()
    hidden: tuple[Severity, ...] = ()

    @property
    def is_quiet(self) -> bool:
        """Whether the story changed, and nothing of substance."""
        return self.status is Status.CHANGED and not self.changes and not self.hidden

    @property
    def order(self) -> tuple[int, int, str]:
        """The one order of every report: those with the gravest changes first, then by path."""
        severities = [told.finding.severity for told in self.changes]
        gravest = max(severities, default=Severity.INFO)
        return -gravest, -severities.count(gravest), self.path


class Changes(Struct, frozen=True):
    """The stories of a run.

    against    what they were compared with, in words
    unchanged  how many stories are as they were, to the letter
    """

    against: str
    stories: list[Story]
    problems: list[Problem]
    unchanged: int = 0

    @property
    def told(self) -> list[Told]:
        """Every change of every story."""
        return [told for story in self.stories for told in story.changes]

    @property
    def hidden(self) -> list[Severity]:
        """The severities of the changes of every story that are less severe than what is told."""
        return [severity for story in self.stories for severity in story.hidden]


def tell_story(
    document: Document,
    rules: Sequence[ActiveRule],
    registry: Registry,
    *,
    show: Severity = Severity.INFO,
    rows: bool = False,
) -> tuple[Story, list[Problem]]:
    """Return what a draft changed since its earlier version, and what could not be judged.

    rules  those that compare two versions
    show   the least severity that is told
    rows   whether both versions are wanted side by side
    """
    revision, comparison = document.revision, find_changes(document)
    if revision is None or comparison is None:
        return Story(document.source.path, Status.NEW, headline=headline_of(document)), []
    result = check_document(document, rules)
    broken = {problem.rule for problem in result.problems if problem.rule}
    notes = find_notes(document, rules)
    stands = decide_reported(notes, result.marked, registry, broken).stands
    known = {(change.span, change.message): change for change in comparison.changes}
    told = [_told(document, comparison, known, marked) for marked in compress(result.marked, stands)]
    hidden = tuple(one.finding.severity for one in told if one.finding.severity < show)
    told = sorted((one for one in told if one.finding.severity >= show), key=lambda one: one.finding.order)
    paragraphs = comparison.paragraphs
    story = Story(
        document.source.path,
        Status.CHANGED,
        revision.earlier.source.path,
        headline_of(document),
        written(revision.earlier.published),
        was_published(revision),
        tuple(map(document.slice, added_notes(revision.earlier, document, _own_words(rules)))),
        {fate.value: len(found) for fate in Fate if (found := paragraphs.of(fate))},
        paragraphs.is_write_through,
        tuple(told),
        tuple(side_by_side(comparison, [one.span for one in told])) if rows else (),
        hidden,
    )
    return story, result.problems


def _own_words(rules: Sequence[ActiveRule]) -> OwnWords | None:
    """Return the words with which a house begins its notes, where the options of a rule have them."""
    return next(filter(None, (getattr(rule.context.options, "own_words", None) for rule in rules)), None)


def removed_story(document: Document) -> Story:
    """Return a story that the newer version has no more."""
    return Story(
        document.source.path,
        Status.REMOVED,
        document.source.path,
        headline_of(document),
        written(document.published),
        document.published is not None,
    )


def headline_of(document: Document) -> str:
    """Return the headline of a draft; empty without one."""
    found = (document.slice(one.span) for one in document.blocks if one.kind is BlockKind.HEADLINE)
    return next(found, "")


def written(published: Published | None) -> str:
    """Return a date of publication as editors write it: `2 May 2031 09:10`; empty for none."""
    if published is None:
        return ""
    day = f"{published.day.day} {published.day:%B %Y}"
    return day if published.moment is None else f"{day} {published.moment:%H:%M}"


def summary(changes: Changes) -> str:
    """Return how many stories changed, and what is to be looked at."""
    changed = [story for story in changes.stories if story.status is Status.CHANGED]
    parts = [f"{count(len(changed), 'changed draft')}"]
    for status in (Status.NEW, Status.REMOVED):
        number = sum(story.status is status for story in changes.stories)
        if number:
            parts.append(f"{number} {status}")
    severities = [told.finding.severity for told in changes.told]
    tally = [count(severities.count(one), one.label) for one in reversed(Severity) if one in severities]
    if changes.hidden:
        tally.append(_below(changes.hidden))
    return f"{', '.join(parts)}: {', '.join(tally) or 'nothing of substance'}"


def about(story: Story) -> str:
    """Return when a story was published, and whether the reader is told."""
    if story.status is Status.NEW:
        return "new: nothing to compare it with"
    parts = [f"published {story.published}"] if story.published else []
    if not story.was_published:
        parts = [f"to be {parts[0]}" if parts else "no date of publication, so taken for a draft"]
    if story.status is Status.REMOVED:
        return "; ".join(["removed", *parts])
    if story.earlier_path != story.path:
        parts.append(f"was {story.earlier_path}")
    if story.is_write_through:
        parts.append("a write-through: most of it is new")
    if story.notes:
        parts.append(f"{count(len(story.notes), 'note')} to the reader added")
    if story.hidden:
        parts.append(_below(story.hidden))
    return "; ".join(parts)


def counted(story: Story) -> str:
    """Return how many paragraphs have which fate: `12 same, 3 changed, 1 moved`."""
    return ", ".join(f"{number:,} {fate}" for fate, number in story.paragraphs.items()) or "none to compare"


def _below(hidden: Sequence[Severity]) -> str:
    return f"{count(len(hidden), 'change')} below --show not listed"


def _told(
    document: Document, comparison: Comparison, known: Mapping[tuple[Span, str], Change], marked: Marked
) -> Told:
    """Return a finding with the change that it is about, if it is about one."""
    finding = marked.finding
    diagnostic = diagnose(document, marked.rule, finding, {})
    change = known.get((finding.span, finding.message))
    if change is None:
        return Told(diagnostic, None, None, diagnostic.message, kind=diagnostic.rule)
    before = None if change.old is None else place(comparison.older, change.old)
    return Told(
        diagnostic,
        change.span,
        before,
        change.lead,
        change.words,
        change.tail,
        change.kind.value,
        change.what,
    )
