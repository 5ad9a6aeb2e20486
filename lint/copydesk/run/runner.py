"""Many drafts, checked. `run` is the one function under the command line, tests and programs."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, compress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from copydesk.config.settings import Settings
from copydesk.document import Dating
from copydesk.engine.suppression import NoteUse, decide_reported
from copydesk.model.report import Diagnostic, DraftFindings, Findings, Plugin, Problem, Report, StetNote
from copydesk.plugins.manifest import NAMES
from copydesk.plugins.registry import Registry
from copydesk.plugins.rule import DraftsRule
from copydesk.plugins.selection import ActiveRule
from copydesk.run.inputs import Input
from copydesk.run.jobs import (
    Checked,
    DraftsRuleResults,
    Job,
    Placed,
    Progress,
    RulesFor,
    SettingsFor,
    Undecided,
    across_of,
    check_input,
    here,
)

if TYPE_CHECKING:
    from copydesk.house.names.known import Names
    from copydesk.run.cached import Result
    from copydesk.work.cache import Cache
    from copydesk.work.workers import Workers

WORTH_PACKING = 100
"""Drafts of a run up to which what is found in them is not packed."""


def run(
    inputs: Iterable[Input],
    rules: Iterable[ActiveRule] | SettingsFor,
    registry: Registry,
    progress: Progress | None = None,
    workers: Workers | None = None,
    cache: Cache | None = None,
    archive: Iterable[Input] = (),
) -> Report:
    """Check drafts: each once, in the order of their paths, whatever order they come in.

    rules    what runs: the same rules for every draft, or a function that says what holds for a path
    workers  who checks; without any, this process
    cache    an open one, asked first, where what was found in a draft need not be found again
    archive  drafts that those of the run are compared with; nothing is reported on them. One that is in the
             run itself is left out

    What cannot be read, and what broke, becomes a problem of the report; the rest goes on.
    """
    settings_for = rules if callable(rules) else _always(Settings(tuple(rules)))
    queue = {
        item.path: replace(item, dating=settings_for(item.path).dating)
        for item in sorted(inputs, key=lambda item: item.path)
    }
    archive = list(archive)
    rules_for = rules_of(settings_for)
    comparing: tuple[ActiveRule, ...] = ()
    if archive:
        names = None
        if asks_for_names(map(settings_for, queue)):
            from copydesk.run.archive import names_of

            keys = next(iter(queue.values())).dating.keys
            dated = [replace(item, dating=Dating(keys)) for item in archive]
            names = names_of(dated, registry, workers, cache, progress)
        rules_for = rules_of(with_archive(settings_for, archive, registry, names))
        comparing = _comparing(rule for path in queue for rule in settings_for(path).rules)
    stored = _not_in(queue, archive) if comparing else {}
    if len(queue) + len(stored) == 1:
        rules_for = _alone(rules_for)
    jobs = jobs_of(queue.values(), rules_for, registry)
    jobs += [Job(item, registry.reader_for(path), comparing) for path, item in stored.items()]

    def judge(done: Sequence[Result]) -> DraftsRuleResults:
        if not across_of(jobs):  # one draft, as an editor checks it
            return DraftsRuleResults([], set())
        from copydesk.run.across import Documents, judge_together

        checked = dict(zip(queue, done, strict=False))
        archived = dict(zip(stored, done[len(queue) :], strict=True))
        return judge_together(checked, archived, Documents(queue | stored, registry), settings_for)

    done: Sequence[Result]
    packs = workers is not None or cache is not None or len(jobs) > WORTH_PACKING
    if packs:
        from copydesk.run.cached import check_jobs

        done, judged = check_jobs(jobs, len(queue), judge, workers, cache, progress)
    else:
        done = [*here(_checked, jobs, progress)]
        judged = judge(done)
    checked = dict(zip(queue, done, strict=False))
    return _report(checked, done[len(queue) :], registry, settings_for, judged, packs=packs)


def jobs_of(inputs: Iterable[Input], rules_for: RulesFor, registry: Registry) -> list[Job]:
    """Return a job for each draft, with its reader and its rules."""
    return [Job(item, registry.reader_for(item.path), rules_for(item.path)) for item in inputs]


def rules_of(settings_for: SettingsFor) -> RulesFor:
    """Return the rules for the draft at a path."""
    return lambda path: settings_for(path).rules


def _alone(rules_for: RulesFor) -> RulesFor:
    """Return the rules for a draft that there is no other to compare with."""
    return lambda path: tuple(active for active in rules_for(path) if active.judges_alone)


def with_archive(
    settings_for: SettingsFor, archive: Iterable[Input], registry: Registry, names: Names | None = None
) -> SettingsFor:
    """Let the rules that read a draft alone ask how an archive writes a word, and whom it names.

    names  the people of the archive

    The words are counted once, when a rule asks first, for as long as the function is kept.
    """
    from copydesk.house.usage import Usage
    from copydesk.run.archive import open_archive

    usage = Usage(open_archive(archive, registry))
    ruled: dict[int, Names | None] = {id(None): names}
    known: list[tuple[Settings, Settings]] = []

    def knowing(active: ActiveRule) -> ActiveRule:
        if active.across:
            return active
        own = active.setting.names
        if id(own) not in ruled and own is not None:
            ruled[id(own)] = own if names is None else names.ruled_by(own)
        return replace(active, setting=replace(active.setting, usage=usage, names=ruled[id(own)]))

    def asking(path: str) -> Settings:
        own = settings_for(path)
        found = next((asking for settings, asking in known if settings is own), None)
        if found is None:
            found = replace(own, rules=tuple(map(knowing, own.rules)))
            known.append((own, found))
        return found

    return asking


def asks_for_names(settings: Iterable[Settings]) -> bool:
    """Whether a rule asks whom the archive names."""
    return any(NAMES in rule.registered.entry.needs for one in settings for rule in one.rules)


def _comparing(rules: Iterable[ActiveRule]) -> tuple[ActiveRule, ...]:
    """Return the rules that ask for facts of the archive, each once: of its drafts nothing else is kept."""
    across = {one.name: one for one in rules if one.across}
    asking = {
        name: one
        for name, one in across.items()
        if isinstance(one.rule, DraftsRule) and one.rule.reads_archive
    }
    return tuple(asking.values())


def _not_in(queue: Iterable[str], archive: Iterable[Input]) -> dict[str, Input]:
    """Return the drafts of the archive by path, without those that the run checks."""
    files = {os.path.realpath(path) for path in queue}
    archived = (item for item in archive if os.path.realpath(item.path) not in files)
    return {item.path: item for item in sorted(archived, key=lambda item: item.path)}


def _checked(job: Job) -> Checked:
    return check_input(job.item, job.reader, job.rules)


def _always(settings: Settings) -> SettingsFor:
    return lambda _: settings


def _report(
    checked: dict[str, Result],
    archived: Sequence[Result],
    registry: Registry,
    settings_for: SettingsFor,
    judged: DraftsRuleResults,
    *,
    packs: bool,
) -> Report:
    """Merge the results of all drafts into one report, in report order.

    packs  whether there are so many drafts that findings are packed
    """
    late: dict[str, Undecided] = {}
    for path, said in judged.said:
        late.setdefault(path, Undecided()).keep(said)
    early = (one.undecided for one in (*checked.values(), *archived))
    problems = [Problem(problem) for problem in registry.problems]
    problems += chain.from_iterable(one.problems for one in (*late.values(), *early) if one is not None)
    broken = judged.left_out.union(problem.rule for problem in problems if problem.rule)
    findings: list[DraftFindings] = []
    notes: list[StetNote] = []
    for path, one in checked.items():
        settings, undecided = settings_for(path), one.undecided
        if undecided is None and path not in late and not settings.lowered:
            findings.append(one.settled)
            continue
        undecided = (undecided or Undecided()).with_late(late.get(path, Undecided()))
        found, uses = _decided(one.settled, undecided, settings, registry, broken)
        reported = DraftFindings.of(path, found)
        findings.append(reported.packed() if packs else reported)
        notes += [_note(use, undecided.placed) for use in uses]
    return Report(
        drafts=tuple(one.draft for one in checked.values() if one.draft is not None),
        findings=Findings(findings),
        problems=tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order)),
        plugins=tuple(Plugin(name, registry.distributions.get(name)) for name in registry.plugins),
        notes=tuple(notes),
    )


def _decided(
    settled: Iterable[Diagnostic],
    undecided: Undecided,
    settings: Settings,
    registry: Registry,
    broken: Collection[str],
) -> tuple[list[Diagnostic], list[NoteUse]]:
    """Return the findings on one draft that are reported, in no order, and what each of its notes does."""
    decision = decide_reported(
        undecided.notes,
        undecided.marked(settings.rules),
        registry,
        broken,
        require_reason=settings.require_reason,
        no_stet=settings.no_stet,
        shadow=settings.shadow,
    )
    found = [_as_promised(diagnostic, settings) for diagnostic in settled]
    for placed in compress(undecided.placed, decision.stands):
        is_ruled = placed.finding.ruled is not None  # by the house itself: so it stands
        found.append(placed.diagnostic if is_ruled else _as_promised(placed.diagnostic, settings))
    found += _as_set((*decision.own, *undecided.own), settings)
    return found, decision.uses


def _note(use: NoteUse, placed: Sequence[Placed]) -> StetNote:
    """Return a stet note of a draft with the findings that it is about."""
    stet, place = use.placed.stet, use.placed.unused.place
    stands, refused = (
        tuple(placed[number].diagnostic for number in numbers) for numbers in (use.stands, use.refused)
    )
    return StetNote(place, stet.listed, stet.reason, stands, refused, use.fault)


def _as_promised(found: Diagnostic, settings: Settings) -> Diagnostic:
    """Return a finding on a draft, lower where its rule breaks its promise.

    What is less certain than its rule was no part of the promise.
    """
    lowered = settings.lowered.get(found.rule)
    if lowered is None or found.severity < lowered.promised:
        return found
    return replace(found, severity=lowered.shown, promised=found.severity)


def _as_set(own: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """Return the engine's own findings on a draft with their configured severities."""
    for diagnostic in own:
        severity = settings.severities.get(diagnostic.rule, diagnostic.severity)
        if severity is not None:
            yield replace(diagnostic, severity=severity)
