"""Changes as a page: both versions of each story side by side. It needs no network."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct

from copydesk.model.finding import Severity
from copydesk.reporters.html import fill, part
from copydesk.views.changes.sides import Row
from copydesk.views.changes.story import Changes, Status, Story, about, counted, summary


class Run(Struct, frozen=True):
    """Rows in a row that are to be shown, or that did not change and may be folded away."""

    rows: list[Row]
    is_quiet: bool


class Told(Struct, frozen=True):
    """A story with what its part of the page says."""

    key: str
    story: Story
    title: str
    about: str
    counted: str
    counts: list[tuple[str, int]]
    runs: list[Run]


def html(changes: Changes) -> str:
    """Return the page. It is whole without its script, which brings the choice of a theme."""
    told = [_told(number, story) for number, story in enumerate(changes.stories, start=1)]
    return fill(
        part("page.html", __package__),
        part("page.css") + part("sides.css", __package__),
        title=summary(changes),
        against=changes.against,
        problems=changes.problems,
        stories=told,
        unchanged=changes.unchanged,
        Status=Status,
    )


def _told(number: int, story: Story) -> Told:
    severities = [told.finding.severity for told in story.changes]
    counts = [(one.label, severities.count(one)) for one in reversed(Severity) if one in severities]
    head = about(story)
    return Told(
        f"s{number}",
        story,
        story.headline or story.path,
        head[:1].upper() + head[1:],
        counted(story),
        counts,
        list(_runs(story.rows)),
    )


def _runs(rows: Sequence[Row]) -> Iterator[Run]:
    """Yield the rows in runs; one row that did not change, beside those that did, shows where they stand."""
    loud = [row.fate != "same" or bool(row.notes) for row in rows]
    shown = [
        here or loud[max(0, index - 1)] or loud[min(len(rows) - 1, index + 1)]
        for index, here in enumerate(loud)
    ]
    for is_shown, group in groupby(zip(rows, shown, strict=True), key=lambda one: one[1]):
        yield Run([row for row, _ in group], not is_shown)
