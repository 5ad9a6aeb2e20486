"""Many drafts, checked. `run` is the one function under the command line, tests and programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import compress
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.settings import Settings
from copydesk.document import Document
from copydesk.engine import (
    Crash,
    Marked,
    check_document,
    check_drafts,
    crashed,
    diagnose,
    may_report,
)
from copydesk.readers import Reader, UnreadableError
from copydesk.reading import NO_FILE, NotAFileError, read_file
from copydesk.registry import Registry
from copydesk.report import CheckedDraft, Diagnostic, Plugin, Problem, Report
from copydesk.rule import Collected, DraftsRule
from copydesk.selection import ActiveRule
from copydesk.settle import Notes, find_notes, judges_alone, settle

if TYPE_CHECKING:
    from copydesk.cache import Cache
    from copydesk.usage import Usage
    from copydesk.workers import Lost, Workers

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")

Progress = Callable[[int, int], None]
"""Called after each draft with how many are done, and of how many."""

RulesFor = Callable[[str], tuple[ActiveRule, ...]]

SettingsFor = Callable[[str], Settings]
"""What holds for the draft at a path."""

LARGEST = 10_500_000
"""Bytes of the largest draft that is read: 10 MiB, where a long novel has three million."""

MOST_LINES = 300_000
"""Lines of the longest draft that is read: 10 MiB of lines of 35 characters."""

USUAL = 5_000
"""Bytes of a draft of the usual length."""


class Input(Struct, frozen=True):
    """A draft that is to be read.

    path  where it is, as reports name it
    data  its bytes, where they were read already (standard input, an editor's buffer)
    """

    path: str
    data: bytes | None = None


class Job(Struct, frozen=True):
    """A draft, who reads it, and the rules that judge it."""

    item: Input
    reader: Reader
    rules: tuple[ActiveRule, ...]


class Placed(Struct, frozen=True):
    """A finding that stands, with its places in the file."""

    marked: Marked
    diagnostic: Diagnostic


class Checked(Struct, frozen=True):
    """One draft after the rules that read it alone. Plain values, safe to pickle.

    draft     None where it could not be read
    placed    its findings, covered ones too: a rule across drafts may still cover more
    own       what the engine itself reports
    facts     by the name of each rule across drafts: what it kept
    problems  what could not be done
    notes     its stet notes
    """

    draft: CheckedDraft | None
    placed: list[Placed]
    own: list[Diagnostic]
    facts: dict[str, Any]
    problems: list[Problem]
    notes: Notes | None = None


class Judged(Struct, frozen=True):
    """What the rules across drafts have to say. Plain values, safe to pickle.

    said      each with the path of the draft that it is reported with
    left_out  the names of rules that could not judge, and need not
    """

    said: list[tuple[str, Placed | Crash | Problem]]
    left_out: set[str]


class CannotReadError(Exception):
    """A draft could not be read. The message says why."""


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
    queue = {item.path: item for item in sorted(inputs, key=lambda item: item.path)}
    archive = list(archive)
    rules_for = _voting(settings_for, archive, registry) if archive else rules_of(settings_for)
    comparing = _comparing(rule for path in queue for rule in settings_for(path).rules) if archive else ()
    stored = _not_in(queue, archive) if comparing else {}
    if len(queue) + len(stored) == 1:
        rules_for = _alone(rules_for)
    jobs = jobs_of(queue.values(), rules_for, registry)
    jobs += [Job(item, registry.reader_for(path), comparing) for path, item in stored.items()]
    documents = _Documents(queue | stored, registry)

    def judge(done: Sequence[Checked]) -> Judged:
        checked = dict(zip(queue, done, strict=False))
        archived = dict(zip(stored, done[len(queue) :], strict=True))
        return _judge_together(checked, archived, documents, settings_for)

    if workers is None and cache is None:
        done = [*_here(_checked, jobs, progress)]
        judged = judge(done)
    else:
        from copydesk.batch import check_jobs

        done, judged = check_jobs(jobs, len(queue), judge, workers, cache, progress)
    checked = dict(zip(queue, done, strict=False))
    for path, found in judged.said:
        _keep(checked[path], found)
    return _report(checked, done[len(queue) :], registry, settings_for, judged.left_out)


def jobs_of(inputs: Iterable[Input], rules_for: RulesFor, registry: Registry) -> list[Job]:
    """The drafts, each with who reads it and what judges it."""
    return [Job(item, registry.reader_for(item.path), rules_for(item.path)) for item in inputs]


def rules_of(settings_for: SettingsFor) -> RulesFor:
    """What judges the draft at a path."""
    return lambda path: settings_for(path).rules


def _alone(rules_for: RulesFor) -> RulesFor:
    """What judges a draft that there is none to compare with."""
    return lambda path: tuple(active for active in rules_for(path) if judges_alone(active.rule))


def _voting(settings_for: SettingsFor, archive: Iterable[Input], registry: Registry) -> RulesFor:
    """The rules of each draft, of which those that read it alone may ask how the archive writes a word."""
    from copydesk.archive import open_archive
    from copydesk.usage import Usage

    usage = Usage(open_archive(archive, registry))
    known: list[tuple[tuple[ActiveRule, ...], tuple[ActiveRule, ...]]] = []

    def rules_for(path: str) -> tuple[ActiveRule, ...]:
        rules = settings_for(path).rules
        found = next((voting for own, voting in known if own is rules), None)
        if found is None:
            found = tuple(_asking(one, usage) for one in rules)
            known.append((rules, found))
        return found

    return rules_for


def _asking(active: ActiveRule, usage: Usage) -> ActiveRule:
    if isinstance(active.rule, DraftsRule):
        return active
    return replace(active, context=replace(active.context, usage=usage))


def _comparing(rules: Iterable[ActiveRule]) -> tuple[ActiveRule, ...]:
    """The rules that ask for facts of the archive, each once: of its drafts nothing else is kept."""
    asking = {
        one.rule.name: one for one in rules if isinstance(one.rule, DraftsRule) and one.rule.reads_archive
    }
    return tuple(asking.values())


def _not_in(queue: Iterable[str], archive: Iterable[Input]) -> dict[str, Input]:
    """The drafts of the archive by path, without those that the run checks."""
    files = {os.path.realpath(path) for path in queue}
    archived = (item for item in archive if os.path.realpath(item.path) not in files)
    return {item.path: item for item in sorted(archived, key=lambda item: item.path)}


def do_each(
    function: Callable[[JobT], ResultT],
    jobs: Sequence[JobT],
    inputs: Iterable[Input],
    workers: Workers | None,
    progress: Progress | None,
) -> Iterator[ResultT | Lost]:
    """Do every job, by workers or here; the results come in the order of the jobs, one at a time.

    function  a function of a module, which raises nothing
    inputs    the draft that each job is about
    """
    if workers is None:
        return _here(function, jobs, progress)
    from copydesk.workers import spread

    return spread(function, jobs, [*map(size_of, inputs)], workers, progress)


def _here(
    function: Callable[[JobT], ResultT], jobs: Sequence[JobT], progress: Progress | None
) -> Iterator[ResultT]:
    for done, job in enumerate(jobs, 1):
        yield function(job)
        if progress is not None:
            progress(done, len(jobs))


def _checked(job: Job) -> Checked:
    return check_input(job.item, job.reader, job.rules)


def _always(settings: Settings) -> SettingsFor:
    return lambda _: settings


def check_input(item: Input, reader: Reader, rules: tuple[ActiveRule, ...]) -> Checked:
    """Read one draft and let the rules judge it by itself: the work of a worker."""
    try:
        document = read_input(item, reader)
    except CannotReadError as error:
        return Checked(None, [], [], {}, [Problem(str(error), item.path)])
    result = check_document(document, rules)
    checked = Checked(
        CheckedDraft(item.path, reader.name, len(document.words), document.source.encoding),
        [],
        result.own,
        result.facts,
        result.problems,
        find_notes(document, rules),
    )
    for marked in result.marked:
        _keep(checked, _place(document, marked, {item.path: document}))
    document.answers.clear()  # they lead back to the draft, which would wait for the garbage collector
    return checked


def read_input(item: Input, reader: Reader) -> Document:
    """The document of a draft; raises CannotReadError, and nothing else, where there is none."""
    data = read_bytes(item)
    try:
        return reader.read(item.path, data)
    except UnreadableError as error:
        raise CannotReadError(str(error)) from error
    except Exception as error:
        raise CannotReadError(
            f"cannot be read: the {reader.name} reader broke: {type(error).__name__}: {error}"
        ) from error


def read_bytes(item: Input) -> bytes:
    """The bytes of a draft; raises CannotReadError where there are none, or too many."""
    try:
        data = _read_file(item.path) if item.data is None else item.data
    except FileNotFoundError as error:
        raise CannotReadError("there is no such file or folder") from error
    except OSError as error:
        raise CannotReadError(f"cannot be read: {(error.strerror or str(error)).lower()}") from error
    if len(data) > LARGEST:
        raise CannotReadError(f"is larger than {LARGEST:,} bytes, longer than any draft: split it")
    if len(data) > MOST_LINES and max(data.count(b"\n"), data.count(b"\r")) > MOST_LINES:
        raise CannotReadError(f"has more than {MOST_LINES:,} lines, longer than any draft: split it")
    return data


def size_of(item: Input) -> int:
    """How many bytes a draft has; what is usual where nobody can say."""
    if item.data is not None:
        return len(item.data)
    try:
        return os.path.getsize(item.path)
    except OSError:
        return USUAL


def _read_file(path: str) -> bytes:
    if "://" in path:
        from copydesk.remote import read_remote

        return read_remote(path, LARGEST + 1)
    try:
        return read_file(path, LARGEST + 1)
    except NotAFileError as error:
        raise CannotReadError(
            f"{NO_FILE} (to check what a program writes, pipe it to `copydesk check -`)"
        ) from error


class _Documents(dict[str, Document]):
    """The drafts of a run by path. One that is asked for is read again and kept."""

    def __init__(self, queue: dict[str, Input], registry: Registry) -> None:
        self._queue = queue
        self._registry = registry

    def __missing__(self, path: str) -> Document:
        self[path] = read_input(self._queue[path], self._registry.reader_for(path))
        return self[path]


def _place(document: Document, marked: Marked, others: dict[str, Document]) -> Placed | Crash:
    """Lead a finding to its places in the file; one that points at no place is a crash of its rule."""
    try:
        return Placed(marked, diagnose(document, marked.rule, marked.finding, others))
    except CannotReadError:
        raise
    except Exception as error:
        return crashed(marked.rule, error, document.source.path)


def _keep(checked: Checked, found: Placed | Crash | Problem) -> None:
    if isinstance(found, Placed):
        checked.placed.append(found)
    elif isinstance(found, Problem):
        checked.problems.append(found)
    else:
        checked.own.append(found.diagnostic)
        checked.problems.append(found.problem)


def _judge_together(
    checked: dict[str, Checked],
    archived: dict[str, Checked],
    documents: _Documents,
    settings_for: SettingsFor,
) -> Judged:
    """Let the rules across drafts judge.

    Where drafts have settings of their own, each is judged under them, against all the others.
    """
    of_run = [Collected(path, one.facts) for path, one in checked.items() if one.draft is not None]
    facts = of_run + [
        Collected(path, one.facts, archived=True) for path, one in archived.items() if one.draft is not None
    ]
    under: dict[str, dict[str, ActiveRule]] = {}
    for one in of_run:
        path, collected = one.path, one.facts
        for active in settings_for(path).rules:
            if active.rule.name in collected:
                under.setdefault(active.rule.name, {})[path] = active
    judged = Judged([], set())
    for _, settings in sorted(under.items()):
        for paths in _asked_together(settings):
            _judge_under(paths, facts, checked, documents, judged)
    return judged


def _asked_together(settings: dict[str, ActiveRule]) -> list[dict[str, ActiveRule]]:
    """The drafts by path, each with the rule as it is set for it, parted as the rule wants to be asked."""
    rule = next(iter(settings.values())).rule
    if isinstance(rule, DraftsRule) and rule.draftwise:
        return [settings]
    groups: list[dict[str, ActiveRule]] = []
    for path, active in settings.items():
        group = next((group for group in groups if next(iter(group.values())) is active), None)
        if group is None:
            groups.append({path: active})
        else:
            group[path] = active
    return groups


def _judge_under(
    settings: dict[str, ActiveRule],
    facts: Sequence[Collected[dict[str, Any]]],
    checked: Container[str],
    documents: _Documents,
    judged: Judged,
) -> None:
    """Let one rule across drafts judge all of them, for the drafts at some paths, each under its settings.

    checked  the paths of the drafts that are reported on
    judged   where what it says goes
    """
    first = next(iter(settings.values()))
    others = {draft.path for draft in facts}.difference(settings)
    judgement = check_drafts([first], facts)
    said = judged.said
    judged.left_out.update(judgement.left_out)
    said += [(facts[0].path, problem) for problem in judgement.problems]
    said += [(crash.diagnostic.place.path, crash) for crash in judgement.crashes]
    for _, found in judgement.found:
        path, finding = found.path, found.finding
        if path in others:
            continue
        active = settings.get(path, first)
        where = path if path in checked else facts[0].path
        try:
            document = documents[path]
            if may_report(document, active, finding):
                said.append((where, _place(document, Marked(active, finding), documents)))
        except CannotReadError as error:
            said.append((where, Problem(f"changed during the run: {error}", where)))
        except Exception as error:
            said.append((where, crashed(active, error, where)))


def _report(
    checked: dict[str, Checked],
    archived: Sequence[Checked],
    registry: Registry,
    settings_for: SettingsFor,
    left_out: set[str],
) -> Report:
    """Everything together, in the one order."""
    findings: list[Diagnostic] = []
    problems = [Problem(problem) for problem in registry.problems]
    problems += [problem for one in archived for problem in one.problems]
    both = (*checked.values(), *archived)
    broken = left_out.union(problem.rule for one in both for problem in one.problems if problem.rule)
    for path, one in checked.items():
        settings = settings_for(path)
        marked = [placed.marked for placed in one.placed]
        settled = settle(one.notes, marked, registry, broken, require_reason=settings.require_reason)
        findings += compress((placed.diagnostic for placed in one.placed), settled.stands)
        findings += _as_set((*settled.own, *one.own), settings)
        problems += one.problems
    return Report(
        drafts=tuple(one.draft for one in checked.values() if one.draft is not None),
        findings=tuple(sorted(findings, key=lambda finding: finding.order)),
        problems=tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.order)),
        plugins=tuple(Plugin(name, registry.distributions.get(name)) for name in registry.plugins),
    )


def _as_set(own: Iterable[Diagnostic], settings: Settings) -> Iterator[Diagnostic]:
    """What the engine itself reports on a draft, with the severities that are set for it."""
    for diagnostic in own:
        severity = settings.severities.get(diagnostic.rule, diagnostic.severity)
        if severity is not None:
            yield replace(diagnostic, severity=severity)
