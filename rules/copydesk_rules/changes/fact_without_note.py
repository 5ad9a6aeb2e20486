"""fact-without-note: a published story changed, and the reader is not told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Literal

from copydesk.analyses.versions.changes import Change, ChangeKind, find_changes
from copydesk.analyses.versions.publication import (
    ONE_SIGN,
    added_notes,
    has_topic,
    time_since_publication,
    was_published,
)
from copydesk.document import Document, Revision
from copydesk.errors import PatternError
from copydesk.house.patterns import TermPattern
from copydesk.model.finding import Finding, Severity
from copydesk.model.prose import BlockKind, Span
from copydesk.plugins.rule import Context, Example, Options, Rule
from copydesk.wording import count

Kind = Literal["number", "name", "quotation", "speaker"]

_KINDS: dict[ChangeKind, Kind] = {
    ChangeKind.NUMBER: "number",
    ChangeKind.NAME: "name",
    ChangeKind.QUOTE_ALTERED: "quotation",
    ChangeKind.SPEAKER: "speaker",
}


class FactWithoutNoteOptions(Options, frozen=True):
    """Options of `fact-without-note`.

    grace         minutes after publication in which a change needs no note
    note_pattern  the words with which your notes begin, as in a pattern of a terms file, such as
                  "For the record|Note to readers"; empty for the usual ones (Correction:, Clarification:,
                  An earlier version of this story, This story has been updated)
    note_topics   topics of the front matter that say as much as a note
    require_note  the kinds of facts whose change must be told: then it is a warning
    """

    grace: int = 60
    note_pattern: str = ""
    note_topics: tuple[str, ...] = ()
    require_note: tuple[Kind, ...] = ()

    def __post_init__(self) -> None:
        """Raise ValueError for a pattern that is none."""
        try:
            _ = self.own_words
        except PatternError as error:
            raise ValueError(f'"note_pattern" is no pattern: {error}') from error

    @property
    def own_words(self) -> TermPattern | None:
        """The words of `note_pattern`; None where they are the usual ones. Raises: PatternError."""
        return TermPattern(self.note_pattern.translate(ONE_SIGN), "") if self.note_pattern else None


class FactWithoutNote(Rule[FactWithoutNoteOptions]):
    """Whether a note is due is the policy of a house, so it is an info until `require_note` says more."""

    name = "fact-without-note"
    family = "changes"
    severity = Severity.WARNING
    needs = ("earlier version",)
    in_quotes = "check"
    summary = "a fact of a published story changed, and no correction or update note was added"
    why = (
        "Who read the first version believes it. Most houses promise to say what they correct; where yours "
        "does, name the kinds of facts in `require_note`, and this becomes a warning."
    )
    options = FactWithoutNoteOptions()
    examples = (
        Example(
            (
                "---\n"
                "title: [[The levy]]\n"
                "date: 2021-05-02\n"
                "---\n"
                "\n"
                "The town asks for $4.7 million for the pier.\n"
            ),
            "An amount changed on the day after publication.",
            format="markdown",
            earlier=(
                "---\n"
                "title: The levy\n"
                "date: 2021-05-02\n"
                "---\n"
                "\n"
                "The town asks for $4.1 million for the pier.\n"
            ),
        ),
        Example(
            "[[The plan moves the 144 families of Quay Street.]]",
            "Of two files that are compared, the first was published.",
            earlier="The plan moves the 140 families of Quay Street.",
        ),
        Example(
            "The plan moves the 144 families of Quay Street.\n"
            "Correction: An earlier version of this story gave a wrong number of families.",
            "The reader is told.",
            earlier="The plan moves the 140 families of Quay Street.",
        ),
        Example(
            "---\ndate: 2021-05-02\n---\n\nThe town asks for $4.7 million for the pier.\n",
            "The earlier version was a draft.",
            format="markdown",
            earlier=(
                "---\ndate: 2021-05-02\ndraft: true\n---\n\nThe town asks for $4.1 million for the pier.\n"
            ),
        ),
    )

    def check(self, document: Document, context: Context[FactWithoutNoteOptions]) -> Iterable[Finding]:
        """Yield one finding for a story, at its first words."""
        comparison, revision, options = find_changes(document), document.revision, context.options
        if comparison is None or revision is None or not comparison.facts or not document.blocks:
            return
        since = time_since_publication(revision)
        is_due = since is None or since > timedelta(minutes=options.grace)
        if not (is_due and was_published(revision)) or _has_note(document, revision, options):
            return
        finding = Finding(_first_words(document), _message(comparison.facts, since))
        for change in comparison.facts:
            finding = finding.see(change.span, change.message)
        required = {_KINDS[change.kind] for change in comparison.facts} & {*options.require_note}
        yield finding.noted_if(not required)


def _has_note(document: Document, revision: Revision, options: FactWithoutNoteOptions) -> bool:
    """Whether the newer version tells the reader what the earlier one did not."""
    new_topic = has_topic(document, options.note_topics) and not has_topic(
        revision.earlier, options.note_topics
    )
    return new_topic or bool(added_notes(revision.earlier, document, options.own_words))


def _first_words(document: Document) -> Span:
    """Return the headline, or else the first block."""
    headline = next((block for block in document.blocks if block.kind is BlockKind.HEADLINE), None)
    return (headline or document.blocks[0]).span


def _message(facts: list[Change], since: timedelta | None) -> str:
    when = "" if since is None else f" {_ago(since)} after publication"
    return f"{count(len(facts), 'fact')} changed{when}, and no correction or update note was added"


def _ago(since: timedelta) -> str:
    """`31 hours`, `12 days`."""
    hours = int(since.total_seconds() // 3600)
    if hours < 1:
        return count(int(since.total_seconds() // 60), "minute")
    return count(hours, "hour") if hours < 72 else count(hours // 24, "day")
