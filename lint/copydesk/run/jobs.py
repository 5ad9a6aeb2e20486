"""One draft's part of a run: what is to be done, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from copydesk.config.settings import Settings
from copydesk.document import Document
from copydesk.engine.checking import Crash, Marked, check_document, crashed, diagnose, standing
from copydesk.engine.suppression import Notes, find_notes
from copydesk.errors import CannotReadError
from copydesk.model.finding import Finding
from copydesk.model.report import CheckedDraft, Diagnostic, DraftFindings, Problem
from copydesk.plugins.selection import ActiveRule
from copydesk.readers import Reader
from copydesk.run.inputs import Input, read_input, size_of

if TYPE_CHECKING:
    from copydesk.work.workers import Lost, Workers


class Job(Struct, frozen=True):
    """A draft with its reader and its rules."""

    item: Input
    reader: Reader
    rules: tuple[ActiveRule, ...]


class Placed(Struct, frozen=True):
    """A finding with places in the file, and what decides whether it is reported.

    rule     the name of its rule
    finding  the finding, without what `diagnostic` says already
    """

    rule: str
    finding: Finding
    diagnostic: Diagnostic


class Undecided(Struct, frozen=True):
    """What is found in one draft of which settings and other drafts decide what is reported. Plain values.

    placed    the findings where some cover others, a note is about them, or rules across drafts may report
              more; else those whose severity the house itself rules on
    notes     the stet notes
    own       what the engine itself reports, whose severity the configuration sets
    problems  what could not be done
    """

    placed: list[Placed] = []
    notes: Notes | None = None
    own: list[Diagnostic] = []
    problems: list[Problem] = []

    def with_late(self, late: Undecided) -> Undecided:
        """Return this with what rules across drafts found in the draft later, without reading its notes."""
        return Undecided(
            self.placed + late.placed, self.notes, self.own + late.own, self.problems + late.problems
        )

    def marked(self, rules: Iterable[ActiveRule]) -> list[Marked]:
        """Return the findings with their rules, which are among these."""
        named = {active.name: active for active in rules}
        return [Marked(named[placed.rule], placed.finding) for placed in self.placed]

    def keep(self, found: Placed | Crash | Problem) -> None:
        """Append a finding that was placed, or its crash, to the list it belongs to."""
        if isinstance(found, Placed):
            self.placed.append(found)
        elif isinstance(found, Problem):
            self.problems.append(found)
        else:
            self.own.append(found.diagnostic)
            self.problems.append(found.problem)


class Checked(Struct, frozen=True):
    """One draft after the rules that read it alone. Plain values, safe to pickle.

    draft      None where it could not be read
    settled    the findings that are reported whatever is found in other drafts, whatever the house hides
    undecided  the rest of what is found
    facts      by the name of each rule across drafts: what it kept
    """

    draft: CheckedDraft | None
    settled: DraftFindings
    undecided: Undecided | None
    facts: dict[str, Any]


class DraftsRuleResults(Struct, frozen=True):
    """The findings and problems of the rules across drafts. Plain values, safe to pickle.

    said      each with the path of the draft that it is reported with
    left_out  the names of rules that could not judge, and need not
    """

    said: list[tuple[str, Placed | Crash | Problem]]
    left_out: set[str]


def check_input(item: Input, reader: Reader, rules: tuple[ActiveRule, ...]) -> Checked:
    """Read one draft and run its rules, in a worker."""
    try:
        document = read_input(item, reader)
    except CannotReadError as error:
        return unread(item.path, str(error))
    result = check_document(document, rules)
    found = Undecided(notes=find_notes(document, rules), own=result.own, problems=result.problems)
    for marked in result.marked:
        found.keep(place_finding(document, marked, {item.path: document}))
    document.answers.clear()  # they lead back to the draft, which would wait for the garbage collector
    draft = CheckedDraft(item.path, reader.name, len(document.words), document.source.encoding)
    settled: list[Diagnostic] = []
    if found.notes is None and not result.facts and all(standing(found.marked(rules))):
        settled = [placed.diagnostic for placed in found.placed if placed.finding.ruled is None]
        found = replace(found, placed=[placed for placed in found.placed if placed.finding.ruled is not None])
    is_all_settled = not (found.placed or found.notes or found.own or found.problems)
    undecided = None if is_all_settled else found
    return Checked(draft, DraftFindings.of(item.path, settled), undecided, result.facts)


def unread(path: str, message: str) -> Checked:
    """Return the result for a draft that was not checked."""
    found = Undecided(problems=[Problem(message, path)])
    return Checked(None, DraftFindings.of(path, ()), found, {})


def rules_asked(jobs: Iterable[Job]) -> list[ActiveRule]:
    """Return the rules that jobs ask, each once."""
    rules = chain.from_iterable({id(job.rules): job.rules for job in jobs}.values())
    return [*{id(active): active for active in rules}.values()]


def across_of(jobs: Iterable[Job]) -> list[ActiveRule]:
    """Return the rules across drafts that jobs ask, each once."""
    return [active for active in rules_asked(jobs) if active.across]


JobT = TypeVar("JobT")


ResultT = TypeVar("ResultT")


Progress = Callable[[int, int], None]
"""Called after each draft with how many are done, and of how many."""


RulesFor = Callable[[str], tuple[ActiveRule, ...]]


SettingsFor = Callable[[str], Settings]
"""Returns the settings of the draft at a path."""


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
        return here(function, jobs, progress)
    from copydesk.work.workers import spread

    return spread(function, jobs, [*map(size_of, inputs)], workers, progress)


def here(
    function: Callable[[JobT], ResultT], jobs: Sequence[JobT], progress: Progress | None
) -> Iterator[ResultT]:
    """Do every job in this process; yield the results in order."""
    for done, job in enumerate(jobs, 1):
        yield function(job)
        if progress is not None:
            progress(done, len(jobs))


def place_finding(document: Document, marked: Marked, others: dict[str, Document]) -> Placed | Crash:
    """Lead a finding to its places in the file; one that points at no place is a crash of its rule."""
    try:
        diagnostic = diagnose(document, marked.rule, marked.finding, others)
        found = marked.finding
        deciding = Finding(found.span, "", ruled=found.ruled, kind=found.kind, yields=found.yields)
        return Placed(marked.rule.name, deciding, diagnostic)
    except CannotReadError:
        raise
    except Exception as error:
        return crashed(marked.rule, error, document.source.path)
