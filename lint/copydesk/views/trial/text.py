"""A trial as text for people, and as plain values for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from copydesk.model.report import Diagnostic, Report
from copydesk.reporters import json as report_json
from copydesk.reporters import message_of, place_of
from copydesk.views.trial.figures import Change, RuleFigures, Trial
from copydesk.views.trial.sentences import (
    headline,
    lines,
    passage,
    stopped,
    table,
    to_read,
)
from copydesk.wording import count, printable

LISTED = 20
"""How many stories that would have been stopped are named."""


def text(trial: Trial) -> str:
    """Return the trial as an editor reads it."""
    return "".join(f"{printable(line)}\n" if line else "\n" for line in _lines(trial))


def _lines(trial: Trial) -> Iterator[str]:
    yield headline(trial)
    yield from (f"  {line}" for line in lines(trial))
    rows = table(trial)
    if rows:
        yield ""
        yield from _aligned(rows)
    change = trial.change
    if change is None:
        yield from _to_read(trial.read, len(trial.side.findings), "findings")
    else:
        yield from _to_read(change.read_added, len(change.added), "added findings")
        yield from _to_read(change.read_dropped, len(change.dropped), "dropped findings")
    for title, paths in stopped(trial):
        yield ""
        yield title
        listed = [f"  {path}: {count(number, 'finding')}" for path, number in paths.items()]
        yield from listed[:LISTED]
        if len(listed) > LISTED:
            yield f"  and {len(listed) - LISTED:,} more (`--format json` has all)"


def _to_read(findings: Sequence[Diagnostic], of: int, what: str) -> Iterator[str]:
    if not findings:
        return
    yield ""
    yield to_read(len(findings), of, what)
    for number, finding in enumerate(findings, 1):
        found = passage(finding)
        yield f"{number:>3}. {place_of(finding.place)}: {finding.severity.label}: {message_of(finding)}"
        yield f"     {found.before}[[{found.words}]]{found.after}"


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield rows with their columns aligned: words to the left, figures to the right."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, rows[-1], widths, strict=True)
        told = (cell.rjust(width) if last[:1].isdigit() else cell.ljust(width) for cell, last, width in cells)
        yield f"  {'  '.join(told)}"


def describe(trial: Trial) -> dict[str, Any]:
    """Return the trial as plain values: the JSON report of its findings, and its figures under `trial`."""
    report = report_json.describe(Report(trial.stories, trial.side.findings, trial.problems, trial.plugins))
    found, stories = len(trial.side.findings), len(trial.stories)
    period = trial.period
    report["trial"] = {
        "of": trial.side.name,
        "stories": stories,
        "words": trial.words,
        "period": period
        and {
            "first": str(period.first),
            "last": str(period.last),
            "undated": period.undated,
            "older": period.older,
            "future": period.future,
        },
        "unread": trial.unread,
        "broken": [{"rule": rule, "stories": len(paths)} for rule, paths in trial.broken.items()],
        "findings": found,
        "stories_with_findings": trial.with_findings,
        "per_1000_words": round(1000 * found / trial.words, 4) if trial.words else None,
        "per_story": round(found / stories, 4) if stories else None,
        "stopped": _stories(trial.side.stopped),
        "rules": [_rule(figures) for figures in trial.rules],
        "read": [*map(report_json.describe_finding, trial.read)],
        "change": trial.change and _change(trial.change),
    }
    return report


def _rule(figures: RuleFigures) -> dict[str, Any]:
    return {
        "rule": figures.rule,
        "severities": [severity.label for severity in figures.severities],
        "findings": figures.findings,
        "stories": figures.stories,
        "stops": figures.stops,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "against": change.against.name,
        "added": [*map(report_json.describe_finding, change.added)],
        "dropped": [*map(report_json.describe_finding, change.dropped)],
        "graver": change.graver,
        "milder": change.milder,
        "not_compared": change.missing,
        "stopped": _stories(change.against.stopped),
        "anew": _stories(change.stopped),
        "no_longer": _stories(change.freed),
    }


def _stories(stopped: dict[str, int]) -> list[dict[str, Any]]:
    return [{"path": path, "findings": number} for path, number in stopped.items()]
