"""A trial as a page for editors who decide on a rule. It needs no network."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from copydesk.model.report import Diagnostic
from copydesk.reporters.html import fill, part
from copydesk.views.trial.figures import Trial
from copydesk.views.trial.sentences import Passage, headline, lines, passage, stopped, table, to_read


class Reading(Struct, frozen=True):
    """Findings to read under one heading, each with its words where they stand."""

    title: str
    findings: list[tuple[Diagnostic, Passage]]


def html(trial: Trial) -> str:
    """Return the page. It is whole without its script, which brings the choice of a theme."""
    return fill(
        part("page.html", __package__),
        part("page.css") + part("trial.css", __package__),
        title=headline(trial),
        lines=list(lines(trial)),
        rows=table(trial),
        readings=[reading for reading in _readings(trial) if reading.findings],
        stopped=stopped(trial),
        problems=trial.problems,
    )


def _readings(trial: Trial) -> list[Reading]:
    change = trial.change
    if change is None:
        return [_reading(trial.read, len(trial.side.findings), "findings")]
    return [
        _reading(change.read_added, len(change.added), "added findings"),
        _reading(change.read_dropped, len(change.dropped), "dropped findings"),
    ]


def _reading(findings: Sequence[Diagnostic], of: int, what: str) -> Reading:
    return Reading(to_read(len(findings), of, what), [(finding, passage(finding)) for finding in findings])
