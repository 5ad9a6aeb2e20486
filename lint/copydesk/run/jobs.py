"""One draft's part of a run: what is to be done, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from msgspec import Struct

from copydesk.config.settings import Settings
from copydesk.document import Document
from copydesk.engine.checking import Crash, Marked, check_document, crashed, diagnose
from copydesk.engine.suppression import Notes, find_notes
from copydesk.errors import CannotReadError
from copydesk.model.report import CheckedDraft, Diagnostic, Problem
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
    """A finding and the same finding as a diagnostic, with places in the file."""

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
        keep_finding(checked, place_finding(document, marked, {item.path: document}))
    document.answers.clear()  # they lead back to the draft, which would wait for the garbage collector
    return checked


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
        return Placed(marked, diagnose(document, marked.rule, marked.finding, others))
    except CannotReadError:
        raise
    except Exception as error:
        return crashed(marked.rule, error, document.source.path)


def keep_finding(checked: Checked, found: Placed | Crash | Problem) -> None:
    """Append a finding that was placed, or its crash, to the list it belongs to."""
    if isinstance(found, Placed):
        checked.placed.append(found)
    elif isinstance(found, Problem):
        checked.problems.append(found)
    else:
        checked.own.append(found.diagnostic)
        checked.problems.append(found.problem)
