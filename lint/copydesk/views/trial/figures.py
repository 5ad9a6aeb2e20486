"""The figures of a trial, and the findings that are drawn from it to be read."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from operator import itemgetter

from msgspec import Struct

from copydesk.model.finding import Severity
from copydesk.model.report import CheckedDraft, Diagnostic, Plugin, Problem
from copydesk.work.digests import digest

Fails = Callable[[Diagnostic], bool]


class Side(Struct, frozen=True):
    """One way to check the stories, and what it says of them.

    name      what people call it: a rule, a configuration, a version
    findings  in report order
    stopped   by the path of each story that it would stop: how many findings do
    """

    name: str
    findings: tuple[Diagnostic, ...]
    stopped: dict[str, int]


class Period(Struct, frozen=True):
    """The last days of an archive, from the day of its newest story back; none is newer than today.

    undated  how many stories have no publication date and are left out
    older    how many were published before `first` and are left out
    future   how many are dated after today and are left out
    """

    first: date
    last: date
    undated: int
    older: int
    future: int


class RuleFigures(Struct, frozen=True):
    """What one rule says of the stories.

    severities  of its findings, the gravest first
    stories     in how many it has findings
    stops       how many it would stop
    """

    rule: str
    severities: tuple[Severity, ...]
    findings: int
    stories: int
    stops: int


class Change(Struct, frozen=True):
    """What a side says otherwise than the one that it is compared with.

    against           the other side
    added, dropped    findings that only this side has, and only the other
    graver, milder    how many findings both have, at a higher or a lower severity here
    missing           how many stories the other side has not seen; they are not compared
    stopped           the stories that only this side would stop, and how many findings do
    freed             the stories that only the other side would stop, and how many findings do
    read_added, read_dropped  the findings to read of both
    """

    against: Side
    added: tuple[Diagnostic, ...]
    dropped: tuple[Diagnostic, ...]
    graver: int
    milder: int
    missing: int
    stopped: dict[str, int]
    freed: dict[str, int]
    read_added: tuple[Diagnostic, ...]
    read_dropped: tuple[Diagnostic, ...]


class Trial(Struct, frozen=True):
    """The result of a trial.

    stories  those that were checked, in path order
    read     the findings to read, in the order in which they were drawn
    plugins  those that took part
    broken   by the name of each rule that could not judge some stories: their paths
    unread   how many stories could not be read
    period   None where all of the archive was tried
    change   None where nothing is compared
    """

    side: Side
    stories: tuple[CheckedDraft, ...]
    rules: tuple[RuleFigures, ...]
    read: tuple[Diagnostic, ...]
    plugins: tuple[Plugin, ...] = ()
    broken: Mapping[str, Collection[str]] = {}
    unread: int = 0
    period: Period | None = None
    change: Change | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def words(self) -> int:
        """How many words the stories have."""
        return sum(story.words for story in self.stories)

    @property
    def judged(self) -> int:
        """How many stories every rule could judge."""
        return len(self.stories) - len(set().union(*self.broken.values()))

    @property
    def with_findings(self) -> int:
        """How many stories have findings."""
        return len({finding.place.path for finding in self.side.findings})


def side_of(name: str, findings: Iterable[Diagnostic], fails: Fails) -> Side:
    """Return one side of a trial.

    fails  whether a finding stops its story
    """
    found = tuple(findings)
    return Side(name, found, Counter(one.place.path for one in found if fails(one)))


def by_rule(side: Side, fails: Fails) -> tuple[RuleFigures, ...]:
    """Return the figures of each rule that has findings, the one with the most first."""
    found: dict[str, list[Diagnostic]] = {}
    for finding in side.findings:
        found.setdefault(finding.rule, []).append(finding)
    return tuple(
        RuleFigures(
            rule,
            tuple(sorted({one.severity for one in each}, reverse=True)),
            len(each),
            len({one.place.path for one in each}),
            len({one.place.path for one in each if fails(one)}),
        )
        for rule, each in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def draw(findings: Iterable[Diagnostic], number: int) -> tuple[Diagnostic, ...]:
    """Draw findings to read: the same at each run, from as many stories and rules as there are.

    The order is that of a digest of where each stands and what it says.
    """
    of_story: Counter[str] = Counter()
    of_rule: Counter[str] = Counter()
    ranked = []
    for finding in sorted(findings, key=lambda one: (_drawn_by(one), one.order)):
        path = finding.place.path
        ranked.append(((of_story[path], of_rule[finding.rule]), finding))
        of_story[path] += 1
        of_rule[finding.rule] += 1
    return tuple(finding for _, finding in sorted(ranked, key=itemgetter(0))[:number])


def compare(side: Side, against: Side, paths: Collection[str], seen: Collection[str], number: int) -> Change:
    """Compare two sides over the stories that both have seen.

    A finding is known again by its story, its rule and its place.

    paths   the stories of the trial
    seen    the stories of the other side
    number  how many findings of each kind are drawn to be read
    """
    called = {os.path.abspath(path): path for path in paths}
    known = called.keys() & set(map(os.path.abspath, seen))
    ours, theirs = (_by_place(one.findings, known) for one in (side, against))
    added = tuple(finding for place, finding in ours.items() if place not in theirs)
    dropped = tuple(finding for place, finding in theirs.items() if place not in ours)
    now, before = (
        {whole: number for path, number in one.stopped.items() if (whole := os.path.abspath(path)) in known}
        for one in (side, against)
    )
    steps = [ours[place].severity - theirs[place].severity for place in ours.keys() & theirs.keys()]
    return Change(
        against,
        added,
        dropped,
        sum(step > 0 for step in steps),
        sum(step < 0 for step in steps),
        len(paths) - len(known),
        {called[path]: number for path, number in now.items() if path not in before},
        {called[path]: number for path, number in before.items() if path not in now},
        draw(added, number),
        draw(dropped, number),
    )


def _by_place(
    findings: Iterable[Diagnostic], paths: Collection[str]
) -> dict[tuple[str | int, ...], Diagnostic]:
    """Return the findings on some stories by what they are known by; of two alike, each has a number."""
    seen: Counter[tuple[str | int, ...]] = Counter()
    found: dict[tuple[str | int, ...], Diagnostic] = {}
    for finding in findings:
        at = finding.place
        path = os.path.abspath(at.path)
        if path in paths:
            key = (path, finding.rule, at.line, at.column, at.end_line, at.end_column)
            found[(*key, seen[key])] = finding
            seen[key] += 1
    return found


def _drawn_by(finding: Diagnostic) -> bytes:
    at = finding.place
    said = f"{at.path}\0{at.line}\0{at.column}\0{finding.rule}\0{finding.excerpt}"
    return digest(said.encode("utf-8", "surrogatepass"))
