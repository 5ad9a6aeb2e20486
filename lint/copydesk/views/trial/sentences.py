"""What a trial says, in the sentences that its text and its page share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from math import floor, log10

from msgspec import Struct

from copydesk.model.report import Diagnostic
from copydesk.views.trial.figures import Change, Period, RuleFigures, Trial
from copydesk.wording import count

AROUND = 90
"""Characters that are shown on each side of the words of a finding."""


class Passage(Struct, frozen=True):
    """The words of a finding, with what stands before and after them on their line."""

    before: str
    words: str
    after: str


def headline(trial: Trial) -> str:
    """Return what the trial comes to."""
    stories = counted(len(trial.stories))
    if trial.change is not None:
        change = trial.change
        compared = f"{len(trial.stories) - change.missing:,} of {stories}" if change.missing else stories
        return (
            f"{trial.side.name} would add {count(len(change.added), 'finding')} and drop "
            f"{len(change.dropped):,} in {compared}, against {change.against.name}"
        )
    if not trial.side.findings:
        if not trial.judged:
            return f"{trial.side.name} could judge none of {stories}"
        return f"{trial.side.name} would find nothing in {stories}{_as_far(trial)}"
    found = count(len(trial.side.findings), "finding")
    return f"{trial.side.name} would make {found} in {trial.with_findings:,} of {stories}"


def lines(trial: Trial) -> Iterator[str]:
    """Yield the sentences below the headline."""
    yield f"{counted(len(trial.stories))}, {count(trial.words, 'word')}{_when(trial)}"
    if trial.period is not None:
        yield from _left_out(trial.period)
    if trial.unread:
        yield f"{counted(trial.unread)} could not be read"
    for rule, paths in trial.broken.items():
        yield f"{rule} could not judge {len(paths):,} of {counted(len(trial.stories))}"
    if trial.side.findings:
        yield f"{_often(trial)}: {rate(trial)}"
    yield _stops(trial)
    if trial.change is not None:
        yield from _of_change(trial.change)


def rate(trial: Trial) -> str:
    """Return how often findings come."""
    found = len(trial.side.findings)
    words = f"{_share(1000 * found, trial.words)} per 1,000 words, " if trial.words else ""
    return f"{words}{_share(found, len(trial.stories))} per story"


def to_read(drawn: int, of: int, what: str) -> str:
    """Return the heading of findings to read: how many of how many.

    what  `findings`, or what became of them
    """
    return f"All {what} to read" if drawn == of else f"{drawn} of the {of:,} {what} to read"


def table(trial: Trial) -> list[tuple[str, ...]]:
    """Return the figures by rule as rows of cells, the heads first; empty where there are none.

    Of a comparison it has the rules by which the two sides differ.
    """
    if trial.change is not None:
        rows = _changed(trial.change)
        heads: tuple[str, ...] = ("RULE", "ADDED", "DROPPED")
    else:
        rows = [_figures(one, trial) for one in trial.rules]
        heads = ("RULE", "LEVEL", "FINDINGS", "STORIES", "PER 1,000 WORDS", "STOPPED")
    return [heads, *rows] if rows else []


def stopped(trial: Trial) -> list[tuple[str, dict[str, int]]]:
    """Return the stories that would be stopped, each with how many findings do, below their heading.

    Of a comparison they are those that one side stops and the other lets pass.
    """
    change = trial.change
    if change is None:
        found = [("Stories that would have been stopped", trial.side.stopped)]
    else:
        found = [
            ("Stories that would be stopped anew", change.stopped),
            ("Stories that would be stopped no longer", change.freed),
        ]
    return [(title, stories) for title, stories in found if stories]


def passage(finding: Diagnostic) -> Passage:
    """Return the words of a finding where they stand, cut to what can be read at a glance."""
    at, line = finding.place, finding.context
    end = finding.offset + at.end_column - at.column if at.line == at.end_line else len(line)
    before, words, after = line[: finding.offset], line[finding.offset : end], line[end:]
    if finding.excerpt and not words:  # a saved report, whose story was changed
        return Passage("", _cut(finding.excerpt), "")
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return Passage(before.lstrip(), _cut(words), after.rstrip())


def counted(number: int) -> str:
    """`1 story`, `1,200 stories`."""
    return "1 story" if number == 1 else f"{number:,} stories"


def _when(trial: Trial) -> str:
    period = trial.period
    if period is None:
        return ""
    days = [_day(period.first)] if period.first == period.last else [*map(_day, (period.first, period.last))]
    return f", published {' to '.join(days)}"


def _left_out(period: Period) -> Iterator[str]:
    """Yield how many stories the last days leave out, and why."""
    told = (
        (period.older, "older"),
        (period.undated, "without a publication date"),
        (period.future, "dated after today"),
    )
    given = [(number, why) for number, why in told if number]
    if len(given) == 1:
        yield f"{counted(given[0][0])} left out: {given[0][1]}"
    elif given:
        parts = ", ".join(f"{number:,} {why}" for number, why in given)
        yield f"{counted(sum(number for number, _ in given))} left out: {parts}"


def _as_far(trial: Trial) -> str:
    return ", as far as they were judged" if trial.broken or trial.unread else ""


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def _figures(one: RuleFigures, trial: Trial) -> tuple[str, ...]:
    severities = ", ".join(severity.label for severity in one.severities)
    per_words = _share(1000 * one.findings, trial.words) if trial.words else ""
    return one.rule, severities, f"{one.findings:,}", f"{one.stories:,}", per_words, f"{one.stops:,}"


def _changed(change: Change) -> list[tuple[str, ...]]:
    added, dropped = (Counter(one.rule for one in found) for found in (change.added, change.dropped))
    rules = sorted(added.keys() | dropped.keys(), key=lambda rule: (-added[rule] - dropped[rule], rule))
    return [(rule, f"{added[rule]:,}", f"{dropped[rule]:,}") for rule in rules]


def _often(trial: Trial) -> str:
    """Return in how many stories there are findings, as people say it."""
    share = trial.with_findings / len(trial.stories)
    if share == 1:
        return "Every story has findings"
    if len(trial.stories) < 100:
        has = "has" if trial.with_findings == 1 else "have"
        return f"{trial.with_findings} of {counted(len(trial.stories))} {has} findings"
    if share > 0.5:
        return f"{100 * share:.0f} of 100 stories have findings"
    return f"One story in {1 / share:,.0f} has findings"


def _stops(trial: Trial) -> str:
    number = len(trial.side.stopped)
    return f"{counted(number) if number else 'No story'} would have been stopped{_as_far(trial)}"


def _of_change(change: Change) -> Iterator[str]:
    name, stops = change.against.name, counted(len(change.against.stopped))
    anew, no_longer = len(change.stopped), len(change.freed)
    yield f"{name} stops {stops}: {anew:,} would be stopped anew, {no_longer:,} no longer"
    if change.graver or change.milder:
        yield f"{count(change.graver, 'finding')} would be graver, {change.milder:,} milder"
    if change.missing:
        are = "is" if change.missing == 1 else "are"
        yield f"{counted(change.missing)} {are} not in {name} and not compared"


def _share(part: int, whole: int) -> str:
    """Return a quotient as people read it: two places, or two digits where it is small."""
    share = part / whole
    return f"{share:.2f}" if share >= 0.1 or not share else f"{share:.{1 - floor(log10(share))}f}"


def _cut(words: str) -> str:
    return words if len(words) <= 2 * AROUND else f"{words[: 2 * AROUND].rpartition(' ')[0]} …"
